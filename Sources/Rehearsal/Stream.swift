// Knows a TCP connection of ours: bytes out in order, bytes in as they come, its end once.

import Glibc

/// A connection to the server.
final class Stream: Awaited {
    let descriptor: Int32
    private let loop: Loop
    private var outgoing: [UInt8] = []
    private(set) var isOpen = true
    var onBytes: (([UInt8]) -> Void)?
    /// The other side closed, or the connection broke; not after `close` or `cut`.
    var onEnd: (() -> Void)?

    init(to endpoint: Endpoint, on loop: Loop) throws {
        descriptor = try endpoint.connect()
        self.loop = loop
        loop.add(self)
    }

    var wantsToWrite: Bool { !outgoing.isEmpty }

    func send(_ bytes: [UInt8]) {
        guard isOpen else { return }
        outgoing += bytes
        flush()
    }

    func ready() {
        flush()
        while isOpen {
            let count = loop.buffer.withUnsafeMutableBytes { recv(descriptor, $0.baseAddress, $0.count, 0) }
            if count > 0 {
                onBytes?(loop.buffer.withUnsafeBytes { Array($0.prefix(count)) })
            } else if count == 0 || (errno != EAGAIN && errno != EINTR) {
                end()
            } else {
                return
            }
        }
    }

    /// Closes in order.
    func close() {
        guard isOpen else { return }
        isOpen = false
        loop.remove(self)
        Glibc.close(descriptor)
    }

    /// As a phone that loses its network: no farewell, what was under way is gone.
    func cut() {
        var hard = linger(l_onoff: 1, l_linger: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_LINGER, &hard, socklen_t(MemoryLayout<linger>.size))
        close()
    }

    private func flush() {
        guard isOpen, !outgoing.isEmpty else { return }
        let count = Glibc.send(descriptor, outgoing, outgoing.count, Int32(MSG_NOSIGNAL))
        if count > 0 {
            outgoing.removeFirst(count)
        } else if errno != EAGAIN, errno != EINTR, errno != ENOTCONN, errno != EINPROGRESS {
            end()
        }
    }

    private func end() {
        guard isOpen else { return }
        close()
        onEnd?()
    }
}
