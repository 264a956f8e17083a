// Knows one act of the participation record.

import Meetings

/// Something that somebody did, as the log saw it. Text is never in it.
public struct Act: Equatable, Sendable {
    /// The number of its entry in the meeting's log.
    public var sequence: Int64
    /// Server time.
    public var at: Instant
    /// Whose it is by now; `PersonID.counted` for everybody who chose to be counted only.
    public var person: PersonID
    public var scope: ActScope
    /// How they took part at that moment.
    public var attendance: AttendanceMode
    /// The item of the agenda it counts to: of an answer the one that asked, else the one that was on.
    public var segment: SegmentID?
    /// Where it was seen; nil for all together.
    public var group: GroupID?
    public var kind: ActKind
    /// What it is about: a message, a note, an item that was answered (`OfferedItem.id`).
    public var object: String?
    /// The number of the act it replies to or builds on.
    public var re: Int64?
    /// Whom it was for.
    public var to: PersonID?
    /// Maximal runs of characters that are not white space; nil where nothing was written or noted.
    public var words: Int?
    /// How long a turn lasted; nil where that is not known.
    public var milliseconds: Int64?
    public var source: Source
    /// The highest mode its form and its exchanges make it; nil for what is no participation.
    public var mode: ActMode?
}

/// A candidate for an exchange: what two different people said to each other in turn.
public struct ExchangeCandidate: Equatable, Sendable {
    /// What links its acts.
    public enum Basis: String, Codable, Sendable, CaseIterable {
        case reply, turns, note, help
    }

    /// The two, in order of their identifiers.
    public var u: PersonID
    public var v: PersonID
    public var segment: SegmentID?
    public var group: GroupID?
    /// The numbers of its acts, ascending.
    public var acts: [Int64]
    /// Whether one of the two led: a chair who calls on people is no exchange of peers.
    public var includesLead: Bool
    public var basis: Basis
}
