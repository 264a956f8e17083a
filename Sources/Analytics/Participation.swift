// Knows what each person of one meeting did, as one pass over its log: counts of acts, never a score.

import Meetings

/// What a log says of one person.
public struct PersonActs: Equatable, Sendable {
    public var mode: AttendanceMode
    /// The name under which a recording knows the person; nil once it was erased.
    public var name: String?
    public var school: String?
    /// Whether they were on a list or checked in by somebody else.
    public var isCheckedIn = false
    /// Whether the log saw them at all beyond being let in.
    public var isSeen = false
    /// Times of their first and last sign of life; being called on is none.
    public var first: Instant?
    public var last: Instant?
    public var connects = 0
    public var turns = 0
    public var lines = 0
    public var words = 0
    public var messages = 0
    public var messageWords = 0
    /// Notes of groups; counted beside messages, because the recordings know none.
    public var notes = 0
    public var handsRaised = 0
    public var called = 0
}

/// A run of speech of one person.
public struct SpeechRun: Equatable, Sendable {
    public var person: PersonID
    public var segment: SegmentID?
    /// Whether the run before it is of the same segment.
    public var isAdjacent: Bool
}

/// One item of the agenda as it was spoken in.
public struct ItemTalk: Equatable, Sendable {
    public var turns = 0
    public var speakers: Set<PersonID> = []
    public var words = 0
}

/// What happened in one meeting, by person and by item. A fold: the order and the number of deliveries change nothing.
public struct Participation: Equatable, Sendable {
    public private(set) var recording: Recording?
    public private(set) var openedAt: Instant?
    public private(set) var endedAt: Instant?
    public private(set) var people: [PersonID: PersonActs] = [:]
    /// How many chose "count only" and are known no more.
    public private(set) var counted = 0
    public private(set) var runs: [SpeechRun] = []
    public private(set) var items: [SegmentID: ItemTalk] = [:]
    public private(set) var segments: [SegmentID: String?] = [:]
    public private(set) var unattributedLines = 0

    private var isClockless: Bool { recording?.hasClock == false }
    private var segment: SegmentID?
    private var floor: PersonID?

    /// Folds a whole log, in whatever order its entries come; a repeated one counts once.
    public init(_ entries: some Sequence<Entry>) {
        var last: Int64 = 0
        for entry in entries.sorted(by: { $0.sequence < $1.sequence }) where entry.sequence > last {
            last = entry.sequence
            take(entry)
        }
    }

    private mutating func take(_ entry: Entry) {
        switch entry.event {
        case .recordingBegan(let recording): self.recording = recording
        case .meetingOpened: openedAt = entry.at
        case .meetingEnded: endedAt = entry.at
        case .meetingReopened: endedAt = nil
        case .segmentAdded(let id, _, let title, _, _, _): segments[id] = title
        case .segmentRemoved(let id): segments[id] = nil
        case .segmentOpened(let id): segment = id
        case .segmentEnded, .segmentSkipped: segment = nil
        case .personJoined(.counted, _, _, _, _, _): counted += 1
        case .personJoined(let id, let role, let mode, _, let name, let school):
            // A guest and a table's device are heard, not counted. Coming back through the lobby makes no second person.
            guard role != .guest, role != .table else { break }
            var acts = people[id] ?? PersonActs(mode: mode)
            (acts.mode, acts.name, acts.school) = (mode, name, school)
            people[id] = acts
        case .personRenamed(let id, let name, let school):
            people[id]?.name = name
            people[id]?.school = school
        case .modeSet(let id, let mode, _): people[id]?.mode = mode
        case .personCheckedIn(let id, _): sign(of: id, entry.at) { $0.isCheckedIn = true }
        case .presenceBegan(let id, _): sign(of: id, entry.at) { $0.connects += 1 }
        case .handRaised(let id, _, _): sign(of: id, entry.at) { $0.handsRaised += 1 }
        case .handLowered(let id, _), .viewOpened(let id, _), .reactionAdded(_, let id, _, _),
            .questionSupported(_, let id, _), .questionAsked(_, let id, _, _, _, _):
            sign(of: id, entry.at) { _ in }
        case .handCalled(let id): people[id]?.called += 1
        case .messagePosted(_, let id, _, _, let words, _, _, _):
            sign(of: id, entry.at) {
                $0.messages += 1
                $0.messageWords += words
            }
        case .cardWritten(_, _, let id, _, _, _, _, _, _): sign(of: id, entry.at) { $0.notes += 1 }
        case .cardStarred(_, _, let id, _), .groupSignalled(_, let id, _, _):
            sign(of: id, entry.at) { _ in }
        case .turnStarted(let id, _):
            speak(id)
            sign(of: id, entry.at) { _ in }
        case .speechNoted(nil, _, _, _):
            unattributedLines += 1
            floor = nil
            // An item in which only strangers spoke is an item all the same.
            if let segment { items[segment] = items[segment] ?? ItemTalk() }
        case .speechNoted(let id?, let words, _, _):
            speak(id)
            sign(of: id, entry.at) {
                $0.lines += 1
                $0.words += words
            }
            if let segment {
                items[segment, default: ItemTalk()].speakers.insert(id)
                items[segment, default: ItemTalk()].words += words
            }
        default: break
        }
    }

    private mutating func sign(of id: PersonID, _ at: Instant, _ change: (inout PersonActs) -> Void) {
        guard var acts = people[id] else { return }
        acts.first = min(acts.first ?? at, at)
        acts.last = max(acts.last ?? at, at)
        acts.isSeen = true
        change(&acts)
        people[id] = acts
    }

    /// A turn is a run of speech of one person. Where only the order is known it ends with its agenda item.
    private mutating func speak(_ id: PersonID) {
        guard people[id] != nil else { return }
        let isSameItem = !isClockless || runs.last?.segment == segment
        if floor == id, isSameItem { return }
        let isAdjacent = runs.last.map { $0.segment == segment } ?? false
        runs.append(SpeechRun(person: id, segment: segment, isAdjacent: isAdjacent))
        floor = id
        people[id]?.turns += 1
        if let segment { items[segment, default: ItemTalk()].turns += 1 }
    }
}
