// Knows the facts of the speaking queue and the floor, and all that each declares.

/// A fact of the speaking queue and the floor.
public enum FloorFact: Equatable, Sendable {
    case handRaised(HandRaised)
    case handLowered(HandLowered)
    case handCalled(HandCalled)
    case turnStarted(TurnStarted)
    case speechNoted(SpeechNoted)
    case turnEnded(TurnEnded)
    case viewOpened(ViewOpened)

    /// The names of these facts in the log and on the wire.
    public enum Kind: String, CaseIterable, Sendable {
        case handRaised, handLowered, handCalled, turnStarted, speechNoted, turnEnded, viewOpened

        public var type: any RoomFact.Type {
            switch self {
            case .handRaised: HandRaised.self
            case .handLowered: HandLowered.self
            case .handCalled: HandCalled.self
            case .turnStarted: TurnStarted.self
            case .speechNoted: SpeechNoted.self
            case .turnEnded: TurnEnded.self
            case .viewOpened: ViewOpened.self
            }
        }
    }

    public var fact: any RoomFact {
        switch self {
        case .handRaised(let fact): fact
        case .handLowered(let fact): fact
        case .handCalled(let fact): fact
        case .turnStarted(let fact): fact
        case .speechNoted(let fact): fact
        case .turnEnded(let fact): fact
        case .viewOpened(let fact): fact
        }
    }
}

/// A hand went up; `index` is its place in the queue.
public struct HandRaised: RoomFact {
    public var person: PersonID
    public var index: Int
    public var source: Source

    public static let kept = Kept<Self>(
        FloorFact.Kind.handRaised, .first, ages: .record, fields: .plain, whose: .person { $0.person },
        object: .nothing,
        erases: .nothing)
    public static let told = Told<Self>(
        leads: .whole, participants: .whole, guests: .nothing, walls: .whole, group: .everybody, follows: .nothing)
    public var event: Event { .floor(.handRaised(self)) }
}

/// A hand went down.
public struct HandLowered: RoomFact {
    public var person: PersonID
    public var source: Source

    public static let kept = Kept<Self>(
        FloorFact.Kind.handLowered, .first, ages: .record, fields: .plain, whose: .person { $0.person },
        object: .nothing,
        erases: .nothing)
    public static let told = Told<Self>(
        leads: .whole, participants: .whole, guests: .nothing, walls: .whole, group: .everybody, follows: .nothing)
    public var event: Event { .floor(.handLowered(self)) }
}

/// Somebody was called on.
public struct HandCalled: RoomFact {
    public var person: PersonID

    public static let kept = Kept<Self>(
        FloorFact.Kind.handCalled, .first, ages: .record, fields: .plain, whose: .person { $0.person },
        object: .nothing,
        erases: .nothing)
    public static let told = Told<Self>(
        leads: .whole, participants: .whole, guests: .nothing, walls: .whole, group: .everybody, follows: .nothing)
    public var event: Event { .floor(.handCalled(self)) }
}

/// Somebody has the floor.
public struct TurnStarted: RoomFact {
    public var person: PersonID
    public var source: Source

    public static let kept = Kept<Self>(
        FloorFact.Kind.turnStarted, .first, ages: .record, fields: .plain, whose: .person { $0.person },
        object: .nothing,
        erases: .nothing)
    public static let told = Told<Self>(
        leads: .whole, participants: .whole, guests: .nothing, walls: .whole, group: .everybody, follows: .nothing)
    public var event: Event { .floor(.turnStarted(self)) }
}

/// `person` is missing when nobody knows who spoke.
public struct SpeechNoted: RoomFact {
    public var person: PersonID?
    public var words: Int
    public var characters: Int
    public var source: Source

    public static let kept = Kept<Self>(
        FloorFact.Kind.speechNoted, .first, ages: .record, fields: .plain, whose: .person { $0.person },
        object: .nothing,
        erases: .nothing)
    public static let told = Told<Self>(
        leads: .whole, participants: .nothing, guests: .nothing, walls: .nothing, group: .everybody, follows: .nothing)
    public var event: Event { .floor(.speechNoted(self)) }
}

/// Somebody gave up the floor.
public struct TurnEnded: RoomFact {
    public var person: PersonID
    public var milliseconds: Int64

    public static let kept = Kept<Self>(
        FloorFact.Kind.turnEnded, .first, ages: .record, fields: .plain, whose: .person { $0.person }, object: .nothing,
        erases: .nothing)
    public static let told = Told<Self>(
        leads: .whole, participants: .whole, guests: .nothing, walls: .whole, group: .everybody, follows: .nothing)
    public var event: Event { .floor(.turnEnded(self)) }
}

/// Somebody brought something to the front.
public struct ViewOpened: RoomFact {
    public var person: PersonID
    public var view: View

    public static let kept = Kept<Self>(
        FloorFact.Kind.viewOpened, .first, ages: .record, fields: .plain, whose: .person { $0.person },
        object: .nothing,
        erases: .nothing)
    public static let told = Told<Self>(
        leads: .whole, participants: .nothing, guests: .nothing, walls: .nothing, group: .everybody, follows: .nothing)
    public var event: Event { .floor(.viewOpened(self)) }
}
