// Knows what changed in people who answered the same twice. There is no group to compare with: it is a change, and no
// effect of a meeting.

import Foundation
import Meetings

/// The change between two answers of the same people to the same sentence.
public struct PairedChange: Equatable, Sendable {
    /// How many answered both, only the first, only the second.
    public let n: Int
    public let firstOnly: Int
    public let secondOnly: Int
    /// Of those who answered both.
    public let meanFirst: Double?
    public let meanSecond: Double?
    /// The mean of d_i = second - first, and its raw standard deviation.
    public let mean: Double?
    public let deviation: Double?
    /// mean(d)/sd(d) (Cohen 1988).
    public let dz: Double?
    /// mean(d)/((s_first + s_second)/2) (Lakens 2013).
    public let dav: Double?
    /// Hedges' correction of d_av: J = 1 - 3/(4 df - 1), df = n - 1.
    public let corrected: Double?
    /// 95 % of the mean change, by Student's t; nil for few.
    public let low: Double?
    public let high: Double?
    /// Two-sided p of Wilcoxon's signed rank test; nil where nobody's answer changed.
    public let wilcoxon: Double?

    /// - Parameters:
    ///   - first: by person, and `second` too.
    ///   - fewest: below so many pairs no interval is given.
    public init(first: [PersonID: Double], second: [PersonID: Double], intervalFrom fewest: Int) {
        let both = first.keys.filter { second[$0] != nil }.sorted()
        let (before, after) = (both.compactMap { first[$0] }, both.compactMap { second[$0] })
        let changes = zip(before, after).map { $1 - $0 }
        n = both.count
        (firstOnly, secondOnly) = (first.count - n, second.count - n)
        (meanFirst, meanSecond) = (Self.mean(before), Self.mean(after))
        let (mean, deviation) = (Self.mean(changes), Self.deviation(changes))
        (self.mean, self.deviation) = (mean, deviation)
        dz = Self.ratio(mean, deviation)
        let spread = Self.deviation(before).flatMap { one in Self.deviation(after).map { (one + $0) / 2 } }
        let dav = Self.ratio(mean, spread)
        self.dav = dav
        let pairs = n
        corrected = dav.map { $0 * Self.hedges(pairs) }
        if let mean, let deviation, n >= max(2, fewest) {
            let half = StudentsT.quantile(outside: 0.05, degrees: n - 1) * deviation / Double(n).squareRoot()
            (low, high) = (mean - half, mean + half)
        } else {
            (low, high) = (nil, nil)
        }
        wilcoxon = SignedRanks(changes)?.p
    }

    /// J = 1 - 3/(4 df - 1): 0.89, 0.93, 0.96 for 8, 12, 20.
    static func hedges(_ n: Int) -> Double { 1 - 3 / (4 * Double(n - 1) - 1) }

    private static func ratio(_ mean: Double?, _ spread: Double?) -> Double? {
        guard let mean, let spread, spread > 0 else { return nil }
        return mean / spread
    }

    private static func mean(_ values: [Double]) -> Double? {
        values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)
    }

    private static func deviation(_ values: [Double]) -> Double? {
        guard values.count > 1, let mean = mean(values) else { return nil }
        return (values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count - 1)).squareRoot()
    }
}

/// Wilcoxon's signed ranks (1945): changes of nought are left out, equal ones share their ranks. The p-value is exact
/// given the ties, over all signs.
struct SignedRanks: Equatable, Sendable {
    /// The sum of ranks of positive changes.
    let positive: Double
    let p: Double
    private static let mostForExact = 200

    init?(_ changes: [Double]) {
        let changed = changes.filter { $0 != 0 }.sorted { abs($0) < abs($1) }
        guard !changed.isEmpty, changed.count <= Self.mostForExact else { return nil }
        // Twice the rank, so that a shared one is a whole number too.
        var doubled: [Int] = []
        while doubled.count < changed.count {
            let from = doubled.count
            let same = changed[from...].prefix { abs($0) == abs(changed[from]) }.count
            doubled += Array(repeating: 2 * from + same + 1, count: same)
        }
        let sum = zip(changed, doubled).reduce(0) { $0 + ($1.0 > 0 ? $1.1 : 0) }
        let total = doubled.reduce(0, +)
        // How probable each sum is when every sign is a coin.
        var chances = [Double](repeating: 0, count: total + 1)
        chances[0] = 1
        for rank in doubled {
            for sum in stride(from: total, through: 0, by: -1) {
                chances[sum] = chances[sum] / 2 + (sum >= rank ? chances[sum - rank] / 2 : 0)
            }
        }
        let smaller = min(sum, total - sum)
        positive = Double(sum) / 2
        p = min(1, 2 * chances[...smaller].reduce(0, +))
    }
}
