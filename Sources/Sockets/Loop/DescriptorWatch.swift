// Waits until a socket can be read or written, beside libwebsockets.

import CLibUV
import Foundation

final class DescriptorWatch {
    enum Interest { case readable, writable }

    private let handle: UnsafeMutablePointer<uv_poll_t>
    private let descriptor: Int32
    private let isDuplicate: Bool
    private var interest: Interest?
    private var work: (() -> Void)?

    /// Of a socket that is on the loop already: one number can be there only once, so it gets another. Nil when there is
    /// no descriptor left. `work` is called each time the socket is ready, or broken, until `end`.
    convenience init?(
        duplicating socket: Int32, on loop: LoopCore, for interest: Interest, _ work: @escaping () -> Void
    ) {
        let duplicate = fcntl(socket, F_DUPFD_CLOEXEC, 0)
        guard duplicate >= 0 else { return nil }
        self.init(duplicate, isDuplicate: true, loop, work)
        want(interest)
    }

    /// Of a socket that is nowhere else on the loop, until `end`. It is asked for nothing before `want`.
    convenience init?(of socket: Int32, on loop: LoopCore, _ work: @escaping () -> Void) {
        self.init(socket, isDuplicate: false, loop, work)
    }

    private init?(_ descriptor: Int32, isDuplicate: Bool, _ loop: LoopCore, _ work: @escaping () -> Void) {
        (self.descriptor, self.isDuplicate) = (descriptor, isDuplicate)
        handle = .allocate(capacity: 1)
        guard uv_poll_init(loop.loop, handle, descriptor) == 0 else {
            if isDuplicate { Foundation.close(descriptor) }
            handle.deallocate()
            return nil
        }
        self.work = work
        handle.pointee.data = Unmanaged.passRetained(self).toOpaque()  // until the handle is closed
    }

    /// What it waits for from now on; nil: for nothing. May be called from `work`.
    func want(_ interest: Interest?) {
        guard work != nil, interest != self.interest else { return }
        self.interest = interest
        guard let interest else { return _ = uv_poll_stop(handle) }
        let events = interest == .readable ? UV_READABLE.rawValue : UV_WRITABLE.rawValue
        uv_poll_start(handle, Int32(events)) { handle, _, _ in
            Unmanaged<DescriptorWatch>.fromOpaque(handle!.pointee.data).takeUnretainedValue().work?()
        }
    }

    /// Lets go of the socket. May be called from `work`, and more than once.
    func end() {
        guard work != nil else { return }
        work = nil
        uv_poll_stop(handle)
        if isDuplicate { Foundation.close(descriptor) }
        UnsafeMutableRawPointer(handle).withMemoryRebound(to: uv_handle_t.self, capacity: 1) { handle in
            uv_close(handle) { handle in
                let watch = Unmanaged<DescriptorWatch>.fromOpaque(handle!.pointee.data).takeRetainedValue()
                watch.handle.deallocate()
            }
        }
    }
}
