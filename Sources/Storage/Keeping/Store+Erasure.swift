import Foundation
import GRDB

/// What people may have erased, and what goes by age.
///
/// A deleted row is overwritten (`secure_delete`), but that is not all of it: when SQLite moves rows between pages, the
/// unused middle of a page keeps what was there, and about one erased row in two hundred could still be read in the
/// file. So the tables that hold words are rewritten as a whole, and the write-ahead log is emptied. Both happen before
/// a call returns, unless another program is just reading the database; then the log is emptied by the timer.
extension Store {
    /// Erases a person: the personal parts of their events in every stream, their name and school, tickets and links.
    /// The identifier stays as a tombstone, and the hash chain stays valid.
    ///
    /// - Returns: how many personal rows went.
    /// - Throws: `StoreError.notFound`. Erasing twice is no error.
    @discardableResult
    public func erasePerson(_ id: String, network: String, now: Int64) throws -> Int {
        try read { try Self.require(.person, id, network: network, $0) }
        // Listed first: an erasure that is done is always on the list that a restore goes by.
        try ErasureList(directory: directory).add(ErasedPerson(person: id, network: network))
        let count = try write { db in
            try Self.require(.person, id, network: network, db)
            try db.execute(sql: "DELETE FROM personal WHERE person = ?", arguments: [id])
            let count = db.changesCount
            try db.execute(sql: "DELETE FROM ticket WHERE person = ?", arguments: [id])
            try db.execute(sql: "DELETE FROM link WHERE person = ?", arguments: [id])
            try db.execute(sql: "DELETE FROM buddy_link WHERE person = ?", arguments: [id])
            try db.execute(sql: "DELETE FROM buddy_device WHERE person = ?", arguments: [id])
            try db.execute(sql: "DELETE FROM person_words WHERE person = ?", arguments: [id])
            try db.execute(sql: "UPDATE person SET erased = ifnull(erased, ?) WHERE id = ?", arguments: [now, id])
            return count
        }
        try finishErasure(of: Self.tablesOfWords)
        try directory.removeCopies()
        return count
    }

    /// Deletes the personal parts of events older than an instant, and rewrites everything that holds what was erased
    /// since. To be called once a day; it takes about a second for a million rows.
    ///
    /// - Parameter olderThan: in milliseconds since 1970.
    /// - Returns: how many personal rows went.
    @discardableResult
    public func deletePersonal(olderThan instant: Int64) throws -> Int {
        let count = try write { db in
            try db.execute(
                sql: """
                    DELETE FROM personal WHERE EXISTS (SELECT 1 FROM event e
                    WHERE e.stream = personal.stream AND e.sequence = personal.sequence AND e.at < ?)
                    """,
                arguments: [instant])
            return db.changesCount
        }
        try finishErasure(of: Self.tablesOfWords + ["command"])
        try directory.removeCopies(before: instant)
        return count
    }

    private static let tablesOfWords = ["personal", "person_words"]

    /// Rewrites what holds words, after a meeting's end has taken some of them.
    func rewriteWords() throws { try finishErasure(of: Self.tablesOfWords) }

    private func finishErasure(of tables: [String]) throws {
        try write { db in
            for table in tables {
                // The copy is in memory (`temp_store`). Emptying a table to which nothing refers frees its pages at
                // once, each overwritten with zeros; filling it in the order of its key moves no row afterwards.
                try db.execute(sql: "CREATE TEMP TABLE kept AS SELECT * FROM main.\(table) ORDER BY 1, 2, 3")
                try db.execute(sql: "DELETE FROM main.\(table)")
                try db.execute(sql: "INSERT INTO main.\(table) SELECT * FROM temp.kept ORDER BY rowid")
                try db.execute(sql: "DROP TABLE temp.kept")
            }
        }
        checkpoints.isRewriteDue = false
        checkpoints.isErasureDue = true
        try checkpoint(.truncate)
    }
}
