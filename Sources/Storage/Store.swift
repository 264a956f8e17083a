import Foundation
import GRDB

/// Everything that is kept: the log of every stream, and the catalogue of networks, accounts, people and meetings.
///
/// One actor on a thread of its own, with one connection: it is the only writer, and no call of it ever runs on the
/// event loop. It knows SQLite and no rule of a meeting. Time is always passed in, as milliseconds since 1970.
public actor Store {
    nonisolated let thread: OwnThread
    nonisolated let directory: DataDirectory
    /// From this every link is derived; it is in its own file, outside the database and its backups.
    let linkKey: [UInt8]

    private var queue: DatabaseQueue?
    private var lock: LockFile?
    let marks: Marks
    /// The streams that have grown since their ends were last marked.
    var unmarked: Set<String> = []
    /// Set once the disk failed to confirm a write, or the file is damaged; from then on nothing is stored any more.
    private(set) var fatalMessage: String?
    var checkpoints = CheckpointState()

    /// The epoch under which events are appended: 64 random bits in hexadecimal, new after a restore, so that a client
    /// that read further than the restored log goes can tell.
    public internal(set) var epoch: String

    /// The actor's own thread.
    public nonisolated var unownedExecutor: UnownedSerialExecutor { thread.asUnownedSerialExecutor() }

    /// Opens the store in a directory, which is made if it is not there, and checks it.
    ///
    /// - Parameters:
    ///   - directory: holds the database, its side files, the lock file and the secret key.
    ///   - busyTimeoutSeconds: how long to wait when another program (a backup tool, a shell) holds the database.
    /// - Throws: `StoreError`: `inUse`, `newerSchema`, `foreignFile`, `unsafeDirectory`, `damaged`, `damagedFile`,
    ///   `behindMark`, `unsafeSetting`, `fileSystem` or `failed`.
    ///   - isServer: whether this process serves; only one may. A command beside a running server says false.
    ///   - acceptsLoss: open a log that ends before its mark; what is there counts from now on, in a new epoch.
    public static func open(
        directory: URL, busyTimeoutSeconds: Double = 5, isServer: Bool = true, acceptsLoss: Bool = false
    ) throws -> Store {
        try open(
            directory: directory, busyTimeoutSeconds: busyTimeoutSeconds, isServer: isServer,
            acceptsLoss: acceptsLoss, migrations: Schema.migrations)
    }

    static func open(
        directory: URL, busyTimeoutSeconds: Double, isServer: Bool = true, acceptsLoss: Bool = false,
        migrations: [Migration]
    ) throws -> Store {
        do {
            let store = try Store(
                directory, busyTimeoutSeconds, isServer, acceptsLoss, Migrator(migrations: migrations))
            store.startTimer()
            return store
        } catch let error as DatabaseError {
            throw StoreError(error)
        }
    }

    private init(
        _ url: URL, _ busyTimeoutSeconds: Double, _ isServer: Bool, _ acceptsLoss: Bool, _ migrator: Migrator
    ) throws {
        directory = try DataDirectory(preparing: url)
        let marks = Marks(directory: directory)
        self.marks = marks
        lock = isServer ? LockFile(descriptor: try directory.lock()) : nil
        linkKey = try directory.secretKey()
        let queue = try DatabaseConnection.open(directory: directory, busyTimeoutSeconds: busyTimeoutSeconds)
        try migrator.migrate(queue, directory: directory)
        epoch = try queue.writeWithoutTransaction { db in
            try DatabaseConnection.assertSettings(db)
            try FileCheck.run(db)
            let epoch = try Epoch.current(db)
            try ChainCheck.assertRecent(db, count: StorageLimits.eventsCheckedAtStart)
            // A command beside the server neither needs the marks nor may write them.
            guard isServer else { return epoch }
            let isLoss = try !marks.settle(db, acceptsLoss: acceptsLoss)
            return isLoss ? try Epoch.renew(db) : epoch
        }
        self.queue = queue
        thread = OwnThread(name: "store")
    }

    deinit { thread.stop() }

    /// Folds the log into the database, closes it and lets another server open it. Every later call throws
    /// `StoreError.closed`.
    public func close() throws {
        guard let queue else { return }
        // The next start does without what could not be marked; the log itself has it.
        try? mark()
        self.queue = nil
        defer { lock = nil }
        do { try queue.close() } catch let error as DatabaseError { throw StoreError(error) }
    }

    /// Whether this process is the one that serves.
    var isServer: Bool { lock != nil }

    /// Whether `close()` was called.
    public var isClosed: Bool { queue == nil }

    /// Begins a new epoch. To be called once after a restore, before any room opens.
    @discardableResult
    public func renewEpoch() throws -> String {
        let renewed = try write { try Epoch.renew($0) }
        epoch = renewed
        return renewed
    }

    /// Runs a read. Reading goes on when the disk is full and after a failed write.
    func read<T>(_ body: (Database) throws -> T) throws -> T {
        guard let queue else { throw StoreError.closed }
        do {
            return try queue.writeWithoutTransaction(body)
        } catch let error as DatabaseError {
            let error = StoreError(error)
            switch error {
            case .fatal(let message), .damagedFile(let message): fatalMessage = message
            default: break
            }
            throw error
        }
    }

    /// Runs a change in one transaction: all of it is durable when this returns, or none of it is stored.
    func write<T>(_ body: (Database) throws -> T) throws -> T {
        if let fatalMessage { throw StoreError.fatal(fatalMessage) }
        let value = try read { db in
            var value: T?
            try db.inTransaction(.immediate) {
                value = try body(db)
                return .commit
            }
            return value
        }
        guard let value else { throw StoreError.failed(code: 0, message: "the transaction gave no result") }
        checkpoints.commits += 1
        checkpointAfterCommit()
        return value
    }
}

/// Holds the lock on the directory as long as it lives.
private final class LockFile: Sendable {
    private let descriptor: Int32

    init(descriptor: Int32) { self.descriptor = descriptor }

    deinit { Foundation.close(descriptor) }
}

/// The row that says which life of the log this is.
enum Epoch {
    static let key = "epoch"

    static func current(_ db: Database) throws -> String {
        if let epoch = try String.fetchOne(db, sql: "SELECT value FROM meta WHERE key = ?", arguments: [key]) {
            return epoch
        }
        return try renew(db)
    }

    static func renew(_ db: Database) throws -> String {
        let epoch = Sodium.randomBytes(8).map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
        try db.execute(sql: "INSERT OR REPLACE INTO meta(key, value) VALUES (?, ?)", arguments: [key, epoch])
        return epoch
    }
}
