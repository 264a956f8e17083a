import Foundation
import Testing

@testable import Storage

@Suite struct LinkTests {
    let directory = TestDirectory()

    @Test("given a crowd at the door, then each has a link of their own, and they are stored together")
    func aCrowd() async throws {
        let store = try directory.open()
        let network = try await store.makeNetwork().id
        let meeting = try await store.createMeeting(network: network, title: "Maths", zone: "UTC", now: 1).id
        var people: [String] = []
        for number in 0..<40 {
            people.append(try await store.createPerson(network: network, name: "P\(number)", now: 1).id)
        }
        let before = await store.checkpoints.commits
        let tokens = await withTaskGroup(of: (String, String?).self) { group in
            for person in people + ["nobody"] {
                group.addTask {
                    let token = try? await store.linkToken(
                        network: network, meeting: meeting, kind: .personal, person: person)
                    return (person, token)
                }
            }
            return await group.reduce(into: [String: String]()) { $0[$1.0] = $1.1 }
        }
        #expect(tokens.count == people.count && tokens["nobody"] == nil)
        #expect(await store.checkpoints.commits - before < people.count)
        for person in people {
            let known = try await store.currentLink(
                network: network, meeting: meeting, kind: .personal, person: person)
            #expect(known == tokens[person])
        }
    }

    @Test func aLinkIsShownAgainAndNotStored() async throws {
        let store = try directory.open()
        let network = try await store.makeNetwork().id
        let meeting = try await store.createMeeting(network: network, title: "Maths", zone: "UTC", now: 1).id
        let ann = try await store.createPerson(network: network, name: "Ann", now: 1).id
        let table: [(LinkKind, String?)] = [(.room, nil), (.guest, nil), (.wall, nil), (.personal, ann)]
        var tokens: [String] = []
        for (kind, person) in table {
            #expect(try await store.currentLink(network: network, meeting: meeting, kind: kind, person: person) == nil)
            let token = try await store.makeLink(network: network, meeting: meeting, kind: kind, person: person)
            tokens.append(token)
            #expect(token.count == 26)
            #expect(try await store.makeLink(network: network, meeting: meeting, kind: kind, person: person) == token)
            #expect(
                try await store.currentLink(network: network, meeting: meeting, kind: kind, person: person) == token)
            let info = LinkInfo(network: network, meeting: meeting, kind: kind, person: person, generation: 1)
            #expect(try await store.link(token) == info)
            #expect(try directory.files(containing: token) == [])
        }
        #expect(Set(tokens).count == 4)
        for wrong in ["", "x", String(repeating: "0", count: 26), tokens[0] + "0"] {
            #expect(try await store.link(wrong) == nil)
        }
        for (kind, person) in [(LinkKind.personal, nil), (.room, ann), (.personal, "none")] as [(LinkKind, String?)] {
            await #expect(throws: StoreError.notFound) {
                try await store.makeLink(network: network, meeting: meeting, kind: kind, person: person)
            }
        }
        // The key is in its file: the same tokens after the next start.
        try await store.close()
        let again = try directory.open()
        #expect(try await again.makeLink(network: network, meeting: meeting, kind: .room) == tokens[0])
        #expect(try await again.link(tokens[3])?.person == ann)
    }

    @Test func aLinkEndsWhenItIsRotatedRevokedOrArchived() async throws {
        let store = try directory.open()
        let network = try await store.makeNetwork().id
        let meeting = try await store.createMeeting(network: network, title: "Maths", zone: "UTC", now: 1).id
        await #expect(throws: StoreError.notFound) {
            try await store.rotateLink(network: network, meeting: meeting, kind: .room, now: 1)
        }
        let first = try await store.makeLink(network: network, meeting: meeting, kind: .room)
        let wall = try await store.makeLink(network: network, meeting: meeting, kind: .wall)
        let second = try await store.rotateLink(network: network, meeting: meeting, kind: .room, now: 2)
        #expect(try await store.link(first) == nil)
        #expect(try await store.link(second)?.generation == 2)
        try await store.revokeLink(network: network, meeting: meeting, kind: .room, now: 3)
        #expect(try await store.link(second) == nil)
        #expect(try await store.currentLink(network: network, meeting: meeting, kind: .room) == nil)
        let third = try await store.makeLink(network: network, meeting: meeting, kind: .room)
        #expect(try await store.link(third)?.generation == 3)
        #expect(Set([first, second, third]).count == 3)
        #expect(try await store.link(wall)?.kind == .wall)
        try await store.archiveMeeting(meeting, network: network, now: 4)
        #expect(try await store.link(third) == nil)
        #expect(try await store.link(wall) == nil)
    }

    @Test func anotherKeyGivesOtherLinks() async throws {
        let store = try directory.open()
        let key = await store.linkKey
        try await store.close()
        #expect(try Data(contentsOf: directory.url.appendingPathComponent("secret.key")) == Data(key))
        #expect(key.count == 32)
        let other = TestDirectory()
        #expect(await (try other.open()).linkKey != key)
        try Data("short".utf8).write(to: directory.url.appendingPathComponent("secret.key"))
        #expect(throws: StoreError.sideFile(.keyDamaged, path: directory.url.path)) {
            try directory.open()
        }
    }
}
