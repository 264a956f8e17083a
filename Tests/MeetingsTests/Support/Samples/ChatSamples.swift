// Knows samples of the facet `chat`: each wish and fact with every field filled, who may, and a wish that would succeed
// or that is drawn. A kind that is left out does not build.

@testable import Meetings

extension ChatCommand.Kind: SampledWish {
    var sample: Command {
        switch self {
        case .postMessage: PostMessage(text: "Bore da,\nbawb", re: "m41").command
        case .noteMessage: NoteMessage(person: "p7", words: 9).command
        case .correctMessage: CorrectMessage(message: "m42", text: "Nos da").command
        case .withdrawMessage: WithdrawMessage(message: "m42").command
        case .restoreMessage: RestoreMessage(message: "m42", text: "Nos da").command
        case .hideMessage: HideMessage(message: "m42").command
        case .react: React(message: "m42", reaction: .idea).command
        case .unreact: Unreact(message: "m42", reaction: .question).command
        }
    }

    var expected: ExpectedRights {
        switch self {
        case .postMessage: "O TPLC - -"
        case .noteMessage: "- - - -"
        case .correctMessage: "O TPLC - -"
        case .withdrawMessage: "O TPLC - -"
        case .restoreMessage: "O TPLC - -"
        case .hideMessage: "O LC - -"
        case .react: "O TPLC - -"
        case .unreact: "O TPLC - -"
        }
    }

    func inScene(_ id: PersonID) -> Command {
        switch self {
        case .postMessage: PostMessage(text: "Hi", re: nil).command
        case .noteMessage: NoteMessage(person: id, words: 1).command
        case .correctMessage: CorrectMessage(message: "m1", text: "Better").command
        case .withdrawMessage: WithdrawMessage(message: "m1").command
        case .restoreMessage: RestoreMessage(message: "m1", text: "Hi").command
        case .hideMessage: HideMessage(message: "m1").command
        case .react: React(message: "m1", reaction: .idea).command
        case .unreact: Unreact(message: "m1", reaction: .idea).command
        }
    }

    func before(_ id: PersonID) -> [Event] {
        switch self {
        case .unreact: [ReactionAdded(message: "m1", person: "me", reaction: .idea).event]
        case .restoreMessage: [MessageWithdrawn(message: "m1").event]
        case .postMessage, .noteMessage, .correctMessage, .withdrawMessage, .hideMessage, .react: []
        }
    }
}

extension ChatFact.Kind: SampledFact {
    var sample: Event {
        switch self {
        case .messagePosted:
            MessagePosted(message: "m42", person: "p7", name: "Siân", text: "Bore da, \"bawb\"", words: 3, re: "m41")
                .event
        case .messageCorrected: MessageCorrected(message: "m42", text: "Nos da", words: 2).event
        case .messageWithdrawn: MessageWithdrawn(message: "m42").event
        case .messageRestored: MessageRestored(message: "m42", text: "Nos da", words: 2).event
        case .messageHidden: MessageHidden(message: "m42").event
        case .reactionAdded: ReactionAdded(message: "m42", person: "p7", reaction: .celebrate).event
        case .reactionRemoved: ReactionRemoved(message: "m42", person: "p7", reaction: .thanks).event
        }
    }
}

extension SplitMix64 {
    /// A wish of that kind; what it names is mostly there.
    mutating func command(_ kind: ChatCommand.Kind, _ room: Room, _ people: [PersonID]) -> Command {
        let person = someone(people)
        switch kind {
        case .postMessage:
            return PostMessage(
                text: text(), re: once(in: 2) ? nil : message(room), group: once(in: 3) ? group(room) : nil
            ).command
        case .noteMessage: return NoteMessage(person: person, words: pick([-1, 0, 7])).command
        case .correctMessage: return CorrectMessage(message: message(room), text: text()).command
        case .withdrawMessage: return WithdrawMessage(message: message(room)).command
        case .restoreMessage:
            let message = takenBack(room).map { MessageID(rawValue: $0) } ?? message(room)
            return RestoreMessage(message: message, text: text()).command
        case .hideMessage: return HideMessage(message: message(room)).command
        case .react: return React(message: message(room), reaction: pick(Reaction.allCases)).command
        case .unreact: return Unreact(message: message(room), reaction: pick(Reaction.allCases)).command
        }
    }
}
