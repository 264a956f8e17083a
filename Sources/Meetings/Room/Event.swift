// Knows all facts of a room: a facet each, whose folder holds the facts themselves.

/// A fact, in the past tense. Text and names in it are optional because they can be erased: the fact stays.
public enum Event: Equatable, Sendable {
    case frame(FrameFact)
    case door(DoorFact)
    case roster(RosterFact)
    case agenda(AgendaFact)
    case pulse(PulseFact)
    case bench(BenchFact)
    case prompts(PromptFact)
    case chat(ChatFact)
    case floor(FloorFact)
    case questions(QuestionFact)
    case topics(TopicFact)
    case drafts(DraftFact)
    case groups(GroupFact)
    case notes(NoteFact)
    case turns(TurnFact)
    case takeaway(TakeawayFact)
    case imports(ImportFact)

    /// The facets of a room.
    enum Facet: CaseIterable {
        case frame, door, roster, agenda, pulse, prompts, bench, chat, floor, questions, topics, drafts, groups, notes,
            turns, takeaway, imports

        /// The kinds of facts of this facet.
        var types: [any RoomFact.Type] {
            switch self {
            case .frame: FrameFact.Kind.allCases.map(\.type)
            case .door: DoorFact.Kind.allCases.map(\.type)
            case .roster: RosterFact.Kind.allCases.map(\.type)
            case .agenda: AgendaFact.Kind.allCases.map(\.type)
            case .pulse: PulseFact.Kind.allCases.map(\.type)
            case .bench: BenchFact.Kind.allCases.map(\.type)
            case .prompts: PromptFact.Kind.allCases.map(\.type)
            case .chat: ChatFact.Kind.allCases.map(\.type)
            case .floor: FloorFact.Kind.allCases.map(\.type)
            case .questions: QuestionFact.Kind.allCases.map(\.type)
            case .topics: TopicFact.Kind.allCases.map(\.type)
            case .drafts: DraftFact.Kind.allCases.map(\.type)
            case .groups: GroupFact.Kind.allCases.map(\.type)
            case .notes: NoteFact.Kind.allCases.map(\.type)
            case .turns: TurnFact.Kind.allCases.map(\.type)
            case .takeaway: TakeawayFact.Kind.allCases.map(\.type)
            case .imports: ImportFact.Kind.allCases.map(\.type)
            }
        }
    }

    /// Every kind of fact.
    public static let types: [any RoomFact.Type] = Facet.allCases.flatMap(\.types)

    private static let byKind: [String: any RoomFact.Type] = Dictionary(
        uniqueKeysWithValues: types.map { ($0.kind, $0) })

    /// The kind of that name in the log and on the wire.
    public static func named(_ kind: String) -> (any RoomFact.Type)? { byKind[kind] }

    /// The fact itself.
    public var fact: any RoomFact {
        switch self {
        case .frame(let facet): facet.fact
        case .door(let facet): facet.fact
        case .roster(let facet): facet.fact
        case .agenda(let facet): facet.fact
        case .pulse(let facet): facet.fact
        case .bench(let facet): facet.fact
        case .prompts(let facet): facet.fact
        case .chat(let facet): facet.fact
        case .floor(let facet): facet.fact
        case .questions(let facet): facet.fact
        case .topics(let facet): facet.fact
        case .drafts(let facet): facet.fact
        case .groups(let facet): facet.fact
        case .notes(let facet): facet.fact
        case .turns(let facet): facet.fact
        case .takeaway(let facet): facet.fact
        case .imports(let facet): facet.fact
        }
    }
}

extension Event: Codable {
    public init(from decoder: any Decoder) throws {
        let (kind, container) = try OneKey.open(decoder)
        guard let type = Self.named(kind) else { throw OneKey.unknown(kind, container) }
        self = try container.decode(type, forKey: NameKey(stringValue: kind)).event
    }

    public func encode(to encoder: any Encoder) throws { try OneKey.write(fact, kind, to: encoder) }
}

/// A fact with its place in the log.
public struct Entry: Codable, Equatable, Sendable {
    /// Gap-free per room, from 1.
    public var sequence: Int64
    /// Server time; never before the entry before it.
    public var at: Instant
    public var event: Event

    /// An entry as it comes from the log.
    public init(sequence: Int64, at: Instant, event: Event) {
        self.sequence = sequence
        self.at = at
        self.event = event
    }
}
