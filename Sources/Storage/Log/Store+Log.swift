import Foundation
import GRDB
import Journal
import Log
import Meetings

/// The log: appending with an expected sequence, and reading back. What has to hold stands in `LogStore`.
extension Store: LogStore {
    /// Stores a batch in one transaction.
    public func commit(_ batch: [Submission]) -> [Result<Appended, AppendError>] {
        guard batch.count <= LogLimits.submissionsPerBatch else {
            return batch.map { _ in .failure(.beyondLimit("submissionsPerBatch")) }
        }
        do {
            let results = try write { db in
                let appender = Appender(db: db, epoch: epoch, marker: marker, known: knownCommands)
                return try batch.map { try appender.append($0) }
            }
            let erasures = batch.flatMap(\.erasures)
            if !erasures.isEmpty { checkpoints.isErasureDue = true }
            for erasure in erasures {
                switch erasure {
                case .untilEnd, .person: checkpoints.isRewriteDue = true
                case .answers: checkpoints.isAnswersRewriteDue = true
                case .object: break
                }
            }
            for (submission, result) in zip(batch, results) {
                if case .success = result { unmarked.insert(submission.stream) }
            }
            return results
        } catch {
            for submission in batch { knownCommands.forget(submission.stream) }
            let reason = AppendError(StoreError(any: error))
            return batch.map { _ in .failure(reason) }
        }
    }

    /// The entries of a stream after a sequence, in order, with what is left of their personal parts.
    ///
    /// Each is checked against its hash, with its parts, and the piece against gaps, on the way out.
    ///
    /// - Parameter limit: at most this many, and never more than `LogLimits.entriesPerRead`.
    /// - Throws: `StoreError.damaged` at the first entry that is not what was stored.
    public func entries(_ stream: String, after sequence: Int64, limit: Int) throws -> [LogEntry] {
        try read { db in
            let statement = try db.cachedStatement(
                sql: """
                    \(StoredEvent.select) WHERE e.stream = ? AND e.sequence > ? ORDER BY e.sequence LIMIT ?
                    """)
            let count = max(0, min(limit, LogLimits.entriesPerRead))
            let rows = try Row.fetchCursor(statement, arguments: [stream, sequence, count])
            var entries: [LogEntry] = []
            var expected = sequence
            var previous: [UInt8]?
            var reading = CheckedReading(db)
            while let row = try rows.next() {
                expected += 1
                let event = try reading.event(row, at: (stream, expected))
                guard event.fields.sequence == expected, previous == nil || previous == event.previousHash else {
                    throw StoreError.damaged(stream: stream, sequence: expected)
                }
                previous = event.hash
                entries.append(event.entry)
            }
            return entries
        }
    }

    /// The marks of the entries of a stream after a sequence, in order.
    public func marks(_ stream: String, after sequence: Int64) throws -> [EntryMark] {
        try read { db in
            let sql = "SELECT hash FROM event WHERE stream = ? AND sequence > ? ORDER BY sequence"
            return try Data.fetchAll(db, sql: sql, arguments: [stream, sequence]).map { marker.mark([UInt8]($0)) }
        }
    }

    /// The commands that the stream remembers, by sequence.
    public func commands(_ stream: String) throws -> [StoredCommand] {
        try read { try KnownCommands.all(of: stream, $0) }
    }

    /// The last sequence of a stream; 0 when nothing was ever appended.
    public func lastSequence(_ stream: String) throws -> Int64 {
        try read { db in
            try Int64.fetchOne(db, sql: "SELECT sequence FROM head WHERE stream = ?", arguments: [stream]) ?? 0
        }
    }

    /// The end of every stream, by name: what a mark outside the database has to repeat.
    public func heads() throws -> [StreamHead] {
        try read { try StreamHead.all($0) }
    }

    /// Checks the hash chain of one stream, or of all.
    ///
    /// - Returns: what is wrong, in order; empty when every event is the one that was stored.
    public func verify(_ stream: String? = nil) throws -> [Damage] {
        try read { db in
            let streams = try stream.map { [$0] } ?? ChainCheck.streams(db)
            let cores = OtherCores<[Damage]>()
            for stream in streams { try ChainCheck.look(db, stream: stream, with: cores) }
            return try cores.outcomes().flatMap(\.self)
                + ChainCheck.strays(db).filter { stream == nil || stream == $0.stream }
        }
    }
}

/// The end of a stream.
public struct StreamHead: Sendable, Equatable {
    /// The stream.
    public let stream: String
    /// Its last sequence.
    public let sequence: Int64
    /// The hash of that event.
    public let hash: [UInt8]

    static func all(_ db: Database) throws -> [StreamHead] {
        try Row.fetchAll(db, sql: "SELECT stream, sequence, hash FROM head ORDER BY stream").map { row in
            guard let stream: String = row[0], let sequence: Int64 = row[1], let hash: Data = row[2] else {
                throw StoreError.damagedFile(StoreError.unreadableRow)
            }
            return StreamHead(stream: stream, sequence: sequence, hash: [UInt8](hash))
        }
    }
}
