// Knows how a table is written for other programs: RFC 4180 in UTF-8. A cell that a spreadsheet would run is made
// harmless where the file is for spreadsheets.

/// Rows of cells as a text of comma-separated values.
struct CSVText {
    /// What ends a line.
    let lineEnd: String
    /// Whether it is for spreadsheets: by a mark they know that letters with marks are in UTF-8, and no cell is run.
    let isForSpreadsheets: Bool

    private static let mark = "\u{FEFF}"

    /// What the text begins with.
    var beginning: String { isForSpreadsheets ? Self.mark : "" }

    /// A text as a cell that no spreadsheet runs; where the file is for other programs, as it is.
    func harmless(_ text: String) -> String { isForSpreadsheets && Self.isRun(text) ? "'" + text : text }

    /// One row with its end.
    func line(_ cells: [String]) -> String { cells.map(cell).joined(separator: ",") + lineEnd }

    /// As RFC 4180 has it. By scalars: a mark that joins a comma makes it no other comma.
    private func cell(_ text: String) -> String {
        let scalars = text.unicodeScalars
        guard scalars.contains(where: { "\",\r\n".unicodeScalars.contains($0) }) else { return text }
        var quoted = "\""
        for scalar in scalars {
            if scalar == "\"" { quoted += "\"" }
            quoted.unicodeScalars.append(scalar)
        }
        return quoted + "\""
    }

    /// Whether a spreadsheet would take it for a formula, as the pages' own files have it.
    private static func isRun(_ text: String) -> Bool {
        if let first = text.unicodeScalars.first, first == "\t" || first == "\r" { return true }
        let begin = text.unicodeScalars.first { !$0.properties.isWhitespace }
        return begin.map { "=+-@".unicodeScalars.contains($0) } ?? false
    }
}
