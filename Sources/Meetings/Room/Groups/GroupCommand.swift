// Knows the wishes that concern groups, each with its row of rights, and what decides on each.

/// A wish that concerns groups.
public enum GroupCommand: Equatable, Sendable {
    case formGroups(FormGroups)
    case openGroup(OpenGroup)
    case movePeople(MovePeople)
    case editGroup(EditGroup)
    case renameGroup(RenameGroup)
    case adjustRound(AdjustRound)
    case endGroups(EndGroups)
    case visitGroup(VisitGroup)
    case signal(Signal)
    case announce(Announce)

    /// The names of these wishes on the wire.
    public enum Kind: String, CaseIterable, Sendable {
        case formGroups, openGroup, movePeople, editGroup, renameGroup, adjustRound, endGroups, visitGroup, signal,
            announce

        public var type: any RoomWish.Type {
            switch self {
            case .formGroups: FormGroups.self
            case .openGroup: OpenGroup.self
            case .movePeople: MovePeople.self
            case .editGroup: EditGroup.self
            case .renameGroup: RenameGroup.self
            case .adjustRound: AdjustRound.self
            case .endGroups: EndGroups.self
            case .visitGroup: VisitGroup.self
            case .signal: Signal.self
            case .announce: Announce.self
            }
        }
    }

    public var wish: any RoomWish {
        switch self {
        case .formGroups(let wish): wish
        case .openGroup(let wish): wish
        case .movePeople(let wish): wish
        case .editGroup(let wish): wish
        case .renameGroup(let wish): wish
        case .adjustRound(let wish): wish
        case .endGroups(let wish): wish
        case .visitGroup(let wish): wish
        case .signal(let wish): wish
        case .announce(let wish): wish
        }
    }
}

/// Forms groups.
public struct FormGroups: RoomWish {
    public var plan: RoundPlan

    public static let granted = Granted<Self>(
        GroupCommand.Kind.formGroups, in: [.open], own: .leads, other: .nobody, scribe: false, forOthers: false,
        about: .nothing)
    public var command: Command { .groups(.formGroups(self)) }

    public init(plan: RoundPlan) {
        self.plan = plan
    }
}

/// Opens one more group in a running round.
public struct OpenGroup: RoomWish {
    public var plan: GroupPlan
    public var reason: SeatingReason?

    public static let granted = Granted<Self>(
        GroupCommand.Kind.openGroup, in: [.open], own: .leads, other: .nobody, scribe: false, forOthers: false,
        about: .nothing)
    public var command: Command { .groups(.openGroup(self)) }

    public init(plan: GroupPlan, reason: SeatingReason?) {
        (self.plan, self.reason) = (plan, reason)
    }
}

/// All or none.
public struct MovePeople: RoomWish {
    public var moves: [Move]

    public static let granted = Granted<Self>(
        GroupCommand.Kind.movePeople, in: [.open], own: .leads, other: .nobody, scribe: false, forOthers: false,
        about: .nothing)
    public var command: Command { .groups(.movePeople(self)) }

    public init(moves: [Move]) {
        self.moves = moves
    }
}

/// Changes what a group is given; without a group, what all share.
public struct EditGroup: RoomWish {
    public var group: GroupID?
    public var texts: GroupTexts
    public var table: Int?
    public var bridge: PersonID?
    public var roles: GroupRoles

    public static let granted = Granted<Self>(
        GroupCommand.Kind.editGroup, in: [.open], own: .leads, other: .nobody, scribe: false, forOthers: false,
        about: .nothing)
    public var command: Command { .groups(.editGroup(self)) }

    public init(group: GroupID?, texts: GroupTexts, table: Int?, bridge: PersonID?, roles: GroupRoles) {
        (self.group, self.texts, self.table, self.bridge, self.roles) = (group, texts, table, bridge, roles)
    }
}

/// Calls a group of the running round something; nothing, or an empty name, for its number again. At most
/// `Limits.nameLength`; refused as `noGroup` when no groups run and as `notFound` for a group that is not among them.
public struct RenameGroup: RoomWish {
    public var group: GroupID
    public var name: String?

    public static let granted = Granted<Self>(
        GroupCommand.Kind.renameGroup, in: [.open], own: .leads, other: .nobody, scribe: false, forOthers: false,
        about: .nothing)
    public var command: Command { .groups(.renameGroup(self)) }

    public init(group: GroupID, name: String?) {
        (self.group, self.name) = (group, name)
    }
}

/// Gives the running groups more time, or less; without a time of their own they have it from now on.
public struct AdjustRound: RoomWish {
    public var seconds: Int

    public static let granted = Granted<Self>(
        GroupCommand.Kind.adjustRound, in: [.open], own: .leads, other: .nobody, scribe: false, forOthers: false,
        about: .nothing)
    public var command: Command { .groups(.adjustRound(self)) }

    public init(seconds: Int) {
        self.seconds = seconds
    }
}

/// Brings everybody together again.
public struct EndGroups: RoomWish {

    public static let granted = Granted<Self>(
        GroupCommand.Kind.endGroups, in: [.open], own: .leads, other: .nobody, scribe: false, forOthers: false,
        about: .nothing)
    public var command: Command { .groups(.endGroups(self)) }

    public init() {}
}

/// Looks into a group; without one, into none.
public struct VisitGroup: RoomWish {
    public var group: GroupID?

    public static let granted = Granted<Self>(
        GroupCommand.Kind.visitGroup, in: [.open], own: .leads, other: .nobody, scribe: false, forOthers: false,
        about: .nothing)
    public var command: Command { .groups(.visitGroup(self)) }

    public init(group: GroupID?) {
        self.group = group
    }
}

/// A group that is missing means "mine", here and below.
public struct Signal: RoomWish {
    public var group: GroupID?
    public var signal: GroupSignal

    public static let granted = Granted<Self>(
        GroupCommand.Kind.signal, in: [.open], own: .voices, other: .nobody, scribe: false, forOthers: true,
        about: .nothing)
    public var command: Command { .groups(.signal(self)) }

    public init(group: GroupID?, signal: GroupSignal) {
        (self.group, self.signal) = (group, signal)
    }
}

/// Writes to all groups.
public struct Announce: RoomWish {
    public var text: String

    public static let granted = Granted<Self>(
        GroupCommand.Kind.announce, in: [.open], own: .leads, other: .nobody, scribe: false, forOthers: false,
        about: .nothing)
    public var command: Command { .groups(.announce(self)) }

    public init(text: String) {
        self.text = text
    }
}

extension Room {
    func decide(_ command: GroupCommand, _ context: Context) throws(Rejection) -> [Event] {
        switch command {
        case .formGroups(let wish): return try forming(wish.plan)
        case .openGroup(let wish): return try opening(wish, context)
        case .movePeople(let wish): return try moving(wish, context)
        case .editGroup(let wish): return try editing(wish)
        case .renameGroup(let wish): return try renaming(wish)
        case .adjustRound(let wish): return try adjusting(wish, context)
        case .endGroups: return try ending()
        case .visitGroup(let wish): return try visiting(wish, context)
        case .signal(let wish): return try signalling(wish, context)
        case .announce(let wish): return try announcing(wish, context)
        }
    }

    private func renaming(_ wish: RenameGroup) throws(Rejection) -> [Event] {
        let name = try Text.optionalLine(wish.name, limit: Limits.nameLength)
        guard try group(wish.group).name != name else { throw .alreadySo }
        return [GroupRenamed(group: wish.group, name: name).event]
    }
}
