// Knows what comes of every wish about buddies: given, when, then.

import Testing

@testable import Meetings

/// Given a network, when a command comes, then these events or this rejection.
struct NetworkLine: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let network: Network
    let actor: NetworkActor
    let command: NetworkCommand
    let delay: Int64
    let expected: Result<[NetworkEvent], Rejection>

    init(
        _ name: String, _ network: Network, by person: PersonID, _ command: NetworkCommand, delay: Int64 = 1_000,
        then events: NetworkEvent...
    ) {
        (testDescription, self.network, actor, self.command) = (name, network, .teacher(person), command)
        (self.delay, expected) = (delay, .success(events))
    }

    init(
        _ name: String, _ network: Network, by person: PersonID, _ command: NetworkCommand, delay: Int64 = 1_000,
        refused: Rejection
    ) {
        (testDescription, self.network, actor, self.command) = (name, network, .teacher(person), command)
        (self.delay, expected) = (delay, .failure(refused))
    }
}

@Suite struct NetworkTableTests {
    private static let week = 7 * Buddies.day
    private static let paused = Buddies.made.after(
        PauseBuddies(pair: "b6-1", until: "2026-04-30").command, by: .teacher("ann"))

    static let coming: [NetworkLine] = [
        NetworkLine(
            "the same again", Buddies.members, by: "ann", OptInBuddy(wish: Buddies.wish("canary-of-ann")).command,
            refused: .alreadySo),
        NetworkLine("nothing to opt out of", Buddies.members, by: "zoe", OptOutBuddy().command, refused: .alreadySo),
        NetworkLine(
            "out before anything", Buddies.members, by: "ann", OptOutBuddy().command,
            then: BuddyOptedOut(person: "ann").event),
        NetworkLine(
            "out of a proposal: the other is free", Buddies.half, by: "ann", OptOutBuddy().command,
            then: BuddyDeclined(pair: "b6-1", person: "ann").event, BuddiesEnded(pair: "b6-1", end: .declined).event,
            BuddyOptedOut(person: "ann").event),
        NetworkLine(
            "out of buddies", Buddies.made, by: "ann", OptOutBuddy().command,
            then: BuddyLeft(pair: "b6-1", person: "ann").event, BuddiesEnded(pair: "b6-1", end: .left).event,
            BuddyOptedOut(person: "ann").event),
        NetworkLine(
            "one of three goes, two go on", Buddies.allMade, by: "cai", OptOutBuddy().command,
            then: BuddyLeft(pair: "b6-2", person: "cai").event, BuddyOptedOut(person: "cai").event),
        NetworkLine(
            "nobody blocks strangers", Buddies.members, by: "ann", BlockBuddy(person: "bob").command, refused: .notFound
        ),
        NetworkLine(
            "nobody blocks themselves", Buddies.made, by: "ann", BlockBuddy(person: "ann").command, refused: .notFound),
        NetworkLine(
            "a block ends it", Buddies.made, by: "ann", BlockBuddy(person: "bob").command,
            then: BuddyBlocked(person: "ann", other: "bob").event, BuddyLeft(pair: "b6-1", person: "ann").event,
            BuddiesEnded(pair: "b6-1", end: .left).event),
        NetworkLine(
            "no block to take back", Buddies.made, by: "ann", UnblockBuddy(person: "bob").command, refused: .notFound),
    ]

    static let agreeing: [NetworkLine] = [
        NetworkLine(
            "the first yes", Buddies.proposed, by: "ann", AcceptBuddy(pair: "b6-1").command,
            then: BuddyAccepted(pair: "b6-1", person: "ann").event),
        NetworkLine(
            "the last yes", Buddies.half, by: "bob", AcceptBuddy(pair: "b6-1").command,
            then: BuddyAccepted(pair: "b6-1", person: "bob").event, BuddiesMade(pair: "b6-1").event),
        NetworkLine("yes twice", Buddies.half, by: "ann", AcceptBuddy(pair: "b6-1").command, refused: .alreadySo),
        NetworkLine("yes for others", Buddies.half, by: "cai", AcceptBuddy(pair: "b6-1").command, refused: .notFound),
        NetworkLine("yes to nothing", Buddies.half, by: "ann", AcceptBuddy(pair: "b9").command, refused: .notFound),
        NetworkLine(
            "not this time", Buddies.half, by: "bob", DeclineBuddy(pair: "b6-1").command,
            then: BuddyDeclined(pair: "b6-1", person: "bob").event, BuddiesEnded(pair: "b6-1", end: .declined).event),
        NetworkLine(
            "a no after a yes", Buddies.half, by: "ann", DeclineBuddy(pair: "b6-1").command,
            then: BuddyDeclined(pair: "b6-1", person: "ann").event, BuddiesEnded(pair: "b6-1", end: .declined).event),
        NetworkLine(
            "too late to decline", Buddies.made, by: "ann", DeclineBuddy(pair: "b6-1").command, refused: .closed),
        NetworkLine(
            "the third says no when two have said yes",
            Buddies.proposed.after(AcceptBuddy(pair: "b6-2").command, by: .teacher("cai"))
                .after(AcceptBuddy(pair: "b6-2").command, by: .teacher("dee")),
            by: "eve", DeclineBuddy(pair: "b6-2").command, then: BuddyDeclined(pair: "b6-2", person: "eve").event,
            BuddiesMade(pair: "b6-2").event),
        NetworkLine(
            "leaving", Buddies.made, by: "bob", LeaveBuddies(pair: "b6-1").command,
            then: BuddyLeft(pair: "b6-1", person: "bob").event, BuddiesEnded(pair: "b6-1", end: .left).event),
    ]

    static let sharing: [NetworkLine] = [
        NetworkLine(
            "nothing is shared before", Buddies.half, by: "ann", SetBuddyGoal(pair: "b6-1", text: "Try").command,
            refused: .closed),
        NetworkLine(
            "a goal", Buddies.made, by: "ann", SetBuddyGoal(pair: "b6-1", text: " Try \u{7} it ").command,
            then: BuddyGoalSet(pair: "b6-1", person: "ann", text: "Try it").event),
        NetworkLine(
            "no goal of others", Buddies.made, by: "cai", SetBuddyGoal(pair: "b6-1", text: "Try").command,
            refused: .notFound),
        NetworkLine(
            "a note", Buddies.made, by: "bob", WriteBuddyNote(pair: "b6-1", text: "See you there").command,
            then: BuddyNoteWritten(pair: "b6-1", note: "n10", person: "bob", text: "See you there", words: 3).event),
        NetworkLine(
            "an empty note", Buddies.made, by: "bob", WriteBuddyNote(pair: "b6-1", text: " ").command,
            refused: .textMissing),
        NetworkLine(
            "somebody else's note",
            Buddies.made.after(WriteBuddyNote(pair: "b6-1", text: "Mine").command, by: .teacher("bob")), by: "ann",
            RemoveBuddyNote(pair: "b6-1", note: "n10").command, refused: .notAllowed(needs: .participant)),
        NetworkLine(
            "a date", Buddies.made, by: "ann", SetBuddyDate(pair: "b6-1", day: "2026-03-26", text: "16:00").command,
            then: BuddyDateSet(pair: "b6-1", person: "ann", day: "2026-03-26", text: "16:00").event),
        NetworkLine(
            "a date that was", Buddies.made, by: "ann",
            SetBuddyDate(pair: "b6-1", day: "2026-03-11", text: nil).command,
            refused: .outOfBounds(least: 0, most: 366)),
        NetworkLine(
            "no day at all", Buddies.made, by: "ann", SetBuddyDate(pair: "b6-1", day: "2026-02-30", text: nil).command,
            refused: .textMissing),
        NetworkLine(
            "a pause", Buddies.made, by: "ann", PauseBuddies(pair: "b6-1", until: "2026-04-01").command,
            then: BuddyPaused(pair: "b6-1", person: "ann", until: 1_775_001_600_000).event),
        NetworkLine(
            "a pause until today", Buddies.made, by: "ann", PauseBuddies(pair: "b6-1", until: "2026-03-12").command,
            refused: .outOfBounds(least: 1, most: 366)),
        NetworkLine(
            "no pause to end", Buddies.made, by: "ann", PauseBuddies(pair: "b6-1", until: nil).command,
            refused: .alreadySo),
        NetworkLine(
            "on again", paused, by: "bob", PauseBuddies(pair: "b6-1", until: nil).command,
            then: BuddyPaused(pair: "b6-1", person: "bob", until: nil).event),
    ]

    private static func told(_ occasion: CheckInOccasion, _ meeting: String? = nil) -> NetworkCommand {
        CheckInBuddy(pair: "b6-1", occasion: occasion, meeting: meeting, outcome: .met).command
    }

    private static func said(_ occasion: CheckInOccasion, _ meeting: String? = nil) -> NetworkEvent {
        BuddyCheckedIn(pair: "b6-1", person: "ann", occasion: occasion, meeting: meeting, outcome: .met).event
    }

    static let checkIns: [NetworkLine] = [
        NetworkLine(
            "a moment too early", Buddies.made, by: "ann", told(.weekTwo), delay: 2 * week - 1, refused: .closed),
        NetworkLine("two weeks", Buddies.made, by: "ann", told(.weekTwo), delay: 2 * week, then: said(.weekTwo)),
        NetworkLine(
            "six weeks are not two", Buddies.made, by: "ann", told(.weekSix), delay: 2 * week, refused: .closed),
        NetworkLine(
            "until six weeks", Buddies.made, by: "ann", told(.weekTwo), delay: 6 * week - 1, then: said(.weekTwo)),
        NetworkLine("two weeks are over", Buddies.made, by: "ann", told(.weekTwo), delay: 6 * week, refused: .closed),
        NetworkLine("six weeks", Buddies.made, by: "ann", told(.weekSix), delay: 6 * week, then: said(.weekSix)),
        NetworkLine("not in a pause", paused, by: "ann", told(.weekTwo), delay: 3 * week, refused: .closed),
        NetworkLine("after the pause", paused, by: "ann", told(.weekSix), delay: 7 * week, then: said(.weekSix)),
        NetworkLine("not of a proposal", Buddies.half, by: "ann", told(.weekTwo), delay: 3 * week, refused: .closed),
        NetworkLine(
            "the same twice", Buddies.made.after([said(.weekTwo)], delay: 2 * week), by: "ann", told(.weekTwo),
            refused: .alreadySo),
        NetworkLine(
            "at a meeting", Buddies.made, by: "ann", told(.meeting, "m2"), delay: week, then: said(.meeting, "m2")),
        NetworkLine(
            "at the meeting at which they met", Buddies.made, by: "ann", told(.meeting, "m1"), refused: .closed),
        NetworkLine("at no meeting", Buddies.made, by: "ann", told(.meeting), delay: week, refused: .notFound),
        NetworkLine(
            "a meeting in week two", Buddies.made, by: "ann", told(.weekTwo, "m2"), delay: 2 * week,
            refused: .notFound),
    ]

    @Test(arguments: coming + agreeing + sharing + checkIns)
    func line(_ line: NetworkLine) {
        #expect(line.network.outcome(line.command, by: line.actor, delay: line.delay) == line.expected)
    }
}
