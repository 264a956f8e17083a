// Knows what is asked of buddies, and what they are worth to each other in points.

/// What is wanted of a field that two people have.
public enum Likeness: String, Sendable, CaseIterable { case same, different, any }

/// Points within so many metres.
public struct Near: Equatable, Sendable {
    public var metres: Int
    public var points: Int

    public init(metres: Int, points: Int) {
        self.metres = metres
        self.points = points
    }
}

/// What each part of a pair's value is worth.
public struct BuddyWeights: Equatable, Sendable {
    public var need = [30, 20, 12]
    public var needCap = 50
    public var subject = 8
    public var phase = 8
    public var earlyCareer = 6
    public var met = 4
    public var near = [
        Near(metres: 5_000, points: 20), Near(metres: 10_000, points: 17), Near(metres: 20_000, points: 13),
        Near(metres: 40_000, points: 8), Near(metres: 80_000, points: 3),
    ]
    /// Below this satisfaction of the worse-off every missing point counts `fairFactor` times.
    public var fairFloor = 25
    public var fairFactor = 3

    public init() {}
}

/// What is asked of buddies.
public struct BuddyRules: Equatable, Sendable {
    public var subject: Likeness
    public var phase: Likeness
    public var farthestMetres: Int?
    public var allowsSameSchool: Bool
    /// Pairs that must not be; private, never explained.
    public var blocks: [[String]]
    public var earlier: [[String]]
    public var history: [PastRound]
    public var weights: BuddyWeights

    public init(
        subject: Likeness = .any, phase: Likeness = .any, farthestMetres: Int? = nil, allowsSameSchool: Bool = false,
        blocks: [[String]] = [], earlier: [[String]] = [], history: [PastRound] = [],
        weights: BuddyWeights = BuddyWeights()
    ) {
        self.subject = subject
        self.phase = phase
        self.farthestMetres = farthestMetres
        self.allowsSameSchool = allowsSameSchool
        self.blocks = blocks
        self.earlier = earlier
        self.history = history
        self.weights = weights
    }
}
