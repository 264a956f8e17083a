// Knows what hosting needs of a store for what lives between meetings, and nothing of how it is kept.

import Meetings
import Wire

/// A network as the store has it.
public struct LoadedNetwork: Sendable {
    public var entries: [NetworkEntry]
    public var commands: [(stamp: CommandStamp, sequence: Int64)]

    /// All that a host starts from.
    public init(entries: [NetworkEntry], commands: [(stamp: CommandStamp, sequence: Int64)]) {
        (self.entries, self.commands) = (entries, commands)
    }
}

/// The log of networks as hosting needs it: each is a stream with the network's identifier.
public protocol NetworkLog: Sendable {
    func load(network: String) async throws -> LoadedNetwork
    /// Stores all that is given in one transaction, durable when this returns; one outcome for each, in order.
    func append(_ batch: [Submission]) async -> [AppendOutcome]
}
