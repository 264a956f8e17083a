// Knows the wishes that concern turns in a group, each with its row of rights. Anybody of the group may put them.

/// A wish that concerns turns in a group.
public enum TurnCommand: Equatable, Sendable {
    case giveGroupTurn(GiveGroupTurn)
    case endGroupTurns(EndGroupTurns)

    /// The names of these wishes on the wire.
    public enum Kind: String, CaseIterable, Sendable {
        case giveGroupTurn, endGroupTurns

        public var type: any RoomWish.Type {
            switch self {
            case .giveGroupTurn: GiveGroupTurn.self
            case .endGroupTurns: EndGroupTurns.self
            }
        }
    }

    public var wish: any RoomWish {
        switch self {
        case .giveGroupTurn(let wish): wish
        case .endGroupTurns(let wish): wish
        }
    }
}

/// It is somebody's turn in a group: theirs who are named, else whoever is here and has had none. After the last one the
/// turns are over.
public struct GiveGroupTurn: RoomWish {
    /// Mine if it is missing.
    public var group: GroupID?
    public var person: PersonID?
    /// Whose turn it was as the page knew it: of two who tap at the same time the second skips nobody. Refused as
    /// `outdated` otherwise.
    public var after: PersonID?

    public static let granted = Granted<Self>(
        TurnCommand.Kind.giveGroupTurn, in: [.open], own: .voices, other: .nobody, scribe: false, forOthers: true,
        about: .nothing)
    public var command: Command { .turns(.giveGroupTurn(self)) }

    public init(group: GroupID? = nil, person: PersonID? = nil, after: PersonID? = nil) {
        (self.group, self.person, self.after) = (group, person, after)
    }
}

/// The turns of a group are over.
public struct EndGroupTurns: RoomWish {
    /// Mine if it is missing.
    public var group: GroupID?

    public static let granted = Granted<Self>(
        TurnCommand.Kind.endGroupTurns, in: [.open], own: .voices, other: .nobody, scribe: false, forOthers: true,
        about: .nothing)
    public var command: Command { .turns(.endGroupTurns(self)) }

    public init(group: GroupID? = nil) {
        self.group = group
    }
}
