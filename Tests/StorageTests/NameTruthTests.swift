// Knows that the words of a person are found when they are not what was stored.

import Foundation
import Testing

@testable import Storage

@Suite struct NameTruthTests {
    let directory = TestDirectory()

    private static let tamperings = [
        "UPDATE person_words SET name = 'Amn'", "UPDATE person_words SET school = 'Ysgol Aran'",
        "UPDATE person_words SET school = NULL", "UPDATE person_words SET words_hash = zeroblob(32)",
        "UPDATE person_words SET words_hash = zeroblob(0)", "UPDATE person SET erased = 5",
        "UPDATE person_words SET person = 'another'", "DELETE FROM person_words",
    ]

    @Test(arguments: tamperings) func aChangedNameIsFound(_ sql: String) async throws {
        let store = try directory.open()
        let network = try await store.makeNetwork().id
        let ann = try await store.createPerson(network: network, name: "Ann", school: "Ysgol Bran", now: 1).id
        #expect(try Examination.of(directory: directory.url).isGood)
        try await store.updatePerson(ann, network: network, name: "Ann Bowen")
        #expect(try await store.person(ann, network: network)?.school == "Ysgol Bran")
        #expect(try Examination.of(directory: directory.url).isGood)
        try await store.updatePerson(ann, network: network, school: "")
        #expect(try await store.person(ann, network: network)?.school == nil)
        #expect(try await store.person(ann, network: network)?.name == "Ann Bowen")
        try await store.updatePerson(ann, network: network, school: "Ysgol Arall")
        #expect(try Examination.of(directory: directory.url).isGood)
        try await store.close()
        try directory.tamper(sql)
        let examination = try Examination.of(directory: directory.url)
        // Of one who is another now there are two: words without a person, and a person without words.
        let count = sql.contains("another") ? 2 : 1
        #expect(examination.complaints.count == count && examination.damages == [])
        #expect(examination.complaints.allSatisfy { $0.hasPrefix("name and school of person") })
        #expect(examination.complaints.allSatisfy { !$0.contains("Ann") && !$0.contains("Ysgol") }, "says no name")
    }

    @Test func anErasedPersonIsNoFinding() async throws {
        let store = try directory.open()
        let network = try await store.makeNetwork().id
        let ann = try await store.createPerson(network: network, name: "Ann", now: 1).id
        let ben = try await store.createPerson(network: network, name: "Ben", now: 1).id
        try await store.erasePerson(ann, network: network, now: 2)
        #expect(try Examination.of(directory: directory.url).isGood)
        #expect(try await store.people(network: network).map(\.id) == [ben])
    }
}
