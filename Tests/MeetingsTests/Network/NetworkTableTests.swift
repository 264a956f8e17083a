// Knows what comes of every wish about buddies: given, when, then.

import Meetings
import Testing

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
        .pauseBuddies(pair: "b6-1", until: "2026-04-30"), by: .teacher("ann"))

    static let coming: [NetworkLine] = [
        NetworkLine(
            "the same again", Buddies.members, by: "ann", .optInBuddy(wish: Buddies.wish("canary-of-ann")),
            refused: .alreadySo),
        NetworkLine("nothing to opt out of", Buddies.members, by: "zoe", .optOutBuddy, refused: .alreadySo),
        NetworkLine(
            "out before anything", Buddies.members, by: "ann", .optOutBuddy, then: .buddyOptedOut(person: "ann")),
        NetworkLine(
            "out of a proposal: the other is free", Buddies.half, by: "ann", .optOutBuddy,
            then: .buddyDeclined(pair: "b6-1", person: "ann"), .buddiesEnded(pair: "b6-1", end: .declined),
            .buddyOptedOut(person: "ann")),
        NetworkLine(
            "out of buddies", Buddies.made, by: "ann", .optOutBuddy,
            then: .buddyLeft(pair: "b6-1", person: "ann"), .buddiesEnded(pair: "b6-1", end: .left),
            .buddyOptedOut(person: "ann")),
        NetworkLine(
            "one of three goes, two go on", Buddies.allMade, by: "cai", .optOutBuddy,
            then: .buddyLeft(pair: "b6-2", person: "cai"), .buddyOptedOut(person: "cai")),
        NetworkLine(
            "nobody blocks strangers", Buddies.members, by: "ann", .blockBuddy(person: "bob"), refused: .notFound),
        NetworkLine(
            "nobody blocks themselves", Buddies.made, by: "ann", .blockBuddy(person: "ann"), refused: .notFound),
        NetworkLine(
            "a block ends it", Buddies.made, by: "ann", .blockBuddy(person: "bob"),
            then: .buddyBlocked(person: "ann", other: "bob"), .buddyLeft(pair: "b6-1", person: "ann"),
            .buddiesEnded(pair: "b6-1", end: .left)),
        NetworkLine("no block to take back", Buddies.made, by: "ann", .unblockBuddy(person: "bob"), refused: .notFound),
    ]

    static let agreeing: [NetworkLine] = [
        NetworkLine(
            "the first yes", Buddies.proposed, by: "ann", .acceptBuddy(pair: "b6-1"),
            then: .buddyAccepted(pair: "b6-1", person: "ann")),
        NetworkLine(
            "the last yes", Buddies.half, by: "bob", .acceptBuddy(pair: "b6-1"),
            then: .buddyAccepted(pair: "b6-1", person: "bob"), .buddiesMade(pair: "b6-1")),
        NetworkLine("yes twice", Buddies.half, by: "ann", .acceptBuddy(pair: "b6-1"), refused: .alreadySo),
        NetworkLine("yes for others", Buddies.half, by: "cai", .acceptBuddy(pair: "b6-1"), refused: .notFound),
        NetworkLine("yes to nothing", Buddies.half, by: "ann", .acceptBuddy(pair: "b9"), refused: .notFound),
        NetworkLine(
            "not this time", Buddies.half, by: "bob", .declineBuddy(pair: "b6-1"),
            then: .buddyDeclined(pair: "b6-1", person: "bob"), .buddiesEnded(pair: "b6-1", end: .declined)),
        NetworkLine(
            "a no after a yes", Buddies.half, by: "ann", .declineBuddy(pair: "b6-1"),
            then: .buddyDeclined(pair: "b6-1", person: "ann"), .buddiesEnded(pair: "b6-1", end: .declined)),
        NetworkLine("too late to decline", Buddies.made, by: "ann", .declineBuddy(pair: "b6-1"), refused: .closed),
        NetworkLine(
            "the third says no when two have said yes",
            Buddies.proposed.after(.acceptBuddy(pair: "b6-2"), by: .teacher("cai"))
                .after(.acceptBuddy(pair: "b6-2"), by: .teacher("dee")),
            by: "eve", .declineBuddy(pair: "b6-2"), then: .buddyDeclined(pair: "b6-2", person: "eve"),
            .buddiesMade(pair: "b6-2")),
        NetworkLine(
            "leaving", Buddies.made, by: "bob", .leaveBuddies(pair: "b6-1"),
            then: .buddyLeft(pair: "b6-1", person: "bob"), .buddiesEnded(pair: "b6-1", end: .left)),
    ]

    static let sharing: [NetworkLine] = [
        NetworkLine(
            "nothing is shared before", Buddies.half, by: "ann", .setBuddyGoal(pair: "b6-1", text: "Try"),
            refused: .closed),
        NetworkLine(
            "a goal", Buddies.made, by: "ann", .setBuddyGoal(pair: "b6-1", text: " Try \u{7} it "),
            then: .buddyGoalSet(pair: "b6-1", person: "ann", text: "Try it")),
        NetworkLine(
            "no goal of others", Buddies.made, by: "cai", .setBuddyGoal(pair: "b6-1", text: "Try"),
            refused: .notFound),
        NetworkLine(
            "a note", Buddies.made, by: "bob", .writeBuddyNote(pair: "b6-1", text: "See you there"),
            then: .buddyNoteWritten(pair: "b6-1", note: "n10", person: "bob", text: "See you there", words: 3)),
        NetworkLine(
            "an empty note", Buddies.made, by: "bob", .writeBuddyNote(pair: "b6-1", text: " "),
            refused: .textMissing),
        NetworkLine(
            "somebody else's note",
            Buddies.made.after(.writeBuddyNote(pair: "b6-1", text: "Mine"), by: .teacher("bob")), by: "ann",
            .removeBuddyNote(pair: "b6-1", note: "n10"), refused: .notAllowed(needs: .participant)),
        NetworkLine(
            "a date", Buddies.made, by: "ann", .setBuddyDate(pair: "b6-1", day: "2026-03-26", text: "16:00"),
            then: .buddyDateSet(pair: "b6-1", person: "ann", day: "2026-03-26", text: "16:00")),
        NetworkLine(
            "a date that was", Buddies.made, by: "ann", .setBuddyDate(pair: "b6-1", day: "2026-03-11", text: nil),
            refused: .outOfBounds(least: 0, most: 366)),
        NetworkLine(
            "no day at all", Buddies.made, by: "ann", .setBuddyDate(pair: "b6-1", day: "2026-02-30", text: nil),
            refused: .textMissing),
        NetworkLine(
            "a pause", Buddies.made, by: "ann", .pauseBuddies(pair: "b6-1", until: "2026-04-01"),
            then: .buddyPaused(pair: "b6-1", person: "ann", until: 1_775_001_600_000)),
        NetworkLine(
            "a pause until today", Buddies.made, by: "ann", .pauseBuddies(pair: "b6-1", until: "2026-03-12"),
            refused: .outOfBounds(least: 1, most: 366)),
        NetworkLine(
            "no pause to end", Buddies.made, by: "ann", .pauseBuddies(pair: "b6-1", until: nil),
            refused: .alreadySo),
        NetworkLine(
            "on again", paused, by: "bob", .pauseBuddies(pair: "b6-1", until: nil),
            then: .buddyPaused(pair: "b6-1", person: "bob", until: nil)),
    ]

    private static func told(_ occasion: CheckInOccasion, _ meeting: String? = nil) -> NetworkCommand {
        .checkInBuddy(pair: "b6-1", occasion: occasion, meeting: meeting, outcome: .met)
    }

    private static func said(_ occasion: CheckInOccasion, _ meeting: String? = nil) -> NetworkEvent {
        .buddyCheckedIn(pair: "b6-1", person: "ann", occasion: occasion, meeting: meeting, outcome: .met)
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
