// Knows what the ledger holds of a pack: never what is in the file, only what it was made of and what became of it.

/// One release of an evaluator's pack.
public struct PackID: Identifier {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
}

/// How far the log of a meeting is in a pack.
public struct PackRange: Codable, Equatable, Sendable {
    public var meeting: String
    /// The number of the last entry that is in it.
    public var last: Int64

    public init(meeting: String, last: Int64) { (self.meeting, self.last) = (meeting, last) }
}

/// For which programs a pack is written.
public enum PackForm: String, Codable, Sendable, CaseIterable {
    /// As the standards have it.
    case plain
    /// With a mark at the beginning and no cell that a spreadsheet would run.
    case spreadsheet
}

/// How close to people a pack goes; each holds what the one before it holds.
public enum PackDepth: String, Codable, Sendable, CaseIterable, Comparable {
    /// Meetings, what was on, and figures of all together: no row is of one person.
    case counts
    /// What people did, by pseudonyms, and none of their words.
    case pseudonyms
    /// With the words of those who let them be quoted.
    case words

    public static func < (one: Self, other: Self) -> Bool { one.place < other.place }

    private var place: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

/// As what somebody asked for a pack: the ledger names nobody.
public enum PackReader: String, Codable, Sendable, CaseIterable {
    case coordinator, evaluator
    /// At the server's own command line.
    case `operator`
}

/// A pack that can be made again, byte for byte, as long as nothing of it is erased.
public struct PackRelease: Codable, Equatable, Sendable {
    /// When the file was made, by whom, and what came of it.
    public struct HandOut: Codable, Equatable, Sendable {
        public var at: Instant
        public var by: PackReader
        public var form: PackForm
        /// Missing of what was made before it could be chosen: then as close as people let it.
        public var depth: PackDepth?
        public var hash: String
        public var bytes: Int
    }

    public var id: PackID
    /// Nil where it is of all meetings of the network.
    public var series: SeriesID?
    public var key: String
    public var ranges: [PackRange]
    public var at: Instant
    public var by: PackReader
    /// The last of them, in order.
    public var handOuts: [HandOut] = []
    /// How many there were.
    public var handedOut = 0
}
