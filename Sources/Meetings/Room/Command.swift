// Knows all wishes that can be put to a room: a facet each, whose folder holds the wishes themselves. A `person` that
// is missing in one means "me".

/// A wish, in the imperative. What comes of it is a list of events or one rejection.
public enum Command: Equatable, Sendable {
    case frame(FrameCommand)
    case door(DoorCommand)
    case roster(RosterCommand)
    case agenda(AgendaCommand)
    case pulse(PulseCommand)
    case bench(BenchCommand)
    case prompts(PromptCommand)
    case chat(ChatCommand)
    case floor(FloorCommand)
    case questions(QuestionCommand)
    case topics(TopicCommand)
    case drafts(DraftCommand)
    case groups(GroupCommand)
    case notes(NoteCommand)
    case turns(TurnCommand)
    case takeaway(TakeawayCommand)
    case imports(ImportCommand)

    /// The kinds of wishes of a facet.
    private static func types(of facet: Event.Facet) -> [any RoomWish.Type] {
        switch facet {
        case .frame: FrameCommand.Kind.allCases.map(\.type)
        case .door: DoorCommand.Kind.allCases.map(\.type)
        case .roster: RosterCommand.Kind.allCases.map(\.type)
        case .agenda: AgendaCommand.Kind.allCases.map(\.type)
        case .pulse: PulseCommand.Kind.allCases.map(\.type)
        case .bench: BenchCommand.Kind.allCases.map(\.type)
        case .prompts: PromptCommand.Kind.allCases.map(\.type)
        case .chat: ChatCommand.Kind.allCases.map(\.type)
        case .floor: FloorCommand.Kind.allCases.map(\.type)
        case .questions: QuestionCommand.Kind.allCases.map(\.type)
        case .topics: TopicCommand.Kind.allCases.map(\.type)
        case .drafts: DraftCommand.Kind.allCases.map(\.type)
        case .groups: GroupCommand.Kind.allCases.map(\.type)
        case .notes: NoteCommand.Kind.allCases.map(\.type)
        case .turns: TurnCommand.Kind.allCases.map(\.type)
        case .takeaway: TakeawayCommand.Kind.allCases.map(\.type)
        case .imports: ImportCommand.Kind.allCases.map(\.type)
        }
    }

    /// Every kind of wish.
    public static let types: [any RoomWish.Type] = Event.Facet.allCases.flatMap(types(of:))

    private static let byKind: [String: any RoomWish.Type] = Dictionary(
        uniqueKeysWithValues: types.map { ($0.kind, $0) })

    /// The wish itself.
    public var wish: any RoomWish {
        switch self {
        case .frame(let facet): facet.wish
        case .door(let facet): facet.wish
        case .roster(let facet): facet.wish
        case .agenda(let facet): facet.wish
        case .pulse(let facet): facet.wish
        case .bench(let facet): facet.wish
        case .prompts(let facet): facet.wish
        case .chat(let facet): facet.wish
        case .floor(let facet): facet.wish
        case .questions(let facet): facet.wish
        case .topics(let facet): facet.wish
        case .drafts(let facet): facet.wish
        case .groups(let facet): facet.wish
        case .notes(let facet): facet.wish
        case .turns(let facet): facet.wish
        case .takeaway(let facet): facet.wish
        case .imports(let facet): facet.wish
        }
    }

    /// Its name on the wire.
    public var kind: String { type(of: wish).kind }
    /// Its row of the rights table.
    public var rights: Rights.Row { type(of: wish).rights }
    /// The person whom it concerns, where it names one.
    public var target: PersonID? { wish.target }
}

extension RoomWish {
    /// Its name on the wire.
    public static var kind: String { granted.kind }
    /// Its row of the rights table.
    public static var rights: Rights.Row { granted.row }
    var target: PersonID? { Self.granted.about(self) }
}

extension Command: Codable {
    public init(from decoder: any Decoder) throws {
        let (kind, container) = try OneKey.open(decoder)
        guard let type = Self.byKind[kind] else { throw OneKey.unknown(kind, container) }
        self = try container.decode(type, forKey: NameKey(stringValue: kind)).command
    }

    public func encode(to encoder: any Encoder) throws { try OneKey.write(wish, kind, to: encoder) }
}
