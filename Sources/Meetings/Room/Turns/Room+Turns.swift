// Knows turns in a group: one after the other, each for a while, and nobody twice until all have had theirs.

/// The turns of a group while they go round.
public struct GroupTurns: Codable, Equatable, Sendable {
    /// Whose turn it is; nil when they left the group in the middle of it.
    public var person: PersonID?
    /// Since when.
    public var since: Instant
    /// How long a turn is meant to be.
    public var seconds: Int
    /// Who has had theirs, the one whose it is too.
    public var had: [PersonID]
}

extension Room {
    func decide(_ command: TurnCommand, _ context: Context) throws(Rejection) -> [Event] {
        let actor = try actor(context)
        switch command {
        case .giveGroupTurn(let wish):
            let group = try groupOpen(to: actor, wish.group)
            guard group.turns?.person == wish.after else { throw .outdated }
            if let person = wish.person {
                guard group.members.contains(person) else { throw .notFound }
                guard person != group.turns?.person else { throw .alreadySo }
            }
            guard let next = wish.person ?? nextTurn(in: group) else {
                // With nobody here there are no turns that could begin.
                guard group.turns != nil else { throw .notPresent }
                return [GroupTurnsEnded(group: group.id).event]
            }
            return [GroupTurnGiven(group: group.id, person: next, seconds: Limits.groupTurnSeconds).event]
        case .endGroupTurns(let wish):
            let group = try groupOpen(to: actor, wish.group)
            guard group.turns != nil else { throw .alreadySo }
            return [GroupTurnsEnded(group: group.id).event]
        }
    }

    /// Who is here and has had no turn, in the order in which they sit, from whoever has it now.
    private func nextTurn(in group: Group) -> PersonID? {
        let place = group.turns?.person.flatMap { group.members.firstIndex(of: $0) } ?? -1
        let order = group.members[(place + 1)...] + group.members[..<max(0, place)]
        let had = group.turns?.had ?? []
        return order.first { !had.contains($0) && people[$0]?.isPresent == true }
    }

    mutating func apply(_ facet: TurnFact, at: Instant) {
        switch facet {
        case .groupTurnGiven(let fact):
            change(fact.group) { group in
                let had = (group.turns?.had ?? []).filter { $0 != fact.person }
                group.turns = GroupTurns(
                    person: fact.person, since: at, seconds: fact.seconds, had: had + [fact.person])
                group.lastActAt = at
            }
        case .groupTurnsEnded(let fact):
            change(fact.group) {
                $0.turns = nil
                $0.lastActAt = at
            }
        }
    }
}

extension GroupTurns {
    /// The same without people who are not in the group any more.
    func without(_ gone: Set<PersonID>) -> GroupTurns {
        var turns = self
        if let person, gone.contains(person) { turns.person = nil }
        turns.had.removeAll { gone.contains($0) }
        return turns
    }
}
