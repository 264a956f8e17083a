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
    /// What is told in one message, if it can be told in several, and how long lines have to empty between them.
    public var bytesOfPart = 49_152
    public var pauseBetweenPartsMilliseconds = 100
    /// How many come into a room before others have their turn.
    public var arrivalsPerSlice = 8

    /// Hellos of one person that may come at once, and a second in the long run; a welcome of many bytes counts as one
    /// more for each so many.
    public var helloBurst = 60.0
    public var hellosPerSecond = 3.0
    public var bytesOfHello = 65_536

    /// How long without a server is a pause: whoever was checked in is still here, and whoever had the floor has it.
    public var outlastedMilliseconds = 15 * 60_000

    /// How long somebody may wait at the door without a device there, and how often that is looked at.
    public var absentAtDoorMilliseconds = 5 * 60_000
    public var doorLookMilliseconds = 30_000
    /// How often the time of groups is looked at.
    public var roundLookMilliseconds = 1_000

    /// Who may stand on the list before the opening, in all and of one address; and how long a page may say nothing
    /// before it is gone: those in the background may speak only once a minute.
    public var earlyCallers = 500
    public var earlyCallersPerAddress = 300
    public var earlySilenceMilliseconds = 75_000
    /// The list is told whole: so long it is not told again.
    public var pauseBetweenListsMilliseconds = 250

    /// The defaults.
    public init() {}
}
