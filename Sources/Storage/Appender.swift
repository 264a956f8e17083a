import Foundation
import GRDB

/// Puts one `Appending` into the open transaction: what clashes fails alone, what the disk refuses fails the batch.
struct Appender {
    let db: Database
    let epoch: String

    /// - Returns: the new last sequence, or why this one was not stored.
    /// - Throws: `DatabaseError` when the whole batch has to fail.
    func append(_ appending: Appending) throws -> Result<Int64, AppendError> {
        if let name = Self.exceededLimit(appending) { return .failure(.beyondLimit(name)) }
        if let refusal = try clashingCommand(appending) { return .failure(refusal) }
        let head = try head(of: appending.stream)
        guard head.sequence == appending.expectedSequence else {
            return .failure(.unexpectedSequence(last: head.sequence))
        }
        var result: Result<Int64, AppendError> = .success(head.sequence)
        do {
            try db.inSavepoint {
                result = try store(appending, after: head)
                if case .success = result { return .commit }
                return .rollback
            }
        } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT {
            return .failure(AppendError(StoreError(error)))
        }
        return result
    }

    private struct Head {
        var sequence: Int64
        var hash: [UInt8]
    }

    private func head(of stream: String) throws -> Head {
        let statement = try db.cachedStatement(sql: "SELECT sequence, hash FROM head WHERE stream = ?")
        guard let row = try Row.fetchOne(statement, arguments: [stream]) else {
            return Head(sequence: 0, hash: EventHash.start)
        }
        return Head(sequence: row[0], hash: [UInt8](row[1] as Data))
    }

    private func clashingCommand(_ appending: Appending) throws -> AppendError? {
        guard let key = appending.command else { return nil }
        let statement = try db.cachedStatement(
            sql: "SELECT body_hash, sequence FROM command WHERE stream = ? AND actor = ? AND id = ?")
        guard let row = try Row.fetchOne(statement, arguments: [appending.stream, key.actor, key.id]) else {
            return nil
        }
        let isSame = row[0] as Data == Data(key.bodyHash)
        return isSame ? .alreadyStored(sequence: row[1]) : .conflict(sequence: row[1])
    }

    private func store(_ appending: Appending, after known: Head) throws -> Result<Int64, AppendError> {
        var head = known
        // Erasures come first: what the new events bring is never what they erase.
        for erasure in appending.erasures { try erase(erasure, in: appending.stream) }
        for event in appending.events { head = try insert(event, in: appending.stream, after: head) }
        if !appending.events.isEmpty {
            let statement = try db.cachedStatement(
                sql: "INSERT OR REPLACE INTO head(stream, sequence, hash) VALUES (?, ?, ?)")
            try statement.execute(arguments: [appending.stream, head.sequence, Data(head.hash)])
        }
        if let key = appending.command {
            let statement = try db.cachedStatement(
                sql: """
                    INSERT INTO command(stream, actor, id, body_hash, sequence, until_end) VALUES (?, ?, ?, ?, ?, ?)
                    """)
            try statement.execute(arguments: [
                appending.stream, key.actor, key.id, Data(key.bodyHash), head.sequence, key.untilEnd,
            ])
        }
        if let change = appending.catalogue, try !apply(change) { return .failure(.unknownMeeting) }
        return .success(head.sequence)
    }

    private func insert(_ event: NewEvent, in stream: String, after head: Head) throws -> Head {
        let sequence = head.sequence + 1
        let fields = EventHash.Fields(
            stream: stream, sequence: sequence, epoch: epoch, at: event.at, actor: event.actor, kind: event.kind,
            version: Int64(event.version), body: event.body)
        let hash = EventHash.hash(fields, after: head.hash)
        let statement = try db.cachedStatement(
            sql: """
                INSERT INTO event(stream, sequence, epoch, at, actor, kind, version, body, prev_hash, hash)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
        try statement.execute(arguments: [
            stream, sequence, epoch, event.at, event.actor, event.kind, event.version, Data(event.body),
            Data(head.hash), Data(hash),
        ])
        for personal in event.parts {
            let statement = try db.cachedStatement(
                sql: "INSERT INTO personal(stream, sequence, person, object, json, until_end) VALUES (?, ?, ?, ?, ?, ?)"
            )
            try statement.execute(arguments: [
                stream, sequence, personal.person, personal.object, Data(personal.json), personal.untilEnd,
            ])
        }
        return Head(sequence: sequence, hash: hash)
    }

    private func erase(_ erasure: Erasure, in stream: String) throws {
        switch erasure {
        case .object(let object):
            try db.execute(
                sql: "DELETE FROM personal WHERE stream = ? AND object = ?", arguments: [stream, object])
        case .person(let person):
            try db.execute(
                sql: "DELETE FROM personal WHERE stream = ? AND person = ?", arguments: [stream, person])
        case .untilEnd:
            try db.execute(sql: "DELETE FROM personal WHERE stream = ? AND until_end = 1", arguments: [stream])
            try db.execute(sql: "DELETE FROM command WHERE stream = ? AND until_end = 1", arguments: [stream])
        }
    }

    /// - Returns: false when there is no such meeting.
    private func apply(_ change: CatalogueChange) throws -> Bool {
        try db.execute(
            sql: """
                UPDATE meeting SET phase = ifnull(?, phase), title = ifnull(?, title),
                planned_start = ifnull(?, planned_start), zone = ifnull(?, zone) WHERE id = ?
                """,
            arguments: [change.phase?.rawValue, change.title, change.plannedStart, change.zone, change.meeting])
        return db.changesCount == 1
    }

    /// - Returns: the name of the first limit that is exceeded.
    private static func exceededLimit(_ appending: Appending) -> String? {
        let names =
            [appending.command?.actor, appending.command?.id, appending.catalogue?.meeting]
            + appending.events.flatMap { event in
                [event.kind, event.actor] + event.parts.flatMap { [$0.person, $0.object] }
            }
        let checks: [(Bool, String)] = [
            (StoredText.isFit(appending.stream, bytes: StorageLimits.streamNameBytes), "streamNameBytes"),
            (!appending.stream.isEmpty, "streamNameBytes"),
            (
                names.allSatisfy { $0.map { StoredText.isFit($0, bytes: StorageLimits.identifierBytes) } ?? true },
                "identifierBytes"
            ),
            (
                appending.catalogue?.title.map { StoredText.isFit($0, bytes: StorageLimits.lineBytes) } ?? true,
                "lineBytes"
            ),
            (appending.events.count <= StorageLimits.eventsPerAppending, "eventsPerAppending"),
            (appending.events.allSatisfy { $0.body.count <= StorageLimits.eventBodyBytes }, "eventBodyBytes"),
            (
                appending.events.allSatisfy { $0.parts.allSatisfy { $0.json.count <= StorageLimits.personalBytes } },
                "personalBytes"
            ),
        ]
        return checks.first { !$0.0 }?.1
    }
}

/// What a text must be to come back from the database as it went in.
enum StoredText {
    /// Short enough and without NUL, at which reading would stop.
    static func isFit(_ text: String, bytes: Int) -> Bool { text.utf8.count <= bytes && !text.utf8.contains(0) }

    /// - Throws: `StoreError.beyondLimit` with the name of the limit.
    static func check(_ texts: String?..., bytes: Int = StorageLimits.lineBytes, limit: String = "lineBytes") throws {
        for case let text? in texts where !isFit(text, bytes: bytes) { throw StoreError.beyondLimit(limit) }
    }
}
