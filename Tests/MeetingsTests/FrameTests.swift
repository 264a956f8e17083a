// Knows what is promised of the frame: planning, opening, options, locking, ending.

import Testing

@testable import Meetings

@Suite struct FrameTests {
    private static let long = String(repeating: "t", count: Limits.titleLength + 1)

    private static func plan(
        title: String = "T", zone: String = "Europe/London", _ segments: [SegmentPlan] = []
    ) -> Command {
        Plan(title: title, plannedStart: 7, zone: zone, options: Options(lobby: true), segments: segments).command
    }

    private static func brief(_ seconds: Int) -> SegmentPlan {
        SegmentPlan(kind: .talk, title: " A  talk ", timeboxSeconds: seconds, note: " \n ")
    }

    @Test(arguments: [
        Line(
            "a plan with text made fit", Room(), by: .system, plan(title: " T ", [brief(30)]),
            then: MeetingPlanned(
                title: "T", plannedStart: 7, zone: "Europe/London", options: Options(lobby: true)
            ).event,
            SegmentAdded(segment: "s2", kind: .talk, title: "A talk", timeboxSeconds: 30, note: nil, index: 0).event),
        Line("a plan twice", Given.planned, by: .system, plan(), refused: .alreadySo),
        Line("a plan by a person", Given.planned, plan(), refused: .notAllowed(needs: .lead)),
        Line("a plan without a title", Room(), by: .system, plan(title: " \u{202E}"), refused: .textMissing),
        Line(
            "a plan after all calendars", Room(), by: .system,
            Plan(title: "T", plannedStart: .max, zone: "UTC", options: Options(), segments: []).command,
            refused: .outOfBounds(least: 0, most: 253_402_300_799_999)),
        Line(
            "a time after all calendars", Given.planned,
            Schedule(plannedStart: 8_640_000_000_000_001, zone: "UTC").command,
            refused: .outOfBounds(least: 0, most: 253_402_300_799_999)),
        Line(
            "a time before them", Given.planned, Schedule(plannedStart: -1, zone: "UTC").command,
            refused: .outOfBounds(least: 0, most: 253_402_300_799_999)),
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

    private static let atHall = Given.planned.after(
        [VenueSet(place: "Hall", callLink: "https://call.example/1").event], at: Given.planned.at)

    @Test(arguments: [
        Line(
            "a place and a call", Given.planned,
            SetVenue(place: " The  hall ", callLink: " https://call.example/1 ").command,
            then: VenueSet(place: "The hall", callLink: "https://call.example/1").event),
        Line(
            "only a place, while it is open", Given.open, SetVenue(place: "Hall", callLink: " ").command,
            then: VenueSet(place: "Hall", callLink: nil).event),
        Line(
            "neither any more", atHall, SetVenue(place: nil, callLink: nil).command,
            then: VenueSet(place: nil, callLink: nil).event),
        Line(
            "the same again", atHall, SetVenue(place: "Hall", callLink: "https://call.example/1").command,
            refused: .alreadySo),
        Line(
            "a call that is a script", Given.planned, SetVenue(place: nil, callLink: "javascript:alert(1)").command,
            refused: .badLink),
        Line(
            "a place too long", Given.planned, SetVenue(place: long, callLink: nil).command,
            refused: .textTooLong(limit: Limits.placeLength)),
        Line(
            "by a participant", Given.open, by: "ann", SetVenue(place: "Pub", callLink: nil).command,
            refused: .notAllowed(needs: .lead)),
        Line("of what is over", Given.ended, SetVenue(place: "Hall", callLink: nil).command, refused: .meetingOver),
    ])
    func venue(_ line: Line) { line.check() }

    @Test(
        "a start that an older server let in and no calendar knows is none",
        arguments: [
            Int64.max, .min, 8_640_000_000_000_001, -1,
        ])
    func insaneStart(_ start: Instant) {
        var room = Given.planned
        room.apply(
            Entry(
                sequence: room.sequence + 1, at: room.at,
                event: MeetingScheduled(plannedStart: start, zone: "UTC").event))
        #expect(room.details.plannedStart == nil)
    }

    @Test(arguments: [
        Line(
            "retitle", Given.planned, Retitle(title: " New \n title").command,
            then: MeetingRetitled(title: "New title").event),
        Line("retitle to the same", Given.open, Retitle(title: "Micro:bits").command, refused: .alreadySo),
        Line("retitle to nothing", Given.open, Retitle(title: "\u{0}\t").command, refused: .textMissing),
        Line(
            "retitle too long", Given.open, Retitle(title: long).command,
            refused: .textTooLong(limit: Limits.titleLength)),
        Line("retitle what is over", Given.ended, Retitle(title: "New").command, refused: .meetingOver),
        Line(
            "a participant retitles", Given.open, by: "ann", Retitle(title: "New").command,
            refused: .notAllowed(needs: .lead)
        ),
        Line(
            "schedule", Given.open, by: "cor", Schedule(plannedStart: nil, zone: "Europe/Dublin").command,
            then: MeetingScheduled(plannedStart: nil, zone: "Europe/Dublin").event),
        Line("schedule nowhere", Given.open, Schedule(plannedStart: 1, zone: "").command, refused: .textMissing),
        Line(
            "schedule in a novel", Given.open, Schedule(plannedStart: 1, zone: long).command,
            refused: .textTooLong(limit: 64)),
        Line(
            "set options", Given.open, SetOptions(options: Options(chat: false)).command,
            then: OptionsSet(options: Options(chat: false)).event),
        Line("set the same options", Given.open, SetOptions(options: Options()).command, refused: .alreadySo),
        Line(
            "the lobby goes, whom it kept waiting comes in",
            Given.lobby.after(Given.join("una", name: "Una"), by: .system),
            SetOptions(options: Options()).command, then: OptionsSet(options: Options()).event,
            Given.came("una", name: "Una"), Given.came("wil", name: "Wil")),
        Line(
            "other options leave the lobby waiting", Given.lobby,
            SetOptions(options: Options(lobby: true, chat: false)).command,
            then: OptionsSet(options: Options(lobby: true, chat: false)).event),
    ])
    func titleAndOptions(_ line: Line) { line.check() }

    @Test(arguments: [
        Line("open", Given.planned, OpenMeeting().command, then: MeetingOpened().event),
        Line("open twice", Given.open, OpenMeeting().command, refused: .meetingOver),
        Line("open what is over", Given.ended, OpenMeeting().command, refused: .meetingOver),
        Line("end before the beginning", Given.planned, EndMeeting().command, refused: .meetingNotOpen),
        Line("end", Given.open, by: "cor", EndMeeting().command, then: MeetingEnded().event),
        Line("open again", Given.ended, ReopenMeeting().command, then: MeetingReopened().event),
        Line("open again what is open", Given.open, ReopenMeeting().command, refused: .meetingOver),
        Line(
            "a participant opens again", Given.ended, by: "ann", ReopenMeeting().command,
            refused: .notAllowed(needs: .lead)),
        Line("end twice", Given.ended, EndMeeting().command, refused: .meetingOver),
        Line("a guest ends", Given.open, by: "gus", EndMeeting().command, refused: .notAllowed(needs: .lead)),
        Line(
            "end while somebody speaks in a segment", Given.checkIn.after(StartTurn(person: nil).command, by: "ann"),
            EndMeeting().command, delay: 2_500, then: SegmentEnded(segment: "s2").event,
            TurnEnded(person: "ann", milliseconds: 2_500).event,
            MeetingEnded().event),
        Line(
            "an open pulse closes once when the meeting ends", Given.reflection, EndMeeting().command,
            then: PulseClosed(pulse: "u21").event, SegmentEnded(segment: "s4").event, MeetingEnded().event),
        Line("lock", Given.open, LockRoom().command, then: RoomLocked().event),
        Line("lock before the beginning", Given.planned, LockRoom().command, then: RoomLocked().event),
        Line("lock twice", Given.locked, LockRoom().command, refused: .alreadySo),
        Line("unlock", Given.locked, UnlockRoom().command, then: RoomUnlocked().event),
        Line("unlock what is open", Given.open, UnlockRoom().command, refused: .alreadySo),
    ])
    func phasesAndLock(_ line: Line) { line.check() }

    @Test("a meeting that ends in a talk leaves no pulse open that nobody can answer")
    func noPulseOutlivesTheMeeting() {
        let room = Given.talk.after(EndMeeting().command)
        #expect(room.pulses.allSatisfy { $0.closedAt != nil })
    }

    @Test("after the end nobody is present, speaks, waits or holds a hand up")
    func everybodyGoes() {
        let room = Given.lobby.after(RaiseHand(person: nil).command, by: "bob").after(
            StartTurn(person: nil).command, by: "ann"
        )
        .after(EndMeeting().command)
        #expect(room.details.phase == .ended)
        #expect(room.details.endedAt == room.at)
        #expect(room.people.values.allSatisfy { !$0.isPresent })
        #expect(room.people.count == 5)
        #expect(room.queue.isEmpty && room.turn == nil && room.waiting.isEmpty)
    }

    @Test("facts of the frame show in the room")
    func frameIsApplied() {
        let room = Given.locked.after(Retitle(title: "New").command).after(
            Schedule(plannedStart: 5, zone: "Europe/Dublin").command
        )
        .after(SetOptions(options: Options(leastHeardFirst: true)).command)
        #expect(room.details.title == "New")
        #expect(room.details.plannedStart == 5)
        #expect(room.details.zone == "Europe/Dublin")
        #expect(room.details.options.leastHeardFirst)
        #expect(room.details.isLocked)
        #expect(!room.after(UnlockRoom().command).details.isLocked)
        #expect(room.details.openedAt == Given.planned.at + 1_000)
    }
}
