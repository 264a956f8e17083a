// Knows minutes as a page that stands by itself: no script, nothing from elsewhere, and all that people wrote is text.

enum MinutesHTML {
    /// The page says itself that it runs and fetches nothing, wherever it is opened.
    private static let policy = "default-src 'none'; style-src 'unsafe-inline'"
    private static let style = """
        body{font:1rem/1.5 serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#222}
        table{border-collapse:collapse;width:100%;margin:.5rem 0 1.5rem}
        th,td{text-align:left;vertical-align:top;padding:.3rem .8rem .3rem 0;border-top:1px solid #ccc;white-space:pre-line}
        th{font-weight:400;color:#555;border:0}
        p{margin:.2rem 0;white-space:pre-line}
        """

    static func write(_ minutes: Minutes) -> String {
        var page = [
            "<!doctype html>", "<html lang=\"\(escaped(minutes.language))\">", "<head>", "<meta charset=\"utf-8\">",
            "<meta http-equiv=\"Content-Security-Policy\" content=\"\(policy)\">",
            "<meta name=\"viewport\" content=\"width=device-width\">", "<title>\(escaped(minutes.title))</title>",
            "<style>\(style)</style>", "</head>", "<body>", "<h1 dir=\"auto\">\(escaped(minutes.title))</h1>",
        ]
        page += minutes.lines.map { "<p dir=\"auto\">\(escaped($0))</p>" }
        for part in minutes.parts {
            page.append("<h2>\(escaped(part.title))</h2>")
            for table in part.tables {
                if let title = table.title { page.append("<h3 dir=\"auto\">\(escaped(title))</h3>") }
                page += table.lines.map { "<p dir=\"auto\">\(escaped($0))</p>" }
                page.append("<table>")
                page.append("<thead><tr>" + table.head.map { "<th scope=\"col\">\(escaped($0))</th>" }.joined())
                page.append("</tr></thead><tbody>")
                for row in table.rows {
                    page.append("<tr>" + row.map { "<td dir=\"auto\">\(escaped($0))</td>" }.joined() + "</tr>")
                }
                page.append("</tbody></table>")
            }
        }
        return (page + ["</body>", "</html>"]).joined(separator: "\n") + "\n"
    }

    private static func escaped(_ text: String) -> String { HTMLText.escaped(text) }
}
