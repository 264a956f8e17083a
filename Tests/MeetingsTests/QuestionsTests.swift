// Knows what is promised of the question wall.

import Meetings
import Testing

@Suite struct QuestionsTests {
    private static let hidden = Given.wall.after(.hideQuestion(question: "q17"))
    private static let answered = Given.wall.after(.markAnswered(question: "q17"), by: "gus")
    private static let supported = Given.wall.after(.supportQuestion(question: "q17"), by: "bob")
    private static let full = Given.open.after(
        (0..<Limits.questions).map {
            .questionAsked(question: QuestionID(rawValue: "x\($0)"), person: "ann", name: nil, text: "x", words: 1)
        }, at: Given.open.at)

    @Test(arguments: [
        Line(
            "ask", Given.open, by: "ann", .askQuestion(text: " How  does\nit work? "),
            then: .questionAsked(
                question: "q17", person: "ann", name: "ann", text: "How does\nit work?", words: 4)),
        Line("ask nothing", Given.open, by: "ann", .askQuestion(text: " "), refused: .textMissing),
        Line(
            "ask a novel", Given.open, by: "ann",
            .askQuestion(text: String(repeating: "x", count: Limits.questionLength + 1)),
            refused: .textTooLong(limit: Limits.questionLength)),
        Line(
            "ask one too many", full, by: "ann", .askQuestion(text: "x"), refused: .tooMany(limit: Limits.questions)),
        Line("a guest asks", Given.open, by: "gus", .askQuestion(text: "x"), refused: .notAllowed(needs: .lead)),
        Line("ask after the end", Given.ended, by: "ann", .askQuestion(text: "x"), refused: .meetingOver),
        Line(
            "support", Given.wall, by: "bob", .supportQuestion(question: "q17"),
            then: .questionSupported(question: "q17", person: "bob")),
        Line("support twice", supported, by: "bob", .supportQuestion(question: "q17"), refused: .alreadySo),
        Line("support one's own", Given.wall, by: "ann", .supportQuestion(question: "q17"), refused: .alreadySo),
        Line("support what is hidden", hidden, by: "bob", .supportQuestion(question: "q17"), refused: .closed),
        Line("support nothing", Given.wall, by: "bob", .supportQuestion(question: "q99"), refused: .notFound),
        Line(
            "the guest ticks off", Given.wall, by: "gus", .markAnswered(question: "q17"),
            then: .questionAnswered(question: "q17")),
        Line("tick off twice", answered, .markAnswered(question: "q17"), refused: .alreadySo),
        Line("tick off what is hidden", hidden, .markAnswered(question: "q17"), refused: .closed),
        Line("tick off nothing", Given.wall, .markAnswered(question: "q99"), refused: .notFound),
        Line(
            "a participant ticks off", Given.wall, by: "ann", .markAnswered(question: "q17"),
            refused: .notAllowed(needs: .lead)),
        Line("hide", Given.wall, .hideQuestion(question: "q17"), then: .questionHidden(question: "q17")),
        Line("hide twice", hidden, .hideQuestion(question: "q17"), refused: .closed),
        Line(
            "the guest hides", Given.wall, by: "gus", .hideQuestion(question: "q17"), refused: .notAllowed(needs: .lead)
        ),
    ])
    func questions(_ line: Line) { line.check() }

    @Test("what happened to a question shows in it")
    func questionsAreApplied() {
        #expect(Self.supported.questions.first?.supporters == ["bob"])
        #expect(Self.answered.questions.first?.isAnswered == true)
        #expect(Self.hidden.questions.first?.isHidden == true)
        #expect(Self.hidden.questions.first?.isAnswered == false)
    }
}
