// Knows one line of a result: what was measured, in which unit, ours and the least it could be.

/// A figure with its floor of the same run.
struct Figure: Encodable {
    var name: String
    var unit: String
    var ours: Spread
    /// What the bare thing takes for as much; nil where there is nothing to compare with.
    var floor: Spread?

    init(_ name: String, _ unit: String, _ ours: [Double], floor: [Double]? = nil) {
        (self.name, self.unit, self.ours, self.floor) = (name, unit, Spread(ours), floor.map(Spread.init))
    }

    /// How many times the floor ours is, by medians.
    var ratio: Double? {
        guard let floor, !floor.isEmpty, !ours.isEmpty, floor.median > 0 else { return nil }
        return ours.median / floor.median
    }

    private enum CodingKeys: String, CodingKey { case name, unit, median, floor, ratio, values, floorValues }

    func encode(to encoder: any Encoder) throws {
        var fields = encoder.container(keyedBy: CodingKeys.self)
        try fields.encode(name, forKey: .name)
        try fields.encode(unit, forKey: .unit)
        // A figure without measurements has no median: JSON knows no "not a number".
        if !ours.isEmpty { try fields.encode(ours.median, forKey: .median) }
        try fields.encode(ours.values, forKey: .values)
        guard let floor, !floor.isEmpty else { return }
        try fields.encode(floor.median, forKey: .floor)
        try fields.encode(floor.values, forKey: .floorValues)
        try fields.encodeIfPresent(ratio, forKey: .ratio)
    }
}
