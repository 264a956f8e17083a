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

    /// The names of these facts in the log and on the wire.
    public enum Kind: String, CaseIterable, Sendable {
        case segmentAdded, segmentEdited, segmentMoved, segmentRemoved, segmentOpened, segmentEnded, segmentSkipped,
            timeboxSet

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

    public static let kept = Kept<Self>(
        AgendaFact.Kind.segmentAdded, .first,
        fields: Fields(names: [], words: [CodingKeys.title, CodingKeys.note], codes: [], people: []), whose: .actor,
        object: .nothing, erases: .nothing)
    public static let told = Told<Self>(
        leads: .whole, participants: .whole, guests: .whole, walls: .whole, group: .everybody, follows: .nothing)
    public var event: Event { .agenda(.segmentAdded(self)) }
}

/// An item reads differently.
public struct SegmentEdited: RoomFact {
    public var segment: SegmentID
    public var kind: SegmentKind
    public var title: String?
    public var timeboxSeconds: Int
    public var note: String?

    public static let kept = Kept<Self>(
        AgendaFact.Kind.segmentEdited, .first,
        fields: Fields(names: [], words: [CodingKeys.title, CodingKeys.note], codes: [], people: []), whose: .actor,
        object: .nothing, erases: .nothing)
    public static let told = Told<Self>(
        leads: .whole, participants: .whole, guests: .whole, walls: .whole, group: .everybody, follows: .nothing)
    public var event: Event { .agenda(.segmentEdited(self)) }
}

/// An item stands elsewhere.
public struct SegmentMoved: RoomFact {
    public var segment: SegmentID
    public var index: Int

    public static let kept = Kept<Self>(
        AgendaFact.Kind.segmentMoved, .first, fields: .plain, whose: .actor, object: .nothing, erases: .nothing)
    public static let told = Told<Self>(
        leads: .whole, participants: .whole, guests: .whole, walls: .whole, group: .everybody, follows: .nothing)
    public var event: Event { .agenda(.segmentMoved(self)) }
}

/// An item that had not begun is gone.
public struct SegmentRemoved: RoomFact {
    public var segment: SegmentID

    public static let kept = Kept<Self>(
        AgendaFact.Kind.segmentRemoved, .first, fields: .plain, whose: .actor, object: .nothing, erases: .nothing)
    public static let told = Told<Self>(
        leads: .whole, participants: .whole, guests: .whole, walls: .whole, group: .everybody, follows: .nothing)
    public var event: Event { .agenda(.segmentRemoved(self)) }
}

/// An item is on.
public struct SegmentOpened: RoomFact {
    public var segment: SegmentID

    public static let kept = Kept<Self>(
        AgendaFact.Kind.segmentOpened, .first, fields: .plain, whose: .actor, object: .nothing, erases: .nothing)
    public static let told = Told<Self>(
        leads: .whole, participants: .whole, guests: .whole, walls: .whole, group: .everybody, follows: .nothing)
    public var event: Event { .agenda(.segmentOpened(self)) }
}

/// An item is over.
public struct SegmentEnded: RoomFact {
    public var segment: SegmentID

    public static let kept = Kept<Self>(
        AgendaFact.Kind.segmentEnded, .first, fields: .plain, whose: .actor, object: .nothing, erases: .nothing)
    public static let told = Told<Self>(
        leads: .whole, participants: .whole, guests: .whole, walls: .whole, group: .everybody, follows: .nothing)
    public var event: Event { .agenda(.segmentEnded(self)) }
}

/// An item was left out or cut short.
public struct SegmentSkipped: RoomFact {
    public var segment: SegmentID

    public static let kept = Kept<Self>(
        AgendaFact.Kind.segmentSkipped, .first, fields: .plain, whose: .actor, object: .nothing, erases: .nothing)
    public static let told = Told<Self>(
        leads: .whole, participants: .whole, guests: .whole, walls: .whole, group: .everybody, follows: .nothing)
    public var event: Event { .agenda(.segmentSkipped(self)) }
}

/// An item has another length.
public struct TimeboxSet: RoomFact {
    public var segment: SegmentID
    public var timeboxSeconds: Int

    public static let kept = Kept<Self>(
        AgendaFact.Kind.timeboxSet, .first, fields: .plain, whose: .actor, object: .nothing, erases: .nothing)
    public static let told = Told<Self>(
        leads: .whole, participants: .whole, guests: .whole, walls: .whole, group: .everybody, follows: .nothing)
    public var event: Event { .agenda(.timeboxSet(self)) }
}
