// Knows the speaking queue and the turns, tapped by the person, a lead or a scribe. What a transcript reports has
// happened and is kept even where it changes nothing; a wish for what is so already is refused.

extension Room {
    func decide(_ command: FloorCommand, _ context: Context) throws(Rejection) -> [Event] {
        if case .system = context.actor { return try decideReported(command, context) }
        let id: PersonID
        if let target = command.wish.target { id = target } else { id = try actor(context) }
        guard let person = people[id], person.role != .guest else { throw .notFound }
        let source = source(context, about: id)
        switch command {
        case .raiseHand:
            guard !queue.contains(where: { $0.person == id }) else { throw .alreadySo }
            return [HandRaised(person: id, index: place(of: id), source: source).event]
        case .lowerHand:
            guard queue.contains(where: { $0.person == id }) else { throw .alreadySo }
            return [HandLowered(person: id, source: source).event]
        case .callOn:
            guard turn?.person != id else { throw .alreadySo }
            return closingTurn(context.at) + [
                HandCalled(person: id).event, TurnStarted(person: id, source: source).event,
            ]
        case .startTurn:
            guard turn?.person != id else { throw .alreadySo }
            return closingTurn(context.at) + [TurnStarted(person: id, source: source).event]
        case .noteSpeech(let wish):
            return try speech(of: id, wish.words, wish.characters, source, context.at)
        case .openView(let wish):
            return [ViewOpened(person: id, view: wish.view).event]
        case .endTurn:
            guard turn?.person == id else { throw .alreadySo }
            return closingTurn(context.at)
        }
    }

    /// What a transcript or a recording reports of somebody, or of nobody knows whom.
    private func decideReported(_ command: FloorCommand, _ context: Context) throws(Rejection) -> [Event] {
        if case .noteSpeech(let wish) = command, wish.person == nil {
            try Limits.check(wish.words, Limits.speechWords)
            try Limits.check(wish.characters, Limits.speechCharacters)
            return closingTurn(context.at) + [
                SpeechNoted(person: nil, words: wish.words, characters: wish.characters, source: .transcript).event
            ]
        }
        guard let id = command.wish.target else { throw .notAllowed(needs: .participant) }
        guard let person = people[id], person.role != .guest else { throw .notFound }
        switch command {
        case .raiseHand: return [HandRaised(person: id, index: place(of: id), source: .transcript).event]
        case .lowerHand: return [HandLowered(person: id, source: .transcript).event]
        case .callOn: return [HandCalled(person: id).event]
        case .startTurn: return closingTurn(context.at) + [TurnStarted(person: id, source: .transcript).event]
        case .noteSpeech(let wish):
            return try speech(of: id, wish.words, wish.characters, .transcript, context.at)
        case .endTurn:
            guard turn?.person == id else { throw .alreadySo }
            return closingTurn(context.at)
        case .openView(let wish): return [ViewOpened(person: id, view: wish.view).event]
        }
    }

    /// A line of speech; it starts the turn of whoever did not hold the floor.
    private func speech(
        of id: PersonID, _ words: Int, _ characters: Int, _ source: Source, _ at: Instant
    ) throws(Rejection) -> [Event] {
        try Limits.check(words, Limits.speechWords)
        try Limits.check(characters, Limits.speechCharacters)
        let noted = SpeechNoted(person: id, words: words, characters: characters, source: source).event
        guard turn?.person != id else { return [noted] }
        return closingTurn(at) + [TurnStarted(person: id, source: source).event, noted]
    }

    /// What is said when whoever speaks stops.
    func closingTurn(_ at: Instant) -> [Event] {
        turn.map { [TurnEnded(person: $0.person, milliseconds: max(0, at - $0.startedAt)).event] } ?? []
    }

    /// At the end; with "least heard first" before the first who has been heard more.
    private func place(of id: PersonID) -> Int {
        if let own = queue.firstIndex(where: { $0.person == id }) { return own }
        guard details.options.leastHeardFirst else { return queue.count }
        let mine = talk[id]?.milliseconds ?? 0
        return queue.firstIndex { (talk[$0.person]?.milliseconds ?? 0) > mine } ?? queue.count
    }

    mutating func apply(_ facet: FloorFact, at: Instant) {
        switch facet {
        case .handRaised(let fact):
            guard fact.person != .counted, !queue.contains(where: { $0.person == fact.person }) else { break }
            queue.insert(Hand(person: fact.person, raisedAt: at), at: min(max(0, fact.index), queue.count))
        case .handLowered(let fact): queue.removeAll { $0.person == fact.person }
        case .handCalled(let fact): queue.removeAll { $0.person == fact.person }
        case .turnStarted(let fact):
            queue.removeAll { $0.person == fact.person }
            turn = Turn(person: fact.person, startedAt: at, source: fact.source)
        case .speechNoted(let fact):
            guard let id = fact.person else { break }
            if turn?.person == id {
                turn?.words += fact.words
                turn?.characters += fact.characters
            }
            talk[id, default: Talk()].words += fact.words
        case .turnEnded(let fact):
            turn = nil
            talk[fact.person, default: Talk()].turns += 1
            talk[fact.person, default: Talk()].milliseconds += fact.milliseconds
        case .viewOpened: break
        }
    }
}
