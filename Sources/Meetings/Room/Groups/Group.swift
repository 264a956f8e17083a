// Knows what a round of groups is: who is with whom, on what, where, and what they wrote; who sees what of a group; and
// what takes each fact in.

/// Why somebody got their seat in a running round.
public enum SeatingReason: String, Codable, Sendable, CaseIterable {
    /// The group was the smallest.
    case smallest
    /// They offer what somebody there needs.
    case offers
    /// Somebody there offers what they need.
    case needs
    /// Nobody there is from their school.
    case newFaces
    /// The group has those who are there in the same way, in the room or on the call.
    case sameMode
    /// Their table sits there.
    case table
    /// The lead had kept this seat for them, by their name.
    case expected
    /// Every group was full, so one more was opened.
    case newGroup
    /// They sat there before they went.
    case back
    /// They went: their seat is free.
    case left
}

/// One person's change of group.
public struct Move: Codable, Equatable, Sendable {
    public var person: PersonID
    /// Nil to leave the groups.
    public var to: GroupID?
    /// Only the server gives one: a lead knows why.
    public var reason: SeatingReason?

    /// A change of group.
    public init(person: PersonID, to: GroupID?, reason: SeatingReason? = nil) {
        self.person = person
        self.to = to
        self.reason = reason
    }
}

/// What a group says to the leads, or a lead to a group, by one tap.
public enum GroupSignal: String, Codable, Sendable, CaseIterable {
    case help
    /// The call for help is over: a lead came, or it is no longer needed.
    case helped
    case done
    case notDone
    case moreTime
    /// The wish for more time was heard.
    case timeHeard
}

/// A note of a group.
public struct Card: Codable, Equatable, Sendable {
    public var id: CardID
    public var author: PersonID
    /// The author's name as it was shown; nil once it was erased.
    public var name: String?
    /// Nil once it was withdrawn or erased.
    public var text: String?
    public var at: Instant
    /// The card it builds on.
    public var re: CardID?
    /// Whether it is what the group brings back to everybody.
    public var isReport = false
    public var editedAt: Instant?
    public var stars: [PersonID] = []

    /// As a wall shows it: what a group brings back, and nobody's name.
    var onWall: Card? {
        guard isReport, text != nil else { return nil }
        var seen = self
        (seen.author, seen.name, seen.re) = (.counted, nil, nil)
        seen.stars = stars.map { _ in .counted }
        return seen
    }
}

/// One group of a round.
public struct Group: Codable, Equatable, Sendable {
    public var id: GroupID
    /// What a lead calls it; nil where it goes by its number, or once it was erased.
    public var name: String?
    public var members: [PersonID]
    public var table: Int?
    public var bridge: PersonID?
    public var roles: GroupRoles
    public var texts: GroupTexts
    /// In the order in which they lie.
    public var cards: [Card] = []
    /// Since when it has been calling for help.
    public var helpSince: Instant?
    public var isDone = false
    public var moreTimeSince: Instant?
    /// While they speak one after the other.
    public var turns: GroupTurns?
    /// Leads who look in now.
    public var visitors: [PersonID] = []
    /// The last act of a member that the log knows of; talk is none.
    public var lastActAt: Instant
}

/// A group as one viewer may see it: seats for everybody, notes for those who sit there. Its JSON has the field names of
/// `Group`.
public struct GroupView: Encodable {
    var id: GroupID
    var name: String?
    var members: [PersonID]
    var table: Int?
    var bridge: PersonID?
    var roles = GroupRoles()
    var texts = GroupTexts()
    public private(set) var cards: [Card] = []
    /// How many more there are, where not all of them travel.
    var cardsLeftOut: Int?
    var helpSince: Instant?
    var isDone = false
    var moreTimeSince: Instant?
    var turns: GroupTurns?
    var visitors: [PersonID] = []
    /// For leads only.
    var lastActAt: Instant?

    /// The group; `round` says whether it is over.
    public init(_ group: Group, of round: Round, for viewer: Viewer) {
        id = group.id
        name = group.name
        members = group.members
        table = group.table
        guard viewer.kind != .wall else {
            if round.endedAt != nil { cards = group.cards.compactMap(\.onWall) }
            return
        }
        bridge = group.bridge
        roles = group.roles
        visitors = group.visitors
        texts = viewer.kind == .lead ? group.texts : group.texts.told
        let isLead = viewer.kind == .lead
        // What a group wrote for everybody comes back when the round is over; the rest of it is told to those who sat
        // there by themselves (`Welcome.You`).
        if isLead || viewer.group == group.id {
            cards = group.cards
        } else if round.endedAt != nil {
            cards = group.brought
        }
        guard isLead || viewer.group == group.id else { return }
        helpSince = group.helpSince
        isDone = group.isDone
        moreTimeSince = group.moreTimeSince
        turns = group.turns
        if isLead { lastActAt = group.lastActAt }
    }

    /// Only the first `count` of its cards travel.
    public mutating func keepCards(_ count: Int) {
        guard count < cards.count else { return }
        cardsLeftOut = cards.count - count
        cards.removeLast(cards.count - count)
    }
}

/// One forming of groups, until everybody is together again.
public struct Round: Codable, Equatable, Sendable {
    public var id: RoundID
    /// In which segment.
    public var segment: SegmentID?
    /// What it is for, where it is no round of work.
    public var kind: RoundKind?
    public var formedAt: Instant
    public var endedAt: Instant?
    public var groups: [Group]
    public var task: String?
    public var resources: String?
    public var draw: Draw
    /// How big a group in the middle was when they were formed: late-comers who come one after the other change nothing
    /// about how big groups are meant to be.
    public var usualSize = 0
    /// Who has no seat on purpose: was here and got none when the groups were formed, or was taken out of one by a lead.
    public var leftOut: [PersonID] = []
    /// How long it is to last from its forming; nil: until a lead ends it.
    public var timeboxSeconds: Int?
    /// Who gave up their seat by going, and where it was.
    public var gone: [PersonID: GroupID] = [:]

    /// When its time is over.
    public var endsAt: Instant? { timeboxSeconds.map { formedAt + Int64($0) * 1_000 } }
}

/// Groups that are prepared, for leads only.
public struct Draft: Codable, Equatable, Sendable {
    public var id: DraftID
    /// Nil if none was given or once it was erased.
    public var title: String?
    public var plan: RoundPlan
}

/// A lead's message to all groups.
public struct Announcement: Codable, Equatable, Sendable {
    public var id: AnnouncementID
    public var round: RoundID
    public var author: PersonID
    public var name: String?
    public var text: String?
    public var at: Instant
}

extension Room {
    mutating func apply(_ facet: GroupFact, at: Instant) {
        switch facet {
        case .groupsFormed(let fact): form(fact, at: at)
        case .groupOpened(let fact): open(fact, at: at)
        case .peopleMoved(let fact): move(fact)
        case .groupEdited(let fact): edit(fact)
        case .groupRenamed(let fact): change(fact.group) { $0.name = fact.name }
        case .roundTimed(let fact): change(fact.round) { $0.timeboxSeconds = fact.timeboxSeconds }
        case .groupsEnded(let fact): end(fact, at: at)
        case .groupVisited(let fact): visit(fact)
        case .groupSignalled(let fact): signal(fact, at: at)
        case .announcementMade(let fact):
            announcements.append(
                Announcement(
                    id: fact.announcement, round: fact.round, author: fact.person, name: fact.name, text: fact.text,
                    at: at))
        }
    }
}
