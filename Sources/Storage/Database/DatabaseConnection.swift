import Foundation
import GRDB

/// Opens the one connection to the database with the settings on which durability and erasure rest, and reads each of
/// them back: a setting that silently did not take is worse than a server that does not start.
enum DatabaseConnection {
    static func open(directory: DataDirectory, busyTimeoutSeconds: Double) throws -> DatabaseQueue {
        try directory.makePrivate(DataDirectory.databaseName)
        var configuration = Configuration()
        configuration.busyMode = .timeout(busyTimeoutSeconds)
        configuration.foreignKeysEnabled = true
        configuration.label = "staffroom.store"
        let queue = try DatabaseQueue(path: directory.databasePath, configuration: configuration)
        try queue.ask { db in
            try assertOurs(db, path: directory.databasePath)
            // Without effect on one that is there already.
            try db.execute(sql: "PRAGMA page_size = \(pageBytes)")
            try apply(db)
        }
        return queue
    }

    /// Opens a database to look at it as if it had the columns of today; otherwise like `openReadOnly`.
    static func openToLook(_ path: String) throws -> DatabaseQueue {
        let queue = try openReadOnly(path)
        try queue.writeWithoutTransaction { try $0.execute(sql: try Schema.likeToday($0)) }
        return queue
    }

    /// Opens a database that another process may be writing, and can change nothing in it.
    ///
    /// - Throws: `KeepingError.missing`; `StoreError.foreignFile`, also for an empty file.
    static func openReadOnly(_ path: String) throws -> DatabaseQueue {
        try DataDirectory.assertAccess(path, R_OK)
        guard access(path, F_OK) == 0 else { throw KeepingError.missing(path: path) }
        var configuration = Configuration()
        configuration.readonly = true
        configuration.busyMode = .timeout(5)
        configuration.label = "staffroom.reader"
        let queue = try DatabaseQueue(path: path, configuration: configuration)
        try queue.writeWithoutTransaction { db in
            try db.execute(sql: "PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA temp_store = MEMORY")
            guard try Int64.fetchOne(db, sql: "PRAGMA application_id") == Schema.applicationID else {
                throw StoreError.foreignFile(path: path)
            }
        }
        return queue
    }

    /// Lets go of a database without closing it: closing would ask the disk again for what it has not confirmed, believe
    /// its yes and throw the write-ahead log away. The next start finds all of it as it is.
    static func leaveAsItIs(_ queue: DatabaseQueue) { _ = Unmanaged.passRetained(queue) }

    /// Of a new database. A message changes a few bytes in each of several trees, and each of them costs a page in the
    /// write-ahead log: small pages halve what is written.
    private static let pageBytes = 2_048

    /// Refuses somebody else's database before anything is written to it.
    private static func assertOurs(_ db: Database, path: String) throws {
        let applicationID = try Int64.fetchOne(db, sql: "PRAGMA application_id") ?? 0
        let tables = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_schema") ?? 0
        guard applicationID == Schema.applicationID || (applicationID == 0 && tables == 0) else {
            throw StoreError.foreignFile(path: path)
        }
    }

    #if MUTANT_NORMAL
        /// The server that is broken on purpose, for the test of power cuts: it must lose something.
        private static let synchronous = (value: "NORMAL", readBack: "1")
    #else
        private static let synchronous = (value: "FULL", readBack: "2")
    #endif

    /// The settings and what they must read back as. `synchronous` comes after the connection is open, because the
    /// library may lower it while it sets up the write-ahead log.
    private static let settings: [(name: String, value: String, readBack: String)] = [
        ("journal_mode", "WAL", "wal"),
        ("synchronous", synchronous.value, synchronous.readBack),
        ("foreign_keys", "ON", "1"),
        ("secure_delete", "ON", "1"),
        ("trusted_schema", "OFF", "0"),
        ("cell_size_check", "ON", "1"),
        ("wal_autocheckpoint", "0", "0"),
        ("temp_store", "MEMORY", "2"),
    ]

    static func apply(_ db: Database) throws {
        for setting in settings {
            _ = try Row.fetchAll(db, sql: "PRAGMA \(setting.name) = \(setting.value)")
        }
        try assertSettings(db)
    }

    /// - Throws: `StoreError.unsafeSetting`, naming the first setting that does not hold.
    static func assertSettings(_ db: Database) throws {
        for setting in settings {
            let found = try DatabaseValue.fetchOne(db, sql: "PRAGMA \(setting.name)")
            let text =
                String.fromDatabaseValue(found ?? .null) ?? (found.flatMap(Int64.fromDatabaseValue)).map(String.init)
            guard text == setting.readBack else { throw StoreError.unsafeSetting(setting.name) }
        }
    }
}

/// Brings a database to the newest schema, in one transaction, with a copy of what was there before.
struct Migrator {
    let migrations: [Migration]

    var newest: Int { migrations.last?.version ?? 0 }

    func migrate(_ queue: DatabaseQueue, directory: DataDirectory) throws {
        try queue.ask { db in
            let found = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
            guard found <= newest else { throw StoreError.newerSchema(found: found, known: newest) }
            guard found < newest else { return }
            if found > 0 { try copy(db, directory: directory, version: newest) }
            try db.inTransaction(.immediate) {
                for migration in migrations where migration.version > found {
                    try db.execute(sql: migration.sql)
                }
                try db.execute(sql: "PRAGMA application_id = \(Schema.applicationID)")
                try db.execute(sql: "PRAGMA user_version = \(newest)")
                return .commit
            }
        }
    }

    /// `VACUUM INTO` does not make its result durable, so that is done here, before the name that counts appears.
    private func copy(_ db: Database, directory: DataDirectory, version: Int) throws {
        let name = DataDirectory.databaseName + DataDirectory.copySuffix + "\(version)"
        let unfinished = name + ".unfinished"
        unlink(directory.path(unfinished))
        try directory.makePrivate(unfinished)
        try db.execute(sql: "VACUUM INTO ?", arguments: [directory.path(unfinished)])
        try directory.sync(unfinished)
        guard rename(directory.path(unfinished), directory.path(name)) == 0 else {
            throw StoreError.fileSystem(path: directory.path(name), code: errno)
        }
        try directory.sync()
    }
}
