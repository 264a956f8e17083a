// Knows the wishes that concern who comes in and who is here, each with its row of rights.

/// A wish that concerns who comes in and who is here.
public enum DoorCommand: Equatable, Sendable {
    case join(Join)
    case beginPresence(BeginPresence)
    case endPresence(EndPresence)
    case bringIn(BringIn)
    case admit(Admit)
    case deny(Deny)
    case endWait(EndWait)
    case checkIn(CheckIn)
    case checkOut(CheckOut)
    case remove(Remove)
    case moveToLobby(MoveToLobby)
    case claimEntry(ClaimEntry)
    case mergePerson(MergePerson)
    case erase(Erase)

    /// The names of these wishes on the wire.
    public enum Kind: String, CaseIterable, Sendable {
        case join, beginPresence, endPresence, bringIn, admit, deny, endWait, checkIn, checkOut, remove, moveToLobby,
            claimEntry, mergePerson, erase

        public var type: any RoomWish.Type {
            switch self {
            case .join: Join.self
            case .beginPresence: BeginPresence.self
            case .endPresence: EndPresence.self
            case .bringIn: BringIn.self
            case .admit: Admit.self
            case .deny: Deny.self
            case .endWait: EndWait.self
            case .checkIn: CheckIn.self
            case .checkOut: CheckOut.self
            case .remove: Remove.self
            case .moveToLobby: MoveToLobby.self
            case .claimEntry: ClaimEntry.self
            case .mergePerson: MergePerson.self
            case .erase: Erase.self
            }
        }
    }

    public var wish: any RoomWish {
        switch self {
        case .join(let wish): wish
        case .beginPresence(let wish): wish
        case .endPresence(let wish): wish
        case .bringIn(let wish): wish
        case .admit(let wish): wish
        case .deny(let wish): wish
        case .endWait(let wish): wish
        case .checkIn(let wish): wish
        case .checkOut(let wish): wish
        case .remove(let wish): wish
        case .moveToLobby(let wish): wish
        case .claimEntry(let wish): wish
        case .mergePerson(let wish): wish
        case .erase(let wish): wish
        }
    }
}

/// Lets somebody in, or to the door where there is a lobby.
public struct Join: RoomWish {
    public var person: PersonID
    public var role: Role
    public var mode: AttendanceMode
    public var tier: Tier
    public var name: String
    public var school: String?

    public static let granted = Granted<Self>(
        DoorCommand.Kind.join, in: [], own: .nobody, other: .nobody, scribe: false, forOthers: false,
        about: .of { $0.person })
    public var command: Command { .door(.join(self)) }

    public init(person: PersonID, role: Role, mode: AttendanceMode, tier: Tier, name: String, school: String?) {
        (self.person, self.role, self.mode, self.tier, self.name, self.school) = (
            person, role, mode, tier, name, school
        )
    }
}

/// Somebody's first device came.
public struct BeginPresence: RoomWish {
    public var person: PersonID

    public static let granted = Granted<Self>(
        DoorCommand.Kind.beginPresence, in: [], own: .nobody, other: .nobody, scribe: false, forOthers: false,
        about: .of { $0.person })
    public var command: Command { .door(.beginPresence(self)) }

    public init(person: PersonID) {
        self.person = person
    }
}

/// Somebody's last device went.
public struct EndPresence: RoomWish {
    public var person: PersonID
    public var reason: PresenceEnd

    public static let granted = Granted<Self>(
        DoorCommand.Kind.endPresence, in: [], own: .nobody, other: .nobody, scribe: false, forOthers: false,
        about: .of { $0.person })
    public var command: Command { .door(.endPresence(self)) }

    public init(person: PersonID, reason: PresenceEnd) {
        (self.person, self.reason) = (person, reason)
    }
}

/// `by` brings in somebody who has no device of their own, or who shares that of the table `by`.
public struct BringIn: RoomWish {
    public var person: PersonID
    public var by: PersonID
    public var mode: AttendanceMode
    public var tier: Tier
    public var name: String
    public var school: String?

    public static let granted = Granted<Self>(
        DoorCommand.Kind.bringIn, in: [], own: .nobody, other: .nobody, scribe: false, forOthers: false,
        about: .of { $0.person })
    public var command: Command { .door(.bringIn(self)) }

    public init(person: PersonID, by: PersonID, mode: AttendanceMode, tier: Tier, name: String, school: String?) {
        (self.person, self.by, self.mode, self.tier, self.name, self.school) = (person, by, mode, tier, name, school)
    }
}

/// Lets somebody in from the lobby.
public struct Admit: RoomWish {
    public var person: PersonID

    public static let granted = Granted<Self>(
        DoorCommand.Kind.admit, in: [.open], own: .nobody, other: .leads, scribe: false, forOthers: false,
        about: .of { $0.person })
    public var command: Command { .door(.admit(self)) }

    public init(person: PersonID) {
        self.person = person
    }
}

/// Turns somebody away from the lobby.
public struct Deny: RoomWish {
    public var person: PersonID

    public static let granted = Granted<Self>(
        DoorCommand.Kind.deny, in: [.open], own: .nobody, other: .leads, scribe: false, forOthers: false,
        about: .of { $0.person })
    public var command: Command { .door(.deny(self)) }

    public init(person: PersonID) {
        self.person = person
    }
}

/// Somebody who waits has had no device here for long.
public struct EndWait: RoomWish {
    public var person: PersonID

    public static let granted = Granted<Self>(
        DoorCommand.Kind.endWait, in: [], own: .nobody, other: .nobody, scribe: false, forOthers: false,
        about: .of { $0.person })
    public var command: Command { .door(.endWait(self)) }

    public init(person: PersonID) {
        self.person = person
    }
}

/// Somebody without a device of their own is here.
public struct CheckIn: RoomWish {
    public var person: PersonID

    public static let granted = Granted<Self>(
        DoorCommand.Kind.checkIn, in: [.open], own: .tables, other: .leads, scribe: true, forOthers: false,
        about: .of { $0.person })
    public var command: Command { .door(.checkIn(self)) }

    public init(person: PersonID) {
        self.person = person
    }
}

/// Somebody without a device of their own goes.
public struct CheckOut: RoomWish {
    public var person: PersonID

    public static let granted = Granted<Self>(
        DoorCommand.Kind.checkOut, in: [.open], own: .tables, other: .leads, scribe: true, forOthers: false,
        about: .of { $0.person })
    public var command: Command { .door(.checkOut(self)) }

    public init(person: PersonID) {
        self.person = person
    }
}

/// Puts somebody out.
public struct Remove: RoomWish {
    public var person: PersonID

    public static let granted = Granted<Self>(
        DoorCommand.Kind.remove, in: [.open], own: .nobody, other: .leads, scribe: false, forOthers: false,
        about: .of { $0.person })
    public var command: Command { .door(.remove(self)) }

    public init(person: PersonID) {
        self.person = person
    }
}

/// Sends somebody back to the door.
public struct MoveToLobby: RoomWish {
    public var person: PersonID

    public static let granted = Granted<Self>(
        DoorCommand.Kind.moveToLobby, in: [.open], own: .nobody, other: .leads, scribe: false, forOthers: false,
        about: .of { $0.person })
    public var command: Command { .door(.moveToLobby(self)) }

    public init(person: PersonID) {
        self.person = person
    }
}

/// Somebody is erased everywhere; said by the server.
public struct Erase: RoomWish {
    public var person: PersonID

    public static let granted = Granted<Self>(
        DoorCommand.Kind.erase, in: [], own: .nobody, other: .nobody, scribe: false, forOthers: false,
        about: .of { $0.person })
    public var command: Command { .door(.erase(self)) }

    public init(person: PersonID) {
        self.person = person
    }
}
