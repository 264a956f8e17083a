// Knows the must-be-together blocks of a pool and refuses what no split could keep, with the names.

/// Who stays together, as blocks that are never taken apart, and who stays apart. People who are pinned to one group are
/// together, and apart from those who are pinned to another: which group is which matters only afterwards.
struct Blocks {
    /// Blocks of positions in the roster, ascending; people without a block are blocks of one.
    private(set) var blocks: [[Int]] = []
    /// Pairs that have to be apart.
    private(set) var apart: [(Int, Int)] = []

    /// Sets that grow together.
    private struct Chains {
        private var above: [Int: Int]

        init(_ people: [Int]) { above = Dictionary(uniqueKeysWithValues: people.map { ($0, $0) }) }

        func top(_ person: Int) -> Int {
            var at = person
            while let next = above[at], next != at { at = next }
            return at
        }

        mutating func join(_ people: [Int]) {
            guard let first = people.first else { return }
            for other in people.dropFirst() {
                let (a, b) = (top(first), top(other))
                above[max(a, b)] = min(a, b)
            }
        }
    }

    /// `pool` is ascending. Rules that name people of other pools count for those who are in this one.
    init(_ pool: [Int], of roster: Roster, _ rules: Rules, _ sizes: GroupSizes) throws(MatchingRefusal) {
        let inPool = Set(pool)
        var chains = Chains(pool)
        for set in rules.together {
            let here = roster.indices(of: set)
            guard here.allSatisfy(inPool.contains) || !here.contains(where: inPool.contains) else {
                let modes = Set(here.map { roster.people[$0].isInRoom })
                throw rules.modes == .separate && modes.count > 1
                    ? .togetherAcrossModes(names: roster.names(here)) : .togetherAcrossPhases(names: roster.names(here))
            }
            if here.contains(where: inPool.contains) { chains.join(here) }
        }
        let asked = chains
        let pinned = Dictionary(grouping: pool.filter { rules.pins[roster.people[$0].id] != nil }) {
            rules.pins[roster.people[$0].id] ?? 0
        }
        try Self.checkPins(pinned, asked: asked.top, roster, sizes)
        for people in pinned.values { chains.join(people) }
        let gathered = Dictionary(grouping: pool, by: chains.top)
        blocks = gathered.keys.sorted().compactMap { gathered[$0] }
        if let long = blocks.first(where: { $0.count > sizes.most }) {
            let pin = long.lazy.compactMap { rules.pins[roster.people[$0].id] }.first
            let isPinned = pin != nil && Set(long.map(asked.top)).count > 1
            throw isPinned
                ? .pinnedTooMany(names: roster.names(long), group: pin ?? 0, most: sizes.most)
                : .togetherTooMany(names: roster.names(long), most: sizes.most)
        }
        for set in rules.apart {
            let here = roster.indices(of: set).filter(inPool.contains)
            if here.count > sizes.count {
                throw .apartTooMany(names: roster.names(here), groups: sizes.count)
            }
            for (place, one) in here.enumerated() {
                for other in here[(place + 1)...] {
                    if chains.top(one) == chains.top(other) {
                        let chain = gathered[chains.top(one)] ?? []
                        guard asked.top(one) == asked.top(other) else {
                            let pin = chain.lazy.compactMap { rules.pins[roster.people[$0].id] }.first
                            throw .pinnedAndApart(names: roster.names([one, other]), group: pin ?? 0)
                        }
                        throw .togetherAndApart(
                            one: roster.people[one].name, other: roster.people[other].name,
                            chain: roster.names(chain.filter { asked.top($0) == asked.top(one) }))
                    }
                    apart.append((one, other))
                }
            }
        }
        let heads = pinned.sorted { $0.key < $1.key }.compactMap(\.value.first)
        for (place, one) in heads.enumerated() { apart += heads[(place + 1)...].map { (one, $0) } }
        try Self.checkBridges(pool, roster, rules, sizes)
    }

    /// Throws if together joins people of two pinned groups, or if there are more pinned groups than groups.
    private static func checkPins(
        _ pinned: [Int: [Int]], asked top: (Int) -> Int, _ roster: Roster, _ sizes: GroupSizes
    ) throws(MatchingRefusal) {
        var groups: [Int: (person: Int, group: Int)] = [:]
        for (group, people) in pinned.sorted(by: { $0.key < $1.key }) {
            for person in people {
                guard let before = groups[top(person)] else {
                    groups[top(person)] = (person, group)
                    continue
                }
                guard before.group == group else {
                    throw .pinnedAndTogether(
                        one: roster.people[before.person].name, group: before.group,
                        other: roster.people[person].name, otherGroup: group)
                }
            }
        }
        guard pinned.count <= sizes.count else {
            throw .pinnedGroupsTooMany(names: roster.names(pinned.values.joined().sorted()), groups: sizes.count)
        }
    }

    private static func checkBridges(
        _ pool: [Int], _ roster: Roster, _ rules: Rules, _ sizes: GroupSizes
    ) throws(MatchingRefusal) {
        let inRoom = pool.count { roster.people[$0].isInRoom }
        if rules.modes == .mixed, !pool.contains(where: { roster.people[$0].isBridge }),
            !splitsCleanly(inRoom, pool.count - inRoom, sizes)
        {
            throw .noBridge(inRoom: inRoom, remote: pool.count - inRoom)
        }
    }

    /// Whether so many and so many can be in groups of their own, all within the sizes.
    private static func splitsCleanly(_ one: Int, _ other: Int, _ sizes: GroupSizes) -> Bool {
        func fits(_ people: Int, _ groups: Int) -> Bool {
            groups * sizes.least <= people && people <= groups * sizes.most
        }
        return (0...sizes.count).contains { fits(one, $0) && fits(other, sizes.count - $0) }
    }
}
