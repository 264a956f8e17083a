// Knows what people can help each other with.

/// One thing somebody can help with or wants help with, by its name in each language (`en`, `cy`).
public struct Topic: Codable, Equatable, Sendable {
    public var id: TopicID
    /// A language without a name uses another's.
    public var names: [String: String]

    /// A topic; it is checked where it enters a room.
    public init(id: TopicID, names: [String: String]) {
        self.id = id
        self.names = names
    }
}
