// Knows the state of one live meeting and how a wish becomes facts: `decide` changes nothing, `apply` is total.
// Time comes in from outside and there is no chance in here: the same log always gives the same room.

/// Who wishes.
public enum Actor: Equatable, Sendable {
    /// The server: joins and presence, which it knows at first hand.
    case system
    case person(PersonID)
}

/// What comes in with a command.
public struct Context: Equatable, Sendable {
    public var actor: Actor
    /// For whom, when the actor taps for somebody without a device of their own.
    public var subject: PersonID?
    /// Server time; the host keeps it from going backwards.
    public var at: Instant

    /// A context for one command.
    public init(actor: Actor, for subject: PersonID? = nil, at: Instant) {
        self.actor = actor
        self.subject = subject
        self.at = at
    }
}

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
        case .plan, .beginRecording, .retitle, .schedule, .setOptions, .openMeeting, .endMeeting, .reopenMeeting,
            .lockRoom,
            .unlockRoom:
            return try decideFrame(command, context)
        case .join, .beginPresence, .endPresence, .bringIn, .admit, .deny, .checkIn, .checkOut, .remove, .moveToLobby:
            return try decideDoor(command, context)
        case .rename, .setMode, .setTier, .takeLeave, .appointLead, .dismissLead, .handOver, .appointScribe,
            .dismissScribe:
            return try decideRoster(command, context)
        case .openSegment, .openNext, .openPrevious, .adjustTimebox, .skipSegment:
            return try decideFlow(command, context)
        case .addSegment, .editSegment, .moveSegment, .removeSegment:
            return try decideEditing(command)
        case .answerPulse, .closePulse:
            return try decidePulse(command, context)
        case .postMessage, .noteMessage, .correctMessage, .withdrawMessage, .hideMessage, .react, .unreact:
            return try decideChat(command, context)
        case .raiseHand, .lowerHand, .callOn, .startTurn, .noteSpeech, .endTurn, .openView:
            return try decideQueue(command, context)
        case .askQuestion, .supportQuestion, .markAnswered, .hideQuestion:
            return try decideQuestions(command, context)
        case .setTopics, .recallTopics, .setOffers, .setNeeds, .setTeaching: return try decideTopics(command, context)
        case .setPairRules, .saveDraft, .dropDraft: return try decideDrafts(command)
        case .formGroups, .openGroup, .movePeople, .editGroup, .endGroups:
            return try decideForming(command, context)
        case .visitGroup, .signal, .announce: return try decideGroups(command, context)
        case .writeCard, .editCard, .moveCard, .withdrawCard, .starCard, .unstarCard:
            return try decideCards(command, context)
        }
    }

    /// Takes a fact in.  Total: every entry of every version has an effect or none, never a failure.
    public mutating func apply(_ entry: Entry) {
        sequence = entry.sequence
        at = max(at, entry.at)
        _ =
            applyFrame(entry) || applyRoster(entry) || applyAgenda(entry) || applyPulse(entry) || applyChat(entry)
            || applyQueue(entry) || applyQuestions(entry) || applyTopics(entry) || applyDrafts(entry)
            || applyForming(entry) || applyGroups(entry) || applyCards(entry)
    }

    /// The default-deny check of `Rights`, and that acts come from people who are here.
    private func permit(_ command: Command, _ context: Context) throws(Rejection) {
        guard case .person(let id) = context.actor else { return }
        guard let person = people[id] else {
            if waiting[id] != nil { throw .waitingInLobby }
            throw removed.contains(id) ? .shutOut : .notAllowed(needs: .participant)
        }
        if let subject = context.subject {
            try permitActing(person, id, for: subject, command)
        }
        let relation: Relation =
            isOwn(command.target, of: id) ? .own : person.isScribe ? .scribed : .other
        // What is tapped at a table for somebody who sits there is said by them.
        let role = context.subject != nil && person.role == .table ? .participant : person.role
        guard Rights.allows(command.kind, role: role, phase: details.phase, relation: relation) else {
            guard Rights.allowsInSomePhase(command.kind, role: role, relation: relation) else {
                throw .notAllowed(needs: .lead)
            }
            throw details.phase == .planned ? .meetingNotOpen : .meetingOver
        }
        guard person.isPresent || details.phase != .open || command.kind == .openMeeting else { throw .notPresent }
    }

    private func isOwn(_ target: PersonID?, of actor: PersonID) -> Bool {
        guard let target else { return true }
        return target == actor || people[target]?.table == actor
    }

    /// For somebody who has no device of their own a lead or a scribe may act, for those at a table its device.
    private func permitActing(
        _ person: Person, _ id: PersonID, for subject: PersonID, _ command: Command
    ) throws(Rejection) {
        guard let other = people[subject], other.role == .participant else { throw .notFound }
        guard Rights.canBeDoneForOthers(command.kind), command.target == nil else { throw .notAllowed(needs: .lead) }
        guard other.table == id || other.mode.needsOthers && (person.role.isLeading || person.isScribe) else {
            throw .notAllowed(needs: .lead)
        }
        guard other.isPresent else { throw .notPresent }
    }

    /// The person whose act it is; the server has no hands.
    func actor(_ context: Context) throws(Rejection) -> PersonID {
        guard case .person(let id) = context.actor else { throw .notAllowed(needs: .participant) }
        return context.subject ?? id
    }

    /// By whose tap an act about `person` comes in.
    func source(_ context: Context, about person: PersonID) -> Source {
        guard case .person(let id) = context.actor, let actor = people[id] else { return .transcript }
        // What is tapped at a table's device is tapped by those who sit there.
        if id == person || people[person]?.table == id { return .client }
        return actor.role.isLeading ? .leadTap : .scribe
    }

    /// The same where a missing source means the person's own device.
    func foreignSource(_ context: Context, about person: PersonID) -> Source? {
        context.actor == .person(person) ? nil : source(context, about: person)
    }

    /// Identifiers come from the place in the log, so that they need no chance.
    func fresh(_ letter: String, after count: Int = 0) -> String { "\(letter)\(sequence + 1 + Int64(count))" }
}
