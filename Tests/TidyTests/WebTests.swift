// Knows what the pages may not do: text never becomes markup, nothing inline, nothing from elsewhere.

import Testing

@Suite struct WebTests {
    /// Lines that are code: whole-line comments may name what is forbidden.
    private static func codeLines(_ file: TextFile) -> [(number: Int, line: Substring)] {
        file.lines.enumerated().compactMap { index, line in
            let start = line.drop { $0 == " " || $0 == "\t" }
            return ["//", "/*", "* ", "*/"].contains { start.hasPrefix($0) } ? nil : (index + 1, line)
        }
    }

    @Test("text never becomes markup or code")
    func noInjection() throws {
        let forbidden = try Regex(
            #"\b(innerHTML|outerHTML|insertAdjacentHTML|srcdoc|createContextualFragment)\b|\beval\s*\(|\bnew\s+Function\s*\("#
                + #"|\bdocument\.write(ln)?\s*\(|setAttribute\(\s*["'](style|on\w+)["']|\bset(Timeout|Interval)\(\s*["'`]"#
        )
        let files = try Tree.files("Web", endings: [".js", ".html", ".svg"])
        #expect(!files.isEmpty)
        for file in files {
            for (number, line) in Self.codeLines(file) {
                #expect(line.firstMatch(of: forbidden) == nil, "\(file):\(number) makes markup or code of text")
            }
        }
    }

    @Test("nothing inline in the pages: no style, no handler, no script")
    func nothingInline() throws {
        let inline = try Regex(#"<[^>]*\s(style|on[a-z]+)\s*="#).ignoresCase()
        let script = try Regex(#"<script\b([^>]*)>"#, as: (Substring, Substring).self).ignoresCase()
        let pages = try Tree.files("Web", endings: [".html", ".svg"])
        #expect(!pages.isEmpty)
        for page in pages {
            #expect(page.text.firstMatch(of: inline) == nil, "\(page) has an inline style or handler")
            #expect(!page.text.lowercased().contains("<style"), "\(page) has an inline style")
            #expect(!page.text.lowercased().contains("javascript:"), "\(page) has code in a link")
            for tag in page.text.matches(of: script) {
                #expect(tag.output.1.contains(" src="), "\(page) has an inline script")
            }
        }
    }

    @Test("nothing comes from elsewhere")
    func noForeignAddress() throws {
        let address = try Regex(#"https?://[^\s"'`<>)]*"#)
        for file in try Tree.files("Web", endings: [".js", ".html", ".css", ".svg"]) {
            for match in file.text.matches(of: address) {
                let found = file.text[match.range]
                #expect(found.split(separator: "/").dropFirst().first == "www.w3.org", "\(file) refers to \(found)")
            }
        }
    }

    @Test("everything in Web is something a browser is served")
    func onlyServed() throws {
        for file in try Tree.files("Web", endings: [".test.js", ".ts", ".mjs", ".map", ".md"]) {
            Issue.record("\(file) does not belong among what is served")
        }
    }
}
