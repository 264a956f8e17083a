// Knows what is promised of the pulse: it opens after a talk, counts at once, and closes.

import Testing

@testable import Meetings

@Suite struct PulseTests {
    private static let answered = Given.reflection.after(AnswerPulse(pulse: "u21", answer: .nearly).command, by: "ann")
    private static let closed = Given.reflection.after(ClosePulse(pulse: "u21").command)

    @Test(arguments: [
        Line(
            "answer", Given.reflection, by: "ann", AnswerPulse(pulse: "u21", answer: .lost).command,
            then: PulseAnswered(pulse: "u21", person: "ann", answer: .lost, previous: nil).event),
        Line(
            "think again", answered, by: "ann", AnswerPulse(pulse: "u21", answer: .gotIt).command,
            then: PulseAnswered(pulse: "u21", person: "ann", answer: .gotIt, previous: .nearly).event),
        Line(
            "the same again", answered, by: "ann", AnswerPulse(pulse: "u21", answer: .nearly).command,
            refused: .alreadySo),
        Line(
            "answer what is closed", closed, by: "ann", AnswerPulse(pulse: "u21", answer: .lost).command,
            refused: .closed),
        Line(
            "answer nothing", Given.talk, by: "ann", AnswerPulse(pulse: "u21", answer: .lost).command,
            refused: .notFound),
        Line(
            "a guest answers", Given.reflection, by: "gus", AnswerPulse(pulse: "u21", answer: .lost).command,
            refused: .notAllowed(needs: .lead)),
        Line(
            "ask by hand about the segment that is open", Given.talk, OpenPulse().command,
            then: PulseOpened(pulse: "u20", segment: "s3").event),
        Line(
            "ask by hand about what was last", closed.after(OpenNext().command).after(OpenNext().command),
            OpenPulse().command, then: PulseOpened(pulse: "u27", segment: "s5").event),
        Line("ask by hand while one is open", Given.reflection, OpenPulse().command, refused: .alreadySo),
        Line("ask by hand before anything", Given.open, OpenPulse().command, refused: .notFound),
        Line(
            "a participant asks by hand", closed, by: "ann", OpenPulse().command,
            refused: .notAllowed(needs: .lead)),
        Line("close", Given.reflection, ClosePulse(pulse: "u21").command, then: PulseClosed(pulse: "u21").event),
        Line("close twice", closed, ClosePulse(pulse: "u21").command, refused: .closed),
        Line("close nothing", Given.talk, ClosePulse(pulse: "u1").command, refused: .notFound),
        Line(
            "a participant closes", Given.reflection, by: "ann", ClosePulse(pulse: "u21").command,
            refused: .notAllowed(needs: .lead)),
        Line(
            "it closes with the next segment", Given.reflection, OpenNext().command,
            then: PulseClosed(pulse: "u21").event,
            SegmentEnded(segment: "s4").event, SegmentOpened(segment: "s5").event),
        Line(
            "no pulse after a talk if nobody wants it",
            Given.talk.after(SetOptions(options: Options(pulseAfterTalk: false)).command),
            OpenNext().command, then: SegmentEnded(segment: "s3").event, SegmentOpened(segment: "s4").event),
        Line(
            "no pulse after a talk that was skipped", Given.talk,
            SkipSegment(segment: "s3", isConfirmed: false).command,
            then: SegmentSkipped(segment: "s3").event, SegmentOpened(segment: "s4").event),
        Line(
            "a second talk closes the first pulse and opens its own, by its place in the log",
            Given.reflection.after(OpenSegment(segment: "s3").command), OpenNext().command,
            then: SegmentEnded(segment: "s3").event,
            PulseOpened(pulse: "u27", segment: "s3").event, SegmentOpened(segment: "s5").event),
    ])
    func pulse(_ line: Line) { line.check() }

    @Test("each person counts once, with their last answer")
    func counts() throws {
        let room = Self.answered.after(AnswerPulse(pulse: "u21", answer: .nearly).command, by: "bob")
            .after(AnswerPulse(pulse: "u21", answer: .gotIt).command, by: "ann")
        let pulse = try #require(room.pulses.first)
        #expect(pulse.counts == ["nearly": 1, "got_it": 1])
        #expect(pulse.answers == ["ann": .gotIt, "bob": .nearly])
        #expect(pulse.segment == "s3")
        #expect(room.after(ClosePulse(pulse: "u21").command).pulses.first?.closedAt == room.at + 1_000)
    }

    @Test("an answer whose person is not told counts all the same")
    func anonymousAnswer() {
        let room = Given.reflection.after(
            PulseAnswered(pulse: "u21", person: nil, answer: .lost, previous: nil).event,
            PulseAnswered(pulse: "u21", person: nil, answer: .nearly, previous: .lost).event)
        #expect(room.pulses.first?.counts == ["nearly": 1])
        #expect(room.pulses.first?.answers.isEmpty == true)
    }
}
