// Knows samples of the facet `frame`: each wish and fact with every field filled, who may, and a wish that would succeed
// or that is drawn. A kind that is left out does not build.

@testable import Meetings

private let brief = SegmentPlan(kind: .pause, title: "Paned", timeboxSeconds: 600, note: "In the hall")
private let options = Options(lobby: true, leastHeardFirst: true, pulseAfterTalk: false, chat: false)

extension FrameCommand.Kind: SampledWish {
    var sample: Command {
        switch self {
        case .plan:
            Plan(
                title: "Micro:bits", plannedStart: 1_773_334_250_000, zone: "Europe/London", options: Options(),
                segments: [brief]
            ).command
        case .beginRecording: BeginRecording(recording: .sample).command
        case .retitle: Retitle(title: "Cylchedau / Circuits").command
        case .schedule: Schedule(plannedStart: 1_773_334_250_000, zone: "Europe/Dublin").command
        case .setVenue: SetVenue(place: "Neuadd / Hall", callLink: "https://call.example/8842210").command
        case .setOptions:
            SetOptions(options: Options(lobby: true, leastHeardFirst: true, pulseAfterTalk: false, chat: false)).command
        case .openMeeting: OpenMeeting().command
        case .endMeeting: EndMeeting().command
        case .reopenMeeting: ReopenMeeting().command
        case .lockRoom: LockRoom().command
        case .unlockRoom: UnlockRoom().command
        }
    }

    var expected: ExpectedRights {
        switch self {
        case .plan: "- - - -"
        case .beginRecording: "- - - -"
        case .retitle: "PO LC - -"
        case .schedule: "PO LC - -"
        case .setVenue: "PO LC - -"
        case .setOptions: "PO LC - -"
        case .openMeeting: "P LC - -"
        case .endMeeting: "O LC - -"
        case .reopenMeeting: "E LC - -"
        case .lockRoom: "PO LC - -"
        case .unlockRoom: "PO LC - -"
        }
    }

    func inScene(_ id: PersonID) -> Command {
        switch self {
        case .plan, .beginRecording, .retitle, .schedule, .setVenue, .setOptions, .openMeeting, .endMeeting,
            .reopenMeeting, .lockRoom, .unlockRoom:
            sample
        }
    }

    func before(_ id: PersonID) -> [Event] { self == .unlockRoom ? [RoomLocked().event] : [] }
}

extension FrameFact.Kind: SampledFact {
    var sample: Event {
        switch self {
        case .meetingPlanned:
            MeetingPlanned(
                title: "Micro:bits", plannedStart: 1_773_334_250_000, zone: "Europe/London", options: Options()
            ).event
        case .meetingRetitled: MeetingRetitled(title: "Cylchedau / Circuits").event
        case .meetingScheduled: MeetingScheduled(plannedStart: 1_773_334_250_000, zone: "Europe/Dublin").event
        case .venueSet: VenueSet(place: "Neuadd / Hall", callLink: "https://call.example/8842210").event
        case .optionsSet: OptionsSet(options: options).event
        case .recordingBegan: RecordingBegan(recording: .sample).event
        case .meetingOpened: MeetingOpened().event
        case .meetingEnded: MeetingEnded().event
        case .meetingReopened: MeetingReopened().event
        case .roomLocked: RoomLocked().event
        case .roomUnlocked: RoomUnlocked().event
        }
    }
}

extension SplitMix64 {
    /// A wish of that kind; what it names is mostly there.
    mutating func command(_ kind: FrameCommand.Kind, _ room: Room, _ people: [PersonID]) -> Command {
        switch kind {
        case .plan:
            return Plan(
                title: text(), plannedStart: nil, zone: "Europe/London", options: options(),
                segments: (0..<below(5)).map { _ in plan() }
            ).command
        case .beginRecording: return BeginRecording(recording: .sample).command
        case .retitle: return Retitle(title: text()).command
        case .schedule: return Schedule(plannedStart: 1, zone: "Europe/London").command
        case .setVenue: return SetVenue(place: text(), callLink: pick([nil, "https://a.example/b", "nowhere"])).command
        case .setOptions: return SetOptions(options: options()).command
        case .openMeeting: return OpenMeeting().command
        case .endMeeting: return EndMeeting().command
        case .reopenMeeting: return ReopenMeeting().command
        case .lockRoom: return LockRoom().command
        case .unlockRoom: return UnlockRoom().command
        }
    }
}

extension Recording {
    /// A frame with every field filled.
    static let sample = Recording(
        id: "plenary-2022-07-19", series: "plenary", date: "2022-07-19", plenary: "2022-07", flags: ["no-list"],
        hasClock: false)
}
