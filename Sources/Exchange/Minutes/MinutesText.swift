// Knows minutes as plain text. What a person wrote can never look like a part of its own: its lines are set in.

enum MinutesText {
    private static let between = " · "

    static func write(_ minutes: Minutes) -> String {
        var lines = [flat(minutes.title), String(repeating: "=", count: max(3, flat(minutes.title).count))]
        lines += minutes.lines.map(flat)
        for part in minutes.parts {
            lines += ["", flat(part.title), String(repeating: "-", count: max(3, flat(part.title).count))]
            for table in part.tables {
                if let title = table.title { lines += ["", flat(title)] }
                lines += table.lines.map { "  " + set($0, in: 4) }
                lines.append("")
                let head = table.head.filter { !$0.isEmpty }.joined(separator: between)
                if !table.rows.isEmpty { lines.append("  (" + flat(head) + ")") }
                for row in table.rows {
                    let cells = row.filter { !$0.isEmpty }.joined(separator: between)
                    lines.append("  - " + set(cells, in: 4))
                }
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// One line, whatever a person wrote.
    private static func flat(_ text: String) -> String {
        text.split(whereSeparator: \.isNewline).joined(separator: " ")
    }

    /// Every line after the first begins under it.
    private static func set(_ text: String, in spaces: Int) -> String {
        text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
            .joined(separator: "\n" + String(repeating: " ", count: spaces))
    }
}
