// Knows the calendar file of one meeting, by RFC 5545. Times are those of the meeting's zone, which the file describes; in
// an hour that comes twice they are in UTC, where there is only one. Nobody is named in it and the link is the one for
// everybody.

import Foundation
import Meetings

/// One meeting as a calendar takes it.
public struct CalendarFile: Sendable {
    /// Stays the same for this meeting for ever.
    public var identifier: String
    /// Grows with every change, so that a calendar takes the newer one.
    public var sequence: Int64
    /// When this file was made.
    public var stamp: Instant
    public var start: Instant
    public var end: Instant
    /// The zone it was planned in.
    public var zone: String
    public var title: String
    /// Whose meeting it is.
    public var organizer: String
    /// The agenda, by titles.
    public var lines: [String]
    /// The link by which anybody joins; no personal one. Nil for those who do not bring others in.
    public var join: String?
    /// Where it is, if somebody said so.
    public var place: String?
    /// Where the call is; nil for those who do not bring others in.
    public var callLink: String?
    public var isCancelled: Bool

    /// What a meeting takes that has no parts yet.
    private static let usualMilliseconds: Int64 = 3_600_000

    /// A meeting with a planned start.
    public init(
        identifier: String, sequence: Int64, stamp: Instant, start: Instant, end: Instant, zone: String, title: String,
        organizer: String, lines: [String], join: String?, place: String?, callLink: String?, isCancelled: Bool
    ) {
        (self.identifier, self.sequence, self.stamp) = (identifier, sequence, stamp)
        (self.start, self.end) = (start, end > start ? end : start + Self.usualMilliseconds)
        (self.zone, self.title, self.organizer) = (zone, title, organizer)
        (self.lines, self.join, self.isCancelled) = (lines, join, isCancelled)
        (self.place, self.callLink) = (place, callLink)
    }

    /// The file: folded, with the line ends that the format asks for.
    public var text: String {
        let after = ["", organizer] + [callLink, join].compactMap { $0 }
        let description = (lines.map { "- \($0)" } + after).joined(separator: "\n")
        // Calendars make a button of a link that stands here; those who are in the room need the place.
        let location = place ?? callLink
        let times = Times(self)
        let head = [
            "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Staffroom//Staffroom 1//EN", "CALSCALE:GREGORIAN",
            "METHOD:PUBLISH",
        ]
        let event: [String?] = [
            "BEGIN:VEVENT", "UID:\(identifier)@staffroom", "SEQUENCE:\(sequence)", "DTSTAMP:\(Self.utc(stamp))",
            "DTSTART\(times.start)", "DTEND\(times.end)", "SUMMARY:\(Self.escaped(title))",
            "DESCRIPTION:\(Self.escaped(description))",
            location.map { "LOCATION:\(Self.escaped($0))" }, join.map { "URL:\($0)" },
            "STATUS:\(isCancelled ? "CANCELLED" : "CONFIRMED")", "END:VEVENT", "END:VCALENDAR",
        ]
        return (head + times.zone + event.compactMap(\.self)).map { Self.folded($0) + "\r\n" }.joined()
    }

    /// Start and end as they stand behind the names of their fields.
    private struct Times {
        var start: String
        var end: String
        var zone: [String] = []

        init(_ file: CalendarFile) {
            let zone = CalendarZone(file.zone, from: file.start, to: file.end)
            if let zone, let start = zone.local(file.start), let end = zone.local(file.end) {
                (self.start, self.end) = (";TZID=\(zone.name):\(start)", ";TZID=\(zone.name):\(end)")
                self.zone = zone.lines
            } else {
                (start, end) = (":" + CalendarFile.utc(file.start), ":" + CalendarFile.utc(file.end))
            }
        }
    }

    /// `20260329T083000Z`.
    static func utc(_ at: Instant) -> String { clock(at) + "Z" }

    /// `20260329T083000`, as a clock shows it.
    static func clock(_ at: Instant) -> String {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        let parts = calendar.dateComponents(
            [.year, .month, .day, .hour, .minute, .second], from: Date(timeIntervalSince1970: Double(at) / 1000))
        let digits = { (number: Int?, width: Int) in
            let text = String(number ?? 0)
            return String(repeating: "0", count: max(0, width - text.count)) + text
        }
        let day = digits(parts.year, 4) + digits(parts.month, 2) + digits(parts.day, 2)
        return day + "T" + digits(parts.hour, 2) + digits(parts.minute, 2) + digits(parts.second, 2)
    }

    /// The four characters that mean something in a text are said otherwise.
    static func escaped(_ text: String) -> String {
        var out = String.UnicodeScalarView()
        var previous: Unicode.Scalar?
        // By scalar: a comma stays one whatever is joined to it.
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\", ";", ",": out.append(contentsOf: ["\\", scalar])
            case "\n" where previous == "\r": break
            case "\n", "\r": out.append(contentsOf: ["\\", "n"])
            default: if scalar.value >= 0x20 || scalar == "\t" { out.append(scalar) }  // foreign: Unicode
            }
            previous = scalar
        }
        return String(out)
    }

    private static let octetsInLine = 75

    /// No line is longer than 75 octets, and no character is cut in two.
    static func folded(_ line: String) -> String {
        var out = ""
        var octets = 0
        for scalar in line.unicodeScalars {
            let length = UTF8.width(scalar)
            if octets + length > octetsInLine {
                out += "\r\n "
                octets = 1
            }
            out.unicodeScalars.append(scalar)
            octets += length
        }
        return out
    }
}
