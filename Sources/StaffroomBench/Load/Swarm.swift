// Knows thousands of clients that play one load, in Swift's words; what they do is in C.

import CBench
import Foundation

/// What is written.
struct Load {
    /// In all rooms together.
    var messages: Int
    /// Members of each room who write at a time; nil: each room by the clock, so often.
    var window: Int?
    var period = 1.0
    /// The next is written when the last is acknowledged; else when all have it.
    var waitsForAcknowledgement = false
    var limit = 60.0
}

/// What came of a load.
struct Heard {
    var sent: Int
    var deliveries: Int
    var bytes: Int
    var seconds: Double
    /// Milliseconds of each message.
    var untilAcknowledged: [Double]
    var untilAll: [Double]
    /// Of the server's processor; 0 where nobody looked.
    var processorSeconds = 0.0

    var microsecondsADelivery: Double { processorSeconds * 1e6 / Double(max(deliveries, 1)) }
    var bytesADelivery: Int { bytes / max(deliveries, 1) }
}

final class Swarm {
    private let clients: OpaquePointer
    /// Whose processor is counted; nil where nobody serves.
    private let peer: Peer?
    private(set) var count = 0
    private var refused = 0

    private static let enterSeconds = 120.0
    private static let quietSeconds = 0.4
    /// Of a room that fills up each is told of everybody: a few at a time.
    private static let fewAtOnce = 20

    /// Clients of ours; of a floor with rooms when its messages have a size.
    convenience init(_ peer: Peer, floorBytes: Int = 0, moreBytes: Int = 0) throws {
        try self.init(port: peer.port, peer, floorBytes: floorBytes, moreBytes: moreBytes)
    }

    init(port: Int, _ peer: Peer? = nil, floorBytes: Int = 0, moreBytes: Int = 0) throws {
        guard let made = swarm_new(Int32(port), Int64(floorBytes), Int64(moreBytes)) else {
            throw BenchFailure("no memory")
        }
        (clients, self.peer) = (made, peer)
    }

    deinit { swarm_free(clients) }

    /// One more; its number.
    @discardableResult
    func add(room: Int, meeting: String = "m", cookie: String = "none=none") -> Int {
        count += 1
        return Int(swarm_add(clients, Int32(room), meeting, cookie))
    }

    func deafen(_ client: Int) { swarm_deafen(clients, Int32(client)) }

    /// Everybody of these rooms.
    func add(_ places: [Town.Place], devices: Int = 1) {
        for _ in 0..<devices {
            for (room, place) in places.enumerated() {
                for cookie in place.cookies { add(room: room, meeting: place.meeting.id, cookie: cookie) }
            }
        }
    }

    /// As many clients of a floor.
    func add(rooms: Int, members: Int) {
        for room in 0..<rooms { for _ in 0..<members { add(room: room) } }
    }

    /// Lets them in a few at a time, and waits until nothing more comes.
    func seat(_ some: Range<Int>? = nil) throws {
        let some = some ?? 0..<count
        _ = try enter(some, atOnce: Self.fewAtOnce)
        try settle()
    }

    /// Seconds until all are in, and until each is.
    func enter(_ some: Range<Int>, atOnce: Int, resumes: Bool = false) throws -> (seconds: Double, each: [Double]) {
        var each = [Double](repeating: 0, count: some.count)
        let seconds = swarm_enter(
            clients, Int32(some.lowerBound), Int32(some.count), Int32(atOnce), resumes ? 1 : 0, Self.enterSeconds, &each
        )
        guard seconds >= 0 else {
            let missing = some.count { swarm_is_inside(clients, Int32($0)) == 0 }
            throw BenchFailure("\(missing) of \(some.count) clients did not come in within \(Self.enterSeconds) s")
        }
        return (seconds, each)
    }

    func leave(_ some: Range<Int>) { swarm_leave(clients, Int32(some.lowerBound), Int32(some.count)) }

    func settle(quiet: Double = quietSeconds) throws {
        guard swarm_settle(clients, quiet, Self.enterSeconds) != 0 else {
            throw BenchFailure("the server does not come to rest")
        }
    }

    /// Writes a load; with the server's processor when that is wanted.
    func run(_ load: Load, measured: Bool = true) throws -> Heard {
        var result = swarm_result()
        let before = measured ? peer?.processor ?? 0 : 0
        swarm_run(
            clients,
            swarm_load(
                messages: Int64(load.messages), window: Int32(load.window ?? 0),
                waits_for_acknowledgement: load.waitsForAcknowledgement ? 1 : 0, period_seconds: load.period,
                limit_seconds: load.limit), &result)
        let processor = measured ? (peer?.processor ?? 0) - before : 0
        refused += Int(result.refused)
        guard let all = swarm_messages(clients), result.sent > 0 else { throw BenchFailure("nothing was written") }
        let own = (Int(result.first)..<Int(result.first + result.sent)).map { all[$0] }
        return Heard(
            sent: Int(result.sent), deliveries: Int(result.deliveries), bytes: Int(result.bytes),
            seconds: result.seconds, untilAcknowledged: own.map(\.until_acknowledged).filter { $0 >= 0 },
            untilAll: own.map(\.until_all).filter { $0 >= 0 }, processorSeconds: processor)
    }

    var bytes: Int { Int(swarm_bytes(clients)) }
    var resumed: Int { Int(swarm_resumed(clients)) }
    var toldAnew: Int { Int(swarm_told_anew(clients)) }
    /// What the kernel holds for one at the server's end; nil when it does not tell.
    func kernelBytes(_ client: Int) -> Int? {
        let bytes = Int(swarm_kernel_bytes(clients, Int32(client)))
        return bytes < 0 ? nil : bytes
    }

    /// As if the server had said it.
    func hear(_ client: Int, _ bytes: [UInt8]) { swarm_hear(clients, Int32(client), bytes, Int64(bytes.count)) }

    /// What was not as promised, until now.
    func wrong(_ name: String) -> [String] {
        var wrong = swarm_wrong()
        swarm_check(clients, &wrong)
        let counts = [
            ("lost", Int(wrong.lost)), ("doubled", Int(wrong.doubled)), ("out of order", Int(wrong.disordered)),
            ("clients heard other than others of their room", Int(wrong.uneven)),
            ("connections closed", Int(wrong.closed)), ("strange", Int(wrong.strange)), ("refused", refused),
        ]
        return counts.filter { $0.1 > 0 }.map { "\(name): \($0.1) \($0.0)" }
    }
}
