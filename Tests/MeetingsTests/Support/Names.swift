// Knows how the tables write identifiers and actors: as plain string literals.

import Meetings

extension PersonID: @retroactive ExpressibleByStringLiteral {
    public init(stringLiteral value: String) { self.init(rawValue: value) }
}

extension SegmentID: @retroactive ExpressibleByStringLiteral {
    public init(stringLiteral value: String) { self.init(rawValue: value) }
}

extension MessageID: @retroactive ExpressibleByStringLiteral {
    public init(stringLiteral value: String) { self.init(rawValue: value) }
}

extension PulseID: @retroactive ExpressibleByStringLiteral {
    public init(stringLiteral value: String) { self.init(rawValue: value) }
}

extension QuestionID: @retroactive ExpressibleByStringLiteral {
    public init(stringLiteral value: String) { self.init(rawValue: value) }
}

/// A string literal is a person; the server is `.system`.
extension Meetings.Actor: @retroactive ExpressibleByStringLiteral {
    public init(stringLiteral value: String) { self = .person(PersonID(rawValue: value)) }
}
