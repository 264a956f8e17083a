// Knows how one thread waits for many sockets and many moments. Nothing here knows what is said.

import Glibc

/// Something the loop waits for.
protocol Awaited: AnyObject {
    var descriptor: Int32 { get }
    var wantsToWrite: Bool { get }
    /// The socket can be read or written, or is broken.
    func ready()
}

/// One thread's loop. All of a rehearsal happens in it, so there is nothing to lock.
final class Loop {
    private var waiting: [Int32: any Awaited] = [:]
    /// Latest first, so that the next one is taken from the end.
    private var timers: [(at: Int64, run: () -> Void)] = []
    /// What is read goes through here: one for all, since one is read at a time.
    var buffer = [UInt8](repeating: 0, count: 65_536)
    private static let longestWait: Int64 = 1_000
    private static let runsInTurn = 16

    /// Milliseconds since 1970.
    static var now: Int64 {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
    }

    func add(_ one: any Awaited) { waiting[one.descriptor] = one }

    func remove(_ one: any Awaited) { waiting[one.descriptor] = nil }

    /// Runs something once, later.
    func after(_ seconds: Double, _ run: @escaping () -> Void) {
        let at = Self.now + Int64(max(0, seconds) * 1000)
        var low = 0
        var high = timers.count
        while low < high {
            let middle = (low + high) / 2
            if timers[middle].at > at { low = middle + 1 } else { high = middle }
        }
        timers.insert((at, run), at: low)
    }

    /// Turns until `isOver` says so.
    func run(until isOver: () -> Bool) {
        while !isOver() {
            // A few at a time: what has come over the sockets is looked at in between.
            for _ in 0..<Self.runsInTurn {
                guard let last = timers.last, last.at <= Self.now else { break }
                timers.removeLast()
                last.run()
            }
            var list = waiting.values.map {
                pollfd(fd: $0.descriptor, events: Int16(POLLIN | ($0.wantsToWrite ? POLLOUT : 0)), revents: 0)
            }
            let next = timers.last.map { max(0, $0.at - Self.now) } ?? Self.longestWait
            let wait = min(Self.longestWait, next)
            guard poll(&list, nfds_t(list.count), Int32(wait)) > 0 else { continue }
            // Whoever is ready may close others: what is gone by then is passed over.
            for one in list where one.revents != 0 { waiting[one.fd]?.ready() }
        }
    }
}
