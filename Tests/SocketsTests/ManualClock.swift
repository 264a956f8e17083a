// Time that passes when a test says so. What passes within a job of the loop is how long that job takes.

import Dispatch
import Foundation

@testable import Sockets

final class ManualClock: @unchecked Sendable {
    private let lock = NSLock()
    private var nanoseconds: UInt64 = 1_000_000_000
    private let perReading: UInt64
    private var runsSince: UInt64?

    /// - Parameter perReading: how much time passes by every look at the clock.
    init(nanosecondsPerReading perReading: UInt64 = 0) { self.perReading = perReading }

    var now: UInt64 {
        lock.withLock {
            nanoseconds += perReading
            return nanoseconds + (runsSince.map { DispatchTime.now().uptimeNanoseconds - $0 } ?? 0)
        }
    }

    /// From now on time passes by itself: for a server that shuts down.
    func letGo() { lock.withLock { runsSince = DispatchTime.now().uptimeNanoseconds } }

    func advance(milliseconds: UInt64) { lock.withLock { nanoseconds += milliseconds * 1_000_000 } }

    /// The server is busy: jobs take so long each, all handed in at once. Returns when they are done, and the tick
    /// after them. Not on the loop.
    func occupy(_ server: WebSocketServer, milliseconds: UInt64, jobs: Int = 1) {
        let done = DispatchSemaphore(value: 0)
        Task { await server.take(self, milliseconds: milliseconds, jobs: jobs) { done.signal() } }
        for _ in 0...jobs { done.wait() }
    }

    /// Time passes in which the server has nothing to do and every tick comes about when it is due. Not on the loop.
    func pass(seconds: Int, for server: WebSocketServer) {
        for _ in 0..<(10 * seconds) { occupy(server, milliseconds: 100) }
    }
}

extension WebSocketServer {
    /// `done` is called by every job, and once more a tick later.
    fileprivate func take(
        _ clock: ManualClock, milliseconds: UInt64, jobs: Int, _ done: @escaping @Sendable () -> Void
    ) {
        loop.after(milliseconds: limits.tickMilliseconds) { done() }
        for _ in 0..<jobs {
            Task {
                work(clock, milliseconds)
                done()
            }
        }
    }

    private func work(_ clock: ManualClock, _ milliseconds: UInt64) { clock.advance(milliseconds: milliseconds) }
}
