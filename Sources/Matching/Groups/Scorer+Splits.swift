// Knows the hard rules: what makes a whole split wrong, with names.

extension Scorer {
    /// The account of groups of ids. `bounds` is for groups that are running: any number, of these sizes, or empty.
    public func score(_ groups: [[String]], bounds: GroupSizes? = nil) -> Points {
        var points = Points()
        var seen: Set<String> = []
        for id in groups.joined() {
            guard let person = roster.person(id) else {
                points.breaches.append(.unknown(id))
                continue
            }
            if !seen.insert(id).inserted { points.breaches.append(.placedTwice(person.name)) }
        }
        for person in roster.people where !seen.contains(person.id) { points.breaches.append(.notPlaced(person.name)) }
        let known = groups.map { $0.compactMap { roster.indices[$0] } }
        points.breaches += bounds.map { sizeBreaches(known, $0) } ?? poolBreaches(known)
        points.breaches += pairBreaches(known) + pinBreaches(known)
        for (place, group) in known.enumerated() {
            score(group, into: &points)
            guard !lockedGroups.contains(place) else { continue }
            let counts = group.reduce(into: Counts()) { $0 &+= roster.people[$1].counts }
            if counts.breaksMode(rules.modes) {
                let names = roster.names(group)
                points.breaches.append(rules.modes == .mixed ? .noBridge(names) : .mixedModes(names))
            }
        }
        return points
    }

    private func sizeBreaches(_ groups: [[Int]], _ sizes: GroupSizes) -> [Breach] {
        groups.filter { !$0.isEmpty && !(sizes.least...sizes.most).contains($0.count) }
            .map { .groupSize(found: $0.count, least: sizes.least, most: sizes.most) }
    }

    /// Numbers and sizes of groups, pool by pool.
    private func poolBreaches(_ groups: [[Int]]) -> [Breach] {
        var breaches: [Breach] = []
        let division = Division(roster, rules)
        let open = groups.indices.filter { division.locked[$0] == nil }.map { groups[$0] }
        for part in division.parts {
            let inPart = Set(part.people)
            let mine = open.filter { $0.first.map(inPart.contains) ?? false }
            let wrong = abs(mine.count - part.sizes.count)
            breaches += Array(repeating: .groupCount(found: mine.count, wanted: part.sizes.count), count: wrong)
            breaches += sizeBreaches(mine, part.sizes)
            guard rules.phases == .separate else { continue }
            breaches += mine.filter { !$0.allSatisfy(inPart.contains) }.map { .mixedPhases(roster.names($0)) }
        }
        return breaches
    }

    /// People who are not where they are pinned, and people in locked groups who are not.
    private func pinBreaches(_ groups: [[Int]]) -> [Breach] {
        groups.enumerated().flatMap { place, group in
            group.compactMap { person in
                let one = roster.people[person]
                if let pin = rules.pins[one.id], pin != place { return .notPinned(one.name, group: pin) }
                return lockedGroups.contains(place) && rules.pins[one.id] == nil
                    ? .intoLocked(one.name, group: place) : nil
            }
        }
    }

    private func pairBreaches(_ groups: [[Int]]) -> [Breach] {
        var place = [Int](repeating: -1, count: roster.count)
        for (group, members) in groups.enumerated() { for person in members { place[person] = group } }
        var breaches: [Breach] = []
        func each(_ sets: [[String]], _ visit: (Int, Int) -> Void) {
            for set in sets {
                let here = roster.indices(of: set).filter { place[$0] >= 0 }
                for (at, one) in here.enumerated() { for other in here[(at + 1)...] { visit(one, other) } }
            }
        }
        let people = roster.people
        each(rules.together) { one, other in
            if place[one] != place[other] { breaches.append(.notTogether(people[one].name, people[other].name)) }
        }
        each(rules.apart) { one, other in
            if place[one] == place[other] { breaches.append(.notApart(people[one].name, people[other].name)) }
        }
        return breaches
    }
}
