// Knows two or three people who are to be buddies, or are, or were: who said yes, what they share, how it went.

/// When somebody says whether they talked.
public enum CheckInOccasion: String, Codable, Sendable, CaseIterable {
    case weekTwo = "week_2"
    case weekSix = "week_6"
    /// At a meeting that came after they were made buddies.
    case meeting

    /// Weeks after they were made buddies.
    var weeks: Int64? {
        switch self {
        case .weekTwo: 2
        case .weekSix: 6
        case .meeting: nil
        }
    }
}

/// How it went, by one tap.
public enum BuddyOutcome: String, Codable, Sendable, CaseIterable { case met, tried, no }

/// Why they are no buddies any more.
public enum BuddyEnd: String, Codable, Sendable, CaseIterable {
    /// Somebody said "not this time".
    case declined
    /// Somebody left.
    case left
    /// Everybody got new buddies.
    case newRound
}

/// What somebody said at a check-in.
public struct BuddyCheckIn: Codable, Equatable, Sendable {
    public var person: PersonID
    public var occasion: CheckInOccasion
    public var meeting: String?
    public var outcome: BuddyOutcome
    public var at: Instant
}

/// A note on the page that buddies share.
public struct BuddyNote: Codable, Equatable, Sendable {
    public var id: NoteID
    public var person: PersonID
    /// Nil once it was erased.
    public var text: String?
    public var at: Instant
}

/// The next time they see each other.
public struct BuddyDate: Codable, Equatable, Sendable {
    public var day: String?
    public var text: String?
}

/// Buddies from the proposal to the end.
public struct BuddyPair: Codable, Equatable, Sendable {
    public enum State: String, Codable, Sendable, CaseIterable { case proposed, made, ended }

    public var id: PairID
    public var round: PairingID
    /// Those who are in it now.
    public internal(set) var members: [PersonID]
    /// Those who were and are not any more.
    public internal(set) var left: [PersonID] = []
    public internal(set) var accepted: [PersonID] = []
    public var reasons: [BuddyReason]
    public internal(set) var state = State.proposed
    public internal(set) var end: BuddyEnd?
    public var proposedAt: Instant
    public internal(set) var madeAt: Instant?
    public internal(set) var endedAt: Instant?
    public internal(set) var goal: String?
    public internal(set) var notes: [BuddyNote] = []
    public internal(set) var next: BuddyDate?
    public internal(set) var pausedUntil: Instant?
    public internal(set) var checkIns: [BuddyCheckIn] = []

    init(_ proposed: ProposedBuddies, pair: PairID, round: PairingID, at: Instant) {
        (id, self.round, members, reasons, proposedAt) = (pair, round, proposed.members, proposed.reasons, at)
    }

    /// Everybody who is or was in it.
    public var everybody: [PersonID] { members + left }
    public var isOpen: Bool { state != .ended }
    public var wasMade: Bool { madeAt != nil }

    public func isPaused(at: Instant) -> Bool { pausedUntil.map { at < $0 } ?? false }

    /// When a check-in may be answered; a pause moves it to its end.
    public func due(_ occasion: CheckInOccasion) -> Instant? {
        guard let weeks = occasion.weeks, let madeAt else { return nil }
        return max(madeAt + weeks * NetworkLimits.weekMilliseconds, pausedUntil ?? 0)
    }

    /// The check-in that is open: the last one whose time has come.
    public func openCheckIn(at: Instant) -> CheckInOccasion? {
        guard state == .made, !isPaused(at: at) else { return nil }
        return [CheckInOccasion.weekSix, .weekTwo].first { (due($0) ?? .max) <= at }
    }

    /// Whether they have been buddies long enough to be asked at a meeting whether they talked.
    public func isAskedAtMeetings(at: Instant) -> Bool {
        guard state == .made, let madeAt else { return false }
        return madeAt + NetworkLimits.dayMilliseconds <= at
    }

    /// What a person said at an occasion.
    public func checkIn(_ person: PersonID, _ occasion: CheckInOccasion, meeting: String? = nil) -> BuddyCheckIn? {
        checkIns.last { $0.person == person && $0.occasion == occasion && $0.meeting == meeting }
    }
}
