// Knows separated values as spreadsheets write them: quotes, line ends of any kind, a line that names the separator.
// Everything is compared by scalar: a separator that something invisible follows is a separator.

/// The cells of a text, each row with the line on which it begins.
struct ListTable {
    struct Row: Equatable {
        var line: Int
        var cells: [String]

        /// Whether it says nothing.
        var isEmpty: Bool { cells.allSatisfy(\.isEmpty) }
    }

    static let separators: [Unicode.Scalar] = ["\t", ";", ","]

    private static let mostCells = 1_000

    private(set) var rows: [Row] = []
    /// Where a quote begins that never ends.
    private(set) var openQuote: (line: Int, column: Int)?

    /// Empty rows are left out; at most `most` are read, if there is such a number.
    init(_ text: String.UnicodeScalarView.SubSequence, separator: Unicode.Scalar, firstLine: Int = 1, most: Int = .max)
    {
        var (cell, row) = (String.UnicodeScalarView(), Row(line: firstLine, cells: []))
        var (isQuoted, wasQuoted, line) = (false, false, firstLine)
        var opened = (line: 1, column: 1)
        func endCell() {
            defer { (cell, wasQuoted) = (String.UnicodeScalarView(), false) }
            // Nobody's table is as wide: what else stands there is nobody's to read.
            guard row.cells.count < Self.mostCells else { return }
            row.cells.append(wasQuoted ? Self.withoutEdges(cell, Self.isInvisible) : Self.trimmed(cell))
        }
        func endRow() {
            endCell()
            if !row.isEmpty { rows.append(row) }
            line += 1
            row = Row(line: line, cells: [])
        }
        var at = text.startIndex
        while at < text.endIndex, rows.count < most {
            let scalar = text[at]
            let next = text.index(after: at)
            let follower = next < text.endIndex ? text[next] : nil
            at = next
            if isQuoted {
                if scalar == "\"" {
                    if follower == "\"" {
                        cell.append("\"")
                        at = text.index(after: next)
                    } else {
                        isQuoted = false
                    }
                } else {
                    if scalar == "\n" || scalar == "\r" && follower != "\n" { line += 1 }
                    cell.append(scalar)
                }
            } else if scalar == "\"", cell.allSatisfy(Self.isSpace) {
                (cell, isQuoted, wasQuoted) = (String.UnicodeScalarView(), true, true)
                opened = (line, row.cells.count + 1)
            } else if scalar == separator {
                endCell()
            } else if scalar == "\n" || scalar == "\r" {
                if scalar == "\r", follower == "\n" { at = text.index(after: next) }
                endRow()
            } else if !wasQuoted || !Self.isSpace(scalar) {
                cell.append(scalar)
            }
        }
        if isQuoted { openQuote = opened }
        if rows.count < most { endRow() }
    }

    /// White space and what nobody sees: a joiner that stands at an edge joins nothing.
    static func isSpace(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isWhitespace || isInvisible(scalar) }

    private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x200B...0x200F, 0x2060, 0xFEFF, 0x00AD: true
        default: false  // foreign: Unicode
        }
    }

    static func trimmed(_ text: some BidirectionalCollection<Unicode.Scalar>) -> String { withoutEdges(text, isSpace) }

    private static func withoutEdges(
        _ text: some BidirectionalCollection<Unicode.Scalar>, _ isLeftOut: (Unicode.Scalar) -> Bool
    ) -> String {
        guard let first = text.firstIndex(where: { !isLeftOut($0) }),
            let last = text.lastIndex(where: { !isLeftOut($0) })
        else { return "" }
        return String(String.UnicodeScalarView(text[first...last]))
    }
}
