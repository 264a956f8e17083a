// Knows the wishes that concern people who are in, each with its row of rights.

/// A wish that concerns people who are in.
public enum RosterCommand: Equatable, Sendable {
    case rename(Rename)
    case setMode(SetMode)
    case setTier(SetTier)
    case takeLeave(TakeLeave)
    case appointLead(AppointLead)
    case dismissLead(DismissLead)
    case handOver(HandOver)
    case appointScribe(AppointScribe)
    case dismissScribe(DismissScribe)

    /// The names of these wishes on the wire.
    public enum Kind: String, CaseIterable, Sendable {
        case rename, setMode, setTier, takeLeave, appointLead, dismissLead, handOver, appointScribe, dismissScribe

        public var type: any RoomWish.Type {
            switch self {
            case .rename: Rename.self
            case .setMode: SetMode.self
            case .setTier: SetTier.self
            case .takeLeave: TakeLeave.self
            case .appointLead: AppointLead.self
            case .dismissLead: DismissLead.self
            case .handOver: HandOver.self
            case .appointScribe: AppointScribe.self
            case .dismissScribe: DismissScribe.self
            }
        }
    }

    public var wish: any RoomWish {
        switch self {
        case .rename(let wish): wish
        case .setMode(let wish): wish
        case .setTier(let wish): wish
        case .takeLeave(let wish): wish
        case .appointLead(let wish): wish
        case .dismissLead(let wish): wish
        case .handOver(let wish): wish
        case .appointScribe(let wish): wish
        case .dismissScribe(let wish): wish
        }
    }
}

/// Another name and school; without a person, mine.
public struct Rename: RoomWish {
    public var person: PersonID?
    public var name: String
    public var school: String?

    public static let granted = Granted<Self>(
        RosterCommand.Kind.rename, in: [.planned, .open], own: .voices, other: .leads, scribe: false, forOthers: false,
        about: .of { $0.person })
    public var command: Command { .roster(.rename(self)) }

    public init(person: PersonID?, name: String, school: String?) {
        (self.person, self.name, self.school) = (person, name, school)
    }
}

/// Another way of taking part; without a person, mine.
public struct SetMode: RoomWish {
    public var person: PersonID?
    public var mode: AttendanceMode

    public static let granted = Granted<Self>(
        RosterCommand.Kind.setMode, in: [.planned, .open], own: .members, other: .leads, scribe: false,
        forOthers: false, about: .of { $0.person })
    public var command: Command { .roster(.setMode(self)) }

    public init(person: PersonID?, mode: AttendanceMode) {
        (self.person, self.mode) = (person, mode)
    }
}

/// What may be kept of me.
public struct SetTier: RoomWish {
    public var tier: Tier

    public static let granted = Granted<Self>(
        RosterCommand.Kind.setTier, in: [.planned, .open], own: .members, other: .nobody, scribe: false,
        forOthers: false, about: .nothing)
    public var command: Command { .roster(.setTier(self)) }

    public init(tier: Tier) {
        self.tier = tier
    }
}

/// I have to go.
public struct TakeLeave: RoomWish {
    public var reason: GoingReason?

    public static let granted = Granted<Self>(
        RosterCommand.Kind.takeLeave, in: [.open], own: .everybody, other: .nobody, scribe: false, forOthers: false,
        about: .nothing)
    public var command: Command { .roster(.takeLeave(self)) }

    public init(reason: GoingReason?) {
        self.reason = reason
    }
}

/// Makes somebody a lead.
public struct AppointLead: RoomWish {
    public var person: PersonID

    public static let granted = Granted<Self>(
        RosterCommand.Kind.appointLead, in: [.open], own: .nobody, other: .leads, scribe: false, forOthers: false,
        about: .of { $0.person })
    public var command: Command { .roster(.appointLead(self)) }

    public init(person: PersonID) {
        self.person = person
    }
}

/// Makes a lead a participant.
public struct DismissLead: RoomWish {
    public var person: PersonID

    public static let granted = Granted<Self>(
        RosterCommand.Kind.dismissLead, in: [.open], own: .leads, other: .leads, scribe: false, forOthers: false,
        about: .of { $0.person })
    public var command: Command { .roster(.dismissLead(self)) }

    public init(person: PersonID) {
        self.person = person
    }
}

/// Makes somebody a lead in my place.
public struct HandOver: RoomWish {
    public var person: PersonID

    public static let granted = Granted<Self>(
        RosterCommand.Kind.handOver, in: [.open], own: .leads, other: .leads, scribe: false, forOthers: false,
        about: .of { $0.person })
    public var command: Command { .roster(.handOver(self)) }

    public init(person: PersonID) {
        self.person = person
    }
}

/// Asks somebody to tap for others.
public struct AppointScribe: RoomWish {
    public var person: PersonID

    public static let granted = Granted<Self>(
        RosterCommand.Kind.appointScribe, in: [.open], own: .nobody, other: .leads, scribe: false, forOthers: false,
        about: .of { $0.person })
    public var command: Command { .roster(.appointScribe(self)) }

    public init(person: PersonID) {
        self.person = person
    }
}

/// Asks somebody to tap for others no more.
public struct DismissScribe: RoomWish {
    public var person: PersonID

    public static let granted = Granted<Self>(
        RosterCommand.Kind.dismissScribe, in: [.open], own: .leads, other: .leads, scribe: false, forOthers: false,
        about: .of { $0.person })
    public var command: Command { .roster(.dismissScribe(self)) }

    public init(person: PersonID) {
        self.person = person
    }
}
