import Foundation
import GRDB

/// What is kept of meetings beside their logs, so that what is said of many need not read them again. It can be made
/// anew from the log at any time, so it goes whenever something in a log goes.
extension Store {
    /// What is kept of one meeting.
    public struct Summary: Codable, Sendable, Equatable {
        /// The last entry it knows of.
        public let sequence: Int64
        /// The version of the definitions it was made by.
        public let definitions: String
        /// JSON in which nobody is named.
        public let json: String

        public init(sequence: Int64, definitions: String, json: String) {
            (self.sequence, self.definitions, self.json) = (sequence, definitions, json)
        }
    }

    private static let summaryPrefix = "summary/"

    /// What is kept of a meeting, if it was made of all that its log holds now.
    public func summary(of meeting: String, definitions: String) throws -> Summary? {
        try read { db in
            let json = try String.fetchOne(
                db, sql: "SELECT value FROM meta WHERE key = ?", arguments: [Self.summaryPrefix + meeting])
            let head = try Int64.fetchOne(db, sql: "SELECT sequence FROM head WHERE stream = ?", arguments: [meeting])
            guard let json, let kept = try? JSONDecoder().decode(Summary.self, from: Data(json.utf8)),
                kept.sequence == head, kept.definitions == definitions
            else { return nil }
            return kept
        }
    }

    /// Keeps what was made of a meeting, unless its log has gone on since.
    public func keep(_ summary: Summary, of meeting: String) throws {
        let json = String(decoding: try JSONEncoder().encode(summary), as: UTF8.self)
        try write { db in
            let head = try Int64.fetchOne(db, sql: "SELECT sequence FROM head WHERE stream = ?", arguments: [meeting])
            guard head == summary.sequence else { return }
            try db.execute(
                sql: "INSERT OR REPLACE INTO meta(key, value) VALUES (?, ?)",
                arguments: [Self.summaryPrefix + meeting, json])
        }
    }

    /// Something in logs goes: what was made of them goes first.
    static func dropSummaries(_ db: Database) throws {
        try db.execute(sql: "DELETE FROM meta WHERE key GLOB ?", arguments: [summaryPrefix + "*"])
    }

    /// Something in one log goes.
    static func dropSummary(of meeting: String, _ db: Database) throws {
        let statement = try db.cachedStatement(sql: "DELETE FROM meta WHERE key = ?")
        try statement.execute(arguments: [summaryPrefix + meeting])
    }
}
