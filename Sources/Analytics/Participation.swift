// Knows what each person of one meeting did, as one pass over its log: counts of acts, never a score.

import Meetings

/// What happened in one meeting, by person and by item. A fold: the order and the number of deliveries change nothing.
public struct Participation: Equatable, Sendable {
    public private(set) var recording: Recording?
    /// When the meeting was open.
    public private(set) var sittings = Sittings()
    public internal(set) var people: [PersonID: PersonActs] = [:]
    /// How many chose "count only" and are known no more.
    public private(set) var counted = 0
    /// What all of them did together.
    public private(set) var countedActs = PersonActs(mode: .unknown)
    /// Who was joined with another entry, and is that person.
    public private(set) var merged: [PersonID: PersonID] = [:]
    public internal(set) var runs: [SpeechRun] = []
    public internal(set) var items: [SegmentID: ItemTalk] = [:]
    public private(set) var segments: [SegmentID: String?] = [:]
    public private(set) var unattributedLines = 0
    /// What was said of kits.
    public internal(set) var kits = KitFigures()
    /// What people did in each item, and outside of any.
    var parts: [PersonID: [SegmentID?: PersonActs]] = [:]
    /// What people say is wrong in what is recorded of them.
    private(set) var corrections: [PersonID: [RecordCorrection]] = [:]

    /// When it was opened first.
    public var openedAt: Instant? { sittings.openedAt }
    /// When it ended last; nil while it goes on.
    public var endedAt: Instant? { sittings.endedAt }
    private var isClockless: Bool { recording?.hasClock == false }
    private var segment: SegmentID?
    private var floor: PersonID?

    /// Nothing yet.
    public init() {}

    /// Folds a whole log, in whatever order its entries come; a repeated one counts once.
    ///
    /// - Parameter actors: who caused an entry, by its number, where the log says so.
    public init(_ entries: some Sequence<Entry>, actors: [Int64: PersonID] = [:]) {
        var last: Int64 = 0
        for entry in entries.sorted(by: { $0.sequence < $1.sequence }) where entry.sequence > last {
            last = entry.sequence
            take(entry, by: actors[entry.sequence])
        }
        self = corrected
    }

    /// The next entry, and who caused it, where the log says so.
    mutating func take(_ entry: Entry, by actor: PersonID?) {
        trace(entry.event.trace, by: actor, entry.at)
        switch entry.event {
        case .frame(let fact): take(fact, entry.at)
        case .agenda(let fact): take(fact)
        case .door(let fact): take(fact)
        case .roster(let fact): take(fact)
        case .chat(let fact): take(fact)
        case .floor(let fact): take(fact)
        case .questions(let fact): take(fact)
        case .notes(let fact): take(fact)
        case .bench(.kitReviewed(let fact)): kits.take(fact, at: entry.sequence)
        case .takeaway(.recordCorrected(let fact)): take(fact)
        // That they are acts is all that counts of these.
        case .pulse, .prompts, .bench, .topics, .drafts, .groups, .turns, .takeaway, .imports: break
        }
    }

    private mutating func trace(_ trace: Trace, by actor: PersonID?, _ at: Instant) {
        switch trace {
        case .nothing: break
        case .sign(let person): sign(of: person, at)
        case .act(let person): act(of: person, at)
        case .acts(let people): for person in people { add(person) { $0.acts += 1 } }
        case .actorsSign: if let actor { sign(of: actor, at) }
        case .actorsAct: if let actor { act(of: actor, at) }
        case .tapped(let person): if actor != nil { act(of: person, at) }
        }
    }

    private mutating func take(_ fact: FrameFact, _ at: Instant) {
        switch fact {
        case .recordingBegan(let fact): recording = fact.recording
        case .meetingOpened, .meetingReopened: sittings.open(at)
        case .meetingEnded: sittings.end(at)
        case .meetingPlanned, .meetingRetitled, .meetingScheduled, .venueSet, .optionsSet, .roomLocked, .roomUnlocked:
            break
        }
    }

    private mutating func take(_ fact: AgendaFact) {
        switch fact {
        case .segmentAdded(let fact): segments[fact.segment] = fact.title
        case .segmentRemoved(let fact): segments[fact.segment] = nil
        case .segmentOpened(let fact): segment = fact.segment
        case .segmentEnded, .segmentSkipped: segment = nil
        case .stepUndone(let fact): segment = fact.current
        case .segmentEdited, .segmentMoved, .timeboxSet: break
        }
    }

    private mutating func take(_ fact: DoorFact) {
        switch fact {
        case .personJoined(let fact) where fact.person == .counted: counted += 1
        case .personJoined(let fact):
            // A guest and a table's device are heard, not counted. Coming back through the lobby makes no second person.
            guard fact.role != .guest, fact.role != .table else { break }
            var acts = people[fact.person] ?? PersonActs(mode: fact.mode)
            (acts.mode, acts.name, acts.school) = (fact.mode, fact.name, fact.school)
            acts.hasLed = acts.hasLed || fact.role.isLeading
            people[fact.person] = acts
        case .personCheckedIn(let fact): change(fact.person) { $0.isCheckedIn = true }
        case .presenceBegan(let fact): change(fact.person) { $0.connects += 1 }
        case .personRemoved(let fact): change(fact.person) { $0.isRemoved = true }
        case .personMerged(let fact): merge(fact.person, into: fact.into)
        case .personWaited, .personDenied, .waitEnded, .personReturnedToLobby, .presenceEnded, .personSeated,
            .personErased, .entryClaimed:
            break
        }
    }

    private mutating func take(_ fact: RosterFact) {
        switch fact {
        case .personRenamed(let fact): change(fact.person) { ($0.name, $0.school) = (fact.name, fact.school) }
        case .modeSet(let fact): change(fact.person) { $0.mode = fact.mode }
        case .leadAppointed(let fact): change(fact.person) { $0.hasLed = true }
        case .tierSet(let fact):
            // Counted until now, and known from now on.
            guard let role = fact.role, let mode = fact.mode, role != .guest, role != .table,
                fact.person != .counted, people[fact.person] == nil
            else { break }
            counted = max(0, counted - 1)
            var acts = PersonActs(mode: mode)
            (acts.name, acts.school, acts.hasLed) = (fact.name, fact.school, role.isLeading)
            people[fact.person] = acts
        case .leaveTaken, .leadDismissed, .scribeAppointed, .scribeDismissed: break
        }
    }

    private mutating func take(_ fact: ChatFact) {
        switch fact {
        case .messagePosted(let fact):
            add(fact.person) {
                $0.messages += 1
                $0.messageWords += fact.words
            }
        case .messageCorrected, .messageWithdrawn, .messageRestored, .messageHidden, .reactionAdded, .reactionRemoved:
            break
        }
    }

    private mutating func take(_ fact: FloorFact) {
        switch fact {
        case .handRaised(let fact): add(fact.person) { $0.handsRaised += 1 }
        case .handCalled(let fact): add(fact.person) { $0.called += 1 }
        case .turnStarted(let fact):
            speak(person(fact.person))
            if fact.person == .counted { countedActs.turns += 1 }
        case .speechNoted(let fact): take(fact)
        case .handLowered, .viewOpened, .turnEnded: break
        }
    }

    private mutating func take(_ fact: SpeechNoted) {
        guard let id = fact.person.map({ person($0) }) else {
            unattributedLines += 1
            floor = nil
            // An item in which only strangers spoke is an item all the same.
            if let segment { items[segment] = items[segment] ?? ItemTalk() }
            return
        }
        speak(id)
        add(id) {
            $0.lines += 1
            $0.words += fact.words
        }
        guard let segment else { return }
        items[segment, default: ItemTalk()].speakers.insert(id)
        items[segment, default: ItemTalk()].words += fact.words
    }

    private mutating func take(_ fact: QuestionFact) {
        switch fact {
        case .questionAsked(let fact): add(fact.person) { $0.questions += 1 }
        case .questionSupported, .questionAnswered, .questionHidden: break
        }
    }

    private mutating func take(_ fact: NoteFact) {
        switch fact {
        case .cardWritten(let fact): add(fact.person) { $0.notes += 1 }
        case .cardEdited, .cardMoved, .cardWithdrawn, .cardRestored, .cardStarred, .cardUnstarred: break
        }
    }

    // MARK: People

    /// Who somebody is by now.
    func person(_ id: PersonID) -> PersonID { merged[id] ?? id }

    /// Changes what is counted of somebody; of whoever counts without a name only all together.
    private mutating func change(_ id: PersonID, _ change: (inout PersonActs) -> Void) {
        let id = person(id)
        if id == .counted {
            change(&countedActs)
        } else if var acts = people[id] {
            change(&acts)
            people[id] = acts
        }
    }

    /// Adds to what is counted of somebody, in all and where it was done.
    private mutating func add(_ id: PersonID, _ change: (inout PersonActs) -> Void) {
        self.change(id, change)
        let id = person(id)
        if people[id] != nil { change(&parts[id, default: [:]][segment, default: PersonActs(mode: .unknown)]) }
    }

    private mutating func take(_ fact: RecordCorrected) {
        let id = person(fact.person)
        guard id != .counted else { return }
        corrections[id] = (corrections[id] ?? []).with(RecordCorrection(claim: fact.claim, segment: fact.segment))
    }

    private mutating func sign(of id: PersonID, _ at: Instant) {
        let sitting = sittings.start(of: at)
        change(id) { $0.sign(at, since: sitting) }
    }

    private mutating func act(of id: PersonID, _ at: Instant) {
        sign(of: id, at)
        add(id) { $0.acts += 1 }
    }

    /// Two entries are one person: what the one did the other did.
    private mutating func merge(_ id: PersonID, into kept: PersonID) {
        if id == .counted {
            counted = max(0, counted - 1)
            return
        }
        guard let acts = people.removeValue(forKey: id) else { return }
        change(kept) { $0.add(acts) }
        for (place, acts) in parts.removeValue(forKey: id) ?? [:] {
            parts[kept, default: [:]][place, default: PersonActs(mode: .unknown)].add(acts)
        }
        for (other, into) in merged where into == id { merged[other] = kept }
        merged[id] = kept
        for index in runs.indices where runs[index].person == id { runs[index].person = kept }
        for segment in items.keys where items[segment]?.speakers.remove(id) != nil {
            items[segment]?.speakers.insert(kept)
        }
        if floor == id { floor = kept }
    }

    /// A turn is a run of speech of one person. Where only the order is known it ends with its agenda item.
    private mutating func speak(_ id: PersonID) {
        guard people[id] != nil else { return }
        let isSameItem = !isClockless || runs.last?.segment == segment
        if floor == id, isSameItem { return }
        let isAdjacent = runs.last.map { $0.segment == segment } ?? false
        runs.append(SpeechRun(person: id, segment: segment, isAdjacent: isAdjacent))
        floor = id
        add(id) { $0.turns += 1 }
        if let segment { items[segment, default: ItemTalk()].turns += 1 }
    }
}
