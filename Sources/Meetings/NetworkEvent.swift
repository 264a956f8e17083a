// Knows every fact that can stand in a network's log. What people wrote is optional because it can be erased.

/// A fact about what lives between meetings, in the past tense.
public enum NetworkEvent: Codable, Equatable, Sendable {
    case buddyOptedIn(
        person: PersonID, phase: SchoolPhase, band: ExperienceBand, farthestKilometres: Int?, contact: String?,
        place: RoughPlace?, subject: String?, offers: [String]?, needs: [String]?)
    case buddyOptedOut(person: PersonID)
    /// Whom they do not want is among what is theirs to erase.
    case buddyBlocked(person: PersonID, other: PersonID?)
    case buddyUnblocked(person: PersonID, other: PersonID?)
    case buddiesProposed(
        round: PairingID, rule: BuddyRule, groups: [ProposedBuddies], unmatched: [UnmatchedBuddy], engine: String,
        points: Int)
    case buddyAccepted(pair: PairID, person: PersonID)
    case buddyDeclined(pair: PairID, person: PersonID)
    /// All have said yes.
    case buddiesMade(pair: PairID)
    case buddyGoalSet(pair: PairID, person: PersonID, text: String?)
    case buddyNoteWritten(pair: PairID, note: NoteID, person: PersonID, text: String?, words: Int)
    case buddyNoteRemoved(pair: PairID, note: NoteID)
    case buddyDateSet(pair: PairID, person: PersonID, day: String?, text: String?)
    /// Without an instant they go on.
    case buddyPaused(pair: PairID, person: PersonID, until: Instant?)
    case buddyCheckedIn(
        pair: PairID, person: PersonID, occasion: CheckInOccasion, meeting: String?, outcome: BuddyOutcome)
    case buddyLeft(pair: PairID, person: PersonID)
    case buddiesEnded(pair: PairID, end: BuddyEnd)
}

/// A fact with its place in the log of a network.
public struct NetworkEntry: Codable, Equatable, Sendable {
    /// Gap-free per network, from 1.
    public var sequence: Int64
    /// Server time; never before the entry before it.
    public var at: Instant
    public var event: NetworkEvent

    public init(sequence: Int64, at: Instant, event: NetworkEvent) {
        (self.sequence, self.at, self.event) = (sequence, at, event)
    }
}
