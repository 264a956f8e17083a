import GRDB

/// Networks. Everything else in the catalogue belongs to one.
extension Store {
    /// Makes a network.
    public func createNetwork(name: String, contact: String, notice: String, now: Int64) throws -> NetworkRow {
        try Self.checkNetwork(name, contact, notice)
        let network = NetworkRow(
            id: Token.identifier(), name: name, contact: contact, notice: notice, topics: "", created: now)
        try write { db in
            try db.execute(
                sql: "INSERT INTO network(id, name, contact, notice, created) VALUES (?, ?, ?, ?, ?)",
                arguments: [network.id, name, contact, notice, now])
        }
        return network
    }

    /// Changes what a network says of itself.
    ///
    /// - Throws: `StoreError.notFound`.
    public func updateNetwork(
        _ id: String, name: String, contact: String, notice: String, topics: String? = nil
    ) throws {
        try Self.checkNetwork(name, contact, notice)
        if let topics { try StoredText.check(topics, bytes: StorageLimits.topicsBytes, limit: "topicsBytes") }
        try write { db in
            try db.execute(
                sql: "UPDATE network SET name = ?, contact = ?, notice = ?, topics = ifnull(?, topics) WHERE id = ?",
                arguments: [name, contact, notice, topics, id])
            try Self.requireOneChange(db)
        }
    }

    /// All networks, by name.
    public func networks() throws -> [NetworkRow] {
        try read { try Row.fetchAll($0, sql: "SELECT * FROM network ORDER BY name, id").map(Self.network) }
    }

    /// One network.
    public func network(_ id: String) throws -> NetworkRow? {
        try read { try Row.fetchOne($0, sql: "SELECT * FROM network WHERE id = ?", arguments: [id]).map(Self.network) }
    }

    private static func network(_ row: Row) -> NetworkRow {
        NetworkRow(
            id: row["id"], name: row["name"], contact: row["contact"], notice: row["notice"], topics: row["topics"],
            created: row["created"])
    }

    private static func checkNetwork(_ name: String, _ contact: String, _ notice: String) throws {
        try StoredText.check(name, contact)
        try StoredText.check(notice, bytes: StorageLimits.noticeBytes, limit: "noticeBytes")
    }

    /// - Throws: `StoreError.notFound` unless the last statement changed a row.
    static func requireOneChange(_ db: Database) throws {
        guard db.changesCount > 0 else { throw StoreError.notFound }
    }

    /// Whether a row with this identifier is in this network, asked before anything is made that points to it.
    static func require(_ table: CatalogueTable, _ id: String, network: String, _ db: Database) throws {
        let sql = "SELECT 1 FROM \(table.rawValue) WHERE id = ? AND network = ?"
        guard try Int.fetchOne(db.cachedStatement(sql: sql), arguments: [id, network]) != nil else {
            throw StoreError.notFound
        }
    }

    enum CatalogueTable: String {
        case person, meeting, account
    }
}
