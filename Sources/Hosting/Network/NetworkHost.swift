// Knows one network between its meetings: one wish after the other is decided, stored, and only then answered. There
// are few of them, and nobody waits on a socket, so what is not yet on disk is not yet there either.

import Log
import Meetings
import Wire

/// The host of one network, an actor on the loop.
public actor NetworkHost {
    private let executor: any SerialExecutor
    public nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    private let id: String
    private let log: any LogStore
    private let now: @Sendable () -> Instant
    /// What is stored; nil before the first look, and after a write that failed.
    private var stored: Network?
    private var commands = CommandBook()
    private var allowance: Allowance<PersonID>
    private var isBusy = false
    private var waiting: [CheckedContinuation<Void, Never>] = []

    init(
        id: String, log: any LogStore, limits: HostingLimits, executor: any SerialExecutor,
        now: @escaping @Sendable () -> Instant
    ) {
        (self.id, self.log, self.executor, self.now) = (id, log, executor, now)
        allowance = Allowance(limits)
    }

    /// What is stored.
    public func network() async throws(Rejection) -> Network {
        await enter()
        defer { leave() }
        return try await loaded()
    }

    /// Something was erased beside it: what is in memory is read again before anything else is told or done.
    public func reread() async {
        await enter()
        defer { leave() }
        stored = nil
    }

    /// Carries out a command; returns its last sequence when it is durable. The same `commandID` of the same person is
    /// answered twice and stored once.
    public func submit(
        _ command: NetworkCommand, by actor: NetworkActor, commandID: String? = nil
    ) async throws(Rejection) -> Int64 {
        await enter()
        defer { leave() }
        let network = try await loaded()
        let stamp = Self.stamp(command, actor, commandID)
        if let stamp {
            switch commands.find(stamp) {
            case .new, .underWay: break
            case .stored(let sequence): return sequence
            case .conflict: throw .conflict
            }
        }
        let at = max(now(), network.at)
        if case .person(let person, _) = actor, let wait = allowance.take(person, at: at) {
            throw .slowDown(waitMilliseconds: wait)
        }
        let events = try network.decide(command, NetworkContext(actor: actor, at: at))
        return try await store(events, after: network.sequence, at: at, by: actor, stamp)
    }

    private func store(
        _ events: [NetworkEvent], after last: Int64, at: Instant, by actor: NetworkActor, _ stamp: CommandStamp?
    ) async throws(Rejection) -> Int64 {
        var person: String?
        if case .person(let id, _) = actor { person = id.rawValue }
        let submission = Submission(
            stream: id, expectedSequence: last,
            entries: events.map { SealedEntry(at: at, actor: person, event: Sealing.seal($0)) }, command: stamp,
            erasures: events.compactMap(\.erasure))
        guard case .success(let sequence)? = await log.append([submission]).first else {
            // Somebody else may have written, or the disk may be full: what counts is what is there.
            stored = nil
            throw .storageFailed
        }
        for (event, sequence) in zip(events, (last + 1)...) {
            stored?.apply(NetworkEntry(sequence: sequence, at: at, event: event))
        }
        if let stamp { commands.settle(stamp, .success(sequence)) }
        return sequence
    }

    private func loaded() async throws(Rejection) -> Network {
        if let stored { return stored }
        do {
            let network = try await log.state(ofNetwork: id)
            commands = CommandBook(try await log.commands(id))
            stored = network
            return network
        } catch {
            throw .storageFailed
        }
    }

    /// One at a time, in the order of coming.
    private func enter() async {
        guard isBusy else {
            isBusy = true
            return
        }
        await withCheckedContinuation { waiting.append($0) }
    }

    private func leave() {
        if waiting.isEmpty { isBusy = false } else { waiting.removeFirst().resume() }
    }

    private static func stamp(
        _ command: NetworkCommand, _ actor: NetworkActor, _ id: String?
    ) -> CommandStamp? {
        guard let id, case .person(let person, _) = actor else { return nil }
        return CommandStamp(actor: person.rawValue, id: id, bodyHash: Fingerprint.of(command))
    }
}
