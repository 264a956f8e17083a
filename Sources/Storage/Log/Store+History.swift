import GRDB
import Log
import Meetings

/// What earlier meetings of a network say of people, read from their logs. Rehearsals and samples count nowhere.
extension Store {
    /// The last events of each kind by which somebody said what they offer, need and teach, newest first. What others
    /// tapped in for them is not found.
    public func lastTopics(of person: String, network: String) throws -> [LogEntry] {
        try read { db in
            // The condition on kinds is that of the index, word for word.
            let sql = """
                \(StoredEvent.select) JOIN meeting m ON m.id = e.stream
                WHERE e.kind IN ('offersSet', 'needsSet', 'teachingSet') AND e.actor = ?1
                AND json_extract(CAST(e.body AS TEXT), '$.person') = ?1 AND m.network = ?2 AND m.is_rehearsal = 0
                ORDER BY e.id DESC
                """
            var seen: Set<String> = []
            var reading = CheckedReading(db)
            var entries: [LogEntry] = []
            let rows = try Row.fetchCursor(db.cachedStatement(sql: sql), arguments: [person, network])
            while let row = try rows.next() {
                let event = try reading.event(row)
                if seen.insert(event.fields.kind).inserted { entries.append(event.entry) }
            }
            return entries
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
            var reading = CheckedReading(db)
            return try meetings.map { stream in
                let rows = try Row.fetchAll(
                    db,
                    sql: """
                        \(StoredEvent.select) WHERE e.stream = ?
                        AND e.kind IN ('groupsFormed', 'groupOpened', 'peopleMoved', 'groupsEnded', 'turnEnded')
                        ORDER BY e.sequence
                        """, arguments: [stream])
                return try rows.map { try reading.event($0).entry }
            }
        }
    }

    /// How a person, or everybody, came to the meetings of a network and had to go, in order.
    public func comings(of person: String?, network: String) throws -> [Coming] {
        try read { db in
            // The condition on kinds is that of the index, word for word. Words of a person lie wherever they were.
            let who = "json_extract(CAST(e.body AS TEXT), '$.person')"
            let own =
                person == nil
                ? ""
                : """
                AND who = ?2 AND e.stream IN (SELECT stream FROM person_stream WHERE person = ?2
                UNION SELECT stream FROM personal WHERE until_end = 1 AND person = ?2)
                """
            let sql = """
                SELECT \(who) AS who, e.stream, m.is_rehearsal, e.kind,
                json_extract(CAST(e.body AS TEXT), '$.role')
                FROM event e INDEXED BY event_comings JOIN meeting m ON m.id = e.stream
                WHERE e.kind IN (\(Schema.kindsOfComing)) AND m.network = ?1 \(own) ORDER BY e.id
                """
            return try Row.fetchAll(
                db.cachedStatement(sql: sql),
                arguments: person.map { [network, $0] } ?? [network]
            ).compactMap { row in
                Coming(person: row[0], meeting: row[1], isRehearsal: row[2], kind: row[3], role: row[4])
            }
        }
    }
}
