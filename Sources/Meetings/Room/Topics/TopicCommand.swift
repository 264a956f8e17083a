// Knows the wishes that concern what people offer and need, each with its row of rights.

/// A wish that concerns what people offer and need.
public enum TopicCommand: Equatable, Sendable {
    case setTopics(SetTopics)
    case recallTopics(RecallTopics)
    case setOffers(SetOffers)
    case setNeeds(SetNeeds)
    case setTeaching(SetTeaching)

    /// The names of these wishes on the wire.
    public enum Kind: String, CaseIterable, Sendable {
        case setTopics, recallTopics, setOffers, setNeeds, setTeaching

        public var type: any RoomWish.Type {
            switch self {
            case .setTopics: SetTopics.self
            case .recallTopics: RecallTopics.self
            case .setOffers: SetOffers.self
            case .setNeeds: SetNeeds.self
            case .setTeaching: SetTeaching.self
            }
        }
    }

    public var wish: any RoomWish {
        switch self {
        case .setTopics(let wish): wish
        case .recallTopics(let wish): wish
        case .setOffers(let wish): wish
        case .setNeeds(let wish): wish
        case .setTeaching(let wish): wish
        }
    }
}

/// From what people choose.
public struct SetTopics: RoomWish {
    public var topics: [Topic]

    public static let granted = Granted<Self>(
        TopicCommand.Kind.setTopics, in: [.planned, .open], own: .leads, other: .nobody, scribe: false,
        forOthers: false, about: .nothing)
    public var command: Command { .topics(.setTopics(self)) }

    public init(topics: [Topic]) {
        self.topics = topics
    }
}

/// What somebody said at an earlier meeting; what is no topic any more is left out.
public struct RecallTopics: RoomWish {
    public var person: PersonID
    public var offers: [TopicID]
    public var needs: [TopicID]
    public var teaching: SchoolPhase?

    public static let granted = Granted<Self>(
        TopicCommand.Kind.recallTopics, in: [], own: .nobody, other: .nobody, scribe: false, forOthers: false,
        about: .of { $0.person })
    public var command: Command { .topics(.recallTopics(self)) }

    public init(person: PersonID, offers: [TopicID], needs: [TopicID], teaching: SchoolPhase?) {
        (self.person, self.offers, self.needs, self.teaching) = (person, offers, needs, teaching)
    }
}

/// What I can help with.
public struct SetOffers: RoomWish {
    public var topics: [TopicID]

    public static let granted = Granted<Self>(
        TopicCommand.Kind.setOffers, in: [.planned, .open], own: .members, other: .nobody, scribe: false,
        forOthers: true, about: .nothing)
    public var command: Command { .topics(.setOffers(self)) }

    public init(topics: [TopicID]) {
        self.topics = topics
    }
}

/// What I would like help with, the most wanted first.
public struct SetNeeds: RoomWish {
    public var topics: [TopicID]

    public static let granted = Granted<Self>(
        TopicCommand.Kind.setNeeds, in: [.planned, .open], own: .members, other: .nobody, scribe: false,
        forOthers: true, about: .nothing)
    public var command: Command { .topics(.setNeeds(self)) }

    public init(topics: [TopicID]) {
        self.topics = topics
    }
}

/// Where in school I teach.
public struct SetTeaching: RoomWish {
    public var teaching: SchoolPhase?

    public static let granted = Granted<Self>(
        TopicCommand.Kind.setTeaching, in: [.planned, .open], own: .members, other: .nobody, scribe: false,
        forOthers: true, about: .nothing)
    public var command: Command { .topics(.setTeaching(self)) }

    public init(teaching: SchoolPhase?) {
        self.teaching = teaching
    }
}
