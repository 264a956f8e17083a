// Knows how what SQLite complains of is said as an error of the store, with the system's own reason.

import GRDB
import GRDBSQLite

extension DatabaseQueue {
    /// Works with the database outside of a transaction.
    ///
    /// - Parameter isCommitting: whether `body` stores something.
    /// - Throws: `StoreError` for whatever SQLite says; what else `body` throws. A row that has not what its table
    ///   promises is damage.
    func ask<T>(isCommitting: Bool = false, _ body: (Database) throws -> T) throws -> T {
        try writeWithoutTransaction { db in
            do { return try body(db) } catch let error as DatabaseError {
                throw StoreError(error, system: db.systemReason, isCommitting: isCommitting)
            } catch let error as RowDecodingError {
                throw StoreError(any: error)
            }
        }
    }
}

extension Database {
    /// The `errno` of the last input or output that failed; 0 when it is not known. A failed commit is known only to
    /// the file it was for, mostly the write-ahead log.
    fileprivate var systemReason: Int32 {
        var log: UnsafeMutablePointer<sqlite3_file>?
        var main: UnsafeMutablePointer<sqlite3_file>?
        sqlite3_file_control(sqliteConnection, "main", SQLITE_FCNTL_JOURNAL_POINTER, &log)
        sqlite3_file_control(sqliteConnection, "main", SQLITE_FCNTL_FILE_POINTER, &main)
        let known = [log, main].map(Self.lastReason) + [sqlite3_system_errno(sqliteConnection)]
        return known.first { $0 != 0 } ?? 0
    }

    private static func lastReason(_ file: UnsafeMutablePointer<sqlite3_file>?) -> Int32 {
        guard let file, let methods = file.pointee.pMethods else { return 0 }
        var reason: Int32 = 0
        _ = methods.pointee.xFileControl(file, SQLITE_FCNTL_LAST_ERRNO, &reason)
        return reason
    }
}
