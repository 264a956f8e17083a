// Knows what a split costs, point by point: the same integers as the reference scorer.

/// What points are given for. The raw value is the name in files.
public enum Term: String, Sendable, CaseIterable {
    case sameSchool = "same_school"
    case sameTrust = "same_mat"
    case sameSubject = "same_subject"
    case samePhase = "same_phase"
    case sameBand = "same_band"
    case met
    case need
    case noCore = "no_core"
    case corePair = "core_pair"
    case earlyCareerAlone = "ect_alone"
    case dominantPair = "dominant_pair"
    case quietAlone = "quiet_alone"
    case allQuiet = "all_quiet"
    case loneRemote = "lone_remote"
    case loneInRoom = "lone_room"
    case move

    /// Tells of the balance of talk, which only the search may know.
    public var isPrivate: Bool { self == .dominantPair || self == .quietAlone || self == .allQuiet }
}

/// The account of a split; smaller is better, compared by breaches, then points.
public struct Points: Equatable, Sendable {
    public var breaches: [Breach] = []
    public var terms: [Term: Int] = [:]
    /// The points of each group.
    public var groups: [Int] = []

    /// The soft points.
    public var total: Int { terms.values.reduce(0, +) }
    /// The points by term that may be shown.
    public var told: [Term: Int] { terms.filter { !$0.key.isPrivate } }
    public var worstGroup: Int { groups.max() ?? 0 }

    mutating func add(_ term: Term, _ points: Int) {
        if points != 0 { terms[term, default: 0] += points }
    }
}

/// Groups with their account.
public struct Split: Equatable, Sendable {
    /// Ids; sorted, except that running groups keep their position.
    public var groups: [[String]]
    public var points: Points
    /// Moves that the search tried; 0 where it enumerated.
    public var iterations = 0
    /// The best there is, proved by enumeration.
    public var isOptimal = false
}
