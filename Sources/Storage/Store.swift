import Foundation
import GRDB
import Journal

/// Everything that is kept: the log of every stream, and the catalogue of networks, accounts, people and meetings.
///
/// One actor on a thread of its own, with one connection: it is the only writer, and no call of it ever runs on the
/// event loop. It knows SQLite and no rule of a meeting. Time is always passed in, as milliseconds since 1970.
public actor Store {
    nonisolated let thread: OwnThread
    nonisolated let directory: DataDirectory
    /// From this every link is derived; it is in its own file, outside the database and its backups.
    let linkKey: [UInt8]
    /// How often the file of marks was begun.
    let marksGeneration: Int64
    nonisolated let marker: EntryMarker

    private var queue: DatabaseQueue?
    private var lock: LockFile?
    let marks: Marks
    /// The streams that have grown since their ends were last marked.
    var unmarked: Set<String> = []
    let lifeBook: LifeBook
    /// This server's own life with the place of its record, from its first sign on, and those before it.
    var life: (life: LifeBook.Life, index: Int)?
    var earlierLives: [LifeBook.Life] = []
    /// What was begun last in what restores put aside: one after the other.
    var asideWork: Task<[String], Never>?
    /// Set once the disk failed to confirm a write, or the file is damaged; from then on nothing is stored any more.
    private(set) var end: StoreError?
    /// Why the last commit came to nothing; nil when it did not.
    private(set) var failing: StoreTrouble?
    private let news: @Sendable (StoreNews) -> Void
    var checkpoints = CheckpointState()
    let knownCommands = KnownCommands()
    /// Links that somebody waits for.
    var wantedLinks: [WantedLink] = []

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
    ///   - isServer: whether this process serves; only one may. A command beside a running server says false.
    ///   - acceptsLoss: open a log that ends before its mark, or without its marks; what is there counts from now on,
    ///     in a new epoch.
    ///   - news: told what fails once it is open, on the store's own thread.
    /// - Throws: `StoreError`: `inUse`, `newerSchema`, `foreignFile`, `unsafeDirectory`, `noAccess`, `damaged`,
    ///   `damagedFile`, `behindMark`, `sideFile`, `unsafeSetting`, `fileSystem` or `failed`.
    public static func open(
        directory: URL, busyTimeoutSeconds: Double = 5, isServer: Bool = true, acceptsLoss: Bool = false,
        news: @escaping @Sendable (StoreNews) -> Void = { _ in }
    ) throws -> Store {
        try open(
            directory: directory, busyTimeoutSeconds: busyTimeoutSeconds, isServer: isServer,
            acceptsLoss: acceptsLoss, takesNewKey: false, migrations: Schema.migrations, news: news)
    }

    /// - Parameter takesNewKey: go on without the key that was there, with whatever key is there now or a new one. The
    ///   database takes it for its own only by `keepKey`.
    static func open(
        directory: URL, busyTimeoutSeconds: Double = 5, isServer: Bool = true, acceptsLoss: Bool = false,
        takesNewKey: Bool = false, migrations: [Migration],
        news: @escaping @Sendable (StoreNews) -> Void = { _ in }
    ) throws -> Store {
        do {
            let store = try Store(
                directory, busyTimeoutSeconds, isServer, acceptsLoss, takesNewKey, Migrator(migrations: migrations),
                news)
            store.startTimer()
            return store
        } catch let error as DatabaseError {
            throw StoreError(error, system: DataDirectory(existing: directory).obstacle)
        } catch let error as RowDecodingError {
            throw StoreError(any: error)
        }
    }

    private init(
        _ url: URL, _ busyTimeoutSeconds: Double, _ isServer: Bool, _ acceptsLoss: Bool, _ takesNewKey: Bool,
        _ migrator: Migrator, _ news: @escaping @Sendable (StoreNews) -> Void
    ) throws {
        self.news = news
        directory = try DataDirectory(preparing: url)
        let marks = Marks(directory: directory)
        self.marks = marks
        lifeBook = LifeBook(directory: directory)
        lock = isServer ? LockFile(descriptor: try directory.lock()) : nil
        let foresight = try Foresight(
            directory, isServer: isServer, acceptsLoss: acceptsLoss, takesNewKey: takesNewKey,
            newest: migrator.newest)
        let key = try directory.secretKey()
        linkKey = key
        let queue = try DatabaseConnection.open(directory: directory, busyTimeoutSeconds: busyTimeoutSeconds)
        do {
            try migrator.migrate(queue, directory: directory)
            (epoch, marksGeneration, marker) = try queue.ask { db in
                try DatabaseConnection.assertSettings(db)
                try FileCheck.run(db)
                try ChainCheck.assertRecent(db, count: StorageLimits.eventsCheckedAtStart)
                if !takesNewKey { try SideFiles.keep(key: key, db) }
                let epoch = try Epoch.current(db)
                let marker = try EntryMarker.current(db)
                let known = try SideFiles.generation(db) ?? 0
                // A command beside the server neither needs the marks nor may write them.
                guard isServer else { return (epoch, known, marker) }
                // A new epoch first: with the old one and new marks nobody would know of the loss.
                let renewed = foresight.isLoss ? try Epoch.renew(db) : epoch
                let generation = SideFiles.generation(after: known, foresight.marks.generation ?? 0)
                try marks.replace(try StreamHead.all(db), generation: generation)
                try SideFiles.keep(generation, db)
                // Whoever was killed again and again has left a long log. What cannot be folded in now, because
                // somebody reads, is folded in later: nobody is waited for.
                _ = try Row.fetchAll(db, sql: "PRAGMA busy_timeout = 0")
                _ = try Row.fetchAll(db, sql: "PRAGMA wal_checkpoint(TRUNCATE)")
                _ = try Row.fetchAll(db, sql: "PRAGMA busy_timeout = \(Int(busyTimeoutSeconds * 1_000))")
                return (renewed, generation, marker)
            }
        } catch {
            if StoreError(any: error).isUnknown { DatabaseConnection.leaveAsItIs(queue) }
            throw error
        }
        self.queue = queue
        thread = OwnThread(name: "store")
    }

    deinit {
        if end?.isUnknown == true, let queue { DatabaseConnection.leaveAsItIs(queue) }
        thread.stop()
    }

    /// Folds the log into the database, closes it and lets another server open it. Every later call throws
    /// `StoreError.closed`.
    public func close() throws {
        guard let queue else { return }
        // The next start does without what could not be marked; the log itself has it.
        try? noting(.marks) { try mark() }
        self.queue = nil
        defer { lock = nil }
        if let end, end.isUnknown {
            DatabaseConnection.leaveAsItIs(queue)
            throw end
        }
        do { try queue.close() } catch let error as DatabaseError { throw StoreError(error) }
    }

    /// Takes the key that is there for the one of this database.
    func keepKey() throws {
        let key = linkKey
        try write { try SideFiles.keep(key: key, $0) }
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
    func read<T>(at work: StorageWork = .read, _ body: (Database) throws -> T) throws -> T {
        guard let queue else { throw StoreError.closed }
        do {
            return try queue.ask(isCommitting: work == .commit, body)
        } catch let error as StoreError {
            note(error, at: work)
            throw error
        }
    }

    /// Runs a change in one transaction: all of it is durable when this returns, or none of it is stored.
    func write<T>(_ body: (Database) throws -> T) throws -> T {
        if let end { throw end }
        let (value, hasWritten) = try read(at: .commit) { db in
            let before = db.totalChangesCount
            var value: T?
            try db.inTransaction(.immediate) {
                value = try body(db)
                return .commit
            }
            return (value, db.totalChangesCount > before)
        }
        guard let value else { throw StoreError.failed(code: 0, message: "the transaction gave no result") }
        // A transaction in which nothing was changed says nothing of the disk.
        if hasWritten { setFailing(nil) }
        checkpoints.commits += 1
        checkpointAfterCommit()
        return value
    }

    /// Works with files beside the database; what fails there is told like what fails in it.
    func noting(_ work: StorageWork, _ body: () throws -> Void) throws {
        do { try body() } catch {
            note(error, at: work)
            throw error
        }
    }

    /// Tells of an error, unless it is only a no, and stops storing when it has to.
    func note(_ error: any Error, at work: StorageWork) {
        let error = StoreError(any: error)
        guard let trouble = StoreTrouble(error, at: work) else { return }
        news(.trouble(trouble))
        switch trouble.kind {
        case .unconfirmed, .damaged:
            end = end ?? error
            setFailing(trouble)
        case .full, .readOnly, .disk, .busy, .memory: if work == .commit { setFailing(trouble) }
        }
    }

    private func setFailing(_ trouble: StoreTrouble?) {
        guard trouble != failing else { return }
        failing = trouble
        news(.storing(failing: trouble))
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
        let epoch = Sodium.hex(Sodium.randomBytes(8))
        try db.execute(sql: "INSERT OR REPLACE INTO meta(key, value) VALUES (?, ?)", arguments: [key, epoch])
        return epoch
    }
}
