// Knows what a calendar file of a meeting is: RFC 5545, in UTC, nobody named, no line too long.

import Foundation
import Testing

@testable import Exchange

@Suite struct CalendarFileTests {
    private func file(start: Int64, title: String = "Circuits", lines: [String] = ["Hello"]) -> CalendarFile {
        CalendarFile(
            identifier: "m1", sequence: 7, stamp: 0, start: start, end: start + 3_600_000, title: title,
            organizer: "North", lines: lines, join: "https://example.org/#l=ABC", isCancelled: false)
    }

    private func unfolded(_ text: String) -> [String] {
        text.replacing("\r\n ", with: "").components(separatedBy: "\r\n")
    }

    @Test func saysWhatCalendarsNeed() {
        let lines = unfolded(file(start: 1_774_792_800_000).text)
        for line in [
            "BEGIN:VCALENDAR", "VERSION:2.0", "UID:m1@staffroom", "SEQUENCE:7", "DTSTAMP:19700101T000000Z",
            "DTSTART:20260329T140000Z", "DTEND:20260329T150000Z", "SUMMARY:Circuits", "STATUS:CONFIRMED",
            "DESCRIPTION:- Hello\\n\\nNorth\\nhttps://example.org/#l=ABC", "URL:https://example.org/#l=ABC",
        ] {
            #expect(lines.contains(line), "\(line)")
        }
        #expect(lines.last == "")
        #expect(!lines.contains { $0.hasPrefix("ATTENDEE") || $0.hasPrefix("ORGANIZER") })
    }

    /// A moment is a moment: the hour before and after the clocks change in London, 2026.
    @Test(arguments: [
        (Int64(1_774_746_000_000), "20260329T010000Z"), (1_774_745_999_000, "20260329T005959Z"),
        (1_792_890_000_000, "20261025T010000Z"), (1_767_225_599_000, "20251231T235959Z"),
    ])
    func momentsAreInUniversalTime(_ at: Int64, _ text: String) {
        #expect(CalendarFile.utc(at) == text)
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
