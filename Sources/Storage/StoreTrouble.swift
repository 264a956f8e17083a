// Knows what of the store's errors is a failure of storage, which somebody has to look after, and what is only a no.

import Foundation
import GRDB
import Journal

/// Storage failed: what, at which work, and what SQLite and the system say of it. It holds no words of people.
public struct StoreTrouble: Sendable, Equatable {
    /// What kind of failure it is.
    public enum Kind: String, Sendable {
        /// No space, or a quota is used up.
        case full
        /// The file system or the files may not be written.
        case readOnly
        /// Reading or writing failed.
        case disk
        /// The disk did not confirm a write: what is stored is not known, and this process must not go on.
        case unconfirmed
        /// The file is not what SQLite wrote.
        case damaged
        /// Another program holds the database for longer than the store waits.
        case busy
        /// No memory was left.
        case memory
    }

    public let kind: Kind
    public let work: StorageWork
    private let code: Int?
    /// In words of SQLite and the system, with the code.
    public let reason: String

    /// Nil when the error is a no and not a failure.
    init?(_ error: StoreError, at work: StorageWork) {
        guard let kind = Kind(error) else { return nil }
        (self.kind, self.work) = (kind, work)
        code = error.faultCode
        switch error {
        case .fatal(let message), .damagedFile(let message), .readOnly(let message): reason = message
        case .full(let message): reason = message
        case .failed(let code, let message): reason = "\(message), SQLite code \(code)"
        case .fileSystem(let path, let code):
            reason = "\((path as NSString).lastPathComponent): \(String(cString: strerror(code)))"
        case .inUse, .newerSchema, .foreignFile, .unsafeDirectory, .noAccess, .sideFile, .damaged, .behindMark,
            .unsafeSetting, .notFound,
            .loginTaken, .noFreeCode, .beyondLimit, .closed:
            reason = "\(error)"
        }
    }
}

extension StoreTrouble: NamedFault {
    public var faultName: StaticString {
        switch kind {
        case .full: "full"
        case .readOnly: "readOnly"
        case .disk: "disk"
        case .unconfirmed: "unconfirmed"
        case .damaged: "damaged"
        case .busy: "busy"
        case .memory: "memory"
        }
    }

    /// As SQLite or the system number it, where they say no more than that.
    public var faultCode: Int? { code }
}

extension StoreTrouble {
    /// The error that says the same.
    public var error: StoreError {
        switch kind {
        case .full: .full(reason)
        case .readOnly: .readOnly(reason)
        case .unconfirmed: .fatal(reason)
        case .damaged: .damagedFile(reason)
        case .disk, .busy, .memory: .failed(code: 0, message: reason)
        }
    }
}

extension StoreTrouble.Kind {
    /// The kind of failure that an error is; nil when it is none.
    init?(_ error: StoreError) {
        switch error {
        case .full: self = .full
        case .readOnly: self = .readOnly
        case .fatal: self = .unconfirmed
        case .damagedFile: self = .damaged
        case .fileSystem(_, let code): self.init(errno: code)
        case .failed(let code, _):
            guard let kind = Self.ofSQLite(ResultCode(rawValue: code).primaryResultCode) else { return nil }
            self = kind
        case .inUse, .newerSchema, .foreignFile, .unsafeDirectory, .noAccess, .sideFile, .damaged, .behindMark,
            .unsafeSetting, .notFound,
            .loginTaken, .noFreeCode, .beyondLimit, .closed:
            return nil
        }
    }

    /// What the system's own code means.
    public init(errno code: Int32) {
        let full = [ENOSPC, EDQUOT], readOnly = [EROFS, EACCES, EPERM]
        self = full.contains(code) ? .full : readOnly.contains(code) ? .readOnly : .disk
    }

    private static func ofSQLite(_ code: ResultCode) -> Self? {
        let kinds: [(ResultCode, Self)] = [
            (.SQLITE_IOERR, .disk), (.SQLITE_CANTOPEN, .disk), (.SQLITE_PERM, .readOnly), (.SQLITE_BUSY, .busy),
            (.SQLITE_LOCKED, .busy), (.SQLITE_NOMEM, .memory),
        ]
        return kinds.first { $0.0 == code }?.1
    }
}

/// What a store has to tell whoever runs it.
public enum StoreNews: Sendable, Equatable {
    /// Something failed; said each time.
    case trouble(StoreTrouble)
    /// Nothing can be stored from now on, and why; or it can again (nil). Said when it changes.
    case storing(failing: StoreTrouble?)
}
