import Foundation
import GRDB

/// Where something of a person is kept, in numbers and identifiers.
public struct Traces: Sendable, Equatable {
    /// The meetings in whose logs they are named, by identifier, in order.
    public var meetings: [String] = []
    /// Erasable parts of events that are theirs, or say who they are.
    public var parts = 0
    /// Whether they log in.
    public var hasAccount = false
}

/// Finds what of the log is a person's.
struct TraceSearch {
    /// The place of one erasable part.
    struct Part: Hashable {
        let stream: String
        let sequence: Int64
        let untilEnd: Bool
    }

    let db: Database
    let person: String
    let network: String

    func traces() throws -> Traces {
        let parts = try parts()
        // Of whoever counts only an event has no identifier; then the part beside it has it, as long as there is one.
        let named = try String.fetchAll(
            db,
            sql: """
                SELECT m.id FROM meeting m WHERE m.network = ?1 AND EXISTS (SELECT 1 FROM event e
                WHERE e.stream = m.id AND e.kind IN ('personJoined', 'personWaited')
                AND json_extract(CAST(e.body AS TEXT), '$.person') = ?2)
                """, arguments: [network, person])
        let meetings = try String.fetchAll(db, sql: "SELECT id FROM meeting WHERE network = ?", arguments: [network])
        let found = Set(named).union(Set(parts.map(\.stream)).intersection(meetings))
        let account = "SELECT 1 FROM account WHERE person = ? AND disabled = 0"
        return Traces(
            meetings: found.sorted(), parts: parts.count,
            hasAccount: try Int.fetchOne(db, sql: account, arguments: [person]) != nil)
    }

    /// All parts that go with the person: what is theirs, what others made of what is theirs (a card that somebody
    /// edited), what goes with a part that links words to somebody who counts only, and lists of those for whom a seat
    /// is kept by name. A report of a call is nobody's: what it says of others stays.
    func parts() throws -> Set<Part> {
        let sql = """
            SELECT stream, sequence, until_end FROM personal_of WHERE person = ?1
            UNION SELECT q.stream, q.sequence, q.until_end FROM personal_of p
            JOIN personal q ON q.stream = p.stream AND q.object = p.object
            WHERE p.person = ?1 AND p.object IS NOT NULL AND NOT EXISTS (SELECT 1 FROM personal o
            WHERE o.stream = p.stream AND o.object = p.object AND o.sequence < p.sequence AND o.person IS NOT p.person)
            AND p.object NOT LIKE 'import-%'
            UNION SELECT q.stream, q.sequence, q.until_end FROM personal_of p
            JOIN personal q ON q.stream = p.stream AND q.sequence = p.sequence
            WHERE p.person = ?1 AND p.until_end = 1
            """
        let own = try Row.fetchAll(db, sql: sql, arguments: [person]).map {
            Part(stream: $0[0], sequence: $0[1], untilEnd: $0[2])
        }
        return try Set(own).union(expectations())
    }

    /// Parts in which the person is named among those who are expected in a group.
    private func expectations() throws -> [Part] {
        let names = try names()
        guard !names.isEmpty else { return [] }
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT stream, sequence, until_end, json FROM personal
                WHERE stream IN (SELECT id FROM meeting WHERE network = ?) AND instr(json, CAST('"expected"' AS BLOB)) > 0
                """, arguments: [network])
        var parts: [Part] = []
        while let row = try rows.next() {
            guard let json = try? JSONSerialization.jsonObject(with: row[3] as Data),
                Self.expected(json).contains(where: { names.contains($0.lowercased()) })
            else { continue }
            parts.append(Part(stream: row[0], sequence: row[1], untilEnd: row[2]))
        }
        return parts
    }

    /// The names by which the person was known, folded.
    private func names() throws -> Set<String> {
        let now = try String.fetchAll(db, sql: "SELECT name FROM person_words WHERE person = ?", arguments: [person])
        let before = try String.fetchAll(
            db,
            sql: """
                SELECT json_extract(CAST(json AS TEXT), '$.name') FROM personal_of
                WHERE person = ? AND json_type(CAST(json AS TEXT), '$.name') = 'text'
                """, arguments: [person])
        return Set((now + before).map { $0.lowercased() }.filter { !$0.isEmpty })
    }

    /// The names in all lists of that kind in a value.
    private static func expected(_ value: Any) -> [String] {
        switch value {
        case let object as [String: Any]:
            (object["expected"] as? [String] ?? []) + object.values.flatMap(expected)
        case let list as [Any]: list.flatMap(expected)
        default: []  // foreign: Any
        }
    }
}

extension Store {
    /// Where something of a person is kept.
    ///
    /// - Throws: `StoreError.notFound`. Of somebody who was erased there may be something left that came from a backup.
    public func traces(of person: String, network: String) throws -> Traces {
        try read { db in
            try Self.require(.person, person, network: network, db)
            return try TraceSearch(db: db, person: person, network: network).traces()
        }
    }

    /// Everybody who gave an address (e-mail, telephone), or logs in with it, in all networks.
    ///
    /// - Parameter address: as somebody writes it; case and space around it do not count.
    public func people(addressed address: String) throws -> [PersonRow] {
        let wanted = Self.folded(address)
        guard !wanted.isEmpty else { return [] }
        return try read { db in
            let login = "SELECT person FROM account WHERE login_folded = ? AND person IS NOT NULL"
            var ids = Set(try String.fetchAll(db, sql: login, arguments: [wanted]))
            let rows = try Row.fetchCursor(
                db,
                sql: """
                    SELECT person, json_extract(CAST(json AS TEXT), '$.contact') FROM personal
                    WHERE stream IN (SELECT id FROM network) AND person IS NOT NULL
                    AND json_type(CAST(json AS TEXT), '$.contact') = 'text'
                    """)
            while let row = try rows.next() {
                if Self.holds(Self.folded(row[1]), wanted) { ids.insert(row[0]) }
            }
            return try ids.sorted().compactMap { id in
                try Row.fetchOne(db, sql: "\(Self.people) WHERE p.id = ? AND p.erased IS NULL", arguments: [id])
                    .map(Self.person)
            }
        }
    }

    /// The person with that identifier, in whichever network; nil if there is none.
    public func person(anywhere id: String) throws -> PersonRow? {
        try read { try Row.fetchOne($0, sql: "\(Self.people) WHERE p.id = ?", arguments: [id]).map(Self.person) }
    }

    /// Whether a text has another as a whole: not in the middle of a longer address.
    private static func holds(_ text: String, _ wanted: String) -> Bool {
        text.ranges(of: wanted).contains { range in
            let before = text[..<range.lowerBound].last
            let after = text[range.upperBound...].first
            return [before, after].allSatisfy { $0.map { !isOfAddress($0) } ?? true }
        }
    }

    private static func isOfAddress(_ character: Character) -> Bool {
        character.isLetter || character.isNumber || "+-_@".contains(character)
    }
}
