// Knows a fact as it is kept: one row that is hashed and exported, and erasable rows beside it. What is in them, it
// does not know.

import Meetings

/// Part of a fact that can be erased without breaking the log.
public struct ErasablePart: Equatable, Sendable {
    /// Whose it is, for erasing a person; nil if it must not be known.
    public var person: String?
    /// The message or question it belongs to, for taking that back.
    public var object: String?
    /// Names or words, as JSON.
    public var json: [UInt8]
    /// It goes when the meeting ends.
    public var untilEnd: Bool

    /// A part to be stored beside its fact.
    public init(person: String?, object: String?, json: [UInt8], untilEnd: Bool = false) {
        (self.person, self.object, self.json, self.untilEnd) = (person, object, json, untilEnd)
    }
}

/// A fact taken apart for the log.
public struct SealedEvent: Equatable, Sendable {
    /// The name of the fact.
    public var kind: String
    /// The version of the kind's body.
    public var version: Int
    /// JSON without personal data; part of the hash chain.
    public var body: [UInt8]
    /// What may be erased later: at most one part that stays and one that goes when the meeting ends.
    public var parts: [ErasablePart]

    /// A fact in its parts.
    public init(kind: String, version: Int, body: [UInt8], parts: [ErasablePart]) {
        (self.kind, self.version, self.body, self.parts) = (kind, version, body, parts)
    }
}

/// A fact on its way into the log.
public struct SealedEntry: Equatable, Sendable {
    public var at: Instant
    /// Who caused it; nil for the server and for people who chose "count only".
    public var actor: String?
    public var event: SealedEvent

    /// A fact that has no number yet.
    public init(at: Instant, actor: String?, event: SealedEvent) {
        (self.at, self.actor, self.event) = (at, actor, event)
    }
}
