// Knows what a calendar file of a meeting is: RFC 5545, in the meeting's zone, nobody named, no line too long.

import Foundation
import Testing

@testable import Exchange

@Suite struct CalendarFileTests {
    private func file(
        start: Int64, minutes: Int64 = 60, zone: String = "Europe/London", title: String = "Circuits",
        lines: [String] = ["Hello"], place: String? = nil
    ) -> CalendarFile {
        CalendarFile(
            identifier: "m1", sequence: 7, stamp: 0, start: start, end: start + minutes * 60_000, zone: zone,
            title: title,
            organizer: "North", lines: lines, join: "https://example.org/#l=ABC", place: place,
            callLink: "https://call.example/1", isCancelled: false)
    }

    private func unfolded(_ text: String) -> [String] {
        text.replacing("\r\n ", with: "").components(separatedBy: "\r\n")
    }

    @Test func saysWhatCalendarsNeed() {
        let lines = unfolded(file(start: 1_774_792_800_000).text)
        for line in [
            "BEGIN:VCALENDAR", "VERSION:2.0", "UID:m1@staffroom", "SEQUENCE:7", "DTSTAMP:19700101T000000Z",
            "DTSTART;TZID=Europe/London:20260329T150000", "DTEND;TZID=Europe/London:20260329T160000", "BEGIN:VTIMEZONE",
            "TZID:Europe/London", "SUMMARY:Circuits", "STATUS:CONFIRMED",
            "DESCRIPTION:- Hello\\n\\nNorth\\nhttps://call.example/1\\nhttps://example.org/#l=ABC",
            "LOCATION:https://call.example/1",
            "URL:https://example.org/#l=ABC",
        ] {
            #expect(lines.contains(line), "\(line)")
        }
        #expect(lines.last == "")
        #expect(!lines.contains { $0.hasPrefix("ATTENDEE") || $0.hasPrefix("ORGANIZER") })
    }

    @Test("those in the room are led to the room, those on the call by the text")
    func place() {
        let lines = unfolded(file(start: 0, place: "Neuadd; Hall, Bala").text)
        #expect(lines.contains("LOCATION:Neuadd\\; Hall\\, Bala"))
        #expect(lines.contains { $0.hasPrefix("DESCRIPTION:") && $0.contains("https://call.example/1") })
    }

    /// A moment is a moment: the hour before and after the clocks change in London, 2026.
    @Test(arguments: [
        (Int64(1_774_746_000_000), "20260329T010000Z"), (1_774_745_999_000, "20260329T005959Z"),
        (1_792_890_000_000, "20261025T010000Z"), (1_767_225_599_000, "20251231T235959Z"),
    ])
    func momentsAreInUniversalTime(_ at: Int64, _ text: String) {
        #expect(CalendarFile.utc(at) == text)
    }

    /// The hour that comes twice, in London, Berlin, New York and on Lord Howe, where it is half an hour; and the moments
    /// beside it. What a clock shows once is said in the zone, what it shows twice only in UTC.
    @Test(arguments: [
        ("Europe/London", Int64(1_792_886_400_000 - 3_600_000), ";TZID=Europe/London:20261025T000000"),
        ("Europe/London", 1_792_886_400_000, ":20261025T000000Z"),
        ("Europe/London", 1_792_889_999_000, ":20261025T005959Z"),
        ("Europe/London", 1_792_890_000_000, ":20261025T010000Z"),
        ("Europe/London", 1_792_893_599_000, ":20261025T015959Z"),
        ("Europe/London", 1_792_893_600_000, ";TZID=Europe/London:20261025T020000"),
        ("Europe/Berlin", 1_792_888_200_000, ":20261025T003000Z"),
        ("America/New_York", 1_793_512_800_000, ":20261101T060000Z"),
        ("Australia/Lord_Howe", 1_775_313_900_000, ":20260404T144500Z"),
        (
            "Asia/Kathmandu", 1_792_888_200_000,
            ";TZID=Asia/Kathmandu:20261025T061500"
        ), ("UTC", 1_792_888_200_000, ":20261025T003000Z"),
    ])
    func anHourThatComesTwiceIsInUniversalTime(_ zone: String, _ start: Int64, _ text: String) {
        let lines = unfolded(file(start: start, minutes: 1, zone: zone).text)
        #expect(lines.contains("DTSTART\(text)"), "\(lines.filter { $0.hasPrefix("DTSTART") })")
        #expect(lines.contains("BEGIN:VTIMEZONE") == text.hasPrefix(";"))
    }

    @Test("a zone is described by its changes around the meeting")
    func zone() throws {
        let lines = unfolded(file(start: 1_774_792_800_000).text)
        let summer = try #require(lines.firstIndex(of: "DTSTART:20260329T010000"))
        #expect(
            Array(lines[(summer - 1)...(summer + 2)])
                == ["BEGIN:DAYLIGHT", "DTSTART:20260329T010000", "TZOFFSETFROM:+0000", "TZOFFSETTO:+0100"])
        let winter = try #require(lines.firstIndex(of: "DTSTART:20261025T020000"))
        #expect(
            Array(lines[(winter - 1)...(winter + 2)])
                == ["BEGIN:STANDARD", "DTSTART:20261025T020000", "TZOFFSETFROM:+0100", "TZOFFSETTO:+0000"])
        #expect(unfolded(file(start: 0 + 86_400_000, zone: "Asia/Kolkata").text).contains("TZOFFSETTO:+0530"))
    }

    @Test("a meeting without parts still ends after it begins", arguments: [Int64(0), -5])
    func withoutParts(_ minutes: Int64) {
        let lines = unfolded(file(start: 1_774_792_800_000, minutes: minutes).text)
        #expect(lines.contains("DTEND;TZID=Europe/London:20260329T160000"))
    }

    @Test(
        "what means something is escaped whatever is joined to it",
        arguments: [
            (",\u{200C}a", "\\,\u{200C}a"), (";\u{301}", "\\;\u{301}"), ("\\\u{200D}", "\\\\\u{200D}"),
            ("a\n\u{301}b", "a\\n\u{301}b"), ("a\u{2028}b", "a\u{2028}b"), ("a\u{7}b\rc", "ab\\nc"),
        ])
    func escapedByScalar(_ text: String, _ escaped: String) {
        #expect(Array(CalendarFile.escaped(text).unicodeScalars) == Array(escaped.unicodeScalars))
    }

    @Test func whatMeansSomethingIsEscaped() {
        #expect(CalendarFile.escaped("a;b,c\\d\ne\r\nf") == "a\\;b\\,c\\\\d\\ne\\nf")
    }

    @Test func noLineIsLongerThan75OctetsAndNoCharacterIsCut() {
        let title = String(repeating: "ŵ—🎉é", count: 40)
        let text = file(start: 0, title: title).text
        #expect(text.components(separatedBy: "\r\n").allSatisfy { $0.utf8.count <= 75 })
        #expect(unfolded(text).contains("SUMMARY:" + title))
        #expect(!text.replacing("\r\n", with: "").contains { $0 == "\r" || $0 == "\n" })
    }

    @Test func anArchivedMeetingIsCancelled() {
        var cancelled = file(start: 0)
        cancelled.isCancelled = true
        #expect(cancelled.text.contains("STATUS:CANCELLED\r\n"))
    }
}
