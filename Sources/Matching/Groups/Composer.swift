// Knows how groups are formed from a roster and rules: pools, exact for a few people, search for more, and the account.

/// How much search. `progress` gets the moves made so far, all pools together, and answers how much of the budget is
/// gone, in thousandths; 1000 and more ends the search. A budget of iterations gives the same groups everywhere, one
/// of a clock does not.
public struct Budget {
    public var progress: (_ iterations: Int) -> Int

    public init(progress: @escaping (_ iterations: Int) -> Int) { self.progress = progress }

    public static func iterations(_ count: Int) -> Budget {
        Budget { done in count <= 0 ? 1000 : done * 1000 / count }
    }
}

/// Forms groups.
public struct Composer {
    /// Written into the event of formed groups, so that an old outcome is never mistaken for a new one's.
    public static let engine = "staffroom-groups/2"
    /// Searches that start anew while a hard rule is broken.
    private static let mostStarts = 6

    public let scorer: Scorer
    private let division: Division
    let pools: [Pool]

    /// Throws if the rules contradict each other.
    public init(_ roster: Roster, _ rules: Rules) throws(MatchingRefusal) {
        guard roster.count > 0 else { throw .nobody }
        scorer = Scorer(roster, rules)
        division = Division(roster, rules)
        try division.check(roster, rules)
        var pools: [Pool] = []
        for part in division.parts {
            let blocks = try Blocks(part.people, of: roster, rules, part.sizes)
            pools.append(Pool(part.people, sizes: part.sizes, blocks: blocks, scorer: scorer))
        }
        self.pools = pools
    }

    /// The moves of a preview and of a polished outcome.
    public static func previewIterations(_ people: Int) -> Int { min(300_000, 3_000 * people) }
    public static let polishIterations = 10_000_000

    public func compose(seed: UInt64, iterations: Int) throws(MatchingRefusal) -> Split {
        try compose(seed: seed, budget: .iterations(iterations))
    }

    /// Throws if no split was found that keeps every hard rule.
    public func compose(seed: UInt64, budget: Budget) throws(MatchingRefusal) -> Split {
        var groups: [[String]] = []
        var done = 0
        var from = 0
        var isOptimal = true
        let total = pools.reduce(0) { $0 + $1.count }
        for (index, pool) in pools.enumerated() {
            let to = from + 1000 * pool.count / total
            let window = from..<(index == pools.count - 1 ? 1000 : to)
            let (places, moves) = try Self.split(pool, seed: seed &+ UInt64(index), done: done, window, budget, scorer)
            done += moves
            if pool.count > Enumeration.mostPeople { isOptimal = false }
            from = to
            groups += ids(of: pool, places)
        }
        groups = positioned(groups)
        let points = scorer.score(groups)
        guard points.breaches.isEmpty else { throw .unsatisfied(points.breaches) }
        return Split(groups: groups, points: points, iterations: done, isOptimal: isOptimal)
    }

    /// The ids of a pool by group.
    func ids(of pool: Pool, _ places: [Int]) -> [[String]] {
        var own = [[String]](repeating: [], count: pool.sizes.count)
        for (person, place) in places.enumerated() { own[place].append(scorer.roster.people[pool.people[person]].id) }
        return own
    }

    /// Locked groups, and those with pinned people, at their positions; the others, by their first id, at those left.
    func positioned(_ groups: [[String]]) -> [[String]] {
        let people = scorer.roster.people
        var placed: [Int: [String]] = division.locked.mapValues { $0.map { people[$0].id } }
        var open: [[String]] = []
        for group in groups.map({ $0.sorted() }).sorted(by: { ($0.first ?? "") < ($1.first ?? "") }) {
            if let pin = group.lazy.compactMap({ scorer.rules.pins[$0] }).first, placed[pin] == nil {
                placed[pin] = group
            } else {
                open.append(group)
            }
        }
        var rest = open.makeIterator()
        return (0..<division.count).compactMap { placed[$0] ?? rest.next() }
    }

    /// The points that chance alone gives, as the mean of some splits that keep the blocks whole.
    public func chance(seed: UInt64) -> Int {
        let tries = 20
        var sum = 0
        for turn in 0..<tries {
            for pool in pools {
                guard let arena = Start.random(pool, seed: seed &+ UInt64(turn)) else { continue }
                // Broken rules are left out of the sum.
                sum += arena.total % Int(Pool.hard)
            }
        }
        return sum / tries
    }

    /// The group of each person of a pool and the moves made.
    private static func split(
        _ pool: Pool, seed: UInt64, done: Int, _ window: Range<Int>, _ budget: Budget, _ scorer: Scorer
    ) throws(MatchingRefusal) -> ([Int], Int) {
        if pool.count <= Enumeration.mostPeople {
            guard let places = Enumeration.best(pool) else { throw blocked(pool, scorer) }
            return (places, 0)
        }
        var moves = 0
        var best: (places: [Int], total: Int)?
        for start in 0..<mostStarts {
            let own = seed &+ UInt64(start) &* 0x5851_f42d_4c95_7f2d
            guard let arena = Start.random(pool, seed: own) else { throw blocked(pool, scorer) }
            var annealer = Annealer(arena, seed: own ^ 0x2545_f491_4f6c_dd1d)
            annealer.run { own in
                // Later starts only look for a way at all, so they get a short search of their own.
                if start > 0 { return own >= 400 * Annealer.slice ? Cooling.steps : own / (4 * Annealer.slice) }
                let progress = budget.progress(done + own)
                return (progress - window.lowerBound) * Cooling.steps / max(1, window.count)
            }
            moves += annealer.iterations
            if best.map({ annealer.bestTotal < $0.total }) ?? true { best = (annealer.best, annealer.bestTotal) }
            if annealer.bestTotal < Int(Pool.hard) { break }
        }
        return (best?.places ?? [], moves)
    }

    static func blocked(_ pool: Pool, _ scorer: Scorer) -> MatchingRefusal {
        let long = pool.blocks.filter { $0.count > 1 }
        return .blocksDoNotFit(
            names: long.map { scorer.roster.names($0.map { pool.people[$0] }) }, groups: pool.sizes.count,
            least: pool.sizes.least, most: pool.sizes.most)
    }
}
