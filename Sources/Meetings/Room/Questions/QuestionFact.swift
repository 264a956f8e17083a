// Knows the facts of the question wall, and all that each declares.

/// A fact of the question wall.
public enum QuestionFact: Equatable, Sendable {
    case questionAsked(QuestionAsked)
    case questionSupported(QuestionSupported)
    case questionAnswered(QuestionAnswered)
    case questionHidden(QuestionHidden)

    /// The names of these facts in the log and on the wire.
    public enum Kind: String, CaseIterable, Sendable {
        case questionAsked, questionSupported, questionAnswered, questionHidden

        public var type: any RoomFact.Type {
            switch self {
            case .questionAsked: QuestionAsked.self
            case .questionSupported: QuestionSupported.self
            case .questionAnswered: QuestionAnswered.self
            case .questionHidden: QuestionHidden.self
            }
        }
    }

    public var fact: any RoomFact {
        switch self {
        case .questionAsked(let fact): fact
        case .questionSupported(let fact): fact
        case .questionAnswered(let fact): fact
        case .questionHidden(let fact): fact
        }
    }
}

/// Somebody asked the speaker.
public struct QuestionAsked: RoomFact {
    public var question: QuestionID
    public var person: PersonID
    public var name: String?
    public var text: String?
    public var words: Int
    public var source: Source?

    public static let kept = Kept<Self>(
        QuestionFact.Kind.questionAsked, .first, ages: .talk,
        fields: Fields(names: [CodingKeys.name], words: [CodingKeys.text], codes: [], people: []),
        whose: .person { $0.person }, object: .of { $0.question.rawValue }, erases: .nothing)
    public static let told = Told<Self>(
        leads: .whole, participants: .whole, guests: .part { $0.firstNamed }, walls: .part { $0.firstNamed },
        group: .everybody,
        follows: .nothing)
    public var event: Event { .questions(.questionAsked(self)) }
}

/// Somebody would like to hear the answer too.
public struct QuestionSupported: RoomFact {
    public var question: QuestionID
    public var person: PersonID
    public var source: Source?

    public static let kept = Kept<Self>(
        QuestionFact.Kind.questionSupported, .first, ages: .talk, fields: .plain, whose: .person { $0.person },
        object: .of { $0.question.rawValue }, erases: .nothing)
    public static let told = Told<Self>(
        leads: .whole, participants: .whole, guests: .part { $0.unnamed }, walls: .part { $0.unnamed },
        group: .everybody,
        follows: .nothing)
    public var event: Event { .questions(.questionSupported(self)) }
}

/// A question was answered.
public struct QuestionAnswered: RoomFact {
    public var question: QuestionID

    public static let kept = Kept<Self>(
        QuestionFact.Kind.questionAnswered, .first, ages: .talk, fields: .plain, whose: .actor,
        object: .of { $0.question.rawValue },
        erases: .nothing)
    public static let told = Told<Self>(
        leads: .whole, participants: .whole, guests: .whole, walls: .whole, group: .everybody, follows: .nothing)
    public var event: Event { .questions(.questionAnswered(self)) }
}

/// A lead hid a question.
public struct QuestionHidden: RoomFact {
    public var question: QuestionID

    public static let kept = Kept<Self>(
        QuestionFact.Kind.questionHidden, .first, ages: .talk, fields: .plain, whose: .actor,
        object: .of { $0.question.rawValue },
        erases: .nothing)
    public static let told = Told<Self>(
        leads: .whole, participants: .whole, guests: .whole, walls: .whole, group: .everybody,
        follows: .of { [.takenBack(object: $0.question.rawValue, from: .allButLeads)] })
    public var event: Event { .questions(.questionHidden(self)) }
}

extension QuestionAsked {
    /// What guests and walls see: a first name and nobody's identifier.
    fileprivate var firstNamed: QuestionAsked? {
        QuestionAsked(question: question, person: .counted, name: Text.firstName(name), text: text, words: words)
    }
}

extension QuestionSupported {
    fileprivate var unnamed: QuestionSupported? { QuestionSupported(question: question, person: .counted) }
}
