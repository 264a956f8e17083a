import Foundation
import GRDB
import Log

/// The book of lives: a small file beside the database that says how long each server on this folder is known to have
/// lived. The log only knows when something was said last, and people may sit in a meeting for an hour and say nothing.
///
/// Each life has one record of a fixed size, in the order in which servers started; the last one is written over every
/// few seconds. Writing costs 64 bytes, and nothing grows but by one record for a start. A life is found by the numbers
/// of the events it stored, not by clocks, which may have been wrong.
struct LifeBook {
    static let name = "staffroom.life"
    private static let unfinished = name + ".new"
    /// No record lies across two sectors of a disk: it is the old one or the new one.
    private static let recordBytes = 64

    let directory: DataDirectory

    /// One life of a server.
    struct Life: Equatable {
        /// Number of the first event that it stored, or would have stored.
        var firstEvent: Int64
        /// When it was last known to live, by its own clock.
        var last: Int64

        fileprivate var record: [UInt8] {
            let text = "\(firstEvent) \(last)"
            return Array(text.utf8) + [UInt8](repeating: UInt8(ascii: " "), count: recordBytes - text.utf8.count - 1)
                + [10]
        }

        fileprivate init?(_ record: some Collection<UInt8>) {
            let numbers = record.split { $0 == UInt8(ascii: " ") || $0 == 10 }
                .compactMap { Int64(String(decoding: $0, as: UTF8.self)) }
            guard numbers.count == 2 else { return nil }
            (firstEvent, last) = (numbers[0], numbers[1])
        }

        init(firstEvent: Int64, last: Int64) { (self.firstEvent, self.last) = (firstEvent, last) }
    }

    /// All lives, the oldest first. What cannot be read is passed over: it only makes a presence end too early.
    func read() -> [Life] {
        guard let data = FileManager.default.contents(atPath: directory.path(Self.name)) else { return [] }
        let bytes = [UInt8](data)
        return stride(from: 0, to: bytes.count, by: Self.recordBytes).compactMap {
            Life(bytes[$0..<min(bytes.count, $0 + Self.recordBytes)])
        }
    }

    /// Writes the file anew: the newest lives, and one more that begins now. Returns where its record is.
    func begin(_ life: Life, after lives: [Life]) throws -> Int {
        let kept = lives.suffix(StorageLimits.livesKept - 1)
        try directory.write((kept + [life]).flatMap(\.record), to: Self.unfinished, flags: O_CREAT | O_TRUNC)
        try directory.rename(Self.unfinished, to: Self.name)
        return kept.count
    }

    /// Writes over one record.
    func note(_ life: Life, at index: Int) throws {
        let descriptor = try directory.open(Self.name, flags: O_WRONLY)
        defer { close(descriptor) }
        let record = life.record
        let count = record.withUnsafeBytes {
            pwrite(descriptor, $0.baseAddress, $0.count, off_t(index * Self.recordBytes))
        }
        guard count == record.count, fdatasync(descriptor) == 0 else {
            throw DataDirectory.failure(directory.path(Self.name))
        }
    }

    /// The life that stored an event; nil if it is not known.
    static func life(of event: Int64, in lives: [Life]) -> Life? { lives.last { $0.firstEvent <= event } }
}

extension Store {
    /// Gives a sign of life: this server lives at that moment, by its own clock. To be called every few seconds; the
    /// first call of a server begins its life in the book. A failure is not lost: the next sign says the same later.
    public func noteLife(at now: Int64) throws {
        guard isServer, !isClosed else { return }
        if let life {
            self.life = (LifeBook.Life(firstEvent: life.life.firstEvent, last: now), life.index)
        } else {
            let next = try read { try Int64.fetchOne($0, sql: "SELECT ifnull(max(id), 0) + 1 FROM event") ?? 1 }
            let new = LifeBook.Life(firstEvent: next, last: now)
            earlierLives = lifeBook.read()
            life = (new, try lifeBook.begin(new, after: earlierLives))
            return
        }
        if let life { try lifeBook.note(life.life, at: life.index) }
    }

    /// The last moment at which the server that stored the end of a stream is known to have lived.
    public func lastSign(of stream: String) throws -> Int64? {
        let end = try read { db in
            try Row.fetchOne(
                db, sql: "SELECT id, at FROM event WHERE stream = ? ORDER BY sequence DESC LIMIT 1",
                arguments: [stream])
        }
        guard let end, let event = end[0] as Int64?, let at = end[1] as Int64? else { return nil }
        if let life, life.life.firstEvent <= event { return nil }
        return max(at, LifeBook.life(of: event, in: earlierLives)?.last ?? at)
    }
}
