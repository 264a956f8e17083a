// Knows what the coordinator asks of groups: sizes, hard rules and history.

/// How big or how many.
public enum GroupWish: Equatable, Sendable {
    case size(Int)
    case count(Int)

    /// From this size on, one and a half groups are two: six in fours are two threes, not one six.
    private static let leastHalved = 4

    /// The number of groups and their sizes, for so many people: `size` rather gives a person more than a rump.
    public func sizes(_ people: Int) -> GroupSizes {
        guard people > 0 else { return GroupSizes(count: 0, least: 0, most: 0) }
        let wanted: Int
        switch self {
        case .count(let count): wanted = count
        case .size(let size) where size >= Self.leastHalved && 2 * people == 3 * size: wanted = 2
        case .size(let size): wanted = (2 * people + max(1, size) - 1) / (2 * max(1, size))
        }
        let count = max(1, min(max(1, wanted), max(1, people / 2)))
        return GroupSizes(count: count, least: people / count, most: (people + count - 1) / count)
    }
}

/// The number of groups and the bounds of their sizes.
public struct GroupSizes: Equatable, Sendable {
    public var count: Int
    public var least: Int
    public var most: Int

    public init(count: Int, least: Int, most: Int) {
        self.count = count
        self.least = least
        self.most = most
    }
}

/// What becomes of people in the room and remote people.
public enum ModeRule: String, Sendable, CaseIterable {
    case any
    /// A group with both kinds needs a bridge device in the room.
    case mixed
    /// Two pools.
    case separate
}

/// What becomes of people of different phases.
public enum PhaseRule: String, Sendable, CaseIterable {
    case any
    /// A pool for each phase; phases of a few people join the nearest.
    case separate
}

/// Groups of an earlier time. `age` 0 is earlier today, 1 the last meeting.
public struct PastRound: Equatable, Sendable {
    public var age: Int
    public var groups: [[String]]

    public init(age: Int, groups: [[String]]) {
        self.age = age
        self.groups = groups
    }
}

/// What is asked of the groups.
public struct Rules: Equatable, Sendable {
    public var wish: GroupWish
    public var modes: ModeRule
    public var phases: PhaseRule
    public var together: [[String]]
    public var apart: [[String]]
    /// People who belong into the group at a position, by id.
    public var pins: [String: Int]
    /// Positions of groups that are those who are pinned to them and nobody else. Sizes, attendance and phases are no
    /// matter there: whoever locked a group wants it as it is.
    public var locked: Set<Int>
    public var history: [PastRound]
    /// Groups that were shown just now: of draws that are nearly as good the search rather finds another. It counts in no
    /// account, and nothing is told of it.
    var shown: [[String]] = []
    public var weights: GroupWeights

    public init(
        wish: GroupWish, modes: ModeRule = .any, phases: PhaseRule = .any, together: [[String]] = [],
        apart: [[String]] = [], pins: [String: Int] = [:], locked: Set<Int> = [],
        history: [PastRound] = [], weights: GroupWeights = GroupWeights()
    ) {
        self.wish = wish
        self.modes = modes
        self.phases = phases
        self.together = together
        self.apart = apart
        self.pins = pins
        self.locked = locked
        self.history = history
        self.weights = weights
    }
}
