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
    /// Who joined and chose "count only", wherever they are now.
    public internal(set) var countOnly: [PersonID] = []
    /// How many people who chose "count only" joined, known once the meeting is over.
    public internal(set) var countedPeople = 0
    public internal(set) var agenda: [Segment] = []
    /// The open segment.
    public internal(set) var current: SegmentID?
    public internal(set) var pulses: [Pulse] = []
    public internal(set) var messages: [Message] = []
    public internal(set) var queue: [Hand] = []
    public internal(set) var turn: Turn?
    public internal(set) var talk: [PersonID: Talk] = [:]
    public internal(set) var questions: [Question] = []
    public internal(set) var topics: [Topic] = []
    public internal(set) var pairRules = PairRules()
    public internal(set) var drafts: [Draft] = []
    /// The last one is the running one until it has ended.
    public internal(set) var rounds: [Round] = []
    public internal(set) var announcements: [Announcement] = []

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
        case .chat(let command): return try decide(command, context)
        case .floor(let command): return try decide(command, context)
        case .questions(let command): return try decide(command, context)
        case .topics(let command): return try decide(command, context)
        case .drafts(let command): return try decide(command, context)
        case .groups(let command): return try decide(command, context)
        case .notes(let command): return try decide(command, context)
        }
    }

    /// Takes a fact in.  Total: every entry of every version has an effect or none, never a failure.
    public mutating func apply(_ entry: Entry) {
        sequence = entry.sequence
        at = max(at, entry.at)
        switch entry.event {
        case .frame(let facet): apply(facet, at: entry.at)
        case .door(let facet): apply(facet, at: entry.at)
        case .roster(let facet): apply(facet, at: entry.at)
        case .agenda(let facet): apply(facet, at: entry.at)
        case .pulse(let facet): apply(facet, at: entry.at)
        case .chat(let facet): apply(facet, at: entry.at)
        case .floor(let facet): apply(facet, at: entry.at)
        case .questions(let facet): apply(facet, at: entry.at)
        case .topics(let facet): apply(facet, at: entry.at)
        case .drafts(let facet): apply(facet, at: entry.at)
        case .groups(let facet): apply(facet, at: entry.at)
        case .notes(let facet): apply(facet, at: entry.at)
        }
    }
}
