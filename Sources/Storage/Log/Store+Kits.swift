import Foundation
import GRDB
import Log

/// What the meetings of a network said of kits: from the logs that are still there, and from what was counted of those
/// that have gone. Rehearsals and samples count nowhere.
extension Store {
    /// What is kept of one meeting.
    public enum KitSource: Sendable {
        /// The entries in which somebody said how a kit was, in order.
        case entries([LogEntry])
        /// What was counted when its log went, as JSON.
        case figures(String)
    }

    /// One for each meeting that has any, the last one last.
    public func kitSources(of network: String) throws -> [KitSource] {
        try read { db in
            let meetings = try String.fetchAll(
                db,
                sql: """
                    SELECT id FROM meeting WHERE network = ? AND is_rehearsal = 0 AND is_sample = 0
                    AND phase <> 'planned' ORDER BY ifnull(planned_start, created), id
                    """, arguments: [network])
            var reading = CheckedReading(db)
            return try meetings.compactMap { meeting in
                if let kept = try Self.retired(meeting, db) { return .figures(kept.figures) }
                let sql = "\(StoredEvent.select) WHERE e.stream = ? AND e.kind = 'kitReviewed' ORDER BY e.sequence"
                let rows = try Row.fetchAll(db.cachedStatement(sql: sql), arguments: [meeting])
                return rows.isEmpty ? nil : .entries(try rows.map { try reading.event($0).entry })
            }
        }
    }
}
