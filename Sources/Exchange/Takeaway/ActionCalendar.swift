// Knows the calendar file of what somebody will do: one whole day, by RFC 5545, with nothing in it but their own words.

import Meetings

/// An action on the day by which it is to be done.
public struct ActionCalendar: Sendable {
    /// Stays the same for this person and meeting, so that a calendar takes the newer one.
    public var identifier: String
    /// When this file was made.
    public var stamp: Instant
    /// The day by which.
    public var day: Day
    /// What it is, as the page says it.
    public var sentence: String

    /// The action of `takeaway` in the language of `texts`; nil where there is none, or no day.
    public init?(_ takeaway: Takeaway, in room: Room, meeting: String, at now: Instant, texts: LocaleTexts) {
        guard let action = takeaway.action, let day = action.by.flatMap(Day.init) else { return nil }
        identifier = "action-\(meeting)-\(takeaway.person.rawValue)"
        (stamp, self.day) = (now, day)
        sentence = TakeawayFile.sentence(action, MinutesSource(room, for: .everybody, texts: texts))
    }

    /// The file, with the line ends that the format asks for.
    public var text: String {
        func date(_ day: Day, after days: Int64 = 0) -> String {
            String(CalendarFile.clock(day.start + days * 86_400_000).prefix { $0 != "T" })
        }
        let lines = [
            "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Staffroom//Staffroom 1//EN", "CALSCALE:GREGORIAN",
            "METHOD:PUBLISH", "BEGIN:VEVENT", "UID:\(identifier)@staffroom", "SEQUENCE:\(stamp / 1_000)",
            "DTSTAMP:\(CalendarFile.utc(stamp))", "DTSTART;VALUE=DATE:\(date(day))",
            "DTEND;VALUE=DATE:\(date(day, after: 1))", "SUMMARY:\(CalendarFile.escaped(sentence))",
            "TRANSP:TRANSPARENT", "CLASS:PRIVATE", "END:VEVENT", "END:VCALENDAR",
        ]
        return lines.map { CalendarFile.folded($0) + "\r\n" }.joined()
    }
}
