import Foundation
import GRDB
import Log

@testable import Storage

/// A directory of its own for each test, gone with it.
final class TestDirectory: Sendable {
    let url: URL

    init() {
        url = FileManager.default.temporaryDirectory.appendingPathComponent("storage-test-\(Token.identifier())")
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    func path(_ name: String) -> String { url.appendingPathComponent(name).path }

    var databasePath: String { path(DataDirectory.databaseName) }

    func open() throws -> Store { try Store.open(directory: url) }

    /// Changes the closed database behind the store's back.
    func tamper(_ sql: String) throws {
        let queue = try DatabaseQueue(path: databasePath)
        try queue.writeWithoutTransaction { try $0.execute(sql: sql) }
        try queue.close()
    }

    /// Somebody who reads the database as it is now, until they are closed: no checkpoint folds in what comes later.
    func reader() throws -> DatabaseQueue {
        var configuration = Configuration()
        configuration.allowsUnsafeTransactions = true
        let queue = try DatabaseQueue(path: databasePath, configuration: configuration)
        try queue.inDatabase { db in
            try db.execute(sql: "BEGIN")
            _ = try Int.fetchOne(db, sql: "SELECT count(*) FROM event")
        }
        return queue
    }

    /// Rows as text, read beside whoever has the database open.
    func rows(_ sql: String) throws -> [[String?]] {
        let queue = try DatabaseQueue(path: databasePath)
        return try queue.inDatabase { db in
            try Row.fetchAll(db, sql: sql).map { row in
                row.databaseValues.map { value in
                    String.fromDatabaseValue(value) ?? Int64.fromDatabaseValue(value).map(String.init)
                }
            }
        }
    }

    /// Every file with its content, but for what SQLite keeps in memory beside a database.
    func everything() throws -> [String: Data] {
        let names = try FileManager.default.contentsOfDirectory(atPath: url.path)
        return try Dictionary(
            uniqueKeysWithValues: names.filter { !$0.hasSuffix("-shm") }.map {
                ($0, try Data(contentsOf: url.appendingPathComponent($0)))
            }
        ).filter { !($0.key.hasSuffix("-wal") && $0.value.isEmpty) }
    }

    /// The names of the files in which a text occurs.
    func files(containing text: String) throws -> [String] { try files(containing: Data(text.utf8)) }

    /// The names of the files in which bytes occur.
    func files(containing needle: Data) throws -> [String] {
        return try FileManager.default.contentsOfDirectory(atPath: url.path).filter {
            try Data(contentsOf: url.appendingPathComponent($0)).range(of: needle) != nil
        }
    }

    func mode(_ path: String) throws -> Int {
        try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int ?? -1
    }
}

func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

func event(
    _ body: String = "{}", kind: String = "responseGiven", actor: String? = "p1", at: Int64 = 1_000,
    personal: ErasablePart? = nil
) -> SealedEntry {
    SealedEntry(
        at: at, actor: actor,
        event: SealedEvent(kind: kind, version: 1, body: bytes(body), parts: personal.map { [$0] } ?? []))
}

func personal(_ text: String, person: String? = nil, object: String? = nil, untilEnd: Bool = false) -> ErasablePart {
    ErasablePart(person: person, object: object, json: bytes("{\"text\":\"\(text)\"}"), untilEnd: untilEnd)
}

extension Store {
    /// Appends events to a stream whatever its end is, one transaction each call.
    @discardableResult
    func add(_ events: [SealedEntry], to stream: String = "room/a") throws -> Int64 {
        let last = try lastSequence(stream)
        return try commit([Submission(stream: stream, expectedSequence: last, entries: events)])[0].get().sequence
    }

    func makeNetwork(_ name: String = "North") throws -> NetworkRow {
        try createNetwork(name: name, contact: "data@example.org", notice: "What we keep", now: 1)
    }
}
