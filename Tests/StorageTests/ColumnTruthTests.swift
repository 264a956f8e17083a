// Knows that there is no column of an event or of its parts that could be changed without anybody's noticing it.

import Foundation
import GRDB
import Log
import Meetings
import Testing

@testable import Storage

@Suite struct ColumnTruthTests {
    let directory = TestDirectory()

    /// What says nothing of an event: the place of its row, which SQLite's own check looks at.
    private static let places: Set<String> = ["event.id"]

    /// A store with one event that has a value in every column, parts of both kinds included.
    private func fill() async throws {
        let store = try directory.open()
        let stamp = CommandStamp(actor: "ann", id: "command-1", bodyHash: 7)
        let parts = [false, true].map { personal("one", person: "ann", object: "m1", untilEnd: $0) }
        let entry = SealedEntry(
            at: 5, actor: "ann", event: SealedEvent(kind: "messagePosted", version: 1, body: bytes("{}"), parts: parts))
        let submission = Submission(stream: "room/a", expectedSequence: 0, entries: [entry], command: stamp)
        _ = try await store.commit([submission])[0].get()
        #expect(try await store.verify() == [])
        try await store.close()
    }

    /// The next person adds a column, and forgets to have it vouched for.
    @Test(arguments: ["event", "personal"]) func everyColumnIsVouchedFor(_ table: String) async throws {
        try await fill()
        let columns = try await DatabaseQueue(path: directory.databasePath).read { db in
            try db.columns(in: table).map { ($0.name, $0.type) }
        }
        #expect(columns.count >= 7)
        let intact = try Data(contentsOf: URL(fileURLWithPath: directory.databasePath))
        for (column, type) in columns where !Self.places.contains("\(table).\(column)") {
            let other =
                switch type {
                case "INTEGER": "\(column) + 1"
                case "TEXT": "\(column) || 'x'"
                default: "CAST(\(column) || 'x' AS BLOB)"
                }
            // A part of one kind cannot become one of the other that is there.
            let one = table == "personal" ? " WHERE until_end = 1" : ""
            try intact.write(to: URL(fileURLWithPath: directory.databasePath))
            let isThere = try await DatabaseQueue(path: directory.databasePath).write { db in
                try db.execute(sql: "UPDATE \(table) SET \(column) = \(other)\(one)")
                return try Int.fetchOne(db, sql: "SELECT count(\(column)) FROM \(table)") ?? 0 > 0
            }
            #expect(isThere, "nothing is in \(table).\(column): the test is asleep")
            let examination = try Examination.of(directory: directory.url)
            #expect(!examination.damages.isEmpty, "\(table).\(column) was changed, and nobody noticed")
        }
    }
}
