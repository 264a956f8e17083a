// Knows the chat: post, reply, correct, take back, hide, react.

extension Room {
    func decideChat(_ command: Command, _ context: Context) throws(Rejection) -> [Event] {
        if case .noteMessage(let person, let words) = command { return [try noted(person, words, context)] }
        let actor = try actor(context)
        switch command {
        case .postMessage(let text, let re, let group):
            // A closed chat is closed for everybody together; a group may go on among itself.
            guard group != nil || details.options.chat || people[actor]?.role.isLeading == true else {
                throw .chatClosed
            }
            guard messages.count < Limits.messages else { throw .tooMany(limit: Limits.messages) }
            let text = try Text.block(text, limit: Limits.messageLength)
            if let re {
                guard try message(re).group == group else { throw .notFound }
            }
            if let group { _ = try groupOpen(to: actor, group) }
            return [
                .messagePosted(
                    message: MessageID(rawValue: fresh("m")), person: actor, name: people[actor]?.name, text: text,
                    words: Text.words(in: text), re: re, source: foreignSource(context, about: actor), group: group)
            ]
        case .correctMessage(let id, let text):
            let old = try ownMessage(id, actor)
            let text = try Text.block(text, limit: Limits.messageLength)
            guard text != old.text else { throw .alreadySo }
            return [.messageCorrected(message: id, text: text, words: Text.words(in: text))]
        case .withdrawMessage(let id):
            _ = try ownMessage(id, actor)
            return [.messageWithdrawn(message: id)]
        case .hideMessage(let id):
            _ = try message(id)
            return [.messageHidden(message: id)]
        case .react(let id, let reaction):
            _ = try reachable(id, actor)
            guard try !message(id).reactions[reaction.rawValue, default: []].contains(actor) else { throw .alreadySo }
            return [
                .reactionAdded(
                    message: id, person: actor, reaction: reaction, source: foreignSource(context, about: actor))
            ]
        case .unreact(let id, let reaction):
            guard try message(id).reactions[reaction.rawValue, default: []].contains(actor) else { throw .alreadySo }
            return [.reactionRemoved(message: id, person: actor, reaction: reaction)]
        default: throw .notFound
        }
    }

    /// A message that was written elsewhere and whose words were not kept.
    private func noted(_ person: PersonID, _ words: Int, _ context: Context) throws(Rejection) -> Event {
        guard case .system = context.actor else { throw .notAllowed(needs: .coordinator) }
        guard let author = people[person] else { throw .notFound }
        try Limits.check(words, Limits.messageWords)
        guard messages.count < Limits.messages else { throw .tooMany(limit: Limits.messages) }
        return .messagePosted(
            message: MessageID(rawValue: fresh("m")), person: person, name: author.name, text: nil, words: words,
            re: nil, source: .transcript)
    }

    private func message(_ id: MessageID) throws(Rejection) -> Message {
        guard let message = messages.first(where: { $0.id == id }) else { throw .notFound }
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

    mutating func applyChat(_ entry: Entry) -> Bool {
        switch entry.event {
        case .messagePosted(let id, let person, let name, let text, _, let re, _, let group):
            messages.append(
                Message(id: id, author: person, name: name, text: text, at: entry.at, re: re, group: group))
            if let group { change(group) { $0.lastActAt = entry.at } }
        case .messageCorrected(let id, let text, _):
            change(id) {
                $0.text = text
                $0.correctedAt = entry.at
            }
        case .messageWithdrawn(let id):
            change(id) {
                $0.text = nil
                $0.isWithdrawn = true
            }
        case .messageHidden(let id): change(id) { $0.isHidden = true }
        case .reactionAdded(let id, let person, let reaction, _):
            change(id) { $0.reactions[reaction.rawValue, default: []].append(person) }
        case .reactionRemoved(let id, let person, let reaction):
            change(id) {
                $0.reactions[reaction.rawValue]?.removeAll { $0 == person }
                if $0.reactions[reaction.rawValue]?.isEmpty == true { $0.reactions[reaction.rawValue] = nil }
            }
        default: return false
        }
        return true
    }

    private mutating func change(_ id: MessageID, _ body: (inout Message) -> Void) {
        // Recent messages are the ones that change: look from the end.
        guard let index = messages.lastIndex(where: { $0.id == id }) else { return }
        body(&messages[index])
    }
}
