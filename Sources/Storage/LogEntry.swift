/// One event as the log keeps it, joined with its erasable part.
public struct LogEntry: Sendable, Equatable {
    /// The room or network the event belongs to.
    public let stream: String
    /// Its number in the stream, from 1 without gaps.
    public let sequence: Int64
    /// The epoch of the store when it was appended.
    public let epoch: String
    /// When it happened, in milliseconds since 1970.
    public let at: Int64
    /// The identifier of whoever caused it; nil for the server itself.
    public let actor: String?
    /// The name of the event.
    public let kind: String
    /// The version of the kind's body.
    public let version: Int
    /// JSON without personal data; part of the hash chain.
    public let body: [UInt8]
    /// JSON of the personal parts that are left: what stays, then what goes when the meeting ends.
    public let parts: [[UInt8]]

    /// The only personal part, or the first; nil when there was none or it has been erased.
    public var personal: [UInt8]? { parts.first }
}

/// The erasable row that an event points to.
public struct Personal: Sendable, Equatable {
    /// Whose data it is, for erasing all of a person's.
    public var person: String?
    /// What it belongs to (a message, an answer), for erasing one thing.
    public var object: String?
    /// The data itself.
    public var json: [UInt8]
    /// Whether it goes at the end of the meeting.
    public var untilEnd: Bool

    /// A personal row to be stored beside an event.
    public init(person: String?, object: String?, json: [UInt8], untilEnd: Bool = false) {
        (self.person, self.object, self.json, self.untilEnd) = (person, object, json, untilEnd)
    }
}

/// An event that is not in the log yet.
public struct NewEvent: Sendable, Equatable {
    /// When it happened, in milliseconds since 1970.
    public var at: Int64
    /// The identifier of whoever caused it; nil for the server itself.
    public var actor: String?
    /// The name of the event.
    public var kind: String
    /// The version of the kind's body.
    public var version: Int
    /// JSON without personal data.
    public var body: [UInt8]
    /// What may be erased later: at most one part that stays and one that goes when the meeting ends.
    public var parts: [Personal]

    /// An event to be appended.
    public init(at: Int64, actor: String?, kind: String, version: Int, body: [UInt8], parts: [Personal]) {
        (self.at, self.actor, self.kind) = (at, actor, kind)
        (self.version, self.body, self.parts) = (version, body, parts)
    }

    /// An event with one personal part or none.
    public init(at: Int64, actor: String?, kind: String, version: Int, body: [UInt8], personal: Personal? = nil) {
        self.init(
            at: at, actor: actor, kind: kind, version: version, body: body, parts: personal.map { [$0] } ?? [])
    }
}

/// What makes a command the same command when it comes twice.
public struct CommandKey: Sendable, Equatable {
    /// Who sent it.
    public var actor: String
    /// The id the client made.
    public var id: String
    /// A hash of the command's body, to tell a repetition from a mistake.
    public var bodyHash: [UInt8]
    /// Whether the key goes at the end of the meeting.
    public var untilEnd: Bool

    /// The key of a command.
    public init(actor: String, id: String, bodyHash: [UInt8], untilEnd: Bool = false) {
        (self.actor, self.id, self.bodyHash, self.untilEnd) = (actor, id, bodyHash, untilEnd)
    }
}

/// A command that was stored.
public struct StoredCommand: Sendable, Equatable {
    /// Who sent it.
    public let actor: String
    /// The id the client made.
    public let id: String
    /// A hash of the command's body.
    public let bodyHash: [UInt8]
    /// The last sequence it produced.
    public let sequence: Int64
}

/// Personal rows of the stream that go in the same transaction.
public enum Erasure: Sendable, Equatable {
    /// Those that belong to one object.
    case object(String)
    /// All rows and command keys that were marked to go at the meeting's end.
    case untilEnd
    /// Those of one person.
    case person(String)
}

/// What changes of a meeting's catalogue row in the same transaction; nil leaves a field as it is.
public struct CatalogueChange: Sendable, Equatable {
    /// The meeting's identifier.
    public var meeting: String
    /// Its new phase.
    public var phase: MeetingPhase?
    /// Its new title.
    public var title: String?
    /// Its new planned start, in milliseconds since 1970.
    public var plannedStart: Int64?
    /// Its new time zone.
    public var zone: String?

    /// A change of one meeting.
    public init(
        meeting: String, phase: MeetingPhase? = nil, title: String? = nil, plannedStart: Int64? = nil,
        zone: String? = nil
    ) {
        (self.meeting, self.phase, self.title) = (meeting, phase, title)
        (self.plannedStart, self.zone) = (plannedStart, zone)
    }
}

/// What one command adds to one stream, all of it or nothing.
public struct Appending: Sendable, Equatable {
    /// The stream.
    public var stream: String
    /// The last sequence the writer knows; 0 for a new stream.
    public var expectedSequence: Int64
    /// The events, in order.
    public var events: [NewEvent]
    /// The command they come from.
    public var command: CommandKey?
    /// What is erased with them.
    public var erasures: [Erasure]
    /// What changes in the catalogue with them.
    public var catalogue: CatalogueChange?

    /// Something to append.
    public init(
        stream: String, expectedSequence: Int64, events: [NewEvent], command: CommandKey? = nil,
        erasures: [Erasure] = [], catalogue: CatalogueChange? = nil
    ) {
        (self.stream, self.expectedSequence, self.events) = (stream, expectedSequence, events)
        (self.command, self.erasures, self.catalogue) = (command, erasures, catalogue)
    }
}
