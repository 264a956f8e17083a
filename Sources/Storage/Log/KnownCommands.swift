import Foundation
import GRDB
import Log

/// The commands of the streams that grow, so that one that comes twice is known without an index, which would cost
/// every message a page. They are read when a stream first grows, and again after anything failed.
///
/// Most lie in the row of the last event that came of them. Those of somebody who counts only, which are forgotten when
/// the meeting ends, and those without an event of their sender's are in a table of their own.
///
/// Touched by the store's thread alone.
final class KnownCommands {
    struct Key: Hashable {
        let actor: String
        let id: String
    }

    struct Known {
        let hash: UInt64
        let sequence: Int64
    }

    /// Most commands that are held; over it all are let go.
    static let most = 400_000

    private var streams: [String: [Key: Known]] = [:]
    private var count = 0

    func find(_ stamp: CommandStamp, in stream: String, _ db: Database) throws -> Known? {
        if streams[stream] == nil {
            var known: [Key: Known] = [:]
            for one in try Self.all(of: stream, db) {
                known[Key(actor: one.stamp.actor, id: one.stamp.id)] = Known(
                    hash: one.stamp.bodyHash, sequence: one.sequence)
            }
            count += known.count
            if count > Self.most { (streams, count) = ([:], known.count) }
            streams[stream] = known
        }
        return streams[stream]?[Key(actor: stamp.actor, id: stamp.id)]
    }

    /// It is in the open transaction.
    func note(_ stamp: CommandStamp, at sequence: Int64, in stream: String) {
        guard
            streams[stream]?.updateValue(
                Known(hash: stamp.bodyHash, sequence: sequence), forKey: Key(actor: stamp.actor, id: stamp.id)) == nil
        else { return }
        count += 1
    }

    /// What is kept of a stream has changed.
    func forget(_ stream: String) { count -= streams.removeValue(forKey: stream)?.count ?? 0 }

    /// All that a stream remembers, by sequence.
    static func all(of stream: String, _ db: Database) throws -> [StoredCommand] {
        let events = try db.cachedStatement(
            sql: """
                SELECT actor, command, sequence FROM event WHERE stream = ? AND command IS NOT NULL AND actor IS NOT NULL
                """)
        var all: [StoredCommand] = []
        let rows = try Row.fetchCursor(events, arguments: [stream])
        while let row = try rows.next() {
            guard let actor: String = row[0], let packed: Data = row[1], let sequence: Int64 = row[2],
                let (hash, id) = unpacked([UInt8](packed))
            else { continue }
            all.append(
                StoredCommand(
                    stamp: CommandStamp(actor: actor, id: id, bodyHash: hash, untilEnd: false), sequence: sequence))
        }
        let apart = "SELECT actor, id, body_hash, until_end, sequence FROM command WHERE stream = ?"
        all += try Row.fetchAll(db.cachedStatement(sql: apart), arguments: [stream]).map { row in
            guard let actor: String = row[0], let id: String = row[1], let hash: Data = row[2],
                let untilEnd: Bool = row[3], let sequence: Int64 = row[4]
            else { throw StoreError.damagedFile(StoreError.unreadableRow) }
            return StoredCommand(
                stamp: CommandStamp(actor: actor, id: id, bodyHash: number([UInt8](hash)), untilEnd: untilEnd),
                sequence: sequence)
        }
        return all.sorted {
            ($0.sequence, $0.stamp.actor, $0.stamp.id) < ($1.sequence, $1.stamp.actor, $1.stamp.id)
        }
    }

    /// What the row of an event has of a command: its hash, and its id behind it.
    static func packed(_ stamp: CommandStamp) -> [UInt8] { bytes(stamp.bodyHash) + stamp.id.utf8 }

    private static func unpacked(_ bytes: [UInt8]) -> (hash: UInt64, id: String)? {
        guard bytes.count > hashBytes, let id = String(validating: bytes[hashBytes...], as: UTF8.self) else {
            return nil
        }
        return (number(bytes), id)
    }

    private static let hashBytes = 8

    /// The hash of a command as its row has it: the most significant byte first.
    static func bytes(_ hash: UInt64) -> [UInt8] { withUnsafeBytes(of: hash.bigEndian) { Array($0) } }

    private static func number(_ bytes: [UInt8]) -> UInt64 {
        bytes.prefix(hashBytes).reduce(0) { $0 << 8 | UInt64($1) }
    }
}
