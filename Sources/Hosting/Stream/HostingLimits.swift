// Knows every bound of hosting.

/// The bounds of a live room, each with a name; those that a deployment may change are settings.
public struct HostingLimits: Sendable {
    /// Contributions a second for one person, in the long run.
    public var commandsPerSecond = 5.0
    /// Contributions of one person that may come at once.
    public var commandBurst = 20.0
    /// Refusals of that kind in a row after which a connection is closed.
    public var slowDownsBeforeClosing = 200
    /// Commands of one connection that may be unanswered.
    public var openCommands = 300
    /// Messages that may wait while a connection's hello is looked up.
    public var queuedBeforeWelcome = 320
    /// Entries that a resuming client may have missed; beyond them it starts over.
    public var resumeWindow = 5_000

    /// A room of fewer bytes is rather written anew than sent with the facts since.
    public var roomBytesWorthKeeping = 16_384
    /// How many come into a room before others have their turn.
    public var arrivalsPerSlice = 8

    /// The defaults.
    public init() {}
}
