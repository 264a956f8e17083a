// Knows the chat: post, reply, correct, take back, hide, react.

extension Room {
    func decide(_ command: ChatCommand, _ context: Context) throws(Rejection) -> [Event] {
        switch command {
        case .noteMessage(let wish): return [try noted(wish, context)]
        case .postMessage(let wish):
            let actor = try actor(context)
            // A closed chat is closed for everybody together; a group may go on among itself.
            guard wish.group != nil || details.options.chat || people[actor]?.role.isLeading == true else {
                throw .chatClosed
            }
            guard messages.count < Limits.messages else { throw .tooMany(limit: Limits.messages) }
            let text = try Text.block(wish.text, limit: Limits.messageLength)
            if let re = wish.re {
                guard try message(re).group == wish.group else { throw .notFound }
            }
            if let group = wish.group { _ = try groupOpen(to: actor, group) }
            return [
                MessagePosted(
                    message: MessageID(rawValue: fresh("m")), person: actor, name: people[actor]?.name, text: text,
                    words: Text.words(in: text), re: wish.re, source: foreignSource(context, about: actor),
                    group: wish.group
                ).event
            ]
        case .correctMessage(let wish):
            let actor = try actor(context)
            let old = try ownMessage(wish.message, actor)
            let text = try Text.block(wish.text, limit: Limits.messageLength)
            guard text != old.text else { throw .alreadySo }
            return [MessageCorrected(message: wish.message, text: text, words: Text.words(in: text)).event]
        case .withdrawMessage(let wish):
            _ = try ownMessage(wish.message, try actor(context))
            return [MessageWithdrawn(message: wish.message).event]
        case .hideMessage(let wish):
            _ = try actor(context)
            _ = try message(wish.message)
            return [MessageHidden(message: wish.message).event]
        case .react(let wish):
            let actor = try actor(context)
            _ = try reachable(wish.message, actor)
            guard try !message(wish.message).reactions[wish.reaction.rawValue, default: []].contains(actor) else {
                throw .alreadySo
            }
            return [
                ReactionAdded(
                    message: wish.message, person: actor, reaction: wish.reaction,
                    source: foreignSource(context, about: actor)
                ).event
            ]
        case .unreact(let wish):
            let actor = try actor(context)
            guard try message(wish.message).reactions[wish.reaction.rawValue, default: []].contains(actor) else {
                throw .alreadySo
            }
            return [ReactionRemoved(message: wish.message, person: actor, reaction: wish.reaction).event]
        }
    }

    /// A message that was written elsewhere and whose words were not kept.
    private func noted(_ wish: NoteMessage, _ context: Context) throws(Rejection) -> Event {
        guard case .system = context.actor else { throw .notAllowed(needs: .coordinator) }
        guard let author = people[wish.person] else { throw .notFound }
        try Limits.check(wish.words, Limits.messageWords)
        guard messages.count < Limits.messages else { throw .tooMany(limit: Limits.messages) }
        return MessagePosted(
            message: MessageID(rawValue: fresh("m")), person: wish.person, name: author.name, text: nil,
            words: wish.words,
            re: nil, source: .transcript
        ).event
    }

    private func message(_ id: MessageID) throws(Rejection) -> Message {
        // Recent messages are the ones that are meant: look from the end.
        guard let message = messages.last(where: { $0.id == id }) else { throw .notFound }
        guard !message.isWithdrawn, !message.isHidden else { throw .closed }
        return message
    }

    /// What is said in a group is for those who sit in it.
    private func reachable(_ id: MessageID, _ actor: PersonID) throws(Rejection) -> Message {
        let message = try message(id)
        if let group = message.group { _ = try groupOpen(to: actor, group) }
        return message
    }

    private func ownMessage(_ id: MessageID, _ actor: PersonID) throws(Rejection) -> Message {
        let message = try message(id)
        guard message.author == actor else { throw .notAllowed(needs: .lead) }
        return message
    }

    mutating func apply(_ facet: ChatFact, at: Instant) {
        switch facet {
        case .messagePosted(let fact):
            messages.append(
                Message(
                    id: fact.message, author: fact.person, name: fact.name, text: fact.text, at: at, re: fact.re,
                    group: fact.group))
            if let group = fact.group { change(group) { $0.lastActAt = at } }
        case .messageCorrected(let fact):
            change(fact.message) {
                $0.text = fact.text
                $0.correctedAt = at
            }
        case .messageWithdrawn(let fact):
            change(fact.message) {
                $0.text = nil
                $0.isWithdrawn = true
            }
        case .messageHidden(let fact): change(fact.message) { $0.isHidden = true }
        case .reactionAdded(let fact):
            change(fact.message) { $0.reactions[fact.reaction.rawValue, default: []].append(fact.person) }
        case .reactionRemoved(let fact):
            change(fact.message) {
                $0.reactions[fact.reaction.rawValue]?.removeAll { $0 == fact.person }
                if $0.reactions[fact.reaction.rawValue]?.isEmpty == true { $0.reactions[fact.reaction.rawValue] = nil }
            }
        }
    }

    private mutating func change(_ id: MessageID, _ body: (inout Message) -> Void) {
        guard let index = messages.lastIndex(where: { $0.id == id }) else { return }
        body(&messages[index])
    }
}
