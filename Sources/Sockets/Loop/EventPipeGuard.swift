// libwebsockets 4.1 closes the descriptor of its event pipe twice when a context on libuv is destroyed: at once, and
// again a turn later. Between the two another thread may have been given the same number, for a database file say.
// So we sit on the number until the second close.

import CLibUV
import Foundation

struct EventPipeGuard {
    private let numbers: [Int32]

    /// Before the context is destroyed: finds the event descriptors that are on the loop and are not the loop's own.
    init(_ core: LoopCore) {
        var found: [Int32] = []
        withUnsafeMutablePointer(to: &found) { found in
            uv_walk(
                core.loop,
                { handle, found in
                    var number: Int32 = -1
                    guard uv_handle_get_type(handle) == UV_POLL, uv_fileno(handle, &number) == 0 else { return }
                    let link = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/fd/\(number)")
                    guard link == "anon_inode:[eventfd]" else { return }
                    found!.assumingMemoryBound(to: [Int32].self).pointee.append(number)
                }, UnsafeMutableRawPointer(found))
        }
        numbers = found
    }

    /// Right after the context is destroyed, on the same thread.
    func occupy() {
        let null = open("/dev/null", O_RDONLY | O_CLOEXEC)
        guard null >= 0 else { return }
        var isKept = false
        for number in numbers {
            if null == number {
                isKept = true
                continue
            }
            let taken = fcntl(null, F_DUPFD_CLOEXEC, number)  // this number or, if it is taken already, a higher one
            if taken >= 0, taken != number { close(taken) }
        }
        if !isKept { close(null) }
    }
}
