// Knows what hosts ask of a store for answers of which nobody is to know whose they are: they never come into the log
// with an author, a time or a number.

/// An anonymous answer on its way into a store.
public struct SealedAnswer: Sendable, Equatable {
    /// The meeting, by its identifier.
    public var stream: String
    public var prompt: String
    /// Who answers, and before them nobody; then the entries that were joined with theirs.
    public var people: [String]
    /// The id that the client made for its command.
    public var command: String
    /// The secret of the device.
    public var token: String
    /// What was said, as JSON.
    public var json: [UInt8]

    /// An answer to be kept.
    public init(stream: String, prompt: String, people: [String], command: String, token: String, json: [UInt8]) {
        (self.stream, self.prompt, self.people) = (stream, prompt, people)
        (self.command, self.token, self.json) = (command, token, json)
    }
}

/// What became of an anonymous answer.
public enum AnswerOutcome: Sendable, Equatable {
    /// It is kept, and is the first of this person.
    case added
    /// It is kept in the place of the one before, or was already.
    case kept
    /// The command's id was used before with something else.
    case conflict
    /// They have answered with another secret: on another device, which alone can change it.
    case elsewhere
    /// The answers lie together already.
    case closed
}

/// What a store keeps of one anonymous prompt.
public struct KeptAnswers: Sendable, Equatable {
    public var prompt: String
    /// Who has answered, in the order of identifiers.
    public var people: [String]
    /// How many answers there are.
    public var count: Int
    /// All of them as JSON, shuffled; nil until they were closed up.
    public var answers: [[UInt8]]?

    /// What is kept of one prompt.
    public init(prompt: String, people: [String], count: Int, answers: [[UInt8]]? = nil) {
        (self.prompt, self.people, self.count, self.answers) = (prompt, people, count, answers)
    }
}

/// Where anonymous answers are kept.
///
/// What every conformance keeps:
/// - **Apart.** An answer has no author, no time, no number and no command's id beside it, and lies in no order that
///   tells one; that somebody has answered is kept elsewhere, without a time or an order.
/// - **Once.** One answer a person, on however many devices. The same command again is known, as long as answers can
///   come; whoever has the secret of an answer replaces it.
/// - **Durable when it returns**, as in the log.
/// - **Closing up is for good.** The answers lie together, shuffled; secrets, what commands were known by and the key
///   under which answers were kept are gone, and so is what the store's own files told of their order.
/// - **`Erasure.answers` takes all of it away** with the submission that brings it, and nothing else does but the end of
///   the meeting's log.
public protocol AnswerStore: Sendable {
    /// Keeps an answer.
    func keep(_ answer: SealedAnswer) async -> Result<AnswerOutcome, AppendError>

    /// What is kept of the prompts of a stream, by prompt.
    func answers(_ stream: String) async throws -> [KeptAnswers]

    /// Closes the answers to a prompt up; again, if it is asked for again.
    ///
    /// - Throws: what keeps it from being done; then it may be done in part, and has to be asked for again.
    func sealAnswers(_ stream: String, prompt: String) async throws -> KeptAnswers
}
