// Knows one event of each kind, with every field filled: what the golden files hold.

@testable import Meetings

private let options = Options(lobby: true, leastHeardFirst: true, pulseAfterTalk: false, chat: false)

extension Event {
    /// One of each kind.
    static let samples: [Event] = frameSamples + groupSamples

    private static let frameSamples: [Event] = [
        MeetingPlanned(
            title: "Micro:bits", plannedStart: 1_773_334_250_000, zone: "Europe/London", options: Options()
        ).event,
        MeetingRetitled(title: "Cylchedau / Circuits").event,
        MeetingScheduled(plannedStart: 1_773_334_250_000, zone: "Europe/Dublin").event,
        OptionsSet(options: options).event,
        RecordingBegan(recording: .sample).event,
        MeetingOpened().event,
        MeetingEnded().event,
        MeetingReopened().event,
        RoomLocked().event,
        RoomUnlocked().event,
        PersonJoined(
            person: "p7", role: .participant, mode: .roomDevice, tier: .pseudonymous, name: "Siân",
            school: "Ysgol Glan Môr"
        ).event,
        PersonWaited(person: "p7", mode: .remote, tier: .countOnly, name: "Siân", school: "Ysgol Glan Môr").event,
        PersonDenied(person: "p7").event,
        PersonRemoved(person: "p7").event,
        PersonReturnedToLobby(person: "p7").event,
        PersonRenamed(person: "p7", name: "Siân W", school: "Ysgol y Bryn").event,
        ModeSet(person: "p7", mode: .roomNoDevice, source: .leadTap).event,
        TierSet(person: "p7", tier: .contactable).event,
        PresenceBegan(person: "p7", mode: .tableDevice).event,
        PresenceEnded(person: "p7", reason: .lost).event,
        PersonCheckedIn(person: "p7", source: .scribe).event,
        PersonSeated(person: "p7", table: "p3").event,
        LeaveTaken(person: "p7", reason: .family).event,
        LeadAppointed(person: "p7").event,
        LeadDismissed(person: "p7").event,
        ScribeAppointed(person: "p7").event,
        ScribeDismissed(person: "p7").event,
        SegmentAdded(
            segment: "s2", kind: .checkIn, title: "Welcome", timeboxSeconds: 300, note: "One word each", index: 0
        ).event,
        SegmentEdited(segment: "s2", kind: .handsOn, title: "Build", timeboxSeconds: 900, note: "Kits\nin pairs").event,
        SegmentMoved(segment: "s2", index: 3).event,
        SegmentRemoved(segment: "s2").event,
        SegmentOpened(segment: "s2").event,
        SegmentEnded(segment: "s2").event,
        SegmentSkipped(segment: "s2").event,
        TimeboxSet(segment: "s2", timeboxSeconds: 360).event,
        PulseOpened(pulse: "u21", segment: "s3").event,
        PulseAnswered(pulse: "u21", person: "p7", answer: .gotIt, previous: .nearly).event,
        PulseClosed(pulse: "u21").event,
        MessagePosted(message: "m42", person: "p7", name: "Siân", text: "Bore da, \"bawb\"", words: 3, re: "m41").event,
        MessageCorrected(message: "m42", text: "Nos da", words: 2).event,
        MessageWithdrawn(message: "m42").event,
        MessageHidden(message: "m42").event,
        ReactionAdded(message: "m42", person: "p7", reaction: .celebrate).event,
        ReactionRemoved(message: "m42", person: "p7", reaction: .thanks).event,
        HandRaised(person: "p7", index: 0, source: .client).event,
        HandLowered(person: "p7", source: .scribe).event,
        HandCalled(person: "p7").event,
        TurnStarted(person: "p7", source: .selfReport).event,
        SpeechNoted(person: "p7", words: 12, characters: 61, source: .transcript).event,
        TurnEnded(person: "p7", milliseconds: 73_500).event,
        ViewOpened(person: "p7", view: .queue).event,
        QuestionAsked(question: "q50", person: "p7", name: "Siân", text: "Why a resistor?", words: 3).event,
        QuestionSupported(question: "q50", person: "p7").event,
        QuestionAnswered(question: "q50").event,
        QuestionHidden(question: "q50").event,
    ]

    private static let groupSamples: [Event] = [
        TopicsSet(topics: [.sample]).event,
        OffersSet(person: "p7", topics: ["python", "cad"], source: .leadTap).event,
        NeedsSet(person: "p7", topics: ["robotics"], source: .scribe).event,
        TeachingSet(person: "p7", teaching: .furtherEducation, source: .client).event,
        PairRulesSet(together: [["p7", "p8"]], apart: [["p8", "p9"]]).event,
        DraftSaved(draft: "d59", title: "By phase", groups: [.sample], texts: .sample, draw: .sample).event,
        DraftDropped(draft: "d59").event,
        GroupsFormed(round: "r60", segment: "s3", groups: [.sample], texts: .sample, draw: .sample).event,
        GroupOpened(round: "r60", groups: [.sample], texts: .sample, reason: .newGroup).event,
        PeopleMoved(
            round: "r60",
            moves: [Move(person: "p7", to: "g60-2", reason: .offers), Move(person: "p8", to: nil)]
        ).event,
        GroupEdited(
            group: "g60-1", texts: .sample, table: 4, bridge: "p8", roles: GroupRoles(reporter: "p9")
        ).event,
        GroupsEnded(round: "r60").event,
        GroupVisited(person: "p1", group: "g60-1").event,
        GroupSignalled(group: "g60-1", person: "p7", signal: .help, source: .scribe).event,
        AnnouncementMade(
            announcement: "n70", round: "r60", person: "p1", name: "Carys", text: "Five more minutes", words: 3
        ).event,
        CardWritten(
            card: "k71", group: "g60-1", person: "p7", name: "Siân", text: "Start with the sensor", words: 4,
            re: "k70", isReport: true, source: .leadTap
        ).event,
        CardEdited(card: "k71", group: "g60-1", text: "Start with the light", words: 4).event,
        CardMoved(card: "k71", group: "g60-1", index: 2).event,
        CardWithdrawn(card: "k71", group: "g60-1").event,
        CardStarred(card: "k71", group: "g60-1", person: "p8", source: .client).event,
        CardUnstarred(card: "k71", group: "g60-1", person: "p8").event,
    ]
}

extension Recording {
    /// A frame with every field filled.
    static let sample = Recording(
        id: "plenary-2022-07-19", series: "plenary", date: "2022-07-19", plenary: "2022-07", flags: ["no-list"],
        hasClock: false)
}
