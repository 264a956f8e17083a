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
            try Share.messages.check(
                count: messages.count, own: messages.count(by: actor),
                isLeading: people[actor]?.role.isLeading == true)
            let text = try Text.block(wish.text, limit: Limits.messageLength)
            if let re = wish.re {
                guard try message(re).group == wish.group else { throw .notFound }
            }
            if let group = wish.group {
                _ = try groupOpen(to: actor, group)
                // Of what is said over a coffee nothing is kept.
                guard round?.kind != .coffee else { throw .chatClosed }
            }
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
        case .restoreMessage(let wish):
            let actor = try actor(context)
            guard let old = messages[wish.message] else { throw .notFound }
            guard isAuthor(actor, of: old.author) else { throw .notAllowed(needs: .lead) }
            guard old.isWithdrawn else { throw .alreadySo }
            guard !old.isHidden else { throw .closed }
            try checkTakenBack(wish.message.rawValue, context)
            let text = try Text.block(wish.text, limit: Limits.messageLength)
            return [MessageRestored(message: wish.message, text: text, words: Text.words(in: text)).event]
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
        guard let message = messages[id] else { throw .notFound }
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
        guard isAuthor(actor, of: message.author) else { throw .notAllowed(needs: .lead) }
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
            messages.change(fact.message) {
                $0.text = fact.text
                $0.correctedAt = at
            }
        case .messageWithdrawn(let fact):
            messages.change(fact.message) {
                $0.text = nil
                $0.isWithdrawn = true
            }
            noteTakenBack(fact.message.rawValue, at: at)
        case .messageRestored(let fact):
            messages.change(fact.message) {
                $0.text = fact.text
                $0.isWithdrawn = false
            }
            takenBack[fact.message.rawValue] = nil
        case .messageHidden(let fact): messages.change(fact.message) { $0.isHidden = true }
        case .reactionAdded(let fact):
            messages.change(fact.message) { $0.reactions[fact.reaction.rawValue, default: []].append(fact.person) }
        case .reactionRemoved(let fact):
            messages.change(fact.message) {
                $0.reactions[fact.reaction.rawValue]?.removeAll { $0 == fact.person }
                if $0.reactions[fact.reaction.rawValue]?.isEmpty == true { $0.reactions[fact.reaction.rawValue] = nil }
            }
        }
    }
}
