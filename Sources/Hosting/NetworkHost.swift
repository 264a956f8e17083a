// Knows one network between its meetings: one wish after the other is decided, stored, and only then answered. There
// are few of them, and nobody waits on a socket, so what is not yet on disk is not yet there either.

import Meetings
import Wire

/// The host of one network, an actor on the loop.
public actor NetworkHost {
    private let executor: any SerialExecutor
    public nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    private let id: String
    private let log: any NetworkLog
    private let limits: HostingLimits
    private let now: @Sendable () -> Instant
    /// What is stored; nil before the first look, and after a write that failed.
    private var stored: Network?
    private var answered: [String: (sequence: Int64, bodyHash: UInt64)] = [:]
    private var buckets: [PersonID: TokenBucket] = [:]
    private var isBusy = false
    private var waiting: [CheckedContinuation<Void, Never>] = []

    /// Beyond so many, the buckets that are full again are forgotten.
    private static let bucketsKept = 1_000

    init(
        id: String, log: any NetworkLog, limits: HostingLimits, executor: any SerialExecutor,
        now: @escaping @Sendable () -> Instant
    ) {
        (self.id, self.log, self.limits, self.executor, self.now) = (id, log, limits, executor, now)
    }

    /// What is stored.
    public func network() async throws(Rejection) -> Network {
        await enter()
        defer { leave() }
        return try await loaded()
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
        if let stamp, let earlier = answered[Self.key(stamp)] {
            guard earlier.bodyHash == stamp.bodyHash else { throw .conflict }
            return earlier.sequence
        }
        let at = max(now(), network.at)
        if case .person(let person, _) = actor { try spend(person, at) }
        let events = try network.decide(command, NetworkContext(actor: actor, at: at))
        return try await store(events, on: network, at: at, by: actor, stamp)
    }

    private func store(
        _ events: [NetworkEvent], on network: Network, at: Instant, by actor: NetworkActor, _ stamp: CommandStamp?
    ) async throws(Rejection) -> Int64 {
        var next = network
        var person: String?
        if case .person(let id, _) = actor { person = id.rawValue }
        var sealed: [SealedEntry] = []
        for event in events {
            next.apply(NetworkEntry(sequence: next.sequence + 1, at: at, event: event))
            sealed.append(SealedEntry(at: at, actor: person, event: Sealing.seal(event)))
        }
        let outcome = await log.append([
            Submission(
                meeting: id, expectedSequence: network.sequence, entries: sealed, command: stamp,
                erasures: events.compactMap(\.replaced).map(Erasure.object), catalogue: nil)
        ])
        guard outcome == [.stored] else {
            // Somebody else may have written, or the disk may be full: what counts is what is there.
            stored = nil
            throw .storageFailed
        }
        stored = next
        if let stamp { answered[Self.key(stamp)] = (next.sequence, stamp.bodyHash) }
        return next.sequence
    }

    private func loaded() async throws(Rejection) -> Network {
        if let stored { return stored }
        let loaded: LoadedNetwork
        do {
            loaded = try await log.load(network: id)
        } catch {
            throw .storageFailed
        }
        let network = Network(replaying: loaded.entries)
        stored = network
        answered = [:]
        for (stamp, sequence) in loaded.commands { answered[Self.key(stamp)] = (sequence, stamp.bodyHash) }
        return network
    }

    private func spend(_ person: PersonID, _ at: Instant) throws(Rejection) {
        if buckets.count > Self.bucketsKept { buckets = buckets.filter { !$0.value.isFull(at: at) } }
        var bucket =
            buckets[person]
            ?? TokenBucket(perSecond: limits.commandsPerSecond, burst: limits.commandBurst, at: at)
        let wait = bucket.take(at: at)
        buckets[person] = bucket
        if let wait { throw .slowDown(waitMilliseconds: wait) }
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
        return CommandStamp(
            actor: person.rawValue, id: id, bodyHash: Fingerprint.of(ServerMessage.encode(command)), untilEnd: false)
    }

    private static func key(_ stamp: CommandStamp) -> String { stamp.actor + "/" + stamp.id }
}
