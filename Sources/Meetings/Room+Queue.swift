// Knows the speaking queue and the turns, tapped by the person, a lead or a scribe. What a transcript reports has
// happened and is kept even where it changes nothing; a wish for what is so already is refused.

extension Room {
    func decideQueue(_ command: Command, _ context: Context) throws(Rejection) -> [Event] {
        if case .system = context.actor { return try decideReported(command, context) }
        let id: PersonID
        if let target = command.target { id = target } else { id = try actor(context) }
        guard let person = people[id], person.role != .guest else { throw .notFound }
        let source = source(context, about: id)
        switch command {
        case .raiseHand:
            guard !queue.contains(where: { $0.person == id }) else { throw .alreadySo }
            return [.handRaised(person: id, index: place(of: id), source: source)]
        case .lowerHand:
            guard queue.contains(where: { $0.person == id }) else { throw .alreadySo }
            return [.handLowered(person: id, source: source)]
        case .callOn:
            guard turn?.person != id else { throw .alreadySo }
            return closingTurn(context.at) + [.handCalled(person: id), .turnStarted(person: id, source: source)]
        case .startTurn:
            guard turn?.person != id else { throw .alreadySo }
            return closingTurn(context.at) + [.turnStarted(person: id, source: source)]
        case .noteSpeech(_, let words, let characters):
            return try speech(of: id, words, characters, source, context.at)
        case .openView(_, let view):
            return [.viewOpened(person: id, view: view)]
        case .endTurn:
            guard turn?.person == id else { throw .alreadySo }
            return closingTurn(context.at)
        default: throw .notFound
        }
    }

    /// What a transcript or a recording reports of somebody, or of nobody knows whom.
    private func decideReported(_ command: Command, _ context: Context) throws(Rejection) -> [Event] {
        if case .noteSpeech(nil, let words, let characters) = command {
            try Limits.check(words, Limits.speechWords)
            try Limits.check(characters, Limits.speechCharacters)
            return closingTurn(context.at)
                + [.speechNoted(person: nil, words: words, characters: characters, source: .transcript)]
        }
        guard let id = command.target else { throw .notAllowed(needs: .participant) }
        guard let person = people[id], person.role != .guest else { throw .notFound }
        switch command {
        case .raiseHand: return [.handRaised(person: id, index: place(of: id), source: .transcript)]
        case .lowerHand: return [.handLowered(person: id, source: .transcript)]
        case .callOn: return [.handCalled(person: id)]
        case .startTurn: return closingTurn(context.at) + [.turnStarted(person: id, source: .transcript)]
        case .noteSpeech(_, let words, let characters):
            return try speech(of: id, words, characters, .transcript, context.at)
        case .endTurn:
            guard turn?.person == id else { throw .alreadySo }
            return closingTurn(context.at)
        case .openView(_, let view): return [.viewOpened(person: id, view: view)]
        default: throw .notFound
        }
    }

    /// A line of speech; it starts the turn of whoever did not hold the floor.
    private func speech(
        of id: PersonID, _ words: Int, _ characters: Int, _ source: Source, _ at: Instant
    ) throws(Rejection) -> [Event] {
        try Limits.check(words, Limits.speechWords)
        try Limits.check(characters, Limits.speechCharacters)
        let noted = Event.speechNoted(person: id, words: words, characters: characters, source: source)
        guard turn?.person != id else { return [noted] }
        return closingTurn(at) + [.turnStarted(person: id, source: source), noted]
    }

    /// What is said when whoever speaks stops.
    func closingTurn(_ at: Instant) -> [Event] {
        turn.map { [.turnEnded(person: $0.person, milliseconds: max(0, at - $0.startedAt))] } ?? []
    }

    /// At the end; with "least heard first" before the first who has been heard more.
    private func place(of id: PersonID) -> Int {
        if let own = queue.firstIndex(where: { $0.person == id }) { return own }
        guard details.options.leastHeardFirst else { return queue.count }
        let mine = talk[id]?.milliseconds ?? 0
        return queue.firstIndex { (talk[$0.person]?.milliseconds ?? 0) > mine } ?? queue.count
    }

    mutating func applyQueue(_ entry: Entry) -> Bool {
        switch entry.event {
        case .handRaised(let id, let index, _):
            guard id != .counted, !queue.contains(where: { $0.person == id }) else { break }
            queue.insert(Hand(person: id, raisedAt: entry.at), at: min(max(0, index), queue.count))
        case .handLowered(let id, _), .handCalled(let id): queue.removeAll { $0.person == id }
        case .turnStarted(let id, let source):
            queue.removeAll { $0.person == id }
            turn = Turn(person: id, startedAt: entry.at, source: source)
        case .speechNoted(let id, let words, let characters, _):
            guard let id else { break }
            if turn?.person == id {
                turn?.words += words
                turn?.characters += characters
            }
            talk[id, default: Talk()].words += words
        case .turnEnded(let id, let milliseconds):
            turn = nil
            talk[id, default: Talk()].turns += 1
            talk[id, default: Talk()].milliseconds += milliseconds
        default: return false
        }
        return true
    }
}
