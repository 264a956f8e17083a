// Knows a room for every cell of the rights table in which the command would succeed if it were allowed.

@testable import Meetings

/// A cell of the rights table without its command.
struct RightsCell: Sendable, CustomStringConvertible {
    let role: Role
    let phase: Phase
    let relation: Relation

    var description: String { "\(role) \(phase) \(relation)" }

    static let all = Role.allCases.flatMap { role in
        Phase.allCases.flatMap { phase in
            Relation.allCases.map { RightsCell(role: role, phase: phase, relation: $0) }
        }
    }
}

/// A room, made of facts so that every role can be in every phase, and a command by `me`.
struct RightsScene {
    let room: Room
    let command: Command

    /// Nil where the cell cannot be: a command that names nobody has no relation to others.
    init?(_ kind: CommandKind, _ cell: RightsCell) {
        let target = cell.relation == .own ? "me" : Self.other(kind)
        let command = Self.command(kind, about: target)
        guard cell.relation == .own || command.target != nil else { return nil }
        self.command = command
        room = Room().after(Self.facts(kind, cell, about: target), at: Given.start)
    }

    var outcome: Outcome { Outcome(room, command, by: "me", at: Given.start + 1_000) }

    /// What is allowed and yet has nothing to change: a lead is the lead already and no scribe, and a coordinator,
    /// who leads by owning the network, was not appointed and cannot be dismissed.
    static func emptyHanded(_ kind: CommandKind, _ cell: RightsCell) -> Rejection? {
        guard cell.relation == .own else { return nil }
        switch kind {
        case .handOver, .dismissScribe, .checkIn, .checkOut: return .alreadySo
        case .dismissLead: return cell.role == .coordinator ? .notFound : nil
        default: return nil
        }
    }

    /// Somebody else to whom the command can happen.
    private static func other(_ kind: CommandKind) -> PersonID {
        switch kind {
        case .admit, .deny: "wil"
        case .dismissLead: "boss"
        default: "you"
        }
    }

    private static func facts(_ kind: CommandKind, _ cell: RightsCell, about target: PersonID) -> [Event] {
        var facts: [Event] = [
            MeetingPlanned(title: "T", plannedStart: nil, zone: "Europe/London", options: Options()).event,
            SegmentAdded(segment: "s1", kind: .talk, title: "1", timeboxSeconds: 300, note: nil, index: 0).event,
            SegmentAdded(segment: "s2", kind: .handsOn, title: "2", timeboxSeconds: 300, note: nil, index: 1).event,
            SegmentAdded(segment: "s3", kind: .discussion, title: "3", timeboxSeconds: 300, note: nil, index: 2).event,
            Given.came("me", cell.role), Given.came("you"), Given.came("boss", .lead),
            TopicsSet(topics: [.sample]).event,
            DraftSaved(draft: "d1", title: nil, groups: [], texts: nil, draw: Draw(choice: .mix)).event,
        ]
        // A table's device sits where those do who share it.
        if cell.role == .table { facts += [Given.came("sat"), PersonSeated(person: "sat", table: "me").event] }
        if cell.relation == .scribed { facts.append(ScribeAppointed(person: "me").event) }
        if kind == .unlockRoom { facts.append(RoomLocked().event) }
        guard cell.phase != .planned else { return facts }
        facts += [
            MeetingOpened().event, PresenceBegan(person: "me", mode: .remote).event,
            PresenceBegan(person: "you", mode: .remote).event,
            PersonWaited(person: "wil", mode: .remote, tier: .quotable, name: "Wil", school: nil).event,
            SegmentOpened(segment: "s1").event, SegmentEnded(segment: "s1").event,
            PulseOpened(pulse: "u1", segment: "s1").event,
            SegmentOpened(segment: "s2").event,
            MessagePosted(message: "m1", person: "me", name: "Me", text: "Mine", words: 1, re: nil).event,
            QuestionAsked(question: "q1", person: "you", name: "You", text: "Why?", words: 1).event,
            GroupsFormed(
                round: "r1", segment: "s2",
                groups: [
                    GroupSeats(group: "g1", members: ["me", "you", "sat"]), GroupSeats(group: "g2", members: ["boss"]),
                ], texts: nil, draw: Draw(choice: .mix)
            ).event,
            CardWritten(
                card: "k1", group: "g1", person: "me", name: "Me", text: "One", words: 1, re: nil, isReport: false
            ).event,
            CardWritten(
                card: "k2", group: "g1", person: "you", name: "You", text: "Two", words: 1, re: nil, isReport: false
            ).event,
        ]
        switch kind {
        case .checkIn: if target == "you" { facts.append(PresenceEnded(person: "you", reason: .lost).event) }
        case .checkOut: if target == "you" { facts.append(PersonCheckedIn(person: "you", source: .scribe).event) }
        case .dismissScribe: facts.append(ScribeAppointed(person: "you").event)
        case .lowerHand: facts.append(HandRaised(person: target, index: 0, source: .client).event)
        case .endTurn: facts.append(TurnStarted(person: target, source: .client).event)
        case .unreact: facts.append(ReactionAdded(message: "m1", person: "me", reaction: .idea).event)
        case .unstarCard: facts.append(CardStarred(card: "k1", group: "g1", person: "me").event)
        default: break
        }
        if cell.phase == .ended { facts.append(MeetingEnded().event) }
        return facts
    }

    private static func command(_ kind: CommandKind, about id: PersonID) -> Command {
        switch kind {
        case .beginPresence: BeginPresence(person: id).command
        case .endPresence: EndPresence(person: id, reason: .lost).command
        case .join: Given.join(id)
        case .checkIn: CheckIn(person: id).command
        case .checkOut: CheckOut(person: id).command
        case .openView: OpenView(person: id, view: .queue).command
        case .noteMessage: NoteMessage(person: id, words: 1).command
        case .admit: Admit(person: id).command
        case .deny: Deny(person: id).command
        case .remove: Remove(person: id).command
        case .moveToLobby: MoveToLobby(person: id).command
        case .rename: Rename(person: id, name: "New", school: nil).command
        case .setMode: SetMode(person: id, mode: .phoneIn).command
        case .appointLead: AppointLead(person: id).command
        case .dismissLead: DismissLead(person: id).command
        case .handOver: HandOver(person: id).command
        case .appointScribe: AppointScribe(person: id).command
        case .dismissScribe: DismissScribe(person: id).command
        case .raiseHand: RaiseHand(person: id).command
        case .lowerHand: LowerHand(person: id).command
        case .callOn: CallOn(person: id).command
        case .startTurn: StartTurn(person: id).command
        case .noteSpeech: NoteSpeech(person: id, words: 1, characters: 4).command
        case .endTurn: EndTurn(person: id).command
        case .openSegment: OpenSegment(segment: "s3").command
        case .moveSegment: MoveSegment(segment: "s3", index: 0).command
        case .adjustTimebox: AdjustTimebox(segment: "s3", seconds: 60).command
        case .skipSegment: SkipSegment(segment: "s3", isConfirmed: false).command
        case .editSegment: EditSegment(segment: "s3", plan: Given.segments[0]).command
        case .removeSegment: RemoveSegment(segment: "s3").command
        case .answerPulse: AnswerPulse(pulse: "u1", answer: .gotIt).command
        case .closePulse: ClosePulse(pulse: "u1").command
        case .postMessage: PostMessage(text: "Hi", re: nil).command
        case .correctMessage: CorrectMessage(message: "m1", text: "Better").command
        case .withdrawMessage: WithdrawMessage(message: "m1").command
        case .hideMessage: HideMessage(message: "m1").command
        case .react: React(message: "m1", reaction: .idea).command
        case .unreact: Unreact(message: "m1", reaction: .idea).command
        case .supportQuestion: SupportQuestion(question: "q1").command
        case .markAnswered: MarkAnswered(question: "q1").command
        case .hideQuestion: HideQuestion(question: "q1").command
        case .bringIn:
            BringIn(person: id, by: "me", mode: .roomNoDevice, tier: .pseudonymous, name: "New", school: nil).command
        case .recallTopics: RecallTopics(person: id, offers: ["python"], needs: [], teaching: nil).command
        case .setTopics: SetTopics(topics: [Topic(id: "cad", names: ["en": "CAD"])]).command
        case .setOffers: SetOffers(topics: ["python"]).command
        case .setNeeds: SetNeeds(topics: ["python"]).command
        case .setPairRules: SetPairRules(together: [["me", "you"]], apart: []).command
        case .saveDraft: SaveDraft(draft: nil, title: nil, plan: Given.groups(["you"])).command
        case .dropDraft: DropDraft(draft: "d1").command
        case .formGroups: FormGroups(plan: Given.groups(["you"])).command
        case .openGroup: OpenGroup(plan: GroupPlan(members: ["you"]), reason: nil).command
        case .movePeople: MovePeople(moves: [Move(person: "you", to: "g2")]).command
        case .editGroup: EditGroup(group: "g2", texts: GroupTexts(), table: 2, bridge: nil, roles: GroupRoles()).command
        case .visitGroup: VisitGroup(group: "g1").command
        case .signal: Signal(group: nil, signal: .help).command
        case .writeCard: WriteCard(group: "g1", text: "Three", re: "k2", isReport: false).command
        case .editCard: EditCard(card: "k1", text: "First").command
        case .moveCard: MoveCard(card: "k1", index: 1).command
        case .withdrawCard: WithdrawCard(card: "k1").command
        case .starCard: StarCard(card: "k2").command
        case .unstarCard: UnstarCard(card: "k1").command
        case .setTeaching, .endGroups, .announce,
            .plan, .beginRecording, .retitle, .schedule, .setOptions, .openMeeting, .endMeeting, .reopenMeeting,
            .lockRoom,
            .unlockRoom, .setTier,
            .takeLeave, .openNext, .openPrevious, .addSegment, .askQuestion:
            kind.sample
        }
    }
}
