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
