// Knows the wishes that concern the question wall, each with its row of rights.

/// A wish that concerns the question wall.
public enum QuestionCommand: Equatable, Sendable {
    case askQuestion(AskQuestion)
    case supportQuestion(SupportQuestion)
    case markAnswered(MarkAnswered)
    case hideQuestion(HideQuestion)

    /// The names of these wishes on the wire.
    public enum Kind: String, CaseIterable, Sendable {
        case askQuestion, supportQuestion, markAnswered, hideQuestion

        public var type: any RoomWish.Type {
            switch self {
            case .askQuestion: AskQuestion.self
            case .supportQuestion: SupportQuestion.self
            case .markAnswered: MarkAnswered.self
            case .hideQuestion: HideQuestion.self
            }
        }
    }

    public var wish: any RoomWish {
        switch self {
        case .askQuestion(let wish): wish
        case .supportQuestion(let wish): wish
        case .markAnswered(let wish): wish
        case .hideQuestion(let wish): wish
        }
    }
}

/// Asks the speaker.
public struct AskQuestion: RoomWish {
    public var text: String

    public static let granted = Granted<Self>(
        QuestionCommand.Kind.askQuestion, in: [.open], own: .voices, other: .nobody, scribe: false, forOthers: true,
        about: .nothing)
    public var command: Command { .questions(.askQuestion(self)) }

    public init(text: String) {
        self.text = text
    }
}

/// Would like to hear the answer too.
public struct SupportQuestion: RoomWish {
    public var question: QuestionID

    public static let granted = Granted<Self>(
        QuestionCommand.Kind.supportQuestion, in: [.open], own: .voices, other: .nobody, scribe: false, forOthers: true,
        about: .nothing)
    public var command: Command { .questions(.supportQuestion(self)) }

    public init(question: QuestionID) {
        self.question = question
    }
}

/// Ticks a question off.
public struct MarkAnswered: RoomWish {
    public var question: QuestionID

    public static let granted = Granted<Self>(
        QuestionCommand.Kind.markAnswered, in: [.open], own: .hosts, other: .nobody, scribe: false, forOthers: false,
        about: .nothing)
    public var command: Command { .questions(.markAnswered(self)) }

    public init(question: QuestionID) {
        self.question = question
    }
}

/// Hides a question.
public struct HideQuestion: RoomWish {
    public var question: QuestionID

    public static let granted = Granted<Self>(
        QuestionCommand.Kind.hideQuestion, in: [.open], own: .leads, other: .nobody, scribe: false, forOthers: false,
        about: .nothing)
    public var command: Command { .questions(.hideQuestion(self)) }

    public init(question: QuestionID) {
        self.question = question
    }
}
