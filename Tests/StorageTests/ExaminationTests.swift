import Foundation
import Log
import Testing

@testable import Storage

@Suite struct ExaminationTests {
    let directory = TestDirectory()

    private func examine() throws -> Examination { try Examination.of(directory: directory.url) }

    @Test func besideAServerAndWithoutOne() async throws {
        let store = try directory.open()
        let network = try await store.makeNetwork()
        _ = try await store.createMeeting(network: network.id, title: "Maths", zone: "UTC", now: 1)
        try await store.add(Array(repeating: event(), count: 4), to: "a")
        try await store.add([event()], to: "b")
        let expected = Contents(
            schema: Schema.newest, epoch: await store.epoch, networks: 1, meetings: 1, streams: 2, events: 5,
            highestSequence: 4)
        let running = try examine()
        #expect(running.isGood && running.contents == expected)
        try await store.close()
        let before = try Data(contentsOf: URL(fileURLWithPath: directory.databasePath))
        let stopped = try examine()
        #expect(stopped.isGood && stopped.contents == expected && stopped.marks == 2)
        #expect(try Data(contentsOf: URL(fileURLWithPath: directory.databasePath)) == before)
    }

    /// One bit of one body, by SQL behind everybody's back and in the bytes of the file.
    @Test(arguments: [true, false]) func oneFlippedBitIsFound(bySQL: Bool) async throws {
        let store = try directory.open()
        for number in 1...40 { try await store.add([event("{\"text\":\"body-\(number)-\"}")], to: "a") }
        try await store.close()
        if bySQL {
            // 'b' becomes 'c'.
            try directory.tamper(
                "UPDATE event SET body = CAST(replace(body, 'body-17-', 'cody-17-') AS BLOB) WHERE sequence = 17")
        } else {
            let url = URL(fileURLWithPath: directory.databasePath)
            var bytes = try Data(contentsOf: url)
            let place = try #require(bytes.range(of: Data("body-17-".utf8)))
            bytes[place.lowerBound] ^= 1
            try bytes.write(to: url)
        }
        let examination = try examine()
        #expect(examination.damages == [Damage(stream: "a", sequence: 17, kind: .altered)])
        #expect(examination.complaints == [])
        #expect(!examination.isGood && !examination.isOnlyLoss)
    }

    @Test func aBitOfTheWriteAheadLogIsFoundByTheMarks() async throws {
        let store = try directory.open()
        let reader = try directory.reader()
        for _ in 0..<20 { try await store.add([event()], to: "a") }
        try await store.mark()
        // What a crash leaves: the database and the log as they are now.
        let crashed = TestDirectory()
        try FileManager.default.copyItem(at: directory.url, to: crashed.url)
        try FileManager.default.removeItem(atPath: crashed.path("staffroom.db-shm"))
        try reader.close()
        try await store.close()
        let url = URL(fileURLWithPath: crashed.path("staffroom.db-wal"))
        var bytes = try Data(contentsOf: url)
        bytes[bytes.count * 9 / 10] ^= 1
        try bytes.write(to: url)
        // SQLite itself sees nothing: it takes the log to end there.
        let examination = try Examination.of(directory: crashed.url)
        #expect(examination.complaints == [])
        #expect(examination.damages == [Damage(stream: "a", sequence: 20, kind: .behindMark)])
        #expect(examination.isOnlyLoss)
        #expect(examination.contents.events < 20)
        #expect(throws: StoreError.behindMark(stream: "a", found: Int64(examination.contents.events), marked: 20)) {
            try crashed.open()
        }
    }

    @Test func anEventOfAMeetingHasToBeReadable() async throws {
        let store = try directory.open()
        let network = try await store.makeNetwork()
        let meeting = try await store.createMeeting(network: network.id, title: "Maths", zone: "UTC", now: 1).id
        let words = personal("words")
        try await store.add([event(), event("{\"odd\":1}", personal: words)], to: meeting)
        try await store.add([event("{\"odd\":1}")], to: "no meeting")
        let examination = try Examination.of(directory: directory.url) { entry in
            if entry.body == bytes("{\"odd\":1}") { #expect(entry.parts == [words.json]) }
            return entry.body == bytes("{}")
        }
        #expect(examination.damages == [Damage(stream: meeting, sequence: 2, kind: .unreadable)])
    }

    @Test func aDamagedPageIsAComplaint() async throws {
        let store = try directory.open()
        for _ in 0..<50 { try await store.add([event(String(repeating: "x", count: 500))]) }
        try await store.close()
        let handle = try FileHandle(forUpdating: URL(fileURLWithPath: directory.databasePath))
        try handle.seek(toOffset: 4_096 * 4)
        try handle.write(contentsOf: Data(repeating: 0x5a, count: 4_096 * 6))
        try handle.close()
        #expect(try !examine().complaints.isEmpty)
    }

    /// Wherever zeros stand instead of what was written, a look and a start say so in their own words, and go on living.
    @Test func aSectorOfZerosAnywhereIsSaid() async throws {
        let store = try directory.open()
        let network = try await store.makeNetwork()
        for number in 0..<6 {
            let meeting = try await store.createMeeting(
                network: network.id, title: "Maths \(number)", zone: "UTC", now: 1
            ).id
            let stamp = CommandStamp(actor: "p1", id: "c\(number)", bodyHash: 7, untilEnd: number % 2 == 0)
            let entries = (0..<12).map { event(personal: personal("words \($0)", person: "p1", object: "m\($0)")) }
            _ = try await store.commit([
                Submission(stream: meeting, expectedSequence: 0, entries: entries, command: stamp)
            ])[0].get()
        }
        try await store.close()
        let path = URL(fileURLWithPath: directory.databasePath)
        let intact = try Data(contentsOf: path)
        var found = 0
        for place in stride(from: 0, to: intact.count, by: 512) {
            var damaged = intact
            damaged.replaceSubrange(place..<min(place + 512, damaged.count), with: Data(count: 512))
            if damaged == intact { continue }
            try damaged.write(to: path)
            do {
                if try !Examination.of(file: path).isGood { found += 1 }
            } catch is StoreError { found += 1 }
            do {
                let store = try directory.open()
                for stream in try await store.heads().map(\.stream) {
                    _ = try await store.entries(stream, after: 0, limit: 99)
                    _ = try await store.commands(stream)
                }
                try await store.close()
            } catch is StoreError {}
        }
        #expect(found > 30, "only \(found) were found: the test is asleep")
    }

    @Test func whatPointsToNothingIsAComplaint() async throws {
        let store = try directory.open()
        let network = try await store.makeNetwork()
        _ = try await store.createMeeting(network: network.id, title: "Maths", zone: "UTC", now: 1)
        try await store.close()
        try directory.tamper("PRAGMA foreign_keys = OFF; DELETE FROM network")
        #expect(try examine().complaints == ["a row of meeting points to nothing"])
    }

    @Test func otherFilesAreNotExamined() async throws {
        #expect(throws: KeepingError.missing(path: directory.databasePath)) { try examine() }
        try await directory.open().close()
        try directory.tamper("PRAGMA user_version = 99")
        #expect(throws: StoreError.newerSchema(found: 99, known: Schema.newest)) { try examine() }
        try directory.tamper("PRAGMA user_version = 1; PRAGMA application_id = 7")
        #expect(throws: StoreError.foreignFile(path: directory.databasePath)) { try examine() }
    }
}
