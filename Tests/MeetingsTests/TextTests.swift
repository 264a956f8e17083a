// Knows what is promised of text from people: trimmed, undisguised, counted. Scalars are compared, not characters.

import Testing

@testable import Meetings

@Suite struct TextTests {
    /// What goes in and what is kept of it as one line.
    static let lines: [(String, String)] = [
        ("  Siân \t Ŵyn  ", "Siân Ŵyn"),
        ("Ŷ ŷ Ẁ ẅ â ê î ô û", "Ŷ ŷ Ẁ ẅ â ê î ô û"),
        ("a\nb", "a b"),
        ("a\r\nb", "a b"),
        ("a\rb", "a b"),
        ("a\u{2028}b\u{2029}c\u{85}d", "a b c d"),
        ("a\u{A0}\u{3000}b", "a b"),
        ("user\u{202E}gpj.exe", "usergpj.exe"),
        ("\u{2066}a\u{2069}\u{200E}\u{200F}\u{61C}b", "ab"),
        ("a\u{0}\u{7}\u{1B}[31mb\u{7F}", "a[31mb"),
        ("a\u{200B}\u{FEFF}\u{AD}b", "ab"),
        ("a\u{E000}b", "ab"),
        ("👩\u{200D}🏫", "👩\u{200D}🏫"),
        ("👩🏽\u{200D}🏫 ❤\u{FE0F}", "👩🏽\u{200D}🏫 ❤\u{FE0F}"),
        ("می\u{200C}خواهم", "می\u{200C}خواهم"),
        ("<b>&\"'`", "<b>&\"'`"),
    ]

    @Test(arguments: lines)
    func line(_ given: String, _ kept: String) throws {
        let line = try Text.line(given, limit: 60)
        #expect(Array(line.unicodeScalars) == Array(kept.unicodeScalars))
        #expect(try Array(Text.line(line, limit: 60).unicodeScalars) == Array(line.unicodeScalars), "twice is as once")
    }

    static let blocks: [(String, String)] = [
        ("a\nb", "a\nb"),
        ("a\r\n\r\nb", "a\n\nb"),
        ("a \n \n \n b", "a\n\nb"),
        ("\n\na  b\n\n", "a b"),
        ("a\u{2028}b\u{2029}c", "a\nb\nc"),
        ("a\u{202E}\nb", "a\nb"),
    ]

    @Test(arguments: blocks)
    func block(_ given: String, _ kept: String) throws {
        let block = try Text.block(given, limit: 60)
        #expect(Array(block.unicodeScalars) == Array(kept.unicodeScalars))
        #expect(
            try Array(Text.block(block, limit: 60).unicodeScalars) == Array(block.unicodeScalars), "twice is as once")
    }

    @Test(arguments: [
        "", " \t\r\n ", "\u{202E}\u{2066}", "\u{200B}\u{FEFF}", "\u{0}\u{1F}", "\u{200D}", "\u{200C} \u{200D}",
    ])
    func nothingIsLeft(_ given: String) throws {
        #expect(throws: Rejection.textMissing) { try Text.line(given, limit: 5) }
        #expect(throws: Rejection.textMissing) { try Text.block(given, limit: 5) }
        #expect(try Text.optionalLine(given, limit: 5) == nil)
        #expect(try Text.optionalBlock(given, limit: 5) == nil)
    }

    @Test("the limit counts scalars of what is kept")
    func limit() throws {
        #expect(try Text.line("  12345  ", limit: 5) == "12345")
        #expect(try Text.line("12\u{202E}345", limit: 5) == "12345")
        #expect(try Text.line("👩\u{200D}🏫ab", limit: 5) == "👩\u{200D}🏫ab")
        #expect(throws: Rejection.textTooLong(limit: 5)) { try Text.line("123456", limit: 5) }
        #expect(throws: Rejection.textTooLong(limit: 5)) { try Text.block("12\n456", limit: 5) }
        #expect(throws: Rejection.textTooLong(limit: 5)) { try Text.optionalLine("123456", limit: 5) }
        #expect(throws: Rejection.textTooLong(limit: 5)) { try Text.optionalBlock("123456", limit: 5) }
        #expect(throws: Rejection.textTooLong(limit: 5)) { try Text.line("👩\u{200D}🏫abc", limit: 5) }
        #expect(try Text.optionalLine(nil, limit: 5) == nil)
        #expect(try Text.optionalBlock(nil, limit: 5) == nil)
    }

    static let counts: [(String, Int)] = [
        ("", 0), (" \n\t ", 0), ("un", 1), ("  un  dau\ntri ", 3), ("don't re-use", 2), ("a\u{A0}b\u{3000}c", 3),
        ("👩\u{200D}🏫 👍", 2), ("Dw i'n hoffi coffi.", 4), ("—", 1),
    ]

    @Test(arguments: counts)
    func words(_ text: String, _ count: Int) { #expect(Text.words(in: text) == count) }
}
