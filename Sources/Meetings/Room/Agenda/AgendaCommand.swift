// Knows the wishes that concern the agenda, each with its row of rights.

/// A wish that concerns the agenda.
public enum AgendaCommand: Equatable, Sendable {
    case openSegment(OpenSegment)
    case openNext(OpenNext)
    case openPrevious(OpenPrevious)
    case adjustTimebox(AdjustTimebox)
    case skipSegment(SkipSegment)
    case addSegment(AddSegment)
    case editSegment(EditSegment)
    case moveSegment(MoveSegment)
    case removeSegment(RemoveSegment)
    case undo(Undo)

    /// The names of these wishes on the wire.
    public enum Kind: String, CaseIterable, Sendable {
        case openSegment, openNext, openPrevious, adjustTimebox, skipSegment, addSegment, editSegment, moveSegment,
            removeSegment, undo

        public var type: any RoomWish.Type {
            switch self {
            case .openSegment: OpenSegment.self
            case .openNext: OpenNext.self
            case .openPrevious: OpenPrevious.self
            case .adjustTimebox: AdjustTimebox.self
            case .skipSegment: SkipSegment.self
            case .addSegment: AddSegment.self
            case .editSegment: EditSegment.self
            case .moveSegment: MoveSegment.self
            case .removeSegment: RemoveSegment.self
            case .undo: Undo.self
            }
        }
    }

    public var wish: any RoomWish {
        switch self {
        case .openSegment(let wish): wish
        case .openNext(let wish): wish
        case .openPrevious(let wish): wish
        case .adjustTimebox(let wish): wish
        case .skipSegment(let wish): wish
        case .addSegment(let wish): wish
        case .editSegment(let wish): wish
        case .moveSegment(let wish): wish
        case .removeSegment(let wish): wish
        case .undo(let wish): wish
        }
    }
}

/// Opens an item. Whoever speaks has finished then, unless they are to go on in it.
public struct OpenSegment: RoomWish {
    public var segment: SegmentID
    /// Missing means that they have finished.
    public var carriesTurn: Bool?

    public static let granted = Granted<Self>(
        AgendaCommand.Kind.openSegment, in: [.open], own: .leads, other: .nobody, scribe: false, forOthers: false,
        about: .nothing)
    public var command: Command { .agenda(.openSegment(self)) }

    public init(segment: SegmentID, carriesTurn: Bool? = nil) {
        (self.segment, self.carriesTurn) = (segment, carriesTurn)
    }
}

/// Opens the next item.
public struct OpenNext: RoomWish {

    public static let granted = Granted<Self>(
        AgendaCommand.Kind.openNext, in: [.open], own: .leads, other: .nobody, scribe: false, forOthers: false,
        about: .nothing)
    public var command: Command { .agenda(.openNext(self)) }

    public init() {}
}

/// Goes back to the item before.
public struct OpenPrevious: RoomWish {

    public static let granted = Granted<Self>(
        AgendaCommand.Kind.openPrevious, in: [.open], own: .leads, other: .nobody, scribe: false, forOthers: false,
        about: .nothing)
    public var command: Command { .agenda(.openPrevious(self)) }

    public init() {}
}

/// Gives an item more time, or less.
public struct AdjustTimebox: RoomWish {
    public var segment: SegmentID
    public var seconds: Int

    public static let granted = Granted<Self>(
        AgendaCommand.Kind.adjustTimebox, in: [.open], own: .leads, other: .nobody, scribe: false, forOthers: false,
        about: .nothing)
    public var command: Command { .agenda(.adjustTimebox(self)) }

    public init(segment: SegmentID, seconds: Int) {
        (self.segment, self.seconds) = (segment, seconds)
    }
}

/// Leaves an item out; a reflection only when that is confirmed.
public struct SkipSegment: RoomWish {
    public var segment: SegmentID
    public var isConfirmed: Bool

    public static let granted = Granted<Self>(
        AgendaCommand.Kind.skipSegment, in: [.open], own: .leads, other: .nobody, scribe: false, forOthers: false,
        about: .nothing)
    public var command: Command { .agenda(.skipSegment(self)) }

    public init(segment: SegmentID, isConfirmed: Bool) {
        (self.segment, self.isConfirmed) = (segment, isConfirmed)
    }
}

/// Puts one item more into the agenda.
public struct AddSegment: RoomWish {
    public var plan: SegmentPlan
    public var index: Int

    public static let granted = Granted<Self>(
        AgendaCommand.Kind.addSegment, in: [.planned, .open], own: .leads, other: .nobody, scribe: false,
        forOthers: false, about: .nothing)
    public var command: Command { .agenda(.addSegment(self)) }

    public init(plan: SegmentPlan, index: Int) {
        (self.plan, self.index) = (plan, index)
    }
}

/// Changes an item.
public struct EditSegment: RoomWish {
    public var segment: SegmentID
    public var plan: SegmentPlan

    public static let granted = Granted<Self>(
        AgendaCommand.Kind.editSegment, in: [.planned, .open], own: .leads, other: .nobody, scribe: false,
        forOthers: false, about: .nothing)
    public var command: Command { .agenda(.editSegment(self)) }

    public init(segment: SegmentID, plan: SegmentPlan) {
        (self.segment, self.plan) = (segment, plan)
    }
}

/// Puts an item elsewhere.
public struct MoveSegment: RoomWish {
    public var segment: SegmentID
    public var index: Int

    public static let granted = Granted<Self>(
        AgendaCommand.Kind.moveSegment, in: [.planned, .open], own: .leads, other: .nobody, scribe: false,
        forOthers: false, about: .nothing)
    public var command: Command { .agenda(.moveSegment(self)) }

    public init(segment: SegmentID, index: Int) {
        (self.segment, self.index) = (segment, index)
    }
}

/// Takes out an item that has not begun.
public struct RemoveSegment: RoomWish {
    public var segment: SegmentID

    public static let granted = Granted<Self>(
        AgendaCommand.Kind.removeSegment, in: [.planned, .open], own: .leads, other: .nobody, scribe: false,
        forOthers: false, about: .nothing)
    public var command: Command { .agenda(.removeSegment(self)) }

    public init(segment: SegmentID) {
        self.segment = segment
    }
}

/// Takes back a step that whoever wishes it made a moment ago: an item that was opened, ended or skipped, or groups
/// that were ended.
public struct Undo: RoomWish {
    /// The id of the command that made the step. That it was theirs is looked up by the host.
    public var step: String

    public static let granted = Granted<Self>(
        AgendaCommand.Kind.undo, in: [.open], own: .leads, other: .nobody, scribe: false, forOthers: false,
        about: .nothing)
    public var command: Command { .agenda(.undo(self)) }

    public init(step: String) {
        self.step = step
    }
}

extension Command {
    /// The id of the earlier command of the same person that is to be taken back.
    public var undoes: String? {
        guard case .agenda(.undo(let wish)) = self else { return nil }
        return wish.step
    }
}
