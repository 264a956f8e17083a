// Knows comma-separated values as spreadsheets write them: quotes, line ends of any kind, a byte order mark.

/// The cells of a file, each with the line on which it begins.
struct CSVTable {
    struct Row {
        var line: Int
        var cells: [String]
    }

    private(set) var rows: [Row] = []

    /// Throws where a quote is not closed. Empty lines are left out.
    init(_ text: String) throws(MatchingFileError) {
        var (cell, row) = ("", Row(line: 1, cells: []))
        var (isQuoted, wasQuoted, line) = (false, false, 1)
        var opened = (line: 1, column: 1)
        // A byte order mark is no part of the first name.
        var rest = Substring(text.hasPrefix("\u{FEFF}") ? String(text.unicodeScalars.dropFirst()) : text)
        func isEmpty(_ row: Row) -> Bool { row.cells.allSatisfy { $0.allSatisfy(\.isWhitespace) } }
        func endCell() {
            row.cells.append(wasQuoted ? cell : Self.trimmed(cell))
            (cell, wasQuoted) = ("", false)
        }
        while let character = rest.popFirst() {
            if isQuoted {
                if character == "\"" {
                    if rest.first == "\"" { cell.append(rest.removeFirst()) } else { isQuoted = false }
                } else {
                    if character.isNewline { line += 1 }
                    cell.append(character)
                }
            } else if character == "\"" && cell.allSatisfy(\.isWhitespace) {
                (cell, isQuoted, wasQuoted, opened) = ("", true, true, (line, row.cells.count + 1))
            } else if character == "," {
                endCell()
            } else if character.isNewline {
                endCell()
                if !isEmpty(row) { rows.append(row) }
                line += 1
                row = Row(line: line, cells: [])
            } else if !wasQuoted || !character.isWhitespace {
                cell.append(character)
            }
        }
        guard !isQuoted else {
            throw .wrongCell(line: opened.line, column: opened.column, name: "\"", expected: "a closing quote")
        }
        endCell()
        if !isEmpty(row) { rows.append(row) }
    }

    private static func trimmed(_ text: String) -> String {
        var text = Substring(text)
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }
}
