// Knows how the store answers what the interface asks of a catalogue: networks, people, and what was.

import Analytics
import Exchange
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

    func erasePeople(_ ids: [PersonID], network: String, at now: Instant) async throws {
        try await store.erasePeople(ids.map(\.rawValue), network: network, now: now)
    }

    func erasePersonAside(_ id: PersonID, network: String, at now: Instant) async throws -> [String] {
        await store.erasePersonAside(id.rawValue, network: network, now: now)
    }

    func traces(of id: PersonID, network: String) async throws -> PersonTraces? {
        do {
            let traces = try await store.traces(of: id.rawValue, network: network)
            return PersonTraces(meetings: traces.meetings, parts: traces.parts, hasAccount: traces.hasAccount)
        } catch StoreError.notFound {
            return nil
        }
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

    func kits(network: String) async throws -> [String: KitHistory] {
        let meetings = try await store.kitSources(of: network).map { source in
            switch source {
            case .entries(let stored): return KitFigures(try stored.map { try Entry($0) }).kits
            case .figures(let json):
                return KitFigures.kept(try JSONDecoder().decode(ReportValue.self, from: Data(json.utf8)))
            }
        }
        return KitFigures.together(meetings)
    }

    func acquaintance(network: String) async throws -> Acquaintance {
        try await store.acquaintance(of: network)
    }

    func recollection(of person: PersonID, network: String) async throws -> Recollection {
        try await store.recollection(of: person, network: network)
    }

    func ownMeetings(of person: PersonID, network: String, only meeting: String?) async throws -> [OwnMeeting] {
        let named = meeting == nil ? Set(try await store.traces(of: person.rawValue, network: network).meetings) : []
        let wanted = try await meetings(network: network).filter { one in
            meeting.map { one.id == $0 } ?? named.contains(one.id)
        }
        var found: [OwnMeeting] = []
        for one in wanted { found.append(OwnMeeting(one, of: person, log: try await store.caused(in: one.id))) }
        return found
    }

    func ownEntries(of person: PersonID, network: String) async throws -> [NetworkEntry] {
        try await store.ownEntries(of: person, network: network)
    }

    func standing(of person: PersonID, network: String) async throws -> Standing {
        try await store.standing(of: person, network: network)
    }

    func standings(network: String) async throws -> [PersonID: Standing] {
        try await store.standings(network: network)
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
