// Knows the must-be-together blocks of a pool and refuses what no split could keep, with the names.

/// Who stays together, as blocks that are never taken apart, and who stays apart.
struct Blocks {
    /// Blocks of positions in the roster, ascending; people without a block are blocks of one.
    private(set) var blocks: [[Int]] = []
    /// Pairs that have to be apart.
    private(set) var apart: [(Int, Int)] = []

    /// `pool` is ascending. Rules that name people of other pools count for those who are in this one.
    init(_ pool: [Int], of roster: Roster, _ rules: Rules, _ sizes: GroupSizes) throws(MatchingRefusal) {
        let inPool = Set(pool)
        var root = Dictionary(uniqueKeysWithValues: pool.map { ($0, $0) })
        func top(_ person: Int) -> Int {
            var at = person
            while let above = root[at], above != at { at = above }
            return at
        }
        for set in rules.together {
            let here = roster.indices(of: set)
            guard here.allSatisfy(inPool.contains) || !here.contains(where: inPool.contains) else {
                throw .togetherAcrossModes(names: roster.names(here))
            }
            guard let first = here.first, inPool.contains(first) else { continue }
            for other in here.dropFirst() {
                let (a, b) = (top(first), top(other))
                root[max(a, b)] = min(a, b)
            }
        }
        let gathered = Dictionary(grouping: pool, by: top)
        blocks = gathered.keys.sorted().compactMap { gathered[$0] }
        if let long = blocks.first(where: { $0.count > sizes.most }) {
            throw .togetherTooMany(names: roster.names(long), most: sizes.most)
        }
        for set in rules.apart {
            let here = roster.indices(of: set).filter(inPool.contains)
            if here.count > sizes.count {
                throw .apartTooMany(names: roster.names(here), groups: sizes.count)
            }
            for (place, one) in here.enumerated() {
                for other in here[(place + 1)...] {
                    guard top(one) != top(other) else {
                        throw .togetherAndApart(
                            one: roster.people[one].name, other: roster.people[other].name,
                            chain: roster.names(gathered[top(one)] ?? []))
                    }
                    apart.append((one, other))
                }
            }
        }
        let inRoom = pool.count { roster.people[$0].isInRoom }
        if rules.modes == .mixed, !pool.contains(where: { roster.people[$0].isBridge }),
            !Self.splitsCleanly(inRoom, pool.count - inRoom, sizes)
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
