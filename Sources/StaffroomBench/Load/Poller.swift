// Knows how one thread waits for thousands of sockets. Knows nothing of what is said.

import CBench
import Glibc

/// Something whose socket is waited for.
protocol Polled: AnyObject {
    /// It can be read or written, or is broken.
    func ready()
}

final class Poller {
    private let descriptor = epoll_create1(Int32(EPOLL_CLOEXEC))
    private var waiting: [Int32: any Polled] = [:]
    private var happened = [epoll_event](repeating: epoll_event(), count: 512)
    /// What is read goes through here: one for all, since one is read at a time.
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 262_144, alignment: 16)
    /// How often `isOver` is asked while nothing happens.
    private static let pauseMilliseconds: Int32 = 2

    deinit {
        buffer.deallocate()
        close(descriptor)
    }

    func watch(_ socket: Int32, wantsToWrite: Bool, for one: any Polled) {
        var event = epoll_event()
        event.events = EPOLLIN.rawValue | (wantsToWrite ? EPOLLOUT.rawValue : 0)
        event.data.fd = socket
        let known = waiting.updateValue(one, forKey: socket) != nil
        epoll_ctl(descriptor, known ? EPOLL_CTL_MOD : EPOLL_CTL_ADD, socket, &event)
    }

    /// Before the socket is closed.
    func forget(_ socket: Int32) {
        guard waiting.removeValue(forKey: socket) != nil else { return }
        var event = epoll_event()
        epoll_ctl(descriptor, EPOLL_CTL_DEL, socket, &event)
    }

    /// Turns until it is over, or the time is; says whether it is over.
    @discardableResult
    func run(seconds: Double, until isOver: () -> Bool) -> Bool {
        let deadline = ContinuousClock.now + .seconds(seconds)
        while !isOver() {
            guard ContinuousClock.now < deadline else { return false }
            let count = epoll_wait(descriptor, &happened, Int32(happened.count), Self.pauseMilliseconds)
            guard count > 0 else { continue }
            // Whoever is ready may close others: what is gone by then is passed over.
            for index in 0..<Int(count) { waiting[happened[index].data.fd]?.ready() }
        }
        return true
    }
}
