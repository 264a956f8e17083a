import Foundation
import GRDB

/// Links into a meeting. A token is derived from the secret key and not stored, so that the console can show it again
/// while the database holds only its hash: whoever reads the database, or a backup of it, cannot come in.
extension Store {
    /// The token of the meeting's link of this kind; made if there is none, or if the last one was revoked.
    ///
    /// - Parameter person: whose it is; needed for a personal link, and nil for all others.
    /// - Throws: `StoreError.notFound` when the meeting or the person is not in this network.
    public func makeLink(network: String, meeting: String, kind: LinkKind, person: String? = nil) throws -> String {
        try write { db in try makeLink(db, network: network, meeting: meeting, kind: kind, person: person) }
    }

    func makeLink(_ db: Database, network: String, meeting: String, kind: LinkKind, person: String?) throws -> String {
        try Self.requireTarget(db, network: network, meeting: meeting, kind: kind, person: person)
        let newest = try Self.newest(db, network: network, meeting: meeting, kind: kind, person: person)
        let generation = newest.map { $0.isRevoked ? $0.generation + 1 : $0.generation } ?? 1
        let token = linkToken(meeting: meeting, kind: kind, person: person, generation: generation)
        let statement = try db.cachedStatement(
            sql: """
                INSERT OR IGNORE INTO link(hash, network, meeting, kind, person, generation)
                VALUES (?, ?, ?, ?, ?, ?)
                """)
        try statement.execute(arguments: [
            Data(Sodium.sha256(token)), network, meeting, kind.rawValue, person, generation,
        ])
        return Base32.encode(token)
    }

    /// The token of the link as it is now; nil when there is none or it was revoked.
    public func currentLink(network: String, meeting: String, kind: LinkKind, person: String? = nil) throws -> String? {
        try read { db in
            let newest = try Self.newest(db, network: network, meeting: meeting, kind: kind, person: person)
            guard let newest, !newest.isRevoked else { return nil }
            return Base32.encode(
                linkToken(meeting: meeting, kind: kind, person: person, generation: newest.generation))
        }
    }

    /// Ends the link and makes the next one.
    ///
    /// - Returns: the new token.
    /// - Throws: `StoreError.notFound` when there is no link of this kind to replace.
    public func rotateLink(
        network: String, meeting: String, kind: LinkKind, person: String? = nil, now: Int64
    ) throws -> String {
        try revokeLink(network: network, meeting: meeting, kind: kind, person: person, now: now)
        return try makeLink(network: network, meeting: meeting, kind: kind, person: person)
    }

    /// Ends the link.
    ///
    /// - Throws: `StoreError.notFound` when there never was one.
    public func revokeLink(
        network: String, meeting: String, kind: LinkKind, person: String? = nil, now: Int64
    ) throws {
        try write { db in
            try db.execute(
                sql: """
                    UPDATE link SET revoked = ifnull(revoked, ?)
                    WHERE network = ? AND meeting = ? AND kind = ? AND ifnull(person, '') = ?
                    """,
                arguments: [now, network, meeting, kind.rawValue, person ?? ""])
            try Self.requireOneChange(db)
        }
    }

    /// Makes the next link beside each that was derived from another key, after a restore without the old one: the
    /// links that people hold go on working, and the ones that are shown from now on work too.
    func renewLinks() throws {
        try write { db in
            for row in try Row.fetchAll(db, sql: LinkToken.good) {
                guard let kind = LinkKind(rawValue: row[2]) else { throw StoreError.damagedFile("link.kind") }
                let known = linkToken(meeting: row[1], kind: kind, person: row[3], generation: row[4])
                guard Data(Sodium.sha256(known)) != row[5] as Data else { continue }
                let generation: Int = row[4] + 1
                let token = linkToken(meeting: row[1], kind: kind, person: row[3], generation: generation)
                try db.execute(
                    sql: """
                        INSERT INTO link(hash, network, meeting, kind, person, generation) VALUES (?, ?, ?, ?, ?, ?)
                        """,
                    arguments: [
                        Data(Sodium.sha256(token)), row[0] as String, row[1] as String, kind.rawValue,
                        row[3] as String?, generation,
                    ])
            }
        }
    }

    /// Where a token leads; nil when it is unknown or revoked, or its meeting is archived.
    public func link(_ token: String) throws -> LinkInfo? {
        guard let hash = Token.hash(token, bytes: Token.shortBytes) else { return nil }
        return try read { db in
            let sql = """
                SELECT l.network, l.meeting, l.kind, l.person, l.generation FROM link l
                JOIN meeting m ON m.id = l.meeting
                WHERE l.hash = ? AND l.revoked IS NULL AND m.archived IS NULL
                """
            guard let row = try Row.fetchOne(db.cachedStatement(sql: sql), arguments: [Data(hash)]) else { return nil }
            guard let kind = LinkKind(rawValue: row[2]) else { throw StoreError.damagedFile("link.kind") }
            return LinkInfo(network: row[0], meeting: row[1], kind: kind, person: row[3], generation: row[4])
        }
    }

    private func linkToken(meeting: String, kind: LinkKind, person: String?, generation: Int) -> [UInt8] {
        LinkToken.derive(key: linkKey, meeting: meeting, kind: kind, person: person, generation: generation)
    }

    private static func newest(
        _ db: Database, network: String, meeting: String, kind: LinkKind, person: String?
    ) throws -> (generation: Int, isRevoked: Bool)? {
        let sql = """
            SELECT generation, revoked IS NOT NULL FROM link
            WHERE network = ? AND meeting = ? AND kind = ? AND ifnull(person, '') = ?
            ORDER BY generation DESC LIMIT 1
            """
        return try Row.fetchOne(
            db.cachedStatement(sql: sql), arguments: [network, meeting, kind.rawValue, person ?? ""]
        )
        .map { (generation: $0[0], isRevoked: $0[1]) }
    }

    private static func requireTarget(
        _ db: Database, network: String, meeting: String, kind: LinkKind, person: String?
    ) throws {
        guard (kind == .personal) == (person != nil) else { throw StoreError.notFound }
        try require(.meeting, meeting, network: network, db)
        if let person { try requireLiving(person, network: network, db) }
    }
}
