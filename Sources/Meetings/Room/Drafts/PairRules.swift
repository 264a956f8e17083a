// Knows who has to be together and who apart: in the groups of the whole meeting, and in those of one item only.

/// Who has to be together and who apart; private to leads.
public struct PairRules: Codable, Equatable, Sendable {
    public var together: [[PersonID]] = []
    public var apart: [[PersonID]] = []

    /// Refuses too many, too small or too large ones, and people who are not there.
    func check(_ people: [PersonID: Person]) throws(Rejection) {
        for rules in [together, apart] {
            guard rules.count <= Limits.pairRules else { throw .tooMany(limit: Limits.pairRules) }
            for rule in rules {
                guard (2...Limits.peopleInGroup).contains(rule.count) else {
                    throw .outOfBounds(least: 2, most: Limits.peopleInGroup)
                }
                for (index, id) in rule.enumerated() {
                    guard people[id] != nil else { throw .notFound }
                    guard !rule[..<index].contains(id) else { throw .alreadySo }
                }
            }
        }
    }

    /// With somebody in the place of another entry of theirs; a rule that is left with one person says nothing.
    func meaning(_ into: PersonID, by former: PersonID) -> PairRules {
        func meant(_ rules: [[PersonID]]) -> [[PersonID]] {
            rules.compactMap { rule in
                guard rule.contains(former) else { return rule }
                let kept = rule.contains(into) ? rule.filter { $0 != former } : rule.map { $0 == former ? into : $0 }
                return kept.count > 1 ? kept : nil
            }
        }
        return PairRules(together: meant(together), apart: meant(apart))
    }

    /// Without those people.
    func without(_ gone: Set<PersonID>) -> PairRules {
        PairRules(
            together: together.map { $0.filter { !gone.contains($0) } },
            apart: apart.map { $0.filter { !gone.contains($0) } })
    }
}

extension Room {
    /// What holds for the groups of an item: what holds all evening, and the item's own.
    public func pairRules(in segment: SegmentID?) -> PairRules {
        guard let own = segment.flatMap({ itemRules[$0] }) else { return pairRules }
        return PairRules(together: pairRules.together + own.together, apart: pairRules.apart + own.apart)
    }

    /// What holds for the groups that run, or would be formed now.
    public var pairRulesNow: PairRules { pairRules(in: round.map(\.segment) ?? current) }

    /// Whoever was joined with another entry is meant by it in all that is prepared, too.
    mutating func prepare(_ into: PersonID, insteadOf former: PersonID) {
        pairRules = pairRules.meaning(into, by: former)
        itemRules = itemRules.mapValues { $0.meaning(into, by: former) }
        for index in drafts.indices { drafts[index].plan.seat(into, insteadOf: former) }
    }
}

extension RoundPlan {
    /// Seats somebody where another entry of theirs was, unless they have a seat.
    fileprivate mutating func seat(_ into: PersonID, insteadOf former: PersonID) {
        let isSeated = groups.contains { $0.members.contains(into) }
        for index in groups.indices where groups[index].members.contains(former) {
            if isSeated {
                groups[index].members.removeAll { $0 == former }
                groups[index].roles = groups[index].roles.without([former])
                if groups[index].bridge == former { groups[index].bridge = nil }
            } else {
                groups[index].members = groups[index].members.map { $0 == former ? into : $0 }
                groups[index].roles = groups[index].roles.meaning(into, by: former)
                if groups[index].bridge == former { groups[index].bridge = into }
            }
        }
    }
}
