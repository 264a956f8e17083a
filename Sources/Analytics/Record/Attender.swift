// Knows what the participation record says of one person, of an item of the agenda, of what was offered in it, and of a
// group.

import Meetings

/// A person as the record of one meeting knows them.
public struct Attender: Equatable, Sendable {
    public let id: PersonID
    /// Whether they led this meeting at any time.
    public var isLead = false
    /// An outside speaker: heard, not counted.
    public var isGuest = false
    /// A device that several people share: no person.
    public var isTable = false
    /// Whether nothing but a report of the call names them: they were never in this room.
    public var isCallOnly = false
    /// Whether a lead put them out: they have not attended.
    public var isRemoved = false
    /// Whether they had all that said who they are erased; what they did is nobody's any more.
    public var isErased = false
    /// Whether they were on a list or checked in by somebody else.
    public var isCheckedIn = false
    /// The name under which a recording knows them; of others it is never handed on.
    public var name: String?
    /// Nil where they said none, or once it was erased.
    public var school: String?
    public var phase: SchoolPhase?
    public var offers: [TopicID] = []
    public var needs: [TopicID] = []
    public var tier: Tier = .pseudonymous
    /// How they said they take part, last.
    public var mode: AttendanceMode
    /// Whether the log saw them at all beyond being let in.
    public var isSeen = false
    public var stays: [Stay] = []

    init(id: PersonID, mode: AttendanceMode) { (self.id, self.mode) = (id, mode) }

    /// Milliseconds they were there.
    public var presence: Instant { stays.stretches.length }
    /// How they took part for most of the time.
    public var attendance: AttendanceMode { stays.longestMode ?? mode }
    /// Whether figures of people are about them, leads too.
    public var isCounted: Bool { !isGuest && !isTable && !isRemoved && isSeen }
}

/// An item of the agenda as it was.
public struct SegmentSpan: Equatable, Sendable {
    public let id: SegmentID
    /// Its place in the agenda, from 1.
    public var n: Int
    public var kind: SegmentKind
    /// Nil once it was erased.
    public var title: String?
    /// As it was planned when the meeting opened, or when it came in later.
    public var plannedSeconds: Int
    /// Whether it was left out or cut short.
    public var isSkipped = false
    /// When it was on.
    public var spans: [Stretch] = []

    /// Milliseconds it was on.
    public var length: Instant { spans.length }
}

/// Something that asked people to do something.
public struct OfferedItem: Equatable, Sendable {
    /// What it is.
    public enum Kind: String, Codable, Sendable, CaseIterable {
        case pulse, open, cards, word, scale, choice, order, confidence, kit
    }

    /// The identifier of the pulse or the prompt; of a kit the one of its item of the agenda.
    public let id: String
    public var kind: Kind
    /// The item of the agenda it counts to: the pulse after a talk counts to the talk.
    public var segment: SegmentID?
    /// Under which name the same question is found at other meetings.
    public var key: String?
    public var isAnonymous = false
    /// When it was open.
    public var spans: [Stretch] = []
    /// Who answered without a name: that they did, and never when.
    public var sealed: Set<PersonID> = []
    /// How many acts of people who were counted only answered it.
    public var countedAnswers = 0

    /// Whether it measures an outcome: then it is no opportunity to take part.
    public var isOutcome: Bool { kind == .confidence }
}

/// A group of a round, with who sat in it and when.
public struct GroupSpan: Equatable, Sendable {
    public struct Member: Equatable, Sendable {
        public var person: PersonID
        public var from: Instant
        public var to: Instant
    }

    /// The round: groups that were formed together.
    public var set: RoundID
    public let group: GroupID
    public var isCoffee = false
    public var segment: SegmentID?
    public var members: [Member] = []
}

/// An answer to an instrument; an outcome, never participation.
public struct OutcomeAnswer: Equatable, Sendable {
    public var person: PersonID
    public var prompt: String
    public var key: String?
    public var at: Instant
    public var numbers: [Int]
}

/// How far somebody came with a kit.
public struct KitTrack: Equatable, Sendable {
    public var segment: SegmentID
    public var person: PersonID
    /// Every state they were seen in.
    public var states: Set<KitState>
    public var last: KitState
    public var step: Int
}
