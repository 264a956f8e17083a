import Foundation
import GRDB

/// The rows of what can be erased. They come and go here and nowhere else: each that goes is written down without its
/// content, so that `verify` can tell what was erased from what was lost.
enum PersonalRows {
    static func insert(_ part: StoredPart, of sequence: Int64, in stream: String, _ db: Database) throws {
        let statement = try db.cachedStatement(
            sql: """
                INSERT INTO personal(stream, sequence, person, object, json, until_end, salt)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """)
        let fields = part.fields
        try statement.execute(arguments: [
            stream, sequence, fields.person, fields.object, Data(fields.json), fields.untilEnd,
            part.salt.map { Data($0) },
        ])
        guard let person = fields.person, !fields.untilEnd else { return }
        try db.cachedStatement(sql: "INSERT OR IGNORE INTO person_stream(person, stream) VALUES (?, ?)")
            .execute(arguments: [person, stream])
    }

    /// Erases the rows for which a condition holds.
    ///
    /// - Returns: how many there were.
    @discardableResult
    static func erase(_ db: Database, where condition: String, _ arguments: StatementArguments) throws -> Int {
        let listing = try db.cachedStatement(
            sql: """
                INSERT OR IGNORE INTO erased(stream, sequence, until_end)
                SELECT stream, sequence, until_end FROM personal WHERE \(condition)
                """)
        try listing.execute(arguments: arguments)
        try db.cachedStatement(sql: "DELETE FROM personal WHERE \(condition)").execute(arguments: arguments)
        return db.changesCount
    }

    /// The parts that were erased of events of a stream, after a sequence and up to another.
    static func erased(
        _ db: Database, _ stream: String, after first: Int64 = 0, through last: Int64 = .max
    ) throws -> Set<Erased> {
        let statement = try db.cachedStatement(
            sql: "SELECT sequence, until_end FROM erased WHERE stream = ? AND sequence > ? AND sequence <= ?")
        let rows = try Row.fetchCursor(statement, arguments: [stream, first, last])
        var erased: Set<Erased> = []
        while let row = try rows.next() {
            // A row may be the damage that is looked for; then it stands for nothing.
            guard let sequence = Int64.fromDatabaseValue(row[0]), let untilEnd = Int64.fromDatabaseValue(row[1]) else {
                continue
            }
            erased.insert(Erased(sequence: sequence, untilEnd: untilEnd == 1))
        }
        return erased
    }

    /// A part that was erased.
    struct Erased: Hashable {
        let sequence: Int64
        let untilEnd: Bool
    }
}
