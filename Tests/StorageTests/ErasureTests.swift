import Foundation
import Log
import Testing

@testable import Storage

@Suite struct ErasureTests {
    let directory = TestDirectory()

    /// Rows of many sizes in many streams make SQLite split and merge pages, and that is what leaves words behind: this
    /// fails if the tables are not rewritten.
    @Test func erasedWordsAreInNoFile() async throws {
        let store = try directory.open()
        let network = try await store.makeNetwork()
        var people: [PersonRow] = []
        for number in 0..<30 {
            people.append(
                try await store.createPerson(
                    network: network.id, name: "name-\(number)-secret", school: "school-\(number)-secret", now: 1))
        }
        var last: [String: Int64] = [:]
        for round in 0..<15 {
            let batch = (0..<200).map { index in
                let number = (index * 7 + round) % 30
                let stream = "room/\((index * 13 + round * 5) % 23)"
                let text = String(
                    repeating: "word-\(number)-secret ", count: [1, 1, 1, 3, 10, 60][(index + round) % 6])
                let row = personal(text, person: people[number].id, object: "object-\(number % 4)")
                defer { last[stream, default: 0] += 1 }
                return Submission(
                    stream: stream, expectedSequence: last[stream, default: 0], entries: [event(personal: row)],
                    erasures: index % 50 == 0 ? [.object("object-\(round % 4)")] : [])
            }
            for result in await store.append(batch) { _ = try result.get() }
            for (number, person) in people.enumerated() where number % 3 == 0 {
                let name = "name-\(number)-secret" + String(repeating: "x", count: round * 3)
                try await store.updatePerson(person.id, network: network.id, name: name)
            }
        }
        #expect(try !directory.files(containing: "word-7-secret").isEmpty)
        for (number, person) in people.enumerated() where number != 8 {
            try await store.erasePerson(person.id, network: network.id, now: 5)
            for kind in ["word", "name", "school"] {
                #expect(try directory.files(containing: "\(kind)-\(number)-secret") == [], "\(kind) of \(number)")
            }
        }
        #expect(try !directory.files(containing: "word-8-secret").isEmpty)
        #expect(try await store.verify().isEmpty)
    }

    @Test func erasingAPersonLeavesATombstoneAndNothingElse() async throws {
        let store = try directory.open()
        let network = try await store.makeNetwork()
        let other = try await store.makeNetwork("South")
        let ann = try await store.createPerson(network: network.id, name: "Ann", now: 1)
        let bob = try await store.createPerson(network: network.id, name: "Bob", now: 1)
        let meeting = try await store.createMeeting(network: network.id, title: "Maths", zone: "Europe/London", now: 1)
        let ticket = try await store.issueTicket(person: ann.id, network: network.id, now: 1)
        let link = try await store.makeLink(
            network: network.id, meeting: meeting.id, kind: .personal, person: ann.id)
        for stream in ["room/a", "room/b"] {
            try await store.add(
                [
                    event(personal: personal("of Ann", person: ann.id)),
                    event(personal: personal("of Bob", person: bob.id)),
                ], to: stream)
        }
        await #expect(throws: StoreError.notFound) {
            try await store.erasePerson(ann.id, network: other.id, now: 9)
        }
        #expect(try await store.erasePerson(ann.id, network: network.id, now: 9) == 2)
        #expect(try await store.erasePerson(ann.id, network: network.id, now: 10) == 0)
        let tombstone = try #require(try await store.person(ann.id, network: network.id))
        #expect(tombstone.name == "" && tombstone.school == nil && tombstone.erased == 9)
        #expect(try await store.people(network: network.id).map(\.name) == ["Bob"])
        #expect(try await store.person(ticket: ticket, network: network.id) == nil)
        #expect(try await store.link(link) == nil)
        await #expect(throws: StoreError.notFound) {
            try await store.issueTicket(person: ann.id, network: network.id, now: 11)
        }
        await #expect(throws: StoreError.notFound) {
            try await store.updatePerson(ann.id, network: network.id, name: "Ann again")
        }
        for stream in ["room/a", "room/b"] {
            let entries = try await store.entries(stream, after: 0, limit: 10)
            #expect(entries.map { $0.personal == nil } == [true, false])
        }
        #expect(try await store.verify().isEmpty)
    }

    @Test func whatASubmissionErasesIsRewrittenLater() async throws {
        let store = try directory.open()
        try await store.add([event(personal: personal("canary", object: "m1"))])
        let erasing = Submission(
            stream: "room/a", expectedSequence: 1, entries: [event()], erasures: [.object("m1")])
        #expect(await store.append([erasing]) == [.success(2)])
        #expect(await store.checkpoints.isErasureDue)
        try await store.rewriteWords()
        #expect(await !store.checkpoints.isErasureDue)
        #expect(try directory.files(containing: "canary") == [])
        #expect(try await store.verify().isEmpty)
    }

    @Test func agedWordsGo() async throws {
        let store = try directory.open()
        for at in [100, 200, 300] as [Int64] {
            try await store.add([event(at: at, personal: personal("canary-\(at)"))])
        }
        let copy = directory.path("staffroom.db.before-schema-1")
        try Data().write(to: URL(fileURLWithPath: copy))
        #expect(try await store.deletePersonal(olderThan: 200) == 1)
        #expect(try directory.files(containing: "canary-100") == [])
        #expect(try !directory.files(containing: "canary-200").isEmpty)
        #expect(FileManager.default.fileExists(atPath: copy), "the copy is younger than that")
        #expect(try await store.deletePersonal(olderThan: .max) == 2)
        #expect(!FileManager.default.fileExists(atPath: copy))
        #expect(try await store.entries("room/a", after: 0, limit: 9).allSatisfy { $0.personal == nil })
        #expect(try await store.verify().isEmpty)
    }
}
