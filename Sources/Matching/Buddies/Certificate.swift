// Knows how to prove that a matching is the best there is, without trusting the search that found it.

/// Duals of linear programming: a bound that no perfect matching can pass, and that this one reaches.
public struct Certificate: Equatable, Sendable {
    /// Twice the dual of each vertex.
    public var duals: [Int64]
    /// Odd sets with twice their dual, never negative.
    public var odd: [OddSet]

    /// Vertices of which an odd number always finds its partner outside.
    public struct OddSet: Equatable, Sendable {
        public var vertices: [Int]
        public var dual: Int64
    }

    /// Whether the pairs are a perfect matching of the largest weight: every pair of vertices is allowed by the duals,
    /// and the bound equals the weight. O(n^2).
    public func proves(_ pairs: [(Int, Int)], weight: (Int, Int) -> Int64) -> Bool {
        let count = duals.count
        var times = [Int](repeating: 0, count: count)
        for (one, other) in pairs {
            times[one] += 1
            times[other] += 1
        }
        guard times.allSatisfy({ $0 == 1 }), odd.allSatisfy({ $0.dual >= 0 && $0.vertices.count % 2 == 1 }) else {
            return false
        }
        var inside = [[Int]](repeating: [], count: count)
        for (index, set) in odd.enumerated() where set.dual > 0 {
            guard Set(set.vertices).count == set.vertices.count else { return false }
            for vertex in set.vertices { inside[vertex].append(index) }
        }
        for one in 0..<count {
            for other in (one + 1)..<max(count, one + 1) {
                var sum = duals[one] + duals[other] - 2 * weight(one, other)
                if sum < 0 {
                    for set in inside[one] where inside[other].contains(set) { sum += odd[set].dual }
                    guard sum >= 0 else { return false }
                }
            }
        }
        let bound =
            duals.reduce(0, +) + odd.reduce(0) { $0 + $1.dual * Int64(($1.vertices.count - 1) / 2) }
        return bound == pairs.reduce(0) { $0 + 2 * weight($1.0, $1.1) }
    }
}
