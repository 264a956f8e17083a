// Knows what is promised of the frame: planning, opening, options, locking, ending.

import Meetings
import Testing

@Suite struct FrameTests {
    private static let long = String(repeating: "t", count: Limits.titleLength + 1)

    private static func plan(
        title: String = "T", zone: String = "Europe/London", _ segments: [SegmentPlan] = []
    ) -> Command {
        .plan(title: title, plannedStart: 7, zone: zone, options: Options(lobby: true), segments: segments)
    }

    private static func brief(_ seconds: Int) -> SegmentPlan {
        SegmentPlan(kind: .talk, title: " A  talk ", timeboxSeconds: seconds, note: " \n ")
    }

    @Test(arguments: [
        Line(
            "a plan with text made fit", Room(), by: .system, plan(title: " T ", [brief(30)]),
            then: .meetingPlanned(
                title: "T", plannedStart: 7, zone: "Europe/London", options: Options(lobby: true)),
            .segmentAdded(segment: "s2", kind: .talk, title: "A talk", timeboxSeconds: 30, note: nil, index: 0)),
        Line("a plan twice", Given.planned, by: .system, plan(), refused: .alreadySo),
        Line("a plan by a person", Given.planned, plan(), refused: .notAllowed(needs: .lead)),
        Line("a plan without a title", Room(), by: .system, plan(title: " \u{202E}"), refused: .textMissing),
        Line("a plan without a zone", Room(), by: .system, plan(zone: " "), refused: .textMissing),
        Line(
            "a title too long", Room(), by: .system, plan(title: long), refused: .textTooLong(limit: Limits.titleLength)
        ),
        Line(
            "a timebox too short", Room(), by: .system, plan([brief(29)]),
            refused: .outOfBounds(least: 30, most: 28_800)),
        Line(
            "a timebox too long", Room(), by: .system, plan([brief(28_801)]),
            refused: .outOfBounds(least: 30, most: 28_800)),
        Line(
            "too many segments", Room(), by: .system,
            plan(Array(repeating: brief(60), count: Limits.segments + 1)), refused: .tooMany(limit: Limits.segments)),
    ])
    func planning(_ line: Line) { line.check() }

    @Test(arguments: [
        Line("retitle", Given.planned, .retitle(title: " New \n title"), then: .meetingRetitled(title: "New title")),
        Line("retitle to the same", Given.open, .retitle(title: "Micro:bits"), refused: .alreadySo),
        Line("retitle to nothing", Given.open, .retitle(title: "\u{0}\t"), refused: .textMissing),
        Line("retitle too long", Given.open, .retitle(title: long), refused: .textTooLong(limit: Limits.titleLength)),
        Line("retitle what is over", Given.ended, .retitle(title: "New"), refused: .meetingOver),
        Line(
            "a participant retitles", Given.open, by: "ann", .retitle(title: "New"), refused: .notAllowed(needs: .lead)
        ),
        Line(
            "schedule", Given.open, by: "cor", .schedule(plannedStart: nil, zone: "Europe/Dublin"),
            then: .meetingScheduled(plannedStart: nil, zone: "Europe/Dublin")),
        Line("schedule nowhere", Given.open, .schedule(plannedStart: 1, zone: ""), refused: .textMissing),
        Line(
            "schedule in a novel", Given.open, .schedule(plannedStart: 1, zone: long), refused: .textTooLong(limit: 64)),
        Line(
            "set options", Given.open, .setOptions(options: Options(chat: false)),
            then: .optionsSet(options: Options(chat: false))),
        Line("set the same options", Given.open, .setOptions(options: Options()), refused: .alreadySo),
        Line(
            "the lobby goes, whom it kept waiting comes in",
            Given.lobby.after(Given.join("una", name: "Una"), by: .system),
            .setOptions(options: Options()), then: .optionsSet(options: Options()),
            Given.came("una", name: "Una"), Given.came("wil", name: "Wil")),
        Line(
            "other options leave the lobby waiting", Given.lobby,
            .setOptions(options: Options(lobby: true, chat: false)),
            then: .optionsSet(options: Options(lobby: true, chat: false))),
    ])
    func titleAndOptions(_ line: Line) { line.check() }

    @Test(arguments: [
        Line("open", Given.planned, .openMeeting, then: .meetingOpened),
        Line("open twice", Given.open, .openMeeting, refused: .meetingOver),
        Line("open what is over", Given.ended, .openMeeting, refused: .meetingOver),
        Line("end before the beginning", Given.planned, .endMeeting, refused: .meetingNotOpen),
        Line("end", Given.open, by: "cor", .endMeeting, then: .meetingEnded),
        Line("open again", Given.ended, .reopenMeeting, then: .meetingReopened),
        Line("open again what is open", Given.open, .reopenMeeting, refused: .meetingOver),
        Line("a participant opens again", Given.ended, by: "ann", .reopenMeeting, refused: .notAllowed(needs: .lead)),
        Line("end twice", Given.ended, .endMeeting, refused: .meetingOver),
        Line("a guest ends", Given.open, by: "gus", .endMeeting, refused: .notAllowed(needs: .lead)),
        Line(
            "end while somebody speaks in a segment", Given.checkIn.after(.startTurn(person: nil), by: "ann"),
            .endMeeting, delay: 2_500, then: .segmentEnded(segment: "s2"),
            .turnEnded(person: "ann", milliseconds: 2_500),
            .meetingEnded),
        Line(
            "an open pulse closes once when the meeting ends", Given.reflection, .endMeeting,
            then: .pulseClosed(pulse: "u21"), .segmentEnded(segment: "s4"), .meetingEnded),
        Line("lock", Given.open, .lockRoom, then: .roomLocked),
        Line("lock before the beginning", Given.planned, .lockRoom, then: .roomLocked),
        Line("lock twice", Given.locked, .lockRoom, refused: .alreadySo),
        Line("unlock", Given.locked, .unlockRoom, then: .roomUnlocked),
        Line("unlock what is open", Given.open, .unlockRoom, refused: .alreadySo),
    ])
    func phasesAndLock(_ line: Line) { line.check() }

    @Test("a meeting that ends in a talk leaves no pulse open that nobody can answer")
    func noPulseOutlivesTheMeeting() {
        let room = Given.talk.after(.endMeeting)
        #expect(room.pulses.allSatisfy { $0.closedAt != nil })
    }

    @Test("after the end nobody is present, speaks, waits or holds a hand up")
    func everybodyGoes() {
        let room = Given.lobby.after(.raiseHand(person: nil), by: "bob").after(.startTurn(person: nil), by: "ann")
            .after(.endMeeting)
        #expect(room.details.phase == .ended)
        #expect(room.details.endedAt == room.at)
        #expect(room.people.values.allSatisfy { !$0.isPresent })
        #expect(room.people.count == 5)
        #expect(room.queue.isEmpty && room.turn == nil && room.waiting.isEmpty)
    }

    @Test("facts of the frame show in the room")
    func frameIsApplied() {
        let room = Given.locked.after(.retitle(title: "New")).after(.schedule(plannedStart: 5, zone: "Europe/Dublin"))
            .after(.setOptions(options: Options(leastHeardFirst: true)))
        #expect(room.details.title == "New")
        #expect(room.details.plannedStart == 5)
        #expect(room.details.zone == "Europe/Dublin")
        #expect(room.details.options.leastHeardFirst)
        #expect(room.details.isLocked)
        #expect(!room.after(.unlockRoom).details.isLocked)
        #expect(room.details.openedAt == Given.planned.at + 1_000)
    }
}
