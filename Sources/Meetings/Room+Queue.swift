// Knows the speaking queue and the turns, tapped by the person, a lead or a scribe.

extension Room {
    func decideQueue(_ command: Command, _ context: Context) throws(Rejection) -> [Event] {
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
            try check(words, Limits.speechWords)
            try check(characters, Limits.speechCharacters)
            let noted = Event.speechNoted(person: id, words: words, characters: characters, source: source)
            guard turn?.person != id else { return [noted] }
            return closingTurn(context.at) + [.turnStarted(person: id, source: source), noted]
        case .endTurn:
            guard turn?.person == id else { throw .alreadySo }
            return closingTurn(context.at)
        default: throw .notFound
        }
    }

    private func check(_ number: Int, _ bounds: ClosedRange<Int>) throws(Rejection) {
        guard bounds.contains(number) else { throw .outOfBounds(least: bounds.lowerBound, most: bounds.upperBound) }
    }

    /// What is said when whoever speaks stops.
    func closingTurn(_ at: Instant) -> [Event] {
        turn.map { [.turnEnded(person: $0.person, milliseconds: max(0, at - $0.startedAt))] } ?? []
    }

    /// At the end; with "least heard first" before the first who has been heard more.
    private func place(of id: PersonID) -> Int {
        guard details.options.leastHeardFirst else { return queue.count }
        let mine = talk[id]?.milliseconds ?? 0
        return queue.firstIndex { (talk[$0.person]?.milliseconds ?? 0) > mine } ?? queue.count
    }

    mutating func applyQueue(_ entry: Entry) -> Bool {
        switch entry.event {
        case .handRaised(let id, let index, _):
            guard id != .counted else { break }
            queue.insert(Hand(person: id, raisedAt: entry.at), at: min(max(0, index), queue.count))
        case .handLowered(let id, _), .handCalled(let id): queue.removeAll { $0.person == id }
        case .turnStarted(let id, let source):
            queue.removeAll { $0.person == id }
            turn = Turn(person: id, startedAt: entry.at, source: source)
        case .speechNoted(let id, let words, let characters, _):
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
