// Knows what is promised of editing an agenda, before and during a meeting.

import Meetings
import Testing

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
            .segmentAdded(
                segment: SegmentID(rawValue: "x\($0)"), kind: .talk, title: "T", timeboxSeconds: 60, note: nil,
                index: $0)
        }, at: Given.open.at)

    @Test(arguments: [
        Line(
            "add with text made fit", Given.planned, .addSegment(plan: brief, index: 1),
            then: .segmentAdded(
                segment: "s8", kind: .pause, title: "Tea", timeboxSeconds: 600, note: "Hall\n\nleft", index: 1)),
        Line(
            "add far behind the end", Given.open, .addSegment(plan: brief, index: Int.max),
            then: .segmentAdded(
                segment: "s17", kind: .pause, title: "Tea", timeboxSeconds: 600, note: "Hall\n\nleft", index: 4)),
        Line(
            "add before the beginning", Given.open, .addSegment(plan: brief, index: Int.min),
            then: .segmentAdded(
                segment: "s17", kind: .pause, title: "Tea", timeboxSeconds: 600, note: "Hall\n\nleft", index: 0)),
        Line("add too short a one", Given.open, .addSegment(plan: short, index: 0), refused: bounds),
        Line("add one without a title", Given.open, .addSegment(plan: bare, index: 0), refused: .textMissing),
        Line(
            "add one with a novel", Given.open, .addSegment(plan: wordy, index: 0),
            refused: .textTooLong(limit: Limits.noteLength)),
        Line(
            "add one too many", full, .addSegment(plan: brief, index: 0), refused: .tooMany(limit: Limits.segments)),
        Line("add when it is over", Given.ended, .addSegment(plan: brief, index: 0), refused: .meetingOver),
        Line(
            "a participant adds", Given.open, by: "ann", .addSegment(plan: brief, index: 0),
            refused: .notAllowed(needs: .lead)),
        Line(
            "edit the open one", Given.checkIn, .editSegment(segment: "s2", plan: brief),
            then: .segmentEdited(
                segment: "s2", kind: .pause, title: "Tea", timeboxSeconds: 600, note: "Hall\n\nleft")),
        Line("edit what is over", Given.talk, .editSegment(segment: "s2", plan: brief), refused: .closed),
        Line("edit nothing", Given.open, .editSegment(segment: "s99", plan: brief), refused: .notFound),
        Line("edit to too short", Given.open, .editSegment(segment: "s2", plan: short), refused: bounds),
        Line("edit the title away", Given.open, .editSegment(segment: "s2", plan: bare), refused: .textMissing),
        Line(
            "move", Given.open, .moveSegment(segment: "s2", index: 2), then: .segmentMoved(segment: "s2", index: 2)),
        Line(
            "move far behind the end", Given.open, .moveSegment(segment: "s2", index: 99),
            then: .segmentMoved(segment: "s2", index: 3)),
        Line("move to where it is", Given.open, .moveSegment(segment: "s2", index: -5), refused: .alreadySo),
        Line("move nothing", Given.open, .moveSegment(segment: "s99", index: 0), refused: .notFound),
        Line("remove", Given.open, .removeSegment(segment: "s2"), then: .segmentRemoved(segment: "s2")),
        Line("remove the open one", Given.checkIn, .removeSegment(segment: "s2"), refused: .closed),
        Line("remove what has begun", Given.talk, .removeSegment(segment: "s2"), refused: .closed),
        Line("remove nothing", Given.open, .removeSegment(segment: "s99"), refused: .notFound),
    ])
    func editing(_ line: Line) { line.check() }

    @Test("edits show in the agenda, in their order")
    func editsAreApplied() {
        let room = Given.checkIn.after(.addSegment(plan: Self.brief, index: 1))
            .after(.moveSegment(segment: "s2", index: 3)).after(.removeSegment(segment: "s4"))
            .after(.editSegment(segment: "s5", plan: Self.brief))
        #expect(room.agenda.map(\.id) == ["s18", "s3", "s2", "s5"])
        #expect(room.agenda.last?.title == "Tea")
        #expect(room.agenda.last?.kind == .pause)
        #expect(room.agenda.last?.note == "Hall\n\nleft")
        #expect(room.agenda.last?.timeboxSeconds == 600)
        #expect(room.segment?.id == "s2")
    }

    @Test("a segment that was added in a running meeting gets an identifier nobody had")
    func identifiersAreFresh() {
        let room = Given.open.after(.addSegment(plan: Self.brief, index: 0)).after(.removeSegment(segment: "s17"))
            .after(.addSegment(plan: Self.brief, index: 0))
        #expect(Set(room.agenda.map(\.id)).count == room.agenda.count)
        #expect(room.agenda.first?.id == "s19")
    }
}
