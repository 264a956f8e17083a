// Knows what a command found and how it is told: a table for people or JSON for programs.

import Foundation

/// The result of one command.
struct Findings: Encodable {
    var command: String
    var machine: Machine
    var figures: [Figure] = []
    /// What has to be known to read the figures.
    var notes: [String] = []
    /// What was lost, doubled or out of order: the only thing that is a failure.
    var wrong: [String] = []

    init(_ command: String) {
        self.command = command
        machine = Machine()
    }

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
        let busy = machine.isBusy ? ["the machine was busy: trust processor times, not times on the clock"] : []
        return table.lines + (notes + busy).map { "  \($0)" } + wrong.map { "WRONG: \($0)" }
    }

    func tell(asJSON: Bool) throws {
        guard asJSON else { return Self.line(lines.joined(separator: "\n")) }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        Self.line(String(decoding: try encoder.encode(self), as: UTF8.self))
    }

    static func line(_ text: String) { FileHandle.standardOutput.write(Data((text + "\n").utf8)) }
    /// Beside the result: what is being done, for whoever waits.
    static func progress(_ text: String) { FileHandle.standardError.write(Data((text + "\n").utf8)) }
}
