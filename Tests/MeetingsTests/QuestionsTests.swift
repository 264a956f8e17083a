// Knows what is promised of the question wall.

import Testing

@testable import Meetings

@Suite struct QuestionsTests {
    private static let hidden = Given.wall.after(HideQuestion(question: "q17").command)
    private static let answered = Given.wall.after(MarkAnswered(question: "q17").command, by: "gus")
    private static let supported = Given.wall.after(SupportQuestion(question: "q17").command, by: "bob")
    /// So many questions of a person, or each of somebody else.
    private static func asked(_ count: Int, by person: PersonID? = nil) -> Room {
        Given.open.after(
            (0..<count).map { index in
                QuestionAsked(
                    question: QuestionID(rawValue: "x\(index)"), person: person ?? PersonID(rawValue: "p\(index)"),
                    name: nil, text: "x", words: 1
                ).event
            }, at: Given.open.at)
    }
    private static let forLeads = Share.questions.all - Share.questions.forLeads

    @Test(arguments: [
        Line(
            "ask", Given.open, by: "ann", AskQuestion(text: " How  does\nit work? ").command,
            then: QuestionAsked(
                question: "q17", person: "ann", name: "ann", text: "How does\nit work?", words: 4
            ).event),
        Line("ask nothing", Given.open, by: "ann", AskQuestion(text: " ").command, refused: .textMissing),
        Line(
            "ask a novel", Given.open, by: "ann",
            AskQuestion(text: String(repeating: "x", count: Limits.questionLength + 1)).command,
            refused: .textTooLong(limit: Limits.questionLength)),
        Line(
            "ask what is kept for leads", asked(forLeads), by: "ann", AskQuestion(text: "x").command,
            refused: .tooMany(limit: forLeads)),
        Line(
            "ask more than one's share", asked(Share.questions.each, by: "ann"), by: "ann",
            AskQuestion(text: "x").command, refused: .tooMany(limit: Share.questions.each)),
        Line(
            "a lead asks one too many", asked(Limits.questions), by: "lea", AskQuestion(text: "x").command,
            refused: .tooMany(limit: Limits.questions)),
        Line("a guest asks", Given.open, by: "gus", AskQuestion(text: "x").command, refused: .notAllowed(needs: .lead)),
        Line("ask after the end", Given.ended, by: "ann", AskQuestion(text: "x").command, refused: .meetingOver),
        Line(
            "support", Given.wall, by: "bob", SupportQuestion(question: "q17").command,
            then: QuestionSupported(question: "q17", person: "bob").event),
        Line("support twice", supported, by: "bob", SupportQuestion(question: "q17").command, refused: .alreadySo),
        Line("support one's own", Given.wall, by: "ann", SupportQuestion(question: "q17").command, refused: .alreadySo),
        Line("support what is hidden", hidden, by: "bob", SupportQuestion(question: "q17").command, refused: .closed),
        Line("support nothing", Given.wall, by: "bob", SupportQuestion(question: "q99").command, refused: .notFound),
        Line(
            "the guest ticks off", Given.wall, by: "gus", MarkAnswered(question: "q17").command,
            then: QuestionAnswered(question: "q17").event),
        Line("tick off twice", answered, MarkAnswered(question: "q17").command, refused: .alreadySo),
        Line("tick off what is hidden", hidden, MarkAnswered(question: "q17").command, refused: .closed),
        Line("tick off nothing", Given.wall, MarkAnswered(question: "q99").command, refused: .notFound),
        Line(
            "a participant ticks off", Given.wall, by: "ann", MarkAnswered(question: "q17").command,
            refused: .notAllowed(needs: .lead)),
        Line("hide", Given.wall, HideQuestion(question: "q17").command, then: QuestionHidden(question: "q17").event),
        Line("hide twice", hidden, HideQuestion(question: "q17").command, refused: .closed),
        Line(
            "the guest hides", Given.wall, by: "gus", HideQuestion(question: "q17").command,
            refused: .notAllowed(needs: .lead)
        ),
    ])
    func questions(_ line: Line) { line.check() }

    @Test("others and leads can still ask when somebody has filled their share")
    func shares() throws {
        let (mine, kept) = (Self.asked(Share.questions.each, by: "ann"), Self.asked(Self.forLeads))
        let ask = AskQuestion(text: "x").command
        #expect(try mine.decide(ask, Context(actor: .person("bob"), at: mine.at)).count == 1)
        #expect(try kept.decide(ask, Context(actor: .person("lea"), at: kept.at)).count == 1)
    }

    @Test("what happened to a question shows in it")
    func questionsAreApplied() {
        #expect(Self.supported.questions.first?.supporters == ["bob"])
        #expect(Self.answered.questions.first?.isAnswered == true)
        #expect(Self.hidden.questions.first?.isHidden == true)
        #expect(Self.hidden.questions.first?.isAnswered == false)
    }
}
