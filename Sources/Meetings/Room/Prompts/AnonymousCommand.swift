// Knows the wishes that concern anonymous answers, each with its row of rights.

/// Answers an anonymous prompt, or answers it differently. It is not decided into facts: what is said stands in no log
/// until all answers are shown, and nobody's name ever stands with it.
public struct AnswerAnonymously: RoomWish {
    public var prompt: PromptID
    public var answer: PromptAnswer
    /// A secret that stays on the device, `Limits.answerTokenLength`: whoever has it may change the answer until the
    /// prompt is closed.
    public var token: String

    /// Nobody answers anonymously for somebody else: whoever taps would know what was said.
    public static let granted = Granted<Self>(
        PromptCommand.Kind.answerAnonymously, in: [.open], own: .members, other: .nobody, scribe: false,
        forOthers: false, about: .nothing)
    public var command: Command { .prompts(.answerAnonymously(self)) }

    public init(prompt: PromptID, answer: PromptAnswer, token: String) {
        (self.prompt, self.answer, self.token) = (prompt, answer, token)
    }
}

/// The server's own: the answers of a closed prompt lie together, and nothing says any more which is whose.
public struct NoteSealed: RoomWish {
    public var prompt: PromptID
    /// Who answered, in an order that tells nothing.
    public var people: [PersonID]
    /// How many answers there are.
    public var count: Int

    public static let granted = Granted<Self>(
        PromptCommand.Kind.noteSealed, in: [], own: .nobody, other: .nobody, scribe: false, forOthers: false,
        about: .nothing)
    public var command: Command { .prompts(.noteSealed(self)) }

    public init(prompt: PromptID, people: [PersonID], count: Int) {
        (self.prompt, self.people, self.count) = (prompt, people, count)
    }
}
