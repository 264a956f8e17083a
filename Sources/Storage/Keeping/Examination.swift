import Foundation
import GRDB
import Log

/// What a database holds, in numbers.
public struct Contents: Sendable, Equatable, Codable {
    /// The number of its schema.
    public var schema = 0
    /// Which life of the log it is.
    public var epoch = ""
    /// Networks in the catalogue.
    public var networks = 0
    /// Meetings in the catalogue.
    public var meetings = 0
    /// Streams in the log.
    public var streams = 0
    /// Events in the log.
    public var events = 0
    /// The highest number that an event has in its stream.
    public var highestSequence: Int64 = 0
}

/// A thorough look at a database, which may be in use: everything is read in one snapshot and nothing is written.
public struct Examination: Sendable, Equatable {
    /// What is in it.
    public internal(set) var contents = Contents()
    /// Where the log is not what was stored.
    public internal(set) var damages: [Damage] = []
    /// What SQLite says about the file; its own words.
    public internal(set) var complaints: [String] = []
    /// Streams that were compared with their marks.
    public internal(set) var marks = 0

    /// Whether nothing is wrong.
    public var isGood: Bool { damages.isEmpty && complaints.isEmpty }

    /// Whether a part of the log is missing, or is not what was marked, and nothing else is wrong.
    public var isOnlyLoss: Bool {
        !isGood && complaints.isEmpty && damages.allSatisfy { $0.kind == .behindMark || $0.kind == .notAsMarked }
    }

    /// Looks at the database of a data folder, and at its marks.
    ///
    /// - Parameter isReadable: whether the program understands an event of a meeting or a network.
    /// - Throws: `KeepingError.missing`; `StoreError.newerSchema`, `foreignFile`, `damagedFile` or `failed`.
    public static func of(
        directory url: URL, isReadable: @escaping (LogEntry) -> Bool = { _ in true }
    ) throws -> Examination {
        let directory = DataDirectory(existing: url)
        // Read before the snapshot: a running server marks only what the snapshot then has.
        let marks = try Marks(directory: directory).read()
        return try of(file: URL(fileURLWithPath: directory.databasePath), marks: marks, isReadable: isReadable)
    }

    /// Looks at a database alone, as a backup is.
    public static func of(
        file: URL, isReadable: @escaping (LogEntry) -> Bool = { _ in true }
    ) throws -> Examination {
        try of(file: file, marks: [], isReadable: isReadable)
    }

    private static func of(
        file: URL, marks: [StreamHead], isReadable: @escaping (LogEntry) -> Bool
    ) throws -> Examination {
        do {
            let queue = try DatabaseConnection.openReadOnly(file.path)
            let examination = try queue.read { db in
                var examination = Examination()
                examination.contents.schema = try Schema.known(db)
                // What cannot be read is a finding; the next look goes on with what can.
                for look in [lookAtFile, lookAtLog, lookAtCatalogue, lookAtMarks(marks)] {
                    do {
                        try look(&examination, db, isReadable)
                    } catch let error as DatabaseError where error.resultCode == .SQLITE_CORRUPT {
                        examination.complaints.append(error.message ?? "the file is damaged")
                    }
                }
                return examination
            }
            try queue.close()
            return examination
        } catch let error as DatabaseError where error.resultCode == .SQLITE_CORRUPT {
            // Not even its schema can be read.
            var examination = Examination()
            examination.complaints = [error.message ?? "the file is damaged"]
            return examination
        } catch let error as DatabaseError {
            throw StoreError(error)
        }
    }

    private typealias Look = (inout Examination, Database, (LogEntry) -> Bool) throws -> Void

    private static func lookAtFile(
        _ examination: inout Examination, _ db: Database, _: (LogEntry) -> Bool
    ) throws {
        let sql = "PRAGMA integrity_check(\(StorageLimits.complaintsListed))"
        examination.complaints += try String.fetchAll(db, sql: sql).filter { $0 != "ok" }
        let rows = try Row.fetchAll(db, sql: "SELECT DISTINCT \"table\" FROM pragma_foreign_key_check")
        examination.complaints += rows.map { "a row of \(($0[0] as String?) ?? "a table") points to nothing" }
    }

    private static func lookAtLog(
        _ examination: inout Examination, _ db: Database, _ isReadable: (LogEntry) -> Bool
    ) throws {
        let streams = try ChainCheck.streams(db)
        examination.contents.streams = streams.count
        examination.contents.events = try Int.fetchOne(db, sql: "SELECT count(*) FROM event") ?? 0
        examination.contents.highestSequence = try Int64.fetchOne(db, sql: "SELECT max(sequence) FROM head") ?? 0
        for stream in streams {
            let damages = try ChainCheck.damages(db, stream: stream)
            examination.damages += damages
            let broken = Set(damages.map(\.sequence))
            let sql = """
                \(StoredEvent.withParts) WHERE e.stream = ? AND (EXISTS (SELECT 1 FROM meeting WHERE id = e.stream)
                OR EXISTS (SELECT 1 FROM network WHERE id = e.stream)) ORDER BY e.sequence
                """
            let rows = try Row.fetchCursor(db, sql: sql, arguments: [stream])
            while let row = try rows.next() {
                guard let event = StoredEvent(row), !broken.contains(event.fields.sequence),
                    !isReadable(event.entry(row))
                else { continue }
                examination.damages.append(
                    Damage(stream: stream, sequence: event.fields.sequence, kind: .unreadable))
            }
        }
    }

    private static func lookAtCatalogue(
        _ examination: inout Examination, _ db: Database, _: (LogEntry) -> Bool
    ) throws {
        examination.contents.epoch =
            try String.fetchOne(db, sql: "SELECT value FROM meta WHERE key = ?", arguments: [Epoch.key]) ?? ""
        examination.contents.networks = try Int.fetchOne(db, sql: "SELECT count(*) FROM network") ?? 0
        examination.contents.meetings = try Int.fetchOne(db, sql: "SELECT count(*) FROM meeting") ?? 0
    }

    private static func lookAtMarks(_ marks: [StreamHead]) -> Look {
        return { examination, db, _ in
            examination.damages += try Marks.damages(db, marks: marks)
            examination.marks = marks.count
        }
    }
}
