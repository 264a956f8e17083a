// Knows the facts of groups, and all that each declares.

/// A fact of groups.
public enum GroupFact: Equatable, Sendable {
    case groupsFormed(GroupsFormed)
    case groupOpened(GroupOpened)
    case peopleMoved(PeopleMoved)
    case groupEdited(GroupEdited)
    case groupRenamed(GroupRenamed)
    case roundTimed(RoundTimed)
    case groupsEnded(GroupsEnded)
    case groupVisited(GroupVisited)
    case groupSignalled(GroupSignalled)
    case announcementMade(AnnouncementMade)

    /// The names of these facts in the log and on the wire.
    public enum Kind: String, CaseIterable, Sendable {
        case groupsFormed, groupOpened, peopleMoved, groupEdited, groupRenamed, roundTimed, groupsEnded, groupVisited,
            groupSignalled, announcementMade

        public var type: any RoomFact.Type {
            switch self {
            case .groupsFormed: GroupsFormed.self
            case .groupOpened: GroupOpened.self
            case .peopleMoved: PeopleMoved.self
            case .groupEdited: GroupEdited.self
            case .groupRenamed: GroupRenamed.self
            case .roundTimed: RoundTimed.self
            case .groupsEnded: GroupsEnded.self
            case .groupVisited: GroupVisited.self
            case .groupSignalled: GroupSignalled.self
            case .announcementMade: AnnouncementMade.self
            }
        }
    }

    public var fact: any RoomFact {
        switch self {
        case .groupsFormed(let fact): fact
        case .groupOpened(let fact): fact
        case .peopleMoved(let fact): fact
        case .groupEdited(let fact): fact
        case .groupRenamed(let fact): fact
        case .roundTimed(let fact): fact
        case .groupsEnded(let fact): fact
        case .groupVisited(let fact): fact
        case .groupSignalled(let fact): fact
        case .announcementMade(let fact): fact
        }
    }
}

/// Groups are formed. The draw itself is kept, so that nothing has to be solved again.
public struct GroupsFormed: RoomFact {
    public var round: RoundID
    public var segment: SegmentID?
    public var groups: [GroupSeats]
    public var texts: RoundTexts?
    public var draw: Draw
    /// How long they work; nil: until a lead ends them.
    public var timeboxSeconds: Int?
    /// What the round is for, where it is no round of work.
    public var kind: RoundKind?

    public static let kept = Kept<Self>(
        GroupFact.Kind.groupsFormed, .first, ages: .work,
        fields: Fields(names: [], words: [CodingKeys.texts], codes: [CodingKeys.draw], people: [CodingKeys.groups]),
        whose: .actor, object: .nothing, erases: .nothing)
    public static let told = Told<Self>(
        leads: .whole, participants: .part { $0.forMembers }, guests: .nothing, walls: .part { $0.found },
        group: .everybody,
        follows: .of { [.seats(.formed)] + $0.groups.compactMap(\.roles.scribe).map { .own($0) } })
    public var event: Event { .groups(.groupsFormed(self)) }
}

/// One more group in a running round.
public struct GroupOpened: RoomFact {
    public var round: RoundID
    public var groups: [GroupSeats]
    public var texts: GroupTexts?
    public var reason: SeatingReason?

    public static let kept = Kept<Self>(
        GroupFact.Kind.groupOpened, .first, ages: .work,
        fields: Fields(names: [], words: [CodingKeys.texts], codes: [], people: [CodingKeys.groups]), whose: .actor,
        object: .nothing, erases: .nothing)
    public static let told = Told<Self>(
        leads: .whole, participants: .part { $0.forMembers }, guests: .nothing, walls: .part { $0.found },
        group: .everybody,
        follows: .of { [.seats(.opened(members: $0.groups.flatMap(\.members)))] })
    public var event: Event { .groups(.groupOpened(self)) }
}

/// People sit elsewhere.
public struct PeopleMoved: RoomFact {
    public var round: RoundID
    public var moves: [Move]

    public static let kept = Kept<Self>(
        GroupFact.Kind.peopleMoved, .first, ages: .work,
        fields: Fields(names: [], words: [], codes: [], people: [CodingKeys.moves]),
        whose: .actor, object: .nothing, erases: .nothing)
    public static let told = Told<Self>(
        leads: .whole, participants: .whole, guests: .nothing, walls: .whole, group: .everybody,
        follows: .of { [.seats(.moved($0.moves))] })
    public var event: Event { .groups(.peopleMoved(self)) }
}

/// Without a group it is what all groups share.
public struct GroupEdited: RoomFact {
    public var group: GroupID?
    public var texts: GroupTexts?
    public var table: Int?
    public var bridge: PersonID?
    public var roles: GroupRoles

    public static let kept = Kept<Self>(
        GroupFact.Kind.groupEdited, .first, ages: .work,
        fields: Fields(names: [], words: [CodingKeys.texts], codes: [], people: [CodingKeys.bridge, CodingKeys.roles]),
        whose: .actor, object: .nothing, erases: .nothing)
    public static let told = Told<Self>(
        leads: .whole, participants: .part { $0.forMembers }, guests: .nothing, walls: .part { $0.found },
        group: .everybody,
        follows: .of { $0.roles.scribe.map { [.own($0)] } ?? [] })
    public var event: Event { .groups(.groupEdited(self)) }
}

/// A group is called something; without a name it is called by its number again.
public struct GroupRenamed: RoomFact {
    public var group: GroupID
    public var name: String?

    public static let kept = Kept<Self>(
        GroupFact.Kind.groupRenamed, .first, ages: .work,
        fields: Fields(names: [], words: [CodingKeys.name], codes: [], people: []), whose: .actor, object: .nothing,
        erases: .nothing)
    public static let told = Told<Self>(
        leads: .whole, participants: .whole, guests: .nothing, walls: .whole, group: .everybody, follows: .nothing)
    public var event: Event { .groups(.groupRenamed(self)) }
}

/// Groups have more time, or less.
public struct RoundTimed: RoomFact {
    public var round: RoundID
    /// From their forming.
    public var timeboxSeconds: Int

    public static let kept = Kept<Self>(
        GroupFact.Kind.roundTimed, .first, ages: .work, fields: .plain, whose: .actor, object: .nothing,
        erases: .nothing)
    public static let told = Told<Self>(
        leads: .whole, participants: .whole, guests: .nothing, walls: .whole, group: .everybody, follows: .nothing)
    public var event: Event { .groups(.roundTimed(self)) }
}

/// Everybody is together again.
public struct GroupsEnded: RoomFact {
    public var round: RoundID

    public static let kept = Kept<Self>(
        GroupFact.Kind.groupsEnded, .first, ages: .work, fields: .plain, whose: .actor, object: .nothing,
        erases: .nothing)
    public static let told = Told<Self>(
        leads: .whole, participants: .whole, guests: .nothing, walls: .whole, group: .everybody,
        follows: .of { [.seats(.ended($0.round)), .wallsAnew] })
    public var event: Event { .groups(.groupsEnded(self)) }
}

/// A lead looks in; without a group they look in nowhere.
public struct GroupVisited: RoomFact {
    public var person: PersonID
    public var group: GroupID?

    public static let kept = Kept<Self>(
        GroupFact.Kind.groupVisited, .first, ages: .work, fields: .plain, whose: .person { $0.person },
        object: .nothing,
        erases: .nothing)
    public static let told = Told<Self>(
        leads: .whole, participants: .whole, guests: .nothing, walls: .nothing, group: .everybody, follows: .nothing)
    public var event: Event { .groups(.groupVisited(self)) }
}

/// A group says something to the leads, or a lead to a group, by one tap.
public struct GroupSignalled: RoomFact {
    public var group: GroupID
    public var person: PersonID
    public var signal: GroupSignal
    public var source: Source?

    public static let kept = Kept<Self>(
        GroupFact.Kind.groupSignalled, .first, ages: .work, fields: .plain, whose: .person { $0.person },
        object: .nothing,
        erases: .nothing)
    public static let told = Told<Self>(
        leads: .whole, participants: .whole, guests: .nothing, walls: .nothing, group: .group { $0.group },
        follows: .nothing)
    public var event: Event { .groups(.groupSignalled(self)) }
}

/// A lead writes to all groups.
public struct AnnouncementMade: RoomFact {
    public var announcement: AnnouncementID
    public var round: RoundID
    public var person: PersonID
    public var name: String?
    public var text: String?
    public var words: Int

    public static let kept = Kept<Self>(
        GroupFact.Kind.announcementMade, .first, ages: .talk,
        fields: Fields(names: [CodingKeys.name], words: [CodingKeys.text], codes: [], people: []),
        whose: .person { $0.person }, object: .nothing, erases: .nothing)
    public static let told = Told<Self>(
        leads: .whole, participants: .whole, guests: .nothing, walls: .whole, group: .everybody,
        follows: .of { _ in [.announced] })
    public var event: Event { .groups(.announcementMade(self)) }
}
