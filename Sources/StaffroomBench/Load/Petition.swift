// Knows one HTTP request that nobody waits for: on a poller with all others, on a socket of its own each time.

import Foundation
import Glibc

/// A request that can be made again once it is answered.
final class Petition: Polled {
    private let poller: Poller
    private let port: Int
    private let address: UInt32?
    private let request: [UInt8]
    private var socket: Int32 = -1
    private var outgoing: ArraySlice<UInt8> = []
    private var answer: [UInt8] = []
    /// Called with the status of the answer; 0 when there was none.
    var onAnswer: ((Petition, Int) -> Void)?

    /// What was answered last.
    private(set) var reply: Reply?

    init(
        _ poller: Poller, port: Int, _ path: String, _ body: [String: Any], cookie: String? = nil,
        from address: UInt32? = nil
    ) throws {
        (self.poller, self.port, self.address) = (poller, port, address)
        request = try BenchRequest.posting(path, body, port: port, cookie: cookie)
    }

    var isUnderWay: Bool { socket >= 0 }

    func make() {
        guard !isUnderWay else { return }
        guard let made = Socket.to(port: port, isWaiting: false, from: address) else { return tell(0) }
        (socket, outgoing, answer) = (made, request[...], [])
        poller.watch(socket, wantsToWrite: true, for: self)
    }

    func giveUp() {
        guard isUnderWay else { return }
        poller.forget(socket)
        close(socket)
        socket = -1
    }

    func ready() {
        if !outgoing.isEmpty {
            let count = outgoing.withUnsafeBytes { send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
            if count > 0 { outgoing = outgoing.dropFirst(count) }
            if outgoing.isEmpty { poller.watch(socket, wantsToWrite: false, for: self) }
        }
        while isUnderWay {
            let count = recv(socket, poller.buffer.baseAddress, poller.buffer.count, 0)
            guard count > 0 else {
                if count == 0 || (errno != EAGAIN && errno != EINTR) { ended() }
                return
            }
            answer += UnsafeRawBufferPointer(rebasing: poller.buffer[..<count])
        }
    }

    private func ended() {
        giveUp()
        reply = try? BenchRequest.parse(answer)
        tell(reply?.status ?? 0)
    }

    private func tell(_ status: Int) { onAnswer?(self, status) }
}
