// Knows what hosting needs of a store, and nothing of how it is kept.

import Meetings
import Wire

/// An event on its way into the log.
public struct SealedEntry: Sendable {
    public var at: Instant
    /// Who caused it; nil for the server and for people who chose "count only".
    public var actor: String?
    public var event: SealedEvent
}

/// The mark by which a repeated command is known.
public struct CommandStamp: Sendable, Hashable {
    public var actor: String
    public var id: String
    /// Hash of what was wished for, to tell a repeat from a conflict.
    public var bodyHash: UInt64
    /// It is forgotten when the meeting ends, because its actor chose "count only".
    public var untilEnd: Bool

    /// A stamp as it comes from the store.
    public init(actor: String, id: String, bodyHash: UInt64, untilEnd: Bool) {
        self.actor = actor
        self.id = id
        self.bodyHash = bodyHash
        self.untilEnd = untilEnd
    }
}

/// What is erased together with an append.
public enum Erasure: Sendable, Equatable {
    /// The words of one message or question.
    case object(String)
    /// All that was kept only until the meeting's end.
    case untilEnd
}

/// What the list of meetings has to learn from an append.
public struct CatalogueChange: Sendable, Equatable {
    public var phase: Phase?
    public var title: String?
    public var start: Start?

    /// The planned start and its zone.
    public struct Start: Sendable, Equatable {
        public var at: Instant?
        public var zone: String
    }
}

/// The outcome of one command, to be stored whole or not at all.
public struct Submission: Sendable {
    public var meeting: String
    /// Sequence of the last entry before these; the store refuses when the log is elsewhere.
    public var expectedSequence: Int64
    public var entries: [SealedEntry]
    public var command: CommandStamp?
    public var erasures: [Erasure]
    public var catalogue: CatalogueChange?
}

/// What became of a submission.
public enum AppendOutcome: Sendable, Equatable {
    case stored
    /// Another writer was faster, or the command id clashes: nothing of it is stored.
    case refused
    /// The store could not write; nothing of it is stored.
    case failed
}

/// A room as the store has it.
public struct LoadedRoom: Sendable {
    public var epoch: String
    public var entries: [Entry]
    public var commands: [(stamp: CommandStamp, sequence: Int64)]
    public var links: JoinLinks?
    public var network: NetworkCard?
    /// Nothing of it counts: teachers in it may be simulated.
    public var isRehearsal: Bool

    /// All that a host starts from.
    public init(
        epoch: String, entries: [Entry], commands: [(stamp: CommandStamp, sequence: Int64)], links: JoinLinks?,
        network: NetworkCard?, isRehearsal: Bool = false
    ) {
        self.epoch = epoch
        self.entries = entries
        self.commands = commands
        self.links = links
        self.network = network
        self.isRehearsal = isRehearsal
    }
}

/// The log as hosting needs it.
public protocol EventLog: Sendable {
    /// The room of a meeting; nil if there is none.
    func load(_ meeting: String) async throws -> LoadedRoom?
    /// Stores all that is given in one transaction, durable when this returns; one outcome for each, in order.
    func append(_ batch: [Submission]) async -> [AppendOutcome]
    /// What the earlier meetings of its network say of the people of a meeting.
    func acquaintance(of meeting: String) async throws -> Acquaintance
    /// What somebody said of themselves at earlier meetings of the network.
    func recollection(of person: PersonID, in meeting: String) async throws -> Recollection
}
