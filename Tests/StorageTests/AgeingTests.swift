import Foundation
import Log
import Meetings
import Testing

@testable import Storage

/// What goes by age, and what is left of it.
@Suite struct AgeingTests {
    let directory = TestDirectory()

    private func fact(_ kind: String, at: Int64, _ text: String? = nil) -> SealedEntry {
        event(kind: kind, at: at, personal: text.map { personal($0, person: "p1") })
    }

    /// A meeting with a message at 100 that ended at 200, if it did.
    private func meeting(
        _ store: Store, _ network: String, _ text: String, ended: Int64? = 200, plannedStart: Int64? = nil
    ) async throws -> String {
        let row = try await store.createMeeting(
            network: network, title: text, plannedStart: plannedStart, zone: "Etc/UTC", now: 1)
        try await store.add([fact("messagePosted", at: 100, text), fact("cardWritten", at: 100, "kept")], to: row.id)
        guard let ended else { return row.id }
        let ending = Submission(
            stream: row.id, expectedSequence: 2, entries: [fact("meetingEnded", at: ended)],
            catalogue: CatalogueChange(phase: .ended))
        _ = try await store.append([ending])[0].get()
        return row.id
    }

    private func texts(_ store: Store, _ stream: String) async throws -> Int {
        try await store.entries(stream, after: 0, limit: 9).filter { !$0.parts.isEmpty }.count
    }

    @Test("texts of a kind go with the end of their meeting, and of a network with their own age")
    func kinds() async throws {
        let store = try directory.open()
        let network = try await store.makeNetwork()
        let old = try await meeting(store, network.id, "canary-old")
        let new = try await meeting(store, network.id, "of-new", ended: 900)
        let left = try await meeting(store, network.id, "canary-left", ended: nil)
        let coming = try await meeting(store, network.id, "of-coming", ended: nil, plannedStart: 2_000)
        try await store.add(
            [fact("messagePosted", at: 100, "canary-network"), fact("messagePosted", at: 600, "young")], to: network.id)
        // Something that is stored long after the end does not make the meeting younger.
        try await store.add([fact("personErased", at: 800)], to: old)
        let aged = try await store.age(kinds: ["messagePosted"], before: 500)
        #expect(aged.parts == 3 && aged.streams == [old, left, network.id].sorted())
        for (stream, count) in [(old, 1), (new, 2), (left, 1), (coming, 2), (network.id, 1)] {
            #expect(try await texts(store, stream) == count)
        }
        #expect(try directory.files(containing: "canary-network") == [])
        #expect(try await store.verify().isEmpty)
        #expect(try await store.age(kinds: ["messagePosted"], before: 500) == Store.Aged())
        #expect(try await store.age(kinds: [], before: .max) == Store.Aged())
    }

    @Test("a whole log leaves its last hash and the figures; the next start and verify miss nothing")
    func retiring() async throws {
        var store = try directory.open()
        let network = try await store.makeNetwork()
        let gone = try await meeting(store, network.id, "canary")
        let stays = try await meeting(store, network.id, "stays", ended: 900)
        let head = try #require(try await store.heads().first { $0.stream == gone })
        #expect(try await store.meetingsToRetire(before: 500).map(\.id) == [gone])
        try await store.retire(gone, network: network.id, figures: #"{"chat":1}"#, now: 1_000)
        let left = try #require(try await store.retired(gone))
        #expect(left.sequence == 3 && left.figures == #"{"chat":1}"# && left.at == 1_000)
        #expect(left.hash == head.hash.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined())
        #expect(try directory.files(containing: "canary") == [])
        #expect(try await store.entries(gone, after: 0, limit: 9).isEmpty)
        await #expect(throws: StoreError.notFound) { try await store.reopenMeeting(gone, network: network.id) }
        await #expect(throws: StoreError.notFound) {
            try await store.retire(gone, network: network.id, figures: "{}", now: 2_000)
        }
        #expect(try await store.meetingsToRetire(before: 500).isEmpty)
        try await store.close()
        #expect(try Examination.of(directory: directory.url).isGood)
        store = try directory.open()
        #expect(try await store.retired(gone) == left)
        #expect(try await store.retired(stays) == nil)
        #expect(try await texts(store, stays) == 2)
    }
}
