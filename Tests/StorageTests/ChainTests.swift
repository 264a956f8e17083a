import Foundation
import Log
import Testing

@testable import Storage

@Suite struct ChainTests {
    let directory = TestDirectory()

    /// Computed by another program from the description of the bytes.
    @Test func theHashIsTheDescribedOne() {
        func hex(_ bytes: [UInt8]) -> String { bytes.map { String(format: "%02x", $0) }.joined() }
        let first = EventHash.hash(
            EventHash.Fields(
                stream: "room/a", sequence: 1, epoch: "0123456789abcdef", at: 1_700_000_000_000, actor: nil,
                kind: "roomOpened", version: 1, body: bytes("{}"), parts: nil, command: nil), after: EventHash.start)
        #expect(hex(first) == "6422f8d255211055ee0a9bdce3f6f1cba39d48996f236acabd322bbcb6a135ec")
        let second = EventHash.hash(
            EventHash.Fields(
                stream: "room/a", sequence: 2, epoch: "0123456789abcdef", at: -5, actor: "é", kind: "x", version: 2,
                body: [0, 255], parts: nil, command: nil), after: first)
        #expect(hex(second) == "761be4a8ddcdbcda5207fe72ca7d213a14463ea68563c0600c8eeff838858782")
    }

    static let tamperings: [(sql: String, damages: [Damage])] = [
        ("UPDATE event SET body = CAST('{\"n\":9}' AS BLOB) WHERE stream = 'a' AND sequence = 3", [.at(3, .altered)]),
        ("UPDATE event SET at = at + 1 WHERE stream = 'a' AND sequence = 1", [.at(1, .altered)]),
        ("UPDATE event SET actor = NULL WHERE stream = 'a' AND sequence = 5", [.at(5, .altered)]),
        ("UPDATE event SET actor = 'other' WHERE stream = 'a' AND sequence = 2", [.at(2, .altered)]),
        ("UPDATE event SET kind = 'x' WHERE stream = 'a' AND sequence = 2", [.at(2, .altered)]),
        ("UPDATE event SET version = 2 WHERE stream = 'a' AND sequence = 2", [.at(2, .altered)]),
        ("UPDATE event SET epoch = 'x' WHERE stream = 'a' AND sequence = 2", [.at(2, .altered)]),
        (
            "UPDATE event SET prev_hash = zeroblob(32) WHERE stream = 'a' AND sequence = 2",
            [.at(2, .unlinked), .at(2, .altered)]
        ),
        (
            "UPDATE event SET hash = zeroblob(32) WHERE stream = 'a' AND sequence = 2",
            [.at(2, .altered), .at(3, .unlinked)]
        ),
        ("DELETE FROM event WHERE stream = 'a' AND sequence = 1", [.at(1, .missing)]),
        ("DELETE FROM event WHERE stream = 'a' AND sequence = 3", [.at(3, .missing)]),
        ("DELETE FROM event WHERE stream = 'a' AND sequence > 3", [.at(4, .wrongEnd)]),
        ("DELETE FROM event WHERE stream = 'a'", [.at(1, .wrongEnd)]),
        ("DELETE FROM head WHERE stream = 'a'", [.at(6, .wrongEnd)]),
        (
            """
            UPDATE event SET sequence = 100 WHERE stream = 'a' AND sequence = 2;
            UPDATE event SET sequence = 2 WHERE stream = 'a' AND sequence = 3;
            UPDATE event SET sequence = 3 WHERE stream = 'a' AND sequence = 100;
            """,
            [.at(2, .unlinked), .at(2, .altered), .at(3, .unlinked), .at(3, .altered), .at(4, .unlinked)]
        ),
    ]

    @Test(arguments: tamperings.indices)
    func tamperingIsFound(_ index: Int) async throws {
        let (sql, damages) = Self.tamperings[index]
        let store = try directory.open()
        for number in 1...5 { try await store.add([event("{\"n\":\(number)}")], to: "a") }
        try await store.add([event(), event()], to: "b")
        #expect(try await store.verify() == [])
        // Behind the back of a running store: only `verify` and reading can notice.
        try await store.rewrite(sql)
        #expect(try await store.verify() == damages)
        #expect(try await store.verify("a") == damages)
        #expect(try await store.verify("b") == [])
        #expect(try await store.verify("c") == [])
        if damages.allSatisfy({ $0.kind != .wrongEnd }) {
            await #expect(throws: StoreError.self) { try await store.entries("a", after: 0, limit: 10) }
        }
        #expect(try await store.entries("b", after: 0, limit: 10).count == 2)
        try await store.close()
        // A head row without events after it is the one thing a quick start does not look for.
        if sql.contains("DELETE FROM head") { return }
        #expect { try directory.open() } throws: { error in
            guard case .damaged("a", _) = error as? StoreError else { return false }
            return true
        }
    }

    @Test func aReadNamesTheFirstDamage() async throws {
        let store = try directory.open()
        try await store.add(Array(repeating: event(), count: 5), to: "a")
        try await store.rewrite("UPDATE event SET at = 0 WHERE sequence = 4")
        await #expect(throws: StoreError.damaged(stream: "a", sequence: 4)) {
            try await store.entries("a", after: 0, limit: 10)
        }
        #expect(try await store.entries("a", after: 0, limit: 3).count == 3)
        #expect(try await store.entries("a", after: 4, limit: 10).map(\.sequence) == [5])
    }

    @Test func aStartLooksAtTheNewestEvents() async throws {
        let store = try directory.open()
        let many = Array(repeating: event(), count: 900)
        try await store.add(many, to: "a")
        try await store.add(many, to: "b")
        try await store.rewrite("UPDATE event SET at = 0 WHERE stream = 'a' AND sequence = 10")
        try await store.close()
        let again = try directory.open()
        #expect(try await again.verify() == [.at(10, .altered)])
        try await again.rewrite("UPDATE event SET at = 0 WHERE stream = 'b' AND sequence = 10")
        try await again.close()
        #expect(throws: StoreError.damaged(stream: "b", sequence: 10)) { try directory.open() }
    }

    /// One bit anywhere in the file: whatever the store still serves is what was stored.
    @Test func aFlippedBitIsNeverServed() async throws {
        let store = try directory.open()
        for number in 0..<25 {
            let events = (1...20).map { event("{\"text\":\"\(String(repeating: "x", count: number * $0))\"}") }
            try await store.add(events, to: "stream\(number % 5)")
        }
        var original: [LogEntry] = []
        for number in 0..<5 { original += try await store.entries("stream\(number)", after: 0, limit: 100) }
        #expect(original.count == 500)
        try await store.close()
        let intact = try Data(contentsOf: URL(fileURLWithPath: directory.databasePath))
        var found = 0
        for flip in 0..<150 {
            // Spread evenly over the file by the golden ratio, so that a failure can be repeated.
            let bit = (flip * 0x9E37_79B1) % (intact.count * 8)
            var damaged = intact
            damaged[bit / 8] ^= 1 << UInt8(bit % 8)
            try damaged.write(to: URL(fileURLWithPath: directory.databasePath))
            do {
                let store = try directory.open()
                var served: [LogEntry] = []
                guard try await store.verify().isEmpty else {
                    found += 1
                    continue
                }
                for number in 0..<5 { served += try await store.entries("stream\(number)", after: 0, limit: 100) }
                #expect(served == original, "bit \(bit)")
            } catch let error as StoreError {
                if case .inUse = error { Issue.record("the last store is still there") }
                found += 1
            }
        }
        // The other flips are in unused bytes, indexes or other tables; a check that is asleep would find next to none.
        #expect(found > 40, "only \(found) of 150 were found")
    }
}

extension Damage {
    fileprivate static func at(_ sequence: Int64, _ kind: Kind) -> Damage {
        Damage(stream: "a", sequence: sequence, kind: kind)
    }
}

extension Store {
    /// Changes rows as nobody should.
    fileprivate func rewrite(_ sql: String) throws { try read { try $0.execute(sql: sql) } }
}
