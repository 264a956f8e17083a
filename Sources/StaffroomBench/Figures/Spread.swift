// Knows what is said of numbers that were measured several times. Knows nothing of what they are.

/// Measurements of one thing.
struct Spread: Equatable, Encodable {
    /// In ascending order.
    let values: [Double]

    init(_ values: [Double]) { self.values = values.sorted() }

    var isEmpty: Bool { values.isEmpty }
    var least: Double { values.first ?? .nan }
    var most: Double { values.last ?? .nan }
    var median: Double {
        guard !values.isEmpty else { return .nan }
        let middle = values.count / 2
        return values.count.isMultiple(of: 2) ? (values[middle - 1] + values[middle]) / 2 : values[middle]
    }

    /// The value at or below which this share of all lies: the nearest rank, so it is one that was measured.
    func percentile(_ share: Double) -> Double {
        guard !values.isEmpty else { return .nan }
        let rank = Int((share * Double(values.count)).rounded(.up))
        return values[min(max(rank, 1), values.count) - 1]
    }
}
