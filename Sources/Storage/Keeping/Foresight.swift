import Foundation
import GRDB

/// A look at a data folder before anything is written in it, so that a start that is refused leaves all as it was: also
/// the end of a write-ahead log that SQLite takes for none, which the next write would destroy.
struct Foresight {
    /// The marks as they are.
    let marks: Marks.Reading
    /// Whether part of the log is missing, or may be, and that is accepted.
    let isLoss: Bool

    /// - Parameters:
    ///   - isServer: whether the marks count; a command beside the server neither needs them nor writes them.
    ///   - acceptsLoss: go on with a log that its marks do not bear out, or without marks.
    ///   - takesNewKey: go on without the key that was there.
    ///   - newest: the schema up to which the database is known.
    /// - Throws: `StoreError.noAccess`, `newerSchema`, `sideFile`, `behindMark`, `damaged`, or what opening throws.
    init(
        _ directory: DataDirectory, isServer: Bool, acceptsLoss: Bool, takesNewKey: Bool, newest: Int
    ) throws {
        try directory.assertAccess()
        let marks = isServer ? try Marks(directory: directory).look() : Marks.Reading()
        self.marks = marks
        let path = directory.databasePath
        guard DataDirectory.size(path) > 0 else {
            // Not even a database: then what is marked is gone.
            if let first = marks.heads.first, !acceptsLoss {
                throw StoreError.behindMark(stream: first.stream, found: 0, marked: first.sequence)
            }
            isLoss = !marks.heads.isEmpty
            return
        }
        let queue = try DatabaseConnection.openToLook(path)
        isLoss = try queue.read { db in
            let found = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
            guard found <= newest else { throw StoreError.newerSchema(found: found, known: newest) }
            guard found > 0 else { return false }
            let flaws = try SideFiles.flaws(db, directory, marks: marks)
            if let flaw = flaws.first(where: { $0.isOfKey ? !takesNewKey : isServer && !acceptsLoss }) {
                throw StoreError.sideFile(flaw, path: directory.url.path)
            }
            let first = try Marks.damages(db, marks: marks.heads).first
            guard let first else { return flaws.contains { !$0.isOfKey } }
            guard !acceptsLoss else { return true }
            let sql = "SELECT sequence FROM head WHERE stream = ?"
            let end = try Int64.fetchOne(db, sql: sql, arguments: [first.stream]) ?? 0
            // What the log itself says is there, and is not, is damage and no loss of an end.
            guard first.kind == .behindMark, end < first.sequence else {
                throw StoreError.damaged(stream: first.stream, sequence: first.sequence)
            }
            throw StoreError.behindMark(stream: first.stream, found: end, marked: first.sequence)
        }
        try queue.close()
    }
}
