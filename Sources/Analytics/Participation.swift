// Knows what each person of one meeting did, as one pass over its log: counts of acts, never a score.

import Meetings

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
        case .frame(let fact): take(fact, entry.at)
        case .agenda(let fact): take(fact)
        case .door(let fact): take(fact, entry.at)
        case .roster(let fact): take(fact)
        case .chat(let fact): take(fact, entry.at)
        case .floor(let fact): take(fact, entry.at)
        case .questions(let fact): take(fact, entry.at)
        case .groups(let fact): take(fact, entry.at)
        case .notes(let fact): take(fact, entry.at)
        // Nothing of these counts here.
        case .pulse, .topics, .drafts: break
        }
    }

    private mutating func take(_ fact: FrameFact, _ at: Instant) {
        switch fact {
        case .recordingBegan(let fact): recording = fact.recording
        case .meetingOpened: openedAt = at
        case .meetingEnded: endedAt = at
        case .meetingReopened: endedAt = nil
        case .meetingPlanned, .meetingRetitled, .meetingScheduled, .optionsSet, .roomLocked, .roomUnlocked: break
        }
    }

    private mutating func take(_ fact: AgendaFact) {
        switch fact {
        case .segmentAdded(let fact): segments[fact.segment] = fact.title
        case .segmentRemoved(let fact): segments[fact.segment] = nil
        case .segmentOpened(let fact): segment = fact.segment
        case .segmentEnded, .segmentSkipped: segment = nil
        case .segmentEdited, .segmentMoved, .timeboxSet: break
        }
    }

    private mutating func take(_ fact: DoorFact, _ at: Instant) {
        switch fact {
        case .personJoined(let fact) where fact.person == .counted: counted += 1
        case .personJoined(let fact):
            // A guest and a table's device are heard, not counted. Coming back through the lobby makes no second person.
            guard fact.role != .guest, fact.role != .table else { break }
            var acts = people[fact.person] ?? PersonActs(mode: fact.mode)
            (acts.mode, acts.name, acts.school) = (fact.mode, fact.name, fact.school)
            people[fact.person] = acts
        case .personCheckedIn(let fact): sign(of: fact.person, at) { $0.isCheckedIn = true }
        case .presenceBegan(let fact): sign(of: fact.person, at) { $0.connects += 1 }
        case .personWaited, .personDenied, .personRemoved, .personReturnedToLobby, .presenceEnded, .personSeated: break
        }
    }

    private mutating func take(_ fact: RosterFact) {
        switch fact {
        case .personRenamed(let fact):
            people[fact.person]?.name = fact.name
            people[fact.person]?.school = fact.school
        case .modeSet(let fact): people[fact.person]?.mode = fact.mode
        case .tierSet, .leaveTaken, .leadAppointed, .leadDismissed, .scribeAppointed, .scribeDismissed: break
        }
    }

    private mutating func take(_ fact: ChatFact, _ at: Instant) {
        switch fact {
        case .messagePosted(let fact):
            sign(of: fact.person, at) {
                $0.messages += 1
                $0.messageWords += fact.words
            }
        case .reactionAdded(let fact): sign(of: fact.person, at) { _ in }
        case .messageCorrected, .messageWithdrawn, .messageHidden, .reactionRemoved: break
        }
    }

    private mutating func take(_ fact: FloorFact, _ at: Instant) {
        switch fact {
        case .handRaised(let fact): sign(of: fact.person, at) { $0.handsRaised += 1 }
        case .handLowered(let fact): sign(of: fact.person, at) { _ in }
        case .viewOpened(let fact): sign(of: fact.person, at) { _ in }
        case .handCalled(let fact): people[fact.person]?.called += 1
        case .turnStarted(let fact):
            speak(fact.person)
            sign(of: fact.person, at) { _ in }
        case .speechNoted(let fact): take(fact, at)
        case .turnEnded: break
        }
    }

    private mutating func take(_ fact: SpeechNoted, _ at: Instant) {
        guard let id = fact.person else {
            unattributedLines += 1
            floor = nil
            // An item in which only strangers spoke is an item all the same.
            if let segment { items[segment] = items[segment] ?? ItemTalk() }
            return
        }
        speak(id)
        sign(of: id, at) {
            $0.lines += 1
            $0.words += fact.words
        }
        guard let segment else { return }
        items[segment, default: ItemTalk()].speakers.insert(id)
        items[segment, default: ItemTalk()].words += fact.words
    }

    private mutating func take(_ fact: QuestionFact, _ at: Instant) {
        switch fact {
        case .questionAsked(let fact): sign(of: fact.person, at) { _ in }
        case .questionSupported(let fact): sign(of: fact.person, at) { _ in }
        case .questionAnswered, .questionHidden: break
        }
    }

    private mutating func take(_ fact: GroupFact, _ at: Instant) {
        switch fact {
        case .groupSignalled(let fact): sign(of: fact.person, at) { _ in }
        case .groupsFormed, .groupOpened, .peopleMoved, .groupEdited, .groupsEnded, .groupVisited, .announcementMade:
            break
        }
    }

    private mutating func take(_ fact: NoteFact, _ at: Instant) {
        switch fact {
        case .cardWritten(let fact): sign(of: fact.person, at) { $0.notes += 1 }
        case .cardStarred(let fact): sign(of: fact.person, at) { _ in }
        case .cardEdited, .cardMoved, .cardWithdrawn, .cardUnstarred: break
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
