// Knows who wishes and when: what comes in from outside with a command.

/// Who wishes.
public enum Actor: Equatable, Sendable {
    /// The server: joins and presence, which it knows at first hand.
    case system
    case person(PersonID)
}

/// What comes in with a command.
public struct Context: Equatable, Sendable {
    public var actor: Actor
    /// For whom, when the actor taps for somebody without a device of their own.
    public var subject: PersonID?
    /// Server time; the host keeps it from going backwards.
    public var at: Instant

    /// A context for one command.
    public init(actor: Actor, for subject: PersonID? = nil, at: Instant) {
        self.actor = actor
        self.subject = subject
        self.at = at
    }
}
