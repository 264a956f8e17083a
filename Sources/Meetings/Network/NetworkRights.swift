// Knows who may do what between meetings: default deny. Each wish has its own row (`NetworkWish.granted`), checked in
// `Network.decide`, in the order of the log.

/// As what somebody comes.
public enum NetworkRole: String, Codable, Sendable, CaseIterable {
    /// A teacher of the network, for themselves.
    case teacher
    /// Runs the network.
    case coordinator
    /// Reads the log; changes nothing.
    case evaluator
}

/// The rights of people in a network.
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

    /// One row.
    public struct Row: Sendable {
        let roles: Set<NetworkRole>
        let standings: Set<Standing>

        /// Whether somebody may; the server itself is not asked.
        public func allows(_ role: NetworkRole, _ standing: Standing) -> Bool {
            roles.contains(role) && standings.contains(standing)
        }
    }
}

/// To whom wishes of a kind are granted. There is no default: what is left out does not build.
public struct NetworkGranted<C: NetworkWish>: Sendable {
    /// Its name on the wire.
    public let kind: String
    public let row: NetworkRights.Row
    /// The buddies whom it concerns, where it names them.
    public let about: Derived<C, PairID>

    init(
        _ kind: some RawRepresentable<String>, to roles: Set<NetworkRole>, as standings: Set<NetworkRights.Standing>,
        about: Derived<C, PairID>
    ) {
        self.kind = kind.rawValue
        row = NetworkRights.Row(roles: roles, standings: standings)
        self.about = about
    }
}
