// Knows what there is to say about a group: who welcomes, who helps whom, how mixed it is, who met before.

/// Explains groups.
public struct GroupExplainer {
    private let scorer: Scorer

    public init(_ scorer: Scorer) { self.scorer = scorer }

    /// Needs that nobody present offers, in order: they cost nothing and belong to the next meeting.
    public var gaps: [String] {
        let people = scorer.roster.people
        let offered = Set(people.flatMap(\.offers))
        return Set(people.flatMap(\.needs)).subtracting(offered).sorted()
    }

    /// What there is to say about a group of ids.
    public func facts(of ids: [String]) -> [Finding] {
        let members = scorer.roster.indices(of: ids)
        let people = members.map { scorer.roster.people[$0] }
        guard !people.isEmpty else { return [] }
        var facts: [Finding] = []
        let core = people.filter(\.isCore)
        facts.append(core.isEmpty ? Finding(.nobodyWelcomes) : Finding(.welcoming, ["names": Finding.some(core)]))
        for skill in Set(people.flatMap(\.needs)).sorted() {
            let giving = people.filter { $0.offers.contains(skill) }
            // Nobody helps themselves.
            let asking = people.filter { one in
                one.needs.contains(skill) && giving.contains { $0.id != one.id }
            }
            guard !asking.isEmpty else { continue }
            let helping = giving.filter { one in asking.contains { $0.id != one.id } }
            facts.append(
                Finding(
                    .help,
                    ["skill": .text(skill), "names": Finding.some(helping), "others": Finding.some(asking)]))
        }
        let years = people.map(\.years)
        facts.append(
            Finding(
                .mix,
                [
                    "subjects": .number(Set(people.map(\.subject)).count),
                    "phases": .number(Set(people.map(\.phase)).count),
                    "schools": .number(Set(people.map(\.school)).count), "people": .number(people.count),
                    "least": .number(years.min() ?? 0), "most": .number(years.max() ?? 0),
                ]))
        if scorer.rules.modes == .mixed {
            let inRoom = people.count(where: \.isInRoom)
            var values: [String: Finding.Value] = ["room": .number(inRoom), "remote": .number(people.count - inRoom)]
            let bridges = people.filter(\.isBridge)
            let isMixed = inRoom > 0 && inRoom < people.count
            if isMixed, !bridges.isEmpty { values["names"] = Finding.some(bridges) }
            facts.append(Finding(isMixed && !bridges.isEmpty ? .modesBridge : .modes, values))
        }
        facts.append(met(members))
        let unmet = scorer.unmet(members)
        if !unmet.isEmpty { facts.append(Finding(.unmet, ["needs": .wishes(missed(members))])) }
        return facts
    }

    /// Pairs that met, whatever it counts.
    private func met(_ members: [Int]) -> Finding {
        var pairs: [[Finding.Named]] = []
        let people = scorer.roster.people
        let groups = scorer.rules.history.flatMap(\.groups).map(Set.init)
        for (at, one) in members.enumerated() {
            for other in members[(at + 1)...] {
                let both = [people[one], people[other]]
                guard groups.contains(where: { group in both.allSatisfy { group.contains($0.id) } }) else { continue }
                pairs.append(both.map(Finding.Named.init))
            }
        }
        return pairs.isEmpty ? Finding(.nobodyMet) : Finding(.met, ["pairs": .pairs(pairs)])
    }

    /// Needs that others offer, but nobody in this group.
    private func missed(_ members: [Int]) -> [Finding.Wish] {
        let people = scorer.roster.people
        return members.flatMap { person in
            var told: Set<String> = []
            return people[person].needs.filter { need in
                told.insert(need).inserted
                    && people.indices.contains { $0 != person && people[$0].offers.contains(need) }
                    && !members.contains { $0 != person && people[$0].offers.contains(need) }
            }.prefix(scorer.rules.weights.need.count).map {
                Finding.Wish(person: Finding.Named(people[person]), skill: $0)
            }
        }
    }
}
