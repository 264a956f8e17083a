// Knows how what the log gives back becomes an entry of a room or a network.

import Log
import Meetings

extension Entry {
    /// What the store has, as the room understands it.
    ///
    /// - Throws: `Sealing.Unreadable`.
    public init(_ stored: LogEntry) throws {
        self.init(sequence: stored.sequence, at: stored.at, event: try Sealing.unseal(stored.sealed))
    }
}

extension NetworkEntry {
    /// What the store has, as the network understands it.
    ///
    /// - Throws: `Sealing.Unreadable`.
    public init(_ stored: LogEntry) throws {
        self.init(sequence: stored.sequence, at: stored.at, event: try Sealing.unsealNetwork(stored.sealed))
    }
}
