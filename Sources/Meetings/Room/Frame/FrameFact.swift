// Knows the facts of the frame of a meeting, and all that each declares.

/// A fact of the frame of a meeting.
public enum FrameFact: Equatable, Sendable {
    case meetingPlanned(MeetingPlanned)
    case meetingRetitled(MeetingRetitled)
    case meetingScheduled(MeetingScheduled)
    case venueSet(VenueSet)
    case optionsSet(OptionsSet)
    case recordingBegan(RecordingBegan)
    case meetingOpened(MeetingOpened)
    case meetingEnded(MeetingEnded)
    case meetingReopened(MeetingReopened)
    case roomLocked(RoomLocked)
    case roomUnlocked(RoomUnlocked)

    /// The names of these facts in the log and on the wire.
    public enum Kind: String, CaseIterable, Sendable {
        case meetingPlanned, meetingRetitled, meetingScheduled, venueSet, optionsSet, recordingBegan, meetingOpened,
            meetingEnded,
            meetingReopened, roomLocked, roomUnlocked

        public var type: any RoomFact.Type {
            switch self {
            case .meetingPlanned: MeetingPlanned.self
            case .meetingRetitled: MeetingRetitled.self
            case .meetingScheduled: MeetingScheduled.self
            case .venueSet: VenueSet.self
            case .optionsSet: OptionsSet.self
            case .recordingBegan: RecordingBegan.self
            case .meetingOpened: MeetingOpened.self
            case .meetingEnded: MeetingEnded.self
            case .meetingReopened: MeetingReopened.self
            case .roomLocked: RoomLocked.self
            case .roomUnlocked: RoomUnlocked.self
            }
        }
    }

    public var fact: any RoomFact {
        switch self {
        case .meetingPlanned(let fact): fact
        case .meetingRetitled(let fact): fact
        case .meetingScheduled(let fact): fact
        case .venueSet(let fact): fact
        case .optionsSet(let fact): fact
        case .recordingBegan(let fact): fact
        case .meetingOpened(let fact): fact
        case .meetingEnded(let fact): fact
        case .meetingReopened(let fact): fact
        case .roomLocked(let fact): fact
        case .roomUnlocked(let fact): fact
        }
    }
}

/// The meeting is planned: the first fact of a room.
public struct MeetingPlanned: RoomFact {
    public var title: String?
    public var plannedStart: Instant?
    public var zone: String
    public var options: Options

    public static let kept = Kept<Self>(
        FrameFact.Kind.meetingPlanned, .first, ages: .record,
        fields: Fields(names: [], words: [CodingKeys.title], codes: [CodingKeys.zone], people: []), whose: .actor,
        object: .nothing, erases: .nothing)
    public static let told = Told<Self>(
        leads: .whole, participants: .whole, guests: .whole, walls: .whole, group: .everybody,
        follows: .of { [.listed(CatalogueChange(title: $0.title, start: .init(at: $0.plannedStart, zone: $0.zone)))] })
    public var event: Event { .frame(.meetingPlanned(self)) }
}

/// It has another title.
public struct MeetingRetitled: RoomFact {
    public var title: String?

    public static let kept = Kept<Self>(
        FrameFact.Kind.meetingRetitled, .first, ages: .record,
        fields: Fields(names: [], words: [CodingKeys.title], codes: [], people: []), whose: .actor, object: .nothing,
        erases: .nothing)
    public static let told = Told<Self>(
        leads: .whole, participants: .whole, guests: .whole, walls: .whole, group: .everybody,
        follows: .of { [.listed(CatalogueChange(title: $0.title))] })
    public var event: Event { .frame(.meetingRetitled(self)) }
}

/// It has another time.
public struct MeetingScheduled: RoomFact {
    public var plannedStart: Instant?
    public var zone: String

    public static let kept = Kept<Self>(
        FrameFact.Kind.meetingScheduled, .first, ages: .record,
        fields: Fields(names: [], words: [], codes: [CodingKeys.zone], people: []), whose: .actor, object: .nothing,
        erases: .nothing)
    public static let told = Told<Self>(
        leads: .whole, participants: .whole, guests: .whole, walls: .whole, group: .everybody,
        follows: .of { [.listed(CatalogueChange(start: .init(at: $0.plannedStart, zone: $0.zone)))] })
    public var event: Event { .frame(.meetingScheduled(self)) }
}

/// It is somewhere else, or its call is. A wall hangs where everybody passes: the call's link is not on it.
public struct VenueSet: RoomFact {
    public var place: String?
    public var callLink: String?

    public static let kept = Kept<Self>(
        FrameFact.Kind.venueSet, .first, ages: .record,
        fields: Fields(names: [], words: [CodingKeys.place, CodingKeys.callLink], codes: [], people: []),
        whose: .actor, object: .nothing, erases: .nothing)
    public static let told = Told<Self>(
        leads: .whole, participants: .whole, guests: .whole,
        walls: .part { VenueSet(place: $0.place, callLink: nil) }, group: .everybody, follows: .nothing)
    public var event: Event { .frame(.venueSet(self)) }
}

/// What a lead switched.
public struct OptionsSet: RoomFact {
    public var options: Options

    public static let kept = Kept<Self>(
        FrameFact.Kind.optionsSet, .first, ages: .record, fields: .plain, whose: .actor, object: .nothing,
        erases: .nothing)
    public static let told = Told<Self>(
        leads: .whole, participants: .whole, guests: .whole, walls: .whole, group: .everybody, follows: .nothing)
    public var event: Event { .frame(.optionsSet(self)) }
}

/// What follows was recorded elsewhere and is played into this log.
public struct RecordingBegan: RoomFact {
    public var recording: Recording

    public static let kept = Kept<Self>(
        FrameFact.Kind.recordingBegan, .first, ages: .record,
        fields: Fields(names: [], words: [], codes: [CodingKeys.recording], people: []), whose: .actor,
        object: .nothing, erases: .nothing)
    public static let told = Told<Self>(
        leads: .whole, participants: .nothing, guests: .nothing, walls: .nothing, group: .everybody, follows: .nothing)
    public var event: Event { .frame(.recordingBegan(self)) }
}

/// The meeting has begun.
public struct MeetingOpened: RoomFact {
    public static let kept = Kept<Self>(
        FrameFact.Kind.meetingOpened, .first, ages: .record, fields: .plain, whose: .actor, object: .nothing,
        erases: .nothing)
    public static let told = Told<Self>(
        leads: .whole, participants: .whole, guests: .whole, walls: .whole, group: .everybody,
        follows: .of { _ in [.listed(CatalogueChange(phase: .open)), .presencesBegin] })
    public var event: Event { .frame(.meetingOpened(self)) }
}

/// The meeting is over.
public struct MeetingEnded: RoomFact {
    public static let kept = Kept<Self>(
        FrameFact.Kind.meetingEnded, .first, ages: .record, fields: .plain, whose: .actor, object: .nothing,
        erases: .of { _ in .untilEnd })
    public static let told = Told<Self>(
        leads: .whole, participants: .whole, guests: .whole, walls: .whole, group: .everybody,
        follows: .of { _ in [.listed(CatalogueChange(phase: .ended)), .everybodyAnew] })
    public var event: Event { .frame(.meetingEnded(self)) }
}

/// It was ended too early and goes on.
public struct MeetingReopened: RoomFact {
    public static let kept = Kept<Self>(
        FrameFact.Kind.meetingReopened, .first, ages: .record, fields: .plain, whose: .actor, object: .nothing,
        erases: .nothing)
    public static let told = Told<Self>(
        leads: .whole, participants: .whole, guests: .whole, walls: .whole, group: .everybody,
        follows: .of { _ in [.listed(CatalogueChange(phase: .open)), .presencesBegin] })
    public var event: Event { .frame(.meetingReopened(self)) }
}

/// Nobody new comes in.
public struct RoomLocked: RoomFact {
    public static let kept = Kept<Self>(
        FrameFact.Kind.roomLocked, .first, ages: .record, fields: .plain, whose: .actor, object: .nothing,
        erases: .nothing)
    public static let told = Told<Self>(
        leads: .whole, participants: .whole, guests: .whole, walls: .whole, group: .everybody, follows: .nothing)
    public var event: Event { .frame(.roomLocked(self)) }
}

/// New people come in again.
public struct RoomUnlocked: RoomFact {
    public static let kept = Kept<Self>(
        FrameFact.Kind.roomUnlocked, .first, ages: .record, fields: .plain, whose: .actor, object: .nothing,
        erases: .nothing)
    public static let told = Told<Self>(
        leads: .whole, participants: .whole, guests: .whole, walls: .whole, group: .everybody, follows: .nothing)
    public var event: Event { .frame(.roomUnlocked(self)) }
}
