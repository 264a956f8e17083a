// Knows how unevenly something countable is spread over people. Each figure states its formula; x_(i) are
// the counts in ascending order, n people, T their sum, p = x/T.

import Foundation

/// The spread of a count (turns, words, messages) over named people.
public struct Distribution: Equatable, Sendable {
    /// Sum over all.
    public let sum: Int
    /// People counted, zeros included.
    public let n: Int
    /// People above zero.
    public let activeN: Int
    /// Gini coefficient, 0 to (n - 1)/n; nil if the sum is 0 or n < 2. G = sum (2i - n - 1) x_(i) / (n T), ascending.
    public let gini: Double?
    /// The same scaled to 0 to 1: G n/(n - 1).
    public let giniCorrected: Double?
    /// Over those above zero only.
    public let giniActive: Double?
    /// What dealing out the same sum one by one by pure chance would give on average; for counts of acts only.
    public let giniChance: Double?
    /// Largest share of one person, 0 to 1.
    public let topShare: Double?
    /// Who has it, in order; more than one after a tie.
    public let topPeople: [String]
    /// The fewest people who together have half of the sum.
    public let nHalf: Int?
    /// H = -sum p ln p.
    public let entropyNats: Double?
    /// H / ln of those above zero (Pielou); nil with fewer than two.
    public let evennessActive: Double?
    /// H / ln n; nil with fewer than two.
    public let evennessAll: Double?

    /// - Parameters:
    ///   - counts: by person, zeros included, none below zero.
    ///   - isOfActs: whether what is counted is single acts, so that chance can be computed.
    public init(_ counts: [String: Int], isOfActs: Bool) {
        let ascending = counts.values.sorted()
        let total = ascending.reduce(0, +)
        let active = ascending.filter { $0 > 0 }
        sum = total
        n = ascending.count
        activeN = active.count
        gini = Self.gini(ascending)
        giniCorrected = gini.map { $0 * Double(ascending.count) / Double(ascending.count - 1) }
        giniActive = Self.gini(active)
        giniChance = isOfActs ? ChanceGini.expected(people: ascending.count, units: total) : nil
        let top = ascending.last ?? 0
        topShare = total > 0 ? Double(top) / Double(total) : nil
        topPeople = total > 0 ? counts.filter { $0.value == top }.keys.sorted() : []
        nHalf = total > 0 ? Self.half(ascending, of: total) : nil
        let shares = active.map { Double($0) / Double(total) }
        let entropy = total > 0 ? -shares.reduce(0) { $0 + $1 * log($1) } : nil
        entropyNats = entropy
        evennessActive = entropy.flatMap { active.count > 1 ? $0 / log(Double(active.count)) : nil }
        evennessAll = entropy.flatMap { ascending.count > 1 ? $0 / log(Double(ascending.count)) : nil }
    }

    /// Nil if there is nothing to share or nobody to share it with.
    static func gini(_ ascending: [Int]) -> Double? {
        let n = ascending.count
        let total = ascending.reduce(0, +)
        guard n > 1, total > 0 else { return nil }
        let weighted = ascending.enumerated().reduce(0) { $0 + (2 * ($1.offset + 1) - n - 1) * $1.element }
        return Double(weighted) / (Double(n) * Double(total))
    }

    private static func half(_ ascending: [Int], of total: Int) -> Int {
        var sum = 0
        for (index, count) in ascending.reversed().enumerated() {
            sum += count
            if 2 * sum >= total { return index + 1 }
        }
        return ascending.count
    }
}
