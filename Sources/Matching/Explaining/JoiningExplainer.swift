// Knows why a late-comer came into the group they are in, from what may be spoken of.

/// Explains late-comers of running groups.
public struct JoiningExplainer {
    /// So many needs are told in each direction.
    private static let mostNeeds = 2

    private let scorer: Scorer
    private let before: [[String]]
    private let after: [[String]]

    /// Groups by position, as they were and as they are.
    public init(_ scorer: Scorer, before: [[String]], after: [[String]]) {
        self.scorer = scorer
        self.before = before
        self.after = after
    }

    /// Those who are in a group and were in none, by id.
    public var joined: [String] {
        let settled = Set(before.joined())
        return after.joined().filter { scorer.roster.person($0) != nil && !settled.contains($0) }.sorted()
    }

    /// One fact a late-comer, in the order of ids.
    public var facts: [Finding] { joined.compactMap(fact) }

    /// Why somebody is where they are; nil if they are in no group.
    public func fact(of id: String) -> Finding? {
        guard let person = scorer.roster.person(id), let group = after.firstIndex(where: { $0.contains(id) }) else {
            return nil
        }
        return Finding(
            .joins,
            ["name": Finding.one(person), "group": .number(group + 1), "reasons": .facts(reasons(person, group))])
    }

    /// Who helps whom first, then what the group lacked; that there was room if there is nothing else.
    private func reasons(_ person: Attendee, _ group: Int) -> [Finding] {
        let others = after[group].filter { $0 != person.id }.compactMap(scorer.roster.person)
        guard !others.isEmpty, sizeBefore(group) > 0 else { return [Finding(.newGroup)] }
        var reasons = help(from: [person], to: others) + help(from: others, to: [person])
        let isMixed = Set((others + [person]).map(\.isInRoom)).count > 1
        if scorer.rules.modes == .mixed, isMixed, person.isBridge, !others.contains(where: \.isBridge) {
            reasons.append(Finding(.keepsBridge))
        }
        let open = after.indices.filter { !scorer.lockedGroups.contains($0) && sizeBefore($0) > 0 }
        if open.count > 1, open.allSatisfy({ sizeBefore(group) <= sizeBefore($0) }),
            open.contains(where: { sizeBefore(group) < sizeBefore($0) })
        {
            reasons.append(Finding(.smallestGroup))
        }
        let knowsAll = person.knowsSchool && others.allSatisfy(\.knowsSchool)
        if knowsAll, !others.contains(where: { $0.school == person.school }) {
            reasons.append(Finding(.otherSchool))
        }
        return reasons.isEmpty ? [Finding(.roomLeft)] : reasons
    }

    /// How many of those who were in a group are still here.
    private func sizeBefore(_ group: Int) -> Int {
        group < before.count ? before[group].count { scorer.roster.person($0) != nil } : 0
    }

    /// Who gives whom what was asked for, the most wanted first.
    private func help(from givers: [Attendee], to askers: [Attendee]) -> [Finding] {
        var found: [(rank: Int, fact: Finding)] = []
        for asker in askers {
            for (rank, need) in asker.needs.enumerated() where asker.needs.firstIndex(of: need) == rank {
                guard let giver = givers.first(where: { $0.offers.contains(need) }) else { continue }
                let values: [String: Finding.Value] = [
                    "name": Finding.one(giver), "skills": .list([need]), "other": Finding.one(asker),
                ]
                found.append((rank, Finding(.gives, values)))
            }
        }
        let ranks = Set(found.map(\.rank)).sorted()
        return Array(ranks.flatMap { rank in found.filter { $0.rank == rank }.map(\.fact) }.prefix(Self.mostNeeds))
    }
}
