// Time that a test moves, for work that is due later.

import Foundation
import Sockets

@testable import Meetings

/// A clock with its alarms; on the loop like whatever it wakes.
actor FakeTime {
    private let loop: EventLoop
    nonisolated var unownedExecutor: UnownedSerialExecutor { loop.asUnownedSerialExecutor() }
    private(set) var now: Instant = 1_000
    private var alarms: [(due: Instant, number: Int, work: @Sendable () -> Void)] = []
    private var count = 0

    init(loop: EventLoop) { self.loop = loop }

    func after(_ milliseconds: Int, _ work: @escaping @Sendable () -> Void) {
        count += 1
        alarms.append((now + Int64(milliseconds), count, work))
    }

    /// Goes on, and does what becomes due on the way, in order.
    func advance(_ milliseconds: Int) {
        let end = now + Int64(milliseconds)
        while let next = alarms.filter({ $0.due <= end }).min(by: { ($0.due, $0.number) < ($1.due, $1.number) }) {
            alarms.removeAll { $0.number == next.number }
            now = max(now, next.due)
            next.work()
        }
        now = end
    }
}
