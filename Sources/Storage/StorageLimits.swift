/// Every number that bounds what the store takes and how long it waits.
public enum StorageLimits {
    /// Longest name of a stream, in UTF-8 bytes.
    public static let streamNameBytes = 200
    /// Longest identifier, kind or name of an actor, in UTF-8 bytes.
    public static let identifierBytes = 200
    /// Longest body of one event, in bytes.
    public static let eventBodyBytes = 1 << 20
    /// Longest personal part of one event, in bytes.
    public static let personalBytes = 1 << 20
    /// Longest name, title or other line of text in the catalogue, in UTF-8 bytes.
    public static let lineBytes = 1_000
    /// Longest notice of a network, in UTF-8 bytes.
    public static let noticeBytes = 20_000
    /// How long a session lives without use.
    public static let sessionIdleMilliseconds: Int64 = 12 * 3_600_000
    /// How often, at most, a session's last use is written down.
    public static let sessionTouchMilliseconds: Int64 = 60_000
    /// Devices of one person that wait for a yes; beyond them the oldest are forgotten.
    public static let buddyDevicesWaiting = 10
    /// How often a join code is drawn again before the store gives up.
    public static let codeDraws = 64
    /// Events whose hash chain is checked at each start.
    public static let eventsCheckedAtStart = 1_000
    /// Size at which the file of marks is written anew with one line for each stream, in bytes.
    public static let marksFileBytes = 4 << 20
    /// Servers whose lives are kept in the book of lives.
    public static let livesKept = 1_000
    /// Complaints of SQLite about a file that are listed.
    public static let complaintsListed = 20
    /// Commits after which the log is folded into the database when nothing waits.
    public static let commitsPerCheckpoint = 1_000
    /// Commits after which it is folded in even if appends are waiting, so that the file stays bounded.
    public static let commitsPerForcedCheckpoint = 8_000
    /// The longest time between a commit and the folding in of it.
    public static let checkpointIntervalSeconds = 5
    /// How long after a commit that came to nothing the store tries by itself whether it can store again.
    public static let tryAgainSeconds = 1
    /// How much it stores to find that out.
    public static let triedBytes = 65_536

    /// The topics of a network, as JSON.
    public static let topicsBytes = 16_384

    /// Earlier meetings that count for who met whom.
    static let meetingsOfHistory = 12
}
