// Knows the facts of anonymous answers, and all that each declares. Until all are shown nobody is told more than how
// many there are, and that only from some on; nothing ever says which is whose.

/// The answers of a closed anonymous prompt lie together. Who answered is said once, here, for the figures: in the order
/// of identifiers, at the time of the closing, beside no answer.
public struct AnswersSealed: RoomFact {
    public var prompt: PromptID
    /// For nobody who is connected.
    public var people: [PersonID]?
    /// Nil where there are fewer than `Limits.fewestAnonymous`, for those who are told.
    public var count: Int?

    public static let kept = Kept<Self>(
        PromptFact.Kind.answersSealed, .first, ages: .work,
        fields: Fields(names: [], words: [], codes: [], people: [CodingKeys.people]), whose: .nobody,
        object: .nothing,
        erases: .nothing)
    public static let told = Told<Self>(
        leads: .part { $0.countedOnly }, participants: .part { $0.countedOnly }, guests: .nothing,
        walls: .part { $0.countedOnly }, group: .everybody,
        follows: .nothing)
    public var event: Event { .prompts(.answersSealed(self)) }
}

/// Anonymous answers are shown, shuffled and all at one moment, or there were too few. It takes away what was kept of
/// them apart from the log.
public struct AnswersRevealed: RoomFact {
    public var prompt: PromptID
    /// One for each answer, in their order.
    public var responses: [ResponseID]
    public var answers: [PromptAnswer]?
    /// Whether nobody is shown any, because there are fewer than `Limits.fewestAnonymous`.
    public var isTooFew: Bool

    public static let kept = Kept<Self>(
        PromptFact.Kind.answersRevealed, .first, ages: .work,
        fields: Fields(names: [], words: [CodingKeys.answers], codes: [], people: []), whose: .nobody,
        object: .nothing,
        erases: .of { .answers($0.prompt.rawValue) })
    public static let told = Told<Self>(
        leads: .whole, participants: .whole, guests: .nothing, walls: .part { $0.forWalls }, group: .everybody,
        follows: .nothing)
    public var event: Event { .prompts(.answersRevealed(self)) }
}

extension AnswersSealed {
    /// How many there are, where that may be said.
    var told: Int? { count.flatMap { $0 < Limits.fewestAnonymous ? nil : $0 } }

    fileprivate var countedOnly: AnswersSealed? { AnswersSealed(prompt: prompt, people: nil, count: told) }
}

extension AnswersRevealed {
    /// A wall is shown sums, and what a lead brings there; it is shown the room anew right afterwards.
    fileprivate var forWalls: AnswersRevealed? {
        AnswersRevealed(prompt: prompt, responses: [], answers: nil, isTooFew: isTooFew)
    }
}
