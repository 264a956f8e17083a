// Knows the state of one live meeting and how a wish becomes facts: `decide` changes nothing, `apply` is total.
// Time comes in from outside and there is no chance in here: the same log always gives the same room.

/// The live state of one meeting: the sum of its entries.
public struct Room: Codable, Equatable, Sendable {
    /// Number of the last entry.
    public internal(set) var sequence: Int64 = 0
    /// Time of the last entry.
    public internal(set) var at: Instant = 0
    public internal(set) var details = MeetingDetails()
    public internal(set) var people: [PersonID: Person] = [:]
    public internal(set) var waiting: [PersonID: Waiting] = [:]
    /// How often somebody was turned away.
    public internal(set) var denials: [PersonID: Int] = [:]
    public internal(set) var removed: [PersonID] = []
    /// Of whom nothing is left but the identifier. What they wrote goes when the log is read again.
    public internal(set) var erased: [PersonID] = []
    /// Who was joined with another entry, and as whom they are here.
    public internal(set) var merged: [PersonID: PersonID] = [:]
    /// Who joined and chose "count only", wherever they are now.
    public internal(set) var countOnly: [PersonID] = []
    /// Who chose "count only" and then something else: what they did until then stays without a name. Only the log can
    /// tell one from the other, so a room of which this is said is read anew when the meeting is over.
    public internal(set) var uncounted: [PersonID] = []
    /// How many people who chose "count only" joined, known once the meeting is over.
    public internal(set) var countedPeople = 0
    public internal(set) var agenda: [Segment] = []
    /// The open segment.
    public internal(set) var current: SegmentID?
    /// What can be taken back for a moment.
    public internal(set) var lastStep: LastStep?
    /// What authors took back, with the time, for as long as they may put it back.
    public internal(set) var takenBack: [String: Instant] = [:]
    public internal(set) var pulses: [Pulse] = []
    /// Of the hands-on items in which somebody said something of a kit.
    public internal(set) var benches: [Bench] = []
    public internal(set) var prompts: [Prompt] = []
    public internal(set) var messages = MessageList()
    public internal(set) var queue: [Hand] = []
    public internal(set) var turn: Turn?
    public internal(set) var talk: [PersonID: Talk] = [:]
    public internal(set) var questions: [Question] = []
    public internal(set) var topics: [Topic] = []
    /// Who has to be together and who apart all evening.
    public internal(set) var pairRules = PairRules()
    /// The same in the groups of one item only.
    public internal(set) var itemRules: [SegmentID: PairRules] = [:]
    public internal(set) var drafts: [Draft] = []
    /// The last one is the running one until it has ended.
    public internal(set) var rounds: [Round] = []
    public internal(set) var announcements: [Announcement] = []
    /// What people will do after the meeting; each is its author's alone.
    public internal(set) var actions: [PersonID: PersonalAction] = [:]
    /// What people said is wrong in what is recorded of them; each is its author's alone.
    public internal(set) var corrections: [PersonID: [RecordCorrection]] = [:]
    /// Reports of other programs that were brought in, taken back or not.
    public internal(set) var reports: [BroughtReport] = []
    /// Who was on the call and never in this room.
    public internal(set) var callers: [PersonID: CallOnly] = [:]

    /// A room before its first entry.
    public init() {}

    /// The room that a log gives.
    public init(replaying entries: some Sequence<Entry>) {
        for entry in entries { apply(entry) }
    }

    /// The open segment, if one is.
    public var segment: Segment? { agenda.first { $0.id == current } }

    /// What a wish would lead to.  Nothing is changed; a rejection says why not.
    public func decide(_ command: Command, _ context: Context) throws(Rejection) -> [Event] {
        try permit(command, context)
        switch command {
        case .frame(let command): return try decide(command, context)
        case .door(let command): return try decide(command, context)
        case .roster(let command): return try decide(command, context)
        case .agenda(let command): return try decide(command, context)
        case .pulse(let command): return try decide(command, context)
        case .bench(let command): return try decide(command, context)
        case .prompts(let command): return try decide(command, context)
        case .chat(let command): return try decide(command, context)
        case .floor(let command): return try decide(command, context)
        case .questions(let command): return try decide(command, context)
        case .topics(let command): return try decide(command, context)
        case .drafts(let command): return try decide(command, context)
        case .groups(let command): return try decide(command, context)
        case .notes(let command): return try decide(command, context)
        case .turns(let command): return try decide(command, context)
        case .takeaway(let command): return try decide(command, context)
        case .imports(let command): return try decide(command, context)
        }
    }

    /// Takes a fact in.  Total: every entry of every version has an effect or none, never a failure.
    public mutating func apply(_ entry: Entry) {
        sequence = entry.sequence
        at = max(at, entry.at)
        remember(before: entry)
        switch entry.event {
        case .frame(let facet): apply(facet, at: entry.at)
        case .door(let facet): apply(facet, at: entry.at)
        case .roster(let facet): apply(facet, at: entry.at)
        case .agenda(let facet): apply(facet, at: entry.at)
        case .pulse(let facet): apply(facet, at: entry.at)
        case .bench(let facet): apply(facet, at: entry.at)
        case .prompts(let facet): apply(facet, at: entry.at)
        case .chat(let facet): apply(facet, at: entry.at)
        case .floor(let facet): apply(facet, at: entry.at)
        case .questions(let facet): apply(facet, at: entry.at)
        case .topics(let facet): apply(facet, at: entry.at)
        case .drafts(let facet): apply(facet, at: entry.at)
        case .groups(let facet): apply(facet, at: entry.at)
        case .notes(let facet): apply(facet, at: entry.at)
        case .turns(let facet): apply(facet, at: entry.at)
        case .takeaway(let facet): apply(facet, at: entry.at)
        case .imports(let facet): apply(facet, at: entry.at)
        }
    }
}
