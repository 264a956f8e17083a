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
    /// The disk is full. Nothing of the call was stored; reading goes on.
    case full
    /// The disk did not confirm a write, so what is stored is not known: stop, start again, verify.
    case fatal(String)
    /// The store was closed.
    case closed
    /// Anything else that SQLite said, by its extended result code.
    case failed(code: Int32, message: String)

    /// What a database error means to a caller.
    init(_ error: DatabaseError) {
        let message = error.message ?? "SQLite error"
        switch error.resultCode {
        case .SQLITE_FULL:
            self = .full
        case .SQLITE_CORRUPT, .SQLITE_NOTADB:
            self = .damagedFile(message)
        case .SQLITE_IOERR where Self.unknownOutcome.contains(error.extendedResultCode):
            self = .fatal(message)
        default:
            self = .failed(code: error.extendedResultCode.rawValue, message: message)
        }
    }

    /// After these nobody knows whether the pages reached the disk, and asking again would answer "yes" falsely.
    private static let unknownOutcome: [ResultCode] = [
        .SQLITE_IOERR_FSYNC, .SQLITE_IOERR_DIR_FSYNC, .SQLITE_IOERR_CLOSE,
    ]
}

extension AppendError {
    /// What an error of the store means for one element of a batch.
    init(_ error: StoreError) {
        switch error {
        case .full: self = .full
        case .fatal(let message), .damagedFile(let message): self = .fatal(message)
        case .failed(let code, let message): self = .failed(code: code, message: message)
        case .beyondLimit(let name): self = .beyondLimit(name)
        case .closed: self = .failed(code: 0, message: "the store is closed")
        default: self = .failed(code: 0, message: "\(error)")
        }
    }
}
