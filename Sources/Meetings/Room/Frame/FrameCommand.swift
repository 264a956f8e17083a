// Knows the wishes that concern the frame of a meeting, each with its row of rights.

/// A wish that concerns the frame of a meeting.
public enum FrameCommand: Equatable, Sendable {
    case plan(Plan)
    case beginRecording(BeginRecording)
    case retitle(Retitle)
    case schedule(Schedule)
    case setVenue(SetVenue)
    case setOptions(SetOptions)
    case openMeeting(OpenMeeting)
    case endMeeting(EndMeeting)
    case reopenMeeting(ReopenMeeting)
    case lockRoom(LockRoom)
    case unlockRoom(UnlockRoom)

    /// The names of these wishes on the wire.
    public enum Kind: String, CaseIterable, Sendable {
        case plan, beginRecording, retitle, schedule, setVenue, setOptions, openMeeting, endMeeting, reopenMeeting,
            lockRoom,
            unlockRoom

        public var type: any RoomWish.Type {
            switch self {
            case .plan: Plan.self
            case .beginRecording: BeginRecording.self
            case .retitle: Retitle.self
            case .schedule: Schedule.self
            case .setVenue: SetVenue.self
            case .setOptions: SetOptions.self
            case .openMeeting: OpenMeeting.self
            case .endMeeting: EndMeeting.self
            case .reopenMeeting: ReopenMeeting.self
            case .lockRoom: LockRoom.self
            case .unlockRoom: UnlockRoom.self
            }
        }
    }

    public var wish: any RoomWish {
        switch self {
        case .plan(let wish): wish
        case .beginRecording(let wish): wish
        case .retitle(let wish): wish
        case .schedule(let wish): wish
        case .setVenue(let wish): wish
        case .setOptions(let wish): wish
        case .openMeeting(let wish): wish
        case .endMeeting(let wish): wish
        case .reopenMeeting(let wish): wish
        case .lockRoom(let wish): wish
        case .unlockRoom(let wish): wish
        }
    }
}

extension Command {
    /// The time zone that is wished for. Whether there is such a one is for whoever has tables of zones.
    public var zone: String? {
        guard case .frame(let frame) = self else { return nil }
        switch frame {
        case .plan(let wish): return wish.zone
        case .schedule(let wish): return wish.zone
        case .beginRecording, .retitle, .setVenue, .setOptions, .openMeeting, .endMeeting, .reopenMeeting, .lockRoom,
            .unlockRoom:
            return nil
        }
    }
}

/// Begins a room.
public struct Plan: RoomWish {
    public var title: String
    public var plannedStart: Instant?
    public var zone: String
    public var options: Options
    public var segments: [SegmentPlan]

    public static let granted = Granted<Self>(
        FrameCommand.Kind.plan, in: [], own: .nobody, other: .nobody, scribe: false, forOthers: false, about: .nothing)
    public var command: Command { .frame(.plan(self)) }

    public init(title: String, plannedStart: Instant?, zone: String, options: Options, segments: [SegmentPlan]) {
        (self.title, self.plannedStart, self.zone, self.options, self.segments) = (
            title, plannedStart, zone, options, segments
        )
    }
}

/// What follows was recorded elsewhere.
public struct BeginRecording: RoomWish {
    public var recording: Recording

    public static let granted = Granted<Self>(
        FrameCommand.Kind.beginRecording, in: [], own: .nobody, other: .nobody, scribe: false, forOthers: false,
        about: .nothing)
    public var command: Command { .frame(.beginRecording(self)) }

    public init(recording: Recording) {
        self.recording = recording
    }
}

/// Another title.
public struct Retitle: RoomWish {
    public var title: String

    public static let granted = Granted<Self>(
        FrameCommand.Kind.retitle, in: [.planned, .open], own: .leads, other: .nobody, scribe: false, forOthers: false,
        about: .nothing)
    public var command: Command { .frame(.retitle(self)) }

    public init(title: String) {
        self.title = title
    }
}

/// Another time.
public struct Schedule: RoomWish {
    public var plannedStart: Instant?
    public var zone: String

    public static let granted = Granted<Self>(
        FrameCommand.Kind.schedule, in: [.planned, .open], own: .leads, other: .nobody, scribe: false, forOthers: false,
        about: .nothing)
    public var command: Command { .frame(.schedule(self)) }

    public init(plannedStart: Instant?, zone: String) {
        (self.plannedStart, self.zone) = (plannedStart, zone)
    }
}

/// Another place, or another call; what is missing is emptied.
public struct SetVenue: RoomWish {
    public var place: String?
    public var callLink: String?

    public static let granted = Granted<Self>(
        FrameCommand.Kind.setVenue, in: [.planned, .open], own: .leads, other: .nobody, scribe: false, forOthers: false,
        about: .nothing)
    public var command: Command { .frame(.setVenue(self)) }

    public init(place: String?, callLink: String?) {
        (self.place, self.callLink) = (place, callLink)
    }
}

/// What a lead can switch.
public struct SetOptions: RoomWish {
    public var options: Options

    public static let granted = Granted<Self>(
        FrameCommand.Kind.setOptions, in: [.planned, .open], own: .leads, other: .nobody, scribe: false,
        forOthers: false, about: .nothing)
    public var command: Command { .frame(.setOptions(self)) }

    public init(options: Options) {
        self.options = options
    }
}

/// Begins the meeting.
public struct OpenMeeting: RoomWish {

    public static let granted = Granted<Self>(
        FrameCommand.Kind.openMeeting, in: [.planned], own: .leads, other: .nobody, scribe: false, forOthers: false,
        about: .nothing)
    public var command: Command { .frame(.openMeeting(self)) }

    public init() {}
}

/// Ends the meeting.
public struct EndMeeting: RoomWish {

    public static let granted = Granted<Self>(
        FrameCommand.Kind.endMeeting, in: [.open], own: .leads, other: .nobody, scribe: false, forOthers: false,
        about: .nothing)
    public var command: Command { .frame(.endMeeting(self)) }

    public init() {}
}

/// Goes on with a meeting that was ended too early.
public struct ReopenMeeting: RoomWish {

    public static let granted = Granted<Self>(
        FrameCommand.Kind.reopenMeeting, in: [.ended], own: .leads, other: .nobody, scribe: false, forOthers: false,
        about: .nothing)
    public var command: Command { .frame(.reopenMeeting(self)) }

    public init() {}
}

/// Nobody new comes in.
public struct LockRoom: RoomWish {

    public static let granted = Granted<Self>(
        FrameCommand.Kind.lockRoom, in: [.planned, .open], own: .leads, other: .nobody, scribe: false, forOthers: false,
        about: .nothing)
    public var command: Command { .frame(.lockRoom(self)) }

    public init() {}
}

/// New people come in again.
public struct UnlockRoom: RoomWish {

    public static let granted = Granted<Self>(
        FrameCommand.Kind.unlockRoom, in: [.planned, .open], own: .leads, other: .nobody, scribe: false,
        forOthers: false, about: .nothing)
    public var command: Command { .frame(.unlockRoom(self)) }

    public init() {}
}
