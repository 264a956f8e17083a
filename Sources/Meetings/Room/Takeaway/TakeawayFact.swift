// Knows the facts of what somebody takes with them, and all that each declares. They are told to nobody but the person.

/// A fact of what somebody takes with them.
public enum TakeawayFact: Equatable, Sendable {
    case actionSaved(ActionSaved)
    case recordCorrected(RecordCorrected)

    /// The names of these facts in the log and on the wire.
    public enum Kind: String, CaseIterable, Sendable {
        case actionSaved, recordCorrected

        public var type: any RoomFact.Type {
            switch self {
            case .actionSaved: ActionSaved.self
            case .recordCorrected: RecordCorrected.self
            }
        }
    }

    public var fact: any RoomFact {
        switch self {
        case .actionSaved(let fact): fact
        case .recordCorrected(let fact): fact
        }
    }
}

/// Somebody said what they will do. What they said before is gone with it.
public struct ActionSaved: RoomFact {
    public var person: PersonID
    /// Nil once it was taken back or erased.
    public var what: String?
    public var by: String?
    public var showTo: String?

    public static let kept = Kept<Self>(
        TakeawayFact.Kind.actionSaved, .first, ages: .work,
        fields: Fields(
            names: [], words: [CodingKeys.what, CodingKeys.by, CodingKeys.showTo], codes: [], people: []),
        whose: .person { $0.person }, object: .of { "action-\($0.person.rawValue)" },
        erases: .of { .object("action-\($0.person.rawValue)") })
    public static let told = Told<Self>(
        leads: .nothing, participants: .nothing, guests: .nothing, walls: .nothing, group: .everybody,
        follows: .of { [.own($0.person)] })
    public var event: Event { .takeaway(.actionSaved(self)) }
}

/// Somebody said what is wrong in what is recorded of them. It points to what it corrects; nothing is changed in place.
public struct RecordCorrected: RoomFact {
    public var person: PersonID
    public var claim: RecordClaim
    public var segment: SegmentID?

    public static let kept = Kept<Self>(
        TakeawayFact.Kind.recordCorrected, .first, ages: .record, fields: .plain, whose: .person { $0.person },
        object: .nothing, erases: .nothing)
    public static let told = Told<Self>(
        leads: .nothing, participants: .nothing, guests: .nothing, walls: .nothing, group: .everybody,
        follows: .of { [.own($0.person)] })
    public var event: Event { .takeaway(.recordCorrected(self)) }
}
