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
    /// The last entry of the actor's own earlier command that is to be taken back; nil if there is no such command.
    public var undoes: Int64?
    /// The anonymous answers of the prompt that is to be shown, in an order that nobody chose; nil where they do not lie
    /// ready.
    public var sealed: [PromptAnswer]?

    /// A context for one command.
    public init(actor: Actor, for subject: PersonID? = nil, at: Instant) {
        self.actor = actor
        self.subject = subject
        self.at = at
    }
}
