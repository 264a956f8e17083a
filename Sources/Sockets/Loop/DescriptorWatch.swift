// Waits until a socket can be written or read, beside libwebsockets: on a duplicate of its descriptor, since one
// number can be on the loop only once. Needed because libwebsockets looks at a socket whose reading is paused for
// neither; with reading not paused it spins on whatever the client sends while an answer is on its way.

import CLibUV
import Foundation

final class DescriptorWatch {
    enum Interest { case readable, writable }

    private let handle: UnsafeMutablePointer<uv_poll_t>
    private let descriptor: Int32
    private var work: (() -> Void)?

    /// Nil when there is no descriptor left. `work` is called each time the socket is ready, or broken, until `end`.
    init?(duplicating socket: Int32, on loop: LoopCore, for interest: Interest, _ work: @escaping () -> Void) {
        descriptor = fcntl(socket, F_DUPFD_CLOEXEC, 0)
        handle = .allocate(capacity: 1)
        guard descriptor >= 0, uv_poll_init(loop.loop, handle, descriptor) == 0 else {
            if descriptor >= 0 { Foundation.close(descriptor) }
            handle.deallocate()
            return nil
        }
        self.work = work
        handle.pointee.data = Unmanaged.passRetained(self).toOpaque()  // until the handle is closed
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
        Foundation.close(descriptor)
        UnsafeMutableRawPointer(handle).withMemoryRebound(to: uv_handle_t.self, capacity: 1) { handle in
            uv_close(handle) { handle in
                let watch = Unmanaged<DescriptorWatch>.fromOpaque(handle!.pointee.data).takeRetainedValue()
                watch.handle.deallocate()
            }
        }
    }
}
