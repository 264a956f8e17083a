import Foundation
import GRDB
import Testing

@testable import Storage

@Suite struct MigrationTests {
    let directory = TestDirectory()
    let next =
        Schema.migrations
        + [Migration(version: Schema.newest + 1, sql: "CREATE TABLE added(x); INSERT INTO added VALUES (7);")]

    private func open(_ migrations: [Migration]) throws -> Store {
        try Store.open(directory: directory.url, busyTimeoutSeconds: 1, migrations: migrations)
    }

    @Test func aLaterSchemaIsRefused() async throws {
        try await open(next).close()
        #expect(throws: StoreError.newerSchema(found: Schema.newest + 1, known: Schema.newest)) {
            try open(Schema.migrations)
        }
        try directory.tamper("INSERT INTO added VALUES (8)")
        _ = try open(next)
    }

    @Test func anUpgradeKeepsEverythingAndACopy() async throws {
        let old = try open(Schema.migrations)
        try await old.add([event("{\"kept\":1}")])
        let entries = try await old.entries("room/a", after: 0, limit: 9)
        try await old.close()
        let copy = directory.path("staffroom.db.before-schema-\(Schema.newest + 1)")
        #expect(!FileManager.default.fileExists(atPath: copy))
        let new = try open(next)
        #expect(try await new.entries("room/a", after: 0, limit: 9) == entries)
        try await new.close()
        #expect(try directory.mode(copy) == 0o600)
        // The copy is a whole database of the old schema.
        try FileManager.default.removeItem(atPath: directory.databasePath)
        try FileManager.default.moveItem(atPath: copy, toPath: directory.databasePath)
        let restored = try open(Schema.migrations)
        #expect(try await restored.entries("room/a", after: 0, limit: 9) == entries)
    }

    @Test func aFailedUpgradeLeavesTheOldSchema() async throws {
        let old = try open(Schema.migrations)
        try await old.add([event()])
        try await old.close()
        let broken =
            Schema.migrations + [Migration(version: Schema.newest + 1, sql: "CREATE TABLE added(x); NONSENSE;")]
        #expect(throws: StoreError.self) { try open(broken) }
        let again = try open(Schema.migrations)
        #expect(try await again.lastSequence("room/a") == 1)
        try await again.close()
        #expect(throws: (any Error).self) { try directory.tamper("SELECT * FROM added") }
    }

    /// A backup of any release before can be looked at where it lies, with an event in it.
    @Test(arguments: Schema.migrations.indices) func everyEarlierSchemaCanBeLookedAt(_ index: Int) async throws {
        try await open(Schema.migrations).close()
        try FileManager.default.removeItem(atPath: directory.databasePath)
        let queue = try DatabaseQueue(path: directory.databasePath)
        try await queue.write { db in
            for step in Schema.migrations[...index] { try db.execute(sql: step.sql) }
            let list = index >= 2 ? [UInt8]() : nil
            let hash = EventHash.hash(
                EventHash.Fields(
                    stream: "s", sequence: 1, epoch: "e", at: 1, actor: nil, kind: "k", version: 1, body: bytes("{}"),
                    parts: list, command: nil), after: EventHash.start)
            try db.execute(
                sql: """
                    INSERT INTO event(stream, sequence, epoch, at, kind, version, body, prev_hash, hash)
                    VALUES ('s', 1, 'e', 1, 'k', 1, CAST('{}' AS BLOB), ?1, ?2);
                    """, arguments: [Data(EventHash.start), Data(hash)])
            if list != nil { try db.execute(sql: "UPDATE event SET parts = x''") }
            try db.execute(sql: "INSERT INTO head VALUES ('s', 1, ?)", arguments: [Data(hash)])
            try db.execute(
                sql: """
                    PRAGMA application_id = \(Schema.applicationID);
                    PRAGMA user_version = \(Schema.migrations[index].version)
                    """)
        }
        try queue.close()
        let found = try Examination.of(file: URL(fileURLWithPath: directory.databasePath))
        #expect(found.damages == [] && found.complaints == [])
        #expect(found.contents.events == 1)
    }
}
