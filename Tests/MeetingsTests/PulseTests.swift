// Knows what is promised of the pulse: it opens after a talk, counts at once, and closes.

import Meetings
import Testing

@Suite struct PulseTests {
    private static let answered = Given.reflection.after(.answerPulse(pulse: "u21", answer: .nearly), by: "ann")
    private static let closed = Given.reflection.after(.closePulse(pulse: "u21"))

    @Test(arguments: [
        Line(
            "answer", Given.reflection, by: "ann", .answerPulse(pulse: "u21", answer: .lost),
            then: .pulseAnswered(pulse: "u21", person: "ann", answer: .lost, previous: nil)),
        Line(
            "think again", answered, by: "ann", .answerPulse(pulse: "u21", answer: .gotIt),
            then: .pulseAnswered(pulse: "u21", person: "ann", answer: .gotIt, previous: .nearly)),
        Line("the same again", answered, by: "ann", .answerPulse(pulse: "u21", answer: .nearly), refused: .alreadySo),
        Line("answer what is closed", closed, by: "ann", .answerPulse(pulse: "u21", answer: .lost), refused: .closed),
        Line("answer nothing", Given.talk, by: "ann", .answerPulse(pulse: "u21", answer: .lost), refused: .notFound),
        Line(
            "a guest answers", Given.reflection, by: "gus", .answerPulse(pulse: "u21", answer: .lost),
            refused: .notAllowed(needs: .lead)),
        Line("close", Given.reflection, .closePulse(pulse: "u21"), then: .pulseClosed(pulse: "u21")),
        Line("close twice", closed, .closePulse(pulse: "u21"), refused: .closed),
        Line("close nothing", Given.talk, .closePulse(pulse: "u1"), refused: .notFound),
        Line(
            "a participant closes", Given.reflection, by: "ann", .closePulse(pulse: "u21"),
            refused: .notAllowed(needs: .lead)),
        Line(
            "it closes with the next segment", Given.reflection, .openNext, then: .pulseClosed(pulse: "u21"),
            .segmentEnded(segment: "s4"), .segmentOpened(segment: "s5")),
        Line(
            "no pulse after a talk if nobody wants it",
            Given.talk.after(.setOptions(options: Options(pulseAfterTalk: false))),
            .openNext, then: .segmentEnded(segment: "s3"), .segmentOpened(segment: "s4")),
        Line(
            "no pulse after a talk that was skipped", Given.talk, .skipSegment(segment: "s3", isConfirmed: false),
            then: .segmentSkipped(segment: "s3"), .segmentOpened(segment: "s4")),
        Line(
            "a second talk closes the first pulse and opens its own, by its place in the log",
            Given.reflection.after(.openSegment(segment: "s3")), .openNext, then: .segmentEnded(segment: "s3"),
            .pulseOpened(pulse: "u27", segment: "s3"), .segmentOpened(segment: "s5")),
    ])
    func pulse(_ line: Line) { line.check() }

    @Test("each person counts once, with their last answer")
    func counts() throws {
        let room = Self.answered.after(.answerPulse(pulse: "u21", answer: .nearly), by: "bob")
            .after(.answerPulse(pulse: "u21", answer: .gotIt), by: "ann")
        let pulse = try #require(room.pulses.first)
        #expect(pulse.counts == ["nearly": 1, "got_it": 1])
        #expect(pulse.answers == ["ann": .gotIt, "bob": .nearly])
        #expect(pulse.segment == "s3")
        #expect(room.after(.closePulse(pulse: "u21")).pulses.first?.closedAt == room.at + 1_000)
    }

    @Test("an answer whose person is not told counts all the same")
    func anonymousAnswer() {
        let room = Given.reflection.after(
            .pulseAnswered(pulse: "u21", person: nil, answer: .lost, previous: nil),
            .pulseAnswered(pulse: "u21", person: nil, answer: .nearly, previous: .lost))
        #expect(room.pulses.first?.counts == ["nearly": 1])
        #expect(room.pulses.first?.answers.isEmpty == true)
    }
}
