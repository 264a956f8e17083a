// Knows which of two numbers is the day in all of a report, and which instant a written moment is in a zone.

import Foundation
import Meetings

/// Reads the moments of one report.
struct CallDays {
    private enum Order: CaseIterable {
        case dayFirst, monthFirst
    }

    private let order: Order
    private let zone: TimeZone

    /// - Parameters:
    ///   - moments: all that are written in the report.
    ///   - day: the day of the meeting, if somebody said it.
    init(_ moments: [WrittenMoment], of day: Day?, in zone: TimeZone) throws(ImportError) {
        var orders = Order.allCases
        for moment in moments {
            orders = orders.filter { Self.day(moment, $0) != nil }
            if orders.isEmpty { throw .mixedDates(line: moment.line) }
        }
        if let day, let first = moments.first {
            orders = orders.filter { order in moments.compactMap { Self.day($0, order) }.min() == day }
            if orders.isEmpty { throw .otherDate(line: first.line) }
        }
        if orders.count > 1,
            let open = moments.first(where: { Self.day($0, .dayFirst) != Self.day($0, .monthFirst) })
        {
            throw .ambiguousDate(line: open.line)
        }
        (order, self.zone) = (orders[0], zone)
    }

    func instant(_ moment: WrittenMoment) -> Instant {
        let day = Self.day(moment, order) ?? Day(of: 0)
        return Self.instant(day, seconds: moment.seconds, in: moment.isUTC ? .gmt : zone)
    }

    /// Of two moments that one time on the clock is, the later; of none, one close to it.
    static func instant(_ day: Day, seconds: Int, in zone: TimeZone) -> Instant {
        let written = day.start / 1_000 + Int64(seconds)
        func offset(_ at: Int64) -> Int64 {
            Int64(zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(at))))
        }
        return (written - offset(written - offset(written))) * 1_000
    }

    private static func day(_ moment: WrittenMoment, _ order: Order) -> Day? {
        switch (moment.day, order) {
        case (.certain(let day), _): day
        case (.slashed(let one, let other, let year), .dayFirst): WrittenMoment.known(year, other, one)
        case (.slashed(let one, let other, let year), .monthFirst): WrittenMoment.known(year, one, other)
        }
    }
}

/// The clock on the wall where a meeting is.
public enum CallClock {
    /// The midnight with which the day of an instant began in a zone.
    public static func midnight(before instant: Instant, zone: String) -> Instant {
        CallDays.instant(day(of: instant, zone: zone), seconds: 0, in: TimeZone(identifier: zone) ?? .gmt)
    }

    /// The day of an instant in a zone.
    public static func day(of instant: Instant, zone: String) -> Day {
        let zone = TimeZone(identifier: zone) ?? .gmt
        let offset = zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(instant) / 1_000))
        return Day(of: instant + Int64(offset) * 1_000)
    }
}
