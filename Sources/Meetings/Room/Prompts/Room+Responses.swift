// Knows answers to prompts: kept as drafts, handed in, taken back, starred, brought to the wall.

extension Room {
    func saving(_ wish: SaveResponse, _ context: Context) throws(Rejection) -> [Event] {
        let actor = try actor(context)
        let prompt = try prompt(wish.prompt)
        // Nothing of an anonymous answer comes here with its author, not even a draft.
        guard prompt.circle != .anonymous else { throw .notAllowed(needs: .participant) }
        let mine = prompt.responses.first { $0.author == actor }
        // Whoever was still writing when it was closed loses nothing: a draft is theirs, and stays one.
        let isForThemselves = !wish.isHandedIn && mine?.isHandedIn != true && prompt.openedAt != nil
        guard prompt.isOpen || isForThemselves else { throw .closed }
        let answer = try prompt.checked(wish.answer, isHandedIn: wish.isHandedIn)
        guard mine?.answer != answer || mine?.narrowing != wish.narrowing || mine?.isHandedIn != wish.isHandedIn else {
            throw .alreadySo
        }
        let by = scribe(context, about: actor)
        let forOthers = (wish.isHandedIn && by != nil ? 1 : 0) - (mine?.isHandedIn == true && mine?.by != nil ? 1 : 0)
        return [
            ResponseSaved(
                prompt: prompt.id, response: mine?.id ?? ResponseID(rawValue: fresh("a")), person: actor,
                texts: answer.texts, numbers: answer.numbers, words: answer.words, narrowing: wish.narrowing,
                isHandedIn: wish.isHandedIn, wasHandedIn: mine?.isHandedIn ?? false,
                source: foreignSource(context, about: actor), by: by,
                isStudent: answer.isStudent, forOthers: forOthers == 0 ? nil : forOthers
            ).event
        ]
    }

    func withdrawing(_ id: ResponseID, _ context: Context) throws(Rejection) -> [Event] {
        let actor = try actor(context)
        let (response, prompt) = try shown(id)
        guard response.author == actor else { throw .notAllowed(needs: .lead) }
        return [ResponseWithdrawn(prompt: prompt.id, response: id, readers: response.shown?.readers).event]
    }

    func starring(_ id: ResponseID, _ context: Context, isStarred: Bool) throws(Rejection) -> [Event] {
        let actor = try actor(context)
        let (response, prompt) = try shown(id)
        // What only a group has seen is for the group.
        guard response.shown?.circle.isOpen == true else { throw .notFound }
        guard response.stars.contains(actor) != isStarred else { throw .alreadySo }
        guard isStarred else {
            return [ResponseUnstarred(prompt: prompt.id, response: id, person: actor).event]
        }
        return [
            ResponseStarred(
                prompt: prompt.id, response: id, person: actor,
                source: foreignSource(context, about: actor)
            ).event
        ]
    }

    func showing(_ wish: ShowResponse) throws(Rejection) -> [Event] {
        let (response, prompt) = try shown(wish.response)
        // A wall is for everybody.
        guard response.shown?.circle.isOpen == true else { throw .notAllowed(needs: .participant) }
        guard response.isOnWall != wish.isShown else { throw .alreadySo }
        return [ResponseShown(prompt: prompt.id, response: wish.response, isShown: wish.isShown).event]
    }

    /// An answer that was shown and not taken back.
    private func shown(_ id: ResponseID) throws(Rejection) -> (PromptResponse, Prompt) {
        for prompt in prompts {
            guard let response = prompt.responses.first(where: { $0.id == id }) else { continue }
            guard response.shown != nil else { throw .notFound }
            guard response.answer != nil else { throw .closed }
            return (response, prompt)
        }
        throw .notFound
    }

    mutating func apply(_ facet: PromptFact, at: Instant) {
        switch facet {
        case .promptPrepared(let fact):
            prompts.append(
                Prompt(
                    id: fact.prompt, segment: fact.segment, kind: fact.kind, text: fact.text, purpose: fact.purpose,
                    choices: fact.choices ?? [], isMultiple: fact.isMultiple, circle: fact.circle,
                    seconds: fact.seconds, key: fact.key))
        case .promptEdited(let fact):
            change(fact.prompt) {
                ($0.segment, $0.kind, $0.text, $0.purpose) = (fact.segment, fact.kind, fact.text, fact.purpose)
                ($0.choices, $0.isMultiple, $0.circle) = (fact.choices ?? [], fact.isMultiple, fact.circle)
                ($0.seconds, $0.key) = (fact.seconds, fact.key)
            }
        case .promptRemoved(let fact): prompts.removeAll { $0.id == fact.prompt }
        case .promptOpened(let fact):
            change(fact.prompt) {
                ($0.openedAt, $0.closedAt, $0.deadline) = ($0.openedAt ?? at, nil, fact.deadline)
                $0.hasHat = fact.hasHat == true
            }
        case .promptExtended(let fact): change(fact.prompt) { $0.deadline = fact.deadline }
        case .promptClosed(let fact): change(fact.prompt) { $0.closedAt = at }
        case .promptRevealed(let fact): change(fact.prompt) { ($0.revealedAt, $0.change) = (at, fact.change) }
        case .responseSaved(let fact): save(fact)
        case .responseRevealed(let fact):
            // They stand in the order in which they were shown: it does not tell who wrote first.
            change(fact.prompt) { prompt in
                guard let index = prompt.responses.firstIndex(where: { $0.id == fact.response }) else { return }
                prompt.responses.append(prompt.responses.remove(at: index))
            }
            change(fact.response, of: fact.prompt) {
                $0.shown = PromptResponse.Shown(
                    circle: fact.circle, group: fact.group, name: fact.name, readers: fact.readers)
            }
        case .responseWithdrawn(let fact):
            change(fact.response, of: fact.prompt) { ($0.answer, $0.stars, $0.isOnWall) = (nil, [], false) }
            change(fact.prompt) { $0.takeFromClusters(fact.response) }
        case .responseStarred(let fact): change(fact.response, of: fact.prompt) { $0.stars.append(fact.person) }
        case .responseUnstarred(let fact):
            change(fact.response, of: fact.prompt) { $0.stars.removeAll { $0 == fact.person } }
        case .responseShown(let fact): change(fact.response, of: fact.prompt) { $0.isOnWall = fact.isShown }
        case .answersSealed(let fact): change(fact.prompt) { ($0.isSealed, $0.handedIn) = (true, fact.told ?? 0) }
        case .answersRevealed(let fact): change(fact.prompt) { $0.take(fact) }
        case .responsesClustered(let fact): change(fact.prompt) { $0.apply(fact) }
        case .clusterShown(let fact): change(fact.prompt) { $0.apply(fact) }
        }
    }

    /// Somebody who counts only is forgotten in answers as everywhere (`Room.endForEverybody`).
    mutating func forgetInPrompts(_ counted: Set<PersonID>) {
        for prompt in prompts.indices {
            for index in prompts[prompt].responses.indices {
                if prompts[prompt].responses[index].by.map(counted.contains) == true {
                    prompts[prompt].responses[index].by = nil
                }
                prompts[prompt].responses[index].stars.removeAll { counted.contains($0) }
                prompts[prompt].responses[index].shown?.readers?.removeAll { counted.contains($0) }
                guard counted.contains(prompts[prompt].responses[index].author) else { continue }
                prompts[prompt].responses[index].author = .counted
                prompts[prompt].responses[index].shown?.name = nil
            }
        }
    }

    /// Two entries are one person: what they wrote under the former one is theirs, unless they have answered here too.
    mutating func takeResponses(of former: PersonID, _ person: PersonID) {
        for prompt in prompts.indices {
            for index in prompts[prompt].responses.indices where prompts[prompt].responses[index].by == former {
                prompts[prompt].responses[index].by = person
            }
        }
        for prompt in prompts.indices where !prompts[prompt].responses.contains(where: { $0.author == person }) {
            guard let index = prompts[prompt].responses.firstIndex(where: { $0.author == former }) else { continue }
            prompts[prompt].responses[index].author = person
        }
    }

    private mutating func save(_ fact: ResponseSaved) {
        guard let id = fact.response, let person = fact.person else { return }
        let answer = fact.texts.map {
            PromptAnswer(texts: $0, numbers: fact.numbers ?? [], isStudent: fact.isStudent)
        }
        change(fact.prompt) { prompt in
            prompt.handedIn += (fact.isHandedIn ? 1 : 0) - (fact.wasHandedIn ? 1 : 0)
            prompt.handedInForOthers += fact.forOthers ?? 0
            let saved = PromptResponse(
                id: id, author: person, answer: answer, narrowing: fact.narrowing, isHandedIn: fact.isHandedIn,
                by: fact.by)
            if let index = prompt.responses.firstIndex(where: { $0.id == id }) {
                prompt.responses[index] = saved
            } else {
                prompt.responses.append(saved)
            }
        }
    }

    private mutating func change(_ id: PromptID, _ body: (inout Prompt) -> Void) {
        guard let index = prompts.firstIndex(where: { $0.id == id }) else { return }
        body(&prompts[index])
    }

    private mutating func change(_ id: ResponseID, of prompt: PromptID, _ body: (inout PromptResponse) -> Void) {
        change(prompt) { prompt in
            guard let index = prompt.responses.firstIndex(where: { $0.id == id }) else { return }
            body(&prompt.responses[index])
        }
    }
}
