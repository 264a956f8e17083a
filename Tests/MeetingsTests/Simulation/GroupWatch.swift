// Knows what has to be true of the groups of a room after every entry.

@testable import Meetings

extension Room {
    /// What is wrong with the groups, if anything.
    var faultInGroups: String? {
        if rounds.dropLast().contains(where: { $0.endedAt == nil }) { return "an earlier round still runs" }
        if details.phase == .ended, round != nil { return "groups run after the end" }
        for round in rounds {
            if Set(round.groups.map(\.id)).count != round.groups.count { return "two groups of one name" }
            if round.endedAt != nil,
                round.groups.contains(where: { !$0.visitors.isEmpty || $0.helpSince != nil || $0.turns != nil })
            {
                return "somebody calls, visits or has a turn after the round"
            }
        }
        guard let round else { return nil }
        var seated: Set<PersonID> = []
        for group in round.groups {
            for id in group.members {
                if !seated.insert(id).inserted { return "\(id) sits in two places" }
                guard let role = people[id]?.role else { return "\(id) sits in a group and is not here" }
                if role == .guest || role == .table { return "a \(role) sits in a group" }
            }
            let named = [group.bridge, group.roles.facilitator, group.roles.scribe, group.roles.reporter]
            for id in named.compactMap(\.self) where !group.members.contains(id) {
                return "\(id) has a part in a group that is not theirs"
            }
            if let person = group.turns?.person, !group.members.contains(person) {
                return "it is \(person)'s turn in a group that is not theirs"
            }
            if Set(group.cards.map(\.id)).count != group.cards.count { return "two cards of one name" }
            for card in group.cards where Set(card.stars).count != card.stars.count { return "a star counted twice" }
        }
        return nil
    }
}
