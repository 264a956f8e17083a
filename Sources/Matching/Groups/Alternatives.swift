// Knows the splits of a few people that are as good as the best, or nearly: those that another draw may show.

/// The best and nearly best splits of a pool of up to `Enumeration.mostPeople`.
struct Alternatives {
    /// So many are told apart.
    static let most = 60
    /// Nearly as good: so many points more at most, or this part of the best.
    private static let slackPoints = 3
    private static let slackPart = 20

    static func slack(_ best: Int) -> Int { max(slackPoints, best / slackPart) }

    private let costs: [Int]
    private let layers: Int
    /// The least that is still to come, by people who are left and groups to come; nil until it was asked for.
    private var least: [Int?]
    private(set) var found: [(places: [Int], total: Int)] = []

    /// In the order of points; those of one account in an order that the seed draws. Empty where there is no split.
    init(_ pool: Pool, seed: UInt64) {
        costs = Enumeration.costs(pool)
        layers = pool.sizes.count
        let full = (1 << pool.count) - 1
        least = [Int?](repeating: nil, count: (full + 1) * (layers + 1))
        let best = toCome(full, layers)
        guard best != Int.max else { return }
        var random = SplitMix64(seed: seed)
        var groups: [Int] = []
        look(full, layers, best.withSlack, 0, &groups, &random)
        let order = found.indices.sorted { (found[$0].total, $0) < (found[$1].total, $1) }
        found = order.map { found[$0] }
    }

    /// The points of the best split of those who are left into so many groups.
    private mutating func toCome(_ rest: Int, _ groups: Int) -> Int {
        guard groups > 0, rest != 0 else { return groups == 0 && rest == 0 ? 0 : Int.max }
        let key = rest * (layers + 1) + groups
        if let known = least[key] { return known }
        var best = Int.max
        for group in Subsets(withLowestOf: rest) where costs[group] >= 0 {
            let after = toCome(rest & ~group, groups - 1)
            if after != Int.max { best = min(best, costs[group] + after) }
        }
        least[key] = best
        return best
    }

    /// Every way on that stays within the budget, those it begins with in an order of chance.
    private mutating func look(
        _ rest: Int, _ left: Int, _ budget: Int, _ spent: Int, _ groups: inout [Int], _ random: inout SplitMix64
    ) {
        // Every way that is gone leads to a split within the budget, so the bound on those found bounds all.
        guard found.count < Self.most else { return }
        guard left > 0 else {
            found.append((places(groups), spent))
            return
        }
        var ways: [Int] = []
        for group in Subsets(withLowestOf: rest) where costs[group] >= 0 {
            let after = toCome(rest & ~group, left - 1)
            if after != Int.max, costs[group] + after <= budget { ways.append(group) }
        }
        random.shuffle(&ways)
        for group in ways {
            groups.append(group)
            look(rest & ~group, left - 1, budget - costs[group], spent + costs[group], &groups, &random)
            groups.removeLast()
        }
    }

    private func places(_ groups: [Int]) -> [Int] {
        let people = groups.reduce(0, |).nonzeroBitCount
        var places = [Int](repeating: 0, count: people)
        for (place, group) in groups.enumerated() {
            for person in 0..<people where group & (1 << person) != 0 { places[person] = place }
        }
        return places
    }
}
