// Knows what is promised of the flow of the agenda and of its time: open, next, back, extend, skip, carry.

import Testing

@testable import Meetings

@Suite struct AgendaTests {
    private static let step = Limits.timeboxStepSeconds
    private static let box = Limits.timeboxSeconds
    private static let last = Given.open.after(OpenSegment(segment: "s5").command)

    @Test(arguments: [
        Line("open any", Given.open, OpenSegment(segment: "s4").command, then: SegmentOpened(segment: "s4").event),
        Line(
            "open another ends the open one", Given.checkIn, OpenSegment(segment: "s5").command,
            then: SegmentEnded(segment: "s2").event, SegmentOpened(segment: "s5").event),
        Line("open the open one", Given.checkIn, OpenSegment(segment: "s2").command, refused: .alreadySo),
        Line("open nothing", Given.open, OpenSegment(segment: "s99").command, refused: .notFound),
        Line("open before the meeting", Given.planned, OpenSegment(segment: "s2").command, refused: .meetingNotOpen),
        Line("open after the meeting", Given.ended, OpenSegment(segment: "s2").command, refused: .meetingOver),
        Line(
            "a participant opens", Given.open, by: "ann", OpenSegment(segment: "s2").command,
            refused: .notAllowed(needs: .lead)
        ),
        Line(
            "a skipped one can be opened", Given.open.after(SkipSegment(segment: "s2", isConfirmed: false).command),
            OpenSegment(segment: "s2").command, then: SegmentOpened(segment: "s2").event),
        Line("the first", Given.open, OpenNext().command, then: SegmentOpened(segment: "s2").event),
        Line(
            "the next", Given.checkIn, OpenNext().command, then: SegmentEnded(segment: "s2").event,
            SegmentOpened(segment: "s3").event),
        Line(
            "the next after a talk opens the pulse", Given.talk, OpenNext().command,
            then: SegmentEnded(segment: "s3").event,
            PulseOpened(pulse: "u21", segment: "s3").event, SegmentOpened(segment: "s4").event),
        Line(
            "the next passes over what was skipped",
            Given.checkIn.after(SkipSegment(segment: "s3", isConfirmed: false).command), OpenNext().command,
            then: SegmentEnded(segment: "s2").event, SegmentOpened(segment: "s4").event),
        Line(
            "whoever speaks has finished", Given.checkIn.after(CallOn(person: "ann").command), OpenNext().command,
            then: SegmentEnded(segment: "s2").event, TurnEnded(person: "ann", milliseconds: 1_000).event,
            SegmentOpened(segment: "s3").event),
        Line("the last ends", last, OpenNext().command, then: SegmentEnded(segment: "s5").event),
        Line(
            "after the last come those that were passed over", last.after(OpenNext().command), OpenNext().command,
            then: SegmentOpened(segment: "s2").event),
        Line("no next of nothing", Room.empty, OpenNext().command, refused: .notFound),
    ])
    func opening(_ line: Line) { line.check() }

    @Test(arguments: [
        Line(
            "back", Given.talk, OpenPrevious().command, then: SegmentEnded(segment: "s3").event,
            PulseOpened(pulse: "u21", segment: "s3").event, SegmentOpened(segment: "s2").event),
        Line("back from the first", Given.checkIn, OpenPrevious().command, refused: .notFound),
        Line("back before the first", Given.open, OpenPrevious().command, refused: .notFound),
        Line(
            "back when all is done", last.after(OpenNext().command), OpenPrevious().command,
            then: SegmentOpened(segment: "s5").event),
        Line(
            "back passes over what was skipped",
            Given.checkIn.after(OpenNext().command).after(SkipSegment(segment: "s3", isConfirmed: false).command),
            OpenPrevious().command,
            then: SegmentEnded(segment: "s4").event, SegmentOpened(segment: "s2").event),
    ])
    func goingBack(_ line: Line) { line.check() }

    @Test(arguments: [
        Line(
            "one minute more", Given.checkIn, AdjustTimebox(segment: "s2", seconds: 60).command,
            then: TimeboxSet(
                segment: "s2", timeboxSeconds: 360
            ).event),
        Line(
            "less of one to come", Given.checkIn, by: "cor", AdjustTimebox(segment: "s4", seconds: -60).command,
            then:
                TimeboxSet(segment: "s4", timeboxSeconds: 540).event),
        Line(
            "down to the least", Given.open, AdjustTimebox(segment: "s2", seconds: -270).command,
            then: TimeboxSet(segment: "s2", timeboxSeconds: 30).event),
        Line(
            "below the least", Given.open, AdjustTimebox(segment: "s2", seconds: -271).command,
            refused: .outOfBounds(least: box.lowerBound, most: box.upperBound)),
        Line(
            "beyond the most", Given.open.after(TimeboxSet(segment: "s2", timeboxSeconds: 28_800).event),
            AdjustTimebox(segment: "s2", seconds: 1).command,
            refused: .outOfBounds(least: box.lowerBound, most: box.upperBound)
        ),
        Line(
            "by nothing", Given.open, AdjustTimebox(segment: "s2", seconds: 0).command,
            refused: .outOfBounds(least: -step, most: step)),
        Line(
            "by too much", Given.open, AdjustTimebox(segment: "s2", seconds: Int.max).command,
            refused: .outOfBounds(least: -step, most: step)),
        Line(
            "by far too little", Given.open, AdjustTimebox(segment: "s2", seconds: Int.min).command,
            refused: .outOfBounds(least: -step, most: step)),
        Line("of what is over", Given.talk, AdjustTimebox(segment: "s2", seconds: 60).command, refused: .closed),
        Line("of nothing", Given.talk, AdjustTimebox(segment: "s99", seconds: 60).command, refused: .notFound),
    ])
    func adjusting(_ line: Line) { line.check() }

    @Test(arguments: [
        Line(
            "skip one to come", Given.open, SkipSegment(segment: "s3", isConfirmed: false).command,
            then: SegmentSkipped(segment: "s3").event),
        Line(
            "skip the open one", Given.checkIn, SkipSegment(segment: "s2", isConfirmed: false).command,
            then: SegmentSkipped(segment: "s2").event, SegmentOpened(segment: "s3").event),
        Line(
            "skip the open last one", last, SkipSegment(segment: "s5", isConfirmed: false).command,
            then: SegmentSkipped(segment: "s5").event),
        Line(
            "a reflection to come, unconfirmed", Given.open, SkipSegment(segment: "s4", isConfirmed: false).command,
            refused: .needsConfirmation),
        Line(
            "an open reflection, unconfirmed", Given.reflection, SkipSegment(segment: "s4", isConfirmed: false).command,
            refused: .needsConfirmation),
        Line(
            "an open reflection, confirmed", Given.reflection, SkipSegment(segment: "s4", isConfirmed: true).command,
            then: PulseClosed(pulse: "u21").event, SegmentSkipped(segment: "s4").event,
            SegmentOpened(segment: "s5").event),
        Line("skip what is over", Given.talk, SkipSegment(segment: "s2", isConfirmed: true).command, refused: .closed),
        Line(
            "skip twice", Given.open.after(SkipSegment(segment: "s3", isConfirmed: false).command),
            SkipSegment(segment: "s3", isConfirmed: true).command, refused: .closed),
        Line("skip nothing", Given.open, SkipSegment(segment: "s99", isConfirmed: true).command, refused: .notFound),
    ])
    func skipping(_ line: Line) { line.check() }

    @Test("two co-leads give a minute each, and both count")
    func bothMinutesCount() {
        let room = Given.checkIn.after(AdjustTimebox(segment: "s2", seconds: 60).command, by: "lea", delay: 0)
            .after(AdjustTimebox(segment: "s2", seconds: 60).command, by: "cor", delay: 0)
        #expect(room.segment?.timeboxSeconds == 420)
    }

    @Test("a segment that is opened again goes on where it stopped: its runs add up")
    func runsAddUp() throws {
        let room = Given.checkIn.after(OpenNext().command, delay: 100_000).after(OpenPrevious().command, delay: 50_000)
        let again = try #require(room.segment)
        #expect(again.id == "s2")
        #expect(again.runs.count == 2)
        #expect(again.elapsedMilliseconds(at: room.at) == 100_000)
        #expect(again.elapsedMilliseconds(at: room.at + 7_000) == 107_000)
        #expect(again.deadline == room.at + 300_000 - 100_000)
        let done = room.after(OpenNext().command, delay: 20_000)
        #expect(done.agenda.first?.elapsedMilliseconds(at: done.at + 99_000) == 120_000)
        #expect(done.agenda.first?.deadline == nil)
    }

    @Test("overrun and time won are carried; what was skipped is not")
    func carried() {
        let over = Given.checkIn.after(OpenNext().command, delay: 360_000)
        #expect(over.agenda.carriedMilliseconds(at: over.at + 5_000) == 60_000)
        let won = over.after(OpenNext().command, delay: 800_000)
        #expect(won.agenda.carriedMilliseconds(at: won.at) == 60_000 - 100_000)
        let skipped = won.after(SkipSegment(segment: "s4", isConfirmed: true).command, delay: 700_000)
        #expect(skipped.agenda.carriedMilliseconds(at: skipped.at) == -40_000)
        #expect(Given.open.agenda.carriedMilliseconds(at: Given.open.at) == 0)
    }

    @Test("a clock that reads earlier than the opening shows no negative time")
    func noNegativeTime() throws {
        let segment = try #require(Given.checkIn.segment)
        #expect(segment.elapsedMilliseconds(at: Given.checkIn.at - 10_000) == 0)
    }

    @Test("at most one segment is open, and it is the current one")
    func states() {
        let room = Given.talk.after(SkipSegment(segment: "s4", isConfirmed: true).command)
        #expect(room.agenda.map(\.state) == [.done, .open, .skipped, .upcoming])
        #expect(room.current == "s3")
        #expect(room.after(EndMeeting().command).current == nil)
    }
}

extension Room {
    /// Open, with a lead and no agenda.
    fileprivate static let empty = Room()
        .after(
            Plan(title: "T", plannedStart: nil, zone: "Europe/London", options: Options(), segments: []).command,
            by: .system
        )
        .after(Given.join("lea", .lead), by: .system).after(OpenMeeting().command)
        .after(BeginPresence(person: "lea").command, by: .system)
}
