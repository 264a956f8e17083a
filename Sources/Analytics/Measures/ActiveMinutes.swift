// Knows in how many minutes somebody did something: bins and not counts, so that clicking more changes nothing.

import Meetings

/// One-minute bins of the time the meeting was open.
public struct ActiveMinutes: Equatable, Sendable {
    /// Bins with an act, among those present.
    public var active = 0
    /// Bins in which they were there for long enough (`Thresholds.minutePresentSeconds`).
    public var present = 0

    init(_ record: ParticipationRecord, _ person: Attender, _ acts: [Act]) {
        let minute: Instant = 60_000
        var bins: [Instant: Instant] = [:]
        for stay in person.stays {
            let (from, to) = (record.elapsed(stay.from), record.elapsed(stay.to))
            var bin = from / minute
            while bin * minute < to {
                bins[bin, default: 0] += min(to, (bin + 1) * minute) - max(from, bin * minute)
                bin += 1
            }
        }
        let there = Set(
            bins.filter { $0.value >= record.thresholds.minutePresentSeconds.milliseconds }.map(\.key))
        present = there.count
        active = there.intersection(acts.map { record.elapsed($0.at) / minute }).count
    }
}

extension ParticipationRecord {
    /// How long the meeting had been open at a moment, in milliseconds: the time between two sittings is no part of it.
    public func elapsed(_ at: Instant) -> Instant {
        sittings.reduce(0) { $0 + max(0, min(at, $1.to) - $1.from) }
    }
}
