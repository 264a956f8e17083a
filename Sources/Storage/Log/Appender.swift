import Foundation
import GRDB
import Log
import Meetings

/// Puts one `Submission` into the open transaction: what clashes fails alone, what the disk refuses fails the batch.
struct Appender {
    let db: Database
    let epoch: String

    /// - Returns: the new last sequence, or why this one was not stored.
    /// - Throws: `DatabaseError` when the whole batch has to fail.
    func append(_ submission: Submission) throws -> Result<Int64, AppendError> {
        if let name = Self.exceededLimit(submission) { return .failure(.beyondLimit(name)) }
        if let refusal = try clashingCommand(submission) { return .failure(refusal) }
        let head = try head(of: submission.stream)
        guard head.sequence == submission.expectedSequence else {
            return .failure(.unexpectedSequence(last: head.sequence))
        }
        var result: Result<Int64, AppendError> = .success(head.sequence)
        do {
            try db.inSavepoint {
                result = try store(submission, after: head)
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

    private func clashingCommand(_ submission: Submission) throws -> AppendError? {
        guard let key = submission.command else { return nil }
        let statement = try db.cachedStatement(
            sql: "SELECT body_hash, sequence FROM command WHERE stream = ? AND actor = ? AND id = ?")
        guard let row = try Row.fetchOne(statement, arguments: [submission.stream, key.actor, key.id]) else {
            return nil
        }
        let isSame = row[0] as Data == Data(Self.bytes(key.bodyHash))
        return isSame ? .alreadyStored(sequence: row[1]) : .conflict(sequence: row[1])
    }

    private func store(_ submission: Submission, after known: Head) throws -> Result<Int64, AppendError> {
        var head = known
        // Erasures come first: what the new events bring is never what they erase.
        for erasure in submission.erasures { try erase(erasure, in: submission.stream) }
        for entry in submission.entries { head = try insert(entry, in: submission.stream, after: head) }
        if !submission.entries.isEmpty {
            let statement = try db.cachedStatement(
                sql: "INSERT OR REPLACE INTO head(stream, sequence, hash) VALUES (?, ?, ?)")
            try statement.execute(arguments: [submission.stream, head.sequence, Data(head.hash)])
        }
        if let key = submission.command {
            let statement = try db.cachedStatement(
                sql: """
                    INSERT INTO command(stream, actor, id, body_hash, sequence, until_end) VALUES (?, ?, ?, ?, ?, ?)
                    """)
            try statement.execute(arguments: [
                submission.stream, key.actor, key.id, Data(Self.bytes(key.bodyHash)), head.sequence, key.untilEnd,
            ])
        }
        if let change = submission.catalogue, try !apply(change, to: submission.stream) {
            return .failure(.unknownMeeting)
        }
        return .success(head.sequence)
    }

    private func insert(_ entry: SealedEntry, in stream: String, after head: Head) throws -> Head {
        let sequence = head.sequence + 1
        let event = entry.event
        let fields = EventHash.Fields(
            stream: stream, sequence: sequence, epoch: epoch, at: entry.at, actor: entry.actor, kind: event.kind,
            version: Int64(event.version), body: event.body)
        let hash = EventHash.hash(fields, after: head.hash)
        let statement = try db.cachedStatement(
            sql: """
                INSERT INTO event(stream, sequence, epoch, at, actor, kind, version, body, prev_hash, hash)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
        try statement.execute(arguments: [
            stream, sequence, epoch, entry.at, entry.actor, event.kind, event.version, Data(event.body),
            Data(head.hash), Data(hash),
        ])
        for part in event.parts {
            let statement = try db.cachedStatement(
                sql: "INSERT INTO personal(stream, sequence, person, object, json, until_end) VALUES (?, ?, ?, ?, ?, ?)"
            )
            try statement.execute(arguments: [
                stream, sequence, part.person, part.object, Data(part.json), part.untilEnd,
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
    private func apply(_ change: CatalogueChange, to meeting: String) throws -> Bool {
        try db.execute(
            sql: """
                UPDATE meeting SET phase = ifnull(?, phase), title = ifnull(?, title),
                planned_start = ifnull(?, planned_start), zone = ifnull(?, zone) WHERE id = ?
                """,
            arguments: [change.phase?.rawValue, change.title, change.start?.at, change.start?.zone, meeting])
        return db.changesCount == 1
    }

    /// - Returns: the name of the first limit that is exceeded.
    private static func exceededLimit(_ submission: Submission) -> String? {
        let names =
            [submission.command?.actor, submission.command?.id]
            + submission.entries.flatMap { entry in
                [entry.event.kind, entry.actor] + entry.event.parts.flatMap { [$0.person, $0.object] }
            }
        let checks: [(Bool, String)] = [
            (StoredText.holds(submission.stream, bytes: StorageLimits.streamNameBytes), "streamNameBytes"),
            (!submission.stream.isEmpty, "streamNameBytes"),
            (
                names.allSatisfy { $0.map { StoredText.holds($0, bytes: StorageLimits.identifierBytes) } ?? true },
                "identifierBytes"
            ),
            (
                submission.catalogue?.title.map { StoredText.holds($0, bytes: StorageLimits.lineBytes) } ?? true,
                "lineBytes"
            ),
            (submission.entries.count <= LogLimits.entriesPerSubmission, "entriesPerSubmission"),
            (submission.entries.allSatisfy { $0.event.body.count <= StorageLimits.eventBodyBytes }, "eventBodyBytes"),
            (
                submission.entries.allSatisfy {
                    $0.event.parts.allSatisfy { $0.json.count <= StorageLimits.personalBytes }
                },
                "personalBytes"
            ),
        ]
        return checks.first { !$0.0 }?.1
    }

    /// The hash of a command as its row has it: the most significant byte first.
    private static func bytes(_ hash: UInt64) -> [UInt8] { withUnsafeBytes(of: hash.bigEndian) { Array($0) } }

    /// The hash of a command from its row.
    static func hash(_ bytes: some Sequence<UInt8>) -> UInt64 { bytes.prefix(8).reduce(0) { $0 << 8 | UInt64($1) } }
}
