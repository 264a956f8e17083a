import Foundation
import GRDB

/// The high-water mark: a small file beside the database that repeats where every stream ends, at most a few seconds
/// late. The log cannot notice on its own that it was replaced by an older one, or that its newest part is gone; this
/// can. One line of JSON for each mark; the highest of a stream counts, and a line that a power cut left unfinished
/// counts nothing.
struct Marks {
    static let name = "staffroom.marks"
    private static let unfinished = name + ".new"

    let directory: DataDirectory

    private struct Line: Codable {
        var stream: String
        var sequence: Int64
        var hash: Data

        init(_ head: StreamHead) {
            (stream, sequence, hash) = (head.stream, head.sequence, Data(head.hash))
        }

        var head: StreamHead { StreamHead(stream: stream, sequence: sequence, hash: [UInt8](hash)) }
    }

    /// The mark of every stream, by name; none when there is no file.
    func read() throws -> [StreamHead] {
        guard access(directory.path(Self.name), F_OK) == 0 else { return [] }
        guard let data = FileManager.default.contents(atPath: directory.path(Self.name)) else {
            throw DataDirectory.failure(directory.path(Self.name))
        }
        var marks: [String: StreamHead] = [:]
        let decoder = JSONDecoder()
        for text in data.split(separator: UInt8(ascii: "\n")) {
            guard let head = (try? decoder.decode(Line.self, from: text))?.head else { continue }
            if head.sequence > marks[head.stream]?.sequence ?? 0 { marks[head.stream] = head }
        }
        return marks.values.sorted { $0.stream < $1.stream }
    }

    /// Adds marks behind those that are there.
    func append(_ heads: [StreamHead]) throws {
        // The first line break ends whatever an unfinished write has left.
        try directory.write([UInt8(ascii: "\n")] + Self.lines(heads), to: Self.name, flags: O_CREAT | O_APPEND)
    }

    /// Writes the file anew; it is the old one or the new one, whatever happens.
    func replace(_ heads: [StreamHead]) throws {
        try directory.write(try Self.lines(heads), to: Self.unfinished, flags: O_CREAT | O_TRUNC)
        try directory.rename(Self.unfinished, to: Self.name)
    }

    var isLarge: Bool {
        var status = stat()
        return stat(directory.path(Self.name), &status) == 0 && status.st_size > StorageLimits.marksFileBytes
    }

    /// Compares the log with its marks at a start, and marks where it ends now.
    ///
    /// - Returns: false when part of the log is missing and that is accepted.
    /// - Throws: `StoreError.behindMark` or `damaged` at the first stream that is not what was marked.
    func settle(_ db: Database, acceptsLoss: Bool) throws -> Bool {
        let marks = try read()
        let first = try Self.damages(db, marks: marks).first
        if let first, !acceptsLoss {
            guard first.kind == .behindMark else {
                throw StoreError.damaged(stream: first.stream, sequence: first.sequence)
            }
            let sql = "SELECT sequence FROM head WHERE stream = ?"
            let found = try Int64.fetchOne(db, sql: sql, arguments: [first.stream]) ?? 0
            throw StoreError.behindMark(stream: first.stream, found: found, marked: first.sequence)
        }
        let heads = try StreamHead.all(db)
        let isThere = access(directory.path(Self.name), F_OK) == 0
        if heads != marks || !isThere || isLarge { try replace(heads) }
        return first == nil
    }

    /// The marks that the log does not bear out.
    static func damages(_ db: Database, marks: [StreamHead]) throws -> [Damage] {
        try marks.compactMap { mark in
            let sql = """
                SELECT e.hash FROM event e JOIN head h ON h.stream = e.stream AND h.sequence >= e.sequence
                WHERE e.stream = ? AND e.sequence = ?
                """
            let row = try Row.fetchOne(db, sql: sql, arguments: [mark.stream, mark.sequence])
            guard let row else {
                return Damage(stream: mark.stream, sequence: mark.sequence, kind: .behindMark)
            }
            let isSame = Data.fromDatabaseValue(row[0] as DatabaseValue) == Data(mark.hash)
            return isSame ? nil : Damage(stream: mark.stream, sequence: mark.sequence, kind: .notAsMarked)
        }
    }

    private static func lines(_ heads: [StreamHead]) throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        return try heads.flatMap { [UInt8](try encoder.encode(Line($0))) + [UInt8(ascii: "\n")] }
    }
}

extension Store {
    /// Marks the ends of the streams that have grown. Nothing is marked once the disk has failed to confirm a write:
    /// a mark has to be of what is surely stored.
    func mark() throws {
        guard isServer, fatalMessage == nil, !unmarked.isEmpty, !isClosed else { return }
        let heads = try heads()
        if marks.isLarge {
            try marks.replace(heads)
        } else {
            let grown = heads.filter { unmarked.contains($0.stream) }
            try marks.append(grown)
        }
        unmarked = []
    }
}
