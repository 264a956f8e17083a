// Knows what is promised of prompts: silence until all are shown, nobody widens a circle, nothing that was typed is lost.

import Testing

@testable import Meetings

@Suite struct PromptsTests {
    private static func plan(
        _ kind: PromptKind = .open, _ circle: Circle = .named, choices: [String] = [], seconds: Int? = nil
    ) -> PromptPlan { PromptPlan(kind: kind, text: "What next?", choices: choices, circle: circle, seconds: seconds) }

    /// The talk, with one prompt that is prepared: `w20`.
    private static func prepared(_ plan: PromptPlan = plan()) -> Room {
        Given.talk.after(PreparePrompt(plan: plan, segment: "s3").command)
    }

    private static func id(_ room: Room) -> PromptID { room.prompts.last?.id ?? "none" }

    private static func asked(_ plan: PromptPlan = plan()) -> Room {
        let room = prepared(plan)
        return room.after(OpenPrompt(prompt: id(room)).command)
    }

    private static func saved(
        _ room: Room, by person: PersonID, _ text: String, narrowing: Narrowing? = nil, isHandedIn: Bool = true
    ) -> Room {
        room.after(
            SaveResponse(
                prompt: id(room), answer: PromptAnswer(texts: [text]), narrowing: narrowing, isHandedIn: isHandedIn
            ).command, by: .person(person))
    }

    private static func revealed(_ room: Room) -> Room { room.after(RevealPrompt(prompt: id(room)).command) }

    private static func refusal(_ room: Room, _ command: Command, by person: PersonID = "lea") -> Rejection? {
        guard case .refused(let rejection) = Outcome(room, command, by: .person(person), at: room.at + 1) else {
            return nil
        }
        return rejection
    }

    @Test(
        "a plan that cannot be answered is refused",
        arguments: [
            (plan(.choice, choices: ["One"]), Rejection.outOfBounds(least: 2, most: 12)),
            (plan(.choice, choices: ["One", " One "]), .alreadySo),
            (plan(.open, choices: ["One"]), .outOfBounds(least: 0, most: 0)),
            (plan(.scale), .outOfBounds(least: 2, most: 2)),
            (plan(.open, seconds: 5), .outOfBounds(least: 10, most: 3_600)),
            (PromptPlan(kind: .open, text: " ", circle: .named), .textMissing),
        ])
    func plans(_ plan: PromptPlan, _ rejection: Rejection) {
        #expect(Self.refusal(Given.talk, PreparePrompt(plan: plan, segment: nil).command) == rejection)
    }

    @Test(
        "an answer that does not fit its kind is refused when it is handed in; a draft may be unfinished",
        arguments: [
            (plan(.open), PromptAnswer(), Rejection.textMissing),
            (plan(.open), PromptAnswer(texts: ["a", "b"]), .tooMany(limit: 1)),
            (plan(.open), PromptAnswer(texts: ["a"], numbers: [1]), .tooMany(limit: 0)),
            (plan(.word), PromptAnswer(texts: ["two words"]), .tooMany(limit: 1)),
            (plan(.scale, choices: ["No", "Yes"]), PromptAnswer(numbers: [6]), .outOfBounds(least: 1, most: 5)),
            (plan(.scale, choices: ["No", "Yes"]), PromptAnswer(numbers: [1, 2]), .outOfBounds(least: 1, most: 1)),
            (plan(.choice, choices: ["A", "B"]), PromptAnswer(numbers: [0, 1]), .outOfBounds(least: 1, most: 1)),
            (plan(.choice, choices: ["A", "B"]), PromptAnswer(numbers: [2]), .outOfBounds(least: 0, most: 1)),
            (plan(.order, choices: ["A", "B"]), PromptAnswer(numbers: [1, 1]), .alreadySo),
            (plan(.order, choices: ["A", "B"]), PromptAnswer(numbers: [1]), .outOfBounds(least: 2, most: 2)),
            (plan(.confidence, choices: ["A", "B"]), PromptAnswer(numbers: [3]), .outOfBounds(least: 2, most: 2)),
        ])
    func answers(_ plan: PromptPlan, _ answer: PromptAnswer, _ rejection: Rejection) {
        let room = Self.asked(plan)
        let command = SaveResponse(prompt: Self.id(room), answer: answer, narrowing: nil, isHandedIn: true).command
        #expect(Self.refusal(room, command, by: "ann") == rejection)
    }

    @Test(
        "who sees what when answers are shown",
        arguments: [
            (Circle.named, Narrowing?.none, Circle?.some(.named)), (.named, .group, .group), (.named, .onlyMe, nil),
            (.firstNames, nil, .firstNames), (.firstNames, .group, .group), (.group, nil, .group),
            (.group, .onlyMe, nil), (.onlyMe, nil, nil), (.onlyMe, .group, nil),
        ])
    func circles(_ widest: Circle, _ narrowing: Narrowing?, _ shown: Circle?) throws {
        let grouped = Self.asked(Self.plan(.open, widest))
            .after(FormGroups(plan: Given.groups(["ann", "bob"])).command)
        let room = Self.revealed(Self.saved(grouped, by: "ann", "Cress", narrowing: narrowing))
        let response = try #require(room.prompts.first?.responses.first)
        #expect(response.shown?.circle == shown)
        #expect(response.shown?.readers == (shown == .group ? ["ann", "bob"] : nil))
    }

    @Test("what is shared with a group stays with its author where there is none")
    func noGroup() throws {
        let room = Self.revealed(Self.saved(Self.asked(Self.plan(.open, .group)), by: "ann", "Cress"))
        let response = try #require(room.prompts.first?.responses.first)
        #expect(response.shown == nil && response.answer?.texts == ["Cress"])
    }

    @Test("drafts survive the next item, closing, the end of the meeting, and are shown to nobody")
    func drafts() throws {
        let draft = Self.saved(Self.asked(), by: "ann", "Cress in", isHandedIn: false)
        #expect(draft.prompts.first?.handedIn == 0)
        let later = Self.revealed(draft.after(OpenNext().command)).after(EndMeeting().command)
        let response = try #require(later.prompts.first?.responses.first)
        #expect(response.answer?.texts == ["Cress in"] && response.shown == nil)
        #expect(later.prompts.first?.closedAt != nil)
    }

    @Test("what was still being written when a prompt was closed is kept, and shown to nobody")
    func closing() {
        let closed = Self.saved(Self.asked(), by: "bob", "Beans").after(ClosePrompt(prompt: "w20").command)
        let late = Self.saved(closed, by: "ann", "Cress in three", isHandedIn: false)
        let shown = Self.revealed(late)
        #expect(shown.prompts.first?.responses.first { $0.author == "ann" }?.shown == nil)
        #expect(shown.prompts.first?.responses.first { $0.author == "ann" }?.answer?.texts == ["Cress in three"])
        let again = SaveResponse(
            prompt: "w20", answer: PromptAnswer(texts: ["Other"]), narrowing: nil, isHandedIn: false)
        // What was handed in stays as it was handed in.
        #expect(Self.refusal(late, again.command, by: "bob") == .closed)
    }

    @Test("what is handed in counts once, and can be a draft again until answers are shown")
    func handingIn() {
        var room = Self.saved(Self.saved(Self.asked(), by: "ann", "Cress"), by: "ann", "Cress and beans")
        #expect(room.prompts.first?.handedIn == 1)
        room = Self.saved(room, by: "ann", "Cress", isHandedIn: false)
        #expect(room.prompts.first?.handedIn == 0)
        #expect(Self.refusal(room, RevealPrompt(prompt: "none").command) == .notFound)
    }

    @Test("the author of a saved answer is in the fact, and nobody but the author is told what it says")
    func silence() {
        let fact = ResponseSaved(
            prompt: "w1", response: "a1", person: "ann", texts: ["Canary"], numbers: [], words: 1, isHandedIn: true,
            wasHandedIn: false)
        for kind in ViewerKind.allCases {
            guard case .prompts(.responseSaved(let seen))? = fact.event.seen(by: Audience(kind: kind)) else { continue }
            #expect(seen == ResponseSaved(prompt: "w1", isHandedIn: true, wasHandedIn: false))
        }
        let draft = ResponseSaved(
            prompt: "w1", response: "a1", person: "ann", texts: ["Canary"], isHandedIn: false, wasHandedIn: false)
        for kind in ViewerKind.allCases { #expect(draft.event.seen(by: Audience(kind: kind)) == nil) }
    }

    @Test("first names mean first names, for leads too")
    func firstNames() {
        let fact = ResponseRevealed(
            prompt: "w1", response: "a1", person: "ann", name: "Ann Rees", texts: ["Cress"], numbers: [],
            circle: .firstNames)
        for kind in [ViewerKind.lead, .participant] {
            guard case .prompts(.responseRevealed(let seen))? = fact.event.seen(by: Audience(kind: kind)) else {
                Issue.record("nothing for \(kind)")
                continue
            }
            #expect(seen.person == nil && seen.name == "Ann")
        }
        for kind in [ViewerKind.guest, .wall, .waiting] { #expect(fact.event.seen(by: Audience(kind: kind)) == nil) }
    }

    @Test("only what everybody has seen is starred and brought to the wall; only its author takes it back")
    func afterwards() throws {
        let room = Self.revealed(Self.saved(Self.asked(), by: "ann", "Cress"))
        let response = try #require(room.prompts.first?.responses.first?.id)
        let starred = room.after(StarResponse(response: response).command, by: "bob")
            .after(ShowResponse(response: response, isShown: true).command)
        #expect(starred.prompts.first?.responses.first?.stars == ["bob"])
        #expect(starred.prompts.first?.responses.first?.isOnWall == true)
        #expect(
            Self.refusal(starred, WithdrawResponse(response: response).command, by: "bob") == .notAllowed(needs: .lead))
        let gone = starred.after(WithdrawResponse(response: response).command, by: "ann")
        #expect(gone.prompts.first?.responses.first?.answer == nil)
        #expect(Self.refusal(gone, StarResponse(response: response).command, by: "bob") == .closed)
        let hidden = Self.saved(Self.asked(), by: "ann", "Cress")
        let unseen = try #require(hidden.prompts.first?.responses.first?.id)
        #expect(Self.refusal(hidden, StarResponse(response: unseen).command, by: "bob") == .notFound)
        #expect(Self.refusal(hidden, ShowResponse(response: unseen, isShown: true).command) == .notFound)
    }

    @Test("a prompt that was shown is not asked again, one that was closed is; what was asked is not edited")
    func life() {
        let closed = Self.asked().after(ClosePrompt(prompt: "w20").command)
        let id = Self.id(closed)
        #expect(
            Self.refusal(
                closed,
                SaveResponse(
                    prompt: id, answer: PromptAnswer(texts: ["Late"]), narrowing: nil, isHandedIn: true
                ).command, by: "ann") == .closed)
        #expect(Self.refusal(closed, OpenPrompt(prompt: id).command) == nil)
        #expect(Self.refusal(closed, EditPrompt(prompt: id, plan: Self.plan(), segment: nil).command) == .closed)
        #expect(Self.refusal(closed, RemovePrompt(prompt: id).command) == .closed)
        let shown = Self.revealed(closed)
        #expect(Self.refusal(shown, OpenPrompt(prompt: id).command) == .closed)
        #expect(Self.refusal(shown, RevealPrompt(prompt: id).command) == .alreadySo)
    }

    @Test("a draft of a former entry is a draft of the person; what they wrote here stays")
    func merged() {
        let both = Self.saved(
            Self.saved(Self.asked(), by: "ann", "Of Ann", isHandedIn: false), by: "bob", "Of Bob", isHandedIn: false)
        var room = both
        room.apply(
            Entry(sequence: room.sequence + 1, at: room.at, event: PersonMerged(person: "ann", into: "cai").event))
        #expect(room.prompts.first?.responses.map(\.author) == ["cai", "bob"])
        var kept = both
        kept.apply(
            Entry(sequence: kept.sequence + 1, at: kept.at, event: PersonMerged(person: "ann", into: "bob").event))
        #expect(kept.prompts.first?.responses.first { $0.author == "bob" }?.answer?.texts == ["Of Bob"])
    }

    @Test("more time counts from now when the time is over")
    func time() {
        let room = Self.asked(Self.plan(seconds: 60))
        let id = Self.id(room)
        #expect(room.prompts.first?.deadline == room.at + 60_000)
        let later = room.after(ExtendPrompt(prompt: id, seconds: 60).command, delay: 300_000)
        #expect(later.prompts.first?.deadline == later.at + 60_000)
    }
}
