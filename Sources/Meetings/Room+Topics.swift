// Knows what people offer and need, and from which list of topics they choose.

extension Room {
    func decideTopics(_ command: Command, _ context: Context) throws(Rejection) -> [Event] {
        if case .setTopics(let wished) = command {
            let topics = try checked(wished)
            guard topics != self.topics else { throw .alreadySo }
            return [.topicsSet(topics: topics)]
        }
        if case .recallTopics(let person, let offers, let needs, let teaching) = command {
            guard case .system = context.actor else { throw .notAllowed(needs: .coordinator) }
            return try recalled(person, offers, needs, teaching)
        }
        let actor = try actor(context)
        guard let person = people[actor], person.role != .table else { throw .notFound }
        let source = foreignSource(context, about: actor)
        switch command {
        case .setOffers(let topics):
            let topics = try known(topics)
            guard topics != person.offers else { throw .alreadySo }
            return [.offersSet(person: actor, topics: topics, source: source)]
        case .setNeeds(let topics):
            let topics = try known(topics)
            guard topics != person.needs else { throw .alreadySo }
            return [.needsSet(person: actor, topics: topics, source: source)]
        case .setTeaching(let teaching):
            guard teaching != person.teaching else { throw .alreadySo }
            return [.teachingSet(person: actor, teaching: teaching, source: source)]
        default: throw .notFound
        }
    }

    /// Only for somebody who has said nothing here yet, and only what can still be chosen.
    private func recalled(
        _ id: PersonID, _ offers: [TopicID], _ needs: [TopicID], _ teaching: TeachingPhase?
    ) throws(Rejection) -> [Event] {
        guard let person = people[id], person.role == .participant || person.role.isLeading else { throw .notFound }
        guard person.offers.isEmpty, person.needs.isEmpty, person.teaching == nil else { throw .alreadySo }
        func left(_ wished: [TopicID]) -> [TopicID] {
            var left: [TopicID] = []
            for id in wished where topics.contains(where: { $0.id == id }) && !left.contains(id) { left.append(id) }
            return Array(left.prefix(Limits.topicsPerPerson))
        }
        let (offers, needs) = (left(offers), left(needs))
        guard !offers.isEmpty || !needs.isEmpty || teaching != nil else { throw .alreadySo }
        return (offers.isEmpty ? [] : [.offersSet(person: id, topics: offers)])
            + (needs.isEmpty ? [] : [.needsSet(person: id, topics: needs)])
            + (teaching.map { [.teachingSet(person: id, teaching: $0)] } ?? [])
    }

    /// A list with a name for each topic, each identifier once.
    public func checked(_ wished: [Topic]) throws(Rejection) -> [Topic] {
        guard wished.count <= Limits.topics else { throw .tooMany(limit: Limits.topics) }
        var topics: [Topic] = []
        for topic in wished {
            let id = try Text.line(topic.id.rawValue, limit: Limits.topicLength)
            guard !topics.contains(where: { $0.id.rawValue == id }) else { throw .alreadySo }
            var names: [String: String] = [:]
            for language in ["cy", "en"] {
                names[language] = try Text.optionalLine(topic.names[language], limit: Limits.topicLength)
            }
            guard !names.isEmpty else { throw .textMissing }
            topics.append(Topic(id: TopicID(rawValue: id), names: names))
        }
        return topics
    }

    /// Topics of the list, each once.
    private func known(_ wished: [TopicID]) throws(Rejection) -> [TopicID] {
        guard wished.count <= Limits.topicsPerPerson else { throw .tooMany(limit: Limits.topicsPerPerson) }
        for (index, id) in wished.enumerated() {
            guard topics.contains(where: { $0.id == id }) else { throw .notFound }
            guard !wished[..<index].contains(id) else { throw .alreadySo }
        }
        return wished
    }

    mutating func applyTopics(_ entry: Entry) -> Bool {
        switch entry.event {
        case .topicsSet(let topics): self.topics = topics
        case .offersSet(let id, let topics, _): people[id]?.offers = topics
        case .needsSet(let id, let topics, _): people[id]?.needs = topics
        case .teachingSet(let id, let teaching, _): people[id]?.teaching = teaching
        default: return false
        }
        return true
    }
}
