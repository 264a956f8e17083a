// Knows every bound of what lives between meetings. Lengths are Unicode scalars.

/// The bounds of a network's buddies, each with a name.
public enum NetworkLimits {
    public static let contactLength = 120
    /// One thing that somebody offers or looks for, and the subject.
    public static let skillLength = 60
    public static let skills = 5
    public static let goalLength = 500
    public static let noteLength = 1_000
    /// What is said beside a date.
    public static let dateTextLength = 120
    public static let notes = 200
    /// Prompts of its own.
    public static let prompts = 100
    /// A complaint about data, and what came of it; how many of one person may wait, and how soon each is acknowledged.
    public static let complaintLength = 2_000
    public static let complaintsWaiting = 10
    public static let daysToAcknowledge = 30
    /// Looks at personal data that are listed at once; all of them stand in the log.
    public static let looksAtHand = 500
    public static let members = 2_000
    public static let series = 200
    public static let seriesNameLength = 120
    public static let meetingsInSeries = 500
    /// Releases of packs; each has a key of its own.
    public static let packs = 500
    public static let meetingsInPack = 2_000
    /// Times that a pack was handed out, of which the ledger in memory tells.
    public static let handOutsOfPack = 50
    /// People one person may block.
    public static let blocks = 100
    public static let meetingLength = 64
    public static let engineLength = 64
    public static let farthestKilometres = 1...1_000
    public static let latitudeTenths = -900...900
    public static let longitudeTenths = -1_800...1_800
    /// A date or the end of a pause, in days from now.
    public static let daysAhead = 366
    public static let buddies = 2...3
    static let dayMilliseconds: Int64 = 86_400_000
    static let weekMilliseconds: Int64 = 7 * dayMilliseconds
}
