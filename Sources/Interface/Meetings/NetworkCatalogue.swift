// Knows what the interface asks about networks.

import Meetings
import Wire

/// A network: the teachers a coordinator serves.
public struct NetworkRecord: Sendable, Equatable {
    public var id: String
    public var name: String
    /// Whom to ask about data; empty if nobody was named.
    public var contact: String
    /// What people see before they join; may be empty.
    public var notice: String
    /// Nil until somebody changes them.
    public var topics: [Topic]?

    public init(id: String, name: String, contact: String, notice: String, topics: [Topic]?) {
        (self.id, self.name, self.contact, self.notice, self.topics) = (id, name, contact, notice, topics)
    }

    /// What everybody in a room is told of it.
    var card: NetworkCard { NetworkCard(name: name, contact: contact.isEmpty ? nil : contact) }
}

public protocol NetworkCatalogue: Sendable {
    func network(_ id: String) async throws -> NetworkRecord?
    /// Nil leaves the topics as they are.
    func changeNetwork(
        _ id: String, name: String, contact: String, notice: String, topics: [Topic]?
    ) async throws
}
