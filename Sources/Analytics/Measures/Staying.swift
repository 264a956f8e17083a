// Knows who left before the end, and in which item.

import Meetings

/// How people left a meeting.
public struct Staying: Equatable, Sendable {
    /// People whose last interval ends in an item, among those who were there at its start.
    public struct DropOff: Equatable, Sendable {
        public var segment: SegmentID
        public var left: Int
        public var atRisk: Int
    }

    /// Over how long each stayed.
    public let survival: KaplanMeier
    /// On the meeting's own clock, with those who came late at risk from then on.
    public let onClock: KaplanMeier
    public let dropOff: [DropOff]
    /// How many left early, and how many of them because a connection went and did not come back.
    public let early: Int
    public let lost: Int

    init(_ record: ParticipationRecord, leads: Bool = false) {
        let people = record.attended(leads: leads).filter { !$0.stays.isEmpty }
        let end = Self.end(of: record)
        var (stays, clock): ([KaplanMeier.Watch], [KaplanMeier.Watch]) = ([], [])
        var (early, lost) = (0, 0)
        for person in people {
            guard let first = person.stays.first, let last = person.stays.last else { continue }
            let (from, to) = (record.elapsed(first.from), record.elapsed(last.to))
            let isEarly = Self.isEarly(person, in: record, end: end)
            early += isEarly ? 1 : 0
            lost += isEarly && last.reason == .lost ? 1 : 0
            stays.append(.init(exit: Double(to - from) / 1000, isEvent: isEarly))
            clock.append(.init(entry: Double(from) / 1000, exit: Double(to) / 1000, isEvent: isEarly))
        }
        survival = KaplanMeier(stays, intervalFrom: record.thresholds.fewestForInterval)
        onClock = KaplanMeier(clock, intervalFrom: record.thresholds.fewestForInterval)
        dropOff = Self.dropOff(record, people)
        (self.early, self.lost) = (early, lost)
    }

    /// Whether somebody went for good, and not shortly before the end (`Thresholds.earlyLeaveSeconds`).
    static func isEarly(_ person: Attender, in record: ParticipationRecord, end: Instant? = nil) -> Bool {
        guard let last = person.stays.last, hasLeft(last) else { return false }
        return last.to < (end ?? Self.end(of: record)) - record.thresholds.earlyLeaveSeconds.milliseconds
    }

    /// The lead who ends the meeting sends nobody away, and who is there still has not left.
    private static func hasLeft(_ stay: Stay) -> Bool {
        switch stay.reason {
        case .left, .lost, .moved: true
        case .ended, nil: false
        }
    }

    /// The scheduled end or the lead's, whichever came first.
    private static func end(of record: ParticipationRecord) -> Instant {
        let ended = record.endedAt ?? 0
        guard let start = record.plannedStart ?? record.openedAt, let seconds = record.scheduledSeconds else {
            return ended
        }
        // A meeting that is held long after it was planned has no end that was planned.
        let scheduled = max(start, record.openedAt ?? start) + seconds.milliseconds
        return min(scheduled, ended)
    }

    private static func dropOff(_ record: ParticipationRecord, _ people: [Attender]) -> [DropOff] {
        let held = record.held.sorted { ($0.spans.first?.from ?? 0) < ($1.spans.first?.from ?? 0) }
        return held.enumerated().map { index, segment in
            let start = segment.spans.first?.from ?? 0
            let next = index + 1 < held.count ? held[index + 1].spans.first?.from ?? .max : .max
            let atRisk = people.filter { ($0.stays.first?.from ?? .max) <= start && ($0.stays.last?.to ?? 0) > start }
            let left = atRisk.count { person in
                person.stays.last.map { hasLeft($0) && $0.to > start && $0.to <= next } ?? false
            }
            return DropOff(segment: segment.id, left: left, atRisk: atRisk.count)
        }
    }
}
