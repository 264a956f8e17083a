// Knows the wishes that concern what somebody takes with them, each with its row of rights.

/// A wish that concerns what somebody takes with them.
public enum TakeawayCommand: Equatable, Sendable {
    case saveAction(SaveAction)
    case correctRecord(CorrectRecord)

    /// The names of these wishes on the wire.
    public enum Kind: String, CaseIterable, Sendable {
        case saveAction, correctRecord

        public var type: any RoomWish.Type {
            switch self {
            case .saveAction: SaveAction.self
            case .correctRecord: CorrectRecord.self
            }
        }
    }

    public var wish: any RoomWish {
        switch self {
        case .saveAction(let wish): wish
        case .correctRecord(let wish): wish
        }
    }
}

/// I will do this, by that day, and show it to them. It is mine alone and replaces what I said before; without a word of
/// what it is, it is taken back. Also once the meeting is over.
public struct SaveAction: RoomWish {
    /// At most `Limits.actionLength`.
    public var what: String?
    /// A day as "2026-12-18", from today on; refused as `textMissing` where it is none.
    public var by: String?
    /// To whom it is shown, at most `Limits.nameLength`.
    public var showTo: String?

    public static let granted = Granted<Self>(
        TakeawayCommand.Kind.saveAction, in: [.open, .ended], own: .members, other: .nobody, scribe: false,
        forOthers: false, about: .nothing)
    public var command: Command { .takeaway(.saveAction(self)) }

    public init(what: String?, by: String? = nil, showTo: String? = nil) {
        (self.what, self.by, self.showTo) = (what, by, showTo)
    }
}

/// What is recorded of me is wrong: I was in the room without a device, or that was not me. Also once the meeting is over.
/// Refused as `alreadySo` where it is what I said last.
public struct CorrectRecord: RoomWish {
    public var claim: RecordClaim
    /// The item of the agenda that is meant; the whole meeting where it is missing.
    public var segment: SegmentID?

    public static let granted = Granted<Self>(
        TakeawayCommand.Kind.correctRecord, in: [.open, .ended], own: .members, other: .nobody, scribe: false,
        forOthers: false, about: .nothing)
    public var command: Command { .takeaway(.correctRecord(self)) }

    public init(claim: RecordClaim, segment: SegmentID?) {
        (self.claim, self.segment) = (claim, segment)
    }
}
