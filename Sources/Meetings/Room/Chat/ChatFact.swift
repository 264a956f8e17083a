// Knows the facts of the chat, and all that each declares.

/// A fact of the chat.
public enum ChatFact: Equatable, Sendable {
    case messagePosted(MessagePosted)
    case messageCorrected(MessageCorrected)
    case messageWithdrawn(MessageWithdrawn)
    case messageRestored(MessageRestored)
    case messageHidden(MessageHidden)
    case reactionAdded(ReactionAdded)
    case reactionRemoved(ReactionRemoved)

    /// The names of these facts in the log and on the wire.
    public enum Kind: String, CaseIterable, Sendable {
        case messagePosted, messageCorrected, messageWithdrawn, messageRestored, messageHidden,
            reactionAdded, reactionRemoved

        public var type: any RoomFact.Type {
            switch self {
            case .messagePosted: MessagePosted.self
            case .messageCorrected: MessageCorrected.self
            case .messageWithdrawn: MessageWithdrawn.self
            case .messageRestored: MessageRestored.self
            case .messageHidden: MessageHidden.self
            case .reactionAdded: ReactionAdded.self
            case .reactionRemoved: ReactionRemoved.self
            }
        }
    }

    public var fact: any RoomFact {
        switch self {
        case .messagePosted(let fact): fact
        case .messageCorrected(let fact): fact
        case .messageWithdrawn(let fact): fact
        case .messageRestored(let fact): fact
        case .messageHidden(let fact): fact
        case .reactionAdded(let fact): fact
        case .reactionRemoved(let fact): fact
        }
    }
}

/// Somebody wrote in the chat. With a group it is for that group and the leads.
public struct MessagePosted: RoomFact {
    public var message: MessageID
    public var person: PersonID
    public var name: String?
    public var text: String?
    public var words: Int
    public var re: MessageID?
    public var source: Source?
    public var group: GroupID?

    public static let kept = Kept<Self>(
        ChatFact.Kind.messagePosted, .first, ages: .talk,
        fields: Fields(names: [CodingKeys.name], words: [CodingKeys.text], codes: [], people: []),
        whose: .person { $0.person }, object: .of { $0.message.rawValue }, erases: .nothing)
    public static let told = Told<Self>(
        leads: .whole, participants: .whole, guests: .nothing, walls: .nothing, group: .group { $0.group },
        follows: .nothing)
    public var event: Event { .chat(.messagePosted(self)) }
}

/// Somebody corrected what they wrote.
public struct MessageCorrected: RoomFact {
    public var message: MessageID
    public var text: String?
    public var words: Int

    public static let kept = Kept<Self>(
        ChatFact.Kind.messageCorrected, .first, ages: .talk,
        fields: Fields(names: [], words: [CodingKeys.text], codes: [], people: []), whose: .actor,
        object: .of { $0.message.rawValue }, erases: .nothing)
    public static let told = Told<Self>(
        leads: .whole, participants: .whole, guests: .nothing, walls: .nothing, group: .message { $0.message },
        follows: .of { [.takenBack(object: $0.message.rawValue, from: .everybody)] })
    public var event: Event { .chat(.messageCorrected(self)) }
}

/// Somebody took back what they wrote.
public struct MessageWithdrawn: RoomFact {
    public var message: MessageID

    public static let kept = Kept<Self>(
        ChatFact.Kind.messageWithdrawn, .first, ages: .talk, fields: .plain, whose: .actor,
        object: .of { $0.message.rawValue },
        erases: .of { .object($0.message.rawValue) })
    public static let told = Told<Self>(
        leads: .whole, participants: .whole, guests: .nothing, walls: .nothing, group: .message { $0.message },
        follows: .of { [.takenBack(object: $0.message.rawValue, from: .everybody)] })
    public var event: Event { .chat(.messageWithdrawn(self)) }
}

/// Somebody put back what they had taken back.
public struct MessageRestored: RoomFact {
    public var message: MessageID
    public var text: String?
    public var words: Int

    public static let kept = Kept<Self>(
        ChatFact.Kind.messageRestored, .first, ages: .talk,
        fields: Fields(names: [], words: [CodingKeys.text], codes: [], people: []), whose: .actor,
        object: .of { $0.message.rawValue }, erases: .nothing)
    public static let told = Told<Self>(
        leads: .whole, participants: .whole, guests: .nothing, walls: .nothing, group: .message { $0.message },
        follows: .nothing)
    public var event: Event { .chat(.messageRestored(self)) }
}

/// A lead hid a message.
public struct MessageHidden: RoomFact {
    public var message: MessageID

    public static let kept = Kept<Self>(
        ChatFact.Kind.messageHidden, .first, ages: .talk, fields: .plain, whose: .actor,
        object: .of { $0.message.rawValue },
        erases: .nothing)
    public static let told = Told<Self>(
        leads: .whole, participants: .whole, guests: .nothing, walls: .nothing, group: .message { $0.message },
        follows: .of { [.takenBack(object: $0.message.rawValue, from: .allButLeads)] })
    public var event: Event { .chat(.messageHidden(self)) }
}

/// Somebody reacted to a message.
public struct ReactionAdded: RoomFact {
    public var message: MessageID
    public var person: PersonID
    public var reaction: Reaction
    public var source: Source?

    public static let kept = Kept<Self>(
        ChatFact.Kind.reactionAdded, .first, ages: .talk, fields: .plain, whose: .person { $0.person },
        object: .of { $0.message.rawValue }, erases: .nothing)
    public static let told = Told<Self>(
        leads: .whole, participants: .whole, guests: .nothing, walls: .nothing, group: .message { $0.message },
        follows: .nothing)
    public var event: Event { .chat(.reactionAdded(self)) }
}

/// Somebody took a reaction back.
public struct ReactionRemoved: RoomFact {
    public var message: MessageID
    public var person: PersonID
    public var reaction: Reaction

    public static let kept = Kept<Self>(
        ChatFact.Kind.reactionRemoved, .first, ages: .talk, fields: .plain, whose: .person { $0.person },
        object: .of { $0.message.rawValue }, erases: .nothing)
    public static let told = Told<Self>(
        leads: .whole, participants: .whole, guests: .nothing, walls: .nothing, group: .message { $0.message },
        follows: .nothing)
    public var event: Event { .chat(.reactionRemoved(self)) }
}
