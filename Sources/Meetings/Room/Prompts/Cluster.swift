// Knows what a cluster of answers is: what a lead puts together, under a name, once answers are shown; with its wishes
// and facts. The rules are in Room+Clusters.

/// One text of an answer: of several short ones each is a card of its own.
public struct PromptCard: Codable, Hashable, Sendable {
    public var response: ResponseID
    /// Its place in the answer, from 0.
    public var index: Int

    /// A card; it is checked where it enters a room.
    public init(response: ResponseID, index: Int) { (self.response, self.index) = (response, index) }
}

/// Cards that say something similar.
public struct Cluster: Codable, Equatable, Sendable {
    public var id: ClusterID
    /// At most `Limits.clusterNameLength` characters; nil once it was erased.
    public var name: String?
    /// In the order in which they were put together; never none.
    public var cards: [PromptCard]
    /// Whether it stands on the wall.
    public var isOnWall = false
}

/// Puts cards into a cluster, from wherever they are; with a name alone into a new one, with neither back among the
/// others. A name given to a cluster that is there is its name from now on.
public struct ClusterResponses: RoomWish {
    public var prompt: PromptID
    public var cluster: ClusterID?
    public var name: String?
    public var cards: [PromptCard]

    public static let granted = Granted<Self>(
        PromptCommand.Kind.clusterResponses, in: [.open], own: .leads, other: .nobody, scribe: false,
        forOthers: false, about: .nothing)
    public var command: Command { .prompts(.clusterResponses(self)) }

    public init(prompt: PromptID, cluster: ClusterID?, name: String?, cards: [PromptCard]) {
        (self.prompt, self.cluster, self.name, self.cards) = (prompt, cluster, name, cards)
    }
}

/// Brings a cluster with all its cards to the wall, or takes it from there.
public struct ShowCluster: RoomWish {
    public var prompt: PromptID
    public var cluster: ClusterID
    public var isShown: Bool

    public static let granted = Granted<Self>(
        PromptCommand.Kind.showCluster, in: [.open], own: .leads, other: .nobody, scribe: false, forOthers: false,
        about: .nothing)
    public var command: Command { .prompts(.showCluster(self)) }

    public init(prompt: PromptID, cluster: ClusterID, isShown: Bool) {
        (self.prompt, self.cluster, self.isShown) = (prompt, cluster, isShown)
    }
}

/// Cards are in that cluster now, or in none.
public struct ResponsesClustered: RoomFact {
    public var prompt: PromptID
    public var cluster: ClusterID?
    public var name: String?
    public var cards: [PromptCard]

    public static let kept = Kept<Self>(
        PromptFact.Kind.responsesClustered, .first, ages: .work,
        fields: Fields(names: [], words: [CodingKeys.name], codes: [], people: []), whose: .actor,
        object: .of { $0.cluster?.rawValue }, erases: .nothing)
    public static let told = Told<Self>(
        leads: .whole, participants: .whole, guests: .nothing, walls: .nothing, group: .everybody,
        follows: .of { _ in [.wallsAnew] })
    public var event: Event { .prompts(.responsesClustered(self)) }
}

/// A cluster stands on the wall, or no longer.
public struct ClusterShown: RoomFact {
    public var prompt: PromptID
    public var cluster: ClusterID
    public var isShown: Bool

    public static let kept = Kept<Self>(
        PromptFact.Kind.clusterShown, .first, ages: .work,
        fields: .plain, whose: .actor, object: .of { $0.cluster.rawValue },
        erases: .nothing)
    public static let told = Told<Self>(
        leads: .whole, participants: .whole, guests: .nothing, walls: .nothing, group: .everybody,
        follows: .of { _ in [.wallsAnew] })
    public var event: Event { .prompts(.clusterShown(self)) }
}
