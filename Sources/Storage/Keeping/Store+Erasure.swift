import Foundation
import GRDB
import Journal

/// What people may have erased, and what goes by age.
///
/// A deleted row is overwritten (`secure_delete`), but that is not all of it: when SQLite moves rows between pages, the
/// unused middle of a page keeps what was there, and about one erased row in two hundred could still be read in the
/// file. So the tables that hold words are rewritten as a whole, and the write-ahead log is emptied. Both happen before
/// a call returns, unless another program is just reading the database; then the log is emptied by the timer.
extension Store {
    /// Erases a person: all that `TraceSearch` finds in every stream, their name and school, tickets and links, the
    /// account with its sessions. The identifier stays as a tombstone, and the hash chain stays valid.
    ///
    /// - Returns: how many personal rows went.
    /// - Throws: `StoreError.notFound`. Erasing twice is no error.
    @discardableResult
    public func erasePerson(_ id: String, network: String, now: Int64) throws -> Int {
        try erasePeople([id], network: network, now: now)
    }

    /// The same of several people at once: what held their words is rewritten once.
    @discardableResult
    public func erasePeople(_ ids: [String], network: String, now: Int64) throws -> Int {
        guard !ids.isEmpty else { return 0 }
        try read { db in for id in ids { try Self.require(.person, id, network: network, db) } }
        // Listed first: an erasure that is done is always on the list that a restore goes by.
        try noting(.erasures) {
            let list = ErasureList(directory: directory)
            for id in ids { try list.add(ErasedPerson(person: id, network: network)) }
        }
        let count = try write { db in
            try ids.reduce(0) { try $0 + Self.erase(db, $1, network: network, now: now) }
        }
        try finishErasure(of: Self.tablesOfWords + Self.tablesOfTitles + Self.tablesOfAnswers)
        try directory.removeCopies()
        return count
    }

    private static func erase(_ db: Database, _ id: String, network: String, now: Int64) throws -> Int {
        try require(.person, id, network: network, db)
        let titled = try titles(db, by: id)
        var count = 0
        for part in try TraceSearch(db: db, person: id, network: network).parts() {
            count += try PersonalRows.erase(
                db, where: "stream = ? AND sequence = ? AND until_end = ?",
                [part.stream, part.sequence, part.untilEnd])
        }
        for meeting in titled {
            try db.execute(sql: "UPDATE meeting SET title = '' WHERE id = ?", arguments: [meeting])
        }
        try eraseAccounts(db, of: id)
        try dropSummaries(db)
        for table in ["ticket", "link", "buddy_link", "buddy_device", "person_words", "person_stream", "answered"] {
            try db.execute(sql: "DELETE FROM \(table) WHERE person = ?", arguments: [id])
        }
        try db.execute(sql: "UPDATE person SET erased = ifnull(erased, ?) WHERE id = ?", arguments: [now, id])
        return count
    }

    /// Meetings whose title in the list is what this person wrote.
    private static func titles(_ db: Database, by person: String) throws -> [String] {
        try String.fetchAll(
            db,
            sql: """
                SELECT p.stream FROM personal_of p JOIN event e ON e.stream = p.stream AND e.sequence = p.sequence
                WHERE p.person = ? AND e.kind IN ('meetingPlanned', 'meetingRetitled') AND NOT EXISTS (
                SELECT 1 FROM event l WHERE l.stream = p.stream AND l.sequence > p.sequence
                AND l.kind = 'meetingRetitled')
                """, arguments: [person])
    }

    /// The row stays, for what points to it; nobody logs in with it any more.
    private static func eraseAccounts(_ db: Database, of person: String) throws {
        let accounts = "SELECT id FROM account WHERE person = ?"
        for table in ["session", "one_time_link"] {
            try db.execute(sql: "DELETE FROM \(table) WHERE account IN (\(accounts))", arguments: [person])
        }
        try db.execute(
            sql: """
                UPDATE account SET login = 'erased-' || id, login_folded = 'erased-' || id, display_name = '',
                password = NULL, disabled = 1 WHERE person = ?
                """, arguments: [person])
    }

    /// Deletes the personal parts of events older than an instant, and rewrites everything that holds what was erased
    /// since. To be called once a day; it takes about a second for a million rows.
    ///
    /// - Parameter olderThan: in milliseconds since 1970.
    /// - Returns: how many personal rows went.
    @discardableResult
    public func deletePersonal(olderThan instant: Int64) throws -> Int {
        let count = try write { db in
            let isOld = """
                EXISTS (SELECT 1 FROM event e
                WHERE e.stream = personal.stream AND e.sequence = personal.sequence AND e.at < ?)
                """
            return try PersonalRows.erase(db, where: isOld, [instant])
        }
        try finishErasure(of: Self.tablesOfWords + ["command"])
        try directory.removeCopies(before: instant)
        return count
    }

    private static let tablesOfWords = ["personal", "person_words"]
    /// Small ones in which something may have been replaced.
    private static let tablesOfTitles = ["account", "meeting"]

    /// Rewrites what holds words, commands and titles, after something went by age.
    func rewriteAged(before instant: Int64) throws {
        try finishErasure(of: Self.tablesOfWords + Self.tablesOfTitles + ["command"])
        try directory.removeCopies(before: instant)
    }

    /// Rewrites what holds words, after a meeting's end has taken some of them.
    func rewriteWords() throws { try finishErasure(of: Self.tablesOfWords) }

    /// Rewrites what is kept of anonymous answers.
    func rewriteAnswers() throws { try finishErasure(of: Self.tablesOfAnswers) }

    private func finishErasure(of tables: [String]) throws {
        try withoutForeignKeys {
            try write { db in
                for table in tables {
                    // The copy is in memory (`temp_store`). Emptying a table without a condition, and without looking
                    // at what refers to it, frees its pages at once, each overwritten with zeros; filling it in the
                    // order of its key moves no row afterwards.
                    try db.execute(sql: "CREATE TEMP TABLE kept AS SELECT * FROM main.\(table) ORDER BY 1, 2, 3")
                    try db.execute(sql: "DELETE FROM main.\(table)")
                    try db.execute(sql: "INSERT INTO main.\(table) SELECT * FROM temp.kept ORDER BY rowid")
                    try db.execute(sql: "DROP TABLE temp.kept")
                }
            }
        }
        if tables.starts(with: Self.tablesOfWords) { checkpoints.isRewriteDue = false }
        if tables.suffix(Self.tablesOfAnswers.count) == Self.tablesOfAnswers[...] {
            checkpoints.isAnswersRewriteDue = false
        }
        checkpoints.isErasureDue = true
        try checkpoint(.truncate)
    }

    /// The same rows are there before and after, so what refers to them goes on doing so.
    private func withoutForeignKeys(_ body: () throws -> Void) throws {
        func set(_ value: String) throws { try read { try $0.execute(sql: "PRAGMA foreign_keys = \(value)") } }
        try set("OFF")
        do {
            try body()
        } catch {
            try set("ON")
            throw error
        }
        try set("ON")
        try read { try DatabaseConnection.assertSettings($0) }
    }
}
