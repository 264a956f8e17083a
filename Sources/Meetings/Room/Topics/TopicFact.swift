// Knows the facts of what people offer and need, and all that each declares.

/// A fact of what people offer and need.
public enum TopicFact: Equatable, Sendable {
    case topicsSet(TopicsSet)
    case offersSet(OffersSet)
    case needsSet(NeedsSet)
    case teachingSet(TeachingSet)

    /// The names of these facts in the log and on the wire.
    public enum Kind: String, CaseIterable, Sendable {
        case topicsSet, offersSet, needsSet, teachingSet

        public var type: any RoomFact.Type {
            switch self {
            case .topicsSet: TopicsSet.self
            case .offersSet: OffersSet.self
            case .needsSet: NeedsSet.self
            case .teachingSet: TeachingSet.self
            }
        }
    }

    public var fact: any RoomFact {
        switch self {
        case .topicsSet(let fact): fact
        case .offersSet(let fact): fact
        case .needsSet(let fact): fact
        case .teachingSet(let fact): fact
        }
    }
}

/// From what people choose.
public struct TopicsSet: RoomFact {
    public var topics: [Topic]

    public static let kept = Kept<Self>(
        TopicFact.Kind.topicsSet, .first, ages: .record,
        fields: Fields(names: [], words: [], codes: [CodingKeys.topics], people: []),
        whose: .actor, object: .nothing, erases: .nothing)
    public static let told = Told<Self>(
        leads: .whole, participants: .whole, guests: .nothing, walls: .nothing, group: .everybody, follows: .nothing)
    public var event: Event { .topics(.topicsSet(self)) }
}

/// What somebody can help with.
public struct OffersSet: RoomFact {
    public var person: PersonID
    public var topics: [TopicID]
    public var source: Source?

    public static let kept = Kept<Self>(
        TopicFact.Kind.offersSet, .first, ages: .record,
        fields: Fields(names: [], words: [], codes: [CodingKeys.topics], people: []),
        whose: .person { $0.person }, object: .nothing, erases: .nothing)
    public static let told = Told<Self>(
        leads: .whole, participants: .whole, guests: .nothing, walls: .nothing, group: .everybody, follows: .nothing)
    public var event: Event { .topics(.offersSet(self)) }
}

/// What somebody would like help with, the most wanted first.
public struct NeedsSet: RoomFact {
    public var person: PersonID
    public var topics: [TopicID]
    public var source: Source?

    public static let kept = Kept<Self>(
        TopicFact.Kind.needsSet, .first, ages: .record,
        fields: Fields(names: [], words: [], codes: [CodingKeys.topics], people: []),
        whose: .person { $0.person }, object: .nothing, erases: .nothing)
    public static let told = Told<Self>(
        leads: .whole, participants: .whole, guests: .nothing, walls: .nothing, group: .everybody, follows: .nothing)
    public var event: Event { .topics(.needsSet(self)) }
}

/// Where in school somebody teaches.
public struct TeachingSet: RoomFact {
    public var person: PersonID
    public var teaching: SchoolPhase?
    public var source: Source?

    public static let kept = Kept<Self>(
        TopicFact.Kind.teachingSet, .first, ages: .record, fields: .plain, whose: .person { $0.person },
        object: .nothing,
        erases: .nothing)
    public static let told = Told<Self>(
        leads: .whole, participants: .whole, guests: .nothing, walls: .nothing, group: .everybody, follows: .nothing)
    public var event: Event { .topics(.teachingSet(self)) }
}
