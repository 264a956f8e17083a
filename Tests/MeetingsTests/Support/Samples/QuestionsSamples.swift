// Knows samples of the facet `questions`: each wish and fact with every field filled, who may, and a wish that would succeed
// or that is drawn. A kind that is left out does not build.

@testable import Meetings

extension QuestionCommand.Kind: SampledWish {
    var sample: Command {
        switch self {
        case .askQuestion: AskQuestion(text: "Why a resistor?").command
        case .supportQuestion: SupportQuestion(question: "q50").command
        case .markAnswered: MarkAnswered(question: "q50").command
        case .hideQuestion: HideQuestion(question: "q50").command
        }
    }

    var expected: ExpectedRights {
        switch self {
        case .askQuestion: "O TPLC - -"
        case .supportQuestion: "O TPLC - -"
        case .markAnswered: "O GLC - -"
        case .hideQuestion: "O LC - -"
        }
    }

    func inScene(_ id: PersonID) -> Command {
        switch self {
        case .supportQuestion: SupportQuestion(question: "q1").command
        case .markAnswered: MarkAnswered(question: "q1").command
        case .hideQuestion: HideQuestion(question: "q1").command
        case .askQuestion: sample
        }
    }
}

extension QuestionFact.Kind: SampledFact {
    var sample: Event {
        switch self {
        case .questionAsked:
            QuestionAsked(question: "q50", person: "p7", name: "Siân", text: "Why a resistor?", words: 3).event
        case .questionSupported: QuestionSupported(question: "q50", person: "p7").event
        case .questionAnswered: QuestionAnswered(question: "q50").event
        case .questionHidden: QuestionHidden(question: "q50").event
        }
    }
}

extension SplitMix64 {
    /// A wish of that kind; what it names is mostly there.
    mutating func command(_ kind: QuestionCommand.Kind, _ room: Room, _ people: [PersonID]) -> Command {
        switch kind {
        case .askQuestion: return AskQuestion(text: text()).command
        case .supportQuestion: return SupportQuestion(question: question(room)).command
        case .markAnswered: return MarkAnswered(question: question(room)).command
        case .hideQuestion: return HideQuestion(question: question(room)).command
        }
    }
}
