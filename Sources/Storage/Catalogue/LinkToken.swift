import Foundation
import GRDB

/// How the token of a link follows from the secret key.
enum LinkToken {
    /// The newest links of each kind that have not been revoked.
    static let good = """
        SELECT network, meeting, kind, person, generation, hash FROM link l WHERE revoked IS NULL AND generation =
        (SELECT max(generation) FROM link n WHERE n.network = l.network AND n.meeting = l.meeting
        AND n.kind = l.kind AND n.person IS l.person)
        """

    /// The first 16 bytes of HMAC-SHA256 over "kind|meeting|person|generation". Identifiers have no bar in them.
    static func derive(
        key: [UInt8], meeting: String, kind: LinkKind, person: String?, generation: Int
    ) -> [UInt8] {
        let text = "\(kind.rawValue)|\(meeting)|\(person ?? "")|\(generation)"
        return Array(Sodium.hmacSHA256(Array(text.utf8), key: key).prefix(Token.shortBytes))
    }

    /// How many good links another key made.
    static func foreignCount(_ db: Database, key: [UInt8]) throws -> Int {
        try Row.fetchAll(db, sql: good).count { row in
            guard let kind = LinkKind(rawValue: row[2]) else { return true }
            let known = derive(key: key, meeting: row[1], kind: kind, person: row[3], generation: row[4])
            return Data(Sodium.sha256(known)) != row[5] as Data
        }
    }
}
