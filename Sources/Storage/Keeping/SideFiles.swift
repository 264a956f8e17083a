import Foundation
import GRDB

/// What is wrong with a file that belongs to the database and lies beside it.
public enum SideFlaw: String, Sendable, Equatable, CaseIterable {
    /// The database was kept with marks, and there is no file of them.
    case marksMissing
    /// Marks that were written are not there, or are not what was written.
    case marksDamaged
    /// The marks are older than the database: they were put there from elsewhere.
    case marksOutdated
    /// There is a database and no secret key.
    case keyMissing
    /// The secret key is not as long as a key is.
    case keyDamaged
    /// The secret key is not the one of this database.
    case keyForeign

    /// Whether it is about the secret key, and not about the marks.
    public var isOfKey: Bool {
        switch self {
        case .marksMissing, .marksDamaged, .marksOutdated: false
        case .keyMissing, .keyDamaged, .keyForeign: true
        }
    }
}

/// The marks and the key, which lie beside the database so that neither can be replaced without the others. The
/// database knows of both: how often the marks were begun, and a value that only this key gives and that says nothing
/// about it.
enum SideFiles {
    private static let marksRow = "marks"
    private static let keyRow = "key"

    /// What is wrong beside a database.
    static func flaws(_ db: Database, _ directory: DataDirectory, marks: Marks.Reading) throws -> [SideFlaw] {
        try [marksFlaw(db, marks), keyFlaw(db, try directory.contents(DataDirectory.keyName).map { [UInt8]($0) })]
            .compactMap { $0 }
    }

    private static func marksFlaw(_ db: Database, _ marks: Marks.Reading) throws -> SideFlaw? {
        // A database of before does not know yet.
        guard let known = try generation(db) else { return nil }
        guard marks.isThere else { return .marksMissing }
        guard marks.isWhole, let found = marks.generation else { return .marksDamaged }
        // The file is begun first: after a crash in between it is ahead.
        return found < known ? .marksOutdated : nil
    }

    static func keyFlaw(_ db: Database, _ key: [UInt8]?) throws -> SideFlaw? {
        guard let key else { return .keyMissing }
        guard key.count == Sodium.hashBytes else { return .keyDamaged }
        guard let known = try value(db, keyRow) else { return nil }
        return known == check(key) ? nil : .keyForeign
    }

    /// How often the marks were begun; nil when the database does not know of any.
    static func generation(_ db: Database) throws -> Int64? { try value(db, marksRow).map { Int64($0) ?? .max } }

    /// The next number; it begins anew after one that nobody has counted up to, which is damage.
    static func generation(after known: Int64, _ found: Int64) -> Int64 {
        let last = max(known, found)
        return last >= 0 && last < 1 << 53 ? last + 1 : 1
    }

    /// Writes down that marks are kept, after they were begun.
    static func keep(_ generation: Int64, _ db: Database) throws { try set(db, marksRow, String(generation)) }

    /// Writes down which key it is.
    static func keep(key: [UInt8], _ db: Database) throws {
        let check = check(key)
        if try value(db, keyRow) != check { try set(db, keyRow, check) }
    }

    /// Forgets what was beside the database, in a copy of it that gets files of its own.
    ///
    /// - Returns: whether a key is the one that was there; true when that is not known.
    static func forget(_ db: Database, key: [UInt8]?) throws -> Bool {
        let isKnown = try key.map { try keyFlaw(db, $0) != .keyForeign } ?? true
        try db.execute(sql: "DELETE FROM meta WHERE key IN (?, ?)", arguments: [marksRow, keyRow])
        return isKnown
    }

    /// What stands for a key: nobody gets from it to the key, or to a link.
    private static func check(_ key: [UInt8]) -> String {
        Sodium.hex(Sodium.hmacSHA256(Array("the key of this database".utf8), key: key))
    }

    private static func value(_ db: Database, _ row: String) throws -> String? {
        try String.fetchOne(db, sql: "SELECT value FROM meta WHERE key = ?", arguments: [row])
    }

    private static func set(_ db: Database, _ row: String, _ value: String) throws {
        try db.execute(sql: "INSERT OR REPLACE INTO meta(key, value) VALUES (?, ?)", arguments: [row, value])
    }
}
