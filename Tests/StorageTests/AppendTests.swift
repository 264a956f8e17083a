import Foundation
import GRDB
import Log
import Synchronization
import Testing

@testable import Storage

@Suite struct AppendTests {
    let directory = TestDirectory()

    @Test func whatIsStoredIsThereAfterAnotherStart() async throws {
        let store = try directory.open()
        let events = [
            event(kind: "roomOpened", actor: nil),
            event("{\"n\":1}", personal: personal("Croeso ü", person: "p1")), event(actor: ""),
        ]
        #expect(try await store.add(events) == 3)
        let entries = try await store.entries("room/a", after: 0, limit: 10)
        try await store.close()
        let again = try directory.open()
        #expect(try await again.entries("room/a", after: 0, limit: 10) == entries)
        #expect(try await again.heads().map(\.sequence) == [3])
    }

    @Test func aBatchIsOneTransaction() async throws {
        let store = try directory.open()
        let before = await store.checkpoints.commits
        let batch = ["a", "b", "a"].map { Submission(stream: $0, expectedSequence: 0, entries: [event()]) }
        #expect(
            await store.append(batch) == [.success(1), .success(1), .failure(.unexpectedSequence(last: 1))])
        #expect(await store.checkpoints.commits == before + 1)
        #expect(try await store.verify().isEmpty)
    }

    @Test func limitsHold() async throws {
        let store = try directory.open()
        func with(_ change: (inout Submission) -> Void) -> Submission {
            var submission = Submission(stream: "s", expectedSequence: 0, entries: [event()])
            change(&submission)
            return submission
        }
        let long = String(repeating: "x", count: 2_000)
        let table: [(Submission, String)] = [
            (with { $0.stream = long }, "streamNameBytes"), (with { $0.stream = "" }, "streamNameBytes"),
            (with { $0.stream = "a\0b" }, "streamNameBytes"),
            (with { $0.entries[0].event.kind = long }, "identifierBytes"),
            (with { $0.entries[0].actor = "a\0" }, "identifierBytes"),
            (with { $0.catalogue = CatalogueChange(title: long) }, "lineBytes"),
            (with { $0.entries[0].event.body = Array(repeating: 32, count: (1 << 20) + 1) }, "eventBodyBytes"),
            (with { $0.entries[0].event.parts = [personal(String(repeating: "x", count: 1 << 20))] }, "personalBytes"),
        ]
        for (submission, name) in table { #expect(await store.append([submission]) == [.failure(.beyondLimit(name))]) }
        #expect(try await store.heads().isEmpty)
    }
}

/// What the disk does to a batch.
@Suite struct FailingDiskTests {
    let directory = TestDirectory()

    @Test func aFullDiskStoresNothingAndReadingGoesOn() async throws {
        let store = try directory.open()
        try await store.add([event()])
        try await store.limitPages()
        let big = event(String(repeating: "x", count: 100_000))
        let batch = ["room/b", "room/c"].map { Submission(stream: $0, expectedSequence: 0, entries: [event(), big]) }
        #expect(await store.append(batch) == [.failure(.full), .failure(.full)])
        #expect(try await store.heads().map(\.stream) == ["room/a"])
        #expect(try await store.entries("room/a", after: 0, limit: 9).count == 1)
        try await store.unlimitPages()
        #expect(await store.append(batch) == [.success(2), .success(2)])
        #expect(try await store.verify().isEmpty)
    }

    @Test func aFailedCommitStoresNothing() async throws {
        let store = try directory.open()
        let passing = Switch()
        try await store.failCommits(with: .SQLITE_IOERR_WRITE, until: passing)
        let batch = [Submission(stream: "a", expectedSequence: 0, entries: [event()])]
        guard case .failure(.failed(ResultCode.SQLITE_IOERR_WRITE.rawValue, _)) = await store.append(batch)[0] else {
            Issue.record("the commit did not fail")
            return
        }
        #expect(try await store.heads().isEmpty)
        passing.turnOn()
        #expect(await store.append(batch) == [.success(1)])
    }

    @Test func afterAnUnconfirmedWriteNothingIsTaken() async throws {
        let store = try directory.open()
        try await store.add([event()])
        let passing = Switch()
        try await store.failCommits(with: .SQLITE_IOERR_FSYNC, until: passing)
        let batch = [Submission(stream: "room/a", expectedSequence: 1, entries: [event()])]
        for _ in 0..<2 {
            guard case .failure(.fatal) = await store.append(batch)[0] else {
                Issue.record("an append was taken")
                return
            }
            passing.turnOn()
        }
        await #expect(throws: StoreError.self) { try await store.makeNetwork() }
        #expect(try await store.entries("room/a", after: 0, limit: 9).count == 1)
    }
}

private final class Switch: Sendable {
    private let state = Atomic<Bool>(false)

    var isOn: Bool { state.load(ordering: .sequentiallyConsistent) }

    func turnOn() { state.store(true, ordering: .sequentiallyConsistent) }
}

private final class FailingCommit: TransactionObserver {
    let code: ResultCode
    let passing: Switch

    init(_ code: ResultCode, until passing: Switch) { (self.code, self.passing) = (code, passing) }

    func observes(eventsOfKind kind: DatabaseEventKind) -> Bool { false }
    func databaseDidChange(with event: DatabaseEvent) {}
    func databaseWillCommit() throws { if !passing.isOn { throw DatabaseError(resultCode: code) } }
    func databaseDidCommit(_ db: Database) {}
    func databaseDidRollback(_ db: Database) {}
}

extension Store {
    fileprivate func limitPages() throws { try read { _ = try Row.fetchAll($0, sql: "PRAGMA max_page_count = 1") } }

    fileprivate func unlimitPages() throws {
        try read { _ = try Row.fetchAll($0, sql: "PRAGMA max_page_count = 1000000") }
    }

    fileprivate func failCommits(with code: ResultCode, until passing: Switch) throws {
        try read { $0.add(transactionObserver: FailingCommit(code, until: passing), extent: .databaseLifetime) }
    }
}
