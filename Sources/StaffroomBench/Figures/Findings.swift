// Knows what a command found and how it is told: a table for people or JSON for programs.

import Foundation

/// The result of one command.
struct Findings: Encodable {
    var command: String
    var machine: Machine
    var figures: [Figure] = []
    var goals: [Goal] = []
    /// What has to be known to read the figures.
    var notes: [String] = []
    /// What was lost, doubled or out of order: the only thing that is a failure.
    var wrong: [String] = []

    init(_ command: String) {
        self.command = command
        machine = Machine()
    }

    /// What was not measured, where JSON knows numbers only.
    private static let infinite = "infinite"
    private static let none = "none"
    private static let noNumbers = JSONEncoder.NonConformingFloatEncodingStrategy.convertToString(
        positiveInfinity: infinite, negativeInfinity: "-\(infinite)", nan: none)

    var lines: [String] {
        var table = Table(head: ["\(command): \(machine.words)", "unit", "ours", "least", "most", "floor", "ratio"])
        for figure in figures {
            let isOne = figure.ours.values.count < 2
            table.rows.append([
                figure.name, figure.unit, Table.text(figure.ours.median),
                isOne ? "" : Table.text(figure.ours.least), isOne ? "" : Table.text(figure.ours.most),
                figure.floor.map { Table.text($0.median) } ?? "", figure.ratio.map(Table.text) ?? "",
            ])
        }
        var goals = Table(head: Goal.head)
        goals.rows = self.goals.map(\.cells)
        let busy = machine.isBusy ? ["the machine was busy: trust processor times, not times on the clock"] : []
        return table.lines + (self.goals.isEmpty ? [] : [""] + goals.lines + [""]) + (notes + busy).map { "  \($0)" }
            + wrong.map { "WRONG: \($0)" }
    }

    func tell(asJSON: Bool) throws {
        guard asJSON else { return Self.line(lines.joined(separator: "\n")) }
        let encoder = JSONEncoder()
        encoder.nonConformingFloatEncodingStrategy = Self.noNumbers
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        Self.line(String(decoding: try encoder.encode(self), as: UTF8.self))
    }

    /// Puts beside each goal what an earlier run said of it.
    mutating func compare(with path: String) throws {
        struct Earlier: Decodable {
            var goals: [Goal]
        }
        let data = try Data(contentsOf: URL(fileURLWithPath: path))
        let decoder = JSONDecoder()
        decoder.nonConformingFloatDecodingStrategy = .convertFromString(
            positiveInfinity: Self.infinite, negativeInfinity: "-\(Self.infinite)", nan: Self.none)
        let earlier = try decoder.decode(Earlier.self, from: data).goals
        for (index, goal) in goals.enumerated() {
            goals[index].before = earlier.first { ($0.row, $0.what) == (goal.row, goal.what) }?.value
        }
    }

    static func line(_ text: String) { FileHandle.standardOutput.write(Data((text + "\n").utf8)) }
    /// Beside the result: what is being done, for whoever waits.
    static func progress(_ text: String) { FileHandle.standardError.write(Data((text + "\n").utf8)) }
}
