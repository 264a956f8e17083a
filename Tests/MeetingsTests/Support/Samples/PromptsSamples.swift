// Knows samples of the facet `prompts`: each wish and fact with every field filled, who may, and a wish that would
// succeed or that is drawn. A kind that is left out does not build.

@testable import Meetings

extension PromptPlan {
    static let sample = PromptPlan(
        kind: .choice, text: "What will you try?", purpose: "So that something follows", choices: ["Cress", "A lamp"],
        isMultiple: true, circle: .named, seconds: 180, key: "try")
}

extension PromptCommand.Kind: SampledWish {
    var sample: Command {
        switch self {
        case .preparePrompt: PreparePrompt(plan: .sample, segment: "s3").command
        case .editPrompt: EditPrompt(prompt: "w21", plan: .sample, segment: "s3").command
        case .removePrompt: RemovePrompt(prompt: "w21").command
        case .openPrompt: OpenPrompt(prompt: "w21").command
        case .extendPrompt: ExtendPrompt(prompt: "w21", seconds: 60).command
        case .closePrompt: ClosePrompt(prompt: "w21").command
        case .revealPrompt: RevealPrompt(prompt: "w21").command
        case .saveResponse:
            SaveResponse(
                prompt: "w21", answer: PromptAnswer(texts: ["Three pots"], numbers: [1]), narrowing: .group,
                isHandedIn: true
            ).command
        case .withdrawResponse: WithdrawResponse(response: "a30").command
        case .starResponse: StarResponse(response: "a30").command
        case .unstarResponse: UnstarResponse(response: "a30").command
        case .showResponse: ShowResponse(response: "a30", isShown: true).command
        case .answerAnonymously:
            AnswerAnonymously(
                prompt: "w21", answer: PromptAnswer(texts: ["Three pots"], numbers: [1]), token: Self.token
            )
            .command
        case .noteSealed: NoteSealed(prompt: "w21", people: ["p7", "p8"], count: 2).command
        case .clusterResponses:
            ClusterResponses(
                prompt: "w21", cluster: "k40", name: "With water", cards: [PromptCard(response: "a30", index: 0)]
            ).command
        case .showCluster: ShowCluster(prompt: "w21", cluster: "k40", isShown: true).command
        }
    }

    var expected: ExpectedRights {
        switch self {
        case .preparePrompt, .editPrompt, .removePrompt: "PO LC - -"
        case .openPrompt, .extendPrompt, .closePrompt, .revealPrompt, .showResponse, .clusterResponses, .showCluster:
            "O LC - -"
        case .saveResponse, .withdrawResponse, .starResponse, .unstarResponse: "O TPLC - -"
        case .answerAnonymously: "O PLC - -"
        case .noteSealed: "- - - -"
        }
    }

    func inScene(_ id: PersonID) -> Command {
        switch self {
        case .preparePrompt: PreparePrompt(plan: .sample, segment: nil).command
        case .editPrompt: EditPrompt(prompt: "w1", plan: .sample, segment: nil).command
        case .removePrompt: RemovePrompt(prompt: "w1").command
        case .openPrompt: OpenPrompt(prompt: "w1").command
        case .extendPrompt: ExtendPrompt(prompt: "w1", seconds: 60).command
        case .closePrompt: ClosePrompt(prompt: "w1").command
        case .revealPrompt: RevealPrompt(prompt: "w1").command
        case .saveResponse:
            SaveResponse(prompt: "w1", answer: PromptAnswer(numbers: [0]), narrowing: nil, isHandedIn: true).command
        case .withdrawResponse: WithdrawResponse(response: "a1").command
        case .starResponse: StarResponse(response: "a1").command
        case .unstarResponse: UnstarResponse(response: "a1").command
        case .showResponse: ShowResponse(response: "a1", isShown: true).command
        case .answerAnonymously:
            AnswerAnonymously(prompt: "w1", answer: PromptAnswer(numbers: [0]), token: Self.token).command
        case .noteSealed: NoteSealed(prompt: "w1", people: ["me"], count: 1).command
        case .clusterResponses:
            ClusterResponses(prompt: "w1", cluster: nil, name: "One", cards: [PromptCard(response: "a1", index: 0)])
                .command
        case .showCluster: ShowCluster(prompt: "w1", cluster: "k1", isShown: true).command
        }
    }

    func before(_ id: PersonID) -> [Event] {
        switch self {
        case .preparePrompt: []
        case .editPrompt, .removePrompt, .openPrompt: [Self.prepared]
        case .extendPrompt, .closePrompt, .revealPrompt, .saveResponse: [Self.prepared, Self.opened]
        case .withdrawResponse, .starResponse, .showResponse: Self.answered
        case .answerAnonymously: Self.anonymous
        case .noteSealed: Self.anonymous + [PromptClosed(prompt: "w1").event]
        case .clusterResponses: Self.written
        case .showCluster:
            Self.written + [
                ResponsesClustered(
                    prompt: "w1", cluster: "k1", name: "One", cards: [PromptCard(response: "a1", index: 0)]
                ).event
            ]
        case .unstarResponse: Self.answered + [ResponseStarred(prompt: "w1", response: "a1", person: "me").event]
        }
    }

    private static let written: [Event] = [
        PromptPrepared(
            prompt: "w1", segment: nil, kind: .open, text: "What?", choices: [], isMultiple: false, circle: .named
        ).event,
        PromptOpened(
            prompt: "w1", segment: nil, kind: .open, text: "What?", choices: [], isMultiple: false, circle: .named
        ).event,
        ResponseSaved(
            prompt: "w1", response: "a1", person: "me", texts: ["A lamp"], numbers: [], words: 2, isHandedIn: true,
            wasHandedIn: false
        ).event,
        ResponseRevealed(
            prompt: "w1", response: "a1", person: "me", name: "Me", texts: ["A lamp"], numbers: [], circle: .named
        ).event,
        PromptRevealed(prompt: "w1").event,
    ]
    private static let prepared = PromptPrepared(
        prompt: "w1", segment: nil, kind: .choice, text: "Which?", purpose: nil, choices: ["One", "Two"],
        isMultiple: false, circle: .named, seconds: nil, key: nil
    ).event
    private static let opened = PromptOpened(
        prompt: "w1", segment: nil, kind: .choice, text: "Which?", choices: ["One", "Two"], isMultiple: false,
        circle: .named, deadline: nil
    ).event
    private static let token = "0123456789abcdef0123456789abcdef"
    private static let anonymous = [
        PromptPrepared(
            prompt: "w1", segment: nil, kind: .choice, text: "Which?", purpose: nil, choices: ["One", "Two"],
            isMultiple: false, circle: .anonymous, seconds: nil, key: nil
        ).event,
        PromptOpened(
            prompt: "w1", segment: nil, kind: .choice, text: "Which?", choices: ["One", "Two"], isMultiple: false,
            circle: .anonymous, deadline: nil
        ).event,
    ]
    private static let answered = [
        prepared, opened,
        ResponseSaved(
            prompt: "w1", response: "a1", person: "me", texts: [], numbers: [1], words: 0, isHandedIn: true,
            wasHandedIn: false
        ).event,
        PromptClosed(prompt: "w1").event,
        ResponseRevealed(
            prompt: "w1", response: "a1", person: "me", name: "Me", texts: [], numbers: [1], circle: .named
        ).event,
        PromptRevealed(prompt: "w1").event,
    ]
}

extension PromptFact.Kind: SampledFact {
    var sample: Event {
        switch self {
        case .promptPrepared:
            PromptPrepared(
                prompt: "w21", segment: "s3", kind: .choice, text: "What will you try?",
                purpose: "So that something follows", choices: ["Cress", "A lamp"], isMultiple: true, circle: .named,
                seconds: 180, key: "try"
            ).event
        case .promptEdited:
            PromptEdited(
                prompt: "w21", segment: "s3", kind: .scale, text: "How sure are you?", purpose: "To see a change",
                choices: ["Not at all", "Quite"], isMultiple: false, circle: .group, seconds: 60, key: "sure"
            ).event
        case .promptRemoved: PromptRemoved(prompt: "w21").event
        case .promptOpened:
            PromptOpened(
                prompt: "w21", segment: "s3", kind: .choice, text: "What will you try?", choices: ["Cress", "A lamp"],
                isMultiple: true, circle: .named, deadline: 1_000_180_000
            ).event
        case .promptExtended: PromptExtended(prompt: "w21", deadline: 1_000_240_000).event
        case .promptClosed: PromptClosed(prompt: "w21").event
        case .promptRevealed:
            PromptRevealed(prompt: "w21", change: [ConfidenceChange(up: 4, same: 1, down: 0)]).event
        case .responseSaved:
            ResponseSaved(
                prompt: "w21", response: "a30", person: "p7", texts: ["Three pots"], numbers: [1], words: 2,
                narrowing: .group, isHandedIn: true, wasHandedIn: false, source: .scribe
            ).event
        case .responseRevealed:
            ResponseRevealed(
                prompt: "w21", response: "a30", person: "p7", name: "Siân", texts: ["Three pots"], numbers: [1],
                circle: .group, group: "g60-1", readers: ["p7", "p8"]
            ).event
        case .responseWithdrawn: ResponseWithdrawn(prompt: "w21", response: "a30", readers: ["p7", "p8"]).event
        case .responseStarred: ResponseStarred(prompt: "w21", response: "a30", person: "p8", source: .client).event
        case .responseUnstarred: ResponseUnstarred(prompt: "w21", response: "a30", person: "p8").event
        case .responseShown: ResponseShown(prompt: "w21", response: "a30", isShown: true).event
        case .answersSealed: AnswersSealed(prompt: "w21", people: ["p7", "p8"], count: 5).event
        case .answersRevealed:
            AnswersRevealed(
                prompt: "w21", responses: ["a30-1", "a30-2"],
                answers: [PromptAnswer(texts: ["Three pots"]), PromptAnswer(texts: ["A lamp"], numbers: [1])],
                isTooFew: false
            ).event
        case .responsesClustered:
            ResponsesClustered(
                prompt: "w21", cluster: "k40", name: "With water",
                cards: [PromptCard(response: "a30", index: 0), PromptCard(response: "a31", index: 2)]
            ).event
        case .clusterShown: ClusterShown(prompt: "w21", cluster: "k40", isShown: true).event
        }
    }
}

extension SplitMix64 {
    /// A wish of that kind; what it names is mostly there.
    mutating func command(_ kind: PromptCommand.Kind, _ room: Room, _ people: [PersonID]) -> Command {
        switch kind {
        case .preparePrompt:
            return PreparePrompt(plan: promptPlan(), segment: once(in: 2) ? nil : segment(room)).command
        case .editPrompt: return EditPrompt(prompt: prompt(room), plan: promptPlan(), segment: nil).command
        case .removePrompt: return RemovePrompt(prompt: once(in: 4) ? prompt(room) : "nonsense").command
        case .openPrompt: return OpenPrompt(prompt: prompt(room) { !$0.isOpen }).command
        case .extendPrompt: return ExtendPrompt(prompt: prompt(room), seconds: pick([0, 60, 4_000])).command
        case .closePrompt: return ClosePrompt(prompt: prompt(room)).command
        case .revealPrompt: return RevealPrompt(prompt: prompt(room) { $0.handedIn > 0 }).command
        case .saveResponse:
            let id = prompt(room) { $0.isOpen }
            return SaveResponse(
                prompt: id, answer: answer(room.prompts.first { $0.id == id }),
                narrowing: once(in: 2) ? nil : pick(Narrowing.allCases), isHandedIn: !once(in: 3)
            ).command
        case .withdrawResponse: return WithdrawResponse(response: response(room)).command
        case .starResponse: return StarResponse(response: response(room)).command
        case .unstarResponse: return UnstarResponse(response: response(room)).command
        case .showResponse: return ShowResponse(response: response(room), isShown: !once(in: 4)).command
        case .answerAnonymously:
            let id = prompt(room) { $0.isOpen && $0.circle == .anonymous }
            return AnswerAnonymously(
                prompt: id, answer: answer(room.prompts.first { $0.id == id }),
                token: String(repeating: "t", count: pick([3, 32]))
            ).command
        case .noteSealed:
            let count = below(9)
            return NoteSealed(
                prompt: prompt(room, \.isToBeSealed), people: (0..<count).map { _ in pick(people) }, count: count
            ).command
        case .clusterResponses: return clusterResponses(room)
        case .showCluster:
            let those = room.prompts.flatMap { prompt in prompt.clusters.map { (prompt.id, $0.id) } }
            let (prompt, cluster) = those.isEmpty || once(in: 12) ? ("nonsense", "nonsense") : pick(those)
            return ShowCluster(prompt: prompt, cluster: cluster, isShown: !once(in: 4)).command
        }
    }

    private mutating func clusterResponses(_ room: Room) -> Command {
        let id = prompt(room) { $0.revealedAt != nil }
        let prompt = room.prompts.first { $0.id == id }
        let cards = (prompt?.responses ?? []).filter { $0.shown != nil }.prefix(1 + below(3)).map {
            PromptCard(response: $0.id, index: once(in: 8) ? 3 : 0)
        }
        let cluster = once(in: 2) ? prompt?.clusters.last?.id : nil
        return ClusterResponses(prompt: id, cluster: cluster, name: once(in: 2) ? text() : nil, cards: cards).command
    }

    private mutating func promptPlan() -> PromptPlan {
        let kind = pick(PromptKind.allCases)
        let count = once(in: 8) ? below(4) : kind.choices.lowerBound
        return PromptPlan(
            kind: kind, text: text(), choices: (0..<count).map { "Choice \($0)" }, isMultiple: once(in: 2),
            circle: pick(Circle.allCases), seconds: once(in: 2) ? nil : pick([5, 60]))
    }

    /// Mostly one for which that is so.
    private mutating func prompt(_ room: Room, _ isSo: (Prompt) -> Bool = { _ in true }) -> PromptID {
        let those = once(in: 6) ? room.prompts : room.prompts.filter(isSo)
        return those.isEmpty || once(in: 12) ? "nonsense" : pick(those).id
    }

    private mutating func response(_ room: Room) -> ResponseID {
        let shown = room.prompts.flatMap(\.responses).filter { $0.shown != nil }
        let all = shown.isEmpty || once(in: 6) ? room.prompts.flatMap(\.responses) : shown
        return all.isEmpty || once(in: 12) ? "nonsense" : pick(all).id
    }

    private mutating func answer(_ prompt: Prompt?) -> PromptAnswer {
        guard let prompt, !once(in: 6) else { return PromptAnswer(texts: [text(), text()], numbers: [below(9) - 2]) }
        switch prompt.kind {
        case .open, .cards, .word: return PromptAnswer(texts: [text()])
        case .scale: return PromptAnswer(numbers: [1 + below(5)])
        case .choice: return PromptAnswer(numbers: [below(prompt.choices.count)])
        case .order: return PromptAnswer(numbers: Array(prompt.choices.indices.reversed()))
        case .confidence: return PromptAnswer(numbers: [1 + below(5), 1 + below(5)])
        }
    }
}
