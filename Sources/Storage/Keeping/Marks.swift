import Foundation
import GRDB

/// The high-water mark: a small file beside the database that repeats where every stream ends, at most a few seconds
/// late. The log cannot notice on its own that it was replaced by an older one, or that its newest part is gone; this
/// can. The first line says how often the file was begun, which the database knows too, and how many marks follow that
/// were written in one go; what was added since stands behind them. One line of JSON for each; the highest of a stream
/// counts, and an added line that a power cut left unfinished counts nothing.
struct Marks {
    static let name = "staffroom.marks"
    static let unfinished = name + ".new"

    let directory: DataDirectory

    /// What is in the file.
    struct Reading {
        /// By name of the stream.
        var heads: [StreamHead] = []
        /// Whether there is a file.
        var isThere = false
        /// How often the file was begun; nil for one of before, or when its first line cannot be read.
        var generation: Int64?
        /// Whether all that was written in one go is there.
        var isWhole = false
    }

    private struct First: Codable {
        var generation: Int64
        var marks: Int
    }

    private struct Line: Codable {
        var stream: String
        var sequence: Int64
        var hash: Data
        /// Vouches for the other three; nil in a file of before.
        var check: Data?

        init(_ head: StreamHead) {
            (stream, sequence, hash) = (head.stream, head.sequence, Data(head.hash))
            check = expectedCheck
        }

        private static let checkBytes = 8

        var expectedCheck: Data {
            var bytes: [UInt8] = []
            EventHash.append(stream, to: &bytes)
            EventHash.append(sequence, to: &bytes)
            EventHash.append(hash, to: &bytes)
            return Data(Sodium.sha256(bytes).prefix(Self.checkBytes))
        }

        var head: StreamHead? {
            guard check == nil || check == expectedCheck else { return nil }
            return StreamHead(stream: stream, sequence: sequence, hash: [UInt8](hash))
        }
    }

    /// The mark of every stream, by name; none when there is no file.
    func read() throws -> [StreamHead] { try look().heads }

    /// Reads the file and finds out whether it is whole.
    ///
    /// - Throws: `StoreError.fileSystem` when it is there and cannot be read.
    func look() throws -> Reading {
        guard let data = try directory.contents(Self.name) else { return Reading() }
        var reading = Reading(isThere: true)
        let decoder = JSONDecoder()
        var marks: [String: StreamHead] = [:]
        var lines = data.split(separator: UInt8(ascii: "\n"))[...]
        let first = lines.first.flatMap { try? decoder.decode(First.self, from: $0) }
        if first != nil { lines.removeFirst() }
        var lost = first == nil || lines.count < first?.marks ?? 0
        for (index, text) in lines.enumerated() {
            let line = try? decoder.decode(Line.self, from: text)
            // In a file that vouches for its lines none does without.
            guard let head = line?.head, first == nil || line?.check != nil else {
                lost = lost || index < first?.marks ?? 0
                continue
            }
            if head.sequence > marks[head.stream]?.sequence ?? 0 { marks[head.stream] = head }
        }
        reading.heads = marks.values.sorted { $0.stream < $1.stream }
        (reading.generation, reading.isWhole) = (first?.generation, !lost)
        return reading
    }

    /// Adds marks behind those that are there.
    func append(_ heads: [StreamHead]) throws {
        // The first line break ends whatever an unfinished write has left.
        try directory.write([UInt8(ascii: "\n")] + Self.lines(heads), to: Self.name, flags: O_CREAT | O_APPEND)
    }

    /// Writes the file anew; it is the old one or the new one, whatever happens.
    func replace(_ heads: [StreamHead], generation: Int64) throws {
        let first = First(generation: generation, marks: heads.count)
        try directory.write(
            try Self.line(first) + Self.lines(heads), to: Self.unfinished, flags: O_CREAT | O_TRUNC)
        try directory.rename(Self.unfinished, to: Self.name)
    }

    var isLarge: Bool {
        var status = stat()
        return stat(directory.path(Self.name), &status) == 0 && status.st_size > StorageLimits.marksFileBytes
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

    private static func lines(_ heads: [StreamHead]) throws -> [UInt8] { try heads.flatMap { try line(Line($0)) } }

    private static func line(_ content: some Encodable) throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        return [UInt8](try encoder.encode(content)) + [UInt8(ascii: "\n")]
    }
}

extension Store {
    /// Marks the ends of the streams that have grown. Nothing is marked once the disk has failed to confirm a write:
    /// a mark has to be of what is surely stored.
    func mark() throws {
        guard isServer, end == nil, !unmarked.isEmpty, !isClosed else { return }
        let heads = try heads()
        if marks.isLarge {
            try marks.replace(heads, generation: marksGeneration)
        } else {
            let grown = heads.filter { unmarked.contains($0.stream) }
            try marks.append(grown)
        }
        unmarked = []
    }
}
