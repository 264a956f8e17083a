// Knows the calendar file of one meeting, by RFC 5545. Times are in UTC: a calendar shows them in its owner's zone, and
// no table of clock changes can be wrong. Nobody is named in it and the link is the one for everybody.

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
    public var title: String
    /// Whose meeting it is.
    public var organizer: String
    /// The agenda, by titles.
    public var lines: [String]
    /// The link by which anybody joins; no personal one.
    public var join: String
    public var isCancelled: Bool

    /// A meeting with a planned start.
    public init(
        identifier: String, sequence: Int64, stamp: Instant, start: Instant, end: Instant, title: String,
        organizer: String, lines: [String], join: String, isCancelled: Bool
    ) {
        (self.identifier, self.sequence, self.stamp) = (identifier, sequence, stamp)
        (self.start, self.end, self.title, self.organizer) = (start, max(start, end), title, organizer)
        (self.lines, self.join, self.isCancelled) = (lines, join, isCancelled)
    }

    /// The file: folded, with the line ends that the format asks for.
    public var text: String {
        let description = (lines.map { "- \($0)" } + ["", organizer, join]).joined(separator: "\n")
        return [
            "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Staffroom//Staffroom 1//EN", "CALSCALE:GREGORIAN",
            "METHOD:PUBLISH", "BEGIN:VEVENT", "UID:\(identifier)@staffroom", "SEQUENCE:\(sequence)",
            "DTSTAMP:\(Self.utc(stamp))", "DTSTART:\(Self.utc(start))", "DTEND:\(Self.utc(end))",
            "SUMMARY:\(Self.escaped(title))", "DESCRIPTION:\(Self.escaped(description))", "URL:\(join)",
            "STATUS:\(isCancelled ? "CANCELLED" : "CONFIRMED")", "END:VEVENT", "END:VCALENDAR",
        ].map { Self.folded($0) + "\r\n" }.joined()
    }

    /// `20260329T083000Z`.
    static func utc(_ at: Instant) -> String {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        let parts = calendar.dateComponents(
            [.year, .month, .day, .hour, .minute, .second], from: Date(timeIntervalSince1970: Double(at) / 1000))
        let digits = { (number: Int?, width: Int) in
            let text = String(number ?? 0)
            return String(repeating: "0", count: max(0, width - text.count)) + text
        }
        let day = digits(parts.year, 4) + digits(parts.month, 2) + digits(parts.day, 2)
        return day + "T" + digits(parts.hour, 2) + digits(parts.minute, 2) + digits(parts.second, 2) + "Z"
    }

    /// The four characters that mean something in a text are said otherwise.
    static func escaped(_ text: String) -> String {
        var out = ""
        for character in text.replacing("\r\n", with: "\n") {
            switch character {
            case "\\", ";", ",": out += "\\" + String(character)
            case "\n", "\r": out += "\\n"
            default: out.append(character)
            }
        }
        return out
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
