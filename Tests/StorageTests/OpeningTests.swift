import Foundation
import GRDB
import Log
import Testing

@testable import Storage

@Suite struct OpeningTests {
    let directory = TestDirectory()

    @Test func everythingIsPrivate() async throws {
        let old = umask(0)
        defer { umask(old) }
        let store = try directory.open()
        try await store.add([event()])
        #expect(try directory.mode(directory.url.path) == 0o700)
        let names = try FileManager.default.contentsOfDirectory(atPath: directory.url.path).sorted()
        let files = ["staffroom.db", "staffroom.db-shm", "staffroom.db-wal", "staffroom.lock", "staffroom.marks"]
        #expect(names == ["secret.key"] + files)
        for name in names { #expect(try directory.mode(directory.path(name)) == 0o600, "\(name)") }
    }

    @Test func anotherPlaceIsNotMadePrivate() throws {
        try FileManager.default.createDirectory(at: directory.url, withIntermediateDirectories: false)
        chmod(directory.url.path, 0o755)
        try Data("x".utf8).write(to: directory.url.appendingPathComponent("letter.txt"))
        #expect(throws: StoreError.unsafeDirectory(path: directory.url.path)) { try directory.open() }
        #expect(try directory.mode(directory.url.path) == 0o755)
        try FileManager.default.removeItem(atPath: directory.path("letter.txt"))
        _ = try directory.open()
        #expect(try directory.mode(directory.url.path) == 0o700)
    }

    @Test func aSecondServerIsRefused() async throws {
        let store = try directory.open()
        #expect(throws: StoreError.inUse(path: directory.path("staffroom.lock"))) { try directory.open() }
        try await store.close()
        #expect(await store.isClosed)
        await #expect(throws: StoreError.closed) { try await store.networks() }
        guard
            case .failure(.failed) = await store.append([Submission(stream: "a", expectedSequence: 0, entries: [])])[0]
        else {
            Issue.record("a closed store took an append")
            return
        }
        try await store.close()
        _ = try directory.open()
    }

    @Test func theLockGoesWithTheStore() throws {
        for _ in 0..<3 { _ = try directory.open() }
    }

    @Test func durabilityIsReadBack() async throws {
        let store = try directory.open()
        #expect(try await store.pragma("synchronous") == "2")
        #expect(try await store.pragma("journal_mode") == "wal")
        #expect(try await store.pragma("secure_delete") == "1")
        #expect(try await store.pragma("foreign_keys") == "1")
        #expect(try await store.pragma("trusted_schema") == "0")
        #expect(try await store.pragma("cell_size_check") == "1")
        #expect(try await store.pragma("wal_autocheckpoint") == "0")
        #expect(try await store.pragma("application_id") == "\(0x5354_4652)")
        #expect(try await store.pragma("user_version") == "\(Schema.newest)")
    }

    @Test(arguments: ["synchronous = NORMAL", "synchronous = OFF", "secure_delete = OFF", "foreign_keys = OFF"])
    func aLoweredSettingIsNoticed(_ setting: String) async throws {
        let store = try directory.open()
        let name = String(setting.prefix { $0 != " " })
        await #expect(throws: StoreError.unsafeSetting(name)) { try await store.assertSettings(after: setting) }
    }

    @Test func aStrangersDatabaseIsRefusedUntouched() throws {
        try FileManager.default.createDirectory(at: directory.url, withIntermediateDirectories: false)
        try directory.tamper("CREATE TABLE theirs(x)")
        #expect(throws: StoreError.foreignFile(path: directory.databasePath)) { try directory.open() }
        try directory.tamper("SELECT 1 FROM theirs")
    }

    @Test func aDamagedFileIsRefused() async throws {
        let store = try directory.open()
        for _ in 0..<50 { try await store.add([event(String(repeating: "x", count: 500))]) }
        try await store.close()
        let handle = try FileHandle(forUpdating: URL(fileURLWithPath: directory.databasePath))
        try handle.seek(toOffset: 4_096 * 4)
        try handle.write(contentsOf: Data(repeating: 0x5a, count: 4_096 * 6))
        try handle.close()
        #expect { try directory.open() } throws: { error in
            switch error as? StoreError {
            case .damagedFile, .damaged: true
            default: false
            }
        }
    }

    @Test func anEpochIsKeptUntilItIsRenewed() async throws {
        let store = try directory.open()
        let first = await store.epoch
        #expect(first.count == 16 && first.allSatisfy(\.isHexDigit))
        try await store.add([event()])
        try await store.close()
        let second = try directory.open()
        #expect(await second.epoch == first)
        let renewed = try await second.renewEpoch()
        #expect(renewed != first)
        try await second.add([event()])
        #expect(try await second.entries("room/a", after: 0, limit: 9).map(\.epoch) == [first, renewed])
        try await second.close()
        let third = try directory.open()
        #expect(await third.epoch == renewed)
    }

    @Test func theLogIsFoldedIn() async throws {
        let store = try directory.open()
        try await store.add([event(String(repeating: "x", count: 50_000))])
        #expect(await store.checkpoints.commits > 0)
        try await store.checkpoint(.passive)
        #expect(await store.checkpoints.commits == 0)
        try await store.checkpoint(.truncate)
        #expect(try Data(contentsOf: URL(fileURLWithPath: directory.path("staffroom.db-wal"))).isEmpty)
        for _ in 0..<StorageLimits.commitsPerForcedCheckpoint { await store.checkpointSoon() }
        #expect(await store.checkpoints.commits < StorageLimits.commitsPerForcedCheckpoint)
    }
}

extension Store {
    fileprivate func pragma(_ name: String) throws -> String? {
        try read { db in
            let value = try DatabaseValue.fetchOne(db, sql: "PRAGMA \(name)")
            return value.flatMap { String.fromDatabaseValue($0) ?? Int64.fromDatabaseValue($0).map(String.init) }
        }
    }

    fileprivate func assertSettings(after setting: String) throws {
        try read { db in
            _ = try Row.fetchAll(db, sql: "PRAGMA \(setting)")
            try DatabaseConnection.assertSettings(db)
        }
    }

    /// Counts a commit without making one.
    fileprivate func checkpointSoon() {
        checkpoints.commits += 1
        checkpointAfterCommit()
    }
}
