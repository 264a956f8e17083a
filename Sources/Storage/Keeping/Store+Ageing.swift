import Foundation
import GRDB
import Journal

/// What goes by age: the erasable parts of some kinds of events first, and whole logs of meetings later. Of these the
/// last hash stays and the figures, so that what was can still be counted and nobody can say it was more.
extension Store {
    /// What went from where.
    public struct Aged: Sendable, Equatable {
        public var parts = 0
        public var streams: [String] = []
    }

    /// A meeting whose log has gone by age.
    public struct Retired: Sendable, Equatable, Codable {
        /// The number of its last event.
        public let sequence: Int64
        /// The hash of its last event, in hexadecimal.
        public let hash: String
        /// When it went, in milliseconds since 1970.
        public let at: Int64
        /// What was counted, as JSON.
        public let figures: String
    }

    private static let retiredPrefix = "retired/"
    private static let lastAgeing = "aged"

    /// Erases the parts of some kinds of events: in meetings that ended before an instant, and of networks what is
    /// older than it.
    ///
    /// - Parameters:
    ///   - kinds: names of facts.
    ///   - instant: in milliseconds since 1970.
    public func age(kinds: [String], before instant: Int64) throws -> Aged {
        guard !kinds.isEmpty else { return Aged() }
        let list = kinds.map { _ in "?" }.joined(separator: ", ")
        let isDue = """
            EXISTS (SELECT 1 FROM event e WHERE e.stream = personal.stream AND e.sequence = personal.sequence
            AND e.kind IN (\(list)) AND (e.stream IN (\(Self.endedMeetings))
            OR e.at < ? AND e.stream IN (SELECT id FROM network)))
            """
        let arguments = StatementArguments(kinds) + [instant, instant, instant]
        let aged = try write { db in
            var aged = Aged()
            aged.streams = try String.fetchAll(
                db, sql: "SELECT DISTINCT stream FROM personal WHERE \(isDue) ORDER BY stream", arguments: arguments)
            if !aged.streams.isEmpty {
                aged.parts = try PersonalRows.erase(db, where: isDue, arguments)
                try Self.dropSummaries(db)
            }
            return aged
        }
        if aged.parts > 0 { try rewriteAged(before: instant) }
        return aged
    }

    /// Meetings whose last sign of life is older than an instant, which is asked for twice: those that have ended, by
    /// their end; of others nothing is planned later either.
    private static let endedMeetings = """
        SELECT m.id FROM meeting m WHERE (SELECT max(l.at) FROM event l WHERE l.stream = m.id
        AND (m.phase <> 'ended' OR l.kind = 'meetingEnded')) < ?
        AND (m.phase = 'ended' OR ifnull(m.planned_start, 0) < ?)
        """

    /// The meetings that ended before an instant and still have their log, in order.
    public func meetingsToRetire(before instant: Int64) throws -> [MeetingRow] {
        try read { db in
            let sql = """
                SELECT * FROM meeting WHERE phase = 'ended' AND id IN (\(Self.endedMeetings)) ORDER BY created, id
                """
            return try Row.fetchAll(db, sql: sql, arguments: [instant, instant]).map(Self.meeting)
        }
    }

    /// Takes the whole log of a meeting that is over away, with its links; its last hash and the figures stay.
    ///
    /// - Parameter figures: as JSON; nobody is named in it.
    /// - Throws: `StoreError.notFound`, also when it is not over or has no log any more.
    public func retire(_ meeting: String, network: String, figures: String, now: Int64) throws {
        let head = try read { db in
            let isOver = "SELECT 1 FROM meeting WHERE id = ? AND network = ? AND phase = 'ended'"
            guard try Int.fetchOne(db, sql: isOver, arguments: [meeting, network]) != nil,
                let row = try Row.fetchOne(
                    db, sql: "SELECT sequence, hash FROM head WHERE stream = ?", arguments: [meeting])
            else { throw StoreError.notFound }
            return (sequence: row[0] as Int64, hash: row[1] as Data)
        }
        let hash = Sodium.hex(head.hash)
        let left = Retired(sequence: head.sequence, hash: hash, at: now, figures: figures)
        let json = String(decoding: try JSONEncoder().encode(left), as: UTF8.self)
        // As where a meeting is deleted: a mark without its stream would look like a loss.
        if isServer { try marks.replace(try heads().filter { $0.stream != meeting }, generation: marksGeneration) }
        unmarked.remove(meeting)
        knownCommands.forget(meeting)
        do {
            try write { db in
                try db.execute(
                    sql: "INSERT INTO meta(key, value) VALUES (?, ?)", arguments: [Self.retiredPrefix + meeting, json])
                for table in ["event", "head", "personal", "erased", "command", "person_stream"] {
                    try db.execute(sql: "DELETE FROM \(table) WHERE stream = ?", arguments: [meeting])
                }
                try Self.eraseAnswers(db, stream: meeting)
                try Self.dropSummaries(db)
                try db.execute(sql: "DELETE FROM link WHERE meeting = ?", arguments: [meeting])
                try db.execute(
                    sql: "UPDATE meeting SET title = '', archived = ifnull(archived, ?) WHERE id = ?",
                    arguments: [now, meeting])
            }
        } catch {
            unmarked.insert(meeting)
            throw error
        }
        try noting(.commit) { try destroyAnswerKeys(of: meeting) }
        try rewriteAged(before: now)
    }

    /// What is left of a meeting whose log has gone; nil while it is there.
    public func retired(_ meeting: String) throws -> Retired? {
        try read { try Self.retired(meeting, $0) }
    }

    static func retired(_ meeting: String, _ db: Database) throws -> Retired? {
        let sql = "SELECT value FROM meta WHERE key = ?"
        return try String.fetchOne(db, sql: sql, arguments: [retiredPrefix + meeting])
            .map { try JSONDecoder().decode(Retired.self, from: Data($0.utf8)) }
    }

    /// When it was last looked what goes by age, in milliseconds since 1970; nil before the first time.
    public func lastAgeing() throws -> Int64? {
        try read { try String.fetchOne($0, sql: "SELECT value FROM meta WHERE key = ?", arguments: [Self.lastAgeing]) }
            .flatMap { Int64($0) }
    }

    /// Writes down that it was.
    public func noteAgeing(at now: Int64) throws {
        try write {
            try $0.execute(
                sql: "INSERT OR REPLACE INTO meta(key, value) VALUES (?, ?)", arguments: [Self.lastAgeing, "\(now)"])
        }
    }
}
