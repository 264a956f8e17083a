import Foundation
import GRDB
import Log

/// Puts one anonymous answer into the open transaction, under the key of its prompt.
struct AnswerBox {
    /// Every box is at least so long, and every longer one twice as long as the next shorter: how much somebody wrote
    /// does not show.
    private static let leastBytes = 256
    private static let idBytes = 16

    let db: Database
    let key: [UInt8]

    /// Whether the answers of a prompt lie together already.
    static func isClosed(_ stream: String, _ prompt: String, _ db: Database) throws -> Bool {
        let sql = "SELECT 1 FROM answer_pool WHERE stream = ? AND prompt = ?"
        return try Int.fetchOne(db, sql: sql, arguments: [stream, prompt]) != nil
    }

    func keep(_ answer: SealedAnswer) throws -> AnswerOutcome {
        let place: StatementArguments = [answer.stream, answer.prompt]
        if try Self.isClosed(answer.stream, answer.prompt, db) { return .closed }
        let person = answer.people.first ?? ""
        let sender = [answer.stream, answer.prompt, person, answer.command]
        let code = code(sender, [])
        let body = self.code(sender + [answer.token], answer.json)
        let known = "SELECT body FROM answer_repeat WHERE code = ?"
        if let before = try Data.fetchOne(db, sql: known, arguments: [Data(code)]) {
            return before == Data(body) ? .kept : .conflict
        }
        let token = self.code([answer.stream, answer.prompt, answer.token], [])
        let own = try Data.fetchOne(
            db, sql: "SELECT id FROM sealed_answer WHERE stream = ? AND prompt = ? AND token = ?",
            arguments: place + [Data(token)])
        let box = Data(Self.shut(answer.json, key: key))
        if let own {
            try db.execute(sql: "UPDATE sealed_answer SET box = ? WHERE id = ?", arguments: [box, own])
        } else {
            let marks = answer.people.map { _ in "?" }.joined(separator: ", ")
            let has = "SELECT 1 FROM answered WHERE stream = ? AND prompt = ? AND person IN (\(marks))"
            let people = StatementArguments(answer.people)
            if try Int.fetchOne(db, sql: has, arguments: place + people) != nil { return .elsewhere }
            try db.execute(
                sql: "INSERT INTO sealed_answer(id, stream, prompt, token, box) VALUES (?, ?, ?, ?, ?)",
                arguments: [Data(Sodium.randomBytes(Self.idBytes))] + place + [Data(token), box])
            try db.execute(
                sql: "INSERT INTO answered(stream, prompt, person) VALUES (?, ?, ?)", arguments: place + [person])
        }
        try db.execute(
            sql: "INSERT INTO answer_repeat(code, stream, prompt, body) VALUES (?, ?, ?, ?)",
            arguments: [Data(code)] + place + [Data(body)])
        return own == nil ? .added : .kept
    }

    /// A code that says nothing to whoever has not the key: of texts, told apart by their lengths, and bytes.
    private func code(_ texts: [String], _ bytes: [UInt8]) -> [UInt8] {
        Sodium.hmacSHA256(texts.flatMap { Array("\($0.utf8.count) \($0) ".utf8) } + bytes, key: key)
    }

    private static func shut(_ json: [UInt8], key: [UInt8]) -> [UInt8] {
        var size = leastBytes
        while size < json.count { size *= 2 }
        // JSON with blanks behind it is the same JSON.
        return Sodium.shut(json + Array(repeating: UInt8(ascii: " "), count: size - json.count), key: key)
    }

    /// What was said, without the blanks; nil where the key does not open it.
    static func open(_ box: Data, key: [UInt8]) -> [UInt8]? {
        guard var json = Sodium.open([UInt8](box), key: key) else { return nil }
        while json.last == UInt8(ascii: " ") { json.removeLast() }
        return json
    }
}
