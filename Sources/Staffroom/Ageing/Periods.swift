// Knows how long things are kept: the periods of the settings, and which instant they lead to.

import Foundation
import Meetings

/// How long what people wrote is kept.
struct Periods: Sendable, Equatable {
    /// Chat and questions: days after the meeting.
    var talkDays = 30
    /// Notes, answers and the like: months after the programme year.
    var workMonths = 12
    /// Whole logs of meetings: months after the programme year.
    var recordMonths = 12
    /// The month in which a programme year begins, 1 to 12.
    var programmeYearMonth = 9

    static let days = 1...3_650
    static let months = 1...120
    static let monthsOfYear = 1...12

    init() {}

    init(_ settings: Settings) {
        talkDays = settings[int: "talkDays"]
        workMonths = settings[int: "workMonths"]
        recordMonths = settings[int: "recordMonths"]
        programmeYearMonth = settings[int: "programmeYearMonth"]
    }

    /// What of a kind of ageing ended before this instant goes at `now`; nil for what does not go by age.
    func cutoff(_ ageing: Ageing, at now: Instant) -> Instant? {
        switch ageing {
        case .talk: now - Instant(talkDays) * 86_400_000
        case .work: programmeYearEnd(longerAgoThan: workMonths, at: now)
        case .record: programmeYearEnd(longerAgoThan: recordMonths, at: now)
        case .standing: nil
        }
    }

    /// The last end of a programme year (UTC) that is at least so many months ago.
    private func programmeYearEnd(longerAgoThan months: Int, at now: Instant) -> Instant? {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        let date = Date(timeIntervalSince1970: Double(now) / 1_000)
        guard let latest = calendar.date(byAdding: .month, value: -months, to: date) else { return nil }
        let year = calendar.component(.year, from: latest)
        let ends = [year, year - 1].compactMap {
            calendar.date(from: DateComponents(year: $0, month: programmeYearMonth, day: 1))
        }
        return ends.first { $0 <= latest }.map { Instant($0.timeIntervalSince1970 * 1_000) }
    }
}
