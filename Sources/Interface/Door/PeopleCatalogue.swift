// Knows what the interface asks about the people of a network and the tickets of their devices.

import Meetings

/// A person of a network. After erasure only the identifier is left.
public struct PersonRecord: Sendable, Equatable {
    public var id: PersonID
    public var network: String
    /// Empty after erasure.
    public var name: String
    public var school: String?
    public var tier: Tier
    public var isErased: Bool

    public init(id: PersonID, network: String, name: String, school: String?, tier: Tier, isErased: Bool = false) {
        (self.id, self.network, self.name, self.school) = (id, network, name, school)
        (self.tier, self.isErased) = (tier, isErased)
    }
}

/// The people of all networks. A person of another network is one that is not there.
public protocol PeopleCatalogue: Sendable {
    func person(_ id: PersonID, network: String) async throws -> PersonRecord?
    /// Everybody who was not erased.
    func people(network: String) async throws -> [PersonRecord]
    func addPerson(
        network: String, name: String, school: String?, tier: Tier, at now: Instant
    ) async throws -> PersonRecord
    /// Nil leaves a field as it is.
    func changePerson(_ id: PersonID, network: String, name: String?, school: String?, tier: Tier?) async throws
    /// All of them at once.
    func erasePeople(_ ids: [PersonID], network: String, at now: Instant) async throws
    /// The same in copies of before; the names of those that could not be opened.
    func erasePersonAside(_ id: PersonID, network: String, at now: Instant) async throws -> [String]
    /// What is kept of a person, also after erasure; nil if there is none.
    func traces(of id: PersonID, network: String) async throws -> PersonTraces?

    /// Whose ticket this is; nil when it is unknown, of another network or revoked.
    func person(ticket: String, network: String) async throws -> PersonRecord?
    /// A new ticket of a person's device; it cannot be read again.
    func issueTicket(person: PersonID, network: String, at now: Instant) async throws -> String
    /// An unknown one is no error.
    func revokeTicket(_ ticket: String, at now: Instant) async throws
}

extension PeopleCatalogue {
    func erasePerson(_ id: PersonID, network: String, at now: Instant) async throws {
        try await erasePeople([id], network: network, at: now)
    }
}
