import GRDB

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

    /// All that can be said of a file, which may be in use.
    ///
    /// - Throws: `KeepingError.missing`; `StoreError.foreignFile`; `DatabaseError` when it cannot be read, except for
    ///   damage, which is said.
    static func complaints(_ path: String) throws -> [String] {
        let queue = try DatabaseConnection.openReadOnly(path)
        defer { try? queue.close() }
        return try queue.read { db in
            do {
                let sql = "PRAGMA integrity_check(\(StorageLimits.complaintsListed))"
                let complaints = try String.fetchAll(db, sql: sql).filter { $0 != "ok" }
                let rows = try Row.fetchAll(db, sql: "SELECT DISTINCT \"table\" FROM pragma_foreign_key_check")
                return complaints + rows.map { "a row of \(($0[0] as String?) ?? "a table") points to nothing" }
            } catch let error as DatabaseError where error.resultCode == .SQLITE_CORRUPT {
                return [error.message ?? "the file is damaged"]
            }
        }
    }
}
