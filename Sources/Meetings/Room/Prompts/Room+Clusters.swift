// Knows how answers are put together: only what everybody has seen, a card in one cluster at a time, and no cluster
// without cards.

extension Room {
    func clustering(_ wish: ClusterResponses) throws(Rejection) -> [Event] {
        let prompt = try prompt(wish.prompt)
        let name = try Text.optionalLine(wish.name, limit: Limits.clusterNameLength)
        try Limits.check(wish.cards.count, 0...Limits.cardsClusteredAtOnce)
        guard Set(wish.cards).count == wish.cards.count else { throw .alreadySo }
        guard wish.cards.allSatisfy(prompt.hasOpenly) else { throw .notFound }
        let isNew = wish.cluster == nil && name != nil
        if let cluster = wish.cluster {
            let known = try prompt.cluster(cluster)
            let isSameName = name == nil || name == known.name
            guard !isSameName || !wish.cards.allSatisfy(known.cards.contains) else { throw .alreadySo }
        } else {
            guard !wish.cards.isEmpty else { throw .notFound }
            guard !isNew || prompt.clusters.count < Limits.clusters else { throw .tooMany(limit: Limits.clusters) }
            let isLoose = wish.cards.allSatisfy { card in !prompt.clusters.contains { $0.cards.contains(card) } }
            guard isNew || !isLoose else { throw .alreadySo }
        }
        return [
            ResponsesClustered(
                prompt: prompt.id, cluster: isNew ? ClusterID(rawValue: fresh("k")) : wish.cluster, name: name,
                cards: wish.cards
            ).event
        ]
    }

    func showing(_ wish: ShowCluster) throws(Rejection) -> [Event] {
        let prompt = try prompt(wish.prompt)
        guard try prompt.cluster(wish.cluster).isOnWall != wish.isShown else { throw .alreadySo }
        return [ClusterShown(prompt: prompt.id, cluster: wish.cluster, isShown: wish.isShown).event]
    }
}

extension Prompt {
    mutating func apply(_ fact: ResponsesClustered) {
        for index in clusters.indices where clusters[index].id != fact.cluster {
            clusters[index].cards.removeAll(where: fact.cards.contains)
        }
        if let id = fact.cluster {
            let index = clusters.firstIndex { $0.id == id } ?? clusters.endIndex
            if index == clusters.endIndex { clusters.append(Cluster(id: id, cards: [])) }
            if let name = fact.name { clusters[index].name = name }
            let known = clusters[index].cards
            clusters[index].cards += fact.cards.filter { !known.contains($0) }
        }
        dropEmptyClusters()
    }

    mutating func apply(_ fact: ClusterShown) {
        guard let index = clusters.firstIndex(where: { $0.id == fact.cluster }) else { return }
        clusters[index].isOnWall = fact.isShown
    }

    /// What was taken back is in no cluster.
    mutating func takeFromClusters(_ response: ResponseID) {
        for index in clusters.indices { clusters[index].cards.removeAll { $0.response == response } }
        dropEmptyClusters()
    }

    private mutating func dropEmptyClusters() { clusters.removeAll(where: \.cards.isEmpty) }

    fileprivate func cluster(_ id: ClusterID) throws(Rejection) -> Cluster {
        guard let found = clusters.first(where: { $0.id == id }) else { throw .notFound }
        return found
    }

    /// Whether it is a text that everybody has seen: what only a group has seen is for the group.
    fileprivate func hasOpenly(_ card: PromptCard) -> Bool {
        guard let response = responses.first(where: { $0.id == card.response }) else { return false }
        return response.shown?.circle.isOpen == true
            && response.answer?.texts.indices.contains(card.index) == true
    }
}
