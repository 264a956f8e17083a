// Knows what to do when not everybody can be in a pair: who is left out is chosen, and joins a pair.

/// Completes pairs with threes. Exact for a few people elsewhere; here by trying who joins whom.
struct BuddyTrios {
    /// People tried as the third of three; each costs a matching, so in a large network few are.
    private var mostCandidates: Int {
        switch active.count {
        case ...100: 12
        case ...200: 8
        case ...400: 4
        case ...1000: 1
        default: 0
        }
    }

    let table: BuddyTable
    let active: [Int]

    /// `match` finds the best pairs of some people.
    func complete(_ groups: [[Int]], match: ([Int]) -> [[Int]]) -> [[Int]] {
        var best = improved(inserted(groups))
        var bestKey = table.key(best)
        // With one left out, somebody else may be the better third.
        guard groups.count(where: { $0.count == 1 }) == 1 else { return best }
        let ranked = active.map { person in
            (
                best: active.lazy.filter { table.isAllowed(person, $0) }.map { table.value(person, $0) }.max() ?? 0,
                person
            )
        }.sorted { $0 < $1 }
        for (_, third) in ranked.prefix(mostCandidates) {
            let candidate = improved(inserted(match(active.filter { $0 != third }) + [[third]]))
            let key = table.key(candidate)
            if key < bestKey { (best, bestKey) = (candidate, key) }
        }
        return best
    }

    /// Everybody who is alone joins a pair, if need be after others changed partners.
    private func inserted(_ groups: [[Int]]) -> [[Int]] {
        var groups = groups.filter { $0.count > 1 }
        for person in active where !groups.contains(where: { $0.contains(person) }) {
            if !insert(person, into: &groups) { groups.append([person]) }
        }
        return groups
    }

    /// Looks along ways on which partners change: `person` takes somebody's partner, who is alone then, and so on, until
    /// somebody can be a third.
    private func insert(_ person: Int, into groups: inout [[Int]]) -> Bool {
        var partner: [Int: Int] = [:]
        for group in groups where group.count == 2 {
            partner[group[0]] = group[1]
            partner[group[1]] = group[0]
        }
        // Way by which somebody comes to be alone: who took whose partner.
        var before: [Int: (from: Int, via: Int)] = [person: (-1, -1)]
        var layer = [person]
        while !layer.isEmpty {
            var best: (key: BuddyKey, alone: Int, pair: Int)?
            for alone in layer {
                let changed = changes(alone, before)
                for (index, pair) in groups.enumerated()
                where pair.count == 2 && !pair.contains(where: changed.contains) {
                    guard let key = table.key(pair + [alone]), let old = table.key(pair) else { continue }
                    let gain = BuddyKey(repeats: key.repeats - old.repeats, value: key.value - old.value)
                    if best.map({ gain < $0.key }) ?? true { best = (gain, alone, index) }
                }
            }
            if let best {
                groups[best.pair].append(best.alone)
                apply(best.alone, before, to: &groups)
                return true
            }
            var next: [Int] = []
            for alone in layer {
                for via in table.partners(alone) {
                    guard let other = partner[via], before[other] == nil, !changes(alone, before).contains(via) else {
                        continue
                    }
                    before[other] = (alone, via)
                    next.append(other)
                }
            }
            layer = next
        }
        return false
    }

    /// Everybody on the way to `alone`.
    private func changes(_ alone: Int, _ before: [Int: (from: Int, via: Int)]) -> Set<Int> {
        var list: Set<Int> = [alone]
        var at = alone
        while let step = before[at], step.from >= 0 {
            list.formUnion([step.from, step.via])
            at = step.from
        }
        return list
    }

    private func apply(_ alone: Int, _ before: [Int: (from: Int, via: Int)], to groups: inout [[Int]]) {
        var at = alone
        while let step = before[at], step.from >= 0 {
            if let index = groups.firstIndex(where: { $0.count == 2 && Set($0) == [at, step.via] }) {
                groups[index] = [step.from, step.via]
            }
            at = step.from
        }
    }

    /// A three and a pair share out their five people anew, as long as that helps.
    private func improved(_ groups: [[Int]]) -> [[Int]] {
        var groups = groups
        var isBetter = true
        while isBetter {
            isBetter = false
            for trio in groups.indices where groups[trio].count == 3 {
                for pair in groups.indices where groups[pair].count == 2 {
                    guard let old = sum(groups[trio], groups[pair]) else { continue }
                    let five = groups[trio] + groups[pair]
                    var best: (key: BuddyKey, trio: [Int], pair: [Int]) = (old, groups[trio], groups[pair])
                    for one in 0..<5 {
                        for other in (one + 1)..<max(5, one + 1) {
                            let two = [five[one], five[other]]
                            let three = five.filter { !two.contains($0) }
                            if let key = sum(three, two), key < best.key { best = (key, three, two) }
                        }
                    }
                    guard best.key < old else { continue }
                    groups[trio] = best.trio
                    groups[pair] = best.pair
                    isBetter = true
                }
            }
        }
        return groups
    }

    private func sum(_ trio: [Int], _ pair: [Int]) -> BuddyKey? {
        guard let one = table.key(trio), let other = table.key(pair) else { return nil }
        return one + other
    }
}
