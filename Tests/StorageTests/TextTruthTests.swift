// Knows that what can be erased is vouched for by the chain as long as it is there.

import Foundation
import GRDB
import Log
import Meetings
import Testing

@testable import Storage

@Suite struct TextTruthTests {
    let directory = TestDirectory()

    /// Computed by another program from the description of the bytes.
    private struct Vector: Decodable {
        struct Part: Decodable {
            var salt: String
            var person: String?
            var object: String?
            var json: String
            var untilEnd: Bool
            var hash: String
        }
        var name: String
        var stream: String
        var sequence: Int64
        var epoch: String
        var at: Int64
        var actor: String?
        var kind: String
        var version: Int64
        var body: String
        var parts: [Part]?
        var list: String?
        /// In hexadecimal digits.
        var command: String?
        var hash: String
    }

    @Test func theHashesAreTheDescribedOnes() throws {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("Data/vectors/hashes.json")
        let vectors = try JSONDecoder().decode([Vector].self, from: Data(contentsOf: file))
        #expect(vectors.count >= 5 && vectors.contains { $0.parts == nil } && vectors.contains { $0.command != nil })
        var previous = EventHash.start
        for vector in vectors {
            let parts = try vector.parts?.map { part in
                let fields = PartHash.Fields(
                    person: part.person, object: part.object, json: bytes(part.json), untilEnd: part.untilEnd)
                let hash = PartHash.hash(fields, salt: try #require(unhex(part.salt)))
                #expect(hex(hash) == part.hash, "\(vector.name)")
                return (untilEnd: part.untilEnd, hash: hash)
            }
            let list = parts.map(PartHash.list)
            #expect(list.map(hex) == vector.list, "\(vector.name)")
            let fields = EventHash.Fields(
                stream: vector.stream, sequence: vector.sequence, epoch: vector.epoch, at: vector.at,
                actor: vector.actor, kind: vector.kind, version: vector.version, body: bytes(vector.body), parts: list,
                command: try vector.command.map { try #require(unhex($0)) })
            previous = EventHash.hash(fields, after: previous)
            #expect(hex(previous) == vector.hash, "\(vector.name)")
        }
    }

    /// Five events: words, words of somebody, words that go with the end, both, none.
    private func fill() async throws -> Store {
        let store = try directory.open()
        try await store.add([
            event("{\"n\":1}", personal: personal("one")),
            event("{\"n\":2}", personal: personal("two", person: "p1", object: "m1")),
            event("{\"n\":3}", personal: personal("three", untilEnd: true)), event("{\"n\":4}"), event("{\"n\":5}"),
        ])
        return store
    }

    private static let tamperings: [(sql: String, places: [Int64: Damage.Kind])] = [
        ("UPDATE personal SET json = CAST(replace(json, 'one', 'onf') AS BLOB) WHERE sequence = 1", [1: .textAltered]),
        ("UPDATE personal SET json = CAST('' AS BLOB) WHERE sequence = 3", [3: .textAltered]),
        ("UPDATE personal SET person = 'p2' WHERE sequence = 2", [2: .textAltered]),
        ("UPDATE personal SET person = NULL WHERE sequence = 2", [2: .textAltered]),
        ("UPDATE personal SET object = 'm2' WHERE sequence = 2", [2: .textAltered]),
        ("UPDATE personal SET salt = NULL WHERE sequence = 2", [2: .textAltered]),
        ("UPDATE personal SET salt = zeroblob(16) WHERE sequence = 2", [2: .textAltered]),
        ("DELETE FROM personal WHERE sequence = 2", [2: .textMissing]),
        ("DELETE FROM personal", [1: .textMissing, 2: .textMissing, 3: .textMissing]),
        (
            """
            UPDATE personal SET sequence = 99 WHERE sequence = 1; UPDATE personal SET sequence = 1 WHERE sequence = 2;
            UPDATE personal SET sequence = 2 WHERE sequence = 99
            """, [1: .textAltered, 2: .textAltered]
        ),
        ("UPDATE personal SET until_end = 0 WHERE sequence = 3", [3: .textAdded]),
        ("UPDATE personal SET sequence = 4 WHERE sequence = 2", [2: .textMissing, 4: .textAdded]),
        (
            "INSERT INTO personal(stream, sequence, until_end, json) VALUES ('room/a', 5, 0, CAST('{}' AS BLOB))",
            [5: .textAdded]
        ),
        ("UPDATE event SET parts = NULL WHERE sequence = 2", [2: .altered]),
        ("UPDATE event SET parts = CAST('' AS BLOB) WHERE sequence = 1", [1: .altered]),
    ]

    @Test(arguments: tamperings.indices) func aChangedTextIsFoundAndNeverServed(_ index: Int) async throws {
        let (sql, places) = Self.tamperings[index]
        let store = try await fill()
        #expect(try await store.verify() == [])
        try await store.close()
        try directory.tamper(sql)
        let examination = try Examination.of(directory: directory.url)
        #expect(Dictionary(examination.damages.map { ($0.sequence, $0.kind) }) { one, _ in one } == places)
        #expect(!examination.isGood && !examination.isOnlyLoss)
        let first = try #require(places.keys.min())
        // Among the newest, so that a start finds it.
        #expect(throws: StoreError.damaged(stream: "room/a", sequence: first)) { try directory.open() }
    }

    @Test(arguments: tamperings.indices) func behindTheBackOfARunningStoreNothingWrongIsServed(_ index: Int)
        async throws
    {
        let (sql, places) = Self.tamperings[index]
        let store = try await fill()
        try directory.tamper(sql)
        let first = try #require(places.keys.min())
        await #expect(throws: StoreError.damaged(stream: "room/a", sequence: first)) {
            try await store.entries("room/a", after: 0, limit: 9)
        }
        #expect(try await store.entries("room/a", after: 0, limit: Int(first) - 1).count == Int(first) - 1)
    }

    @Test func wordsOfNoEventAreFound() async throws {
        let store = try await fill()
        try await store.close()
        try directory.tamper(
            "INSERT INTO personal(stream, sequence, until_end, json) VALUES ('room/b', 7, 0, CAST('{}' AS BLOB))")
        try directory.tamper(
            "INSERT INTO personal(stream, sequence, until_end, json) VALUES ('room/a', 1, 2, CAST('{}' AS BLOB))")
        let damages = try Examination.of(directory: directory.url).damages
        #expect(
            Set(damages.map { "\($0.stream) \($0.sequence) \($0.kind)" }) == [
                "room/b 7 textAdded", "room/a 1 textAdded",
            ])
    }

    /// What a meeting takes with it, what somebody takes back, who is erased, what ages: `verify` passes after each, and
    /// a part that is then put back is found, with the old salt or without one.
    @Test(arguments: 0..<4) func whatWasErasedIsNoLossAndDoesNotComeBack(_ way: Int) async throws {
        let store = try directory.open()
        let network = try await store.makeNetwork()
        let ann = try await store.createPerson(network: network.id, name: "Ann", now: 1)
        let words = personal("words", person: ann.id, object: "m1", untilEnd: way == 2)
        try await store.add([event(at: 100, personal: words), event(at: 900, personal: personal("others"))])
        func submit(_ erasure: Erasure) async throws {
            let erasing = Submission(
                stream: "room/a", expectedSequence: 2, entries: [event(at: 900)], erasures: [erasure])
            _ = try await store.append([erasing])[0].get()
        }
        let kept = try directory.rows("SELECT hex(salt), hex(json) FROM personal WHERE sequence = 1")
        switch way {
        case 0: try await store.erasePerson(ann.id, network: network.id, now: 5)
        case 1: try await submit(.object("m1"))
        case 2: try await submit(.untilEnd)
        default: try await store.deletePersonal(olderThan: 500)
        }
        try await store.rewriteWords()
        let entries = try await store.entries("room/a", after: 0, limit: 9)
        #expect(entries[0].parts.isEmpty && entries[1].parts.count == 1)
        #expect(try await store.verify() == [])
        // The salt went too: nobody can find out by trying what a short text was.
        let salt = try #require(kept.first?.first.flatMap { $0 }.flatMap(unhex))
        #expect(salt.count == PartHash.saltBytes)
        #expect(try directory.files(containing: Data(salt)) == [])
        try await store.close()
        #expect(try Examination.of(directory: directory.url).isGood)
        let columns = "INSERT INTO personal(stream, sequence, until_end, person, object, json, salt)"
        let row = "'room/a', 1, \(way == 2 ? 1 : 0), '\(ann.id)', 'm1'"
        let backs = [
            "\(columns) VALUES (\(row), CAST('{\"text\":\"false\"}' AS BLOB), NULL)",
            "\(columns) VALUES (\(row), X'\(kept[0][1] ?? "")', X'\(kept[0][0] ?? "")')",
        ]
        for back in backs {
            try directory.tamper(back)
            let found = try Examination.of(directory: directory.url).damages
            #expect(found == [Damage(stream: "room/a", sequence: 1, kind: .textBack)])
            try directory.tamper("DELETE FROM personal WHERE sequence = 1")
        }
        #expect(try Examination.of(directory: directory.url).isGood)
        // Nor is a loss made an erasure by taking note of one of another event.
        try directory.tamper("UPDATE erased SET sequence = 2")
        let found = try Examination.of(directory: directory.url).damages
        #expect(Set(found.map(\.kind)) == (way == 2 ? [.textMissing] : [.textMissing, .textBack]))
    }

    @Test func everySaltIsAnother() async throws {
        let store = try directory.open()
        try await store.add((0..<40).map { _ in event(personal: personal("the same")) })
        #expect(try Set(directory.rows("SELECT hex(salt) FROM personal")).count == 40)
        #expect(try Set(directory.rows("SELECT hex(parts) FROM event")).count == 40)
    }

    /// A log of before has no lists: it stays valid, its texts can be read and erased, and what comes after is vouched
    /// for.
    @Test func entriesOfBeforeStayValid() async throws {
        let old = try Store.open(
            directory: directory.url, busyTimeoutSeconds: 1,
            migrations: Schema.migrations)
        try await old.add([event("{\"n\":1}"), event("{\"n\":2}")])
        try await old.close()
        // As the version of then had written it.
        try directory.makeOld()
        #expect(try Examination.of(directory: directory.url).isGood, "an old file is read where it lies")
        let before = try directory.rows("SELECT hex(hash) FROM event ORDER BY sequence")
        let store = try directory.open()
        #expect(try await store.entries("room/a", after: 0, limit: 9).map(\.parts.count) == [1, 1])
        try await store.add([event("{\"n\":3}", personal: personal("new"))])
        #expect(try await store.verify() == [])
        #expect(try Array(directory.rows("SELECT hex(hash) FROM event ORDER BY sequence").prefix(2)) == before)
        #expect(try directory.rows("SELECT parts IS NULL FROM event ORDER BY sequence") == [["1"], ["1"], ["0"]])
        try await store.deletePersonal(olderThan: .max)
        #expect(try await store.verify() == [])
        try await store.close()
        try directory.tamper(
            "INSERT INTO personal(stream, sequence, until_end, json) VALUES ('room/a', 1, 0, CAST('{}' AS BLOB))")
        #expect(
            try Examination.of(directory: directory.url).damages == [
                Damage(stream: "room/a", sequence: 1, kind: .textBack)
            ])
    }
}

private func hex(_ bytes: [UInt8]) -> String { bytes.map { String(format: "%02x", $0) }.joined() }

private func unhex(_ text: String) -> [UInt8]? {
    let digits = Array(text)
    return stride(from: 0, to: digits.count, by: 2).map { UInt8(String(digits[$0...$0 + 1]), radix: 16) }
        .reduce([]) { bytes, byte in byte.flatMap { byte in bytes.map { $0 + [byte] } } }
}

extension TestDirectory {
    /// Turns a closed store of events into one of the schema before: hashes without lists, parts without salts.
    fileprivate func makeOld() throws {
        let queue = try DatabaseQueue(path: databasePath)
        try queue.writeWithoutTransaction { db in
            try db.execute(
                sql: """
                    DROP INDEX event_comings; DROP VIEW personal_of; DROP TABLE person_stream;
                    DROP INDEX personal_counted; ALTER TABLE event DROP COLUMN command;
                    CREATE INDEX personal_person ON personal(person) WHERE person IS NOT NULL;
                    DROP TABLE sealed_answer; DROP TABLE answered; DROP TABLE answer_repeat; DROP TABLE answer_pool;
                    DROP TABLE erased; ALTER TABLE event DROP COLUMN parts; ALTER TABLE personal DROP COLUMN salt;
                    ALTER TABLE person_words DROP COLUMN words_hash;
                    DELETE FROM meta WHERE key <> 'epoch'; PRAGMA user_version = 2;
                    """)
            var previous = EventHash.start
            for row in try Row.fetchAll(db, sql: "SELECT * FROM event ORDER BY sequence") {
                let fields = EventHash.Fields(
                    stream: row["stream"], sequence: row["sequence"], epoch: row["epoch"], at: row["at"],
                    actor: row["actor"], kind: row["kind"], version: row["version"],
                    body: [UInt8](row["body"] as Data), parts: nil, command: nil)
                let hash = EventHash.hash(fields, after: previous)
                try db.execute(
                    sql: "UPDATE event SET prev_hash = ?, hash = ? WHERE sequence = ?",
                    arguments: [Data(previous), Data(hash), fields.sequence])
                try db.execute(
                    sql: """
                        INSERT INTO personal(stream, sequence, until_end, person, object, json)
                        VALUES (?, ?, 0, NULL, NULL, CAST('{"text":"old"}' AS BLOB))
                        """, arguments: [fields.stream, fields.sequence])
                previous = hash
            }
            try db.execute(sql: "UPDATE head SET hash = ?", arguments: [Data(previous)])
        }
        try queue.close()
        try FileManager.default.removeItem(atPath: path(Marks.name))
    }
}
