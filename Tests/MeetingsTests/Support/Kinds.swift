// Knows the kinds of all wishes and facts, as the facets list them, and what the tests have to know of each: a new kind
// does not build until its facet's samples say it.

@testable import Meetings

/// What the tests know of each kind of wish of a facet.
protocol SampledWish: RawRepresentable<String>, CaseIterable, Hashable, Sendable {
    /// With every field filled: what the golden file holds.
    var sample: Command { get }
    /// Who may, written by hand: not what the wish itself says.
    var expected: ExpectedRights { get }
    /// A wish that would succeed in the scene of the rights if it were allowed, about that person.
    func inScene(_ id: PersonID) -> Command
    /// Somebody else to whom it can happen there.
    var other: PersonID { get }
    /// What has to be so there before the wish has anything to change.
    func before(_ id: PersonID) -> [Event]
    /// What is said where it is allowed, concerns oneself, and yet has nothing to change.
    func emptyHanded(_ role: Role) -> Rejection?
}

extension SampledWish {
    var other: PersonID { "you" }
    func before(_ id: PersonID) -> [Event] { [] }
    func emptyHanded(_ role: Role) -> Rejection? { nil }
}

/// What the tests know of each kind of fact of a facet.
protocol SampledFact: RawRepresentable<String>, CaseIterable, Sendable {
    /// With every field filled: what the golden file holds.
    var sample: Event { get }
}

/// The kinds of wishes that can be put to a room.
enum CommandKind: Hashable, Sendable, CaseIterable, CustomStringConvertible {
    case frame(FrameCommand.Kind)
    case door(DoorCommand.Kind)
    case roster(RosterCommand.Kind)
    case agenda(AgendaCommand.Kind)
    case pulse(PulseCommand.Kind)
    case bench(BenchCommand.Kind)
    case prompts(PromptCommand.Kind)
    case chat(ChatCommand.Kind)
    case floor(FloorCommand.Kind)
    case questions(QuestionCommand.Kind)
    case topics(TopicCommand.Kind)
    case drafts(DraftCommand.Kind)
    case groups(GroupCommand.Kind)
    case notes(NoteCommand.Kind)
    case turns(TurnCommand.Kind)
    case takeaway(TakeawayCommand.Kind)
    case imports(ImportCommand.Kind)

    static let allCases: [CommandKind] = Event.Facet.allCases.flatMap(\.wishes)

    private var wish: any SampledWish {
        switch self {
        case .frame(let kind): kind
        case .door(let kind): kind
        case .roster(let kind): kind
        case .agenda(let kind): kind
        case .pulse(let kind): kind
        case .bench(let kind): kind
        case .prompts(let kind): kind
        case .chat(let kind): kind
        case .floor(let kind): kind
        case .questions(let kind): kind
        case .topics(let kind): kind
        case .drafts(let kind): kind
        case .groups(let kind): kind
        case .notes(let kind): kind
        case .turns(let kind): kind
        case .takeaway(let kind): kind
        case .imports(let kind): kind
        }
    }

    /// Its name on the wire.
    var name: String { wish.rawValue }
    var description: String { name }
    var sample: Command { wish.sample }
    var expected: ExpectedRights { wish.expected }
    var other: PersonID { wish.other }
    func inScene(_ id: PersonID) -> Command { wish.inScene(id) }
    func before(_ id: PersonID) -> [Event] { wish.before(id) }
    func emptyHanded(_ role: Role) -> Rejection? { wish.emptyHanded(role) }
}

extension Event.Facet {
    /// The kinds of wishes of the facet.
    var wishes: [CommandKind] {
        switch self {
        case .frame: FrameCommand.Kind.allCases.map(CommandKind.frame)
        case .door: DoorCommand.Kind.allCases.map(CommandKind.door)
        case .roster: RosterCommand.Kind.allCases.map(CommandKind.roster)
        case .agenda: AgendaCommand.Kind.allCases.map(CommandKind.agenda)
        case .pulse: PulseCommand.Kind.allCases.map(CommandKind.pulse)
        case .bench: BenchCommand.Kind.allCases.map(CommandKind.bench)
        case .prompts: PromptCommand.Kind.allCases.map(CommandKind.prompts)
        case .chat: ChatCommand.Kind.allCases.map(CommandKind.chat)
        case .floor: FloorCommand.Kind.allCases.map(CommandKind.floor)
        case .questions: QuestionCommand.Kind.allCases.map(CommandKind.questions)
        case .topics: TopicCommand.Kind.allCases.map(CommandKind.topics)
        case .drafts: DraftCommand.Kind.allCases.map(CommandKind.drafts)
        case .groups: GroupCommand.Kind.allCases.map(CommandKind.groups)
        case .notes: NoteCommand.Kind.allCases.map(CommandKind.notes)
        case .turns: TurnCommand.Kind.allCases.map(CommandKind.turns)
        case .takeaway: TakeawayCommand.Kind.allCases.map(CommandKind.takeaway)
        case .imports: ImportCommand.Kind.allCases.map(CommandKind.imports)
        }
    }

    /// The kinds of facts of the facet.
    var facts: [any SampledFact] {
        switch self {
        case .frame: FrameFact.Kind.allCases
        case .door: DoorFact.Kind.allCases
        case .roster: RosterFact.Kind.allCases
        case .agenda: AgendaFact.Kind.allCases
        case .pulse: PulseFact.Kind.allCases
        case .bench: BenchFact.Kind.allCases
        case .prompts: PromptFact.Kind.allCases
        case .chat: ChatFact.Kind.allCases
        case .floor: FloorFact.Kind.allCases
        case .questions: QuestionFact.Kind.allCases
        case .topics: TopicFact.Kind.allCases
        case .drafts: DraftFact.Kind.allCases
        case .groups: GroupFact.Kind.allCases
        case .notes: NoteFact.Kind.allCases
        case .turns: TurnFact.Kind.allCases
        case .takeaway: TakeawayFact.Kind.allCases
        case .imports: ImportFact.Kind.allCases
        }
    }
}
