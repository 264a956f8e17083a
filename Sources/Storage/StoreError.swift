import Foundation
import GRDB
import Log

/// Why the store, as a whole or for one call, said no.
public enum StoreError: Error, Equatable, Sendable {
    /// Another server holds the lock file at `path`.
    case inUse(path: String)
    /// The database was written by a later release.
    case newerSchema(found: Int, known: Int)
    /// The file is a database, but not one of ours.
    case foreignFile(path: String)
    /// The directory is open to other users and holds other things: it is not made private behind their back.
    case unsafeDirectory(path: String)
    /// A file could not be made, opened or written; `code` is `errno`.
    case fileSystem(path: String, code: Int32)
    /// This user may not read and write a file that is needed; `owner` is whose it is.
    case noAccess(path: String, owner: String)
    /// The marks or the key beside the database in the folder `path` are not what the database knows of.
    case sideFile(SideFlaw, path: String)
    /// The log does not agree with its own hash chain at this place.
    case damaged(stream: String, sequence: Int64)
    /// The stream ends at `found`, but the mark beside the database says that `marked` was stored: an old file was
    /// put there, or a tail was lost.
    case behindMark(stream: String, found: Int64, marked: Int64)
    /// SQLite found the file itself damaged; the text is SQLite's.
    case damagedFile(String)
    /// A setting that promises depend on did not take.
    case unsafeSetting(String)
    /// There is no such row in this network.
    case notFound
    /// The login name belongs to somebody already.
    case loginTaken
    /// No free join code was found.
    case noFreeCode
    /// A text or a batch is beyond its limit; the name says which.
    case beyondLimit(String)
    /// The disk is full. Nothing of the call was stored; reading goes on. The text is of SQLite and the system.
    case full(String)
    /// The file system or the file may not be written. Nothing of the call was stored; reading goes on.
    case readOnly(String)
    /// The disk did not confirm a write, so what is stored is not known: stop, start again, verify.
    case fatal(String)
    /// The store was closed.
    case closed
    /// Anything else that SQLite said, by its extended result code.
    case failed(code: Int32, message: String)

    /// What a database error means to a caller.
    ///
    /// - Parameters:
    ///   - system: the `errno` behind an input/output error; 0 when it is not known.
    ///   - isCommitting: whether it came out of a transaction that was to be stored.
    init(_ error: DatabaseError, system: Int32 = 0, isCommitting: Bool = false) {
        let isSystems = error.resultCode == .SQLITE_IOERR || error.resultCode == .SQLITE_CANTOPEN
        let cause = isSystems && system != 0 ? " (\(String(cString: strerror(system))))" : ""
        let message = (error.message ?? "SQLite error") + cause
        let code = error.extendedResultCode
        if Self.unconfirmed.contains(code) || isCommitting && Self.unknownInCommit.contains(code) {
            self = .fatal("\(message), SQLite code \(error.extendedResultCode.rawValue)")
        } else if error.resultCode == .SQLITE_FULL || isSystems && StoreTrouble.Kind(errno: system) == .full {
            self = .full(message)
        } else if error.resultCode == .SQLITE_READONLY || isSystems && StoreTrouble.Kind(errno: system) == .readOnly {
            self = .readOnly(message)
        } else if [.SQLITE_CORRUPT, .SQLITE_NOTADB].contains(error.resultCode) {
            self = .damagedFile(message)
        } else {
            self = .failed(code: error.extendedResultCode.rawValue, message: message)
        }
    }

    /// Any error that came out of the store.
    init(any error: any Error) {
        self =
            (error as? StoreError) ?? (error as? DatabaseError).map { StoreError($0) }
            ?? (error as? RowDecodingError).map { _ in .damagedFile(Self.unreadableRow) }
            ?? .failed(code: 0, message: "\(error)")
    }

    /// What is said of a row that has not what its table promises, and not what is in it.
    static let unreadableRow = "a row cannot be read"

    /// Whether nobody knows what is stored now.
    public var isUnknown: Bool {
        if case .fatal = self { true } else { false }
    }

    /// A disk that has not confirmed a write may have dropped it, and asked again would answer "yes" falsely.
    private static let unconfirmed: [ResultCode] = [
        .SQLITE_IOERR_FSYNC, .SQLITE_IOERR_DIR_FSYNC, .SQLITE_IOERR_CLOSE,
    ]
    /// What concerns the index of the write-ahead log comes after the commit has gone to the disk: it is undone in
    /// memory, but the next start would find it.
    private static let unknownInCommit: [ResultCode] = [
        .SQLITE_IOERR_SHMOPEN, .SQLITE_IOERR_SHMSIZE, .SQLITE_IOERR_SHMMAP, .SQLITE_IOERR_SHMLOCK,
    ]
}

extension AppendError {
    /// What an error of the store means for one element of a batch.
    init(_ error: StoreError) {
        switch error {
        case .full: self = .full
        case .fatal(let message): self = .fatal(message)
        case .damagedFile(let message): self = .failed(code: ResultCode.SQLITE_CORRUPT.rawValue, message: message)
        case .readOnly(let message): self = .failed(code: ResultCode.SQLITE_READONLY.rawValue, message: message)
        case .failed(let code, let message): self = .failed(code: code, message: message)
        case .beyondLimit(let name): self = .beyondLimit(name)
        case .closed: self = .failed(code: 0, message: "the store is closed")
        case .inUse, .newerSchema, .foreignFile, .unsafeDirectory, .noAccess, .sideFile, .fileSystem, .damaged,
            .behindMark, .unsafeSetting,
            .notFound, .loginTaken, .noFreeCode:
            self = .failed(code: 0, message: "\(error)")
        }
    }
}
