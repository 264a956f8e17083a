// Knows the facts of the quick question, and all that each declares.

/// A fact of the quick question.
public enum PulseFact: Equatable, Sendable {
    case pulseOpened(PulseOpened)
    case pulseAnswered(PulseAnswered)
    case pulseClosed(PulseClosed)

    /// The names of these facts in the log and on the wire.
    public enum Kind: String, CaseIterable, Sendable {
        case pulseOpened, pulseAnswered, pulseClosed

        public var type: any RoomFact.Type {
            switch self {
            case .pulseOpened: PulseOpened.self
            case .pulseAnswered: PulseAnswered.self
            case .pulseClosed: PulseClosed.self
            }
        }
    }

    public var fact: any RoomFact {
        switch self {
        case .pulseOpened(let fact): fact
        case .pulseAnswered(let fact): fact
        case .pulseClosed(let fact): fact
        }
    }
}

/// The quick question is open.
public struct PulseOpened: RoomFact {
    public var pulse: PulseID
    public var segment: SegmentID

    public static let kept = Kept<Self>(
        PulseFact.Kind.pulseOpened, .first, ages: .record, fields: .plain, whose: .actor, object: .nothing,
        erases: .nothing)
    public static let told = Told<Self>(
        leads: .whole, participants: .whole, guests: .nothing, walls: .whole, group: .everybody, follows: .nothing)
    public var event: Event { .pulse(.pulseOpened(self)) }
}

/// Somebody answered it, or changed their answer.
public struct PulseAnswered: RoomFact {
    public var pulse: PulseID
    public var person: PersonID?
    public var answer: PulseAnswer
    public var previous: PulseAnswer?
    public var source: Source?

    public static let kept = Kept<Self>(
        PulseFact.Kind.pulseAnswered, .first, ages: .record, fields: .plain, whose: .person { $0.person },
        object: .nothing,
        erases: .nothing)
    public static let told = Told<Self>(
        leads: .part { $0.unnamed }, participants: .part { $0.unnamed }, guests: .nothing,
        walls: .part { $0.countedOnly },
        group: .everybody, follows: .of { $0.person.map { [.own($0)] } ?? [] })
    public var event: Event { .pulse(.pulseAnswered(self)) }
}

/// The quick question is closed: a wall shows what was answered now, since it can sway nobody any more.
public struct PulseClosed: RoomFact {
    public var pulse: PulseID

    public static let kept = Kept<Self>(
        PulseFact.Kind.pulseClosed, .first, ages: .record, fields: .plain, whose: .actor, object: .nothing,
        erases: .nothing)
    public static let told = Told<Self>(
        leads: .whole, participants: .whole, guests: .nothing, walls: .whole, group: .everybody,
        follows: .of { _ in [.wallsAnew] })
    public var event: Event { .pulse(.pulseClosed(self)) }
}

extension PulseAnswered {
    /// What was answered, not by whom.
    fileprivate var unnamed: PulseAnswered? { PulseAnswered(pulse: pulse, answer: answer, previous: previous) }

    /// A wall counts how many have answered, not what: every answer looks alike, a changed one is silent.
    fileprivate var countedOnly: PulseAnswered? { previous == nil ? PulseAnswered(pulse: pulse, answer: .gotIt) : nil }
}
