// Knows every wish that can be put to a room. A `person` that is missing means "me".

/// A wish, in the imperative. What comes of it is a list of events or one rejection.
public enum Command: Codable, Equatable, Sendable {
    // The frame; only the server itself says these eight.
    case plan(title: String, plannedStart: Instant?, zone: String, options: Options, segments: [SegmentPlan])
    case join(person: PersonID, role: Role, mode: AttendanceMode, tier: Tier, name: String, school: String?)
    case beginPresence(person: PersonID)
    case endPresence(person: PersonID, reason: PresenceEnd)
    /// `by` brings in somebody who has no device of their own, or who shares that of the table `by`.
    case bringIn(person: PersonID, by: PersonID, mode: AttendanceMode, tier: Tier, name: String, school: String?)
    case beginRecording(recording: Recording)
    /// A message of which only the length is known.
    case noteMessage(person: PersonID, words: Int)
    /// What somebody said at an earlier meeting; what is no topic any more is left out.
    case recallTopics(person: PersonID, offers: [TopicID], needs: [TopicID], teaching: TeachingPhase?)

    case retitle(title: String)
    case schedule(plannedStart: Instant?, zone: String)
    case setOptions(options: Options)
    case openMeeting
    case endMeeting
    case reopenMeeting
    case lockRoom
    case unlockRoom

    case admit(person: PersonID)
    case deny(person: PersonID)
    /// Somebody without a device of their own is here.
    case checkIn(person: PersonID)
    case checkOut(person: PersonID)
    case remove(person: PersonID)
    case moveToLobby(person: PersonID)
    case rename(person: PersonID?, name: String, school: String?)
    case setMode(person: PersonID?, mode: AttendanceMode)
    case setTier(tier: Tier)
    case takeLeave(reason: GoingReason?)
    case appointLead(person: PersonID)
    case dismissLead(person: PersonID)
    case handOver(person: PersonID)
    case appointScribe(person: PersonID)
    case dismissScribe(person: PersonID)

    case openSegment(segment: SegmentID)
    case openNext
    case openPrevious
    case adjustTimebox(segment: SegmentID, seconds: Int)
    case skipSegment(segment: SegmentID, isConfirmed: Bool)
    case addSegment(plan: SegmentPlan, index: Int)
    case editSegment(segment: SegmentID, plan: SegmentPlan)
    case moveSegment(segment: SegmentID, index: Int)
    case removeSegment(segment: SegmentID)

    case answerPulse(pulse: PulseID, answer: PulseAnswer)
    case closePulse(pulse: PulseID)

    /// With a group it is for that group and the leads.
    case postMessage(text: String, re: MessageID?, group: GroupID? = nil)
    case correctMessage(message: MessageID, text: String)
    case withdrawMessage(message: MessageID)
    case hideMessage(message: MessageID)
    case react(message: MessageID, reaction: Reaction)
    case unreact(message: MessageID, reaction: Reaction)

    case raiseHand(person: PersonID?)
    case lowerHand(person: PersonID?)
    case callOn(person: PersonID)
    case startTurn(person: PersonID?)
    case noteSpeech(person: PersonID?, words: Int, characters: Int)
    case endTurn(person: PersonID?)

    case openView(person: PersonID?, view: View)

    case askQuestion(text: String)
    case supportQuestion(question: QuestionID)
    case markAnswered(question: QuestionID)
    case hideQuestion(question: QuestionID)

    case setTopics(topics: [Topic])
    case setOffers(topics: [TopicID])
    case setNeeds(topics: [TopicID])
    case setTeaching(teaching: TeachingPhase?)
    case setPairRules(together: [[PersonID]], apart: [[PersonID]])
    /// Without a draft it is a new one.
    case saveDraft(draft: DraftID?, title: String?, plan: RoundPlan)
    case dropDraft(draft: DraftID)

    case formGroups(plan: RoundPlan)
    case openGroup(plan: GroupPlan, reason: SeatingReason?)
    /// All or none.
    case movePeople(moves: [Move])
    case editGroup(group: GroupID?, texts: GroupTexts, table: Int?, bridge: PersonID?, roles: GroupRoles)
    case endGroups
    case visitGroup(group: GroupID?)
    /// A group that is missing means "mine", here and below.
    case signal(group: GroupID?, signal: GroupSignal)
    case announce(text: String)

    case writeCard(group: GroupID?, text: String, re: CardID?, isReport: Bool)
    case editCard(card: CardID, text: String)
    case moveCard(card: CardID, index: Int)
    case withdrawCard(card: CardID)
    case starCard(card: CardID)
    case unstarCard(card: CardID)
}

extension Command {
    /// The name of a command without what it carries: the row of the rights table.
    public enum Kind: String, CaseIterable, Sendable {
        case plan, join, beginPresence, endPresence, bringIn, beginRecording, noteMessage
        case recallTopics
        case retitle, schedule, setOptions, openMeeting, endMeeting, reopenMeeting, lockRoom, unlockRoom
        case admit, deny, checkIn, checkOut, remove, moveToLobby, rename, setMode, setTier, takeLeave
        case appointLead, dismissLead, handOver, appointScribe, dismissScribe
        case openSegment, openNext, openPrevious, adjustTimebox, skipSegment
        case addSegment, editSegment, moveSegment, removeSegment
        case answerPulse, closePulse
        case postMessage, correctMessage, withdrawMessage, hideMessage, react, unreact
        case raiseHand, lowerHand, callOn, startTurn, noteSpeech, endTurn, openView
        case askQuestion, supportQuestion, markAnswered, hideQuestion
        case setTopics, setOffers, setNeeds, setTeaching, setPairRules, saveDraft, dropDraft
        case formGroups, openGroup, movePeople, editGroup, endGroups, visitGroup, signal, announce
        case writeCard, editCard, moveCard, withdrawCard, starCard, unstarCard
    }

    /// The row of the rights table. A command that is missing here does not build.
    public var kind: Kind {
        switch self {
        case .plan: .plan
        case .join: .join
        case .beginPresence: .beginPresence
        case .endPresence: .endPresence
        case .bringIn: .bringIn
        case .beginRecording: .beginRecording
        case .noteMessage: .noteMessage
        case .recallTopics: .recallTopics
        case .retitle: .retitle
        case .schedule: .schedule
        case .setOptions: .setOptions
        case .openMeeting: .openMeeting
        case .endMeeting: .endMeeting
        case .reopenMeeting: .reopenMeeting
        case .lockRoom: .lockRoom
        case .unlockRoom: .unlockRoom
        case .admit: .admit
        case .deny: .deny
        case .checkIn: .checkIn
        case .checkOut: .checkOut
        case .remove: .remove
        case .moveToLobby: .moveToLobby
        case .rename: .rename
        case .setMode: .setMode
        case .setTier: .setTier
        case .takeLeave: .takeLeave
        case .appointLead: .appointLead
        case .dismissLead: .dismissLead
        case .handOver: .handOver
        case .appointScribe: .appointScribe
        case .dismissScribe: .dismissScribe
        case .openSegment: .openSegment
        case .openNext: .openNext
        case .openPrevious: .openPrevious
        case .adjustTimebox: .adjustTimebox
        case .skipSegment: .skipSegment
        case .addSegment: .addSegment
        case .editSegment: .editSegment
        case .moveSegment: .moveSegment
        case .removeSegment: .removeSegment
        case .answerPulse: .answerPulse
        case .closePulse: .closePulse
        case .postMessage: .postMessage
        case .correctMessage: .correctMessage
        case .withdrawMessage: .withdrawMessage
        case .hideMessage: .hideMessage
        case .react: .react
        case .unreact: .unreact
        case .raiseHand: .raiseHand
        case .lowerHand: .lowerHand
        case .callOn: .callOn
        case .startTurn: .startTurn
        case .noteSpeech: .noteSpeech
        case .endTurn: .endTurn
        case .openView: .openView
        case .askQuestion: .askQuestion
        case .supportQuestion: .supportQuestion
        case .markAnswered: .markAnswered
        case .hideQuestion: .hideQuestion
        case .setTopics: .setTopics
        case .setOffers: .setOffers
        case .setNeeds: .setNeeds
        case .setTeaching: .setTeaching
        case .setPairRules: .setPairRules
        case .saveDraft: .saveDraft
        case .dropDraft: .dropDraft
        case .formGroups: .formGroups
        case .openGroup: .openGroup
        case .movePeople: .movePeople
        case .editGroup: .editGroup
        case .endGroups: .endGroups
        case .visitGroup: .visitGroup
        case .signal: .signal
        case .announce: .announce
        case .writeCard: .writeCard
        case .editCard: .editCard
        case .moveCard: .moveCard
        case .withdrawCard: .withdrawCard
        case .starCard: .starCard
        case .unstarCard: .unstarCard
        }
    }

    /// The person whom the command concerns, where it names one.
    public var target: PersonID? {
        switch self {
        case .admit(let person), .deny(let person), .checkIn(let person), .checkOut(let person),
            .remove(let person), .moveToLobby(let person),
            .appointLead(let person), .dismissLead(let person), .handOver(let person),
            .appointScribe(let person), .dismissScribe(let person), .callOn(let person),
            .noteMessage(let person, _), .recallTopics(let person, _, _, _), .bringIn(let person, _, _, _, _, _),
            .join(let person, _, _, _, _, _),
            .beginPresence(let person), .endPresence(let person, _):
            person
        case .rename(let person, _, _), .setMode(let person, _), .raiseHand(let person), .lowerHand(let person),
            .startTurn(let person), .noteSpeech(let person, _, _), .endTurn(let person), .openView(let person, _):
            person
        default: nil
        }
    }
}
