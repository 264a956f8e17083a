// Knows who is split with whom: pools by attendance and by phase, without the groups that are locked.

/// People who are split among themselves, and groups that stay as they are.
struct Division {
    struct Part {
        /// Positions in the roster, ascending; never empty.
        var people: [Int]
        var sizes: GroupSizes
    }

    private(set) var parts: [Part] = []
    /// The members of locked groups, by the position of the group; never empty.
    private(set) var locked: [Int: [Int]] = [:]

    /// All groups, locked ones included.
    var count: Int { parts.reduce(locked.count) { $0 + $1.sizes.count } }

    init(_ roster: Roster, _ rules: Rules) {
        for (id, group) in rules.pins where rules.locked.contains(group) {
            if let person = roster.indices[id] { locked[group, default: []].append(person) }
        }
        locked = locked.mapValues { $0.sorted() }
        let still = Set(locked.values.joined())
        for pool in roster.pools(rules) {
            let people = pool.filter { !still.contains($0) }
            guard !people.isEmpty else { continue }
            let inPool = Set(pool)
            let taken = locked.values.count { $0.first.map(inPool.contains) ?? false }
            let whole = rules.wish.sizes(pool.count)
            let sizes =
                people.count == pool.count ? whole : GroupWish.count(whole.count - taken).sizes(people.count)
            parts.append(Part(people: people, sizes: sizes))
        }
    }

    /// Throws if pins name a group that there is not, if they join what is in separate pools, or if people of locked
    /// groups would have to move.
    func check(_ roster: Roster, _ rules: Rules) throws(MatchingRefusal) {
        for id in rules.pins.keys.sorted() {
            guard let person = roster.person(id), let group = rules.pins[id] else { continue }
            guard (0..<count).contains(group) else {
                throw .pinOutside(name: person.name, group: group, groups: count)
            }
        }
        let pinned = Dictionary(grouping: parts.indices.flatMap { part in parts[part].people.map { ($0, part) } }) {
            rules.pins[roster.people[$0.0].id] ?? -1
        }
        for (group, here) in pinned.sorted(by: { $0.key < $1.key }) where group >= 0 {
            guard Set(here.map(\.1)).count > 1 else { continue }
            let people = here.map(\.0).sorted()
            let isMixed = rules.modes == .separate && Set(people.map { roster.people[$0].isInRoom }).count > 1
            throw isMixed
                ? .pinnedAcrossModes(names: roster.names(people), group: group)
                : .pinnedAcrossPhases(names: roster.names(people), group: group)
        }
        for (group, members) in locked.sorted(by: { $0.key < $1.key }) {
            let inside = Set(members)
            for set in rules.together {
                let here = roster.indices(of: set)
                guard here.allSatisfy(inside.contains) || !here.contains(where: inside.contains) else {
                    throw .lockedAndTogether(names: roster.names(here), group: group)
                }
            }
            for set in rules.apart {
                let here = roster.indices(of: set).filter(inside.contains)
                guard here.count < 2 else { throw .pinnedAndApart(names: roster.names(here), group: group) }
            }
        }
    }
}

extension Roster {
    /// The pools that are split separately, never empty ones.
    func pools(_ rules: Rules) -> [[Int]] {
        let pools = self.pools(rules.modes)
        return rules.phases == .separate ? pools.flatMap { PhasePools.split($0, people) } : pools
    }

    func pools(_ modes: ModeRule) -> [[Int]] {
        guard modes == .separate else { return people.isEmpty ? [] : [Array(people.indices)] }
        return [true, false].map { inRoom in people.indices.filter { people[$0].isInRoom == inRoom } }
            .filter { !$0.isEmpty }
    }
}
