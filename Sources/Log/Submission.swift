// Knows what a host hands to a store in one go, all of which is stored or nothing.

import Meetings

/// The mark by which a repeated command is known.
public struct CommandStamp: Sendable, Equatable {
    /// Who sent it.
    public var actor: String
    /// The id that the client made for it.
    public var id: String
    /// Hash of what was wished for, to tell a repeat from a conflict.
    public var bodyHash: UInt64
    /// It is forgotten when the meeting ends, because its actor chose "count only".
    public var untilEnd: Bool

    /// The stamp of one command.
    public init(actor: String, id: String, bodyHash: UInt64, untilEnd: Bool = false) {
        (self.actor, self.id, self.bodyHash, self.untilEnd) = (actor, id, bodyHash, untilEnd)
    }
}

/// Erasable parts of the stream that go in the same transaction.
public enum Erasure: Sendable, Equatable {
    /// The words of one message, question or note.
    case object(String)
    /// All parts and command stamps that were kept only until the meeting's end.
    case untilEnd
    /// Everything of one person.
    case person(String)
}

/// What the list of meetings has to learn with it, of the meeting whose stream this is; nil leaves a field as it is.
public struct CatalogueChange: Sendable, Equatable {
    public var phase: Phase?
    public var title: String?
    public var start: Start?

    /// The planned start and its zone.
    public struct Start: Sendable, Equatable {
        public var at: Instant?
        /// As an IANA name.
        public var zone: String

        /// A start in its zone.
        public init(at: Instant?, zone: String) { (self.at, self.zone) = (at, zone) }
    }

    /// A change of one meeting.
    public init(phase: Phase? = nil, title: String? = nil, start: Start? = nil) {
        (self.phase, self.title, self.start) = (phase, title, start)
    }
}

/// What one command adds to one stream, all of it or nothing.
public struct Submission: Sendable, Equatable {
    /// A meeting or a network, by its identifier.
    public var stream: String
    /// Sequence of the last entry before these, 0 for a new stream; the store refuses when the log is elsewhere.
    public var expectedSequence: Int64
    /// In order.
    public var entries: [SealedEntry]
    /// The command they come from, if a client sent it.
    public var command: CommandStamp?
    public var erasures: [Erasure]
    public var catalogue: CatalogueChange?

    /// Something to be stored.
    public init(
        stream: String, expectedSequence: Int64, entries: [SealedEntry], command: CommandStamp? = nil,
        erasures: [Erasure] = [], catalogue: CatalogueChange? = nil
    ) {
        (self.stream, self.expectedSequence, self.entries) = (stream, expectedSequence, entries)
        (self.command, self.erasures, self.catalogue) = (command, erasures, catalogue)
    }
}
