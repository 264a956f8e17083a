import Foundation
import Testing

@testable import Storage

@Suite struct BuddyLinkTests {
    let directory = TestDirectory()

    private func someone(_ store: Store) async throws -> (network: String, person: String) {
        let network = try await store.makeNetwork()
        return (network.id, try await store.createPerson(network: network.id, name: "Siân", now: 1).id)
    }

    @Test func aLinkIsShownAgainAndKeptAsAHash() async throws {
        let store = try directory.open()
        let (network, person) = try await someone(store)
        let token = try await store.buddyLink(of: person, network: network, now: 2)
        #expect(try await store.buddyLink(of: person, network: network, now: 3) == token)
        #expect(try await store.person(buddyLink: token)?.id == person)
        #expect(try await store.person(buddyLink: "nonsense") == nil)
        try await store.close()
        #expect(try directory.files(containing: token) == [])
    }

    @Test func aNewLinkEndsTheOldOne() async throws {
        let store = try directory.open()
        let (network, person) = try await someone(store)
        let old = try await store.buddyLink(of: person, network: network, now: 2)
        let new = try await store.renewBuddyLink(of: person, network: network, forgetsDevices: false, now: 3)
        #expect(old != new)
        #expect(try await store.person(buddyLink: old) == nil)
        #expect(try await store.person(buddyLink: new)?.id == person)
        #expect(try await store.buddyLink(of: person, network: network, now: 4) == new)
        let elsewhere = try await store.makeNetwork("South")
        await #expect(throws: StoreError.notFound) {
            try await store.buddyLink(of: person, network: elsewhere.id, now: 5)
        }
    }

    @Test func theFirstDeviceIsTrustedAndOthersWait() async throws {
        let store = try directory.open()
        let (network, person) = try await someone(store)
        let ticket = try await store.issueTicket(person: person, network: network, now: 2)
        let first = try #require(
            try await store.buddyDevice(ticket: ticket, person: person, network: network, now: 3))
        #expect(first.isConfirmed)
        #expect(
            try await store.buddyDevice(ticket: ticket, person: person, network: network, now: 4)?.id == first.id)
        let (token, second) = try await store.addBuddyDevice(person: person, network: network, now: 5)
        #expect(!second.isConfirmed)
        #expect(try await store.waitingBuddyDevices(person: person, network: network) == [second])
        let other = try await store.createPerson(network: network, name: "Amir", now: 6)
        await #expect(throws: StoreError.notFound) {
            try await store.settleBuddyDevice(second.id, person: other.id, network: network, isOwn: true, now: 7)
        }
        try await store.settleBuddyDevice(second.id, person: person, network: network, isOwn: true, now: 8)
        #expect(try await store.buddyDevice(token)?.isConfirmed == true)
        let (refused, third) = try await store.addBuddyDevice(person: person, network: network, now: 9)
        try await store.settleBuddyDevice(third.id, person: person, network: network, isOwn: false, now: 10)
        #expect(try await store.buddyDevice(refused) == nil)
        await #expect(throws: StoreError.notFound) {
            try await store.settleBuddyDevice(third.id, person: person, network: network, isOwn: true, now: 11)
        }
        // The device that was lost is trusted no more, and the next one is.
        _ = try await store.renewBuddyLink(of: person, network: network, forgetsDevices: true, now: 12)
        #expect(try await store.addBuddyDevice(person: person, network: network, now: 13).device.isConfirmed)
        #expect(
            try await store.buddyDevice(ticket: ticket, person: person, network: network, now: 14)?.isConfirmed == false
        )
    }

    @Test func whoOpensALinkAgainAndAgainFillNothing() async throws {
        let store = try directory.open()
        let (network, person) = try await someone(store)
        let own = try await store.addBuddyDevice(person: person, network: network, now: 1)
        for number in 0..<(StorageLimits.buddyDevicesWaiting + 5) {
            _ = try await store.addBuddyDevice(person: person, network: network, now: Int64(number + 2))
        }
        let waiting = try await store.waitingBuddyDevices(person: person, network: network)
        #expect(waiting.count == StorageLimits.buddyDevicesWaiting)
        #expect(waiting.first?.created == Int64(StorageLimits.buddyDevicesWaiting + 6))
        #expect(try await store.buddyDevice(own.token)?.isConfirmed == true)
    }

    @Test func erasingAPersonEndsTheirLinkAndDevices() async throws {
        let store = try directory.open()
        let (network, person) = try await someone(store)
        let link = try await store.buddyLink(of: person, network: network, now: 2)
        let device = try await store.addBuddyDevice(person: person, network: network, now: 3)
        try await store.erasePerson(person, network: network, now: 4)
        #expect(try await store.person(buddyLink: link) == nil)
        #expect(try await store.buddyDevice(device.token) == nil)
        await #expect(throws: StoreError.notFound) {
            try await store.buddyLink(of: person, network: network, now: 5)
        }
    }

    @Test func withAnotherKeyOldAndNewLinksWork() async throws {
        let store = try directory.open()
        let (network, person) = try await someone(store)
        let old = try await store.buddyLink(of: person, network: network, now: 2)
        try await store.close()
        try FileManager.default.removeItem(atPath: directory.path(DataDirectory.keyName))
        _ = try await Rekeying.run(directory.url)
        let again = try directory.open()
        let new = try await again.buddyLink(of: person, network: network, now: 3)
        #expect(new != old)
        #expect(try await again.person(buddyLink: old)?.id == person)
        #expect(try await again.person(buddyLink: new)?.id == person)
    }
}
