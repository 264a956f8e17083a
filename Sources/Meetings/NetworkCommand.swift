// Knows every wish that concerns what lives between meetings. Each has a line in `NetworkRights`.

/// A wish, in the imperative.
public enum NetworkCommand: Codable, Equatable, Sendable {
    /// Takes part, or changes what was said before.
    case optInBuddy(wish: BuddyWish)
    case optOutBuddy
    /// Not with this person again; nobody else is told.
    case blockBuddy(person: PersonID)
    case unblockBuddy(person: PersonID)
    case proposeBuddies(proposal: BuddyProposal)
    case acceptBuddy(pair: PairID)
    case declineBuddy(pair: PairID)
    case setBuddyGoal(pair: PairID, text: String)
    case writeBuddyNote(pair: PairID, text: String)
    case removeBuddyNote(pair: PairID, note: NoteID)
    case setBuddyDate(pair: PairID, day: String?, text: String?)
    /// Without a day it goes on.
    case pauseBuddies(pair: PairID, until: String?)
    case checkInBuddy(pair: PairID, occasion: CheckInOccasion, meeting: String?, outcome: BuddyOutcome)
    /// Leaves their buddies and goes on taking part.
    case leaveBuddies(pair: PairID)
    /// Somebody was erased; said by the server.
    case removeMember(person: PersonID)

    /// The commands by name, for the rights table.
    public enum Kind: String, CaseIterable, Sendable {
        case optInBuddy, optOutBuddy, blockBuddy, unblockBuddy, proposeBuddies, acceptBuddy, declineBuddy, setBuddyGoal,
            writeBuddyNote, removeBuddyNote, setBuddyDate, pauseBuddies, checkInBuddy, leaveBuddies, removeMember
    }

    public var kind: Kind {
        switch self {
        case .optInBuddy: .optInBuddy
        case .optOutBuddy: .optOutBuddy
        case .blockBuddy: .blockBuddy
        case .unblockBuddy: .unblockBuddy
        case .proposeBuddies: .proposeBuddies
        case .acceptBuddy: .acceptBuddy
        case .declineBuddy: .declineBuddy
        case .setBuddyGoal: .setBuddyGoal
        case .writeBuddyNote: .writeBuddyNote
        case .removeBuddyNote: .removeBuddyNote
        case .setBuddyDate: .setBuddyDate
        case .pauseBuddies: .pauseBuddies
        case .checkInBuddy: .checkInBuddy
        case .leaveBuddies: .leaveBuddies
        case .removeMember: .removeMember
        }
    }

    /// The buddies it concerns, where it names them.
    public var pair: PairID? {
        switch self {
        case .acceptBuddy(let pair), .declineBuddy(let pair), .setBuddyGoal(let pair, _), .writeBuddyNote(let pair, _),
            .removeBuddyNote(let pair, _), .setBuddyDate(let pair, _, _), .pauseBuddies(let pair, _),
            .checkInBuddy(let pair, _, _, _), .leaveBuddies(let pair):
            pair
        case .optInBuddy, .optOutBuddy, .blockBuddy, .unblockBuddy, .proposeBuddies, .removeMember: nil
        }
    }
}
