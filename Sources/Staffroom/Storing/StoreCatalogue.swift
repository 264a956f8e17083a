// Knows how the store answers what the interface asks of a catalogue: networks, people, and what was.

import Analytics
import Foundation
import Hosting
import Interface
import Meetings
import Storage
import Wire

/// The store as the interface sees it.
struct StoreCatalogue: Sendable {
    let store: Store
}

extension StoreCatalogue: NetworkCatalogue {
    func network(_ id: String) async throws -> NetworkRecord? {
        try await store.network(id).map { row in
            NetworkRecord(
                id: row.id, name: row.name, contact: row.contact, notice: row.notice,
                topics: try? JSONDecoder().decode([Topic].self, from: Data(row.topics.utf8)))
        }
    }

    func changeNetwork(_ id: String, name: String, contact: String, notice: String, topics: [Topic]?) async throws {
        try await store.updateNetwork(
            id, name: name, contact: contact, notice: notice,
            topics: topics.map { String(decoding: ServerMessage.encode($0), as: UTF8.self) })
    }
}

extension StoreCatalogue: PeopleCatalogue {
    func person(_ id: PersonID, network: String) async throws -> PersonRecord? {
        try await store.person(id.rawValue, network: network).map(PersonRecord.init)
    }

    func people(network: String) async throws -> [PersonRecord] {
        try await store.people(network: network).map(PersonRecord.init)
    }

    func addPerson(
        network: String, name: String, school: String?, tier: Tier, at now: Instant
    ) async throws -> PersonRecord {
        PersonRecord(
            try await store.createPerson(
                network: network, name: name, school: school, tier: tier.stored, now: now))
    }

    func changePerson(_ id: PersonID, network: String, name: String?, school: String?, tier: Tier?) async throws {
        try await store.updatePerson(
            id.rawValue, network: network, name: name, school: school, tier: tier.map(\.stored))
    }

    func erasePerson(_ id: PersonID, network: String, at now: Instant) async throws {
        try await store.erasePerson(id.rawValue, network: network, now: now)
    }

    func person(ticket: String, network: String) async throws -> PersonRecord? {
        try await store.person(ticket: ticket, network: network).map(PersonRecord.init)
    }

    func issueTicket(person: PersonID, network: String, at now: Instant) async throws -> String {
        try await store.issueTicket(person: person.rawValue, network: network, now: now)
    }

    func revokeTicket(_ ticket: String, at now: Instant) async throws {
        try await store.revokeTicket(ticket, now: now)
    }
}

extension StoreCatalogue: PastCatalogue {
    func report(of meeting: MeetingRecord) async throws -> ReportValue {
        guard let row = try await store.meeting(meeting.id, network: meeting.network) else {
            throw StoreError.notFound
        }
        return try await MeetingReports(store: store).report(of: row).anonymous
    }

    func acquaintance(network: String) async throws -> Acquaintance {
        try await store.acquaintance(of: network)
    }
}

extension PersonRecord {
    init(_ row: PersonRow) {
        self.init(
            id: PersonID(rawValue: row.id), network: row.network, name: row.name, school: row.school,
            tier: Tier(stored: row.tier), isErased: row.erased != nil)
    }
}

extension Tier {
    /// The tier as the store numbers it.
    fileprivate var stored: Int { Tier.allCases.firstIndex(of: self) ?? 1 }

    fileprivate init(stored number: Int) {
        self = Tier.allCases.indices.contains(number) ? Tier.allCases[number] : .pseudonymous
    }
}
