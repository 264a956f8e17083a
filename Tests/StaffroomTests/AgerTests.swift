// What goes by age goes once, whoever looks at the same time.

import Foundation
import Log
import Meetings
import Storage
import Testing

@testable import Staffroom

@Suite struct AgerTests {
    @Test("two that look at once both say that all is done: the server's own look and a command beside it")
    func atOnce() async throws {
        let directory = FileManager.default.temporaryDirectory.appendingPathComponent("ager-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: directory) }
        let store = try Store.open(directory: directory)
        let network = try await store.createNetwork(name: "North", contact: "a@example.org", notice: "", now: 1)
        for number in 1...8 {
            let meeting = try await store.createMeeting(
                network: network.id, title: "\(number)", plannedStart: nil, zone: "Etc/UTC", now: 1)
            let end = SealedEvent(kind: "meetingEnded", version: 1, body: Array("{}".utf8), parts: [])
            let submission = Submission(
                stream: meeting.id, expectedSequence: 0,
                entries: [SealedEntry(at: 200, actor: nil, event: end)], catalogue: CatalogueChange(phase: .ended))
            _ = try await store.append([submission])[0].get()
        }
        let steward = Beside.alone(store, Periods())
        async let one = steward.run(.age)
        async let other = steward.run(.age)
        let logs = try await [one, other].map { outcome -> Int in
            guard case .aged(let out) = outcome else { throw Unfinished(outcome: outcome) }
            return out.logs
        }
        #expect(logs.reduce(0, +) == 8)
        #expect(try await store.meetingsToRetire(before: .max).isEmpty)
        try await store.close()
    }

    @Test("what a restore put aside goes by age too; a copy that cannot be opened is named")
    func aside() async throws {
        let directory = FileManager.default.temporaryDirectory.appendingPathComponent("ager-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: directory) }
        let store = try Store.open(directory: directory)
        let network = try await store.createNetwork(name: "North", contact: "a@example.org", notice: "", now: 1)
        let meeting = try await store.createMeeting(
            network: network.id, title: "T", plannedStart: nil, zone: "Etc/UTC", now: 1)
        let said = SealedEvent(
            kind: "messagePosted", version: 1, body: Array(#"{"message":"m1","person":"p1","words":1}"#.utf8),
            parts: [ErasablePart(person: "p1", object: "m1", json: Array(#"{"text":"canary"}"#.utf8), untilEnd: false)])
        let end = SealedEvent(kind: "meetingEnded", version: 1, body: Array("{}".utf8), parts: [])
        let submission = Submission(
            stream: meeting.id, expectedSequence: 0,
            entries: [said, end].map { SealedEntry(at: 200, actor: nil, event: $0) },
            catalogue: CatalogueChange(phase: .ended))
        _ = try await store.append([submission])[0].get()
        let backup = directory.appendingPathComponent("backup.db")
        _ = try Backup.make(of: directory, to: backup)
        let name = "before-restore-20260101T000000Z"
        _ = try await Restore.run(backup, into: directory.appendingPathComponent(name), now: 2)
        try FileManager.default.removeItem(at: backup)
        let broken = directory.appendingPathComponent("before-restore-20250101T000000Z")
        try FileManager.default.createDirectory(at: broken, withIntermediateDirectories: true)
        try Data("no database".utf8).write(to: broken.appendingPathComponent("staffroom.db"))
        let steward = Beside.alone(store, Periods())
        async let one = steward.run(.age)
        async let other = steward.run(.age)
        for outcome in await [one, other] {
            guard case .aged(let out) = outcome else { throw Unfinished(outcome: outcome) }
            #expect(out.copies == [broken.lastPathComponent])
        }
        let copy = try Store.open(directory: directory.appendingPathComponent(name))
        #expect(try await copy.retired(meeting.id) != nil)
        #expect(try await copy.verify() == [])
        try await copy.close()
        try await store.close()
        let files = try #require(FileManager.default.enumerator(at: directory, includingPropertiesForKeys: nil))
        while let file = files.nextObject() as? URL {
            guard let data = try? Data(contentsOf: file) else { continue }
            #expect(data.range(of: Data("canary".utf8)) == nil, "\(file.lastPathComponent)")
        }
    }

    private struct Unfinished: Error {
        let outcome: ErrandOutcome
    }
}
