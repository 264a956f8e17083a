// Knows the bounds of what is brought in from reports of other programs.

extension Limits {
    /// Rows of one report; a file is at most `listBytes`.
    public static let importRows = 20_000
    /// People, phones and rooms of one report.
    public static let importPeople = 1_000
    /// Stays of one person in one report.
    public static let importStays = 200
    public static let importTurns = 10_000
    public static let importMessages = 10_000
    /// Said of one file; the rest is not said.
    public static let importWarnings = 500
    /// Reports that one meeting may have, taken back or not.
    public static let imports = 60
    /// How long a call may be, in seconds: two days.
    public static let importSeconds = 172_800
    /// How much of one turn, in seconds.
    public static let importTurnSeconds = 0...86_400
    /// Turns or messages of one fact; more come in several.
    public static let importPerFact = 1_000
}
