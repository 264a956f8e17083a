// Knows minutes as a file for spreadsheets: every table under its part and title, with the same first two columns
// throughout, so that it can be sorted and filtered.

enum MinutesCSV {
    private static let csv = CSVText(lineEnd: "\r\n", isForSpreadsheets: true)

    static func write(_ minutes: Minutes) -> String {
        var rows = [[minutes.title]] + minutes.lines.map { [$0] }
        for part in minutes.parts {
            for table in part.tables {
                rows.append([])
                let first = [part.title, table.title ?? ""]
                rows += table.lines.map { first + [$0] }
                rows.append(first + table.head)
                rows += table.rows.map { first + $0 }
            }
        }
        return csv.beginning + rows.map { csv.line($0.map(csv.harmless)) }.joined()
    }
}
