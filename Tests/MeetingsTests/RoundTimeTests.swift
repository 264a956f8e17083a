// Knows how long groups work: given groups with a time of their own or without, when a lead gives more or time passes,
// then this is their end; and whose seat is empty when they say that they go.

import Testing

@testable import Meetings

@Suite struct RoundTimeTests {
    private static func round(_ seconds: Int?) -> Room {
        var plan = Given.groups(["ann", "bob"], ["lea"])
        plan.timeboxSeconds = seconds
        return Given.open.after(OpenNext().command).after(FormGroups(plan: plan).command)
    }
    private static let timed = round(600)
    private static let untimed = round(nil)
    private static let id = timed.rounds[0].id
    private static let first = timed.rounds[0].groups[0].id

    static let lines: [Line] = [
        Line(
            "five minutes more", timed, AdjustRound(seconds: 300).command,
            then: RoundTimed(round: id, timeboxSeconds: 900).event),
        Line(
            "five less", timed, AdjustRound(seconds: -300).command,
            then: RoundTimed(round: id, timeboxSeconds: 300).event),
        Line(
            "one minute is left of ten, after two", timed, AdjustRound(seconds: -420).command, delay: 120_000,
            then: RoundTimed(round: id, timeboxSeconds: 180).event),
        Line(
            "over, and some more", timed, AdjustRound(seconds: 60).command, delay: 620_000,
            then: RoundTimed(round: id, timeboxSeconds: 660).event),
        Line(
            "without a time: from now on", untimed, AdjustRound(seconds: 180).command, delay: 60_000,
            then: RoundTimed(round: id, timeboxSeconds: 240).event),
        Line("nothing", timed, AdjustRound(seconds: 0).command, refused: .outOfBounds(least: -3_600, most: 3_600)),
        Line(
            "too much at once", timed, AdjustRound(seconds: 3_601).command,
            refused: .outOfBounds(least: -3_600, most: 3_600)),
        Line(
            "less than has passed", timed, AdjustRound(seconds: -600).command,
            refused: .outOfBounds(least: 1, most: 28_800)),
        Line("no groups run", Given.open, AdjustRound(seconds: 60).command, refused: .noGroup),
        Line("they ran", timed.after(EndGroups().command), AdjustRound(seconds: 60).command, refused: .noGroup),
    ]

    @Test("more time or less", arguments: lines)
    func adjusts(_ line: Line) { line.check() }

    @Test(
        "a round is planned for three minutes to an hour",
        arguments: [(179, false), (180, true), (3_600, true), (3_601, false)])
    func bounds(_ seconds: Int, _ isPossible: Bool) {
        var plan = Given.groups(["ann"])
        plan.timeboxSeconds = seconds
        let outcome = Outcome(Given.open, FormGroups(plan: plan).command, by: "lea", at: Given.open.at)
        #expect(outcome.isDone == isPossible)
        if !isPossible { #expect(outcome == .refused(.outOfBounds(least: 180, most: 3_600))) }
    }

    /// Milliseconds after the forming, and whether all come back by themselves then.
    static let ends: [(String, Room, Int64, Bool)] = [
        ("in its time", timed, 599_999, false),
        ("its time is over: a sentence may be finished", timed, 600_000, false),
        ("the sentence too", timed, 630_000, true),
        ("more was given", timed.after(AdjustRound(seconds: 60).command), 630_000, false),
        ("that is over as well", timed.after(AdjustRound(seconds: 60).command), 690_000, true),
        ("without a time they go on", untimed, 36_000_000, false),
        ("it was given one later", untimed.after(AdjustRound(seconds: 180).command), 212_000, true),
        ("they ended before", timed.after(EndGroups().command), 900_000, false),
        ("the meeting is over", timed.after(EndMeeting().command), 900_000, false),
    ]

    @Test("when the time is over", arguments: ends)
    func over(_ line: (name: String, room: Room, after: Int64, isOver: Bool)) {
        let formed = line.room.rounds[0].formedAt
        #expect(line.room.isRoundOver(at: formed + line.after) == line.isOver, "\(line.name)")
        // The log alone says it: a restart changes nothing.
        #expect(line.room.rounds[0].endsAt == line.room.rounds[0].timeboxSeconds.map { formed + Int64($0) * 1_000 })
    }

    @Test("the second round has its own time, whatever the first or the item took")
    func secondRound() {
        var plan = Given.groups(["ann"], ["bob"])
        plan.timeboxSeconds = 300
        let room = Self.timed.after(FormGroups(plan: plan).command, delay: 580_000)
        #expect(room.round?.endsAt == room.at + 300_000)
    }

    @Test("who says that they go leaves their seat, and gets it back if somebody still sits there")
    func going() {
        let gone = Self.timed.after(TakeLeave(reason: nil).command, by: "ann")
        #expect(gone.rounds[0].groups[0].members == ["bob"] && !gone.rounds[0].leftOut.contains("ann"))
        let back = gone.after(BeginPresence(person: "ann").command, by: .system)
        #expect(back.isLate("ann"))
        let asked = LateComers(["ann"], in: back) { _ in nil }
        #expect(asked.moves == [Move(person: "ann", to: Self.first, reason: .back)])
        let alone = back.after(TakeLeave(reason: nil).command, by: "bob")
        #expect(LateComers(["ann"], in: alone) { _ in nil }.moves.map(\.to) == [alone.rounds[0].groups[1].id])
    }

    @Test("whose connection is lost keeps the seat; a lead who checks somebody out empties it")
    func lost() {
        let lost = Self.timed.after(EndPresence(person: "ann", reason: .lost).command, by: .system)
        #expect(lost.seat(of: "ann") == Self.first)
        let checked = lost.after(CheckIn(person: "ann").command).after(CheckOut(person: "ann").command)
        #expect(checked.seat(of: "ann") == nil)
    }

    @Test("with a table go the seats of all who share it")
    func table() {
        let formed = Given.open
            .joined("tab", .table, mode: .tableDevice)
            .after(Given.came("una"), PersonSeated(person: "una", table: "tab").event)
            .after(Given.came("ned"), PersonSeated(person: "ned", table: "tab").event)
            .after(FormGroups(plan: Given.groups(["una", "ned"], ["ann"])).command)
        let gone = formed.after(TakeLeave(reason: nil).command, by: "tab")
        #expect(gone.rounds[0].groups[0].members == [])
    }
}
