// Knows how a row of rights is read: default deny. Each wish has its own row (`RoomWish.granted`), checked in
// `Room.decide`, so in the order of the log.

/// How the actor stands to the person whom a command concerns.
public enum Relation: String, CaseIterable, Sendable {
    /// The command concerns the actor, or nobody, or somebody who shares the actor's device.
    case own
    /// The command concerns somebody else.
    case other
    /// It concerns somebody else, and the actor is a scribe.
    case scribed
}

/// The rights of people in a room.
public enum Rights {
    /// One row: in which phases, and which roles for themselves, for others, and whether a scribe for others.
    public struct Row: Sendable {
        let phases: Set<Phase>
        let own: Set<Role>
        let other: Set<Role>
        let scribe: Bool
        /// Whether it can be done for somebody who has no device of their own.
        public let forOthers: Bool

        /// Whether a person may; the server itself is not asked.
        public func allows(_ role: Role, _ phase: Phase, _ relation: Relation) -> Bool {
            guard phases.contains(phase) else { return false }
            switch relation {
            case .own: return own.contains(role)
            case .other: return other.contains(role)
            case .scribed: return other.contains(role) || scribe && role == .participant
            }
        }

        /// Whether only the phase stands in the way of what the role may do.
        func allowsInSomePhase(_ role: Role, _ relation: Relation) -> Bool {
            Phase.allCases.contains { allows(role, $0, relation) }
        }
    }
}
