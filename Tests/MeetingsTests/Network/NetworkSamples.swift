// Knows one event and one command of each kind of a network, with every field filled: what the golden files hold.

import Meetings

/// The kinds of a network's events, named as in the JSON.
enum NetworkEventKind: String, CaseIterable, Sendable {
    case buddyOptedIn, buddyOptedOut, buddyBlocked, buddyUnblocked, buddiesProposed, buddyAccepted, buddyDeclined
    case buddiesMade, buddyGoalSet, buddyNoteWritten, buddyNoteRemoved, buddyDateSet, buddyPaused, buddyCheckedIn
    case buddyLeft, buddiesEnded

    private static let rule = BuddyRule(
        subject: .different, phase: .same, farthestKilometres: 40, allowsSameSchool: true)

    var sample: NetworkEvent {
        switch self {
        case .buddyOptedIn:
            .buddyOptedIn(
                person: "p7", phase: .secondary, band: .sixToTen, farthestKilometres: 40, contact: "sian@example.org",
                place: RoughPlace(latitudeTenths: 532, longitudeTenths: -41), subject: "Cyfrifiadureg",
                offers: ["python"], needs: ["CAD", "SEND"])
        case .buddyOptedOut: .buddyOptedOut(person: "p7")
        case .buddyBlocked: .buddyBlocked(person: "p7", other: "p8")
        case .buddyUnblocked: .buddyUnblocked(person: "p7", other: "p8")
        case .buddiesProposed:
            .buddiesProposed(
                round: "r6", rule: Self.rule,
                groups: [
                    ProposedBuddies(
                        pair: "b6-1", members: ["p7", "p8"],
                        reasons: [BuddyReason(.gives, "p7", "p8"), BuddyReason(.near, "p7", "p8", kilometres: 20)])
                ],
                unmatched: [UnmatchedBuddy("p9", .nobodyWithinReach)], engine: "blossom/1", points: 61)
        case .buddyAccepted: .buddyAccepted(pair: "b6-1", person: "p7")
        case .buddyDeclined: .buddyDeclined(pair: "b6-1", person: "p7")
        case .buddiesMade: .buddiesMade(pair: "b6-1")
        case .buddyGoalSet: .buddyGoalSet(pair: "b6-1", person: "p7", text: "One lesson each")
        case .buddyNoteWritten:
            .buddyNoteWritten(pair: "b6-1", note: "n12", person: "p7", text: "Wela i di ddydd Iau", words: 5)
        case .buddyNoteRemoved: .buddyNoteRemoved(pair: "b6-1", note: "n12")
        case .buddyDateSet: .buddyDateSet(pair: "b6-1", person: "p7", day: "2026-03-26", text: "16:15, Teams")
        case .buddyPaused: .buddyPaused(pair: "b6-1", person: "p7", until: 1_775_001_600_000)
        case .buddyCheckedIn:
            .buddyCheckedIn(pair: "b6-1", person: "p7", occasion: .meeting, meeting: "m2", outcome: .tried)
        case .buddyLeft: .buddyLeft(pair: "b6-1", person: "p7")
        case .buddiesEnded: .buddiesEnded(pair: "b6-1", end: .newRound)
        }
    }
}

extension NetworkEvent {
    /// A new event does not build until it is here.
    var kind: NetworkEventKind {
        switch self {
        case .buddyOptedIn: .buddyOptedIn
        case .buddyOptedOut: .buddyOptedOut
        case .buddyBlocked: .buddyBlocked
        case .buddyUnblocked: .buddyUnblocked
        case .buddiesProposed: .buddiesProposed
        case .buddyAccepted: .buddyAccepted
        case .buddyDeclined: .buddyDeclined
        case .buddiesMade: .buddiesMade
        case .buddyGoalSet: .buddyGoalSet
        case .buddyNoteWritten: .buddyNoteWritten
        case .buddyNoteRemoved: .buddyNoteRemoved
        case .buddyDateSet: .buddyDateSet
        case .buddyPaused: .buddyPaused
        case .buddyCheckedIn: .buddyCheckedIn
        case .buddyLeft: .buddyLeft
        case .buddiesEnded: .buddiesEnded
        }
    }
}

extension NetworkCommand.Kind {
    var sample: NetworkCommand {
        switch self {
        case .optInBuddy:
            .optInBuddy(
                wish: BuddyWish(
                    farthestKilometres: 40, contact: "sian@example.org",
                    place: RoughPlace(latitudeTenths: 532, longitudeTenths: -41), phase: .secondary,
                    subject: "Cyfrifiadureg", band: .sixToTen, offers: ["python"], needs: ["CAD"]))
        case .optOutBuddy: .optOutBuddy
        case .blockBuddy: .blockBuddy(person: "p8")
        case .unblockBuddy: .unblockBuddy(person: "p8")
        case .proposeBuddies:
            .proposeBuddies(
                proposal: BuddyProposal(
                    rule: BuddyRule(farthestKilometres: 40), isForEverybody: true,
                    groups: [ProposedBuddies(members: ["p7", "p8"], reasons: [BuddyReason(.noNeed, "p7", "p8")])],
                    unmatched: [UnmatchedBuddy("p9", .allTaken)], engine: "blossom/1", points: 61))
        case .acceptBuddy: .acceptBuddy(pair: "b6-1")
        case .declineBuddy: .declineBuddy(pair: "b6-1")
        case .setBuddyGoal: .setBuddyGoal(pair: "b6-1", text: "One lesson each")
        case .writeBuddyNote: .writeBuddyNote(pair: "b6-1", text: "Thursday?")
        case .removeBuddyNote: .removeBuddyNote(pair: "b6-1", note: "n12")
        case .setBuddyDate: .setBuddyDate(pair: "b6-1", day: "2026-03-26", text: "16:15, Teams")
        case .pauseBuddies: .pauseBuddies(pair: "b6-1", until: "2026-04-01")
        case .checkInBuddy: .checkInBuddy(pair: "b6-1", occasion: .weekTwo, meeting: nil, outcome: .met)
        case .leaveBuddies: .leaveBuddies(pair: "b6-1")
        case .removeMember: .removeMember(person: "p7")
        }
    }
}
