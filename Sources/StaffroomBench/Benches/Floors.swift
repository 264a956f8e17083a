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
        let path = folder.path("floor-\(UUID().uuidString.prefix(8)).sqlite")
        defer { for end in ["", "-wal", "-shm"] { unlink(path + end) } }
        var cost = floor_cost()
        let code = floor_inserts(path, Int64(count), Int64(bytes), Int64(rowsATransaction), &cost)
        guard code == 0 else { throw BenchFailure("the bare SQLite loop failed with \(code)") }
        return row(cost)
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
    static func serve(answering bytes: Int) -> Int32 {
        floor_answers(Int64(bytes)) { port in Findings.line("\(port)") }
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
