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

/// A thorough look at a database, which may be in use: all that is stored is read in one snapshot, the file itself
/// meanwhile in another, and nothing is written.
public struct Examination: Sendable, Equatable {
    /// What is in it.
    public internal(set) var contents = Contents()
    /// Where the log is not what was stored.
    public internal(set) var damages: [Damage] = []
    /// What SQLite says about the file, in its own words, and what is wrong in the catalogue.
    public internal(set) var complaints: [String] = []
    /// What is wrong with the marks and the key beside the database.
    public internal(set) var sideFlaws: [SideFlaw] = []
    /// Streams that were compared with their marks.
    public internal(set) var marks = 0

    /// Whether nothing is wrong.
    public var isGood: Bool { damages.isEmpty && complaints.isEmpty && sideFlaws.isEmpty }

    /// Whether nothing is wrong but with the secret key.
    public var isOnlyKey: Bool {
        !isGood && damages.isEmpty && complaints.isEmpty && sideFlaws.allSatisfy(\.isOfKey)
    }

    /// Whether a part of the log is missing, or is not what was marked, or the marks themselves are not as they were;
    /// and nothing else is wrong, except perhaps with the key.
    public var isOnlyLoss: Bool {
        !isGood && !isOnlyKey && complaints.isEmpty
            && damages.allSatisfy { $0.kind == .behindMark || $0.kind == .notAsMarked }
    }

    /// Looks at the database of a data folder, and at its marks.
    ///
    /// - Parameters:
    ///   - headway: is told how far the look is.
    ///   - isReadable: whether the program understands an event of a meeting or a network.
    /// - Throws: `KeepingError.missing`; `StoreError.noAccess`, `newerSchema`, `foreignFile`, `damagedFile` or `failed`.
    public static func of(
        directory url: URL, headway: Headway = Headway(),
        isReadable: @escaping @Sendable (LogEntry) -> Bool = { _ in true }
    ) throws -> Examination {
        let directory = DataDirectory(existing: url)
        try directory.assertAccess()
        // Read before the snapshot: a running server marks only what the snapshot then has.
        let marks = try Marks(directory: directory).look()
        return try of(
            file: URL(fileURLWithPath: directory.databasePath), beside: (directory, marks), headway: headway,
            isReadable: isReadable)
    }

    /// Looks at a database alone, as a backup is.
    public static func of(
        file: URL, headway: Headway = Headway(), isReadable: @escaping @Sendable (LogEntry) -> Bool = { _ in true }
    ) throws -> Examination {
        try of(file: file, beside: nil, headway: headway, isReadable: isReadable)
    }

    private typealias Beside = (directory: DataDirectory, marks: Marks.Reading)

    private static func of(
        file: URL, beside: Beside?, headway: Headway, isReadable: @escaping @Sendable (LogEntry) -> Bool
    ) throws -> Examination {
        do {
            let queue = try DatabaseConnection.openToLook(file.path)
            // On a connection of its own beside the walk through the log: it takes as long, and needs nothing of it.
            let ofFile = OtherCores<Result<[String], any Error>>()
            defer { _ = ofFile.outcomes() }
            ofFile.hand { Result { try FileCheck.complaints(file.path) } }
            var examination = try queue.read { db in
                var examination = Examination()
                examination.contents.schema = try Schema.known(db)
                // What cannot be read is a finding; the next look goes on with what can.
                for look in [lookAtLog(headway, isReadable), lookAtCatalogue, lookBeside(beside)] {
                    do {
                        try look(&examination, db)
                    } catch let error as DatabaseError where error.resultCode == .SQLITE_CORRUPT {
                        examination.complaints.append(error.message ?? "the file is damaged")
                    } catch is RowDecodingError {
                        examination.complaints.append(StoreError.unreadableRow)
                    }
                }
                return examination
            }
            try queue.close()
            headway.begin(.readingFile)
            examination.complaints = try ofFile.outcomes().flatMap { try $0.get() } + examination.complaints
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

    private typealias Look = (inout Examination, Database) throws -> Void

    private static func lookAtLog(_ headway: Headway, _ isReadable: @escaping @Sendable (LogEntry) -> Bool) -> Look {
        return { examination, db in
            let streams = try ChainCheck.streams(db)
            examination.contents.streams = streams.count
            examination.contents.events = try Int.fetchOne(db, sql: "SELECT count(*) FROM event") ?? 0
            examination.contents.highestSequence = try Int64.fetchOne(db, sql: "SELECT max(sequence) FROM head") ?? 0
            headway.begin(.readingLog, total: examination.contents.events)
            let cores = OtherCores<[Damage]>()
            // Also of what was read before the file turned out to be damaged.
            defer { examination.damages += cores.outcomes().flatMap(\.self) }
            for stream in streams {
                let sql =
                    "SELECT EXISTS (SELECT 1 FROM meeting WHERE id = ?1) OR EXISTS (SELECT 1 FROM network WHERE id = ?1)"
                let isOurs = try Bool.fetchOne(db, sql: sql, arguments: [stream]) ?? false
                try ChainCheck.look(db, stream: stream, headway: headway, with: cores) { event in
                    isOurs && !isReadable(event.entry) ? .unreadable : nil
                }
            }
            let strays = try ChainCheck.strays(db)
            cores.hand { strays }
        }
    }

    private static func lookAtCatalogue(_ examination: inout Examination, _ db: Database) throws {
        examination.contents.epoch =
            try String.fetchOne(db, sql: "SELECT value FROM meta WHERE key = ?", arguments: [Epoch.key]) ?? ""
        examination.contents.networks = try Int.fetchOne(db, sql: "SELECT count(*) FROM network") ?? 0
        examination.contents.meetings = try Int.fetchOne(db, sql: "SELECT count(*) FROM meeting") ?? 0
        examination.complaints += try PersonWords.flaws(db).map {
            "name and school of person \($0) are not what was stored"
        }
    }

    private static func lookBeside(_ beside: Beside?) -> Look {
        return { examination, db in
            guard let (directory, marks) = beside else { return }
            examination.sideFlaws = try SideFiles.flaws(db, directory, marks: marks)
            examination.damages += try Marks.damages(db, marks: marks.heads)
            examination.marks = marks.heads.count
        }
    }
}
