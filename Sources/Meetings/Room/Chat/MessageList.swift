// Knows the messages of a meeting in their order, by identifier and by author: what is asked with every message is found
// without a walk through those before it.

/// The messages of one meeting, the oldest first.
public struct MessageList: RandomAccessCollection, Sendable {
    private var messages: [Message] = []
    private var places: [MessageID: Int] = [:]
    private var counts: [PersonID: Int] = [:]

    public var startIndex: Int { 0 }
    public var endIndex: Int { messages.count }
    public subscript(position: Int) -> Message { messages[position] }

    init(_ messages: some Sequence<Message> = []) {
        for message in messages { append(message) }
    }

    /// The message of that identifier.
    subscript(id: MessageID) -> Message? { places[id].map { messages[$0] } }

    /// Where they lie in memory.
    var address: Int { messages.withUnsafeBytes { Int(bitPattern: $0.baseAddress) } }

    /// How many somebody wrote.
    func count(by author: PersonID) -> Int { counts[author, default: 0] }

    mutating func append(_ message: Message) {
        places[message.id] = messages.count
        counts[message.author, default: 0] += 1
        messages.append(message)
    }

    /// Changes what is in one message, but neither its identifier nor whose it is.
    mutating func change(_ id: MessageID, _ body: (inout Message) -> Void) {
        guard let place = places[id] else { return }
        body(&messages[place])
    }

    /// Changes all of them, also whose they are.
    mutating func changeAll(_ body: (inout Message) -> Void) {
        self = MessageList(
            messages.map { message in
                var message = message
                body(&message)
                return message
            })
    }
}

extension MessageList: Equatable {
    public static func == (one: MessageList, other: MessageList) -> Bool { one.messages == other.messages }
}

extension MessageList: Codable {
    public init(from decoder: any Decoder) throws { self.init(try [Message](from: decoder)) }
    public func encode(to encoder: any Encoder) throws { try messages.encode(to: encoder) }
}
