// Knows the facts of people who are in, and all that each declares.

/// A fact of people who are in.
public enum RosterFact: Equatable, Sendable {
    case personRenamed(PersonRenamed)
    case modeSet(ModeSet)
    case tierSet(TierSet)
    case leaveTaken(LeaveTaken)
    case leadAppointed(LeadAppointed)
    case leadDismissed(LeadDismissed)
    case scribeAppointed(ScribeAppointed)
    case scribeDismissed(ScribeDismissed)

    /// The names of these facts in the log and on the wire.
    public enum Kind: String, CaseIterable, Sendable {
        case personRenamed, modeSet, tierSet, leaveTaken, leadAppointed, leadDismissed, scribeAppointed, scribeDismissed

        public var type: any RoomFact.Type {
            switch self {
            case .personRenamed: PersonRenamed.self
            case .modeSet: ModeSet.self
            case .tierSet: TierSet.self
            case .leaveTaken: LeaveTaken.self
            case .leadAppointed: LeadAppointed.self
            case .leadDismissed: LeadDismissed.self
            case .scribeAppointed: ScribeAppointed.self
            case .scribeDismissed: ScribeDismissed.self
            }
        }
    }

    public var fact: any RoomFact {
        switch self {
        case .personRenamed(let fact): fact
        case .modeSet(let fact): fact
        case .tierSet(let fact): fact
        case .leaveTaken(let fact): fact
        case .leadAppointed(let fact): fact
        case .leadDismissed(let fact): fact
        case .scribeAppointed(let fact): fact
        case .scribeDismissed(let fact): fact
        }
    }
}

/// Somebody goes by another name or school.
public struct PersonRenamed: RoomFact {
    public var person: PersonID
    public var name: String?
    public var school: String?

    public static let kept = Kept<Self>(
        RosterFact.Kind.personRenamed, .first, ages: .record,
        fields: Fields(names: [CodingKeys.name, CodingKeys.school], words: [], codes: [], people: []),
        whose: .person { $0.person }, object: .nothing, erases: .nothing)
    public static let told = Told<Self>(
        leads: .whole, participants: .whole, guests: .nothing, walls: .whole, group: .everybody, follows: .nothing)
    public var event: Event { .roster(.personRenamed(self)) }
}

/// Somebody takes part in another way.
public struct ModeSet: RoomFact {
    public var person: PersonID
    public var mode: AttendanceMode
    public var source: Source

    public static let kept = Kept<Self>(
        RosterFact.Kind.modeSet, .first, ages: .record, fields: .plain, whose: .person { $0.person }, object: .nothing,
        erases: .nothing)
    public static let told = Told<Self>(
        leads: .whole, participants: .whole, guests: .nothing, walls: .whole, group: .everybody,
        follows: .of { [.own($0.person)] })
    public var event: Event { .roster(.modeSet(self)) }
}

/// What may be kept of somebody has changed; it is theirs alone to know.
///
/// Whoever counts no longer without a name stands in the log for the first time: then it says who that is.
public struct TierSet: RoomFact {
    public var person: PersonID
    public var tier: Tier
    public var role: Role?
    public var mode: AttendanceMode?
    public var name: String?
    public var school: String?

    public static let kept = Kept<Self>(
        RosterFact.Kind.tierSet, .first, ages: .record,
        fields: Fields(names: [CodingKeys.name, CodingKeys.school], words: [], codes: [], people: []),
        whose: .person { $0.person }, object: .nothing, erases: .nothing)
    public static let told = Told<Self>(
        leads: .nothing, participants: .nothing, guests: .nothing, walls: .nothing, group: .everybody,
        follows: .of { [.own($0.person)] })
    public var event: Event { .roster(.tierSet(self)) }
}

/// Somebody said that they had to go.
public struct LeaveTaken: RoomFact {
    public var person: PersonID
    public var reason: GoingReason?

    public static let kept = Kept<Self>(
        RosterFact.Kind.leaveTaken, .first, ages: .record, fields: .plain, whose: .person { $0.person },
        object: .nothing,
        erases: .nothing)
    public static let told = Told<Self>(
        leads: .whole, participants: .nothing, guests: .nothing, walls: .nothing, group: .everybody, follows: .nothing)
    public var event: Event { .roster(.leaveTaken(self)) }
}

/// Somebody leads from now on.
public struct LeadAppointed: RoomFact {
    public var person: PersonID

    public static let kept = Kept<Self>(
        RosterFact.Kind.leadAppointed, .first, ages: .record, fields: .plain, whose: .person { $0.person },
        object: .nothing,
        erases: .nothing)
    public static let told = Told<Self>(
        leads: .whole, participants: .whole, guests: .nothing, walls: .nothing, group: .everybody,
        follows: .of { [.anew($0.person)] })
    public var event: Event { .roster(.leadAppointed(self)) }
}

/// Somebody leads no more.
public struct LeadDismissed: RoomFact {
    public var person: PersonID

    public static let kept = Kept<Self>(
        RosterFact.Kind.leadDismissed, .first, ages: .record, fields: .plain, whose: .person { $0.person },
        object: .nothing,
        erases: .nothing)
    public static let told = Told<Self>(
        leads: .whole, participants: .whole, guests: .nothing, walls: .nothing, group: .everybody,
        follows: .of { [.anew($0.person)] })
    public var event: Event { .roster(.leadDismissed(self)) }
}

/// Somebody taps for others from now on.
public struct ScribeAppointed: RoomFact {
    public var person: PersonID

    public static let kept = Kept<Self>(
        RosterFact.Kind.scribeAppointed, .first, ages: .record, fields: .plain, whose: .person { $0.person },
        object: .nothing,
        erases: .nothing)
    public static let told = Told<Self>(
        leads: .whole, participants: .whole, guests: .nothing, walls: .nothing, group: .everybody,
        follows: .of { [.own($0.person)] })
    public var event: Event { .roster(.scribeAppointed(self)) }
}

/// Somebody taps for others no more.
public struct ScribeDismissed: RoomFact {
    public var person: PersonID

    public static let kept = Kept<Self>(
        RosterFact.Kind.scribeDismissed, .first, ages: .record, fields: .plain, whose: .person { $0.person },
        object: .nothing,
        erases: .nothing)
    public static let told = Told<Self>(
        leads: .whole, participants: .whole, guests: .nothing, walls: .nothing, group: .everybody,
        follows: .of { [.own($0.person)] })
    public var event: Event { .roster(.scribeDismissed(self)) }
}
