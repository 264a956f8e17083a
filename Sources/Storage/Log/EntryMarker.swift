import GRDB
import Log

/// Makes the marks of entries out of their hashes in the chain.
///
/// The key is drawn once for a database and stays in it. Without it, whoever knows the entries from the first one on
/// could try out what stands in those that are kept from them until the mark comes out.
struct EntryMarker {
    private static let name = "mark-key"

    private let key: [UInt8]

    /// The one of a database; made if there is none.
    static func current(_ db: Database) throws -> EntryMarker {
        if let text = try String.fetchOne(db, sql: "SELECT value FROM meta WHERE key = ?", arguments: [name]) {
            return EntryMarker(key: [UInt8](text.utf8))
        }
        let key = Sodium.randomBytes(Sodium.hashBytes).map { String($0, radix: 16) }.joined(separator: ".")
        try db.execute(sql: "INSERT INTO meta(key, value) VALUES (?, ?)", arguments: [name, key])
        return EntryMarker(key: [UInt8](key.utf8))
    }

    /// The mark of the entry with that hash.
    func mark(_ hash: [UInt8]) -> EntryMark {
        EntryMark(Sodium.sha256(key + hash).prefix(8).reduce(0) { $0 << 8 | UInt64($1) })
    }
}
