// Knows how a recorded meeting is played through a room host: in virtual time, by the same rules and the same commit
// as a live one.

import Foundation
import Meetings

/// Time that stands still until it is set: what a replay runs on.
public final class VirtualClock: Sendable {
    private let lock = NSLock()
    private nonisolated(unsafe) var instant: Instant

    /// A clock that stands at an instant.
    public init(_ instant: Instant) { self.instant = instant }

    /// Milliseconds since 1970, as it was last set.
    public var now: Instant {
        get { lock.withLock { instant } }
        set { lock.withLock { instant = newValue } }
    }
}

/// What a replay does next, seen from the room as it is then.
public typealias ReplayAct = @Sendable (Room) throws(Rejection) -> Command

extension Reception {
    /// Acts between two waits for the disk.
    static let replayChunk = 200

    /// Plays acts into a meeting of which nothing has happened yet; returns when all is durable.
    ///
    /// - Parameters:
    ///   - clock: the one that this reception runs on.
    ///   - pace: called before each act with its time; it may wait.
    /// - Throws: the first rejection, with everything before it stored.
    public func replay(
        _ acts: [(at: Instant, act: ReplayAct)], in meeting: String, clock: VirtualClock,
        pace: (@Sendable (Instant) async -> Void)? = nil
    ) async throws(Rejection) {
        guard let host = try await host(of: meeting) else { throw .notFound }
        let failure = FirstFailure()
        for (index, (at, act)) in acts.enumerated() {
            if let pace { await pace(at) }
            clock.now = at
            let command = try act(await host.room)
            hand(command, by: .system, to: host) { result in
                if case .failure(let rejection) = result { failure.note(rejection) }
            }
            if (index + 1).isMultiple(of: Self.replayChunk) { await drain() }
            if let rejection = failure.first { throw rejection }
        }
        await drain()
        sweep(host)
        if let rejection = failure.first { throw rejection }
    }
}

private final class FirstFailure: Sendable {
    private let lock = NSLock()
    private nonisolated(unsafe) var rejection: Rejection?

    var first: Rejection? { lock.withLock { rejection } }
    func note(_ rejection: Rejection) { lock.withLock { self.rejection = self.rejection ?? rejection } }
}
