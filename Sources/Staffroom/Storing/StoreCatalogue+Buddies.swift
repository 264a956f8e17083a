// Knows how the store answers what the interface asks about personal links to buddies and their devices.

import Interface
import Meetings
import Storage

extension StoreCatalogue: BuddyCatalogue {
    func person(buddyLink token: String) async throws -> PersonRecord? {
        try await store.person(buddyLink: token).map(PersonRecord.init)
    }

    func buddyLink(of person: PersonID, network: String, at now: Instant) async throws -> String? {
        try await Self.found { try await store.buddyLink(of: person.rawValue, network: network, now: now) }
    }

    func renewBuddyLink(
        of person: PersonID, network: String, forgetsDevices: Bool, at now: Instant
    ) async throws -> String? {
        try await Self.found {
            try await store.renewBuddyLink(
                of: person.rawValue, network: network, forgetsDevices: forgetsDevices, now: now)
        }
    }

    func addBuddyDevice(
        person: PersonID, network: String, at now: Instant
    ) async throws -> (secret: String, device: DeviceRecord) {
        let (token, row) = try await store.addBuddyDevice(person: person.rawValue, network: network, now: now)
        return (token, DeviceRecord(row))
    }

    func buddyDevice(_ secret: String) async throws -> DeviceRecord? {
        try await store.buddyDevice(secret).map(DeviceRecord.init)
    }

    func buddyDevice(
        ticket: String, person: PersonID, network: String, at now: Instant
    ) async throws -> DeviceRecord? {
        try await store.buddyDevice(ticket: ticket, person: person.rawValue, network: network, now: now)
            .map(DeviceRecord.init)
    }

    func waitingBuddyDevices(person: PersonID, network: String) async throws -> [DeviceRecord] {
        try await store.waitingBuddyDevices(person: person.rawValue, network: network).map(DeviceRecord.init)
    }

    func settleBuddyDevice(
        _ id: String, person: PersonID, network: String, isOwn: Bool, at now: Instant
    ) async throws -> Bool {
        let settled: Void? = try await Self.found {
            try await store.settleBuddyDevice(id, person: person.rawValue, network: network, isOwn: isOwn, now: now)
        }
        return settled != nil
    }

    func forgetBuddyDevice(_ secret: String) async throws { try await store.forgetBuddyDevice(secret) }

    private static func found<Answer>(_ look: () async throws -> Answer) async throws -> Answer? {
        do {
            return try await look()
        } catch StoreError.notFound {
            return nil
        }
    }
}

extension DeviceRecord {
    fileprivate init(_ row: BuddyDeviceRow) {
        self.init(
            id: row.id, network: row.network, person: PersonID(rawValue: row.person), created: row.created,
            isConfirmed: row.isConfirmed)
    }
}
