// Personal links and devices in memory.

@testable import Interface
@testable import Meetings

struct MemoryDevice {
    var record: DeviceRecord
    /// The person said that it is not theirs.
    var isRefused = false
}

extension MemoryCatalogue: BuddyCatalogue {
    func person(buddyLink token: String) -> PersonRecord? {
        buddyLinks.first { $0.value == token }.flatMap { people[$0.key] }
    }

    func buddyLink(of person: PersonID, network: String, at now: Instant) -> String? {
        guard self.person(person, network: network)?.isErased == false else { return nil }
        let token = buddyLinks[person] ?? fresh("link-of-\(person)-")
        buddyLinks[person] = token
        return token
    }

    func renewBuddyLink(of person: PersonID, network: String, forgetsDevices: Bool, at now: Instant) -> String? {
        guard self.person(person, network: network)?.isErased == false else { return nil }
        devices = devices.filter { _, device in
            device.record.person != person || device.record.isConfirmed && !forgetsDevices
        }
        buddyLinks[person] = fresh("link-of-\(person)-")
        return buddyLinks[person]
    }

    func addBuddyDevice(
        person: PersonID, network: String, at now: Instant
    ) -> (secret: String, device: DeviceRecord) {
        let secret = fresh("device-of-\(person)-")
        return (secret, note(secret, person, network, now))
    }

    func buddyDevice(_ secret: String) -> DeviceRecord? {
        devices[secret].flatMap { $0.isRefused ? nil : $0.record }
    }

    func buddyDevice(ticket: String, person: PersonID, network: String, at now: Instant) -> DeviceRecord? {
        guard let known = devices[ticket] else { return note(ticket, person, network, now) }
        return known.isRefused ? nil : known.record
    }

    func waitingBuddyDevices(person: PersonID, network: String) -> [DeviceRecord] {
        devices.values.filter { $0.record.person == person && !$0.record.isConfirmed && !$0.isRefused }.map(\.record)
            .sorted { $0.id > $1.id }
    }

    func settleBuddyDevice(_ id: String, person: PersonID, network: String, isOwn: Bool, at now: Instant) -> Bool {
        guard
            let secret = devices.first(where: {
                $0.value.record.id == id && $0.value.record.person == person && !$0.value.record.isConfirmed
            })?.key
        else { return false }
        devices[secret]?.record.isConfirmed = isOwn
        devices[secret]?.isRefused = !isOwn
        if !isOwn { tickets[secret] = nil }
        return true
    }

    func forgetBuddyDevice(_ secret: String) { devices[secret] = nil }

    private func note(_ secret: String, _ person: PersonID, _ network: String, _ now: Instant) -> DeviceRecord {
        let isFirst = !devices.values.contains { $0.record.person == person && $0.record.isConfirmed }
        let record = DeviceRecord(
            id: fresh("d"), network: network, person: person, created: now, isConfirmed: isFirst)
        devices[secret] = MemoryDevice(record: record)
        return record
    }
}
