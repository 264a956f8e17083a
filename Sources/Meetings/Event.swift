// Knows every fact that can stand in a room's log. Fields are flat and named, so that a golden file can hold each.

/// A fact, in the past tense. Text and names are optional because they can be erased: the fact stays.
public enum Event: Codable, Equatable, Sendable {
    case meetingPlanned(title: String?, plannedStart: Instant?, zone: String, options: Options)
    case meetingRetitled(title: String?)
    case meetingScheduled(plannedStart: Instant?, zone: String)
    case optionsSet(options: Options)
    /// What follows was recorded elsewhere and is played into this log.
    case recordingBegan(recording: Recording)
    case meetingOpened
    case meetingEnded
    /// It was ended too early and goes on.
    case meetingReopened
    case roomLocked
    case roomUnlocked

    /// `tier` is known to the person and the log only.
    case personJoined(person: PersonID, role: Role, mode: AttendanceMode, tier: Tier?, name: String?, school: String?)
    case personWaited(person: PersonID, mode: AttendanceMode, tier: Tier?, name: String?, school: String?)
    case personDenied(person: PersonID)
    case personRemoved(person: PersonID)
    case personReturnedToLobby(person: PersonID)
    case personRenamed(person: PersonID, name: String?, school: String?)
    case modeSet(person: PersonID, mode: AttendanceMode, source: Source)
    case tierSet(person: PersonID, tier: Tier)
    case presenceBegan(person: PersonID, mode: AttendanceMode)
    case presenceEnded(person: PersonID, reason: PresenceEnd)
    /// Somebody else said that this person is here: they may have no device of their own.
    case personCheckedIn(person: PersonID, source: Source)
    /// They share this table's device; without a table they have left it.
    case personSeated(person: PersonID, table: PersonID?)
    case leaveTaken(person: PersonID, reason: GoingReason?)
    case leadAppointed(person: PersonID)
    case leadDismissed(person: PersonID)
    case scribeAppointed(person: PersonID)
    case scribeDismissed(person: PersonID)

    case segmentAdded(
        segment: SegmentID, kind: SegmentKind, title: String?, timeboxSeconds: Int, note: String?, index: Int)
    case segmentEdited(segment: SegmentID, kind: SegmentKind, title: String?, timeboxSeconds: Int, note: String?)
    case segmentMoved(segment: SegmentID, index: Int)
    case segmentRemoved(segment: SegmentID)
    case segmentOpened(segment: SegmentID)
    case segmentEnded(segment: SegmentID)
    case segmentSkipped(segment: SegmentID)
    case timeboxSet(segment: SegmentID, timeboxSeconds: Int)

    case pulseOpened(pulse: PulseID, segment: SegmentID)
    /// `person` is missing for everybody but the one who answered.
    case pulseAnswered(
        pulse: PulseID, person: PersonID?, answer: PulseAnswer, previous: PulseAnswer?, source: Source? = nil)
    case pulseClosed(pulse: PulseID)

    /// `source` is missing in these where the person's own device sent it.
    /// With a group it is for that group and the leads.
    case messagePosted(
        message: MessageID, person: PersonID, name: String?, text: String?, words: Int, re: MessageID?,
        source: Source? = nil, group: GroupID? = nil)
    case messageCorrected(message: MessageID, text: String?, words: Int)
    case messageWithdrawn(message: MessageID)
    case messageHidden(message: MessageID)
    case reactionAdded(message: MessageID, person: PersonID, reaction: Reaction, source: Source? = nil)
    case reactionRemoved(message: MessageID, person: PersonID, reaction: Reaction)

    /// `index` is the place in the queue at which the hand went up.
    case handRaised(person: PersonID, index: Int, source: Source)
    case handLowered(person: PersonID, source: Source)
    case handCalled(person: PersonID)
    case turnStarted(person: PersonID, source: Source)
    /// `person` is missing when nobody knows who spoke.
    case speechNoted(person: PersonID?, words: Int, characters: Int, source: Source)
    case turnEnded(person: PersonID, milliseconds: Int64)

    case viewOpened(person: PersonID, view: View)

    case questionAsked(
        question: QuestionID, person: PersonID, name: String?, text: String?, words: Int, source: Source? = nil)
    case questionSupported(question: QuestionID, person: PersonID, source: Source? = nil)
    case questionAnswered(question: QuestionID)
    case questionHidden(question: QuestionID)

    case topicsSet(topics: [Topic])
    /// What they can help with; the most wanted first in `needsSet`.
    case offersSet(person: PersonID, topics: [TopicID], source: Source? = nil)
    case needsSet(person: PersonID, topics: [TopicID], source: Source? = nil)
    case teachingSet(person: PersonID, teaching: TeachingPhase?, source: Source? = nil)
    case pairRulesSet(together: [[PersonID]], apart: [[PersonID]])
    case draftSaved(draft: DraftID, title: String?, groups: [GroupSeats], texts: RoundTexts?, draw: Draw)
    case draftDropped(draft: DraftID)

    /// The draw itself is kept, so that nothing has to be solved again.
    case groupsFormed(round: RoundID, segment: SegmentID?, groups: [GroupSeats], texts: RoundTexts?, draw: Draw)
    /// One more group in a running round.
    case groupOpened(round: RoundID, groups: [GroupSeats], texts: GroupTexts?, reason: SeatingReason?)
    case peopleMoved(round: RoundID, moves: [Move])
    /// Without a group it is what all groups share.
    case groupEdited(group: GroupID?, texts: GroupTexts?, table: Int?, bridge: PersonID?, roles: GroupRoles)
    case groupsEnded(round: RoundID)
    /// A lead looks in; without a group they look in nowhere.
    case groupVisited(person: PersonID, group: GroupID?)
    case groupSignalled(group: GroupID, person: PersonID, signal: GroupSignal, source: Source? = nil)
    case announcementMade(
        announcement: AnnouncementID, round: RoundID, person: PersonID, name: String?, text: String?, words: Int)

    case cardWritten(
        card: CardID, group: GroupID, person: PersonID, name: String?, text: String?, words: Int, re: CardID?,
        isReport: Bool, source: Source? = nil)
    case cardEdited(card: CardID, group: GroupID, text: String?, words: Int)
    case cardMoved(card: CardID, group: GroupID, index: Int)
    case cardWithdrawn(card: CardID, group: GroupID)
    case cardStarred(card: CardID, group: GroupID, person: PersonID, source: Source? = nil)
    case cardUnstarred(card: CardID, group: GroupID, person: PersonID)
}

/// A fact with its place in the log.
public struct Entry: Codable, Equatable, Sendable {
    /// Gap-free per room, from 1.
    public var sequence: Int64
    /// Server time; never before the entry before it.
    public var at: Instant
    public var event: Event

    /// An entry as it comes from the log.
    public init(sequence: Int64, at: Instant, event: Event) {
        self.sequence = sequence
        self.at = at
        self.event = event
    }
}
