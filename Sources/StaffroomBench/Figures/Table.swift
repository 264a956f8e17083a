// Knows how rows of text stand under each other. Knows nothing of figures.

/// A table of text: the first column to the left, all others to the right.
struct Table {
    var head: [String]
    var rows: [[String]] = []

    /// The lines, without spaces at their ends.
    var lines: [String] {
        let all = [head] + rows
        let widths = head.indices.map { column in all.map { column < $0.count ? $0[column].count : 0 }.max() ?? 0 }
        return all.map { row in
            var line = ""
            for (column, width) in widths.enumerated() {
                let cell = column < row.count ? row[column] : ""
                let space = String(repeating: " ", count: width - cell.count)
                line += column == 0 ? cell + space : "  " + space + cell
            }
            return String(line.reversed().drop { $0 == " " }.reversed())
        }
    }

    /// Three digits that count: 0.0123, 1.23, 12.3, 1230.
    static func text(_ value: Double) -> String {
        guard value.isFinite else { return "-" }
        guard value != 0 else { return "0" }
        var places = 2
        var size = value.magnitude
        while size >= 10, places > 0 { (size, places) = (size / 10, places - 1) }
        while size < 1, places < 12 { (size, places) = (size * 10, places + 1) }
        return fixed(value, places)
    }

    private static func fixed(_ value: Double, _ places: Int) -> String {
        guard value.magnitude < 1e15 else { return "\(value)" }
        var scale = 1.0
        for _ in 0..<places { scale *= 10 }
        let whole = Int64((value.magnitude * scale).rounded())
        let sign = value < 0 && whole > 0 ? "-" : ""
        guard places > 0 else { return "\(sign)\(whole)" }
        let digits = String(whole)
        let padded = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
        return "\(sign)\(padded.dropLast(places)).\(padded.suffix(places))"
    }
}
