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
    /// Whether they led this meeting at any time.
    public var hasLed = false
    /// Whether a lead put them out.
    public var isRemoved = false
    /// Whether the log saw them at all beyond being let in.
    public var isSeen = false
    /// Times of their first and last sign of life; being called on is none.
    public var first: Instant?
    public var last: Instant?
    /// When the sitting began in which the log saw them first.
    public var sitting: Instant?
    /// How many entries are this person: one, and those that were joined with it.
    public var entries = 1
    /// Everything they did, whatever it was: answers, reactions, stars, calls for help beside what has its own count.
    public var acts = 0
    public var connects = 0
    public var turns = 0
    public var lines = 0
    public var words = 0
    public var messages = 0
    public var messageWords = 0
    /// Notes of groups; counted beside messages, because the recordings know none.
    public var notes = 0
    public var questions = 0
    public var handsRaised = 0
    public var called = 0

    /// Comings after the first one of each entry.
    public var rejoins: Int { max(0, connects - entries) }

    /// The log saw them at that moment.
    mutating func sign(_ at: Instant, since sitting: Instant?) {
        if at < first ?? .max { (first, self.sitting) = (at, sitting) }
        last = max(last ?? at, at)
        isSeen = true
    }

    /// The other entry is the same person.
    mutating func add(_ other: PersonActs) {
        isCheckedIn = isCheckedIn || other.isCheckedIn
        hasLed = hasLed || other.hasLed
        isSeen = isSeen || other.isSeen
        if let earlier = other.first, earlier < first ?? .max { (first, sitting) = (earlier, other.sitting) }
        last = [last, other.last].compactMap { $0 }.max()
        entries += other.connects > 0 ? other.entries : 0
        acts += other.acts
        connects += other.connects
        turns += other.turns
        lines += other.lines
        words += other.words
        messages += other.messages
        messageWords += other.messageWords
        notes += other.notes
        questions += other.questions
        handsRaised += other.handsRaised
        called += other.called
    }
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
