import GRDB
import Log

/// What earlier meetings of a network say of people, read from their logs. Rehearsals and samples count nowhere.
extension Store {
    /// The last events of each kind by which somebody said what they offer, need and teach, newest first. What others
    /// tapped in for them is not found.
    public func lastTopics(of person: String, network: String) throws -> [LogEntry] {
        try read { db in
            // The condition on kinds is that of the index, word for word.
            let sql = """
                \(StoredEvent.withParts) JOIN meeting m ON m.id = e.stream
                WHERE e.kind IN ('offersSet', 'needsSet', 'teachingSet') AND e.actor = ?1
                AND json_extract(CAST(e.body AS TEXT), '$.person') = ?1 AND m.network = ?2 AND m.is_rehearsal = 0
                ORDER BY e.id DESC
                """
            var seen: Set<String> = []
            return try Row.fetchAll(db.cachedStatement(sql: sql), arguments: [person, network])
                .compactMap { row in StoredEvent(row).map { $0.entry(row) } }
                .filter { seen.insert($0.kind).inserted }
        }
    }

    /// Who sat together and who spoke for how long in the last meetings of a network, one list a meeting, the last
    /// meeting first.
    public func acquaintance(network: String, before meeting: String) throws -> [[LogEntry]] {
        try read { db in
            let meetings = try String.fetchAll(
                db,
                sql: """
                    SELECT m.id FROM meeting m WHERE m.network = ? AND m.phase = 'ended' AND m.is_rehearsal = 0
                    AND m.is_sample = 0 AND m.id <> ? ORDER BY ifnull(m.planned_start, m.created) DESC, m.id LIMIT ?
                    """, arguments: [network, meeting, StorageLimits.meetingsOfHistory])
            return try meetings.map { stream in
                let rows = try Row.fetchAll(
                    db,
                    sql: """
                        \(StoredEvent.withParts) WHERE e.stream = ?
                        AND e.kind IN ('groupsFormed', 'groupOpened', 'peopleMoved', 'groupsEnded', 'turnEnded')
                        ORDER BY e.sequence
                        """, arguments: [stream])
                return rows.compactMap { row in StoredEvent(row).map { $0.entry(row) } }
            }
        }
    }
}
