// Knows the bare SQLite loops in Swift's words.

import CBench
import Foundation
import Glibc

enum Floors {
    /// Milliseconds of processor and of the wall clock for each row.
    struct Row {
        var processor: Double
        var wall: Double
    }

    /// A bare loop of inserts into a new file.
    static func inserts(_ count: Int, bytes: Int, rowsATransaction: Int, in folder: Folder) throws -> Row {
        try timedInserts(count, bytes: bytes, rowsATransaction: rowsATransaction, in: folder).row
    }

    /// The same, with the milliseconds of each transaction; of rooms in turn, where each row is found by room and number.
    static func timedInserts(
        _ count: Int, bytes: Int, rowsATransaction: Int, rooms: Int = 0, in folder: Folder
    ) throws -> (row: Row, times: [Double]) {
        var times = [Double](repeating: 0, count: (count + rowsATransaction - 1) / rowsATransaction)
        let path = folder.path("floor-\(UUID().uuidString.prefix(8)).sqlite")
        defer { for end in ["", "-wal", "-shm"] { unlink(path + end) } }
        var cost = floor_cost()
        let code = floor_inserts(path, Int64(count), Int64(bytes), Int64(rowsATransaction), Int64(rooms), &cost, &times)
        guard code == 0 else { throw BenchFailure("the bare SQLite loop failed with \(code)") }
        return (row(cost), times)
    }

    /// Milliseconds of each time that so many bytes were written and on the disk.
    static func syncs(_ count: Int, bytes: Int, in folder: Folder) throws -> [Double] {
        let path = folder.path("syncs")
        defer { unlink(path) }
        var times = [Double](repeating: 0, count: count)
        guard floor_syncs(path, Int64(count), Int64(bytes), &times) == 0 else { throw BenchFailure("no disk") }
        return times
    }

    /// A bare scan: rows, and what all of them took in seconds.
    static func scan(_ path: String, _ sql: String) throws -> (rows: Int, cost: Spent) {
        var cost = floor_cost()
        let code = floor_scan(path, sql, &cost)
        guard code == 0 else { throw BenchFailure("the bare scan failed with \(code)") }
        return (
            Int(cost.rows),
            Spent(code: 0, processorSeconds: cost.processor_seconds, wallSeconds: cost.wall_seconds)
        )
    }

    /// A whole number out of a database; -1 when there is none.
    static func number(_ path: String, _ sql: String) -> Int { Int(floor_number(path, sql)) }

    private static func row(_ cost: floor_cost) -> Row {
        let count = Double(max(cost.rows, 1))
        return Row(processor: cost.processor_seconds * 1_000 / count, wall: cost.wall_seconds * 1_000 / count)
    }

    /// Serves until it is killed.
    static func serve(_ kind: BareKind, answering bytes: Int) -> Int32 {
        let serve =
            switch kind {
            case .answers: floor_answers
            case .direct: floor_direct
            case .epoll: floor_epoll
            }
        return serve(Int64(bytes)) { port in Findings.line("\(port)") }
    }

    /// What an event of ours takes in the log, without SQLite's own: its body, what of it is personal, two hashes.
    static func bytesOfAnEvent(_ database: String, _ condition: String) -> Int {
        number(
            database,
            """
            SELECT avg(length(e.body) + length(e.prev_hash) + length(e.hash) + coalesce(length(p.json), 0))
            FROM event e LEFT JOIN personal p ON p.stream = e.stream AND p.sequence = e.sequence WHERE \(condition)
            """)
    }
}
