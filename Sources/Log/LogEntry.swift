// Knows what comes back out of the log.

import Meetings

/// One fact as the log keeps it, joined with what is left of its erasable parts.
public struct LogEntry: Sendable, Equatable {
    /// The room or network it belongs to.
    public let stream: String
    /// Its number in the stream, from 1 without gaps.
    public let sequence: Int64
    /// The epoch of the store when it was appended.
    public let epoch: String
    public let at: Instant
    /// Who caused it; nil for the server itself.
    public let actor: String?
    /// The name of the fact.
    public let kind: String
    /// The version of the kind's body.
    public let version: Int
    /// JSON without personal data; part of the hash chain.
    public let body: [UInt8]
    /// JSON of the erasable parts that are left: what stays, then what goes when the meeting ends.
    public let parts: [[UInt8]]

    /// An entry as a store has it.
    public init(
        stream: String, sequence: Int64, epoch: String, at: Instant, actor: String?, kind: String, version: Int,
        body: [UInt8], parts: [[UInt8]]
    ) {
        (self.stream, self.sequence, self.epoch, self.at) = (stream, sequence, epoch, at)
        (self.actor, self.kind, self.version) = (actor, kind, version)
        (self.body, self.parts) = (body, parts)
    }

    /// The only erasable part, or the first; nil when there was none or it has been erased.
    public var personal: [UInt8]? { parts.first }

    /// The fact, to be put together again. Whose its parts are is known to the store alone.
    public var sealed: SealedEvent {
        SealedEvent(
            kind: kind, version: version, body: body,
            parts: parts.map { ErasablePart(person: nil, object: nil, json: $0) })
    }
}

/// A command that was stored.
public struct StoredCommand: Sendable, Equatable {
    public let stamp: CommandStamp
    /// The last sequence it produced.
    public let sequence: Int64

    /// A command as a store has it.
    public init(stamp: CommandStamp, sequence: Int64) { (self.stamp, self.sequence) = (stamp, sequence) }
}
