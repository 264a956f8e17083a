// Knows the question wall for outside speakers.

/// A question to an outside speaker.
public struct Question: Codable, Equatable, Sendable {
    public var id: QuestionID
    public var author: PersonID
    /// The author's first name as it was shown; nil once it was erased.
    public var name: String?
    /// Nil once it was hidden from you or erased.
    public var text: String?
    public var at: Instant
    /// Who would like to hear the answer too.
    public var supporters: [PersonID] = []
    public var isAnswered = false
    public var isHidden = false
}
