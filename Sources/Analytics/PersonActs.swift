// Knows what is counted of a person, of a run of speech and of an item.

import Meetings

/// What a log says of one person.
public struct PersonActs: Equatable, Sendable {
    public var mode: AttendanceMode
    /// The name under which a recording knows the person; nil once it was erased.
    public var name: String?
    public var school: String?
    /// Whether they were on a list or checked in by somebody else.
    public var isCheckedIn = false
    /// Whether the log saw them at all beyond being let in.
    public var isSeen = false
    /// Times of their first and last sign of life; being called on is none.
    public var first: Instant?
    public var last: Instant?
    public var connects = 0
    public var turns = 0
    public var lines = 0
    public var words = 0
    public var messages = 0
    public var messageWords = 0
    /// Notes of groups; counted beside messages, because the recordings know none.
    public var notes = 0
    public var handsRaised = 0
    public var called = 0
}

/// A run of speech of one person.
public struct SpeechRun: Equatable, Sendable {
    public var person: PersonID
    public var segment: SegmentID?
    /// Whether the run before it is of the same segment.
    public var isAdjacent: Bool
}

/// One item of the agenda as it was spoken in.
public struct ItemTalk: Equatable, Sendable {
    public var turns = 0
    public var speakers: Set<PersonID> = []
    public var words = 0
}
