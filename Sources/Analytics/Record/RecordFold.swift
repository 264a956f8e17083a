// Knows how a log becomes a participation record, entry by entry. What each fact says of an act is in ActDraft, of who is
// there in RecordFold+People, of what was on in RecordFold+Items.

import Meetings

/// A participation record that grows. Entries come in their order, each once.
public struct RecordFold: Sendable {
    var record: ParticipationRecord
    var sittings = Sittings()
    /// Stays that go on.
    var here: [PersonID: Stay] = [:]
    /// Who is somebody else by now: joined with another entry, or counted without a name.
    var aliases: [PersonID: PersonID] = [:]
    var current: SegmentID?
    /// In the order of the agenda.
    var agenda: [SegmentSpan] = []
    /// Items of the agenda in which kits are used.
    var benches: Set<SegmentID> = []
    /// What was asked or prepared to be asked, and its place among the items once it was open.
    var prompts: [PromptID: PromptFacts] = [:]
    var places: [String: Int] = [:]
    /// The act that made a thing, by its identifier; of a note the last one that wrote in it.
    var makers: [String: Int] = [:]
    /// The act that answered an item, by item and person.
    var answers: [String: Int] = [:]
    var actions: Set<PersonID> = []
    var turn: Int?
    var round: RoundID?
    /// Where somebody sits, by the place of their seat in its group.
    var seats: [PersonID: (group: Int, member: Int)] = [:]
    var tracks: [String: Int] = [:]
    /// What people said is wrong in what is recorded of them.
    var corrections: [PersonID: [RecordCorrection]] = [:]
    var calls = CallReports()
    /// Who was helped last, and by which entry.
    private var helped: (sequence: Int64, person: PersonID)?
    private var last: Instant = 0

    /// What of a prompt stays with its answers.
    struct PromptFacts: Sendable {
        var segment: SegmentID?
        var kind: PromptKind
        var key: String?
        var isAnonymous: Bool
    }

    /// Nothing yet.
    public init(_ thresholds: Thresholds = .standard) { record = ParticipationRecord(thresholds) }

    /// One entry more; one that is not after the last is left out.
    ///
    /// - Parameter actor: who caused it, where the log says so.
    public mutating func take(_ entry: Entry, by actor: PersonID?) {
        guard entry.sequence > record.lastSequence else { return }
        record.lastSequence = entry.sequence
        last = max(last, entry.at)
        switch entry.event {
        case .frame(let fact): take(fact, entry.at)
        case .agenda(let fact): take(fact, entry.at)
        case .door(let fact): take(fact, entry.at)
        case .roster(let fact): take(fact, entry.at)
        case .pulse(let fact): take(fact, entry.at)
        case .prompts(let fact): take(fact, entry.at)
        case .topics(let fact): take(fact)
        case .groups(let fact): take(fact, entry.at)
        case .floor(let fact): take(fact, entry.at)
        case .bench(let fact): take(fact)
        case .takeaway(.recordCorrected(let fact)): note(fact)
        case .imports(let fact): calls.take(fact)
        case .chat, .questions, .notes, .drafts, .turns, .takeaway: break
        }
        trace(entry.event.trace, by: actor)
        if let draft = entry.event.act { note(draft, entry, by: actor) }
    }

    /// Whose an act is, if it is anybody's.
    private func doer(_ by: ActDraft.Doer, _ actor: PersonID?) -> PersonID? {
        switch by {
        case .person(let id): identity(id)
        case .actor: actor.map(identity)
        case .tapped(let id): actor == nil ? nil : identity(id)
        }
    }

    private mutating func note(_ draft: ActDraft, _ entry: Entry, by actor: PersonID?) {
        guard let person = doer(draft.by, actor), !isOfHelp(entry) else { return }
        if draft.kind == .talkTurn, goesOn(draft, of: person) { return }
        // What is said days after a meeting is no part of it, and an action is set once however often it is worded.
        if draft.kind == .actionSet {
            guard sittings.isOpen, person != .counted, actions.insert(person).inserted else { return }
        }
        var draft = draft
        if let asked = prompt(answeredBy: entry.event) { draft.kind = asked.kind.answered }
        let key = draft.object.map { "\($0) \(person.rawValue)" }
        if Self.answerKinds.contains(draft.kind), let key {
            // Whoever counts without a name has no earlier answer that could be found.
            if person == .counted, isReworded(entry.event) { return }
            if let index = answers[key] {
                record.acts[index].words = draft.words
                record.acts[index].mode = mode(of: record.acts[index])
                return
            }
        }
        let who = record.people[person]
        var act = Act(
            sequence: entry.sequence, at: entry.at, person: person,
            scope: who?.isTable == true ? .table : draft.source == .leadTap ? .leadFor : .person,
            attendance: here[person]?.mode ?? who?.mode ?? .unknown,
            segment: draft.object.flatMap(segment) ?? current,
            group: draft.group, kind: draft.kind, object: draft.object, re: nil, to: draft.to.map(identity),
            words: draft.words, milliseconds: nil, source: draft.source, mode: nil)
        link(&act, to: draft.re)
        act.mode = mode(of: act)
        record.acts.append(act)
        remember(act, key)
        if act.kind == .helpDone, case .bench(.helpGiven(let fact)) = entry.event {
            helped = (entry.sequence, fact.person)
        }
    }

    /// Whoever was helped goes on building: that comes with the help, and is no act of theirs.
    private mutating func isOfHelp(_ entry: Entry) -> Bool {
        defer { helped = nil }
        guard case .bench(let fact) = entry.event, case .kitSet(let set) = fact, let helped else { return false }
        return helped.sequence + 1 == entry.sequence && helped.person == set.person
    }

    /// Answers: given again they are the same act, which reads differently.
    private static let answerKinds: Set<ActKind> = [.reflectSave, .pollVote, .surveyAnswer, .pulseAnswer]

    /// The item of the agenda to which an answer to that counts.
    private func segment(of object: String) -> SegmentID? {
        let segment = SegmentID(rawValue: object)
        return benches.contains(segment) ? segment : places[object].flatMap { record.items[$0].segment }
    }

    /// It replies to or builds on what somebody else made; else it stands for itself.
    private func link(_ act: inout Act, to re: String?) {
        guard let re, let index = makers[re] else {
            if act.kind == .chatReply { act.kind = .chatPost }
            if act.kind == .noteBuild { act.kind = .boardCard }
            return
        }
        let earlier = record.acts[index]
        act.re = earlier.sequence
        if earlier.person == act.person || earlier.mode.map({ $0 < .made }) ?? true {
            if act.kind == .chatReply { act.kind = .chatPost }
            if act.kind == .noteBuild { act.kind = .boardCard }
        }
        if act.to == nil, earlier.person != act.person { act.to = earlier.person }
    }

    private mutating func remember(_ act: Act, _ key: String?) {
        let index = record.acts.count - 1
        switch act.kind {
        case .talkTurn: turn = index
        case .chatPost, .chatReply, .boardCard, .noteBuild, .noteEdit:
            if let object = act.object { makers[object] = index }
        case .reflectSave, .pollVote, .surveyAnswer, .pulseAnswer:
            if let key, act.person != .counted { answers[key] = index }
        case .viewOpen, .react, .reactUndo, .handUp, .handDown, .handCalled, .kitState, .kitTick, .kitNote, .kitPhoto,
            .boardMove, .boardVote, .actionSet, .groupReady, .groupHelp, .helpDone:
            break
        }
        guard act.person == .counted, let object = act.object, let place = places[object] else { return }
        record.items[place].countedAnswers += 1
    }

    func mode(of act: Act) -> ActMode? {
        act.kind.mode(words: act.words, milliseconds: act.milliseconds, record.thresholds)
    }

    /// An answer that was given before and reads differently now is the same act.
    private func isReworded(_ event: Event) -> Bool {
        switch event {
        case .prompts(.responseSaved(let fact)): fact.wasHandedIn
        case .pulse(.pulseAnswered(let fact)): fact.previous != nil
        case .frame, .agenda, .door, .roster, .pulse, .bench, .prompts, .chat, .floor, .questions, .topics, .drafts,
            .groups, .notes, .turns, .takeaway, .imports:
            false
        }
    }

    private func prompt(answeredBy event: Event) -> PromptFacts? {
        guard case .prompts(.responseSaved(let fact)) = event else { return nil }
        return prompts[fact.prompt]
    }

    // MARK: Turns

    /// Speech of whoever has the floor belongs to their turn.
    private mutating func goesOn(_ draft: ActDraft, of person: PersonID) -> Bool {
        guard let turn, record.acts[turn].person == person, record.acts[turn].milliseconds == nil else { return false }
        if let words = draft.words { record.acts[turn].words = (record.acts[turn].words ?? 0) + words }
        record.acts[turn].mode = mode(of: record.acts[turn])
        return true
    }

    private mutating func take(_ fact: FloorFact, _ at: Instant) {
        switch fact {
        case .turnEnded(let fact):
            guard let turn, record.acts[turn].person == identity(fact.person) else { break }
            record.acts[turn].milliseconds = fact.milliseconds
            record.acts[turn].mode = mode(of: record.acts[turn])
            self.turn = nil
        case .speechNoted(let fact) where fact.person == nil:
            record.unattributedLines += 1
            turn = nil
        case .handRaised, .handLowered, .handCalled, .turnStarted, .speechNoted, .viewOpened: break
        }
    }

    // MARK: The end

    /// The record of what came so far.
    public var soFar: ParticipationRecord {
        var whole = self
        whole.close(at: last)
        return whole.record
    }
}

extension PromptKind {
    /// What an answer is.
    var answered: ActKind {
        switch self {
        case .open, .cards, .word: .reflectSave
        case .scale, .choice, .order: .pollVote
        case .confidence: .surveyAnswer
        }
    }
}
