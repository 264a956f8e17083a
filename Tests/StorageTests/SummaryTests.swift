import Foundation
import GRDB
import Log
import Meetings
import Testing

@testable import Storage

/// What is kept of meetings beside their logs: as long as it is so, and not longer than the log.
@Suite struct SummaryTests {
    let directory = TestDirectory()

    /// A meeting that has ended, and what was made of its three entries.
    private func meeting(_ store: Store) async throws -> (id: String, network: String, kept: Store.Summary) {
        let network = try await store.makeNetwork()
        let row = try await store.createMeeting(
            network: network.id, title: "Term", plannedStart: nil, zone: "Etc/UTC", now: 1)
        try await store.add([event(kind: "messagePosted", at: 100), event(kind: "cardWritten", at: 100)], to: row.id)
        let ending = Submission(
            stream: row.id, expectedSequence: 2, entries: [event(kind: "meetingEnded", at: 200)],
            catalogue: CatalogueChange(phase: .ended))
        _ = try await store.append([ending])[0].get()
        let kept = Store.Summary(sequence: 3, definitions: "1", json: #"{"people":"kept-canary"}"#)
        try await store.keep(kept, of: row.id)
        return (row.id, network.id, kept)
    }

    @Test("it is found while the log and the definitions are those it was made of")
    func found() async throws {
        let store = try directory.open()
        let (id, _, kept) = try await meeting(store)
        #expect(try await store.summary(of: id, definitions: "1") == kept)
        #expect(try await store.summary(of: id, definitions: "2") == nil)
        try await store.add([event(kind: "meetingReopened", at: 300)], to: id)
        #expect(try await store.summary(of: id, definitions: "1") == nil)
        // What was made of less than there is now is not kept.
        try await store.keep(kept, of: id)
        #expect(try await store.summary(of: id, definitions: "1") == nil)
    }

    @Test("it goes with the log")
    func retired() async throws {
        let store = try directory.open()
        let (id, network, _) = try await meeting(store)
        try await store.retire(id, network: network, figures: "{}", now: 1_000)
        #expect(try directory.files(containing: "kept-canary") == [])
    }

    @Test("it goes when somebody is erased")
    func erased() async throws {
        let store = try directory.open()
        let (id, network, _) = try await meeting(store)
        let person = try await store.createPerson(network: network, name: "Ann", now: 1)
        try await store.erasePerson(person.id, network: network, now: 500)
        #expect(try await store.summary(of: id, definitions: "1") == nil)
    }

    @Test("it goes when something in its log is taken back, and those of other meetings stay")
    func takenBack() async throws {
        let store = try directory.open()
        let (id, _, _) = try await meeting(store)
        let (other, _, _) = try await meeting(store)
        let back = Submission(
            stream: id, expectedSequence: 3, entries: [event(kind: "responseWithdrawn", at: 300)],
            erasures: [.object("a1")])
        _ = try await store.append([back])[0].get()
        #expect(try await store.summaryRows() == ["summary/\(other)"])
    }
}

extension Store {
    fileprivate func summaryRows() throws -> [String] {
        try read { try String.fetchAll($0, sql: "SELECT key FROM meta WHERE key GLOB 'summary/*'") }
    }
}
