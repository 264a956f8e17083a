import Foundation
import GRDB

/// What is said of a person in words: name and school. Nothing of it is in the log, so each row vouches for itself by a
/// hash that lies in it and goes with it: SHA-256 over the person, the name and the school, each as `EventHash` has
/// texts. Rows of before have no hash until they are written again.
enum PersonWords {
    /// Writes the words of a person, over those that were there.
    static func write(_ db: Database, person: String, name: String, school: String?) throws {
        try db.execute(
            sql: "INSERT OR REPLACE INTO person_words(person, name, school, words_hash) VALUES (?, ?, ?, ?)",
            arguments: [person, name, school, Data(hash(person: person, name: name, school: school))])
    }

    /// Changes the words of a person; nil leaves a field as it is, and an empty school takes it away.
    static func change(_ db: Database, person: String, name: String? = nil, school: String? = nil) throws {
        let sql = "SELECT name, school FROM person_words WHERE person = ?"
        guard let old = try Row.fetchOne(db, sql: sql, arguments: [person]) else { return }
        let kept = school ?? (old[1] as String?)
        try write(db, person: person, name: name ?? old[0], school: kept?.isEmpty == true ? nil : kept)
    }

    /// The people whose words are not what was stored, are there though the person was erased, or are not there though
    /// nobody erased them.
    static func flaws(_ db: Database) throws -> [String] {
        let sql = """
            SELECT w.person, w.name, w.school, w.words_hash, p.erased IS NULL FROM person_words w
            LEFT JOIN person p ON p.id = w.person ORDER BY w.person
            """
        let rows = try Row.fetchCursor(db, sql: sql)
        var flaws: [String] = []
        while let row = try rows.next() {
            let person = String.fromDatabaseValue(row[0]) ?? ""
            let hash = Data.fromDatabaseValue(row[3])
            let found = Self.hash(
                person: person, name: String.fromDatabaseValue(row[1]) ?? "", school: String.fromDatabaseValue(row[2]))
            let isUnaltered = hash.map { $0 == Data(found) } ?? (row[3] as DatabaseValue).isNull
            if !isUnaltered || row[4] as Int64? != 1 { flaws.append(person) }
        }
        let without = """
            SELECT id FROM person p WHERE erased IS NULL
            AND NOT EXISTS (SELECT 1 FROM person_words w WHERE w.person = p.id) ORDER BY id
            """
        return flaws + (try Optional<String>.fetchAll(db, sql: without).map { $0 ?? "" })
    }

    private static func hash(person: String, name: String, school: String?) -> [UInt8] {
        var bytes: [UInt8] = []
        EventHash.append(person.utf8, to: &bytes)
        EventHash.append(name.utf8, to: &bytes)
        EventHash.append(school, to: &bytes)
        return Sodium.sha256(bytes)
    }
}
