import Foundation
import GRDB
import Log
import Meetings

/// Puts one `Submission` into the open transaction: what clashes fails alone, what the disk refuses fails the batch.
struct Appender {
    let db: Database
    let epoch: String
    let marker: EntryMarker
    let known: KnownCommands

    /// - Returns: where the stream ends now, or why this one was not stored.
    /// - Throws: `DatabaseError` when the whole batch has to fail.
    func append(_ submission: Submission) throws -> Result<Appended, AppendError> {
        if let name = Self.exceededLimit(submission) { return .failure(.beyondLimit(name)) }
        if let refusal = try clashingCommand(submission) { return .failure(refusal) }
        let head = try head(of: submission.stream)
        guard head.sequence == submission.expectedSequence else {
            return .failure(.unexpectedSequence(last: head.sequence))
        }
        var result: Result<Appended, AppendError> = .success(Appended(sequence: head.sequence, marks: []))
        do {
            try db.cachedStatement(sql: "SAVEPOINT submission").execute()
            result = try store(submission, after: head)
            if case .failure = result { try takeBack() }
            try db.cachedStatement(sql: "RELEASE submission").execute()
        } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT {
            try takeBack()
            try db.cachedStatement(sql: "RELEASE submission").execute()
            return .failure(AppendError(StoreError(error)))
        }
        if submission.erasures.contains(.untilEnd) { known.forget(submission.stream) }
        if case .success(let end) = result, let stamp = submission.command {
            known.note(stamp, at: end.sequence, in: submission.stream)
        }
        return result
    }

    /// Of this submission nothing stays, of the others of its batch all.
    private func takeBack() throws { try db.cachedStatement(sql: "ROLLBACK TO submission").execute() }

    private struct Head {
        var sequence: Int64
        var hash: [UInt8]
    }

    private func head(of stream: String) throws -> Head {
        let statement = try db.cachedStatement(sql: "SELECT sequence, hash FROM head WHERE stream = ?")
        guard let row = try Row.fetchOne(statement, arguments: [stream]) else {
            return Head(sequence: 0, hash: EventHash.start)
        }
        guard let sequence: Int64 = row[0], let hash: Data = row[1] else {
            throw StoreError.damagedFile(StoreError.unreadableRow)
        }
        return Head(sequence: sequence, hash: [UInt8](hash))
    }

    private func clashingCommand(_ submission: Submission) throws -> AppendError? {
        guard let stamp = submission.command, let earlier = try known.find(stamp, in: submission.stream, db) else {
            return nil
        }
        return earlier.hash == stamp.bodyHash
            ? .alreadyStored(sequence: earlier.sequence) : .conflict(sequence: earlier.sequence)
    }

    private func store(_ submission: Submission, after known: Head) throws -> Result<Appended, AppendError> {
        var head = known
        var marks: [EntryMark] = []
        // Erasures come first: what the new events bring is never what they erase.
        for erasure in submission.erasures { try erase(erasure, in: submission.stream) }
        if !submission.erasures.isEmpty { try Store.dropSummary(of: submission.stream, db) }
        // It lies with the last of its events, unless that is not its sender's or it is to be forgotten.
        var stamp = submission.command
        for (index, entry) in submission.entries.enumerated() {
            let isLast = index == submission.entries.count - 1
            let own = isLast && stamp?.untilEnd == false && stamp?.actor == entry.actor ? stamp : nil
            if own != nil { stamp = nil }
            head = try insert(entry, own, in: submission.stream, after: head)
            marks.append(marker.mark(head.hash))
        }
        if !submission.entries.isEmpty {
            let statement = try db.cachedStatement(
                sql: "INSERT OR REPLACE INTO head(stream, sequence, hash) VALUES (?, ?, ?)")
            try statement.execute(arguments: [submission.stream, head.sequence, Data(head.hash)])
        }
        if let key = stamp {
            let statement = try db.cachedStatement(
                sql: """
                    INSERT INTO command(stream, actor, id, body_hash, sequence, until_end) VALUES (?, ?, ?, ?, ?, ?)
                    """)
            try statement.execute(arguments: [
                submission.stream, key.actor, key.id, Data(KnownCommands.bytes(key.bodyHash)), head.sequence,
                key.untilEnd,
            ])
        }
        if let change = submission.catalogue, try !apply(change, to: submission.stream) {
            return .failure(.unknownMeeting)
        }
        return .success(Appended(sequence: head.sequence, marks: marks))
    }

    private func insert(
        _ entry: SealedEntry, _ command: CommandStamp?, in stream: String, after head: Head
    ) throws -> Head {
        let sequence = head.sequence + 1
        let event = entry.event
        let parts = event.parts.map(StoredPart.init)
        let list = PartHash.list(parts.map { ($0.fields.untilEnd, $0.hash) })
        let packed = command.map(KnownCommands.packed)
        let fields = EventHash.Fields(
            stream: stream, sequence: sequence, epoch: epoch, at: entry.at, actor: entry.actor, kind: event.kind,
            version: Int64(event.version), body: event.body, parts: list, command: packed)
        let hash = EventHash.hash(fields, after: head.hash)
        let statement = try db.cachedStatement(
            sql: """
                INSERT INTO event(
                stream, sequence, epoch, at, actor, kind, version, body, prev_hash, hash, parts, command)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
        try statement.execute(arguments: [
            stream, sequence, epoch, entry.at, entry.actor, event.kind, event.version, Data(event.body),
            Data(head.hash), Data(hash), Data(list), packed.map { Data($0) },
        ])
        for part in parts { try PersonalRows.insert(part, of: sequence, in: stream, db) }
        return Head(sequence: sequence, hash: hash)
    }

    private func erase(_ erasure: Erasure, in stream: String) throws {
        switch erasure {
        case .object(let object):
            try PersonalRows.erase(db, where: "stream = ? AND object = ?", [stream, object])
        case .person(let person):
            try PersonalRows.erase(db, where: "stream = ? AND person = ?", [stream, person])
        case .untilEnd:
            try PersonalRows.erase(db, where: "stream = ? AND until_end = 1", [stream])
            try db.execute(sql: "DELETE FROM command WHERE stream = ? AND until_end = 1", arguments: [stream])
        case .answers(let prompt): try Store.eraseAnswers(db, stream: stream, prompt: prompt)
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
}
