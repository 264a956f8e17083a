// Knows the life of a prompt: prepared, asked, written to in silence, closed, shown at once. Answers are in
// Room+Responses.

extension Room {
    func decide(_ command: PromptCommand, _ context: Context) throws(Rejection) -> [Event] {
        switch command {
        case .preparePrompt(let wish):
            guard prompts.count < Limits.prompts else { throw .tooMany(limit: Limits.prompts) }
            let plan = try planned(wish.plan, for: wish.segment)
            return [plan.prepared(as: PromptID(rawValue: fresh("w")), for: wish.segment)]
        case .editPrompt(let wish):
            try checkNotAsked(wish.prompt)
            let plan = try planned(wish.plan, for: wish.segment)
            return [
                PromptEdited(
                    prompt: wish.prompt, segment: wish.segment, kind: plan.kind, text: plan.text,
                    purpose: plan.purpose, choices: plan.choices, isMultiple: plan.isMultiple, circle: plan.circle,
                    seconds: plan.seconds, key: plan.key
                ).event
            ]
        case .removePrompt(let wish):
            try checkNotAsked(wish.prompt)
            return [PromptRemoved(prompt: wish.prompt).event]
        case .openPrompt(let wish): return [try asking(wish.prompt, context.at)]
        case .extendPrompt(let wish):
            let prompt = try openPrompt(wish.prompt)
            try Limits.check(wish.seconds, Limits.promptSeconds)
            // Time that is over already is not given a second time.
            let from = max(prompt.deadline ?? context.at, context.at)
            return [PromptExtended(prompt: prompt.id, deadline: from + Int64(wish.seconds) * 1000).event]
        case .closePrompt(let wish): return [PromptClosed(prompt: try openPrompt(wish.prompt).id).event]
        case .revealPrompt(let wish): return try revealing(wish.prompt, context.sealed)
        case .saveResponse(let wish): return try saving(wish, context)
        case .withdrawResponse(let wish): return try withdrawing(wish.response, context)
        case .starResponse(let wish): return try starring(wish.response, context, isStarred: true)
        case .unstarResponse(let wish): return try starring(wish.response, context, isStarred: false)
        case .showResponse(let wish): return try showing(wish)
        case .answerAnonymously(let wish):
            // It stands in no log: whoever hosts the room keeps it apart.
            _ = try sealable(wish)
            return []
        case .noteSealed(let wish): return [try sealing(wish)]
        case .clusterResponses(let wish): return try clustering(wish)
        case .showCluster(let wish): return try showing(wish)
        }
    }

    private func planned(_ plan: PromptPlan, for segment: SegmentID?) throws(Rejection) -> PromptPlan {
        if let segment { _ = try self.segment(segment) }
        return try plan.checked()
    }

    func prompt(_ id: PromptID) throws(Rejection) -> Prompt {
        guard let found = prompts.first(where: { $0.id == id }) else { throw .notFound }
        return found
    }

    /// What is asked in an item, as another meeting can ask it; nil where nothing is.
    public func promptPlans(of segment: SegmentID) -> [PromptPlan]? {
        let plans = prompts.filter { $0.segment == segment }.compactMap(\.plan)
        return plans.isEmpty ? nil : plans
    }

    func openPrompt(_ id: PromptID) throws(Rejection) -> Prompt {
        let prompt = try prompt(id)
        guard prompt.isOpen else { throw .closed }
        return prompt
    }

    private func checkNotAsked(_ id: PromptID) throws(Rejection) {
        guard try prompt(id).openedAt == nil else { throw .closed }
    }

    private func asking(_ id: PromptID, _ at: Instant) throws(Rejection) -> Event {
        let prompt = try prompt(id)
        guard !prompt.isOpen else { throw .alreadySo }
        // Who answered late would be known by what was there before and what is there afterwards.
        guard prompt.revealedAt == nil, prompt.circle != .anonymous || prompt.closedAt == nil else { throw .closed }
        return PromptOpened(
            prompt: id, segment: prompt.segment, kind: prompt.kind, text: prompt.text, choices: prompt.choices,
            isMultiple: prompt.isMultiple, circle: prompt.circle,
            deadline: prompt.seconds.map { at + Int64($0) * 1000 }, hasHat: offersHat(prompt) ? true : nil
        ).event
    }

    /// Where one puts oneself in the place of students: by what is asked, or with kits. What nobody's name stands at says
    /// nothing more of whoever wrote it.
    private func offersHat(_ prompt: Prompt) -> Bool {
        guard prompt.circle != .anonymous else { return false }
        let item = agenda.first { $0.id == prompt.segment ?? current }
        return prompt.key?.hasPrefix(PromptPlan.studentDeck) == true || item?.kind == .handsOn || item?.bench != nil
    }

    /// Everything that was handed in becomes a fact of its own, in one transaction. Their order says nothing of when
    /// or by whom: it is drawn from the place in the log.
    private func revealing(_ id: PromptID, _ sealed: [PromptAnswer]?) throws(Rejection) -> [Event] {
        let prompt = try prompt(id)
        guard prompt.openedAt != nil else { throw .closed }
        guard prompt.revealedAt == nil else { throw .alreadySo }
        guard prompt.circle != .anonymous else { return try revealing(prompt, sealed) }
        let closing = prompt.isOpen ? [PromptClosed(prompt: id).event] : []
        let shown = prompt.responses.compactMap { response -> (order: UInt64, event: Event)? in
            guard let fact = revealed(response, of: prompt) else { return nil }
            return (Self.scattered(response.id, sequence), fact.event)
        }
        return closing + shown.sorted { $0.order < $1.order }.map(\.event) + [
            PromptRevealed(prompt: id, change: change(at: prompt)).event
        ]
    }

    private func revealed(_ response: PromptResponse, of prompt: Prompt) -> ResponseRevealed? {
        // Who had to go is not spoken for.
        guard response.isHandedIn, let answer = response.answer, !isShutOut(response.author) else { return nil }
        let circle = prompt.circle.narrowed(to: response.narrowing)
        let group = circle == .group ? lastGroup(of: response.author) : nil
        guard circle.isOpen || group != nil else { return nil }
        return ResponseRevealed(
            prompt: prompt.id, response: response.id, person: response.author, name: people[response.author]?.name,
            texts: answer.texts, numbers: answer.numbers, circle: circle, group: group?.id,
            readers: group?.members, isStudent: answer.isStudent)
    }

    /// Where somebody sits, or sat last.
    private func lastGroup(of person: PersonID) -> Group? {
        rounds.last?.groups.first { $0.members.contains(person) }
    }

    /// FNV-1a over the name of the response and the place in the log: an order that nobody chose.
    private static func scattered(_ id: ResponseID, _ sequence: Int64) -> UInt64 {
        let bytes = Array(id.rawValue.utf8) + withUnsafeBytes(of: sequence.littleEndian, Array.init)
        return bytes.reduce(14_695_981_039_346_656_037) { ($0 ^ UInt64($1)) &* 1_099_511_628_211 }
    }

    /// What is said when the meeting ends: whatever is open closes; nothing is shown by that.
    func closingPrompts() -> [Event] { prompts.filter(\.isOpen).map { PromptClosed(prompt: $0.id).event } }
}
