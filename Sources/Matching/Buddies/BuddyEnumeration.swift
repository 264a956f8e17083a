// Knows the best pairs and threes of a few people, by looking at all.

enum BuddyEnumeration {
    /// Groups of one are people without a buddy.
    static func best(_ people: [Int], _ table: BuddyTable) -> [[Int]] {
        let count = people.count
        let full = (1 << count) - 1
        var best = [BuddyKey?](repeating: nil, count: full + 1)
        var choice = [[Int]](repeating: [], count: full + 1)
        best[0] = BuddyKey()
        for rest in 1...max(1, full) where rest <= full {
            let first = rest.trailingZeroBitCount
            let others = (first + 1..<max(count, first + 1)).filter { rest & (1 << $0) != 0 }
            func consider(_ group: [Int]) {
                let left = group.reduce(rest) { $0 & ~(1 << $1) }
                guard let own = table.key(group.map { people[$0] }), let before = best[left] else { return }
                let sum = own + before
                if best[rest].map({ sum < $0 }) ?? true {
                    best[rest] = sum
                    choice[rest] = group
                }
            }
            consider([first])
            for (at, second) in others.enumerated() {
                consider([first, second])
                for third in others[(at + 1)...] { consider([first, second, third]) }
            }
        }
        var groups: [[Int]] = []
        var at = full
        while at != 0 {
            groups.append(choice[at].map { people[$0] })
            for member in choice[at] { at &= ~(1 << member) }
        }
        return groups
    }
}
