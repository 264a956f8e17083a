import Foundation
import GRDB
import Journal
import Log

/// Anonymous answers: what has to hold stands in `AnswerStore`.
///
/// As long as a prompt can be answered, the write-ahead log tells in which order answers came, and who has answered
/// stands in the same transactions: whoever keeps the server could link them. Closing up ends that.
extension Store {
    private static let prompts = "stream = ? AND prompt = ?"
    /// Rows of prompts that can be answered, and of what came of them.
    static let tablesOfAnswers = ["sealed_answer", "answered", "answer_repeat", "answer_pool"]

    private var keys: AnswerKeys { AnswerKeys(directory: directory) }

    public func keep(_ answer: SealedAnswer) -> Result<AnswerOutcome, AppendError> {
        guard answer.json.count <= StorageLimits.personalBytes else { return .failure(.beyondLimit("personalBytes")) }
        let names = [answer.stream, answer.prompt, answer.command, answer.token] + answer.people
        guard names.allSatisfy({ StoredText.holds($0, bytes: StorageLimits.identifierBytes) }) else {
            return .failure(.beyondLimit("identifierBytes"))
        }
        do {
            // No key comes back once it was destroyed.
            let isClosed = try read { try AnswerBox.isClosed(answer.stream, answer.prompt, $0) }
            guard !isClosed else { return .success(.closed) }
            var key: [UInt8] = []
            try noting(.commit) { key = try keys.made(answer.stream, answer.prompt) }
            return .success(try write { try AnswerBox(db: $0, key: key).keep(answer) })
        } catch {
            return .failure(AppendError(StoreError(any: error)))
        }
    }

    public func answers(_ stream: String) throws -> [KeptAnswers] {
        try read { db in
            var kept: [String: KeptAnswers] = [:]
            func change(_ prompt: String, _ body: (inout KeptAnswers) -> Void) {
                body(&kept[prompt, default: KeptAnswers(prompt: prompt, people: [], count: 0)])
            }
            let people = "SELECT prompt, person FROM answered WHERE stream = ? ORDER BY prompt, person"
            for row in try Row.fetchAll(db, sql: people, arguments: [stream]) {
                change(row[0]) { $0.people.append(row[1]) }
            }
            let counts = "SELECT prompt, count(*) FROM sealed_answer WHERE stream = ? GROUP BY prompt"
            for row in try Row.fetchAll(db, sql: counts, arguments: [stream]) { change(row[0]) { $0.count = row[1] } }
            let pools = "SELECT prompt, answers FROM answer_pool WHERE stream = ?"
            for row in try Row.fetchAll(db, sql: pools, arguments: [stream]) {
                let answers = try Self.answers(inPool: row[1])
                change(row[0]) { ($0.count, $0.answers) = (answers.count, answers) }
            }
            return kept.values.sorted { $0.prompt < $1.prompt }
        }
    }

    /// First all answers lie in one row, in an order that chance gives; then the key goes, the tables are written anew
    /// in the order of their keys, so that no page tells what came after what, and the write-ahead log is emptied.
    public func sealAnswers(_ stream: String, prompt: String) throws -> KeptAnswers {
        let key = try keys.key(stream, prompt)
        // All but that is done already: the log is emptied as soon as nobody reads.
        if key == nil, checkpoints.isErasureDue, try read({ try AnswerBox.isClosed(stream, prompt, $0) }) {
            throw Self.isRead
        }
        try write { db in
            guard try !AnswerBox.isClosed(stream, prompt, db) else { return }
            let boxes = try Data.fetchAll(
                db, sql: "SELECT box FROM sealed_answer WHERE \(Self.prompts)", arguments: [stream, prompt])
            var answers = boxes.compactMap { box in key.flatMap { AnswerBox.open(box, key: $0) } }
            for last in answers.indices.reversed() {
                answers.swapAt(last, Sodium.random(below: UInt32(last + 1)))
            }
            let pool = try JSONEncoder().encode(answers.map { String(decoding: $0, as: UTF8.self) })
            try db.execute(
                sql: "INSERT INTO answer_pool(stream, prompt, answers) VALUES (?, ?, ?)",
                arguments: [stream, prompt, pool])
            for table in ["sealed_answer", "answer_repeat"] {
                try db.execute(sql: "DELETE FROM \(table) WHERE \(Self.prompts)", arguments: [stream, prompt])
            }
        }
        try noting(.commit) { try keys.destroy { $0 == stream && $1 == prompt } }
        try rewriteAnswers()
        // Another program may be reading, and keep the log from being emptied: then it is not done.
        guard !checkpoints.isErasureDue else { throw Self.isRead }
        return try answers(stream).first { $0.prompt == prompt } ?? KeptAnswers(prompt: prompt, people: [], count: 0)
    }

    private static let isRead = StoreError.failed(
        code: ResultCode.SQLITE_BUSY.rawValue, message: "the write-ahead log could not be emptied")

    private static func answers(inPool pool: Data) throws -> [[UInt8]] {
        try JSONDecoder().decode([String].self, from: pool).map { Array($0.utf8) }
    }

    /// Takes away, in the open transaction, what is kept of a prompt.
    static func eraseAnswers(_ db: Database, stream: String, prompt: String) throws {
        for table in tablesOfAnswers {
            try db.execute(sql: "DELETE FROM \(table) WHERE \(prompts)", arguments: [stream, prompt])
        }
    }

    /// Takes away, in the open transaction, what is kept of all prompts of a stream.
    static func eraseAnswers(_ db: Database, stream: String) throws {
        for table in tablesOfAnswers {
            try db.execute(sql: "DELETE FROM \(table) WHERE stream = ?", arguments: [stream])
        }
    }

    /// Destroys the keys of a stream whose log is gone.
    func destroyAnswerKeys(of stream: String) throws { try keys.destroy { one, _ in one == stream } }
}
