// Knows where a list says what its columns are, by which separator, and which columns mean something here.

import Meetings

/// The row of names and all that stands below it.
struct ListHeader {
    let line: Int
    /// As they are written.
    let names: [String]
    /// By position; nil for what means nothing here, or was there already.
    let columns: [ListColumn?]
    let rows: [ListTable.Row]
    /// Where a quote begins that never ends.
    let openQuote: (line: Int, column: Int)?

    /// Reports of calls begin with some lines about the call.
    private static let rowsToLook = 20
    private static let mostColumns = 200

    /// Nil if nothing says so.
    init?(_ text: String) throws(ListError) {
        let (body, separator) = Self.named(text)
        let separators = separator.map { [$0] } ?? ListTable.separators.reversed()
        var best: (score: Int, row: Int, separator: Unicode.Scalar)?
        for separator in separators {
            let rows = ListTable(body.text, separator: separator, firstLine: body.line, most: Self.rowsToLook).rows
            for (at, row) in rows.enumerated() {
                let score = Self.score(row.cells, isFirst: at == 0)
                if score > best?.score ?? 0 { best = (score, at, separator) }
            }
        }
        guard let best else { return nil }
        let table = ListTable(
            body.text, separator: best.separator, firstLine: body.line, most: Limits.listPeople + Self.rowsToLook)
        let head = table.rows[best.row]
        // What stands behind the last name is nothing.
        let width = (head.cells.lastIndex { !$0.isEmpty } ?? 0) + 1
        (line, names, openQuote) = (head.line, Array(head.cells.prefix(width)), table.openQuote)
        var seen: Set<ListColumn> = []
        columns = names.map { name in
            guard let column = ListColumn(header: name), seen.insert(column).inserted else { return nil }
            return column
        }
        for (at, name) in names.enumerated() where !name.isEmpty {
            guard let first = names.firstIndex(where: { ComparedName($0) == ComparedName(name) }), first < at else {
                continue
            }
            throw .columnTwice(line: line, column: at + 1, name: name)
        }
        let below = table.rows[(best.row + 1)...]
        let end = below.firstIndex { Self.isSection($0) } ?? below.endIndex
        rows = Array(below[..<end])
    }

    /// The separator that a first line names, for Excel alone, and what follows it.
    private static func named(
        _ text: String
    ) -> (body: (text: String.UnicodeScalarView.SubSequence, line: Int), separator: Unicode.Scalar?) {
        let scalars = text.unicodeScalars[...]
        let whole = (text: scalars, line: 1)
        let end = scalars.firstIndex { $0 == "\n" || $0 == "\r" } ?? scalars.endIndex
        let first = scalars[..<end].filter { $0 != "\"" }
        guard first.count == 5, String(String.UnicodeScalarView(first.prefix(4))).lowercased() == "sep=",
            let separator = first.last
        else { return (whole, nil) }
        var rest = scalars[end...]
        if rest.first == "\r" { rest.removeFirst() }
        if rest.first == "\n" { rest.removeFirst() }
        return ((rest, 2), separator)
    }

    /// How well a row names columns; 0 if it does not. Who somebody is has to be one of them, and below the first row
    /// another one too: there names stand.
    private static func score(_ cells: [String], isFirst: Bool) -> Int {
        guard cells.count <= mostColumns else { return 0 }
        let columns = cells.compactMap(ListColumn.init(header:))
        guard !columns.isEmpty, isFirst || columns.count > 1 else { return 0 }
        guard columns.contains(where: \.isName) else {
            return columns.contains(.email) && columns.count > 1 ? columns.count : 0
        }
        return Set(columns).count * 10 + (isFirst ? 5 : 0)
    }

    /// "3. In-Meeting Activities": a report goes on with something else.
    private static func isSection(_ row: ListTable.Row) -> Bool {
        guard let first = row.cells.first, row.cells.dropFirst().allSatisfy(\.isEmpty) else { return false }
        let number = first.prefix { $0.isASCII && $0.isNumber }
        return !number.isEmpty && first.dropFirst(number.count).hasPrefix(". ")
    }

    /// Columns that mean nothing here, as they are written.
    var ignored: [String] { zip(names, columns).filter { $1 == nil && !$0.isEmpty }.map(\.0) }

    func has(_ column: ListColumn) -> Bool { columns.contains(column) }
}
