// Knows how cells, moments and quoted words are written in a pack: tables of cases.

import Analytics
import Testing

@testable import Exchange
@testable import Meetings

@Suite struct PackTextTests {
    private static let plain = CSVText(lineEnd: "\n", isForSpreadsheets: false)
    private static let sheet = CSVText(lineEnd: "\n", isForSpreadsheets: true)

    @Test(
        "what a cell holds, for programs and for spreadsheets",
        arguments: [
            ("Siân", "Siân", "Siân"), ("", "", ""), ("a,b", "\"a,b\"", "\"a,b\""),
            ("O\"Neil", "\"O\"\"Neil\"", "\"O\"\"Neil\""), ("one\ntwo", "\"one\ntwo\"", "\"one\ntwo\""),
            ("=1+1", "=1+1", "'=1+1"), ("+44", "+44", "'+44"), ("-", "-", "'-"), ("@x", "@x", "'@x"),
            ("\tx", "\tx", "'\tx"), ("\rx", "\"\rx\"", "\"'\rx\""), (" =1", " =1", "' =1"), ("😀", "😀", "😀"),
            (",\u{0301}", "\",\u{0301}\"", "\",\u{0301}\""),
        ] as [(String, String, String)])
    func cells(_ text: String, _ plain: String, _ sheet: String) {
        #expect(Self.plain.line([PackCell.text(text).written(Self.plain), "x"]) == plain + ",x\n")
        #expect(Self.sheet.line([PackCell.text(text).written(Self.sheet), "x"]) == sheet + ",x\n")
    }

    @Test("numbers are no texts: a sign before one is no formula")
    func numbers() {
        for (cell, written) in [
            (PackCell.number(-0.25), "-0.25"), (.number(4), "4"), (.number(0.1), "0.1"), (.integer(-3), "-3"),
            (.missing, ""), (.boolean(true), "true"), (.instant(1_773_334_250_123), "2026-03-12T16:50:50.123Z"),
        ] {
            #expect(cell.written(Self.sheet) == written)
        }
    }

    @Test(
        "moments are UTC, whatever the clocks do",
        arguments: [
            (0, "1970-01-01T00:00:00.000Z", "1969/70-spring"), (-1, "1969-12-31T23:59:59.999Z", "1969/70-autumn"),
            (951_782_400_000, "2000-02-29T00:00:00.000Z", "1999/00-spring"),
            // The hours at which the clocks change in March and October 2026.
            (1_774_746_000_000, "2026-03-29T01:00:00.000Z", "2025/26-spring"),
            (1_792_890_000_000, "2026-10-25T01:00:00.000Z", "2026/27-autumn"),
            (1_788_220_800_001, "2026-09-01T00:00:00.001Z", "2026/27-autumn"),
            (1_788_220_799_999, "2026-08-31T23:59:59.999Z", "2025/26-summer"),
        ] as [(Instant, String, String)])
    func moments(_ at: Instant, _ written: String, _ term: String) {
        #expect(PackInstant.written(at) == written)
        #expect(Day(of: at).text == String(written.prefix(10)))
        #expect(SchoolTerm(of: at).text == term)
    }

    @Test(
        "what is replaced in words that are quoted",
        arguments: [
            ("Siân said so", "[name] said so"), ("siân’s idea", "[name] idea"), ("(Siân)", "[name]"),
            ("Siân/Ann", "[name]"), ("Ann Jones", "[name] [name]"), ("a joneser plan", "a joneser plan"),
            ("write to sian@example.org.", "write to [address]"), ("see https://x.example/y", "see [link]"),
            ("www.x.example", "[link]"), ("ring 07700900123", "ring [number]"), ("room 12", "room 12"),
            ("at Ysgol Glan Môr today", "at [school] today"), ("at ysgol glan mor", "at [school]"),
            ("two\nlines, =1+1 \"so\"", "two\nlines, =1+1 \"so\""), ("", ""),
        ])
    func redaction(_ text: String, _ redacted: String) {
        let names = ["Siân", "Ann Jones"]
        #expect(Redaction.without(names: names, schools: ["Ysgol Glan Môr"], text) == redacted)
    }
}
