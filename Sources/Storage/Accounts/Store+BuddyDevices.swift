import Foundation
import GRDB

/// A device on which somebody's page of buddies was opened.
public struct BuddyDeviceRow: Sendable, Equatable {
    /// Its identifier; no secret.
    public let id: String
    /// The network.
    public let network: String
    /// Whose page it is.
    public let person: String
    /// When it was opened there first, in milliseconds since 1970.
    public let created: Int64
    /// Whether it is the person's own: the first one, or one to which they said yes.
    public let isConfirmed: Bool
}

/// The devices that may show a page of buddies. The first one of a person is trusted; every later one waits until the
/// person says on a trusted one that it is theirs.
extension Store {
    /// Gives a device that came by the personal link a secret of its own.
    ///
    /// - Throws: `StoreError.notFound`, also for a person who was erased.
    public func addBuddyDevice(
        person: String, network: String, now: Int64
    ) throws -> (token: String, device: BuddyDeviceRow) {
        let token = Sodium.randomBytes(Token.shortBytes)
        let device = try write { try Self.insertBuddyDevice($0, Sodium.sha256(token), person, network, now) }
        return (Base32.encode(token), device)
    }

    /// The device with this ticket of the person, who is known by it already; noted when it is new.
    ///
    /// - Returns: nil when the person said that it is not theirs.
    /// - Throws: `StoreError.notFound`, also for a person who was erased.
    public func buddyDevice(ticket token: String, person: String, network: String, now: Int64) throws -> BuddyDeviceRow?
    {
        guard let hash = Token.hash(token, bytes: Token.shortBytes) else { throw StoreError.notFound }
        if let (known, isRefused) = try read({ try Self.buddyDevice($0, hash) }) { return isRefused ? nil : known }
        return try write { try Self.insertBuddyDevice($0, hash, person, network, now) }
    }

    /// The device with this secret; nil when it is unknown, or the person said that it is not theirs.
    public func buddyDevice(_ token: String) throws -> BuddyDeviceRow? {
        guard let hash = Token.hash(token, bytes: Token.shortBytes),
            let (known, isRefused) = try read({ try Self.buddyDevice($0, hash) }), !isRefused
        else { return nil }
        return known
    }

    /// The devices of a person that wait for a yes, the newest first.
    public func waitingBuddyDevices(person: String, network: String) throws -> [BuddyDeviceRow] {
        try read { db in
            let sql = """
                SELECT * FROM buddy_device WHERE person = ? AND network = ? AND confirmed IS NULL AND refused IS NULL
                ORDER BY created DESC, id
                """
            return try Row.fetchAll(db, sql: sql, arguments: [person, network]).map(Self.buddyDevice)
        }
    }

    /// "It is mine", or "it is not": then a ticket of theirs that the device has ends too.
    ///
    /// - Throws: `StoreError.notFound` when no such device waits.
    public func settleBuddyDevice(_ id: String, person: String, network: String, isOwn: Bool, now: Int64) throws {
        try write { db in
            try db.execute(
                sql: """
                    UPDATE buddy_device SET confirmed = iif(?1, ?2, NULL), refused = iif(?1, NULL, ?2)
                    WHERE id = ?3 AND person = ?4 AND network = ?5 AND confirmed IS NULL AND refused IS NULL
                    """,
                arguments: [isOwn, now, id, person, network])
            try Self.requireOneChange(db)
            guard !isOwn else { return }
            try db.execute(
                sql: """
                    UPDATE ticket SET revoked = ? WHERE revoked IS NULL AND person = ?
                    AND hash = (SELECT hash FROM buddy_device WHERE id = ?)
                    """,
                arguments: [now, person, id])
        }
    }

    /// Forgets a device by its secret or ticket; an unknown one is no error.
    public func forgetBuddyDevice(_ token: String) throws {
        guard let hash = Token.hash(token, bytes: Token.shortBytes) else { return }
        try write { try $0.execute(sql: "DELETE FROM buddy_device WHERE hash = ?", arguments: [Data(hash)]) }
    }

    private static func buddyDevice(_ db: Database, _ hash: [UInt8]) throws -> (BuddyDeviceRow, isRefused: Bool)? {
        try Row.fetchOne(db, sql: "SELECT * FROM buddy_device WHERE hash = ?", arguments: [Data(hash)])
            .map { (buddyDevice($0), isRefused: $0["refused"] as Int64? != nil) }
    }

    private static func insertBuddyDevice(
        _ db: Database, _ hash: [UInt8], _ person: String, _ network: String, _ now: Int64
    ) throws -> BuddyDeviceRow {
        try requireLiving(person, network: network, db)
        let known = "SELECT 1 FROM buddy_device WHERE person = ? AND confirmed IS NOT NULL"
        let isFirst = try Int.fetchOne(db, sql: known, arguments: [person]) == nil
        let device = BuddyDeviceRow(
            id: Token.identifier(), network: network, person: person, created: now, isConfirmed: isFirst)
        try db.execute(
            sql: "INSERT INTO buddy_device(id, hash, network, person, created, confirmed) VALUES (?, ?, ?, ?, ?, ?)",
            arguments: [device.id, Data(hash), network, person, now, isFirst ? now : nil])
        // Whoever opens a link again and again does not fill the list.
        try db.execute(
            sql: """
                DELETE FROM buddy_device WHERE id IN (SELECT id FROM buddy_device
                WHERE person = ? AND confirmed IS NULL AND refused IS NULL ORDER BY created DESC, id LIMIT -1 OFFSET ?)
                """,
            arguments: [person, StorageLimits.buddyDevicesWaiting])
        return device
    }

    private static func buddyDevice(_ row: Row) -> BuddyDeviceRow {
        BuddyDeviceRow(
            id: row["id"], network: row["network"], person: row["person"], created: row["created"],
            isConfirmed: row["confirmed"] as Int64? != nil)
    }
}
