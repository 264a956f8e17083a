// The listening socket. It is ours and not the library's: that one accepts everybody who waits in one go, and answers
// their handshakes in the next; a crowd at the door then holds every open connection for as long as both take.

import CLibUV  // which of the three owns the flags for sockets differs from build to build
import CLibWebSockets
import Foundation
import Journal

/// Accepts a few newcomers a turn of the loop; the others wait in the system's queue.
/// `@unchecked`: touched by the loop's thread only.
final class Listener: @unchecked Sendable {
    /// So many are accepted before the loop looks at its other sockets again.
    static let acceptedPerTurn = 8
    /// How many the system lets wait; it may hold to less (`net.core.somaxconn`).
    static let backlog: Int32 = 4_096
    /// What the system keeps for a reader who does not read, before our own queue begins; it takes twice as much for its
    /// own book-keeping. Left to itself it grows to megabytes for each.
    static let sendBufferBytes: Int32 = 262_144
    /// How long nobody is accepted when the system has no descriptor or memory for them.
    static let pauseMilliseconds = 100

    /// Where it listens, 1...65535.
    let port: Int
    private let socket: Int32
    private let loop: EventLoop
    private let journal: Journal
    private let welcome: (Int32, String) -> Void
    private var watch: DescriptorWatch?
    private var pause: LoopTimer?
    private var isEnded = false

    /// Listens. `welcome` gets each newcomer's socket, which does not block and is its own now, and address.
    /// Nil when the address and port cannot be listened on.
    init?(address: String, port: Int, loop: EventLoop, journal: Journal, welcome: @escaping (Int32, String) -> Void) {
        guard let socket = Self.bound(to: address, port: port) else { return nil }
        guard listen(socket, Self.backlog) == 0,
            let port = SocketAddress(writtenBy: { getsockname(socket, $0, $1) == 0 })?.port
        else {
            Foundation.close(socket)
            return nil
        }
        (self.socket, self.port, self.loop, self.journal, self.welcome) = (socket, port, loop, journal, welcome)
        watchOn()
    }

    /// Nobody is accepted from now on; whoever waits is refused by the system. May be called more than once.
    func end() {
        guard !isEnded else { return }
        isEnded = true
        watch?.end()
        pause?.cancel()
        Foundation.close(socket)
    }

    private func watchOn() {
        watch = DescriptorWatch(duplicating: socket, on: loop.core, for: .readable) { [unowned self] in acceptSome() }
    }

    private func acceptSome() {
        for _ in 0..<Self.acceptedPerTurn {
            var newcomer: Int32 = -1
            let peer = SocketAddress { address, length in
                newcomer = accept(socket, address, length)
                return newcomer >= 0
            }
            guard let peer else { return failed(errno) }
            _ = fcntl(newcomer, F_SETFD, FD_CLOEXEC)
            _ = fcntl(newcomer, F_SETFL, O_NONBLOCK)
            var yes: Int32 = 1
            setsockopt(newcomer, Int32(IPPROTO_TCP), TCP_NODELAY, &yes, socklen_t(MemoryLayout<Int32>.size))
            welcome(newcomer, peer.text)
        }
    }

    private func failed(_ reason: Int32) {
        // Nobody waits any more, or somebody who waited has gone: that is all.
        guard [EMFILE, ENFILE, ENOBUFS, ENOMEM].contains(reason) else { return }
        journal.note(.acceptFailed(code: Int(reason)))
        watch?.end()
        pause = loop.after(milliseconds: Self.pauseMilliseconds) { [weak self] in self?.watchOn() }
    }

    private static func bound(to address: String, port: Int) -> Int32? {
        guard let place = SocketAddress(address, port: port) else { return nil }
        let kind = Int32(SOCK_STREAM.rawValue | SOCK_NONBLOCK.rawValue | SOCK_CLOEXEC.rawValue)
        let socket = Glibc.socket(place.family, kind, 0)
        guard socket >= 0 else { return nil }
        var yes: Int32 = 1
        // So that a restart need not wait for the last connections of the server before.
        setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<Int32>.size))
        // Every socket that is accepted has it from here.
        var most = sendBufferBytes
        setsockopt(socket, SOL_SOCKET, SO_SNDBUF, &most, socklen_t(MemoryLayout<Int32>.size))
        guard place.with({ bind(socket, $0, $1) }) == 0 else {
            Foundation.close(socket)
            return nil
        }
        return socket
    }
}
