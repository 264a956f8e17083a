// Knows what is said of numbers that were measured several times. Knows nothing of what they are.

/// Measurements of one thing.
struct Spread: Equatable {
    /// In the order in which they were measured.
    let values: [Double]
    private let sorted: [Double]

    init(_ values: [Double]) { (self.values, sorted) = (values, values.sorted()) }

    var isEmpty: Bool { values.isEmpty }
    var least: Double { sorted.first ?? .nan }
    var most: Double { sorted.last ?? .nan }
    var median: Double {
        guard !values.isEmpty else { return .nan }
        let middle = values.count / 2
        return values.count.isMultiple(of: 2) ? (sorted[middle - 1] + sorted[middle]) / 2 : sorted[middle]
    }

    /// The value at or below which this share of all lies: the nearest rank, so it is one that was measured.
    func percentile(_ share: Double) -> Double {
        guard !values.isEmpty else { return .nan }
        let rank = Int((share * Double(values.count)).rounded(.up))
        return sorted[min(max(rank, 1), values.count) - 1]
    }
}
