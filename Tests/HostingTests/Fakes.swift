// A log in memory whose disk can be stopped and broken, and an outlet that remembers what was said to whom.

import Foundation
import Hosting
import Meetings
import Sockets
import Wire

/// The log, on its own actor: commits wait until the test lets them.
actor MemoryLog: EventLog {
    private(set) var stored: [Submission] = []
    private var isHeld = false
    private var waiting: [CheckedContinuation<Void, Never>] = []
    private var failures = 0
    private(set) var batches: [Int] = []

    func hold() { isHeld = true }
    func failNext() { failures += 1 }
    func release() {
        isHeld = false
        for continuation in waiting { continuation.resume() }
        waiting = []
    }

    func load(_ meeting: String) async throws -> LoadedRoom? {
        guard meeting == "m1" else { return nil }
        let entries = try stored.flatMap(\.entries).enumerated().map { index, sealed in
            Entry(sequence: Int64(index + 1), at: sealed.at, event: try Sealing.unseal(sealed.event))
        }
        var sequence: Int64 = 0
        var commands: [(stamp: CommandStamp, sequence: Int64)] = []
        for submission in stored {
            sequence += Int64(submission.entries.count)
            if let stamp = submission.command { commands.append((stamp, sequence)) }
        }
        return LoadedRoom(epoch: "e1", entries: entries, commands: commands, links: nil, network: nil)
    }

    func acquaintance(of meeting: String) -> Acquaintance { Acquaintance() }

    func recollection(of person: PersonID, in meeting: String) -> Recollection { Recollection() }

    func append(_ batch: [Submission]) async -> [AppendOutcome] {
        if isHeld { await withCheckedContinuation { waiting.append($0) } }
        batches.append(batch.count)
        guard failures == 0 else {
            failures -= 1
            return batch.map { _ in .failed }
        }
        return batch.map { submission in
            let last = Int64(stored.reduce(0) { $0 + $1.entries.count })
            guard submission.expectedSequence == last else { return .refused }
            stored.append(submission)
            return .stored
        }
    }
}

final class FakeChannel: OutletChannel {}

/// What was said, in order. On the loop only, like the outlet itself.
actor Ears {
    private let loop: EventLoop
    nonisolated var unownedExecutor: UnownedSerialExecutor { loop.asUnownedSerialExecutor() }
    private(set) var heard: [Hosting.ConnectionNumber: [String]] = [:]
    private(set) var closed: [Hosting.ConnectionNumber: CloseReason] = [:]
    private var seats: [Hosting.ConnectionNumber: ObjectIdentifier] = [:]
    private var hopes: [(Hosting.ConnectionNumber, String, CheckedContinuation<Void, Never>)] = []

    init(loop: EventLoop) { self.loop = loop }

    func hear(_ bytes: [UInt8], _ connection: Hosting.ConnectionNumber) {
        heard[connection, default: []].append(String(decoding: bytes, as: UTF8.self))
        let fulfilled = hopes.filter { has($0.0, $0.1) }
        hopes.removeAll { has($0.0, $0.1) }
        for hope in fulfilled { hope.2.resume() }
    }

    func publish(_ bytes: [UInt8], on channel: ObjectIdentifier) {
        for connection in seats.filter({ $0.value == channel }).keys { hear(bytes, connection) }
    }

    func sit(_ connection: Hosting.ConnectionNumber, on channel: ObjectIdentifier?) { seats[connection] = channel }
    func close(_ connection: Hosting.ConnectionNumber, _ reason: CloseReason) { closed[connection] = reason }

    /// Returns once the connection has heard something that contains `text`.
    func wait(_ connection: Hosting.ConnectionNumber, for text: String) async {
        if has(connection, text) { return }
        await withCheckedContinuation { hopes.append((connection, text, $0)) }
    }

    private func has(_ connection: Hosting.ConnectionNumber, _ text: String) -> Bool {
        heard[connection, default: []].contains { $0.contains(text) }
    }
}

struct FakeOutlet: Outlet {
    let ears: Ears

    func send(_ bytes: [UInt8], to connection: Hosting.ConnectionNumber) {
        ears.assumeIsolated { $0.hear(bytes, connection) }
    }
    func publish(_ bytes: [UInt8], on channel: any OutletChannel) {
        ears.assumeIsolated { $0.publish(bytes, on: ObjectIdentifier(channel)) }
    }
    func makeChannel() -> any OutletChannel { FakeChannel() }
    func join(_ connection: Hosting.ConnectionNumber, _ channel: any OutletChannel) {
        ears.assumeIsolated { $0.sit(connection, on: ObjectIdentifier(channel)) }
    }
    func leave(_ connection: Hosting.ConnectionNumber) { ears.assumeIsolated { $0.sit(connection, on: nil) } }
    func markJoined(_ connection: Hosting.ConnectionNumber) {}
    func close(_ connection: Hosting.ConnectionNumber, code: CloseReason) {
        ears.assumeIsolated { $0.close(connection, code) }
    }
}

/// Whoever names themselves in the cookie is believed.
struct FakeDesk: Doorkeeper {
    func identify(_ hello: Hello, cookies: String) async -> Result<Admission, CloseReason> {
        guard let meeting = hello.meeting else { return .failure(.unknown) }
        let isCoordinator = hello.as == .coordinator
        return .success(
            Admission(
                meeting: meeting, person: PersonID(rawValue: cookies),
                introduction: isCoordinator ? ("Carys", nil) : nil))
    }
}
