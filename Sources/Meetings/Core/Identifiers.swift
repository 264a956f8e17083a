// Knows the names things go by. An identifier is text that means nothing; it is never shown to a person.

/// The name of a thing in the log and on the wire: a string of its own type, also as a key of a JSON object.
public protocol Identifier: RawRepresentable, Hashable, Comparable, Codable, Sendable, CodingKeyRepresentable,
    CustomStringConvertible
where RawValue == String {
    /// Wraps any string; it is not checked, because an unknown identifier simply finds nothing.
    init(rawValue: String)
}

extension Identifier {
    /// The bare string, so that an identifier reads well in a test's failure.
    public var description: String { rawValue }

    /// Identifiers are ordered by their bytes, so that what is sorted by them is the same on every machine.
    public static func < (one: Self, other: Self) -> Bool { one.rawValue < other.rawValue }
}

/// A person of one network. The same person has the same identifier at every meeting.
public struct PersonID: Identifier {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }

    /// What stands in the log instead of a person who chose "count only" (`Tier.countOnly`).
    public static let counted = PersonID(rawValue: "counted")
}

/// One item of an agenda.
public struct SegmentID: Identifier {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
}

/// One chat message.
public struct MessageID: Identifier {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
}

/// One opening of a pulse.
public struct PulseID: Identifier {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
}

/// One picture of a kit.
public struct PhotoID: Identifier {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
}

/// One reflection prompt of a meeting.
public struct PromptID: Identifier {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
}

/// One person's answer to a prompt.
public struct ResponseID: Identifier {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
}

/// Answers to a prompt that a lead has put together.
public struct ClusterID: Identifier {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
}

/// One question to an outside speaker.
public struct QuestionID: Identifier {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
}

/// What somebody can help with or would like help with.
public struct TopicID: Identifier {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
}

/// One forming of groups.
public struct RoundID: Identifier {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
}

/// One group of a round.
public struct GroupID: Identifier {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
}

/// One note of a group.
public struct CardID: Identifier {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
}

/// Groups that are prepared and not formed yet.
public struct DraftID: Identifier {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
}

/// One message of a lead to all groups.
public struct AnnouncementID: Identifier {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
}

/// One report of another program that was brought into a meeting.
public struct ImportID: Identifier {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
}

/// A moment in milliseconds since 1970 (UTC), always the server's clock.
public typealias Instant = Int64
