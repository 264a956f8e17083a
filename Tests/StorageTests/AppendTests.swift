import Foundation
import GRDB
import Synchronization
import Testing

@testable import Storage

@Suite struct AppendTests {
    let directory = TestDirectory()

    @Test func entriesComeBackAsTheyWereStored() async throws {
        let store = try directory.open()
        let events = [
            NewEvent(at: 5, actor: nil, kind: "roomOpened", version: 1, body: bytes("{}")),
            NewEvent(
                at: 6, actor: "p1", kind: "responseGiven", version: 2, body: bytes("{\"n\":1}"),
                personal: personal("Croeso ü", person: "p1")),
            NewEvent(at: 4, actor: "", kind: "x", version: 1, body: [0, 255]),
        ]
        #expect(try await store.add(events) == 3)
        let entries = try await store.entries("room/a", after: 0, limit: 10)
        #expect(entries.map(\.sequence) == [1, 2, 3])
        let epoch = await store.epoch
        for entry in entries { #expect(entry.epoch == epoch && entry.stream == "room/a") }
        for (entry, event) in zip(entries, events) {
            #expect(entry.at == event.at && entry.actor == event.actor && entry.kind == event.kind)
            #expect(entry.version == event.version && entry.body == event.body)
            #expect(entry.personal == event.parts.first?.json)
        }
        #expect(try await store.entries("room/a", after: 1, limit: 1).map(\.sequence) == [2])
        #expect(try await store.entries("room/a", after: 3, limit: 10).isEmpty)
        #expect(try await store.entries("room/b", after: 0, limit: 10).isEmpty)
        #expect(try await store.entries("room/a", after: 0, limit: -1).isEmpty)
        #expect(try await store.lastSequence("room/a") == 3)
        try await store.close()
        let again = try directory.open()
        #expect(try await again.entries("room/a", after: 0, limit: 10) == entries)
        #expect(try await again.heads().map(\.sequence) == [3])
    }

    @Test func theExpectedSequenceDecides() async throws {
        let store = try directory.open()
        let table: [(expected: Int64, result: Result<Int64, AppendError>)] = [
            (1, .failure(.unexpectedSequence(last: 0))), (0, .success(2)), (0, .failure(.unexpectedSequence(last: 2))),
            (3, .failure(.unexpectedSequence(last: 2))), (-1, .failure(.unexpectedSequence(last: 2))), (2, .success(4)),
        ]
        for row in table {
            let appending = Appending(stream: "s", expectedSequence: row.expected, events: [event(), event()])
            #expect(await store.append([appending]) == [row.result], "expecting \(row.expected)")
        }
    }

    @Test func theSameCommandIsStoredOnce() async throws {
        let store = try directory.open()
        func send(_ actor: String, _ id: String, _ body: UInt8, after last: Int64, stream: String = "s") async
            -> Result<Int64, AppendError>
        {
            let key = CommandKey(actor: actor, id: id, bodyHash: [body])
            return await store.append([
                Appending(stream: stream, expectedSequence: last, events: [event()], command: key)
            ])[0]
        }
        #expect(await send("ann", "1", 7, after: 0) == .success(1))
        #expect(await send("ann", "1", 7, after: 0) == .failure(.alreadyStored(sequence: 1)))
        #expect(await send("ann", "1", 7, after: 1) == .failure(.alreadyStored(sequence: 1)))
        #expect(await send("ann", "1", 8, after: 1) == .failure(.conflict(sequence: 1)))
        #expect(await send("bob", "1", 7, after: 1) == .success(2))
        #expect(await send("ann", "1", 7, after: 0, stream: "t") == .success(1))
        // A refused element leaves its key free.
        #expect(await send("ann", "2", 7, after: 9) == .failure(.unexpectedSequence(last: 2)))
        #expect(await send("ann", "2", 7, after: 2) == .success(3))
        let commands = try await store.commands("s")
        let expected: [StoredCommand] = [
            StoredCommand(actor: "ann", id: "1", bodyHash: [7], sequence: 1),
            StoredCommand(actor: "bob", id: "1", bodyHash: [7], sequence: 2),
            StoredCommand(actor: "ann", id: "2", bodyHash: [7], sequence: 3),
        ]
        #expect(commands == expected)
    }

    @Test func oneBadElementFailsAlone() async throws {
        let store = try directory.open()
        let key = CommandKey(actor: "ann", id: "1", bodyHash: [1])
        let before = await store.checkpoints.commits
        let results = await store.append([
            Appending(stream: "a", expectedSequence: 0, events: [event()], command: key),
            Appending(stream: "a", expectedSequence: 0, events: [event()]),
            Appending(stream: "a", expectedSequence: 1, events: [event(), event()]),
            Appending(stream: "a", expectedSequence: 3, events: [event()], command: key),
            Appending(
                stream: "b", expectedSequence: 0, events: [event(personal: personal("lost"))],
                catalogue: CatalogueChange(meeting: "nowhere", phase: .open)),
            Appending(stream: "b", expectedSequence: 0, events: [event()]),
        ])
        let expected: [Result<Int64, AppendError>] = [
            .success(1), .failure(.unexpectedSequence(last: 1)), .success(3),
            .failure(.alreadyStored(sequence: 1)), .failure(.unknownMeeting), .success(1),
        ]
        #expect(results == expected)
        #expect(await store.checkpoints.commits == before + 1, "one transaction for the whole batch")
        #expect(try await store.entries("b", after: 0, limit: 9).map(\.personal) == [nil])
        #expect(try await store.verify().isEmpty)
    }

    @Test func limitsHold() async throws {
        let store = try directory.open()
        func with(_ change: (inout Appending) -> Void) -> Appending {
            var appending = Appending(stream: "s", expectedSequence: 0, events: [event()])
            change(&appending)
            return appending
        }
        let long = String(repeating: "x", count: 2_000)
        let table: [(Appending, String)] = [
            (with { $0.stream = long }, "streamNameBytes"), (with { $0.stream = "" }, "streamNameBytes"),
            (with { $0.stream = "a\0b" }, "streamNameBytes"), (with { $0.events[0].kind = long }, "identifierBytes"),
            (with { $0.events[0].actor = "a\0" }, "identifierBytes"),
            (with { $0.catalogue = CatalogueChange(meeting: "m", title: long) }, "lineBytes"),
            (with { $0.events = Array(repeating: event(), count: 1_001) }, "eventsPerAppending"),
            (with { $0.events[0].body = Array(repeating: 32, count: (1 << 20) + 1) }, "eventBodyBytes"),
            (with { $0.events[0].parts = [personal(String(repeating: "x", count: 1 << 20))] }, "personalBytes"),
        ]
        for (appending, name) in table { #expect(await store.append([appending]) == [.failure(.beyondLimit(name))]) }
        let tooMany = Array(repeating: with { _ in }, count: StorageLimits.appendingsPerBatch + 1)
        let refused: Result<Int64, AppendError> = .failure(.beyondLimit("appendingsPerBatch"))
        #expect(await store.append(tooMany).allSatisfy { $0 == refused })
        #expect(try await store.heads().isEmpty)
    }

    @Test func theCatalogueChangesWithTheEvent() async throws {
        let store = try directory.open()
        let network = try await store.makeNetwork()
        let meeting = try await store.createMeeting(network: network.id, title: "Maths", zone: "Europe/London", now: 1)
        let changes: [(CatalogueChange, MeetingPhase, String, Int64?)] = [
            (CatalogueChange(meeting: meeting.id, phase: .open), .open, "Maths", nil),
            (CatalogueChange(meeting: meeting.id, title: "Art", plannedStart: 77), .open, "Art", 77),
            (CatalogueChange(meeting: meeting.id, phase: .ended), .ended, "Art", 77),
        ]
        for (index, (change, phase, title, start)) in changes.enumerated() {
            let appending = Appending(
                stream: meeting.id, expectedSequence: Int64(index), events: [event()], catalogue: change)
            #expect(await store.append([appending]) == [.success(Int64(index) + 1)])
            let row = try #require(try await store.meeting(meeting.id, network: network.id))
            #expect(row.phase == phase && row.title == title && row.plannedStart == start)
        }
        let clashing = Appending(
            stream: meeting.id, expectedSequence: 0, events: [event()],
            catalogue: CatalogueChange(meeting: meeting.id, phase: .planned))
        #expect(await store.append([clashing]) == [.failure(.unexpectedSequence(last: 3))])
        #expect(try await store.meeting(meeting.id, network: network.id)?.phase == .ended)
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
        let batch = ["room/b", "room/c"].map { Appending(stream: $0, expectedSequence: 0, events: [event(), big]) }
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
        let batch = [Appending(stream: "a", expectedSequence: 0, events: [event()])]
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
        let batch = [Appending(stream: "room/a", expectedSequence: 1, events: [event()])]
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
