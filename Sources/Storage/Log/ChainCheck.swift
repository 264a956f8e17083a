import Foundation
import GRDB

/// A place where the log is not what was stored.
public struct Damage: Sendable, Equatable {
    /// What is wrong there.
    public enum Kind: String, Sendable {
        /// The event's content does not give its hash.
        case altered
        /// The event does not follow on the one before it.
        case unlinked
        /// There is no event with this number, though there are later ones.
        case missing
        /// The stream does not end where its last append left it.
        case wrongEnd
        /// The stream ends before this event, which the mark beside the database says was stored.
        case behindMark
        /// The event is not the one that was marked beside the database.
        case notAsMarked
        /// The event is what was stored, but this program cannot read it.
        case unreadable
        /// A text or a name of the event is not what was stored with it.
        case textAltered
        /// A text or a name of the event is gone, and nobody has erased it.
        case textMissing
        /// A text or a name is there that was never stored with the event, or belongs to no event.
        case textAdded
        /// A text or a name of the event is there though it was erased.
        case textBack
    }

    /// The stream.
    public let stream: String
    /// The number of the event.
    public let sequence: Int64
    /// What is wrong.
    public let kind: Kind

    /// A place in the log.
    public init(stream: String, sequence: Int64, kind: Kind) {
        (self.stream, self.sequence, self.kind) = (stream, sequence, kind)
    }
}

/// Walks the hash chain. It only reads and reports; it repairs nothing.
enum ChainCheck {
    /// Every stream that there is anything of.
    static func streams(_ db: Database) throws -> [String] {
        // An index may be the damage that is looked for, and have no name where there is one.
        try Optional<String>.fetchAll(
            db, sql: "SELECT stream FROM head UNION SELECT DISTINCT stream FROM event ORDER BY stream"
        ).compactMap(\.self)
    }

    /// Events that are looked at at once.
    private static let piece = 500

    /// Reads a stream, and has it looked at by the other cores meanwhile.
    ///
    /// - Parameters:
    ///   - headway: goes on by one with every event.
    ///   - cores: what is wrong comes out of them, in order.
    ///   - furtherFlaw: what else is wrong with an event that is what was stored.
    static func look(
        _ db: Database, stream: String, headway: Headway = Headway(), with cores: OtherCores<[Damage]>,
        furtherFlaw: @escaping @Sendable (StoredEvent) -> Damage.Kind? = { _ in nil }
    ) throws {
        let sql = "\(StoredEvent.select) WHERE e.stream = ? ORDER BY e.sequence"
        let rows = try Row.fetchCursor(db, sql: sql, arguments: [stream])
        var piece = ChainPiece(stream: stream, erased: try PersonalRows.erased(db, stream))
        while let row = try rows.next() {
            headway.advance()
            piece.events.append(StoredEvent(row))
            guard piece.events.count == Self.piece else { continue }
            let full = piece
            cores.hand { full.damages(furtherFlaw) }
            piece = full.next
        }
        let last = piece
        cores.hand { last.damages(furtherFlaw) }
        let end = last.next
        let head = try Row.fetchOne(db, sql: "SELECT sequence, hash FROM head WHERE stream = ?", arguments: [stream])
        let endsWell =
            head.map {
                Int64.fromDatabaseValue($0[0]) == end.expected &- 1
                    && Data.fromDatabaseValue($0[1]) == end.previous.map { Data($0) }
            }
            ?? (end.expected == 1)
        if !endsWell { cores.hand { [Damage(stream: stream, sequence: end.expected, kind: .wrongEnd)] } }
    }

    /// Erasable parts that belong to no event.
    static func strays(_ db: Database) throws -> [Damage] {
        let sql = """
            SELECT p.stream, p.sequence FROM personal p WHERE p.until_end NOT IN (0, 1) OR NOT EXISTS (
                SELECT 1 FROM event e WHERE e.stream = p.stream AND e.sequence = p.sequence)
            """
        return try Row.fetchAll(db, sql: sql).map {
            Damage(
                stream: String.fromDatabaseValue($0[0]) ?? "", sequence: Int64.fromDatabaseValue($0[1]) ?? 0,
                kind: .textAdded)
        }
    }

    /// Checks the end of every stream and the newest events, in the time that a start may take.
    ///
    /// - Throws: `StoreError.damaged` at the first place that is wrong.
    static func assertRecent(_ db: Database, count: Int) throws {
        let wrongEnd = """
            SELECT h.stream, h.sequence FROM head h WHERE NOT EXISTS (
                SELECT 1 FROM event e WHERE e.stream = h.stream AND e.sequence = h.sequence AND e.hash = h.hash)
            LIMIT 1
            """
        if let row = try Row.fetchOne(db, sql: wrongEnd) {
            throw StoreError.damaged(stream: row[0] as String? ?? "", sequence: row[1] as Int64? ?? 0)
        }
        let recent = """
            SELECT \(StoredEvent.columns), b.hash FROM (SELECT * FROM event ORDER BY id DESC LIMIT ?) e
            \(StoredEvent.joined) LEFT JOIN event b ON b.stream = e.stream AND b.sequence = e.sequence - 1 ORDER BY e.id
            """
        let rows = try Row.fetchCursor(db, sql: recent, arguments: [count])
        var reading = CheckedReading(db)
        while let row = try rows.next() {
            let place = (String.fromDatabaseValue(row[0]) ?? "", Int64.fromDatabaseValue(row[1]) ?? 0)
            let event = try reading.event(row, at: place)
            let before = Data.fromDatabaseValue(row[StoredEvent.columnCount]).map { [UInt8]($0) }
            guard event.previousHash == (event.fields.sequence == 1 ? EventHash.start : before) else {
                throw StoreError.damaged(stream: place.0, sequence: place.1)
            }
        }
    }
}
