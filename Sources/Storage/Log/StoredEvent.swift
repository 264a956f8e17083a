import Foundation
import GRDB
import Log

/// An event as its row has it, with what is left of its erasable parts. The row may be the damage that is looked for:
/// what is missing in it makes it none, and what has another type, a text where a number was, does not give its hash.
struct StoredEvent {
    /// The columns of the row, whose tables `joined` names. Others may stand behind them, from `columnCount` on.
    static let columns = """
        e.stream, e.sequence, e.epoch, e.at, e.actor, e.kind, e.version, e.body, e.prev_hash, e.hash, e.parts,
        e.command, p.person, p.object, p.json, p.salt, q.person, q.object, q.json, q.salt
        """
    static let columnCount = 20
    private static let (staying, untilEnd) = (12, 16)
    /// The parts beside an event `e`.
    static let joined = """
        LEFT JOIN personal p ON p.stream = e.stream AND p.sequence = e.sequence AND p.until_end = 0
        LEFT JOIN personal q ON q.stream = e.stream AND q.sequence = e.sequence AND q.until_end = 1
        """
    /// All events with their parts.
    static let select = "SELECT \(columns) FROM event e \(joined)"

    let fields: EventHash.Fields
    let previousHash: [UInt8]
    let hash: [UInt8]
    /// What is left of its parts: the one that stays, the one that goes when the meeting ends.
    private let parts: (staying: StoredPart?, untilEnd: StoredPart?)

    init?(_ row: Row) {
        guard let stream: String = row[0], let sequence: Int64 = row[1], let epoch: String = row[2],
            let at: Int64 = row[3], let kind: String = row[5], let version: Int64 = row[6], let body: Data = row[7],
            let previous: Data = row[8], let hash: Data = row[9]
        else { return nil }
        fields = EventHash.Fields(
            stream: stream, sequence: sequence, epoch: epoch, at: at, actor: row[4], kind: kind, version: version,
            body: [UInt8](body), parts: (row[10] as Data?).map { [UInt8]($0) },
            command: (row[11] as Data?).map { [UInt8]($0) })
        previousHash = [UInt8](previous)
        self.hash = [UInt8](hash)
        parts = (
            StoredPart(row, from: Self.staying, untilEnd: false), StoredPart(row, from: Self.untilEnd, untilEnd: true)
        )
    }

    /// Whether the event is what was stored. Hashes it.
    var isUnaltered: Bool { EventHash.hash(fields, after: previousHash) == hash }

    /// What is wrong with one of its parts; nil when it is what was stored, or was erased.
    ///
    /// - Parameter erased: what was erased of this stream; asked for only when a part is gone.
    func flaw(untilEnd: Bool, erased: () throws -> Set<PersonalRows.Erased>) rethrows -> Damage.Kind? {
        // Nothing vouches for the parts of an event of before.
        guard let list = fields.parts else { return nil }
        let part = untilEnd ? parts.untilEnd : parts.staying
        switch (PartHash.listed(list, untilEnd: untilEnd), part) {
        case (nil, nil): return nil
        case (nil, .some): return .textAdded
        case (.some(let hash), .some(let part)): return part.hash == hash ? nil : .textAltered
        case (.some, nil): return try erased().contains(key(untilEnd: untilEnd)) ? nil : .textMissing
        }
    }

    /// Whether a part is there that was erased.
    func isBack(untilEnd: Bool, erased: Set<PersonalRows.Erased>) -> Bool {
        (untilEnd ? parts.untilEnd : parts.staying) != nil && erased.contains(key(untilEnd: untilEnd))
    }

    private func key(untilEnd: Bool) -> PersonalRows.Erased {
        PersonalRows.Erased(sequence: fields.sequence, untilEnd: untilEnd)
    }

    /// The event with its parts, which nobody has looked at yet.
    var entry: LogEntry {
        LogEntry(
            stream: fields.stream, sequence: fields.sequence, epoch: fields.epoch, at: fields.at,
            actor: fields.actor, kind: fields.kind, version: Int(truncatingIfNeeded: fields.version),
            body: fields.body, parts: [parts.staying, parts.untilEnd].compactMap { $0?.fields.json })
    }
}
