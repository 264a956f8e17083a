// Knows how a random command is made: every kind, with identifiers that exist and with nonsense.

@testable import Meetings

extension SplitMix64 {
    /// A command of that kind; what it names is mostly there.
    mutating func command(_ kind: CommandKind, _ room: Room, _ people: [PersonID]) -> Command {
        let person = once(in: 12) ? pick(["ghost", "", .counted]) : pick(people)
        let about: PersonID? = once(in: 2) ? nil : person
        switch kind {
        case .plan:
            return Plan(
                title: text(), plannedStart: nil, zone: "Europe/London", options: options(),
                segments: (0..<below(5)).map { _ in plan() }
            ).command
        case .join:
            return Join(
                person: person, role: once(in: 10) ? .guest : once(in: 8) ? .table : .participant,
                mode: pick(AttendanceMode.allCases),
                tier: pick(Tier.allCases), name: text(), school: once(in: 2) ? nil : text()
            ).command
        case .beginPresence: return BeginPresence(person: person).command
        case .endPresence: return EndPresence(person: person, reason: .lost).command
        case .bringIn:
            let tables = room.people.filter { $0.value.role == .table }.keys.sorted()
            let isAtTable = !tables.isEmpty && once(in: 2)
            return BringIn(
                person: person, by: isAtTable ? pick(tables) : pick(people),
                mode: isAtTable ? .tableDevice : pick(AttendanceMode.allCases), tier: pick(Tier.allCases),
                name: text(), school: nil
            ).command
        case .beginRecording: return BeginRecording(recording: .sample).command
        case .noteMessage: return NoteMessage(person: person, words: pick([-1, 0, 7])).command
        case .checkIn: return CheckIn(person: person).command
        case .checkOut: return CheckOut(person: person).command
        case .openView: return OpenView(person: about, view: .queue).command
        case .retitle: return Retitle(title: text()).command
        case .schedule: return Schedule(plannedStart: 1, zone: "Europe/London").command
        case .setOptions: return SetOptions(options: options()).command
        case .openMeeting: return OpenMeeting().command
        case .endMeeting: return EndMeeting().command
        case .reopenMeeting: return ReopenMeeting().command
        case .lockRoom: return LockRoom().command
        case .unlockRoom: return UnlockRoom().command
        case .admit: return Admit(person: waiting(room) ?? person).command
        case .deny: return Deny(person: waiting(room) ?? person).command
        case .remove: return Remove(person: person).command
        case .moveToLobby: return MoveToLobby(person: person).command
        case .rename: return Rename(person: about, name: text(), school: nil).command
        case .setMode: return SetMode(person: about, mode: pick(AttendanceMode.allCases)).command
        case .setTier: return SetTier(tier: pick(Tier.allCases)).command
        case .takeLeave: return TakeLeave(reason: once(in: 2) ? nil : pick(GoingReason.allCases)).command
        case .appointLead: return AppointLead(person: person).command
        case .dismissLead: return DismissLead(person: person).command
        case .handOver: return HandOver(person: person).command
        case .appointScribe: return AppointScribe(person: person).command
        case .dismissScribe: return DismissScribe(person: person).command
        case .openSegment: return OpenSegment(segment: segment(room)).command
        case .openNext: return OpenNext().command
        case .openPrevious: return OpenPrevious().command
        case .adjustTimebox:
            return AdjustTimebox(segment: segment(room), seconds: pick([-60, 0, 60, 300, Int.max])).command
        case .skipSegment: return SkipSegment(segment: segment(room), isConfirmed: once(in: 2)).command
        case .addSegment: return AddSegment(plan: plan(), index: below(9) - 2).command
        case .editSegment: return EditSegment(segment: segment(room), plan: plan()).command
        case .moveSegment: return MoveSegment(segment: segment(room), index: below(9) - 2).command
        case .removeSegment: return RemoveSegment(segment: segment(room)).command
        case .answerPulse: return AnswerPulse(pulse: pulse(room), answer: pick(PulseAnswer.allCases)).command
        case .closePulse: return ClosePulse(pulse: pulse(room)).command
        case .postMessage:
            return PostMessage(
                text: text(), re: once(in: 2) ? nil : message(room), group: once(in: 3) ? group(room) : nil
            ).command
        case .correctMessage: return CorrectMessage(message: message(room), text: text()).command
        case .withdrawMessage: return WithdrawMessage(message: message(room)).command
        case .hideMessage: return HideMessage(message: message(room)).command
        case .react: return React(message: message(room), reaction: pick(Reaction.allCases)).command
        case .unreact: return Unreact(message: message(room), reaction: pick(Reaction.allCases)).command
        case .raiseHand: return RaiseHand(person: about).command
        case .lowerHand: return LowerHand(person: about).command
        case .callOn: return CallOn(person: person).command
        case .startTurn: return StartTurn(person: about).command
        case .noteSpeech: return NoteSpeech(person: about, words: pick([-1, 0, 7]), characters: 40).command
        case .endTurn: return EndTurn(person: about).command
        case .askQuestion: return AskQuestion(text: text()).command
        case .supportQuestion: return SupportQuestion(question: question(room)).command
        case .markAnswered: return MarkAnswered(question: question(room)).command
        case .hideQuestion: return HideQuestion(question: question(room)).command
        default: return groupCommand(kind, room, people)
        }
    }

    mutating func text() -> String { pick(["Siân", "Bore da bawb", "👩\u{200D}🏫", "a\nb\u{202E}", " ", "x"]) }

    private mutating func options() -> Options {
        Options(lobby: once(in: 3), leastHeardFirst: once(in: 2), pulseAfterTalk: !once(in: 4), chat: !once(in: 4))
    }

    private mutating func plan() -> SegmentPlan {
        SegmentPlan(
            kind: once(in: 2) ? .talk : pick(SegmentKind.allCases), title: text(), timeboxSeconds: pick([60, 900]))
    }

    /// Somebody in the lobby. Sorted, because the order of a dictionary differs from process to process.
    private mutating func waiting(_ room: Room) -> PersonID? {
        room.waiting.isEmpty ? nil : pick(room.waiting.keys.sorted())
    }

    private mutating func segment(_ room: Room) -> SegmentID {
        room.agenda.isEmpty || once(in: 12) ? "nonsense" : pick(room.agenda).id
    }

    private mutating func pulse(_ room: Room) -> PulseID {
        room.pulses.isEmpty || once(in: 12) ? "nonsense" : pick(room.pulses).id
    }

    private mutating func message(_ room: Room) -> MessageID {
        room.messages.isEmpty || once(in: 12) ? "nonsense" : pick(room.messages).id
    }

    private mutating func question(_ room: Room) -> QuestionID {
        room.questions.isEmpty || once(in: 12) ? "nonsense" : pick(room.questions).id
    }
}
