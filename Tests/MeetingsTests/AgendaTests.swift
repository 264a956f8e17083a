// Knows what is promised of the flow of the agenda and of its time: open, next, back, extend, skip, carry.

import Meetings
import Testing

@Suite struct AgendaTests {
    private static let step = Limits.timeboxStepSeconds
    private static let box = Limits.timeboxSeconds
    private static let last = Given.open.after(.openSegment(segment: "s5"))

    @Test(arguments: [
        Line("open any", Given.open, .openSegment(segment: "s4"), then: .segmentOpened(segment: "s4")),
        Line(
            "open another ends the open one", Given.checkIn, .openSegment(segment: "s5"),
            then: .segmentEnded(segment: "s2"), .segmentOpened(segment: "s5")),
        Line("open the open one", Given.checkIn, .openSegment(segment: "s2"), refused: .alreadySo),
        Line("open nothing", Given.open, .openSegment(segment: "s99"), refused: .notFound),
        Line("open before the meeting", Given.planned, .openSegment(segment: "s2"), refused: .meetingNotOpen),
        Line("open after the meeting", Given.ended, .openSegment(segment: "s2"), refused: .meetingOver),
        Line(
            "a participant opens", Given.open, by: "ann", .openSegment(segment: "s2"),
            refused: .notAllowed(needs: .lead)
        ),
        Line(
            "a skipped one can be opened", Given.open.after(.skipSegment(segment: "s2", isConfirmed: false)),
            .openSegment(segment: "s2"), then: .segmentOpened(segment: "s2")),
        Line("the first", Given.open, .openNext, then: .segmentOpened(segment: "s2")),
        Line("the next", Given.checkIn, .openNext, then: .segmentEnded(segment: "s2"), .segmentOpened(segment: "s3")),
        Line(
            "the next after a talk opens the pulse", Given.talk, .openNext, then: .segmentEnded(segment: "s3"),
            .pulseOpened(pulse: "u21", segment: "s3"), .segmentOpened(segment: "s4")),
        Line(
            "the next passes over what was skipped",
            Given.checkIn.after(.skipSegment(segment: "s3", isConfirmed: false)), .openNext,
            then: .segmentEnded(segment: "s2"), .segmentOpened(segment: "s4")),
        Line("the last ends", last, .openNext, then: .segmentEnded(segment: "s5")),
        Line(
            "after the last come those that were passed over", last.after(.openNext), .openNext,
            then: .segmentOpened(segment: "s2")),
        Line("no next of nothing", Room.empty, .openNext, refused: .notFound),
    ])
    func opening(_ line: Line) { line.check() }

    @Test(arguments: [
        Line(
            "back", Given.talk, .openPrevious, then: .segmentEnded(segment: "s3"),
            .pulseOpened(pulse: "u21", segment: "s3"), .segmentOpened(segment: "s2")),
        Line("back from the first", Given.checkIn, .openPrevious, refused: .notFound),
        Line("back before the first", Given.open, .openPrevious, refused: .notFound),
        Line("back when all is done", last.after(.openNext), .openPrevious, then: .segmentOpened(segment: "s5")),
        Line(
            "back passes over what was skipped",
            Given.checkIn.after(.openNext).after(.skipSegment(segment: "s3", isConfirmed: false)), .openPrevious,
            then: .segmentEnded(segment: "s4"), .segmentOpened(segment: "s2")),
    ])
    func goingBack(_ line: Line) { line.check() }

    @Test(arguments: [
        Line(
            "one minute more", Given.checkIn, .adjustTimebox(segment: "s2", seconds: 60),
            then: .timeboxSet(
                segment: "s2", timeboxSeconds: 360)),
        Line(
            "less of one to come", Given.checkIn, by: "cor", .adjustTimebox(segment: "s4", seconds: -60),
            then:
                .timeboxSet(segment: "s4", timeboxSeconds: 540)),
        Line(
            "down to the least", Given.open, .adjustTimebox(segment: "s2", seconds: -270),
            then: .timeboxSet(segment: "s2", timeboxSeconds: 30)),
        Line(
            "below the least", Given.open, .adjustTimebox(segment: "s2", seconds: -271),
            refused: .outOfBounds(least: box.lowerBound, most: box.upperBound)),
        Line(
            "beyond the most", Given.open.after(.timeboxSet(segment: "s2", timeboxSeconds: 28_800)),
            .adjustTimebox(segment: "s2", seconds: 1),
            refused: .outOfBounds(least: box.lowerBound, most: box.upperBound)
        ),
        Line(
            "by nothing", Given.open, .adjustTimebox(segment: "s2", seconds: 0),
            refused: .outOfBounds(least: -step, most: step)),
        Line(
            "by too much", Given.open, .adjustTimebox(segment: "s2", seconds: Int.max),
            refused: .outOfBounds(least: -step, most: step)),
        Line(
            "by far too little", Given.open, .adjustTimebox(segment: "s2", seconds: Int.min),
            refused: .outOfBounds(least: -step, most: step)),
        Line("of what is over", Given.talk, .adjustTimebox(segment: "s2", seconds: 60), refused: .closed),
        Line("of nothing", Given.talk, .adjustTimebox(segment: "s99", seconds: 60), refused: .notFound),
    ])
    func adjusting(_ line: Line) { line.check() }

    @Test(arguments: [
        Line(
            "skip one to come", Given.open, .skipSegment(segment: "s3", isConfirmed: false),
            then: .segmentSkipped(segment: "s3")),
        Line(
            "skip the open one", Given.checkIn, .skipSegment(segment: "s2", isConfirmed: false),
            then: .segmentSkipped(segment: "s2"), .segmentOpened(segment: "s3")),
        Line(
            "skip the open last one", last, .skipSegment(segment: "s5", isConfirmed: false),
            then: .segmentSkipped(segment: "s5")),
        Line(
            "a reflection to come, unconfirmed", Given.open, .skipSegment(segment: "s4", isConfirmed: false),
            refused: .needsConfirmation),
        Line(
            "an open reflection, unconfirmed", Given.reflection, .skipSegment(segment: "s4", isConfirmed: false),
            refused: .needsConfirmation),
        Line(
            "an open reflection, confirmed", Given.reflection, .skipSegment(segment: "s4", isConfirmed: true),
            then: .pulseClosed(pulse: "u21"), .segmentSkipped(segment: "s4"), .segmentOpened(segment: "s5")),
        Line("skip what is over", Given.talk, .skipSegment(segment: "s2", isConfirmed: true), refused: .closed),
        Line(
            "skip twice", Given.open.after(.skipSegment(segment: "s3", isConfirmed: false)),
            .skipSegment(segment: "s3", isConfirmed: true), refused: .closed),
        Line("skip nothing", Given.open, .skipSegment(segment: "s99", isConfirmed: true), refused: .notFound),
    ])
    func skipping(_ line: Line) { line.check() }

    @Test("two co-leads give a minute each, and both count")
    func bothMinutesCount() {
        let room = Given.checkIn.after(.adjustTimebox(segment: "s2", seconds: 60), by: "lea", delay: 0)
            .after(.adjustTimebox(segment: "s2", seconds: 60), by: "cor", delay: 0)
        #expect(room.segment?.timeboxSeconds == 420)
    }

    @Test("a segment that is opened again goes on where it stopped: its runs add up")
    func runsAddUp() throws {
        let room = Given.checkIn.after(.openNext, delay: 100_000).after(.openPrevious, delay: 50_000)
        let again = try #require(room.segment)
        #expect(again.id == "s2")
        #expect(again.runs.count == 2)
        #expect(again.elapsedMilliseconds(at: room.at) == 100_000)
        #expect(again.elapsedMilliseconds(at: room.at + 7_000) == 107_000)
        #expect(again.deadline == room.at + 300_000 - 100_000)
        let done = room.after(.openNext, delay: 20_000)
        #expect(done.agenda.first?.elapsedMilliseconds(at: done.at + 99_000) == 120_000)
        #expect(done.agenda.first?.deadline == nil)
    }

    @Test("overrun and time won are carried; what was skipped is not")
    func carried() {
        let over = Given.checkIn.after(.openNext, delay: 360_000)
        #expect(over.agenda.carriedMilliseconds(at: over.at + 5_000) == 60_000)
        let won = over.after(.openNext, delay: 800_000)
        #expect(won.agenda.carriedMilliseconds(at: won.at) == 60_000 - 100_000)
        let skipped = won.after(.skipSegment(segment: "s4", isConfirmed: true), delay: 700_000)
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
        let room = Given.talk.after(.skipSegment(segment: "s4", isConfirmed: true))
        #expect(room.agenda.map(\.state) == [.done, .open, .skipped, .upcoming])
        #expect(room.current == "s3")
        #expect(room.after(.endMeeting).current == nil)
    }
}

extension Room {
    /// Open, with a lead and no agenda.
    fileprivate static let empty = Room()
        .after(
            .plan(title: "T", plannedStart: nil, zone: "Europe/London", options: Options(), segments: []), by: .system
        )
        .after(Given.join("lea", .lead), by: .system).after(.openMeeting)
        .after(.beginPresence(person: "lea"), by: .system)
}
