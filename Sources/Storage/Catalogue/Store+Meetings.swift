import GRDB
import Meetings

/// The catalogue of meetings. What happens in one is in the log; its phase, title and start are repeated here in the
/// transaction of the event that changes them.
extension Store {
    /// Makes a meeting with a fresh code.
    ///
    /// - Parameters:
    ///   - plannedStart: in milliseconds since 1970.
    ///   - zone: the time zone of the plan, as an IANA name.
    /// - Throws: `StoreError.noFreeCode`; `failed` when the network is not there.
    public func createMeeting(
        network: String, title: String, plannedStart: Int64? = nil, zone: String, isSample: Bool = false,
        isRehearsal: Bool = false, recording: String? = nil, now: Int64
    ) throws -> MeetingRow {
        try createMeeting(
            network: network, title: title, plannedStart: plannedStart, zone: zone, isSample: isSample,
            isRehearsal: isRehearsal, recording: recording, now: now, drawCode: JoinCode.random)
    }

    func createMeeting(
        network: String, title: String, plannedStart: Int64?, zone: String, isSample: Bool, isRehearsal: Bool,
        recording: String? = nil, now: Int64, drawCode: () -> String
    ) throws -> MeetingRow {
        try StoredText.check(title, zone, recording)
        return try write { db in
            let taken = "SELECT 1 FROM meeting WHERE code = ? AND archived IS NULL"
            for _ in 0..<StorageLimits.codeDraws {
                let code = drawCode()
                guard try Int.fetchOne(db, sql: taken, arguments: [code]) == nil else { continue }
                let meeting = MeetingRow(
                    id: Token.identifier(), network: network, title: title, plannedStart: plannedStart, zone: zone,
                    code: code, phase: .planned, created: now, isSample: isSample, isRehearsal: isRehearsal,
                    recording: recording, archived: nil)
                try Self.insert(db, meeting)
                return meeting
            }
            throw StoreError.noFreeCode
        }
    }

    /// The meetings of a network, those without a date last, archived ones only if asked for.
    public func meetings(network: String, includingArchived: Bool = false) throws -> [MeetingRow] {
        try read { db in
            let sql = """
                SELECT * FROM meeting WHERE network = ? AND (archived IS NULL OR ?)
                ORDER BY planned_start IS NULL, planned_start, created, id
                """
            return try Row.fetchAll(db, sql: sql, arguments: [network, includingArchived]).map(Self.meeting)
        }
    }

    /// The meetings of all networks in a phase, for the server's own start; not for anybody's page.
    public func meetings(phase: Phase) throws -> [MeetingRow] {
        try read { db in
            let sql = "SELECT * FROM meeting WHERE phase = ? AND archived IS NULL ORDER BY created, id"
            return try Row.fetchAll(db, sql: sql, arguments: [phase.rawValue]).map(Self.meeting)
        }
    }

    /// One meeting of a network.
    public func meeting(_ id: String, network: String) throws -> MeetingRow? {
        try read { db in
            let sql = "SELECT * FROM meeting WHERE id = ? AND network = ?"
            return try Row.fetchOne(db.cachedStatement(sql: sql), arguments: [id, network]).map(Self.meeting)
        }
    }

    /// The network a meeting belongs to, so that a door can ask for that network's ticket.
    public func network(ofMeeting id: String) throws -> String? {
        try read { db in
            try String.fetchOne(
                db.cachedStatement(sql: "SELECT network FROM meeting WHERE id = ?"), arguments: [id])
        }
    }

    /// The meeting with this code, as a person typed it; nil when it is none of a meeting that is not archived.
    public func meeting(code typed: String) throws -> MeetingRow? {
        guard let code = JoinCode.normalized(typed) else { return nil }
        return try read { db in
            let sql = "SELECT * FROM meeting WHERE code = ? AND archived IS NULL"
            return try Row.fetchOne(db, sql: sql, arguments: [code]).map(Self.meeting)
        }
    }

    /// The meeting into which a recording of this name was played.
    public func meeting(recording: String) throws -> MeetingRow? {
        try read { db in
            try Row.fetchOne(db, sql: "SELECT * FROM meeting WHERE recording = ?", arguments: [recording])
                .map(Self.meeting)
        }
    }

    /// Archives a meeting, which frees its code and ends its links.
    ///
    /// - Throws: `StoreError.notFound`, also when it is archived already.
    public func archiveMeeting(_ id: String, network: String, now: Int64) throws {
        try write { db in
            try db.execute(
                sql: "UPDATE meeting SET archived = ? WHERE id = ? AND network = ? AND archived IS NULL",
                arguments: [now, id, network])
            try Self.requireOneChange(db)
            try db.execute(
                sql: "UPDATE link SET revoked = ? WHERE meeting = ? AND revoked IS NULL", arguments: [now, id])
        }
    }

    /// Changes a meeting's row where no event does; nil leaves a field as it is.
    ///
    /// - Throws: `StoreError.notFound`.
    public func updateMeeting(
        _ id: String, network: String, title: String? = nil, plannedStart: Int64? = nil, zone: String? = nil,
        phase: Phase? = nil
    ) throws {
        try StoredText.check(title, zone)
        try write { db in
            try db.execute(
                sql: """
                    UPDATE meeting SET title = ifnull(?, title), planned_start = ifnull(?, planned_start),
                    zone = ifnull(?, zone), phase = ifnull(?, phase) WHERE id = ? AND network = ?
                    """,
                arguments: [title, plannedStart, zone, phase?.rawValue, id, network])
            try Self.requireOneChange(db)
        }
    }

    private static func insert(_ db: Database, _ meeting: MeetingRow) throws {
        try db.execute(
            sql: """
                INSERT INTO meeting(id, network, title, planned_start, zone, code, phase, created, is_sample,
                is_rehearsal, recording) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                meeting.id, meeting.network, meeting.title, meeting.plannedStart, meeting.zone, meeting.code,
                meeting.phase.rawValue, meeting.created, meeting.isSample, meeting.isRehearsal,
                meeting.recording,
            ])
    }

    static func meeting(_ row: Row) throws -> MeetingRow {
        guard let phase = Phase(rawValue: row["phase"]) else { throw StoreError.damagedFile("meeting.phase") }
        return MeetingRow(
            id: row["id"], network: row["network"], title: row["title"], plannedStart: row["planned_start"],
            zone: row["zone"], code: row["code"], phase: phase, created: row["created"], isSample: row["is_sample"],
            isRehearsal: row["is_rehearsal"],
            recording: row["recording"], archived: row["archived"])
    }
}
