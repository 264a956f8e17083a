// Knows how the tables write identifiers and actors: as plain string literals.

import Meetings

extension PersonID: ExpressibleByStringLiteral {
    /// The identifier, as it is written.
    public init(stringLiteral value: String) { self.init(rawValue: value) }
}

extension SegmentID: ExpressibleByStringLiteral {
    /// The identifier, as it is written.
    public init(stringLiteral value: String) { self.init(rawValue: value) }
}

extension MessageID: ExpressibleByStringLiteral {
    /// The identifier, as it is written.
    public init(stringLiteral value: String) { self.init(rawValue: value) }
}

extension PulseID: ExpressibleByStringLiteral {
    /// The identifier, as it is written.
    public init(stringLiteral value: String) { self.init(rawValue: value) }
}

extension QuestionID: ExpressibleByStringLiteral {
    /// The identifier, as it is written.
    public init(stringLiteral value: String) { self.init(rawValue: value) }
}

extension TopicID: ExpressibleByStringLiteral {
    /// The identifier, as it is written.
    public init(stringLiteral value: String) { self.init(rawValue: value) }
}

extension RoundID: ExpressibleByStringLiteral {
    /// The identifier, as it is written.
    public init(stringLiteral value: String) { self.init(rawValue: value) }
}

extension GroupID: ExpressibleByStringLiteral {
    /// The identifier, as it is written.
    public init(stringLiteral value: String) { self.init(rawValue: value) }
}

extension CardID: ExpressibleByStringLiteral {
    /// The identifier, as it is written.
    public init(stringLiteral value: String) { self.init(rawValue: value) }
}

extension DraftID: ExpressibleByStringLiteral {
    /// The identifier, as it is written.
    public init(stringLiteral value: String) { self.init(rawValue: value) }
}

extension AnnouncementID: ExpressibleByStringLiteral {
    /// The identifier, as it is written.
    public init(stringLiteral value: String) { self.init(rawValue: value) }
}

/// A string literal is a person; the server is `.system`.
extension Meetings.Actor: ExpressibleByStringLiteral {
    /// The person of that identifier.
    public init(stringLiteral value: String) { self = .person(PersonID(rawValue: value)) }
}

extension PairID: ExpressibleByStringLiteral {
    public init(stringLiteral value: String) { self.init(rawValue: value) }
}

extension NoteID: ExpressibleByStringLiteral {
    public init(stringLiteral value: String) { self.init(rawValue: value) }
}

extension PairingID: ExpressibleByStringLiteral {
    public init(stringLiteral value: String) { self.init(rawValue: value) }
}
