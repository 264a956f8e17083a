// Knows a day of the calendar as "2026-03-12": what people agree on is a day, not an instant of some zone.

/// A day of the Gregorian calendar.
public struct Day: Equatable, Comparable, Sendable {
    /// Days since 1970-01-01.
    public let number: Int64

    /// The day of an instant, in UTC.
    public init(of instant: Instant) {
        number =
            (instant - (instant % NetworkLimits.dayMilliseconds + NetworkLimits.dayMilliseconds)
                % NetworkLimits.dayMilliseconds)
            / NetworkLimits.dayMilliseconds
    }

    /// Nil when the text is no day that there is.
    public init?(_ text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].utf8.count == 4, parts[1].utf8.count == 2, parts[2].utf8.count == 2,
            text.utf8.allSatisfy({ $0 == UInt8(ascii: "-") || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
            let year = Int64(parts[0]), let month = Int64(parts[1]), let day = Int64(parts[2]),
            (1...12).contains(month), (1...Self.days(month, year)).contains(day)
        else { return nil }
        // Counted from the first of March, so that a leap day is the last of its year.
        let shifted = month <= 2 ? year - 1 : year
        let (era, ofEra) = (shifted / 400, shifted % 400)
        let ofYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
        number = era * 146_097 + ofEra * 365 + ofEra / 4 - ofEra / 100 + ofYear - 719_468
    }

    /// Midnight in UTC.
    public var start: Instant { number * NetworkLimits.dayMilliseconds }

    public static func < (one: Day, other: Day) -> Bool { one.number < other.number }

    private static func days(_ month: Int64, _ year: Int64) -> Int64 {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31  // foreign: Int
        }
    }
}
