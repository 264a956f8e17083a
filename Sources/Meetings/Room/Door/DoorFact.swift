// Knows the facts of who comes in and who is here, and all that each declares.

/// A fact of who comes in and who is here.
public enum DoorFact: Equatable, Sendable {
    case personJoined(PersonJoined)
    case personWaited(PersonWaited)
    case personDenied(PersonDenied)
    case waitEnded(WaitEnded)
    case personRemoved(PersonRemoved)
    case personReturnedToLobby(PersonReturnedToLobby)
    case presenceBegan(PresenceBegan)
    case presenceEnded(PresenceEnded)
    case personCheckedIn(PersonCheckedIn)
    case personSeated(PersonSeated)
    case personErased(PersonErased)
    case entryClaimed(EntryClaimed)
    case personMerged(PersonMerged)

    /// The names of these facts in the log and on the wire.
    public enum Kind: String, CaseIterable, Sendable {
        case personJoined, personWaited, personDenied, waitEnded, personRemoved, personReturnedToLobby, presenceBegan,
            presenceEnded, personCheckedIn, personSeated, personErased, entryClaimed, personMerged

        public var type: any RoomFact.Type {
            switch self {
            case .personJoined: PersonJoined.self
            case .personWaited: PersonWaited.self
            case .personDenied: PersonDenied.self
            case .waitEnded: WaitEnded.self
            case .personRemoved: PersonRemoved.self
            case .personReturnedToLobby: PersonReturnedToLobby.self
            case .presenceBegan: PresenceBegan.self
            case .presenceEnded: PresenceEnded.self
            case .personCheckedIn: PersonCheckedIn.self
            case .personSeated: PersonSeated.self
            case .personErased: PersonErased.self
            case .entryClaimed: EntryClaimed.self
            case .personMerged: PersonMerged.self
            }
        }
    }

    public var fact: any RoomFact {
        switch self {
        case .personJoined(let fact): fact
        case .personWaited(let fact): fact
        case .personDenied(let fact): fact
        case .waitEnded(let fact): fact
        case .personRemoved(let fact): fact
        case .personReturnedToLobby(let fact): fact
        case .presenceBegan(let fact): fact
        case .presenceEnded(let fact): fact
        case .personCheckedIn(let fact): fact
        case .personSeated(let fact): fact
        case .personErased(let fact): fact
        case .entryClaimed(let fact): fact
        case .personMerged(let fact): fact
        }
    }
}

/// Somebody is in. `tier` is known to the person and the log only.
public struct PersonJoined: RoomFact {
    public var person: PersonID
    public var role: Role
    public var mode: AttendanceMode
    public var tier: Tier?
    public var name: String?
    public var school: String?

    public static let kept = Kept<Self>(
        DoorFact.Kind.personJoined, .first, ages: .record,
        fields: Fields(names: [CodingKeys.name, CodingKeys.school], words: [], codes: [], people: []),
        whose: .person { $0.person }, object: .nothing, erases: .nothing)
    public static let told = Told<Self>(
        leads: .part { $0.tierless }, participants: .part { $0.tierless }, guests: .nothing,
        walls: .part { $0.tierless },
        group: .everybody, follows: .of { ($0.isRecalled ? [.recalled($0.person)] : []) + [.joined($0.person)] })
    public var event: Event { .door(.personJoined(self)) }
}

/// Somebody waits at the door.
public struct PersonWaited: RoomFact {
    public var person: PersonID
    public var mode: AttendanceMode
    public var tier: Tier?
    public var name: String?
    public var school: String?

    public static let kept = Kept<Self>(
        DoorFact.Kind.personWaited, .first, ages: .record,
        fields: Fields(names: [CodingKeys.name, CodingKeys.school], words: [], codes: [], people: []),
        whose: .person { $0.person }, object: .nothing, erases: .nothing)
    public static let told = Told<Self>(
        leads: .part { $0.tierless }, participants: .nothing, guests: .nothing, walls: .nothing, group: .everybody,
        follows: .nothing)
    public var event: Event { .door(.personWaited(self)) }
}

/// Somebody who waited was turned away.
public struct PersonDenied: RoomFact {
    public var person: PersonID

    public static let kept = Kept<Self>(
        DoorFact.Kind.personDenied, .first, ages: .record, fields: .plain, whose: .person { $0.person },
        object: .nothing,
        erases: .nothing)
    public static let told = Told<Self>(
        leads: .whole, participants: .nothing, guests: .nothing, walls: .nothing, group: .everybody,
        follows: .of { [.goodbye($0.person, .denied)] })
    public var event: Event { .door(.personDenied(self)) }
}

/// Somebody who waited had no device here for long; they may knock again.
public struct WaitEnded: RoomFact {
    public var person: PersonID

    public static let kept = Kept<Self>(
        DoorFact.Kind.waitEnded, .first, ages: .record, fields: .plain, whose: .person { $0.person },
        object: .nothing,
        erases: .nothing)
    public static let told = Told<Self>(
        leads: .whole, participants: .nothing, guests: .nothing, walls: .nothing, group: .everybody,
        follows: .of { [.goodbye($0.person, .away)] })
    public var event: Event { .door(.waitEnded(self)) }
}

/// Somebody was put out.
public struct PersonRemoved: RoomFact {
    public var person: PersonID

    public static let kept = Kept<Self>(
        DoorFact.Kind.personRemoved, .first, ages: .record, fields: .plain, whose: .person { $0.person },
        object: .nothing,
        erases: .nothing)
    public static let told = Told<Self>(
        leads: .whole, participants: .whole, guests: .nothing, walls: .whole, group: .everybody,
        follows: .of { [.seats(.out($0.person)), .goodbye($0.person, .removed)] })
    public var event: Event { .door(.personRemoved(self)) }
}

/// Somebody was sent back to the door.
public struct PersonReturnedToLobby: RoomFact {
    public var person: PersonID

    public static let kept = Kept<Self>(
        DoorFact.Kind.personReturnedToLobby, .first, ages: .record, fields: .plain, whose: .person { $0.person },
        object: .nothing,
        erases: .nothing)
    public static let told = Told<Self>(
        leads: .whole, participants: .whole, guests: .nothing, walls: .whole, group: .everybody,
        follows: .of { [.seats(.out($0.person)), .anew($0.person)] })
    public var event: Event { .door(.personReturnedToLobby(self)) }
}

/// Somebody's first device is connected.
public struct PresenceBegan: RoomFact {
    public var person: PersonID
    public var mode: AttendanceMode

    public static let kept = Kept<Self>(
        DoorFact.Kind.presenceBegan, .first, ages: .record, fields: .plain, whose: .person { $0.person },
        object: .nothing,
        erases: .nothing)
    public static let told = Told<Self>(
        leads: .whole, participants: .whole, guests: .nothing, walls: .whole, group: .everybody,
        follows: .of { [.came($0.person)] })
    public var event: Event { .door(.presenceBegan(self)) }
}

/// Somebody is no longer here.
public struct PresenceEnded: RoomFact {
    public var person: PersonID
    public var reason: PresenceEnd

    public static let kept = Kept<Self>(
        DoorFact.Kind.presenceEnded, .first, ages: .record, fields: .plain, whose: .person { $0.person },
        object: .nothing,
        erases: .nothing)
    public static let told = Told<Self>(
        leads: .whole, participants: .whole, guests: .nothing, walls: .whole, group: .everybody, follows: .nothing)
    public var event: Event { .door(.presenceEnded(self)) }
}

/// Somebody else said that this person is here: they may have no device of their own.
public struct PersonCheckedIn: RoomFact {
    public var person: PersonID
    public var source: Source

    public static let kept = Kept<Self>(
        DoorFact.Kind.personCheckedIn, .first, ages: .record, fields: .plain, whose: .person { $0.person },
        object: .nothing,
        erases: .nothing)
    public static let told = Told<Self>(
        leads: .whole, participants: .whole, guests: .nothing, walls: .whole, group: .everybody,
        follows: .of { [.came($0.person)] })
    public var event: Event { .door(.personCheckedIn(self)) }
}

/// They share this table's device; without a table they have left it.
public struct PersonSeated: RoomFact {
    public var person: PersonID
    public var table: PersonID?

    public static let kept = Kept<Self>(
        DoorFact.Kind.personSeated, .first, ages: .record, fields: .plain, whose: .person { $0.person },
        object: .nothing,
        erases: .nothing)
    public static let told = Told<Self>(
        leads: .whole, participants: .whole, guests: .nothing, walls: .whole, group: .everybody,
        follows: .of { [.seats(.atTable)] + ($0.table == nil ? [] : [.came($0.person)]) })
    public var event: Event { .door(.personSeated(self)) }
}

/// All that said who somebody is, and all that they wrote, is gone; this is the stone in its place.
public struct PersonErased: RoomFact {
    public var person: PersonID

    public static let kept = Kept<Self>(
        DoorFact.Kind.personErased, .first, ages: .record, fields: .plain, whose: .person { $0.person },
        object: .nothing,
        erases: .of { .person($0.person.rawValue) })
    public static let told = Told<Self>(
        leads: .whole, participants: .whole, guests: .nothing, walls: .whole, group: .everybody,
        follows: .of { [.seats(.out($0.person)), .erased($0.person)] })
    public var event: Event { .door(.personErased(self)) }
}

extension PersonJoined {
    /// As everybody but the person sees it.
    fileprivate var tierless: PersonJoined? {
        var seen = self
        seen.tier = nil
        return seen
    }

    /// Whether what they said of themselves at earlier meetings is looked up.
    fileprivate var isRecalled: Bool { role == .participant && person != .counted }
}

extension PersonWaited {
    fileprivate var tierless: PersonWaited? {
        var seen = self
        seen.tier = nil
        return seen
    }
}
