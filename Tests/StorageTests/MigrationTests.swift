import Foundation
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
}
