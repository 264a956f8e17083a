import GRDB
import Log

/// Events on their way out: each is looked at, with its parts, before anybody is given it.
struct CheckedReading {
    private let db: Database
    /// What was erased, by stream; read when a part is gone.
    private var erased: [String: Set<PersonalRows.Erased>] = [:]

    init(_ db: Database) { self.db = db }

    /// The event of a row of `StoredEvent.select`.
    ///
    /// - Parameter expected: where it stands, for a row that does not even say so.
    /// - Throws: `StoreError.damaged` when it is not what was stored.
    mutating func event(_ row: Row, at expected: (stream: String, sequence: Int64)? = nil) throws -> StoredEvent {
        let event = StoredEvent(row)
        guard let event, event.isUnaltered, try flaw(event) == nil else {
            throw StoreError.damaged(
                stream: expected?.stream ?? event?.fields.stream ?? "",
                sequence: expected?.sequence ?? event?.fields.sequence ?? 0)
        }
        return event
    }

    /// What is wrong with the parts of an event.
    mutating func flaw(_ event: StoredEvent) throws -> Damage.Kind? {
        for untilEnd in [false, true] {
            let flaw = try event.flaw(untilEnd: untilEnd) {
                let stream = event.fields.stream
                if let known = erased[stream] { return known }
                let found = try PersonalRows.erased(db, stream)
                erased[stream] = found
                return found
            }
            if let flaw { return flaw }
        }
        return nil
    }
}
