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

    /// Its year, month and day of the Gregorian calendar.
    public var date: (year: Int64, month: Int64, day: Int64) {
        // Counted from the first of March, as above.
        let shifted = number + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let ofEra = shifted - era * 146_097
        let year = (ofEra - ofEra / 1_460 + ofEra / 36_524 - ofEra / 146_096) / 365
        let ofYear = ofEra - (365 * year + year / 4 - year / 100)
        let ofMarch = (5 * ofYear + 2) / 153
        let month = ofMarch < 10 ? ofMarch + 3 : ofMarch - 9
        return (era * 400 + year + (month <= 2 ? 1 : 0), month, ofYear - (153 * ofMarch + 2) / 5 + 1)
    }

    /// As in 2026-03-12.
    public var text: String {
        let (year, month, day) = date
        return "\(Self.padded(year, 4))-\(Self.padded(month, 2))-\(Self.padded(day, 2))"
    }

    private static func padded(_ number: Int64, _ width: Int) -> String {
        let text = "\(number)"
        return String(repeating: "0", count: max(0, width - text.count)) + text
    }

    public static func < (one: Day, other: Day) -> Bool { one.number < other.number }

    private static func days(_ month: Int64, _ year: Int64) -> Int64 {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31  // foreign: Int
        }
    }
}
