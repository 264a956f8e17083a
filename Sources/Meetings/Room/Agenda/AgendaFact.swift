// Knows the facts of the agenda, and all that each declares.

/// A fact of the agenda.
public enum AgendaFact: Equatable, Sendable {
    case segmentAdded(SegmentAdded)
    case segmentEdited(SegmentEdited)
    case segmentMoved(SegmentMoved)
    case segmentRemoved(SegmentRemoved)
    case segmentOpened(SegmentOpened)
    case segmentEnded(SegmentEnded)
    case segmentSkipped(SegmentSkipped)
    case timeboxSet(TimeboxSet)
    case stepUndone(StepUndone)

    /// The names of these facts in the log and on the wire.
    public enum Kind: String, CaseIterable, Sendable {
        case segmentAdded, segmentEdited, segmentMoved, segmentRemoved, segmentOpened, segmentEnded, segmentSkipped,
            timeboxSet, stepUndone

        public var type: any RoomFact.Type {
            switch self {
            case .segmentAdded: SegmentAdded.self
            case .segmentEdited: SegmentEdited.self
            case .segmentMoved: SegmentMoved.self
            case .segmentRemoved: SegmentRemoved.self
            case .segmentOpened: SegmentOpened.self
            case .segmentEnded: SegmentEnded.self
            case .segmentSkipped: SegmentSkipped.self
            case .timeboxSet: TimeboxSet.self
            case .stepUndone: StepUndone.self
            }
        }
    }

    public var fact: any RoomFact {
        switch self {
        case .segmentAdded(let fact): fact
        case .segmentEdited(let fact): fact
        case .segmentMoved(let fact): fact
        case .segmentRemoved(let fact): fact
        case .segmentOpened(let fact): fact
        case .segmentEnded(let fact): fact
        case .segmentSkipped(let fact): fact
        case .timeboxSet(let fact): fact
        case .stepUndone(let fact): fact
        }
    }
}

/// The agenda has one item more.
public struct SegmentAdded: RoomFact {
    public var segment: SegmentID
    public var kind: SegmentKind
    public var title: String?
    public var timeboxSeconds: Int
    public var note: String?
    public var index: Int
    public var speaker: String?
    public var leadNote: String?
    public var breakout: BreakoutPlan?
    public var bench: BenchPlan?

    public static let kept = Kept<Self>(
        AgendaFact.Kind.segmentAdded, .first, ages: .record,
        fields: Fields(
            names: [],
            words: [
                CodingKeys.title, CodingKeys.note, CodingKeys.speaker, CodingKeys.leadNote, CodingKeys.breakout,
                CodingKeys.bench,
            ],
            codes: [], people: []), whose: .actor, object: .nothing, erases: .nothing)
    public static let told = Told<Self>(
        leads: .whole, participants: .part { $0.forOthers }, guests: .part { $0.forOthers },
        walls: .part { $0.forOthers }, group: .everybody, follows: .nothing)
    public var event: Event { .agenda(.segmentAdded(self)) }
}

/// An item reads differently.
public struct SegmentEdited: RoomFact {
    public var segment: SegmentID
    public var kind: SegmentKind
    public var title: String?
    public var timeboxSeconds: Int
    public var note: String?
    public var speaker: String?
    public var leadNote: String?
    public var breakout: BreakoutPlan?
    public var bench: BenchPlan?

    public static let kept = Kept<Self>(
        AgendaFact.Kind.segmentEdited, .first, ages: .record,
        fields: Fields(
            names: [],
            words: [
                CodingKeys.title, CodingKeys.note, CodingKeys.speaker, CodingKeys.leadNote, CodingKeys.breakout,
                CodingKeys.bench,
            ],
            codes: [], people: []), whose: .actor, object: .nothing, erases: .nothing)
    public static let told = Told<Self>(
        leads: .whole, participants: .part { $0.forOthers }, guests: .part { $0.forOthers },
        walls: .part { $0.forOthers }, group: .everybody, follows: .nothing)
    public var event: Event { .agenda(.segmentEdited(self)) }
}

/// An item stands elsewhere.
public struct SegmentMoved: RoomFact {
    public var segment: SegmentID
    public var index: Int

    public static let kept = Kept<Self>(
        AgendaFact.Kind.segmentMoved, .first, ages: .record, fields: .plain, whose: .actor, object: .nothing,
        erases: .nothing)
    public static let told = Told<Self>(
        leads: .whole, participants: .whole, guests: .whole, walls: .whole, group: .everybody, follows: .nothing)
    public var event: Event { .agenda(.segmentMoved(self)) }
}

/// An item that had not begun is gone.
public struct SegmentRemoved: RoomFact {
    public var segment: SegmentID

    public static let kept = Kept<Self>(
        AgendaFact.Kind.segmentRemoved, .first, ages: .record, fields: .plain, whose: .actor, object: .nothing,
        erases: .nothing)
    public static let told = Told<Self>(
        leads: .whole, participants: .whole, guests: .whole, walls: .whole, group: .everybody, follows: .nothing)
    public var event: Event { .agenda(.segmentRemoved(self)) }
}

/// An item is on.
public struct SegmentOpened: RoomFact {
    public var segment: SegmentID

    public static let kept = Kept<Self>(
        AgendaFact.Kind.segmentOpened, .first, ages: .record, fields: .plain, whose: .actor, object: .nothing,
        erases: .nothing)
    public static let told = Told<Self>(
        leads: .whole, participants: .whole, guests: .whole, walls: .whole, group: .everybody, follows: .nothing)
    public var event: Event { .agenda(.segmentOpened(self)) }
}

/// An item is over.
public struct SegmentEnded: RoomFact {
    public var segment: SegmentID

    public static let kept = Kept<Self>(
        AgendaFact.Kind.segmentEnded, .first, ages: .record, fields: .plain, whose: .actor, object: .nothing,
        erases: .nothing)
    public static let told = Told<Self>(
        leads: .whole, participants: .whole, guests: .whole, walls: .whole, group: .everybody, follows: .nothing)
    public var event: Event { .agenda(.segmentEnded(self)) }
}

/// An item was left out or cut short.
public struct SegmentSkipped: RoomFact {
    public var segment: SegmentID

    public static let kept = Kept<Self>(
        AgendaFact.Kind.segmentSkipped, .first, ages: .record, fields: .plain, whose: .actor, object: .nothing,
        erases: .nothing)
    public static let told = Told<Self>(
        leads: .whole, participants: .whole, guests: .whole, walls: .whole, group: .everybody, follows: .nothing)
    public var event: Event { .agenda(.segmentSkipped(self)) }
}

/// An item has another length.
public struct TimeboxSet: RoomFact {
    public var segment: SegmentID
    public var timeboxSeconds: Int

    public static let kept = Kept<Self>(
        AgendaFact.Kind.timeboxSet, .first, ages: .record, fields: .plain, whose: .actor, object: .nothing,
        erases: .nothing)
    public static let told = Told<Self>(
        leads: .whole, participants: .whole, guests: .whole, walls: .whole, group: .everybody, follows: .nothing)
    public var event: Event { .agenda(.timeboxSet(self)) }
}

/// A step was taken back, and all is on again that it ended.
public struct StepUndone: RoomFact {
    /// An item that is as it was.
    public struct Item: Codable, Equatable, Sendable {
        public var segment: SegmentID
        public var state: SegmentState
    }

    public var segments: [Item]
    /// The item that is on.
    public var current: SegmentID?
    /// The groups that run again.
    public var round: RoundID?
    /// Whoever goes on speaking.
    public var speaker: PersonID?
    /// Quick questions that are open again.
    public var reopened: [PulseID]
    /// Quick questions that the step had opened.
    public var closed: [PulseID]

    public static let kept = Kept<Self>(
        AgendaFact.Kind.stepUndone, .first, ages: .record,
        fields: Fields(names: [], words: [], codes: [CodingKeys.segments], people: [CodingKeys.speaker]),
        whose: .actor,
        object: .nothing, erases: .nothing)
    public static let told = Told<Self>(
        leads: .whole, participants: .whole, guests: .whole, walls: .whole, group: .everybody,
        follows: .of { $0.round == nil ? [] : [.seats(.formed)] })
    public var event: Event { .agenda(.stepUndone(self)) }
}

extension SegmentAdded {
    /// Without what a lead wants to remember, and what is prepared.
    fileprivate var forOthers: SegmentAdded? {
        var told = self
        (told.leadNote, told.breakout) = (nil, nil)
        return told
    }
}

extension SegmentEdited {
    fileprivate var forOthers: SegmentEdited? {
        var told = self
        (told.leadNote, told.breakout) = (nil, nil)
        return told
    }
}
