// Knows how a person is erased everywhere while rooms and networks are live: first what is stored goes, then the rooms
// store that it did, then what is in memory is read again.

import Hosting
import Meetings

/// What is kept of a person, in numbers and identifiers.
public struct PersonTraces: Sendable, Equatable {
    /// The meetings in whose logs they are named.
    public var meetings: [String]
    /// Texts and names that are theirs.
    public var parts: Int
    /// Whether they log in.
    public var hasAccount: Bool

    public init(meetings: [String], parts: Int, hasAccount: Bool) {
        (self.meetings, self.parts, self.hasAccount) = (meetings, parts, hasAccount)
    }
}

/// What an erasure did, in numbers.
public struct Erased: Sendable, Equatable, Codable {
    public var meetings: Int
    public var parts: Int
    /// Copies of before in the data folder which could not be opened, and may still hold what was erased.
    public var copies: [String]

    public init(meetings: Int, parts: Int, copies: [String]) {
        (self.meetings, self.parts, self.copies) = (meetings, parts, copies)
    }
}

/// Erases people.
public struct Eraser: Sendable {
    let people: any PeopleCatalogue
    let reception: Reception
    let networks: NetworkHosts
    let now: @Sendable () -> Instant

    public init(
        people: any PeopleCatalogue, reception: Reception, networks: NetworkHosts,
        now: @escaping @Sendable () -> Instant
    ) {
        (self.people, self.reception, self.networks, self.now) = (people, reception, networks, now)
    }

    /// Erases a person of a network; nil if there is none. Doing it again finishes what was left undone.
    ///
    /// - Throws: what kept it from being finished; whatever could be done was done.
    public func erase(_ person: PersonID, network: String) async throws -> Erased? {
        guard let found = try await people.traces(of: person, network: network) else { return nil }
        var failures: [any Error] = []
        // First, because only what is still there says which other words hold their name.
        try await people.erasePerson(person, network: network, at: now())
        let host = await networks.host(of: network)
        do {
            _ = try await host.submit(RemoveMember(person: person).command, by: .system)
        } catch Rejection.alreadySo {
        } catch {
            failures.append(error)
        }
        // Whoever is connected is put out by this, and nothing can be done for them any more.
        for meeting in found.meetings {
            do { try await reception.erase(person, from: meeting) } catch { failures.append(error) }
        }
        // What they had sent until then has gone with that, and is overwritten now.
        try await people.erasePerson(person, network: network, at: now())
        let copies = try await people.erasePersonAside(person, network: network, at: now())
        await host.reread()
        for meeting in found.meetings {
            do { try await reception.reread(meeting) } catch { failures.append(error) }
        }
        if let failure = failures.first { throw failure }
        return Erased(meetings: found.meetings.count, parts: found.parts, copies: copies)
    }
}
