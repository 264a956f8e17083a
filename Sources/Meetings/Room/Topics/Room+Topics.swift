// Knows what people offer and need, and from which list of topics they choose.

extension Room {
    func decide(_ command: TopicCommand, _ context: Context) throws(Rejection) -> [Event] {
        switch command {
        case .setTopics(let wish):
            let topics = try checked(wish.topics)
            guard topics != self.topics else { throw .alreadySo }
            return [TopicsSet(topics: topics).event]
        case .recallTopics(let wish):
            guard case .system = context.actor else { throw .notAllowed(needs: .coordinator) }
            return try recalled(wish.person, wish.offers, wish.needs, wish.teaching)
        case .setOffers(let wish):
            let (id, person) = try speaker(context)
            let topics = try known(wish.topics)
            guard topics != person.offers else { throw .alreadySo }
            return [OffersSet(person: id, topics: topics, source: foreignSource(context, about: id)).event]
        case .setNeeds(let wish):
            let (id, person) = try speaker(context)
            let topics = try known(wish.topics)
            guard topics != person.needs else { throw .alreadySo }
            return [NeedsSet(person: id, topics: topics, source: foreignSource(context, about: id)).event]
        case .setTeaching(let wish):
            let (id, person) = try speaker(context)
            guard wish.teaching != person.teaching else { throw .alreadySo }
            return [TeachingSet(person: id, teaching: wish.teaching, source: foreignSource(context, about: id)).event]
        }
    }

    /// Whoever says something of themselves; a table's device has nothing to say.
    private func speaker(_ context: Context) throws(Rejection) -> (PersonID, Person) {
        let actor = try actor(context)
        guard let person = people[actor], person.role != .table else { throw .notFound }
        return (actor, person)
    }

    /// Only for somebody who has said nothing here yet, and only what can still be chosen.
    private func recalled(
        _ id: PersonID, _ offers: [TopicID], _ needs: [TopicID], _ teaching: SchoolPhase?
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
        return (offers.isEmpty ? [] : [OffersSet(person: id, topics: offers).event])
            + (needs.isEmpty ? [] : [NeedsSet(person: id, topics: needs).event])
            + (teaching.map { [TeachingSet(person: id, teaching: $0).event] } ?? [])
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

    mutating func apply(_ facet: TopicFact, at: Instant) {
        switch facet {
        case .topicsSet(let fact): self.topics = fact.topics
        case .offersSet(let fact): people[fact.person]?.offers = fact.topics
        case .needsSet(let fact): people[fact.person]?.needs = fact.topics
        case .teachingSet(let fact): people[fact.person]?.teaching = fact.teaching
        }
    }
}
