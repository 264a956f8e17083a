// Knows the speaking queue and who holds the floor.

/// A raised hand.
public struct Hand: Codable, Equatable, Sendable {
    public var person: PersonID
    public var raisedAt: Instant
}

/// Who speaks now, in the room or on the call.
public struct Turn: Codable, Equatable, Sendable {
    public var person: PersonID
    public var startedAt: Instant
    public var source: Source
    /// Words and characters noted so far, when somebody or something notes them.
    public var words = 0
    public var characters = 0
}

/// How much of a person has been heard in this meeting. For leads only, and for "least heard first".
public struct Talk: Codable, Equatable, Sendable {
    public var turns = 0
    public var milliseconds: Int64 = 0
    public var words = 0
}
