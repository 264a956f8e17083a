// Knows what a segment of an agenda is and how its time is counted.

/// What people do in a segment.
public enum SegmentKind: String, Codable, Sendable, CaseIterable {
    case checkIn = "check-in"
    case talk
    case handsOn = "hands-on"
    case breakout
    case discussion
    case reflection
    case pause = "break"
    case checkOut = "check-out"
}

/// Where a segment is in its life.
public enum SegmentState: String, Codable, Sendable {
    case upcoming, open, done, skipped
}

/// A stretch of time during which a segment was open; a segment that is opened again has several.
public struct Run: Codable, Equatable, Sendable {
    public var from: Instant
    public var to: Instant?
}

/// A segment as it is planned, before it has a place in an agenda.
public struct SegmentPlan: Codable, Equatable, Sendable {
    public var kind: SegmentKind
    public var title: String
    /// Planned length in seconds, `Limits.timeboxSeconds`.
    public var timeboxSeconds: Int
    /// What people read under the title; may be missing.
    public var note: String?
    /// Who leads it or speaks, by name; may be missing.
    public var speaker: String?
    /// What a lead wants to remember; nobody else is told.
    public var leadNote: String?
    /// What is prepared for its groups; only leads are told.
    public var breakout: BreakoutPlan?
    /// What is done with kits; everybody is told it.
    public var bench: BenchPlan?
    /// What is asked in it. They become prompts of the meeting with the item, and are changed as such.
    public var prompts: [PromptPlan]?

    /// A plan; it is checked where it enters a room.
    public init(
        kind: SegmentKind, title: String, timeboxSeconds: Int, note: String? = nil, speaker: String? = nil,
        leadNote: String? = nil, breakout: BreakoutPlan? = nil, bench: BenchPlan? = nil, prompts: [PromptPlan]? = nil
    ) {
        (self.speaker, self.leadNote, self.breakout, self.bench) = (speaker, leadNote, breakout, bench)
        self.prompts = prompts
        self.kind = kind
        self.title = title
        self.timeboxSeconds = timeboxSeconds
        self.note = note
    }
}

/// One item of the agenda with its time, planned and actual.
public struct Segment: Codable, Equatable, Sendable {
    public var id: SegmentID
    public var kind: SegmentKind
    /// Nil once it was erased.
    public var title: String?
    public var note: String?
    public var timeboxSeconds: Int
    public var state: SegmentState = .upcoming
    public var runs: [Run] = []
    /// Who leads it or speaks, by name.
    public var speaker: String?
    /// For leads only.
    public var leadNote: String?
    /// What is prepared for its groups, for leads only.
    public var breakout: BreakoutPlan?
    /// What is done with kits.
    public var bench: BenchPlan?

    /// As those see it who do not lead.
    public var told: Segment {
        var told = self
        (told.leadNote, told.breakout) = (nil, nil)
        return told
    }

    /// Milliseconds this segment has been open up to `now`.
    public func elapsedMilliseconds(at now: Instant) -> Int64 {
        runs.reduce(0) { $0 + max(0, ($1.to ?? now) - $1.from) }
    }

    /// When the timebox runs out, if the segment is open: earlier runs count.
    public var deadline: Instant? {
        guard state == .open, let last = runs.last, last.to == nil else { return nil }
        let before = runs.dropLast().reduce(Int64(0)) { $0 + max(0, ($1.to ?? $1.from) - $1.from) }
        return last.from + Int64(timeboxSeconds) * 1000 - before
    }
}

extension [Segment] {
    /// Milliseconds by which the segments that are over took longer than planned; less than zero when time was won.
    /// It is carried to the end of the meeting, never hidden.
    public func carriedMilliseconds(at now: Instant) -> Int64 {
        filter { $0.state == .done }.reduce(0) {
            $0 + $1.elapsedMilliseconds(at: now) - Int64($1.timeboxSeconds) * 1000
        }
    }
}
