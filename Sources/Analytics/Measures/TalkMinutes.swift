// Knows how much of a meeting was meant for talk, how much was, and who spoke.

import Meetings

/// Minutes of talk items and of all items, planned and actual, and the leads' share of the time spoken.
public struct TalkMinutes: Equatable, Sendable {
    public var plannedTalk = 0.0
    public var planned = 0.0
    public var actualTalk = 0.0
    public var actual = 0.0
    /// Seconds of turns of leads and of all; nought where nobody tapped turns.
    public var leadSeconds = 0.0
    public var turnSeconds = 0.0

    init(_ record: ParticipationRecord) {
        for segment in record.segments {
            let (planned, actual) = (Double(segment.plannedSeconds) / 60, Double(segment.length) / 60_000)
            self.planned += planned
            self.actual += actual
            guard segment.kind == .talk else { continue }
            plannedTalk += planned
            actualTalk += actual
        }
        for act in record.acts where act.kind == .talkTurn {
            let seconds = Double(act.milliseconds ?? 0) / 1000
            turnSeconds += seconds
            if record.people[act.person]?.isLead == true { leadSeconds += seconds }
        }
    }

    /// The leads' share of the time spoken; nil where no turns were tapped.
    public var leadShare: Double? { turnSeconds > 0 ? leadSeconds / turnSeconds : nil }
}
