// Knows what a chat message is.

/// A reaction to a message: a code, drawn by the pages.
public enum Reaction: String, Codable, Sendable, CaseIterable {
    case agree, thanks, idea, question, celebrate
}

/// One chat message.
public struct Message: Codable, Equatable, Sendable {
    public var id: MessageID
    public var author: PersonID
    /// The author's name as it was shown; nil once it was erased.
    public var name: String?
    /// Nil once it was withdrawn, hidden from you, or erased.
    public var text: String?
    public var at: Instant
    /// The message this one replies to.
    public var re: MessageID?
    /// The group for which it is; nil for everybody.
    public var group: GroupID?
    public var correctedAt: Instant?
    public var isWithdrawn = false
    public var isHidden = false
    /// Who reacted how, in the order in which they did.
    public var reactions: [String: [PersonID]] = [:]

    /// Whether those for whom it is can still read it.
    public var isReadable: Bool { text != nil && !isHidden && !isWithdrawn }
}
