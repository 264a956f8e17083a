import Foundation
import GRDB

/// The personal link to somebody's page of buddies. Like the links into a meeting it is derived from the secret key and
/// kept as a hash; unlike them it goes on from meeting to meeting.
extension Store {
    /// The token of a person's link; made if there is none.
    ///
    /// - Throws: `StoreError.notFound`, also for a person who was erased.
    public func buddyLink(of person: String, network: String, now: Int64) throws -> String {
        try write { db in
            try Self.requireLiving(person, network: network, db)
            let newest = try Self.newestBuddyLink(db, person: person)
            let generation = newest.map { $0.isRevoked ? $0.generation + 1 : $0.generation } ?? 1
            return try insertBuddyLink(db, network: network, person: person, generation: generation, now: now)
        }
    }

    /// Ends the link and makes the next one. Devices that wait for a yes are forgotten; with `forgetsDevices` all are,
    /// and the next one that opens the new link is trusted.
    ///
    /// - Returns: the new token.
    /// - Throws: `StoreError.notFound`, also for a person who was erased.
    public func renewBuddyLink(
        of person: String, network: String, forgetsDevices: Bool, now: Int64
    ) throws -> String {
        try write { db in
            try Self.requireLiving(person, network: network, db)
            try db.execute(
                sql: "UPDATE buddy_link SET revoked = ? WHERE person = ? AND revoked IS NULL", arguments: [now, person])
            try db.execute(
                sql: "DELETE FROM buddy_device WHERE person = ? AND (confirmed IS NULL OR ?)",
                arguments: [person, forgetsDevices])
            let generation = try Self.newestBuddyLink(db, person: person).map { $0.generation + 1 } ?? 1
            return try insertBuddyLink(db, network: network, person: person, generation: generation, now: now)
        }
    }

    /// Whose link this is; nil when it is unknown or was renewed.
    public func person(buddyLink token: String) throws -> PersonRow? {
        guard let hash = Token.hash(token, bytes: Token.shortBytes) else { return nil }
        let found = try read { db in
            let sql = "SELECT person, network FROM buddy_link WHERE hash = ? AND revoked IS NULL"
            return try Row.fetchOne(db, sql: sql, arguments: [Data(hash)]).map {
                (id: $0[0] as String, network: $0[1] as String)
            }
        }
        guard let found, let person = try person(found.id, network: found.network), person.erased == nil else {
            return nil
        }
        return person
    }

    /// Makes the next link beside each that was derived from another key, after a restore without the old one.
    func renewBuddyLinks() throws {
        try write { db in
            let good = """
                SELECT network, person, generation, hash, created FROM buddy_link l WHERE revoked IS NULL AND generation =
                (SELECT max(generation) FROM buddy_link n WHERE n.person = l.person)
                """
            for row in try Row.fetchAll(db, sql: good) {
                let known = buddyToken(person: row[1], generation: row[2])
                guard Data(Sodium.sha256(known)) != row[3] as Data else { continue }
                _ = try insertBuddyLink(db, network: row[0], person: row[1], generation: row[2] + 1, now: row[4])
            }
        }
    }

    private func insertBuddyLink(
        _ db: Database, network: String, person: String, generation: Int, now: Int64
    ) throws -> String {
        let token = buddyToken(person: person, generation: generation)
        try db.execute(
            sql: """
                INSERT OR IGNORE INTO buddy_link(hash, network, person, generation, created) VALUES (?, ?, ?, ?, ?)
                """,
            arguments: [Data(Sodium.sha256(token)), network, person, generation, now])
        return Base32.encode(token)
    }

    private func buddyToken(person: String, generation: Int) -> [UInt8] {
        let text = "buddies|\(person)|\(generation)"
        return Array(Sodium.hmacSHA256(Array(text.utf8), key: linkKey).prefix(Token.shortBytes))
    }

    private static func newestBuddyLink(
        _ db: Database, person: String
    ) throws -> (generation: Int, isRevoked: Bool)? {
        let sql = """
            SELECT generation, revoked IS NOT NULL FROM buddy_link WHERE person = ? ORDER BY generation DESC LIMIT 1
            """
        return try Row.fetchOne(db, sql: sql, arguments: [person]).map { (generation: $0[0], isRevoked: $0[1]) }
    }

    static func requireLiving(_ person: String, network: String, _ db: Database) throws {
        let sql = "SELECT 1 FROM person WHERE id = ? AND network = ? AND erased IS NULL"
        guard try Int.fetchOne(db, sql: sql, arguments: [person, network]) != nil else { throw StoreError.notFound }
    }
}
