import Foundation
import GRDB

/// Meetings that leave the list: archived ones come back, deleted ones do not.
extension Store {
    /// Takes a meeting out of the archive, with its code if nobody has taken it meanwhile.
    ///
    /// Its links have to be made anew: those that were given out before ended with the archiving.
    ///
    /// - Returns: the meeting as it is now.
    /// - Throws: `StoreError.notFound`, also when it is not archived or its log has gone by age; `noFreeCode`.
    public func reopenMeeting(_ id: String, network: String) throws -> MeetingRow {
        guard try retired(id) == nil else { throw StoreError.notFound }
        try write { db in
            let sql = "SELECT code FROM meeting WHERE id = ? AND network = ? AND archived IS NOT NULL"
            guard let old = try String.fetchOne(db, sql: sql, arguments: [id, network]) else {
                throw StoreError.notFound
            }
            var code = old
            let taken = "SELECT 1 FROM meeting WHERE code = ? AND archived IS NULL"
            var draws = 0
            while try Int.fetchOne(db, sql: taken, arguments: [code]) != nil {
                guard draws < StorageLimits.codeDraws else { throw StoreError.noFreeCode }
                (code, draws) = (JoinCode.random(), draws + 1)
            }
            try db.execute(
                sql: "UPDATE meeting SET archived = NULL, code = ? WHERE id = ?", arguments: [code, id])
        }
        guard let row = try meeting(id, network: network) else { throw StoreError.notFound }
        return row
    }

    /// Deletes a meeting that was never opened, with its log: what its coordinator planned, and nobody else's acts.
    ///
    /// - Throws: `StoreError.notFound`, also when it was opened.
    public func deleteMeeting(_ id: String, network: String) throws {
        let sql = "SELECT 1 FROM meeting WHERE id = ? AND network = ? AND phase = 'planned'"
        guard try read({ try Int.fetchOne($0, sql: sql, arguments: [id, network]) }) != nil else {
            throw StoreError.notFound
        }
        // The mark goes first: a stream without a mark is marked again at the next start, a mark without its stream
        // would look like a loss.
        if isServer { try marks.replace(try heads().filter { $0.stream != id }, generation: marksGeneration) }
        unmarked.remove(id)
        knownCommands.forget(id)
        do {
            try write { db in
                for (table, column) in [
                    ("event", "stream"), ("head", "stream"), ("personal", "stream"), ("erased", "stream"),
                    ("command", "stream"), ("person_stream", "stream"), ("link", "meeting"), ("meeting", "id"),
                ] {
                    try db.execute(sql: "DELETE FROM \(table) WHERE \(column) = ?", arguments: [id])
                }
                try Self.requireOneChange(db)
            }
        } catch {
            unmarked.insert(id)
            throw error
        }
        checkpoints.isErasureDue = true
    }
}
