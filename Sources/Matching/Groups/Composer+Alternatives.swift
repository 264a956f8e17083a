// Knows the draws there are besides the first: for a few people all that are as good or nearly, one after the other.

/// One of several splits that are as good, or nearly.
public struct AnotherSplit: Equatable, Sendable {
    public var split: Split
    /// How many there are to go through, the first one included.
    public var count: Int
}

extension Composer {
    /// Whether everybody is in a pool of which all splits can be looked at.
    public var isExact: Bool { pools.allSatisfy { $0.count <= Enumeration.mostPeople } }

    /// The split at `turn` of those that are as good as the best or nearly: first the one that `compose` gives, then the
    /// others, the best ones first; after the last one they begin again. Nil where there are too many people to look at
    /// all.
    public func another(_ turn: Int, seed: UInt64) throws(MatchingRefusal) -> AnotherSplit? {
        guard isExact else { return nil }
        let first = try compose(seed: seed, iterations: 0)
        var all: [(groups: [[String]], total: Int)] = [([], 0)]
        for (index, pool) in pools.enumerated() {
            let own = Alternatives(pool, seed: seed &+ UInt64(index)).found.map { way in
                (groups: ids(of: pool, way.places), total: way.total)
            }
            let joined = all.flatMap { before in
                own.map { (groups: before.groups + $0.groups, total: before.total + $0.total) }
            }
            let budget = (joined.map { $0.total }.min() ?? 0).withSlack
            // Chance has ordered those of one account already.
            let order = joined.indices.filter { joined[$0].total <= budget }
                .sorted { (joined[$0].total, $0) < (joined[$1].total, $1) }
            all = order.prefix(Alternatives.most).map { joined[$0] }
        }
        let others = all.map { positioned($0.groups) }.filter { $0 != first.groups }
        let place = max(0, turn) % (others.count + 1)
        guard place > 0 else { return AnotherSplit(split: first, count: others.count + 1) }
        let groups = others[place - 1]
        let points = scorer.score(groups)
        guard points.breaches.isEmpty else { throw .unsatisfied(points.breaches) }
        return AnotherSplit(split: Split(groups: groups, points: points), count: others.count + 1)
    }

    /// Where there are too many people to look at all splits: the search, and for every further turn one that begins
    /// elsewhere and rather does not find what was shown.
    func search(_ turn: Int, shown: [[String]], seed: UInt64, iterations: Int) throws(MatchingRefusal) -> Split {
        guard turn > 0 else { return try compose(seed: seed, iterations: iterations) }
        var rules = scorer.rules
        rules.shown = shown
        return try Composer(scorer.roster, rules).compose(seed: seed &+ UInt64(turn), iterations: iterations)
    }
}

extension Int {
    /// The most points that are nearly as good as these.
    var withSlack: Int { self + Alternatives.slack(self) }
}
