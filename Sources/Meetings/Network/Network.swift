// Knows the state of what lives between meetings and how a wish becomes facts: `decide` changes nothing, `apply` is
// total. Time comes in from outside and there is no chance in here: the same log always gives the same network.

/// Who wishes.
public enum NetworkActor: Equatable, Sendable {
    case system
    case person(PersonID, NetworkRole)
}

/// What comes in with a command.
public struct NetworkContext: Equatable, Sendable {
    public var actor: NetworkActor
    /// Server time; the host keeps it from going backwards.
    public var at: Instant

    public init(actor: NetworkActor, at: Instant) { (self.actor, self.at) = (actor, at) }
}

/// What lives between the meetings of one network: the sum of its entries. Names and schools are not in it.
public struct Network: Codable, Equatable, Sendable {
    /// Number of the last entry.
    public internal(set) var sequence: Int64 = 0
    /// Time of the last entry.
    public internal(set) var at: Instant = 0
    /// Those who want a buddy.
    public internal(set) var members: [PersonID: BuddyMember] = [:]
    /// With whom somebody does not want to be again; theirs alone.
    public internal(set) var blocks: [PersonID: [PersonID]] = [:]
    public internal(set) var rounds: [BuddyRound] = []
    /// All there ever were, in order.
    public internal(set) var pairs: [BuddyPair] = []
    /// The prompts that it keeps for itself, in the order in which they were kept first.
    public internal(set) var deck: [DeckPrompt] = []
    /// Complaints about data, in the order in which they came.
    public internal(set) var complaints: [Complaint] = []
    /// The newest looks at personal data, in order: `NetworkLimits.looksAtHand` at least, where there were as many.
    public internal(set) var looks: [LookTaken] = []
    /// In the order in which they were made.
    public internal(set) var series: [Series] = []
    /// The packs that evaluators got, in order.
    public internal(set) var packs: [PackRelease] = []

    /// A network before its first entry.
    public init() {}

    /// The network that a log gives.
    public init(replaying entries: some Sequence<NetworkEntry>) {
        for entry in entries { apply(entry) }
    }

    public func pair(_ id: PairID) -> BuddyPair? { pairs.last { $0.id == id } }

    /// The buddies, proposed or made, whom somebody has now.
    public func openPair(of person: PersonID) -> BuddyPair? {
        pairs.last { $0.isOpen && $0.members.contains(person) }
    }

    public func isBlocked(_ one: PersonID, _ other: PersonID) -> Bool {
        blocks[one]?.contains(other) ?? false || blocks[other]?.contains(one) ?? false
    }

    /// How one's buddies can be reached: only of buddies to whom all have said yes, and only for one of them.
    public func contacts(_ pair: PairID, for person: PersonID) -> [PersonID: String] {
        guard let pair = self.pair(pair), pair.state == .made, pair.members.contains(person) else { return [:] }
        var contacts: [PersonID: String] = [:]
        for other in pair.members where other != person { contacts[other] = members[other]?.wish.contact }
        return contacts
    }

    /// What a wish would lead to. Nothing is changed; a rejection says why not.
    public func decide(_ command: NetworkCommand, _ context: NetworkContext) throws(Rejection) -> [NetworkEvent] {
        try permit(command, context.actor)
        switch command {
        case .members(let command): return try decide(command, context)
        case .buddies(let command): return try decide(command, context)
        case .sharing(let command): return try decide(command, context)
        case .deck(let command): return try decide(command, context)
        case .trust(let command): return try decide(command, context)
        case .series(let command): return try decide(command, context)
        case .packs(let command): return try decide(command, context)
        }
    }

    /// Takes a fact in. Total: every entry has an effect or none, never a failure.
    public mutating func apply(_ entry: NetworkEntry) {
        sequence = entry.sequence
        at = max(at, entry.at)
        switch entry.event {
        case .members(let facet): apply(facet, at: entry.at)
        case .buddies(let facet): apply(facet, at: entry.at)
        case .sharing(let facet): apply(facet, at: entry.at)
        case .deck(let facet): apply(facet, at: entry.at)
        case .trust(let facet): apply(facet, at: entry.at)
        case .series(let facet): apply(facet, at: entry.at)
        case .packs(let facet): apply(facet, at: entry.at)
        }
    }

    /// The default-deny check of `NetworkRights`. Whoever is none of the buddies does not learn that they exist.
    private func permit(_ command: NetworkCommand, _ actor: NetworkActor) throws(Rejection) {
        guard case .person(let person, let role) = actor else { return }
        var standing = NetworkRights.Standing.none
        if let id = command.pair {
            standing = pair(id).map { $0.members.contains(person) } ?? false ? .buddy : .outsider
        }
        let rights = command.rights
        guard !rights.allows(role, standing) else { return }
        if standing == .outsider, rights.allows(role, .buddy) { throw .notFound }
        let isForCoordinators = rights.roles.contains(.coordinator)
        throw .notAllowed(needs: isForCoordinators ? .coordinator : .participant)
    }

    /// The person whose act it is; the server has no hands.
    func actor(_ context: NetworkContext) throws(Rejection) -> PersonID {
        guard case .person(let id, _) = context.actor else { throw .notAllowed(needs: .participant) }
        return id
    }

    /// Identifiers come from the place in the log, so that they need no chance.
    func fresh(_ letter: String, after count: Int = 0) -> String { "\(letter)\(sequence + 1 + Int64(count))" }
}

/// Two or three people who are to be buddies, or are.
public struct PairID: Identifier {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
}

/// One forming of buddies.
public struct PairingID: Identifier {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
}

/// A note on a page that buddies share.
public struct NoteID: Identifier {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
}
