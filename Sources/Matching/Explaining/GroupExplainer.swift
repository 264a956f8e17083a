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
        if !core.isEmpty {
            facts.append(Finding(.welcoming, ["names": Finding.some(core)]))
        } else if scorer.roster.people.contains(where: \.isCore) {
            // Where nobody is known to come often, it is no news that nobody here does.
            facts.append(Finding(.nobodyWelcomes))
        }
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
        facts.append(Finding(.mix, ["parts": .parts(Self.mix(people))]))
        if scorer.rules.modes == .mixed {
            let inRoom = people.count(where: \.isInRoom)
            var values: [String: Finding.Value] = ["room": .number(inRoom), "remote": .number(people.count - inRoom)]
            let bridges = people.filter(\.isBridge)
            let isMixed = inRoom > 0 && inRoom < people.count
            if isMixed, !bridges.isEmpty { values["names"] = Finding.some(bridges) }
            facts.append(Finding(isMixed && !bridges.isEmpty ? .modesBridge : .modes, values))
        }
        facts += met(members)
        let unmet = scorer.unmet(members)
        if !unmet.isEmpty { facts.append(Finding(.unmet, ["needs": .wishes(missed(members))])) }
        return facts
    }

    /// How mixed they are, as far as it is known of all of them: what nobody said is nothing to be told.
    private static func mix(_ people: [Attendee]) -> [Finding] {
        let count = Finding.Value.number(people.count)
        var parts: [Finding] = []
        if people.allSatisfy(\.knowsSchool) {
            parts.append(
                Finding(.peopleFrom, ["people": count, "schools": .number(Set(people.map(\.school)).count)]))
        } else {
            parts.append(Finding(.peopleOnly, ["people": count]))
        }
        func add(_ code: Finding.Code, _ name: String, _ words: [String]) {
            if words.allSatisfy({ !$0.isEmpty }) { parts.append(Finding(code, [name: .number(Set(words).count)])) }
        }
        add(.subjects, "subjects", people.map(\.subject))
        add(.phases, "phases", people.map(\.phase))
        let years = people.compactMap(\.years)
        if let least = years.min(), let most = years.max(), years.count == people.count {
            parts.append(
                least == most
                    ? Finding(.yearsOf, ["years": .number(most)])
                    : Finding(.yearsFrom, ["least": .number(least), "most": .number(most)]))
        }
        return parts
    }

    /// Pairs that met, whatever it counts; that nobody did, where it is known who met whom.
    private func met(_ members: [Int]) -> [Finding] {
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
        guard pairs.isEmpty else { return [Finding(.met, ["pairs": .pairs(pairs)])] }
        return groups.isEmpty || members.count < 2 ? [] : [Finding(.nobodyMet)]
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
