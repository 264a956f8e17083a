// Knows stretches of time: when somebody was there and how, and when something was open.

import Meetings

/// From one moment to another, in milliseconds since 1970.
public struct Stretch: Codable, Equatable, Sendable {
    public var from: Instant
    public var to: Instant

    public init(from: Instant, to: Instant) { (self.from, self.to) = (from, to) }

    /// Its length in milliseconds.
    public var length: Instant { max(0, to - from) }

    /// What both have in common; nil where that is nothing.
    public func common(_ other: Stretch) -> Stretch? {
        let shared = Stretch(from: max(from, other.from), to: min(to, other.to))
        return shared.from < shared.to ? shared : nil
    }
}

extension [Stretch] {
    /// Milliseconds that these have in common with others; neither overlap themselves.
    public func common(_ others: [Stretch]) -> Instant {
        reduce(0) { sum, one in others.reduce(sum) { $0 + (one.common($1)?.length ?? 0) } }
    }

    /// Those parts that lie within others.
    public func within(_ others: [Stretch]) -> [Stretch] {
        flatMap { one in others.compactMap { one.common($0) } }.sorted { $0.from < $1.from }
    }

    /// Milliseconds of all together.
    public var length: Instant { reduce(0) { $0 + $1.length } }
}

/// From whom the log knows that somebody was there.
public enum StaySource: String, Codable, Sendable, CaseIterable {
    /// A device of their own was connected.
    case client
    case leadTap = "lead_tap"
    case scribe
    /// A table's device, at which they sat.
    case table
    case transcript
    /// They say so themselves, of their own record.
    case selfReport = "self_report"
    case importTeams = "import_teams"
    case importZoom = "import_zoom"
}

/// A stretch in which somebody was there in one way. Those of one person do not overlap; gaps that count as none are
/// closed (`Thresholds.gapSeconds`).
public struct Stay: Codable, Equatable, Sendable {
    public var from: Instant
    public var to: Instant
    public var mode: AttendanceMode
    public var source: StaySource
    /// Why it ended; nil where it only went on in another way, or goes on.
    public var reason: PresenceEnd?
    /// Whether a device of their own was connected: a means to act that the log sees.
    public var hasDevice: Bool

    public var stretch: Stretch { Stretch(from: from, to: to) }
}

extension [Stay] {
    /// One after the other: of two at once the one with a device counts, and short gaps are closed.
    func united(gap: Instant) -> [Stay] {
        var united: [Stay] = []
        for next in sorted(by: { ($0.from, $0.to) < ($1.from, $1.to) }) {
            guard var last = united.last else {
                united.append(next)
                continue
            }
            var next = next
            if next.from < last.to {
                if next.hasDevice, !last.hasDevice, last.from < next.from {
                    last.to = next.from
                    united[united.count - 1] = last
                } else {
                    next.from = last.to
                }
                if next.from >= next.to { continue }
            } else if next.from - last.to <= gap {
                united[united.count - 1].to = next.from
                united[united.count - 1].reason = nil
            }
            united.append(next)
        }
        return united
    }

    /// Only what lies within those stretches.
    func within(_ stretches: [Stretch]) -> [Stay] {
        flatMap { stay in
            stretches.compactMap { stretch in
                stay.stretch.common(stretch).map {
                    var part = stay
                    (part.from, part.to) = ($0.from, $0.to)
                    return part
                }
            }
        }
    }

    public var stretches: [Stretch] { map(\.stretch) }

    /// The way in which somebody was there for the longest time.
    var longestMode: AttendanceMode? {
        let lengths = reduce(into: [AttendanceMode: Instant]()) { $0[$1.mode, default: 0] += $1.stretch.length }
        return lengths.max { ($0.value, $1.key.rawValue) < ($1.value, $0.key.rawValue) }?.key
    }
}
