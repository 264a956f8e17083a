// Knows one command of each kind, with every field filled: what the golden files hold.

import Meetings

extension Command.Kind {
    private static let brief = SegmentPlan(kind: .pause, title: "Paned", timeboxSeconds: 600, note: "In the hall")

    /// The command that the golden file of this kind holds.
    var sample: Command {
        switch self {
        case .plan:
            .plan(
                title: "Micro:bits", plannedStart: 1_773_334_250_000, zone: "Europe/London", options: Options(),
                segments: [Self.brief])
        case .join:
            .join(
                person: "p7", role: .participant, mode: .remote, tier: .pseudonymous, name: "Siân",
                school: "Ysgol Glan Môr")
        case .beginPresence: .beginPresence(person: "p7")
        case .endPresence: .endPresence(person: "p7", reason: .lost)
        case .bringIn:
            .bringIn(
                person: "p7", by: "p3", mode: .roomNoDevice, tier: .pseudonymous, name: "Siân",
                school: "Ysgol Glan Môr")
        case .beginRecording: .beginRecording(recording: .sample)
        case .noteMessage: .noteMessage(person: "p7", words: 9)
        case .retitle: .retitle(title: "Cylchedau / Circuits")
        case .schedule: .schedule(plannedStart: 1_773_334_250_000, zone: "Europe/Dublin")
        case .setOptions:
            .setOptions(options: Options(lobby: true, leastHeardFirst: true, pulseAfterTalk: false, chat: false))
        case .openMeeting: .openMeeting
        case .endMeeting: .endMeeting
        case .reopenMeeting: .reopenMeeting
        case .lockRoom: .lockRoom
        case .unlockRoom: .unlockRoom
        case .admit: .admit(person: "p7")
        case .checkIn: .checkIn(person: "p7")
        case .checkOut: .checkOut(person: "p7")
        case .deny: .deny(person: "p7")
        case .remove: .remove(person: "p7")
        case .moveToLobby: .moveToLobby(person: "p7")
        case .rename: .rename(person: "p7", name: "Siân W", school: "Ysgol y Bryn")
        case .setMode: .setMode(person: "p7", mode: .phoneIn)
        case .setTier: .setTier(tier: .countOnly)
        case .takeLeave: .takeLeave(reason: .travel)
        case .appointLead: .appointLead(person: "p7")
        case .dismissLead: .dismissLead(person: "p7")
        case .handOver: .handOver(person: "p7")
        case .appointScribe: .appointScribe(person: "p7")
        case .dismissScribe: .dismissScribe(person: "p7")
        case .openSegment: .openSegment(segment: "s2")
        case .openNext: .openNext
        case .openPrevious: .openPrevious
        case .adjustTimebox: .adjustTimebox(segment: "s2", seconds: -60)
        case .skipSegment: .skipSegment(segment: "s2", isConfirmed: true)
        case .addSegment: .addSegment(plan: Self.brief, index: 1)
        case .editSegment: .editSegment(segment: "s2", plan: Self.brief)
        case .moveSegment: .moveSegment(segment: "s2", index: 3)
        case .removeSegment: .removeSegment(segment: "s2")
        case .answerPulse: .answerPulse(pulse: "u21", answer: .gotIt)
        case .closePulse: .closePulse(pulse: "u21")
        case .postMessage: .postMessage(text: "Bore da,\nbawb", re: "m41")
        case .correctMessage: .correctMessage(message: "m42", text: "Nos da")
        case .withdrawMessage: .withdrawMessage(message: "m42")
        case .hideMessage: .hideMessage(message: "m42")
        case .react: .react(message: "m42", reaction: .idea)
        case .unreact: .unreact(message: "m42", reaction: .question)
        case .raiseHand: .raiseHand(person: "p7")
        case .lowerHand: .lowerHand(person: "p7")
        case .callOn: .callOn(person: "p7")
        case .startTurn: .startTurn(person: "p7")
        case .noteSpeech: .noteSpeech(person: "p7", words: 12, characters: 61)
        case .endTurn: .endTurn(person: "p7")
        case .openView: .openView(person: "p7", view: .queue)
        case .askQuestion: .askQuestion(text: "Why a resistor?")
        case .supportQuestion: .supportQuestion(question: "q50")
        case .markAnswered: .markAnswered(question: "q50")
        case .hideQuestion: .hideQuestion(question: "q50")
        default: groupSample
        }
    }
}
