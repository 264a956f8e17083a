import Foundation
import GRDB

/// Links that work once: for setting a password and for looking at the sample.
extension Store {
    /// Makes a one-time link for an account.
    ///
    /// - Parameter expires: when it stops being good, in milliseconds since 1970.
    /// - Returns: the token, which cannot be read again.
    /// - Throws: `StoreError.notFound`.
    public func makeOneTimeLink(
        account: String, network: String, purpose: OneTimePurpose, expires: Int64
    ) throws -> String {
        try write { db in
            try Self.require(.account, account, network: network, db)
            return try Self.insertOneTimeLink(db, account: account, purpose: purpose, expires: expires)
        }
    }

    /// What a token would do, without using it; nil when it is unknown, used, expired, or its account disabled.
    public func peekOneTimeLink(_ token: String, now: Int64) throws -> OneTimeLinkRow? {
        guard let hash = Token.hash(token, bytes: Token.longBytes) else { return nil }
        return try read { try Self.goodOneTimeLink($0, hash: hash, now: now) }
    }

    /// Uses a token up. Of two callers exactly one gets it.
    ///
    /// - Returns: what it is for, or nil as in `peekOneTimeLink`.
    public func useOneTimeLink(_ token: String, now: Int64) throws -> OneTimeLinkRow? {
        guard let hash = Token.hash(token, bytes: Token.longBytes) else { return nil }
        return try write { db in
            guard let link = try Self.goodOneTimeLink(db, hash: hash, now: now) else { return nil }
            try db.execute(sql: "UPDATE one_time_link SET used = ? WHERE hash = ?", arguments: [now, Data(hash)])
            return link
        }
    }

    static func insertOneTimeLink(
        _ db: Database, account: String, purpose: OneTimePurpose, expires: Int64
    ) throws -> String {
        let bytes = Sodium.randomBytes(Token.longBytes)
        try db.execute(
            sql: "INSERT INTO one_time_link(hash, account, purpose, expires) VALUES (?, ?, ?, ?)",
            arguments: [Data(Sodium.sha256(bytes)), account, purpose.rawValue, expires])
        return Base32.encode(bytes)
    }

    static func goodOneTimeLink(_ db: Database, hash: [UInt8], now: Int64) throws -> OneTimeLinkRow? {
        let sql = """
            SELECT o.account, o.purpose, o.expires FROM one_time_link o JOIN account a ON a.id = o.account
            WHERE o.hash = ? AND o.used IS NULL AND o.expires > ? AND a.disabled = 0
            """
        guard let row = try Row.fetchOne(db, sql: sql, arguments: [Data(hash), now]) else { return nil }
        guard let purpose = OneTimePurpose(rawValue: row[1]) else { throw StoreError.damagedFile("purpose") }
        return OneTimeLinkRow(account: row[0], purpose: purpose, expires: row[2])
    }
}
