// Knows a time zone as calendar files describe it (RFC 5545, 3.6.5): by the changes of the clocks around one moment, so
// that a calendar needs no table of its own.

import Foundation
import Meetings

/// A zone around a moment.
struct CalendarZone {
    private let zone: TimeZone
    private let around: Range<Date>

    private static let yearSeconds: TimeInterval = 366 * 86_400
    private static let mostChanges = 12
    private static let universal = ["UTC", "GMT", "Etc/UTC", "Etc/GMT"]

    /// Nil for times that need no zone.
    init?(_ name: String, from start: Instant, to end: Instant) {
        guard let zone = TimeZone(identifier: name), !Self.universal.contains(name) else { return nil }
        self.zone = zone
        around = Self.date(start) - Self.yearSeconds..<Self.date(end) + Self.yearSeconds
    }

    private static func date(_ at: Instant) -> Date { Date(timeIntervalSince1970: Double(at) / 1000) }

    /// The moment as clocks show it there; nil in an hour that comes twice, where that says too little, and before 1971.
    func local(_ at: Instant) -> String? {
        let date = Self.date(at)
        let offset = zone.secondsFromGMT(for: date)
        guard at > 0 else { return nil }
        for change in changes where abs(change.at.timeIntervalSince(date)) < 86_400 {
            let back = change.before - change.after
            let seconds = date.timeIntervalSince(change.at)
            if back > 0, seconds >= -Double(back), seconds < Double(back) { return nil }
        }
        return CalendarFile.clock(at + Int64(offset) * 1000)
    }

    private struct Change {
        var at: Date
        var before: Int
        var after: Int
    }

    private var changes: [Change] {
        var found: [Change] = []
        var at = around.lowerBound
        while found.count < Self.mostChanges, let next = zone.nextDaylightSavingTimeTransition(after: at),
            next > at, next < around.upperBound
        {
            found.append(
                Change(
                    at: next, before: zone.secondsFromGMT(for: next - 1), after: zone.secondsFromGMT(for: next + 1)))
            at = next
        }
        return found
    }

    /// The lines of the component.
    var lines: [String] {
        let first = zone.secondsFromGMT(for: around.lowerBound)
        var parts = part("STANDARD", at: "19700101T000000", from: first, to: first, around.lowerBound)
        for change in changes {
            let kind = zone.isDaylightSavingTime(for: change.at + 1) ? "DAYLIGHT" : "STANDARD"
            // When a clock of before shows this, it changes.
            let seconds = Int64(change.at.timeIntervalSince1970.rounded()) + Int64(change.before)
            parts += part(
                kind, at: CalendarFile.clock(seconds * 1000), from: change.before, to: change.after, change.at + 1)
        }
        return ["BEGIN:VTIMEZONE", "TZID:\(zone.identifier)"] + parts + ["END:VTIMEZONE"]
    }

    private func part(_ kind: String, at: String, from: Int, to: Int, _ date: Date) -> [String] {
        [
            "BEGIN:\(kind)", "DTSTART:\(at)", "TZOFFSETFROM:\(Self.offset(from))", "TZOFFSETTO:\(Self.offset(to))",
            "TZNAME:\(zone.abbreviation(for: date).map(CalendarFile.escaped) ?? kind)", "END:\(kind)",
        ]
    }

    /// `+0530`.
    private static func offset(_ seconds: Int) -> String {
        let two = { (number: Int) in number < 10 ? "0\(number)" : "\(number)" }
        let minutes = abs(seconds) / 60
        let rest = abs(seconds) % 60
        return (seconds < 0 ? "-" : "+") + two(minutes / 60) + two(minutes % 60) + (rest > 0 ? two(rest) : "")
    }

    var name: String { zone.identifier }
}
