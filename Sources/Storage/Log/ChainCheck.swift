import Foundation
import GRDB

/// A place where the log is not what was stored.
public struct Damage: Sendable, Equatable {
    /// What is wrong there.
    public enum Kind: String, Sendable {
        /// The event's content does not give its hash.
        case altered
        /// The event does not follow on the one before it.
        case unlinked
        /// There is no event with this number, though there are later ones.
        case missing
        /// The stream does not end where its last append left it.
        case wrongEnd
        /// The stream ends before this event, which the mark beside the database says was stored.
        case behindMark
        /// The event is not the one that was marked beside the database.
        case notAsMarked
        /// The event is what was stored, but this program cannot read it.
        case unreadable
    }

    /// The stream.
    public let stream: String
    /// The number of the event.
    public let sequence: Int64
    /// What is wrong.
    public let kind: Kind

    /// A place in the log.
    public init(stream: String, sequence: Int64, kind: Kind) {
        (self.stream, self.sequence, self.kind) = (stream, sequence, kind)
    }
}

/// Walks the hash chain. It only reads and reports; it repairs nothing.
enum ChainCheck {
    /// Every stream that there is anything of.
    static func streams(_ db: Database) throws -> [String] {
        try String.fetchAll(
            db, sql: "SELECT stream FROM head UNION SELECT DISTINCT stream FROM event ORDER BY stream")
    }

    static func damages(_ db: Database, stream: String) throws -> [Damage] {
        var damages: [Damage] = []
        func report(_ sequence: Int64, _ kind: Damage.Kind) {
            damages.append(Damage(stream: stream, sequence: sequence, kind: kind))
        }
        let sql = "SELECT \(StoredEvent.columns) FROM event e WHERE e.stream = ? ORDER BY e.sequence"
        let rows = try Row.fetchCursor(db, sql: sql, arguments: [stream])
        var expected: Int64 = 1
        var previous: [UInt8]? = EventHash.start
        while let row = try rows.next() {
            guard let event = StoredEvent(row) else {
                report(expected, .altered)
                previous = nil
                expected += 1
                continue
            }
            if event.fields.sequence != expected {
                report(expected, .missing)
                previous = nil
            }
            if let previous, previous != event.previousHash { report(event.fields.sequence, .unlinked) }
            if !event.isUnaltered { report(event.fields.sequence, .altered) }
            previous = event.hash
            expected = event.fields.sequence + 1
        }
        let head = try Row.fetchOne(db, sql: "SELECT sequence, hash FROM head WHERE stream = ?", arguments: [stream])
        let endsWell =
            head.map {
                Int64.fromDatabaseValue($0[0]) == expected - 1
                    && Data.fromDatabaseValue($0[1]) == previous.map { Data($0) }
            }
            ?? (expected == 1)
        if !endsWell { report(expected, .wrongEnd) }
        return damages
    }

    /// Checks the end of every stream and the newest events, in the time that a start may take.
    ///
    /// - Throws: `StoreError.damaged` at the first place that is wrong.
    static func assertRecent(_ db: Database, count: Int) throws {
        let wrongEnd = """
            SELECT h.stream, h.sequence FROM head h WHERE NOT EXISTS (
                SELECT 1 FROM event e WHERE e.stream = h.stream AND e.sequence = h.sequence AND e.hash = h.hash)
            LIMIT 1
            """
        if let row = try Row.fetchOne(db, sql: wrongEnd) {
            throw StoreError.damaged(stream: row[0], sequence: row[1])
        }
        let recent = """
            SELECT \(StoredEvent.columns), b.hash FROM (SELECT * FROM event ORDER BY id DESC LIMIT ?) e
            LEFT JOIN event b ON b.stream = e.stream AND b.sequence = e.sequence - 1 ORDER BY e.id
            """
        let rows = try Row.fetchCursor(db, sql: recent, arguments: [count])
        while let row = try rows.next() {
            let before = Data.fromDatabaseValue(row[StoredEvent.columnCount] as DatabaseValue).map { [UInt8]($0) }
            guard let event = StoredEvent(row), event.isUnaltered,
                event.previousHash == (event.fields.sequence == 1 ? EventHash.start : before)
            else {
                throw StoreError.damaged(
                    stream: String.fromDatabaseValue(row[0] as DatabaseValue) ?? "",
                    sequence: Int64.fromDatabaseValue(row[1] as DatabaseValue) ?? 0)
            }
        }
    }
}

/// What SQLite itself can say about the file.
enum FileCheck {
    /// - Throws: `StoreError.damagedFile` with the first complaint.
    static func run(_ db: Database) throws {
        let complaints = try String.fetchAll(db, sql: "PRAGMA quick_check(1)")
        guard complaints == ["ok"] else { throw StoreError.damagedFile(complaints.first ?? "quick_check") }
        if let row = try Row.fetchOne(db, sql: "PRAGMA foreign_key_check") {
            throw StoreError.damagedFile("a row of \((row[0] as String?) ?? "a table") points to nothing")
        }
    }
}
