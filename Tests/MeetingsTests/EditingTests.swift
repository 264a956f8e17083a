// Knows what is promised of editing an agenda, before and during a meeting.

import Testing

@testable import Meetings

@Suite struct EditingTests {
    private static let brief = SegmentPlan(
        kind: .pause, title: " Tea ", timeboxSeconds: 600, note: "Hall\r\n\n\n\nleft")
    private static let short = SegmentPlan(kind: .pause, title: "Tea", timeboxSeconds: 29)
    private static let bare = SegmentPlan(kind: .pause, title: " ", timeboxSeconds: 60)
    private static let wordy = SegmentPlan(
        kind: .pause, title: "T", timeboxSeconds: 60, note: String(repeating: "n", count: Limits.noteLength + 1))
    private static let bounds = Rejection.outOfBounds(least: 30, most: 28_800)
    private static let full = Given.open.after(
        (4..<Limits.segments).map {
            SegmentAdded(
                segment: SegmentID(rawValue: "x\($0)"), kind: .talk, title: "T", timeboxSeconds: 60, note: nil,
                index: $0
            ).event
        }, at: Given.open.at)

    @Test(arguments: [
        Line(
            "add with text made fit", Given.planned, AddSegment(plan: brief, index: 1).command,
            then: SegmentAdded(
                segment: "s8", kind: .pause, title: "Tea", timeboxSeconds: 600, note: "Hall\n\nleft", index: 1
            ).event),
        Line(
            "add far behind the end", Given.open, AddSegment(plan: brief, index: Int.max).command,
            then: SegmentAdded(
                segment: "s17", kind: .pause, title: "Tea", timeboxSeconds: 600, note: "Hall\n\nleft", index: 4
            ).event),
        Line(
            "add before the beginning", Given.open, AddSegment(plan: brief, index: Int.min).command,
            then: SegmentAdded(
                segment: "s17", kind: .pause, title: "Tea", timeboxSeconds: 600, note: "Hall\n\nleft", index: 0
            ).event),
        Line(
            "add with a speaker and a note of the lead's own", Given.planned,
            AddSegment(
                plan: SegmentPlan(
                    kind: .talk, title: "T", timeboxSeconds: 60, speaker: " Siân  Bevan ", leadNote: " Ask\nHuw "),
                index: 0
            ).command,
            then: SegmentAdded(
                segment: "s8", kind: .talk, title: "T", timeboxSeconds: 60, note: nil, index: 0,
                speaker: "Siân Bevan", leadNote: "Ask\nHuw"
            ).event),
        Line(
            "a speaker is taken away", Given.planned, EditSegment(segment: "s2", plan: brief).command,
            then: SegmentEdited(
                segment: "s2", kind: .pause, title: "Tea", timeboxSeconds: 600, note: "Hall\n\nleft"
            ).event),
        Line("add too short a one", Given.open, AddSegment(plan: short, index: 0).command, refused: bounds),
        Line("add one without a title", Given.open, AddSegment(plan: bare, index: 0).command, refused: .textMissing),
        Line(
            "add one with a novel", Given.open, AddSegment(plan: wordy, index: 0).command,
            refused: .textTooLong(limit: Limits.noteLength)),
        Line(
            "add one too many", full, AddSegment(plan: brief, index: 0).command,
            refused: .tooMany(limit: Limits.segments)),
        Line("add when it is over", Given.ended, AddSegment(plan: brief, index: 0).command, refused: .meetingOver),
        Line(
            "a participant adds", Given.open, by: "ann", AddSegment(plan: brief, index: 0).command,
            refused: .notAllowed(needs: .lead)),
        Line(
            "edit the open one", Given.checkIn, EditSegment(segment: "s2", plan: brief).command,
            then: SegmentEdited(
                segment: "s2", kind: .pause, title: "Tea", timeboxSeconds: 600, note: "Hall\n\nleft"
            ).event),
        Line("edit what is over", Given.talk, EditSegment(segment: "s2", plan: brief).command, refused: .closed),
        Line("edit nothing", Given.open, EditSegment(segment: "s99", plan: brief).command, refused: .notFound),
        Line("edit to too short", Given.open, EditSegment(segment: "s2", plan: short).command, refused: bounds),
        Line("edit the title away", Given.open, EditSegment(segment: "s2", plan: bare).command, refused: .textMissing),
        Line(
            "move", Given.open, MoveSegment(segment: "s2", index: 2).command,
            then: SegmentMoved(segment: "s2", index: 2).event),
        Line(
            "move far behind the end", Given.open, MoveSegment(segment: "s2", index: 99).command,
            then: SegmentMoved(segment: "s2", index: 3).event),
        Line("move to where it is", Given.open, MoveSegment(segment: "s2", index: -5).command, refused: .alreadySo),
        Line("move nothing", Given.open, MoveSegment(segment: "s99", index: 0).command, refused: .notFound),
        Line("remove", Given.open, RemoveSegment(segment: "s2").command, then: SegmentRemoved(segment: "s2").event),
        Line("remove the open one", Given.checkIn, RemoveSegment(segment: "s2").command, refused: .closed),
        Line("remove what has begun", Given.talk, RemoveSegment(segment: "s2").command, refused: .closed),
        Line("remove nothing", Given.open, RemoveSegment(segment: "s99").command, refused: .notFound),
    ])
    func editing(_ line: Line) { line.check() }

    @Test("edits show in the agenda, in their order")
    func editsAreApplied() {
        let room = Given.checkIn.after(AddSegment(plan: Self.brief, index: 1).command)
            .after(MoveSegment(segment: "s2", index: 3).command).after(RemoveSegment(segment: "s4").command)
            .after(EditSegment(segment: "s5", plan: Self.brief).command)
        #expect(room.agenda.map(\.id) == ["s18", "s3", "s2", "s5"])
        #expect(room.agenda.last?.title == "Tea")
        #expect(room.agenda.last?.kind == .pause)
        #expect(room.agenda.last?.note == "Hall\n\nleft")
        #expect(room.agenda.last?.timeboxSeconds == 600)
        #expect(room.segment?.id == "s2")
    }

    @Test("a segment that was added in a running meeting gets an identifier nobody had")
    func identifiersAreFresh() {
        let room = Given.open.after(AddSegment(plan: Self.brief, index: 0).command).after(
            RemoveSegment(segment: "s17").command
        )
        .after(AddSegment(plan: Self.brief, index: 0).command)
        #expect(Set(room.agenda.map(\.id)).count == room.agenda.count)
        #expect(room.agenda.first?.id == "s19")
    }
}
