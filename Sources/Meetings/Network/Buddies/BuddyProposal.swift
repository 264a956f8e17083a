// Knows what is proposed: who with whom, by which rule, why, and who stays alone. Reasons are codes and identifiers, so
// that nobody's words stand in what is kept for ever.

/// What is wanted of a field that two people have.
public enum BuddyLikeness: String, Codable, Sendable, CaseIterable { case same, different, any }

/// The rule of a round, as the coordinator set it.
public struct BuddyRule: Codable, Equatable, Sendable {
    public var subject: BuddyLikeness
    public var phase: BuddyLikeness
    public var farthestKilometres: Int?
    public var allowsSameSchool: Bool

    public init(
        subject: BuddyLikeness = .any, phase: BuddyLikeness = .any, farthestKilometres: Int? = nil,
        allowsSameSchool: Bool = false
    ) {
        (self.subject, self.phase) = (subject, phase)
        (self.farthestKilometres, self.allowsSameSchool) = (farthestKilometres, allowsSameSchool)
    }
}

/// Something that speaks for two people as buddies.
public struct BuddyReason: Codable, Equatable, Sendable {
    public enum Code: String, Codable, Sendable, CaseIterable {
        /// `one` offers what `other` looks for.
        case gives
        case noNeed
        case samePhase, otherPhase, sameSubject, otherSubject
        case near, far
        case mentoring
        case earlier, metOnce, neverPaired
    }

    public var code: Code
    public var one: PersonID
    public var other: PersonID
    /// The band of the distance, where it is one.
    public var kilometres: Int?

    public init(_ code: Code, _ one: PersonID, _ other: PersonID, kilometres: Int? = nil) {
        (self.code, self.one, self.other, self.kilometres) = (code, one, other, kilometres)
    }
}

/// Two or three people who are to be buddies.
public struct ProposedBuddies: Codable, Equatable, Sendable {
    /// Given when it becomes an event.
    public var pair: PairID?
    public var members: [PersonID]
    public var reasons: [BuddyReason]

    public init(pair: PairID? = nil, members: [PersonID], reasons: [BuddyReason]) {
        (self.pair, self.members, self.reasons) = (pair, members, reasons)
    }
}

/// Somebody for whom nobody was found. A block is never the reason that is told.
public struct UnmatchedBuddy: Codable, Equatable, Sendable {
    public enum Reason: String, Codable, Sendable, CaseIterable {
        case nobodyWithinReach, nobodyElse, allTaken
        /// The coordinator put them with nobody.
        case byHand
    }

    public var person: PersonID
    public var reason: Reason

    public init(_ person: PersonID, _ reason: Reason) { (self.person, self.reason) = (person, reason) }
}

/// A whole round before it is published.
public struct BuddyProposal: Codable, Equatable, Sendable {
    public var rule: BuddyRule
    /// Everybody anew: buddies of now are buddies no more. Otherwise only those who have nobody.
    public var isForEverybody: Bool
    public var groups: [ProposedBuddies]
    public var unmatched: [UnmatchedBuddy]
    public var engine: String
    public var points: Int

    public init(
        rule: BuddyRule, isForEverybody: Bool, groups: [ProposedBuddies], unmatched: [UnmatchedBuddy], engine: String,
        points: Int
    ) {
        (self.rule, self.isForEverybody, self.groups) = (rule, isForEverybody, groups)
        (self.unmatched, self.engine, self.points) = (unmatched, engine, points)
    }
}

/// A round that was published.
public struct BuddyRound: Codable, Equatable, Sendable {
    public var id: PairingID
    public var at: Instant
    public var rule: BuddyRule
    public var unmatched: [UnmatchedBuddy]
}
