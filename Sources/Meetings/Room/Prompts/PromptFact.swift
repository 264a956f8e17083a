// Knows the facts of reflection prompts, and all that each declares; those of answers are in ResponseFact.

/// A fact of reflection prompts.
public enum PromptFact: Equatable, Sendable {
    case promptPrepared(PromptPrepared)
    case promptEdited(PromptEdited)
    case promptRemoved(PromptRemoved)
    case promptOpened(PromptOpened)
    case promptExtended(PromptExtended)
    case promptClosed(PromptClosed)
    case promptRevealed(PromptRevealed)
    case responseSaved(ResponseSaved)
    case responseRevealed(ResponseRevealed)
    case responseWithdrawn(ResponseWithdrawn)
    case responseStarred(ResponseStarred)
    case responseUnstarred(ResponseUnstarred)
    case responseShown(ResponseShown)
    case answersSealed(AnswersSealed)
    case answersRevealed(AnswersRevealed)
    case responsesClustered(ResponsesClustered)
    case clusterShown(ClusterShown)

    /// The names of these facts in the log and on the wire.
    public enum Kind: String, CaseIterable, Sendable {
        case promptPrepared, promptEdited, promptRemoved, promptOpened, promptExtended, promptClosed, promptRevealed,
            responseSaved, responseRevealed, responseWithdrawn, responseStarred, responseUnstarred, responseShown,
            responsesClustered, clusterShown, answersSealed, answersRevealed

        public var type: any RoomFact.Type {
            switch self {
            case .promptPrepared: PromptPrepared.self
            case .promptEdited: PromptEdited.self
            case .promptRemoved: PromptRemoved.self
            case .promptOpened: PromptOpened.self
            case .promptExtended: PromptExtended.self
            case .promptClosed: PromptClosed.self
            case .promptRevealed: PromptRevealed.self
            case .responseSaved: ResponseSaved.self
            case .responseRevealed: ResponseRevealed.self
            case .responseWithdrawn: ResponseWithdrawn.self
            case .responseStarred: ResponseStarred.self
            case .responseUnstarred: ResponseUnstarred.self
            case .responseShown: ResponseShown.self
            case .answersSealed: AnswersSealed.self
            case .answersRevealed: AnswersRevealed.self
            case .responsesClustered: ResponsesClustered.self
            case .clusterShown: ClusterShown.self
            }
        }
    }

    public var fact: any RoomFact {
        switch self {
        case .promptPrepared(let fact): fact
        case .promptEdited(let fact): fact
        case .promptRemoved(let fact): fact
        case .promptOpened(let fact): fact
        case .promptExtended(let fact): fact
        case .promptClosed(let fact): fact
        case .promptRevealed(let fact): fact
        case .responseSaved(let fact): fact
        case .responseRevealed(let fact): fact
        case .responseWithdrawn(let fact): fact
        case .responseStarred(let fact): fact
        case .responseUnstarred(let fact): fact
        case .responseShown(let fact): fact
        case .answersSealed(let fact): fact
        case .answersRevealed(let fact): fact
        case .responsesClustered(let fact): fact
        case .clusterShown(let fact): fact
        }
    }
}

/// The meeting has one prompt more.
public struct PromptPrepared: RoomFact {
    public var prompt: PromptID
    public var segment: SegmentID?
    public var kind: PromptKind
    public var text: String?
    public var purpose: String?
    public var choices: [String]?
    public var isMultiple: Bool
    public var circle: Circle
    public var seconds: Int?
    public var key: String?

    public static let kept = Kept<Self>(
        PromptFact.Kind.promptPrepared, .first, ages: .work,
        fields: Fields(
            names: [], words: [CodingKeys.text, CodingKeys.purpose, CodingKeys.choices], codes: [CodingKeys.key],
            people: []), whose: .actor, object: .nothing,
        erases: .nothing)
    public static let told = Told<Self>(
        leads: .whole, participants: .nothing, guests: .nothing, walls: .nothing, group: .everybody,
        follows: .nothing)
    public var event: Event { .prompts(.promptPrepared(self)) }
}

/// A prompt reads differently.
public struct PromptEdited: RoomFact {
    public var prompt: PromptID
    public var segment: SegmentID?
    public var kind: PromptKind
    public var text: String?
    public var purpose: String?
    public var choices: [String]?
    public var isMultiple: Bool
    public var circle: Circle
    public var seconds: Int?
    public var key: String?

    public static let kept = Kept<Self>(
        PromptFact.Kind.promptEdited, .first, ages: .work,
        fields: Fields(
            names: [], words: [CodingKeys.text, CodingKeys.purpose, CodingKeys.choices], codes: [CodingKeys.key],
            people: []), whose: .actor, object: .nothing,
        erases: .nothing)
    public static let told = Told<Self>(
        leads: .whole, participants: .nothing, guests: .nothing, walls: .nothing, group: .everybody,
        follows: .nothing)
    public var event: Event { .prompts(.promptEdited(self)) }
}

/// A prompt that was not asked is gone.
public struct PromptRemoved: RoomFact {
    public var prompt: PromptID

    public static let kept = Kept<Self>(
        PromptFact.Kind.promptRemoved, .first, ages: .work,
        fields: .plain, whose: .actor, object: .nothing,
        erases: .nothing)
    public static let told = Told<Self>(
        leads: .whole, participants: .nothing, guests: .nothing, walls: .nothing, group: .everybody,
        follows: .nothing)
    public var event: Event { .prompts(.promptRemoved(self)) }
}

/// A prompt is asked. It carries what is asked: until now only leads knew.
public struct PromptOpened: RoomFact {
    public var prompt: PromptID
    public var segment: SegmentID?
    public var kind: PromptKind
    public var text: String?
    public var choices: [String]?
    public var isMultiple: Bool
    public var circle: Circle
    public var deadline: Instant?
    /// True where one may answer as a student would.
    public var hasHat: Bool?

    public static let kept = Kept<Self>(
        PromptFact.Kind.promptOpened, .first, ages: .work,
        fields: Fields(
            names: [], words: [CodingKeys.text, CodingKeys.choices], codes: [], people: []), whose: .actor,
        object: .nothing,
        erases: .nothing)
    public static let told = Told<Self>(
        leads: .whole, participants: .whole, guests: .nothing, walls: .whole, group: .everybody,
        follows: .nothing)
    public var event: Event { .prompts(.promptOpened(self)) }
}

/// There is more time to write.
public struct PromptExtended: RoomFact {
    public var prompt: PromptID
    public var deadline: Instant

    public static let kept = Kept<Self>(
        PromptFact.Kind.promptExtended, .first, ages: .work,
        fields: .plain, whose: .actor, object: .nothing,
        erases: .nothing)
    public static let told = Told<Self>(
        leads: .whole, participants: .whole, guests: .nothing, walls: .whole, group: .everybody,
        follows: .nothing)
    public var event: Event { .prompts(.promptExtended(self)) }
}

/// The writing has ended.
public struct PromptClosed: RoomFact {
    public var prompt: PromptID

    public static let kept = Kept<Self>(
        PromptFact.Kind.promptClosed, .first, ages: .work,
        fields: .plain, whose: .actor, object: .nothing,
        erases: .nothing)
    public static let told = Told<Self>(
        leads: .whole, participants: .whole, guests: .nothing, walls: .whole, group: .everybody,
        follows: .of { [.promptClosed($0.prompt)] })
    public var event: Event { .prompts(.promptClosed(self)) }
}

/// The answers are shown: each comes with a fact of its own, and walls count them now.
public struct PromptRevealed: RoomFact {
    public var prompt: PromptID
    /// What changed since the same was asked at the start, one a sentence.
    public var change: [ConfidenceChange]?

    public static let kept = Kept<Self>(
        PromptFact.Kind.promptRevealed, .first, ages: .work,
        fields: .plain, whose: .actor, object: .nothing,
        erases: .nothing)
    public static let told = Told<Self>(
        leads: .whole, participants: .whole, guests: .nothing, walls: .whole, group: .everybody,
        follows: .of { _ in [.wallsAnew] })
    public var event: Event { .prompts(.promptRevealed(self)) }
}
