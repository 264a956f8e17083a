// Knows what a round of groups is: who is with whom, on what, where, and what they wrote.

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
}

/// One group of a round.
public struct Group: Codable, Equatable, Sendable {
    public var id: GroupID
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
    /// Leads who look in now.
    public var visitors: [PersonID] = []
    /// The last act of a member that the log knows of; talk is none.
    public var lastActAt: Instant
}

/// One forming of groups, until everybody is together again.
public struct Round: Codable, Equatable, Sendable {
    public var id: RoundID
    /// In which segment.
    public var segment: SegmentID?
    public var formedAt: Instant
    public var endedAt: Instant?
    public var groups: [Group]
    public var task: String?
    public var resources: String?
    public var draw: Draw
    /// How big a group in the middle was when they were formed: late-comers who come one after the other change nothing
    /// about how big groups are meant to be.
    public var usualSize = 0
}

/// Groups that are prepared, for leads only.
public struct Draft: Codable, Equatable, Sendable {
    public var id: DraftID
    /// Nil if none was given or once it was erased.
    public var title: String?
    public var plan: RoundPlan
}

/// Who has to be together and who apart; private to leads.
public struct PairRules: Codable, Equatable, Sendable {
    public var together: [[PersonID]] = []
    public var apart: [[PersonID]] = []
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
