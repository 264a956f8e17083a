// Knows who may do what between meetings: one table, default deny. Checked in `Network.decide`, in the order of the log.

/// As what somebody comes.
public enum NetworkRole: String, Codable, Sendable, CaseIterable {
    /// A teacher of the network, for themselves.
    case teacher
    /// Runs the network.
    case coordinator
    /// Reads the log; changes nothing.
    case evaluator
}

/// The rights table of a network.
public enum NetworkRights {
    /// How the actor stands to the buddies whom a command names.
    public enum Standing: String, CaseIterable, Sendable {
        /// The command names no buddies.
        case none
        /// The actor is one of them.
        case buddy
        /// The actor is none of them.
        case outsider
    }

    struct Row {
        var roles: Set<NetworkRole>
        var standings: Set<Standing>
    }

    /// Whether somebody may; the server itself is not asked.
    public static func allows(_ kind: NetworkCommand.Kind, role: NetworkRole, standing: Standing) -> Bool {
        let row = row(kind)
        return row.roles.contains(role) && row.standings.contains(standing)
    }

    /// The row of a command; a command without one does not build.
    static func row(_ kind: NetworkCommand.Kind) -> Row {
        switch kind {
        case .optInBuddy, .optOutBuddy, .blockBuddy, .unblockBuddy:
            Row(roles: [.teacher], standings: [.none])
        case .proposeBuddies:
            Row(roles: [.coordinator], standings: [.none])
        case .acceptBuddy, .declineBuddy, .setBuddyGoal, .writeBuddyNote, .removeBuddyNote, .setBuddyDate,
            .pauseBuddies, .checkInBuddy, .leaveBuddies:
            Row(roles: [.teacher], standings: [.buddy])
        case .removeMember:
            Row(roles: [], standings: [])
        }
    }
}
