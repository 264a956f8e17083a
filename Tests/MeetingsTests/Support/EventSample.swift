// Knows one event of each kind, with every field filled: what the golden files hold.

import Meetings

extension EventKind {
    private static let options = Options(lobby: true, leastHeardFirst: true, pulseAfterTalk: false, chat: false)

    /// The event that the golden file of this kind holds.
    var sample: Event {
        switch self {
        case .meetingPlanned:
            .meetingPlanned(
                title: "Micro:bits", plannedStart: 1_773_334_250_000, zone: "Europe/London", options: Options())
        case .meetingRetitled: .meetingRetitled(title: "Cylchedau / Circuits")
        case .meetingScheduled: .meetingScheduled(plannedStart: 1_773_334_250_000, zone: "Europe/Dublin")
        case .optionsSet: .optionsSet(options: Self.options)
        case .recordingBegan: .recordingBegan(recording: .sample)
        case .meetingOpened: .meetingOpened
        case .meetingEnded: .meetingEnded
        case .meetingReopened: .meetingReopened
        case .roomLocked: .roomLocked
        case .roomUnlocked: .roomUnlocked
        case .personJoined:
            .personJoined(
                person: "p7", role: .participant, mode: .roomDevice, tier: .pseudonymous, name: "Siân",
                school: "Ysgol Glan Môr")
        case .personWaited:
            .personWaited(person: "p7", mode: .remote, tier: .countOnly, name: "Siân", school: "Ysgol Glan Môr")
        case .personDenied: .personDenied(person: "p7")
        case .personRemoved: .personRemoved(person: "p7")
        case .personReturnedToLobby: .personReturnedToLobby(person: "p7")
        case .personRenamed: .personRenamed(person: "p7", name: "Siân W", school: "Ysgol y Bryn")
        case .modeSet: .modeSet(person: "p7", mode: .roomNoDevice, source: .leadTap)
        case .tierSet: .tierSet(person: "p7", tier: .contactable)
        case .presenceBegan: .presenceBegan(person: "p7", mode: .tableDevice)
        case .presenceEnded: .presenceEnded(person: "p7", reason: .lost)
        case .personCheckedIn: .personCheckedIn(person: "p7", source: .scribe)
        case .personSeated: .personSeated(person: "p7", table: "p3")
        case .leaveTaken: .leaveTaken(person: "p7", reason: .family)
        case .leadAppointed: .leadAppointed(person: "p7")
        case .leadDismissed: .leadDismissed(person: "p7")
        case .scribeAppointed: .scribeAppointed(person: "p7")
        case .scribeDismissed: .scribeDismissed(person: "p7")
        case .segmentAdded:
            .segmentAdded(
                segment: "s2", kind: .checkIn, title: "Welcome", timeboxSeconds: 300, note: "One word each", index: 0)
        case .segmentEdited:
            .segmentEdited(segment: "s2", kind: .handsOn, title: "Build", timeboxSeconds: 900, note: "Kits\nin pairs")
        case .segmentMoved: .segmentMoved(segment: "s2", index: 3)
        case .segmentRemoved: .segmentRemoved(segment: "s2")
        case .segmentOpened: .segmentOpened(segment: "s2")
        case .segmentEnded: .segmentEnded(segment: "s2")
        case .segmentSkipped: .segmentSkipped(segment: "s2")
        case .timeboxSet: .timeboxSet(segment: "s2", timeboxSeconds: 360)
        case .pulseOpened: .pulseOpened(pulse: "u21", segment: "s3")
        case .pulseAnswered: .pulseAnswered(pulse: "u21", person: "p7", answer: .gotIt, previous: .nearly)
        case .pulseClosed: .pulseClosed(pulse: "u21")
        case .messagePosted:
            .messagePosted(message: "m42", person: "p7", name: "Siân", text: "Bore da, \"bawb\"", words: 3, re: "m41")
        case .messageCorrected: .messageCorrected(message: "m42", text: "Nos da", words: 2)
        case .messageWithdrawn: .messageWithdrawn(message: "m42")
        case .messageHidden: .messageHidden(message: "m42")
        case .reactionAdded: .reactionAdded(message: "m42", person: "p7", reaction: .celebrate)
        case .reactionRemoved: .reactionRemoved(message: "m42", person: "p7", reaction: .thanks)
        case .handRaised: .handRaised(person: "p7", index: 0, source: .client)
        case .handLowered: .handLowered(person: "p7", source: .scribe)
        case .handCalled: .handCalled(person: "p7")
        case .turnStarted: .turnStarted(person: "p7", source: .selfReport)
        case .speechNoted: .speechNoted(person: "p7", words: 12, characters: 61, source: .transcript)
        case .turnEnded: .turnEnded(person: "p7", milliseconds: 73_500)
        case .viewOpened: .viewOpened(person: "p7", view: .queue)
        case .questionAsked:
            .questionAsked(question: "q50", person: "p7", name: "Siân", text: "Why a resistor?", words: 3)
        case .questionSupported: .questionSupported(question: "q50", person: "p7")
        case .questionAnswered: .questionAnswered(question: "q50")
        case .questionHidden: .questionHidden(question: "q50")
        default: groupSample
        }
    }
}

extension Recording {
    /// A frame with every field filled.
    static let sample = Recording(
        id: "plenary-2022-07-19", series: "plenary", date: "2022-07-19", plenary: "2022-07", flags: ["no-list"],
        hasClock: false)
}
