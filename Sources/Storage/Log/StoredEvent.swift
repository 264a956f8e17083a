import Foundation
import GRDB
import Log

/// An event as its row has it. Reading never assumes a type: the row may be the damage that is looked for.
struct StoredEvent {
    static let columns = """
        e.stream, e.sequence, e.epoch, e.at, e.actor, e.kind, e.version, e.body, e.prev_hash, e.hash
        """
    static let columnCount = 10
    /// Events with what is left of their personal parts, which stand in the two columns behind the others.
    static let withParts = """
        SELECT \(columns), p.json, q.json FROM event e
        LEFT JOIN personal p ON p.stream = e.stream AND p.sequence = e.sequence AND p.until_end = 0
        LEFT JOIN personal q ON q.stream = e.stream AND q.sequence = e.sequence AND q.until_end = 1
        """

    let fields: EventHash.Fields
    let previousHash: [UInt8]
    let hash: [UInt8]

    init?(_ row: Row) {
        func value<T: DatabaseValueConvertible>(_ index: Int, _: T.Type) -> T? {
            T.fromDatabaseValue(row[index] as DatabaseValue)
        }
        let actor = value(4, String.self)
        guard let stream = value(0, String.self), let sequence = value(1, Int64.self),
            let epoch = value(2, String.self), let at = value(3, Int64.self),
            actor != nil || (row[4] as DatabaseValue).isNull, let kind = value(5, String.self),
            let version = value(6, Int64.self), let body = value(7, Data.self), let previous = value(8, Data.self),
            let hash = value(9, Data.self)
        else { return nil }
        fields = EventHash.Fields(
            stream: stream, sequence: sequence, epoch: epoch, at: at, actor: actor, kind: kind, version: version,
            body: [UInt8](body))
        previousHash = [UInt8](previous)
        self.hash = [UInt8](hash)
    }

    var isUnaltered: Bool { EventHash.hash(fields, after: previousHash) == hash }

    /// The event with the parts that its row of `withParts` has.
    func entry(_ row: Row) -> LogEntry {
        let parts = [row[Self.columnCount] as Data?, row[Self.columnCount + 1] as Data?]
        return entry(parts: parts.compactMap { $0.map { [UInt8]($0) } })
    }

    private func entry(parts: [[UInt8]]) -> LogEntry {
        LogEntry(
            stream: fields.stream, sequence: fields.sequence, epoch: fields.epoch, at: fields.at,
            actor: fields.actor, kind: fields.kind, version: Int(fields.version), body: fields.body,
            parts: parts)
    }
}
