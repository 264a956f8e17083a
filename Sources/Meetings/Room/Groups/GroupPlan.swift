// Knows how groups are wished for: who sits together, on what, where, and how they were found.

/// Who does what in a group; suggestions, nobody is held to them.
public struct GroupRoles: Codable, Equatable, Sendable {
    public var facilitator: PersonID?
    public var scribe: PersonID?
    public var reporter: PersonID?

    /// Roles, each of which may be missing.
    public init(facilitator: PersonID? = nil, scribe: PersonID? = nil, reporter: PersonID? = nil) {
        self.facilitator = facilitator
        self.scribe = scribe
        self.reporter = reporter
    }

    var people: [PersonID] { [facilitator, scribe, reporter].compactMap(\.self) }

    /// The same with somebody in the place of another entry of theirs.
    func meaning(_ into: PersonID, by former: PersonID) -> GroupRoles {
        func meant(_ id: PersonID?) -> PersonID? { id == former ? into : id }
        return GroupRoles(facilitator: meant(facilitator), scribe: meant(scribe), reporter: meant(reporter))
    }

    /// The same without those people.
    func without(_ gone: Set<PersonID>) -> GroupRoles {
        GroupRoles(
            facilitator: facilitator.flatMap { gone.contains($0) ? nil : $0 },
            scribe: scribe.flatMap { gone.contains($0) ? nil : $0 },
            reporter: reporter.flatMap { gone.contains($0) ? nil : $0 })
    }
}

/// What a lead writes for a group; nil where the round's own counts.
public struct GroupTexts: Codable, Equatable, Sendable {
    public var task: String?
    public var resources: String?
    /// Where those who are remote meet: an `http` or `https` address.
    public var link: String?
    /// Names of those who have a seat here and have not come yet.
    public var expected: [String]?
    /// What the group is called from the beginning; it is renamed by a wish of its own.
    public var name: String?

    /// Texts, each of which may be missing.
    public init(
        task: String? = nil, resources: String? = nil, link: String? = nil, expected: [String]? = nil,
        name: String? = nil
    ) {
        self.name = name
        self.task = task
        self.resources = resources
        self.link = link
        self.expected = expected
    }
}

/// What a lead writes for a whole round.
public struct RoundTexts: Codable, Equatable, Sendable {
    public var task: String?
    public var resources: String?
    /// One for each group, in order.
    public var groups: [GroupTexts]

    /// Texts of a round and of its groups.
    public init(task: String? = nil, resources: String? = nil, groups: [GroupTexts] = []) {
        self.task = task
        self.resources = resources
        self.groups = groups
    }
}

/// Who sits together, without a word that anybody wrote.
public struct GroupSeats: Codable, Equatable, Sendable {
    public var group: GroupID
    public var members: [PersonID]
    /// The number of the table at which those in the room sit.
    public var table: Int?
    /// Whose device joins those in the room and those on the call.
    public var bridge: PersonID?
    public var roles: GroupRoles

    /// The seats of one group.
    public init(
        group: GroupID, members: [PersonID], table: Int? = nil, bridge: PersonID? = nil,
        roles: GroupRoles = GroupRoles()
    ) {
        self.group = group
        self.members = members
        self.table = table
        self.bridge = bridge
        self.roles = roles
    }
}

/// How groups were found: enough to find them again with the same roster. Nothing of it is needed to replay.
public struct Draw: Codable, Equatable, Sendable {
    /// Why in this way: what the lead tapped.
    public enum Choice: String, Codable, Sendable, CaseIterable {
        case mix, expertise, samePhase, keepLast, newPartners, separate, bridged
        /// Put together by hand or from a list.
        case byHand
    }

    public var choice: Choice
    public var seed: Int64
    public var iterations: Int
    public var engine: String
    /// Points of regret; smaller is better.
    public var points: Int
    /// Whether somebody was moved by hand afterwards.
    public var isEdited: Bool

    /// How groups were found.
    public init(
        choice: Choice, seed: Int64 = 0, iterations: Int = 0, engine: String = "", points: Int = 0,
        isEdited: Bool = false
    ) {
        self.choice = choice
        self.seed = seed
        self.iterations = iterations
        self.engine = engine
        self.points = points
        self.isEdited = isEdited
    }
}

/// One group as it is wished for.
public struct GroupPlan: Codable, Equatable, Sendable {
    public var members: [PersonID]
    public var table: Int?
    public var bridge: PersonID?
    public var roles: GroupRoles
    public var texts: GroupTexts

    /// A group; it is checked where it enters a room.
    public init(
        members: [PersonID], table: Int? = nil, bridge: PersonID? = nil, roles: GroupRoles = GroupRoles(),
        texts: GroupTexts = GroupTexts()
    ) {
        self.members = members
        self.table = table
        self.bridge = bridge
        self.roles = roles
        self.texts = texts
    }
}

/// What a round of groups is for, where it is no round of work.
public enum RoundKind: String, Codable, Sendable, CaseIterable {
    /// Two and two have coffee: who with whom and how long is kept, and nothing of what they say.
    case coffee
}

/// A round as it is wished for.
public struct RoundPlan: Codable, Equatable, Sendable {
    public var groups: [GroupPlan]
    /// For every group that has none of its own.
    public var task: String?
    public var resources: String?
    public var draw: Draw
    /// How long the groups work, `Limits.roundSeconds`; nil: until a lead ends them.
    public var timeboxSeconds: Int?
    /// What it is for, where it is no round of work; groups that are prepared keep it not.
    public var kind: RoundKind?

    /// A round; it is checked where it enters a room.
    public init(
        groups: [GroupPlan], task: String? = nil, resources: String? = nil, draw: Draw, timeboxSeconds: Int? = nil,
        kind: RoundKind? = nil
    ) {
        self.kind = kind
        self.timeboxSeconds = timeboxSeconds
        self.groups = groups
        self.task = task
        self.resources = resources
        self.draw = draw
    }
}
