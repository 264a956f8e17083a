import Foundation
import GRDB

// Completing an account with its one-time link.

extension Store {
    /// Uses the link up and gives its account a login, a name and a password, all at once or not at all.
    ///
    /// - Parameter phc: what `PasswordHasher.hash` returned.
    /// - Throws: `StoreError.notFound` when the link is unknown, used or too old, `StoreError.loginTaken`.
    public func completeAccount(
        token: String, login: String, displayName: String, phc: String, now: Int64
    ) throws {
        guard let hash = Token.hash(token, bytes: Token.longBytes) else { throw StoreError.notFound }
        try write { db in
            guard let link = try Self.goodOneTimeLink(db, hash: hash, now: now) else { throw StoreError.notFound }
            let folded = Self.folded(login)
            let sql = "SELECT 1 FROM account WHERE login_folded = ? AND id <> ?"
            guard try Row.fetchOne(db, sql: sql, arguments: [folded, link.account]) == nil else {
                throw StoreError.loginTaken
            }
            try db.execute(
                sql: "UPDATE account SET login = ?, login_folded = ?, display_name = ?, password = ? WHERE id = ?",
                arguments: [login, folded, displayName, phc, link.account])
            try Self.endAccess(db, account: link.account, now: now)
            let person = "SELECT person FROM account WHERE id = ?"
            if let person = try String.fetchOne(db, sql: person, arguments: [link.account]) {
                try PersonWords.change(db, person: person, name: displayName)
            }
        }
        checkpoints.isErasureDue = true
    }
}
