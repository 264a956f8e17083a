// Knows how a random command is made: every kind, with identifiers that exist and with nonsense.

import Meetings

extension SplitMix64 {
    /// A command of that kind; what it names is mostly there.
    mutating func command(_ kind: Command.Kind, _ room: Room, _ people: [PersonID]) -> Command {
        let person = once(in: 12) ? pick(["ghost", "", .counted]) : pick(people)
        let about: PersonID? = once(in: 2) ? nil : person
        switch kind {
        case .plan:
            return .plan(
                title: text(), plannedStart: nil, zone: "Europe/London", options: options(),
                segments: (0..<below(5)).map { _ in plan() })
        case .join:
            return .join(
                person: person, role: once(in: 10) ? .guest : once(in: 8) ? .table : .participant,
                mode: pick(AttendanceMode.allCases),
                tier: pick(Tier.allCases), name: text(), school: once(in: 2) ? nil : text())
        case .beginPresence: return .beginPresence(person: person)
        case .endPresence: return .endPresence(person: person, reason: .lost)
        case .bringIn:
            let tables = room.people.filter { $0.value.role == .table }.keys.sorted()
            let isAtTable = !tables.isEmpty && once(in: 2)
            return .bringIn(
                person: person, by: isAtTable ? pick(tables) : pick(people),
                mode: isAtTable ? .tableDevice : pick(AttendanceMode.allCases), tier: pick(Tier.allCases),
                name: text(), school: nil)
        case .beginRecording: return .beginRecording(recording: .sample)
        case .noteMessage: return .noteMessage(person: person, words: pick([-1, 0, 7]))
        case .checkIn: return .checkIn(person: person)
        case .checkOut: return .checkOut(person: person)
        case .openView: return .openView(person: about, view: .queue)
        case .retitle: return .retitle(title: text())
        case .schedule: return .schedule(plannedStart: 1, zone: "Europe/London")
        case .setOptions: return .setOptions(options: options())
        case .openMeeting: return .openMeeting
        case .endMeeting: return .endMeeting
        case .reopenMeeting: return .reopenMeeting
        case .lockRoom: return .lockRoom
        case .unlockRoom: return .unlockRoom
        case .admit: return .admit(person: waiting(room) ?? person)
        case .deny: return .deny(person: waiting(room) ?? person)
        case .remove: return .remove(person: person)
        case .moveToLobby: return .moveToLobby(person: person)
        case .rename: return .rename(person: about, name: text(), school: nil)
        case .setMode: return .setMode(person: about, mode: pick(AttendanceMode.allCases))
        case .setTier: return .setTier(tier: pick(Tier.allCases))
        case .takeLeave: return .takeLeave(reason: once(in: 2) ? nil : pick(GoingReason.allCases))
        case .appointLead: return .appointLead(person: person)
        case .dismissLead: return .dismissLead(person: person)
        case .handOver: return .handOver(person: person)
        case .appointScribe: return .appointScribe(person: person)
        case .dismissScribe: return .dismissScribe(person: person)
        case .openSegment: return .openSegment(segment: segment(room))
        case .openNext: return .openNext
        case .openPrevious: return .openPrevious
        case .adjustTimebox: return .adjustTimebox(segment: segment(room), seconds: pick([-60, 0, 60, 300, Int.max]))
        case .skipSegment: return .skipSegment(segment: segment(room), isConfirmed: once(in: 2))
        case .addSegment: return .addSegment(plan: plan(), index: below(9) - 2)
        case .editSegment: return .editSegment(segment: segment(room), plan: plan())
        case .moveSegment: return .moveSegment(segment: segment(room), index: below(9) - 2)
        case .removeSegment: return .removeSegment(segment: segment(room))
        case .answerPulse: return .answerPulse(pulse: pulse(room), answer: pick(PulseAnswer.allCases))
        case .closePulse: return .closePulse(pulse: pulse(room))
        case .postMessage:
            return .postMessage(
                text: text(), re: once(in: 2) ? nil : message(room), group: once(in: 3) ? group(room) : nil)
        case .correctMessage: return .correctMessage(message: message(room), text: text())
        case .withdrawMessage: return .withdrawMessage(message: message(room))
        case .hideMessage: return .hideMessage(message: message(room))
        case .react: return .react(message: message(room), reaction: pick(Reaction.allCases))
        case .unreact: return .unreact(message: message(room), reaction: pick(Reaction.allCases))
        case .raiseHand: return .raiseHand(person: about)
        case .lowerHand: return .lowerHand(person: about)
        case .callOn: return .callOn(person: person)
        case .startTurn: return .startTurn(person: about)
        case .noteSpeech: return .noteSpeech(person: about, words: pick([-1, 0, 7]), characters: 40)
        case .endTurn: return .endTurn(person: about)
        case .askQuestion: return .askQuestion(text: text())
        case .supportQuestion: return .supportQuestion(question: question(room))
        case .markAnswered: return .markAnswered(question: question(room))
        case .hideQuestion: return .hideQuestion(question: question(room))
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
