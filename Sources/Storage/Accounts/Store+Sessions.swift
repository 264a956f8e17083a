import Foundation
import GRDB

/// Sessions of accounts: a random token in the browser, its hash here, good for twelve hours without use.
extension Store {
    /// Begins a session.
    ///
    /// - Parameter previous: the token the browser had before signing in, which ends now, so that nobody can plant one.
    /// - Returns: the token and the form token. The first cannot be read again.
    /// - Throws: `StoreError.notFound` when the account is not there or disabled.
    public func createSession(
        account: String, replacing previous: String? = nil, now: Int64
    ) throws -> (token: String, csrf: String) {
        let token = Sodium.randomBytes(Token.longBytes)
        let csrf = Token.random(bytes: Token.longBytes)
        try write { db in
            let isGood = "SELECT 1 FROM account WHERE id = ? AND disabled = 0"
            guard try Int.fetchOne(db, sql: isGood, arguments: [account]) != nil else { throw StoreError.notFound }
            if let previous { try Self.revoke(db, token: previous, now: now) }
            // Rows of sessions that are over say when somebody worked; nobody needs them.
            try db.execute(
                sql: "DELETE FROM session WHERE account = ? AND (revoked IS NOT NULL OR last_seen <= ?)",
                arguments: [account, now - StorageLimits.sessionIdleMilliseconds])
            try db.execute(
                sql: "INSERT INTO session(hash, account, created, last_seen, csrf) VALUES (?, ?, ?, ?, ?)",
                arguments: [Data(Sodium.sha256(token)), account, now, now, csrf])
        }
        return (Base32.encode(token), csrf)
    }

    /// Whose session this is; nil when it is unknown, ended, idle too long or its account disabled.
    ///
    /// The use is written down at most once a minute; if that cannot be stored the session is good all the same.
    public func session(_ token: String, now: Int64) throws -> SessionInfo? {
        guard let hash = Token.hash(token, bytes: Token.longBytes).map({ Data($0) }) else { return nil }
        let found = try read { db in
            let sql = """
                SELECT a.*, s.csrf, s.created AS began, s.last_seen FROM session s JOIN account a ON a.id = s.account
                WHERE s.hash = ? AND s.revoked IS NULL AND s.last_seen > ? AND a.disabled = 0
                """
            let oldest = now - StorageLimits.sessionIdleMilliseconds
            return try Row.fetchOne(db, sql: sql, arguments: [hash, oldest]).map { row in
                (
                    info: SessionInfo(account: try Self.account(row), csrf: row["csrf"], created: row["began"]),
                    lastSeen: row["last_seen"] as Int64
                )
            }
        }
        guard let found else { return nil }
        if now - found.lastSeen >= StorageLimits.sessionTouchMilliseconds {
            try? write { db in
                try db.execute(sql: "UPDATE session SET last_seen = ? WHERE hash = ?", arguments: [now, hash])
            }
        }
        return found.info
    }

    /// Ends one session; an unknown token is no error.
    public func revokeSession(_ token: String, now: Int64) throws {
        try write { try Self.revoke($0, token: token, now: now) }
    }

    /// Ends all sessions of an account.
    public func revokeSessions(account: String, now: Int64) throws {
        try write { db in
            try db.execute(
                sql: "UPDATE session SET revoked = ? WHERE account = ? AND revoked IS NULL", arguments: [now, account])
        }
    }

    private static func revoke(_ db: Database, token: String, now: Int64) throws {
        guard let hash = Token.hash(token, bytes: Token.longBytes) else { return }
        try db.execute(
            sql: "UPDATE session SET revoked = ? WHERE hash = ? AND revoked IS NULL", arguments: [now, Data(hash)])
    }
}
