// Knows how moments stand in the pack: ISO 8601 in UTC, whatever zone a meeting had.

import Meetings

enum PackInstant {
    private static let dayMilliseconds: Int64 = 86_400_000

    /// As in 2026-03-12T16:50:50.123Z.
    static func written(_ at: Instant) -> String {
        let ofDay = (at % dayMilliseconds + dayMilliseconds) % dayMilliseconds
        let (seconds, rest) = (ofDay / 1_000, ofDay % 1_000)
        let parts = [padded(seconds / 3_600, 2), padded(seconds / 60 % 60, 2), padded(seconds % 60, 2)]
        return "\(Day(of: at).text)T\(parts.joined(separator: ":")).\(padded(rest, 3))Z"
    }

    private static func padded(_ number: Int64, _ width: Int) -> String {
        let text = "\(number)"
        return String(repeating: "0", count: max(0, width - text.count)) + text
    }
}
