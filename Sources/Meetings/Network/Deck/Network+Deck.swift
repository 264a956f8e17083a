// Knows the prompts that a network keeps for itself: to ask them at any of its meetings, beside those of the program.

/// A prompt of a network's own deck.
public struct DeckPrompt: Codable, Equatable, Sendable {
    public var id: PromptID
    /// Nil once its words were erased.
    public var plan: PromptPlan?
}

extension Network {
    func decide(_ command: DeckCommand, _ context: NetworkContext) throws(Rejection) -> [NetworkEvent] {
        switch command {
        case .keepPrompt(let wish):
            let known = try wish.prompt.map { id throws(Rejection) in try deckPrompt(id) }
            guard known != nil || deck.count < NetworkLimits.prompts else {
                throw .tooMany(limit: NetworkLimits.prompts)
            }
            let id = known?.id ?? PromptID(rawValue: fresh("o"))
            var plan = try wish.plan.checked()
            // By it answers are found again at other meetings.
            plan.key = known?.plan?.key ?? plan.key ?? "own.\(id)"
            guard plan != known?.plan else { throw .alreadySo }
            return [
                PromptKept(
                    prompt: id, kind: plan.kind, text: plan.text, purpose: plan.purpose, choices: plan.choices,
                    isMultiple: plan.isMultiple, circle: plan.circle, seconds: plan.seconds, key: plan.key
                ).event
            ]
        case .dropPrompt(let wish): return [PromptDropped(prompt: try deckPrompt(wish.prompt).id).event]
        }
    }

    private func deckPrompt(_ id: PromptID) throws(Rejection) -> DeckPrompt {
        guard let found = deck.first(where: { $0.id == id }) else { throw .notFound }
        return found
    }

    mutating func apply(_ facet: DeckFact, at: Instant) {
        switch facet {
        case .promptKept(let fact):
            let plan = fact.text.map {
                PromptPlan(
                    kind: fact.kind, text: $0, purpose: fact.purpose, choices: fact.choices ?? [],
                    isMultiple: fact.isMultiple, circle: fact.circle, seconds: fact.seconds, key: fact.key)
            }
            let kept = DeckPrompt(id: fact.prompt, plan: plan)
            if let index = deck.firstIndex(where: { $0.id == fact.prompt }) {
                deck[index] = kept
            } else {
                deck.append(kept)
            }
        case .promptDropped(let fact): deck.removeAll { $0.id == fact.prompt }
        }
    }
}
