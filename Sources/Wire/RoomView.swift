// Knows what of a room each audience is sent as a whole. Every field is put in by name: what is new stays inside
// until somebody decides who may see it.

import Meetings

/// A person as others may see them: no tier, and no time of leaving but for leads.
struct PersonView: Encodable {
    var name: String?
    var school: String?
    var role: Role
    var mode: AttendanceMode
    var isScribe: Bool
    var isPresent: Bool
    var isCheckedIn: Bool
    var table: PersonID?
    var offers: [TopicID] = []
    var needs: [TopicID] = []
    var teaching: SchoolPhase?
    var joinedAt: Instant
    var leftAt: Instant?
    /// For leads only, as when somebody left.
    var claims: PersonID?

    init(_ person: Person, showsLeaving: Bool, showsTopics: Bool) {
        name = person.name
        school = person.school
        role = person.role
        mode = person.mode
        isScribe = person.isScribe
        isPresent = person.isPresent
        isCheckedIn = person.isCheckedIn
        table = person.table
        joinedAt = person.joinedAt
        leftAt = showsLeaving ? person.leftAt : nil
        claims = showsLeaving ? person.claims : nil
        guard showsTopics else { return }
        offers = person.offers
        needs = person.needs
        teaching = person.teaching
    }
}

/// Somebody at the door as leads see them.
struct WaitingView: Encodable {
    var name: String?
    var school: String?
    var mode: AttendanceMode
    var since: Instant
}

/// A room as one viewer may see it. Its JSON has the field names of `Room`.
public struct RoomView: Encodable {
    /// The newest messages that travel with a view; older ones stay in the log.
    public static let messageCount = 300
    /// What they may hold together, about, in bytes: beyond it fewer travel, but always the newest.
    public static let messageBytes = 131_072
    /// What a message takes besides its words, and each reaction to it.
    private static let (bytesOfMessage, bytesOfReaction) = (160, 16)

    var sequence: Int64
    var at: Instant
    var details: MeetingDetails
    var people: [PersonID: PersonView] = [:]
    var waiting: [PersonID: WaitingView] = [:]
    var denials: [PersonID: Int] = [:]
    var removed: [PersonID] = []
    var merged: [PersonID: PersonID]?
    var agenda: [Segment] = []
    var current: SegmentID?
    var pulses: [Pulse] = []
    /// Missing where there are none, as in every room before there were kits.
    var benches: [BenchView]?
    /// Missing where there are none, as in every room before there were prompts.
    var prompts: [PromptView]?
    /// Nil where they are put in afterwards (`ServerMessage.RoomBytes`).
    var messages: [Message]? = []
    var queue: [Hand] = []
    var turn: Turn?
    var talk: [PersonID: Talk] = [:]
    var questions: [QuestionView] = []
    /// How many more there are, where not all of them travel.
    var questionsLeftOut: Int?
    var topics: [Topic] = []
    var pairRules: PairRules?
    /// Only where an item has rules of its own.
    var itemRules: [SegmentID: PairRules]?
    var drafts: [Draft]?
    var rounds: [RoundView] = []
    var roundsLeftOut: Int?
    var announcements: [Announcement] = []

    /// What `viewer` may see of `room`. But for a guest's own entry and the messages, it is the same for everybody of an
    /// audience: what only one person is told stands in `Welcome.You`.
    public init(_ room: Room, for viewer: Viewer, hasMessages: Bool = true) {
        if !hasMessages { messages = nil }
        sequence = room.sequence
        at = room.at
        details = Self.details(room.details, for: viewer.kind)
        guard viewer.kind != .waiting else { return }
        agenda = viewer.kind == .lead ? room.agenda : room.agenda.map(\.told)
        current = room.current
        (questions, questionsLeftOut) = Portion.questions(
            of: room.questions.filter { !$0.isHidden || Self.seesHidden(viewer.kind) }, for: viewer.kind)
        if viewer.kind == .guest {
            people = room.people.filter { $0.key == viewer.person }.mapValues {
                PersonView($0, showsLeaving: false, showsTopics: false)
            }
            return
        }
        let isLead = viewer.kind == .lead
        people = room.people.mapValues {
            PersonView($0, showsLeaving: isLead, showsTopics: viewer.kind != .wall)
        }
        (rounds, roundsLeftOut) = Portion.rounds(of: room, for: viewer)
        queue = room.queue
        turn = room.turn
        pulses = room.pulses.map { Self.pulse($0, for: viewer.kind) }
        if !room.benches.isEmpty { benches = room.benches.map { BenchView($0, for: viewer.kind) } }
        announcements = room.announcements
        let asked = Portion.prompts(of: room, for: viewer)
        prompts = asked.isEmpty ? nil : asked
        guard viewer.kind != .wall else {
            turn?.words = 0
            turn?.characters = 0
            return
        }
        topics = room.topics
        if !room.merged.isEmpty { merged = room.merged }
        if hasMessages {
            let own = isLead ? [] : viewer.person.map(room.groups(of:)) ?? []
            messages = Self.messages(of: room, isLead: isLead, groups: own)
        }
        if isLead {
            waiting = room.waiting.mapValues {
                WaitingView(name: $0.name, school: $0.school, mode: $0.mode, since: $0.since)
            }
            denials = room.denials
            removed = room.removed
            talk = room.talk
            pairRules = room.pairRules
            if !room.itemRules.isEmpty { itemRules = room.itemRules }
            drafts = room.drafts
        } else {
            turn?.words = 0
            turn?.characters = 0
        }
    }

    /// Who has not come in, and a wall, are not told where the call is.
    private static func details(_ details: MeetingDetails, for kind: ViewerKind) -> MeetingDetails {
        var seen = details
        switch kind {
        case .waiting, .wall: seen.callLink = nil
        case .lead, .participant, .guest: break
        }
        return seen
    }

    /// The newest messages as a lead sees them, or somebody who has sat in `groups`.
    public static func messages(of room: Room, isLead: Bool, groups: Set<GroupID>) -> [Message] {
        var seen: [Message] = []
        var bytes = 0
        for one in room.messages.reversed() where isLead || one.group.map(groups.contains) != false {
            let next = message(one, isLead: isLead)
            bytes += weight(of: next)
            if seen.count == messageCount || bytes > messageBytes, !seen.isEmpty { break }
            seen.append(next)
        }
        return seen.reversed()
    }

    private static func weight(of message: Message) -> Int {
        let words = (message.text?.utf8.count ?? 0) + (message.name?.utf8.count ?? 0)
        return words + bytesOfMessage + message.reactions.values.reduce(0) { $0 + $1.count } * bytesOfReaction
    }

    private static func message(_ message: Message, isLead: Bool) -> Message {
        guard message.isHidden, !isLead else { return message }
        var hidden = message
        hidden.text = nil
        return hidden
    }

    /// Whether somebody is told at all of a question that was hidden; without its text but for leads.
    private static func seesHidden(_ kind: ViewerKind) -> Bool {
        switch kind {
        case .lead, .participant: true
        case .guest, .wall, .waiting: false
        }
    }

    private static func pulse(_ pulse: Pulse, for kind: ViewerKind) -> Pulse {
        var seen = pulse
        seen.answers = [:]
        if kind == .wall, pulse.closedAt == nil {
            let answered = pulse.counts.values.reduce(0, +)
            seen.counts = answered == 0 ? [:] : [PulseAnswer.gotIt.rawValue: answered]
        }
        return seen
    }
}
