// Knows every bound of lines.

/// The bounds of the lines of one server. A line holds one take at most: a second one takes its place.
public struct LineLimits: Sendable {
    /// Lines at once.
    public var lines = 10_000
    /// Lines of one address: a hall of 300 people, each with a second device.
    public var linesPerAddress = 600
    /// Messages in one send.
    public var messagesPerSend = 300
    /// What may wait for one client, in bytes; beyond it the line is closed as slow.
    public var bytes = 262_144
    /// What may wait for all clients of lines together, first frames too, in bytes; what is said to many counts once.
    /// Beyond it the line that was silent for longest is closed as slow, and comes back when somebody is there.
    public var bytesOfAll = 16_777_216
    /// How long a take is held; proxies cut what is silent for longer.
    public var holdMilliseconds = 25_000
    /// A line whose last take began so long ago is lost. More than `holdMilliseconds`.
    public var lostMilliseconds = 60_000
    /// Time until somebody has said hello and was let in.
    public var joinMilliseconds = 10_000
    /// How long what is meant for many waits for more, so that a burst costs one answer.
    public var gatherMilliseconds = 250
    /// How long the end of a line is told.
    public var farewellMilliseconds = 10_000
    /// Resolution of the times above, except for `gatherMilliseconds`.
    public var sweepMilliseconds = 1_000

    /// The defaults.
    public init() {}
}
