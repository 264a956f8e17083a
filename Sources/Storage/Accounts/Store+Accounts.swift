import Foundation
import GRDB

/// Accounts of coordinators and evaluators. Passwords come as finished PHC strings: hashing is on another thread.
extension Store {
    /// Makes an account without a password, and the link with which its owner sets one.
    ///
    /// - Parameter setupExpires: when the link stops being good, in milliseconds since 1970.
    /// - Returns: the account and the one-time token, which cannot be read again.
    /// - Throws: `StoreError.loginTaken`; `notFound` when the network or the person is not there.
    public func addAccount(
        network: String, role: AccountRole, login: String, displayName: String, person: String? = nil,
        setupExpires: Int64, now: Int64
    ) throws -> (account: AccountRow, token: String) {
        try StoredText.check(login, displayName)
        let account = AccountRow(
            id: Token.identifier(), network: network, role: role, login: login, displayName: displayName,
            person: person, password: nil, isDisabled: false)
        let token = try write { db in
            let known = "SELECT 1 FROM account WHERE login_folded = ?"
            guard try Int.fetchOne(db, sql: known, arguments: [Self.folded(login)]) == nil else {
                throw StoreError.loginTaken
            }
            guard try Int.fetchOne(db, sql: "SELECT 1 FROM network WHERE id = ?", arguments: [network]) != nil else {
                throw StoreError.notFound
            }
            if let person { try Self.require(.person, person, network: network, db) }
            try db.execute(
                sql: """
                    INSERT INTO account(id, network, role, login, login_folded, display_name, person, created)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    account.id, network, role.rawValue, login, Self.folded(login), displayName, person, now,
                ])
            return try Self.insertOneTimeLink(db, account: account.id, purpose: .setup, expires: setupExpires)
        }
        return (account, token)
    }

    /// The account with this login name, without regard to case and to how its letters are composed.
    public func account(login: String) throws -> AccountRow? {
        try read { db in
            let sql = "SELECT * FROM account WHERE login_folded = ?"
            return try Row.fetchOne(db, sql: sql, arguments: [Self.folded(login)]).map(Self.account)
        }
    }

    /// One account of a network.
    public func account(_ id: String, network: String) throws -> AccountRow? {
        try read { db in
            let sql = "SELECT * FROM account WHERE id = ? AND network = ?"
            return try Row.fetchOne(db, sql: sql, arguments: [id, network]).map(Self.account)
        }
    }

    /// The accounts of a network, by login name; nil for those of all, which only the operator asks for.
    public func accounts(network: String?) throws -> [AccountRow] {
        try read { db in
            let sql = "SELECT * FROM account WHERE ?1 IS NULL OR network = ?1 ORDER BY login_folded"
            return try Row.fetchAll(db, sql: sql, arguments: [network]).map(Self.account)
        }
    }

    /// Sets the password, and ends every session and open one-time link of the account: whoever had one of them is
    /// not to stay.
    ///
    /// - Parameter phc: what `PasswordHasher.hash` returned.
    /// - Throws: `StoreError.notFound`.
    public func setPassword(_ account: String, phc: String, now: Int64) throws {
        try write { db in
            try db.execute(sql: "UPDATE account SET password = ? WHERE id = ?", arguments: [phc, account])
            try Self.requireOneChange(db)
            try Self.endAccess(db, account: account, now: now)
        }
    }

    /// Replaces the hash of the same password after the parameters have changed. Sessions stay.
    ///
    /// - Throws: `StoreError.notFound` when the hash is not `replacing` any more: the password has changed meanwhile.
    public func rehashPassword(_ account: String, phc: String, replacing old: String) throws {
        try write { db in
            try db.execute(
                sql: "UPDATE account SET password = ? WHERE id = ? AND password = ?", arguments: [phc, account, old])
            try Self.requireOneChange(db)
        }
    }

    /// Switches signing in off or on. Switching it off ends every session at once.
    ///
    /// - Throws: `StoreError.notFound`.
    public func setDisabled(_ account: String, network: String, _ isDisabled: Bool, now: Int64) throws {
        try write { db in
            try db.execute(
                sql: "UPDATE account SET disabled = ? WHERE id = ? AND network = ?",
                arguments: [isDisabled, account, network])
            try Self.requireOneChange(db)
            if isDisabled { try Self.endAccess(db, account: account, now: now) }
        }
    }

    static func endAccess(_ db: Database, account: String, now: Int64) throws {
        try db.execute(
            sql: "UPDATE session SET revoked = ? WHERE account = ? AND revoked IS NULL", arguments: [now, account])
        try db.execute(
            sql: "UPDATE one_time_link SET used = ? WHERE account = ? AND used IS NULL", arguments: [now, account])
    }

    static func account(_ row: Row) throws -> AccountRow {
        guard let role = AccountRole(rawValue: row["role"]) else { throw StoreError.damagedFile("account.role") }
        return AccountRow(
            id: row["id"], network: row["network"], role: role, login: row["login"],
            displayName: row["display_name"], person: row["person"], password: row["password"],
            isDisabled: row["disabled"])
    }

    /// Two login names that look alike to a person are one.
    public static func folded(_ login: String) -> String {
        login.trimmingCharacters(in: .whitespacesAndNewlines).precomposedStringWithCompatibilityMapping.lowercased()
    }
}
