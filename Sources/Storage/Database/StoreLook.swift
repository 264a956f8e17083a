import Foundation
import GRDB

/// What a look into the store tells its operator.
public struct StoreLook: Sendable, Equatable {
    /// When the newest entry of any stream was stored, in milliseconds since 1970; nil when there is none.
    public var latestEntry: Int64?
    /// Links that were not made with the key of this folder.
    public var linksOfAnotherKey: Int

    public init(latestEntry: Int64?, linksOfAnotherKey: Int) {
        (self.latestEntry, self.linksOfAnotherKey) = (latestEntry, linksOfAnotherKey)
    }
}

extension DataFolder {
    /// Looks into the store without changing it; works beside a running server.
    ///
    /// - Throws: `StoreError` or `KeepingError`.
    public func look() throws -> StoreLook {
        do {
            let queue = try DatabaseConnection.openReadOnly(directory.databasePath)
            defer { try? queue.close() }
            let key = try Data(contentsOf: URL(fileURLWithPath: directory.path(DataDirectory.keyName)))
            return try queue.read { db in
                let latest = try Int64.fetchOne(
                    db,
                    sql: """
                        SELECT max(e.at) FROM head h JOIN event e ON e.stream = h.stream AND e.sequence = h.sequence
                        """)
                return StoreLook(
                    latestEntry: latest, linksOfAnotherKey: try LinkToken.foreignCount(db, key: [UInt8](key)))
            }
        } catch let error as DatabaseError {
            throw StoreError(error)
        } catch let error as CocoaError {
            throw StoreError.fileSystem(path: directory.path(DataDirectory.keyName), code: Int32(error.errorCode))
        }
    }
}
