// Knows the best split of a few people, by looking at every possible group once.

/// The optimum for up to 12 people: the best way to split each subset, from the smaller to the larger.
enum Enumeration {
    static let mostPeople = 12

    /// The group of each person of the pool; nil if no split of these sizes keeps the blocks whole.
    static func best(_ pool: Pool) -> [Int]? {
        let n = pool.count
        let full = (1 << n) - 1
        let costs = costs(pool)
        let layers = pool.sizes.count
        var best = [[Int]](repeating: [Int](repeating: Int.max, count: full + 1), count: layers + 1)
        var choice = [[Int]](repeating: [Int](repeating: 0, count: full + 1), count: layers + 1)
        best[0][0] = 0
        for layer in 0..<layers {
            for done in 0...full where best[layer][done] != Int.max {
                let rest = full & ~done
                guard rest != 0 else { continue }
                for group in Subsets(withLowestOf: rest) where costs[group] >= 0 {
                    let total = best[layer][done] + costs[group]
                    if total < best[layer + 1][done | group] {
                        best[layer + 1][done | group] = total
                        choice[layer + 1][done | group] = group
                    }
                }
            }
        }
        guard best[layers][full] != Int.max else { return nil }
        var places = [Int](repeating: 0, count: n)
        var at = full
        for layer in stride(from: layers, to: 0, by: -1) {
            let group = choice[layer][at]
            for person in 0..<n where group & (1 << person) != 0 { places[person] = layer - 1 }
            at &= ~group
        }
        return places
    }

    /// What each set of people would cost as a group; -1 where it cannot be one.
    static func costs(_ pool: Pool) -> [Int] {
        let n = pool.count
        let full = (1 << n) - 1
        let masks = pool.blocks.map { $0.reduce(0) { $0 | 1 << $1 } }
        let arena = Arena(pool, groups: 1)
        var costs = [Int](repeating: -1, count: full + 1)
        for subset in 1...max(1, full) {
            guard (pool.sizes.least...pool.sizes.most).contains(subset.nonzeroBitCount),
                masks.allSatisfy({ subset & $0 == 0 || subset & $0 == $0 })
            else { continue }
            for person in 0..<n {
                let isIn = subset & (1 << person) != 0
                if isIn != (arena.place[person] == 0) { arena.move(person, to: isIn ? 0 : -1) }
            }
            // Pairs of people outside are in no account, so the total is that of the group.
            costs[subset] = arena.total
        }
        return costs
    }
}
