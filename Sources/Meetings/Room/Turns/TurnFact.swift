// Knows the facts of turns in a group, and all that each declares.

/// A fact of turns in a group.
public enum TurnFact: Equatable, Sendable {
    case groupTurnGiven(GroupTurnGiven)
    case groupTurnsEnded(GroupTurnsEnded)

    /// The names of these facts in the log and on the wire.
    public enum Kind: String, CaseIterable, Sendable {
        case groupTurnGiven, groupTurnsEnded

        public var type: any RoomFact.Type {
            switch self {
            case .groupTurnGiven: GroupTurnGiven.self
            case .groupTurnsEnded: GroupTurnsEnded.self
            }
        }
    }

    public var fact: any RoomFact {
        switch self {
        case .groupTurnGiven(let fact): fact
        case .groupTurnsEnded(let fact): fact
        }
    }
}

/// It is somebody's turn in their group.
public struct GroupTurnGiven: RoomFact {
    public var group: GroupID
    public var person: PersonID
    /// How long it is meant to be; nobody is cut off.
    public var seconds: Int

    public static let kept = Kept<Self>(
        TurnFact.Kind.groupTurnGiven, .first, ages: .work, fields: .plain, whose: .person { $0.person },
        object: .nothing, erases: .nothing)
    public static let told = Told<Self>(
        leads: .whole, participants: .whole, guests: .nothing, walls: .nothing, group: .group { $0.group },
        follows: .nothing)
    public var event: Event { .turns(.groupTurnGiven(self)) }
}

/// Everybody of a group has had their turn, or they go on without.
public struct GroupTurnsEnded: RoomFact {
    public var group: GroupID

    public static let kept = Kept<Self>(
        TurnFact.Kind.groupTurnsEnded, .first, ages: .work, fields: .plain, whose: .actor, object: .nothing,
        erases: .nothing)
    public static let told = Told<Self>(
        leads: .whole, participants: .whole, guests: .nothing, walls: .nothing, group: .group { $0.group },
        follows: .nothing)
    public var event: Event { .turns(.groupTurnsEnded(self)) }
}
