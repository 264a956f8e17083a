// Knows a room for every cell of the rights table in which the command would succeed if it were allowed.

import Meetings

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
    init?(_ kind: Command.Kind, _ cell: RightsCell) {
        let target = cell.relation == .own ? "me" : Self.other(kind)
        let command = Self.command(kind, about: target)
        guard cell.relation == .own || command.target != nil else { return nil }
        self.command = command
        room = Room().after(Self.facts(kind, cell, about: target), at: Given.start)
    }

    var outcome: Outcome { Outcome(room, command, by: "me", at: Given.start + 1_000) }

    /// What is allowed and yet has nothing to change: a lead is the lead already and no scribe, and a coordinator,
    /// who leads by owning the network, was not appointed and cannot be dismissed.
    static func emptyHanded(_ kind: Command.Kind, _ cell: RightsCell) -> Rejection? {
        guard cell.relation == .own else { return nil }
        switch kind {
        case .handOver, .dismissScribe, .checkIn, .checkOut: return .alreadySo
        case .dismissLead: return cell.role == .coordinator ? .notFound : nil
        default: return nil
        }
    }

    /// Somebody else to whom the command can happen.
    private static func other(_ kind: Command.Kind) -> PersonID {
        switch kind {
        case .admit, .deny: "wil"
        case .dismissLead: "boss"
        default: "you"
        }
    }

    private static func facts(_ kind: Command.Kind, _ cell: RightsCell, about target: PersonID) -> [Event] {
        var facts: [Event] = [
            .meetingPlanned(title: "T", plannedStart: nil, zone: "Europe/London", options: Options()),
            .segmentAdded(segment: "s1", kind: .talk, title: "1", timeboxSeconds: 300, note: nil, index: 0),
            .segmentAdded(segment: "s2", kind: .handsOn, title: "2", timeboxSeconds: 300, note: nil, index: 1),
            .segmentAdded(segment: "s3", kind: .discussion, title: "3", timeboxSeconds: 300, note: nil, index: 2),
            Given.came("me", cell.role), Given.came("you"), Given.came("boss", .lead),
            .topicsSet(topics: [.sample]),
            .draftSaved(draft: "d1", title: nil, groups: [], texts: nil, draw: Draw(choice: .mix)),
        ]
        // A table's device sits where those do who share it.
        if cell.role == .table { facts += [Given.came("sat"), .personSeated(person: "sat", table: "me")] }
        if cell.relation == .scribed { facts.append(.scribeAppointed(person: "me")) }
        if kind == .unlockRoom { facts.append(.roomLocked) }
        guard cell.phase != .planned else { return facts }
        facts += [
            .meetingOpened, .presenceBegan(person: "me", mode: .remote), .presenceBegan(person: "you", mode: .remote),
            .personWaited(person: "wil", mode: .remote, tier: .quotable, name: "Wil", school: nil),
            .segmentOpened(segment: "s1"), .segmentEnded(segment: "s1"), .pulseOpened(pulse: "u1", segment: "s1"),
            .segmentOpened(segment: "s2"),
            .messagePosted(message: "m1", person: "me", name: "Me", text: "Mine", words: 1, re: nil),
            .questionAsked(question: "q1", person: "you", name: "You", text: "Why?", words: 1),
            .groupsFormed(
                round: "r1", segment: "s2",
                groups: [
                    GroupSeats(group: "g1", members: ["me", "you", "sat"]), GroupSeats(group: "g2", members: ["boss"]),
                ], texts: nil, draw: Draw(choice: .mix)),
            .cardWritten(
                card: "k1", group: "g1", person: "me", name: "Me", text: "One", words: 1, re: nil, isReport: false),
            .cardWritten(
                card: "k2", group: "g1", person: "you", name: "You", text: "Two", words: 1, re: nil, isReport: false),
        ]
        switch kind {
        case .checkIn: if target == "you" { facts.append(.presenceEnded(person: "you", reason: .lost)) }
        case .checkOut: if target == "you" { facts.append(.personCheckedIn(person: "you", source: .scribe)) }
        case .dismissScribe: facts.append(.scribeAppointed(person: "you"))
        case .lowerHand: facts.append(.handRaised(person: target, index: 0, source: .client))
        case .endTurn: facts.append(.turnStarted(person: target, source: .client))
        case .unreact: facts.append(.reactionAdded(message: "m1", person: "me", reaction: .idea))
        case .unstarCard: facts.append(.cardStarred(card: "k1", group: "g1", person: "me"))
        default: break
        }
        if cell.phase == .ended { facts.append(.meetingEnded) }
        return facts
    }

    private static func command(_ kind: Command.Kind, about id: PersonID) -> Command {
        switch kind {
        case .beginPresence: .beginPresence(person: id)
        case .endPresence: .endPresence(person: id, reason: .lost)
        case .join: Given.join(id)
        case .checkIn: .checkIn(person: id)
        case .checkOut: .checkOut(person: id)
        case .openView: .openView(person: id, view: .queue)
        case .noteMessage: .noteMessage(person: id, words: 1)
        case .admit: .admit(person: id)
        case .deny: .deny(person: id)
        case .remove: .remove(person: id)
        case .moveToLobby: .moveToLobby(person: id)
        case .rename: .rename(person: id, name: "New", school: nil)
        case .setMode: .setMode(person: id, mode: .phoneIn)
        case .appointLead: .appointLead(person: id)
        case .dismissLead: .dismissLead(person: id)
        case .handOver: .handOver(person: id)
        case .appointScribe: .appointScribe(person: id)
        case .dismissScribe: .dismissScribe(person: id)
        case .raiseHand: .raiseHand(person: id)
        case .lowerHand: .lowerHand(person: id)
        case .callOn: .callOn(person: id)
        case .startTurn: .startTurn(person: id)
        case .noteSpeech: .noteSpeech(person: id, words: 1, characters: 4)
        case .endTurn: .endTurn(person: id)
        case .openSegment: .openSegment(segment: "s3")
        case .moveSegment: .moveSegment(segment: "s3", index: 0)
        case .adjustTimebox: .adjustTimebox(segment: "s3", seconds: 60)
        case .skipSegment: .skipSegment(segment: "s3", isConfirmed: false)
        case .editSegment: .editSegment(segment: "s3", plan: Given.segments[0])
        case .removeSegment: .removeSegment(segment: "s3")
        case .answerPulse: .answerPulse(pulse: "u1", answer: .gotIt)
        case .closePulse: .closePulse(pulse: "u1")
        case .postMessage: .postMessage(text: "Hi", re: nil)
        case .correctMessage: .correctMessage(message: "m1", text: "Better")
        case .withdrawMessage: .withdrawMessage(message: "m1")
        case .hideMessage: .hideMessage(message: "m1")
        case .react: .react(message: "m1", reaction: .idea)
        case .unreact: .unreact(message: "m1", reaction: .idea)
        case .supportQuestion: .supportQuestion(question: "q1")
        case .markAnswered: .markAnswered(question: "q1")
        case .hideQuestion: .hideQuestion(question: "q1")
        case .bringIn:
            .bringIn(person: id, by: "me", mode: .roomNoDevice, tier: .pseudonymous, name: "New", school: nil)
        case .recallTopics: .recallTopics(person: id, offers: ["python"], needs: [], teaching: nil)
        case .setTopics: .setTopics(topics: [Topic(id: "cad", names: ["en": "CAD"])])
        case .setOffers: .setOffers(topics: ["python"])
        case .setNeeds: .setNeeds(topics: ["python"])
        case .setPairRules: .setPairRules(together: [["me", "you"]], apart: [])
        case .saveDraft: .saveDraft(draft: nil, title: nil, plan: Given.groups(["you"]))
        case .dropDraft: .dropDraft(draft: "d1")
        case .formGroups: .formGroups(plan: Given.groups(["you"]))
        case .openGroup: .openGroup(plan: GroupPlan(members: ["you"]), reason: nil)
        case .movePeople: .movePeople(moves: [Move(person: "you", to: "g2")])
        case .editGroup: .editGroup(group: "g2", texts: GroupTexts(), table: 2, bridge: nil, roles: GroupRoles())
        case .visitGroup: .visitGroup(group: "g1")
        case .signal: .signal(group: nil, signal: .help)
        case .writeCard: .writeCard(group: "g1", text: "Three", re: "k2", isReport: false)
        case .editCard: .editCard(card: "k1", text: "First")
        case .moveCard: .moveCard(card: "k1", index: 1)
        case .withdrawCard: .withdrawCard(card: "k1")
        case .starCard: .starCard(card: "k2")
        case .unstarCard: .unstarCard(card: "k1")
        case .setTeaching, .endGroups, .announce,
            .plan, .beginRecording, .retitle, .schedule, .setOptions, .openMeeting, .endMeeting, .reopenMeeting,
            .lockRoom,
            .unlockRoom, .setTier,
            .takeLeave, .openNext, .openPrevious, .addSegment, .askQuestion:
            kind.sample
        }
    }
}
