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
    var teaching: TeachingPhase?
    var joinedAt: Instant
    var leftAt: Instant?

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

    var sequence: Int64
    var at: Instant
    var details: MeetingDetails
    var people: [PersonID: PersonView] = [:]
    var waiting: [PersonID: WaitingView] = [:]
    var denials: [PersonID: Int] = [:]
    var removed: [PersonID] = []
    var agenda: [Segment] = []
    var current: SegmentID?
    var pulses: [Pulse] = []
    /// Nil where they are put in afterwards (`ServerMessage.RoomBytes`).
    var messages: [Message]? = []
    var queue: [Hand] = []
    var turn: Turn?
    var talk: [PersonID: Talk] = [:]
    var questions: [Question] = []
    var topics: [Topic] = []
    var pairRules: PairRules?
    var drafts: [Draft]?
    var rounds: [RoundView] = []
    var announcements: [Announcement] = []

    /// What `viewer` may see of `room`. But for a guest's own entry and the messages, it is the same for everybody of an
    /// audience: what only one person is told stands in `Welcome.You`.
    public init(_ room: Room, for viewer: Viewer, hasMessages: Bool = true) {
        if !hasMessages { messages = nil }
        sequence = room.sequence
        at = room.at
        details = room.details
        guard viewer.kind != .waiting else { return }
        agenda = room.agenda
        current = room.current
        questions = room.questions.map { Self.question($0, for: viewer.kind) }
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
        rounds = room.rounds.map { RoundView($0, for: viewer) }
        queue = room.queue
        turn = room.turn
        pulses = room.pulses.map { Self.pulse($0, for: viewer.kind) }
        guard viewer.kind != .wall else {
            turn?.words = 0
            turn?.characters = 0
            return
        }
        topics = room.topics
        announcements = room.announcements
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
            drafts = room.drafts
        } else {
            turn?.words = 0
            turn?.characters = 0
        }
    }

    /// The newest messages as a lead sees them, or somebody who has sat in `groups`.
    public static func messages(of room: Room, isLead: Bool, groups: Set<GroupID>) -> [Message] {
        var seen: [Message] = []
        for one in room.messages.reversed() where isLead || one.group.map(groups.contains) != false {
            if seen.count == messageCount { break }
            seen.append(message(one, isLead: isLead))
        }
        return seen.reversed()
    }

    private static func message(_ message: Message, isLead: Bool) -> Message {
        guard message.isHidden, !isLead else { return message }
        var hidden = message
        hidden.text = nil
        return hidden
    }

    private static func question(_ question: Question, for kind: ViewerKind) -> Question {
        var seen = question
        if kind == .guest || kind == .wall {
            seen.name = Visibility.firstName(question.name)
            seen.author = .counted
            seen.supporters = question.supporters.map { _ in .counted }
        }
        if question.isHidden, kind != .lead { seen.text = nil }
        return seen
    }

    private static func pulse(_ pulse: Pulse, for kind: ViewerKind) -> Pulse {
        var seen = pulse
        seen.answers = [:]
        if kind == .wall {
            let answered = pulse.counts.values.reduce(0, +)
            seen.counts = answered == 0 ? [:] : [PulseAnswer.gotIt.rawValue: answered]
        }
        return seen
    }
}
