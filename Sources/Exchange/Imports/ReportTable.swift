// Knows the columns of attendance reports, by whichever separator they were saved, and how their cells are read.

import Meetings

/// A column of an attendance report that means something here. The column of user principal names is none.
enum ReportColumn: CaseIterable {
    case name, join, leave, duration, email, action, moment, waiting, start, end

    private var names: [String] {
        switch self {
        case .name: ["name", "full name", "name (original name)", "display name", "participant", "enw", "enw llawn"]
        case .join: ["join time", "first join", "first join time", "joined", "amser ymuno"]
        case .leave: ["leave time", "last leave", "last leave time", "left", "amser gadael"]
        case .duration:
            [
                "duration", "in-meeting duration", "attendance duration", "duration (minutes)",
                "total duration (minutes)", "time in session (minutes)", "hyd",
            ]
        case .email: ["email", "e-mail", "user email", "email address", "e-bost", "ebost"]
        case .action: ["user action"]
        case .moment: ["timestamp"]
        case .waiting: ["in waiting room"]
        case .start: ["start time", "meeting start time", "actual start time", "amser dechrau"]
        case .end: ["end time", "meeting end time", "actual end time", "amser gorffen"]
        }
    }

    private static let known: [ComparedName: ReportColumn] = Dictionary(
        allCases.flatMap { column in column.names.map { (ComparedName($0), column) } },
        uniquingKeysWith: { first, _ in first })

    init?(header: String) {
        guard header.utf8.count <= 60, let column = Self.known[ComparedName(header)] else { return nil }
        self = column
    }

    /// Cells that only Zoom's reports have.
    private static let zoomOnly = Set(
        [
            "name (original name)", "user email", "duration (minutes)", "total duration (minutes)", "in waiting room",
            "recording consent", "recording disclaimer response",
        ].map { ComparedName($0) })

    static func isZooms(_ header: String) -> Bool { header.utf8.count <= 60 && zoomOnly.contains(ComparedName(header)) }
}

/// Where the columns of a part of a report stand.
struct ReportHeader {
    private var places: [ReportColumn: Int] = [:]
    let isZooms: Bool

    /// Nil for a row that names no columns of people.
    init?(_ row: ListTable.Row) {
        guard row.cells.count <= 60 else { return nil }
        for (at, cell) in row.cells.enumerated() {
            if let column = ReportColumn(header: cell), places[column] == nil { places[column] = at }
        }
        isZooms = row.cells.contains(where: ReportColumn.isZooms)
        guard has(.name), has(.join) || has(.duration) || has(.moment) else { return nil }
    }

    func has(_ column: ReportColumn) -> Bool { places[column] != nil }

    /// Nil where nothing stands, or a dash.
    func cell(_ column: ReportColumn, _ row: ListTable.Row) -> String? {
        guard let at = places[column], row.cells.indices.contains(at) else { return nil }
        let cell = row.cells[at]
        return cell.isEmpty || cell == "-" || cell == "--" ? nil : cell
    }

    /// Refuses a row that ends before it says when or how long: there a file was cut.
    func checkWhole(_ row: ListTable.Row) throws(ImportError) {
        for column in [ReportColumn.join, .leave, .duration] {
            guard let at = places[column], at >= row.cells.count else { continue }
            throw .missingValue(line: row.line, column: "\(column)")
        }
    }

    func text(_ column: ReportColumn, _ row: ListTable.Row) throws(ImportError) -> String {
        guard let cell = cell(column, row) else { throw .missingValue(line: row.line, column: "\(column)") }
        return cell
    }

    func moment(_ column: ReportColumn, _ row: ListTable.Row) throws(ImportError) -> WrittenMoment? {
        guard let cell = cell(column, row) else { return nil }
        return try Self.moment(cell, row.line)
    }

    func seconds(_ row: ListTable.Row) throws(ImportError) -> Int? {
        guard let cell = cell(.duration, row) else { return nil }
        guard let seconds = WrittenDuration.seconds(cell) else { throw .badDuration(line: row.line) }
        return seconds
    }

    static func moment(_ cell: String, _ line: Int) throws(ImportError) -> WrittenMoment {
        guard let moment = WrittenMoment(cell, line: line) else { throw .badMoment(line: line) }
        return moment
    }
}

/// The rows of an attendance report.
struct ReportTable {
    let rows: [ListTable.Row]
    let isZooms: Bool

    /// The first lines of a report are about the call.
    private static let rowsToLook = 60

    /// Nil where no row names columns of people, by whichever separator.
    init?(_ text: String) throws(ImportError) {
        let whole = text.unicodeScalars[...]
        var found: (separator: Unicode.Scalar, isZooms: Bool)?
        for separator in ListTable.separators where found == nil {
            let first = ListTable(whole, separator: separator, most: Self.rowsToLook).rows
            if let header = first.lazy.compactMap(ReportHeader.init).first { found = (separator, header.isZooms) }
        }
        guard let found else { return nil }
        let table = ListTable(whole, separator: found.separator, most: Limits.importRows + 1)
        if let quote = table.openQuote { throw .openQuote(line: quote.line) }
        if table.rows.count > Limits.importRows {
            throw .tooMany(line: table.rows[Limits.importRows].line, limit: Limits.importRows)
        }
        (rows, isZooms) = (table.rows, found.isZooms)
    }
}

extension ListTable.Row {
    /// The number of a section that begins here, in whatever language it is named: "3. In-Meeting Activities".
    var section: Int? {
        guard let first = cells.first, cells.dropFirst().allSatisfy(\.isEmpty) else { return nil }
        let number = first.prefix { $0.isASCII && $0.isNumber }
        guard number.count == 1, first.dropFirst().hasPrefix(". ") else { return nil }
        return Int(number)
    }
}
