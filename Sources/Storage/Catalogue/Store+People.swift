import Foundation
import GRDB

/// The people of a network, and the tickets by which their devices are known.
extension Store {
    /// Makes a person.
    ///
    /// - Parameter tier: the chosen privacy tier, 0 to 3.
    /// - Throws: `StoreError.beyondLimit`, or `failed` when the network is not there.
    public func createPerson(
        network: String, name: String, school: String? = nil, tier: Int = 1, now: Int64
    ) throws -> PersonRow {
        try StoredText.check(name, school)
        let person = PersonRow(
            id: Token.identifier(), network: network, name: name, school: school, tier: tier, created: now, erased: nil)
        try write { db in
            try db.execute(
                sql: "INSERT INTO person(id, network, tier, created) VALUES (?, ?, ?, ?)",
                arguments: [person.id, network, tier, now])
            try PersonWords.write(db, person: person.id, name: name, school: school)
        }
        return person
    }

    /// Changes a person; nil leaves a field as it is, and an empty school takes it away.
    ///
    /// - Throws: `StoreError.notFound`, also for a person who was erased.
    public func updatePerson(
        _ id: String, network: String, name: String? = nil, school: String? = nil, tier: Int? = nil
    ) throws {
        try StoredText.check(name, school)
        try write { db in
            try db.execute(
                sql: "UPDATE person SET tier = ifnull(?, tier) WHERE id = ? AND network = ? AND erased IS NULL",
                arguments: [tier, id, network])
            try Self.requireOneChange(db)
            try PersonWords.change(db, person: id, name: name, school: school)
        }
        checkpoints.isErasureDue = true
    }

    /// One person of a network; the tombstone of one who was erased.
    public func person(_ id: String, network: String) throws -> PersonRow? {
        try read { db in
            let sql = "\(Self.people) WHERE p.id = ? AND p.network = ?"
            return try Row.fetchOne(db, sql: sql, arguments: [id, network]).map(Self.person)
        }
    }

    /// The people of a network who were not erased, by name.
    public func people(network: String) throws -> [PersonRow] {
        try read { db in
            let sql = "\(Self.people) WHERE p.network = ? AND p.erased IS NULL ORDER BY name, p.id"
            return try Row.fetchAll(db, sql: sql, arguments: [network]).map(Self.person)
        }
    }

    /// Gives a person's device a ticket.
    ///
    /// - Returns: the token, which cannot be read again.
    /// - Throws: `StoreError.notFound`, also for a person who was erased.
    public func issueTicket(person: String, network: String, now: Int64) throws -> String {
        let token = Sodium.randomBytes(Token.shortBytes)
        try write { db in
            let isThere = "SELECT 1 FROM person WHERE id = ? AND network = ? AND erased IS NULL"
            guard try Int.fetchOne(db, sql: isThere, arguments: [person, network]) != nil else {
                throw StoreError.notFound
            }
            try db.execute(
                sql: "INSERT INTO ticket(hash, network, person, created) VALUES (?, ?, ?, ?)",
                arguments: [Data(Sodium.sha256(token)), network, person, now])
        }
        return Base32.encode(token)
    }

    /// Whose ticket this is in this network; nil when it is unknown, of another network or revoked.
    public func person(ticket token: String, network: String) throws -> PersonRow? {
        guard let hash = Token.hash(token, bytes: Token.shortBytes) else { return nil }
        return try read { db in
            let sql = """
                \(Self.people) JOIN ticket t ON t.person = p.id AND t.network = p.network
                WHERE t.hash = ? AND t.network = ? AND t.revoked IS NULL AND p.erased IS NULL
                """
            return try Row.fetchOne(db.cachedStatement(sql: sql), arguments: [Data(hash), network]).map(Self.person)
        }
    }

    /// Ends one ticket; an unknown token is no error.
    public func revokeTicket(_ token: String, now: Int64) throws {
        guard let hash = Token.hash(token, bytes: Token.shortBytes) else { return }
        try write { db in
            try db.execute(
                sql: "UPDATE ticket SET revoked = ? WHERE hash = ? AND revoked IS NULL", arguments: [now, Data(hash)])
        }
    }

    /// Ends all tickets of a person.
    public func revokeTickets(person: String, network: String, now: Int64) throws {
        try write { db in
            try db.execute(
                sql: "UPDATE ticket SET revoked = ? WHERE person = ? AND network = ? AND revoked IS NULL",
                arguments: [now, person, network])
        }
    }

    static let people = """
        SELECT p.*, ifnull(w.name, '') AS name, w.school FROM person p LEFT JOIN person_words w ON w.person = p.id
        """

    static func person(_ row: Row) -> PersonRow {
        PersonRow(
            id: row["id"], network: row["network"], name: row["name"], school: row["school"], tier: row["tier"],
            created: row["created"], erased: row["erased"])
    }
}
