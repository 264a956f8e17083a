// Knows the terms of a school year: it begins in September; a term ends with December, March and August, wherever Easter is.

import Meetings

/// A term of a school year.
public struct SchoolTerm: Hashable, Sendable {
    /// Which of the three.
    public enum Part: String, Sendable, CaseIterable {
        case autumn, spring, summer
    }

    /// The year in which the school year begins.
    public let year: Int64
    public let part: Part

    /// The term in which a moment lies.
    public init(of at: Instant) {
        let (year, month, _) = Day(of: at).date
        self.year = month >= 9 ? year : year - 1
        part = month >= 9 ? .autumn : month <= 3 ? .spring : .summer
    }

    /// The school year, as in `2025/26`.
    public var years: String {
        let end = (year + 1) % 100
        return "\(year)/\(end < 10 ? "0" : "")\(end)"
    }

    /// As in `2025/26-spring`.
    public var text: String { "\(years)-\(part.rawValue)" }
}
