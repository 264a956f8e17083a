// Knows the wishes that concern the chat, each with its row of rights.

/// A wish that concerns the chat.
public enum ChatCommand: Equatable, Sendable {
    case postMessage(PostMessage)
    case noteMessage(NoteMessage)
    case correctMessage(CorrectMessage)
    case withdrawMessage(WithdrawMessage)
    case restoreMessage(RestoreMessage)
    case hideMessage(HideMessage)
    case react(React)
    case unreact(Unreact)

    /// The names of these wishes on the wire.
    public enum Kind: String, CaseIterable, Sendable {
        case postMessage, noteMessage, correctMessage, withdrawMessage, restoreMessage, hideMessage, react, unreact

        public var type: any RoomWish.Type {
            switch self {
            case .postMessage: PostMessage.self
            case .noteMessage: NoteMessage.self
            case .correctMessage: CorrectMessage.self
            case .withdrawMessage: WithdrawMessage.self
            case .restoreMessage: RestoreMessage.self
            case .hideMessage: HideMessage.self
            case .react: React.self
            case .unreact: Unreact.self
            }
        }
    }

    public var wish: any RoomWish {
        switch self {
        case .postMessage(let wish): wish
        case .noteMessage(let wish): wish
        case .correctMessage(let wish): wish
        case .withdrawMessage(let wish): wish
        case .restoreMessage(let wish): wish
        case .hideMessage(let wish): wish
        case .react(let wish): wish
        case .unreact(let wish): wish
        }
    }
}

/// With a group it is for that group and the leads.
public struct PostMessage: RoomWish {
    public var text: String
    public var re: MessageID?
    public var group: GroupID?

    public static let granted = Granted<Self>(
        ChatCommand.Kind.postMessage, in: [.open], own: .voices, other: .nobody, scribe: false, forOthers: true,
        about: .nothing)
    public var command: Command { .chat(.postMessage(self)) }

    public init(text: String, re: MessageID?, group: GroupID? = nil) {
        (self.text, self.re, self.group) = (text, re, group)
    }
}

/// A message of which only the length is known.
public struct NoteMessage: RoomWish {
    public var person: PersonID
    public var words: Int

    public static let granted = Granted<Self>(
        ChatCommand.Kind.noteMessage, in: [], own: .nobody, other: .nobody, scribe: false, forOthers: false,
        about: .of { $0.person })
    public var command: Command { .chat(.noteMessage(self)) }

    public init(person: PersonID, words: Int) {
        (self.person, self.words) = (person, words)
    }
}

/// Corrects what I wrote.
public struct CorrectMessage: RoomWish {
    public var message: MessageID
    public var text: String

    public static let granted = Granted<Self>(
        ChatCommand.Kind.correctMessage, in: [.open], own: .voices, other: .nobody, scribe: false, forOthers: true,
        about: .nothing)
    public var command: Command { .chat(.correctMessage(self)) }

    public init(message: MessageID, text: String) {
        (self.message, self.text) = (message, text)
    }
}

/// Takes back what I wrote.
public struct WithdrawMessage: RoomWish {
    public var message: MessageID

    public static let granted = Granted<Self>(
        ChatCommand.Kind.withdrawMessage, in: [.open], own: .voices, other: .nobody, scribe: false, forOthers: true,
        about: .nothing)
    public var command: Command { .chat(.withdrawMessage(self)) }

    public init(message: MessageID) {
        self.message = message
    }
}

/// Puts back what I took back a moment ago. The words come with it: they went from the log when it was taken back.
public struct RestoreMessage: RoomWish {
    public var message: MessageID
    public var text: String

    public static let granted = Granted<Self>(
        ChatCommand.Kind.restoreMessage, in: [.open], own: .voices, other: .nobody, scribe: false, forOthers: true,
        about: .nothing)
    public var command: Command { .chat(.restoreMessage(self)) }

    public init(message: MessageID, text: String) {
        (self.message, self.text) = (message, text)
    }
}

/// Hides a message.
public struct HideMessage: RoomWish {
    public var message: MessageID

    public static let granted = Granted<Self>(
        ChatCommand.Kind.hideMessage, in: [.open], own: .leads, other: .nobody, scribe: false, forOthers: false,
        about: .nothing)
    public var command: Command { .chat(.hideMessage(self)) }

    public init(message: MessageID) {
        self.message = message
    }
}

/// Reacts to a message.
public struct React: RoomWish {
    public var message: MessageID
    public var reaction: Reaction

    public static let granted = Granted<Self>(
        ChatCommand.Kind.react, in: [.open], own: .voices, other: .nobody, scribe: false, forOthers: true,
        about: .nothing)
    public var command: Command { .chat(.react(self)) }

    public init(message: MessageID, reaction: Reaction) {
        (self.message, self.reaction) = (message, reaction)
    }
}

/// Takes a reaction back.
public struct Unreact: RoomWish {
    public var message: MessageID
    public var reaction: Reaction

    public static let granted = Granted<Self>(
        ChatCommand.Kind.unreact, in: [.open], own: .voices, other: .nobody, scribe: false, forOthers: true,
        about: .nothing)
    public var command: Command { .chat(.unreact(self)) }

    public init(message: MessageID, reaction: Reaction) {
        (self.message, self.reaction) = (message, reaction)
    }
}
