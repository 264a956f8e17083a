// Knows a goal: what a figure has to reach, what it should, and whether it does.

import Foundation

/// One row of the table of goals.
struct Goal: Codable {
    enum Reached: String {
        case aim, must
        case no = "NO"
    }

    /// Its row, such as `F1`.
    var row: String
    var what: String
    var unit: String
    var value: Double
    var must: Double
    var aim: Double
    var isMoreBetter: Bool
    /// How far the repeats of the floor, or of ours where there is none, lie apart, over their median.
    var spread: Double
    /// What an earlier run said.
    var before: Double?

    /// Beyond it the machine was too noisy to tell one from the other.
    static let mostSpread = 0.25

    /// What has no bounds of its own is judged by the ratio of medians.
    init(
        _ row: String, _ what: String, _ unit: String, _ value: Double, must: Double, aim: Double,
        isMoreBetter: Bool, measuredBy repeats: [Double] = []
    ) {
        (self.row, self.what, self.unit, self.value) = (row, what, unit, value)
        (self.must, self.aim, self.isMoreBetter) = (must, aim, isMoreBetter)
        let all = Spread(repeats)
        spread = all.isEmpty || all.median <= 0 ? 0 : (all.most - all.least) / all.median
    }

    /// How many times ours goes into the floor: 1 is as good as bare.
    static func floorOverOurs(
        _ row: String, _ what: String, ours: [Double], floor: [Double], must: Double, aim: Double
    ) -> Goal {
        Goal(
            row, what, "x", Spread(floor).median / Spread(ours).median, must: must, aim: aim, isMoreBetter: true,
            measuredBy: floor)
    }

    /// How many times the floor goes into ours.
    static func oursOverFloor(
        _ row: String, _ what: String, ours: [Double], floor: [Double], must: Double, aim: Double,
        isMoreBetter: Bool = false
    ) -> Goal {
        Goal(
            row, what, "x", Spread(ours).median / Spread(floor).median, must: must, aim: aim,
            isMoreBetter: isMoreBetter, measuredBy: floor)
    }

    var reached: Reached {
        func reaches(_ bound: Double) -> Bool { isMoreBetter ? value >= bound : value <= bound }
        return reaches(aim) ? .aim : reaches(must) ? .must : .no
    }

    var isNoisy: Bool { spread > Self.mostSpread }

    static let head = ["goal", "unit", "now", "must", "aim", "reached", "before", "change", ""]

    var cells: [String] {
        let change = before.map { "\(value >= $0 ? "+" : "")\(Table.text((value / $0 - 1) * 100)) %" } ?? ""
        return [
            "\(row) \(what)", unit, Table.text(value), Table.text(must), Table.text(aim), reached.rawValue,
            before.map(Table.text) ?? "", change,
            isNoisy ? "too noisy: repeats \(Table.text(spread * 100)) % apart" : "",
        ]
    }
}
