// HTTP answers on their way out. Head and body leave in one write of our own, not the library's: the library would
// copy what the socket does not take, and spin on whatever the client sends until it is gone. While an answer is
// awaited or half sent, reading is paused, and a `DescriptorWatch` tells when the socket takes more.

import CLibWebSockets
import Foundation

extension WebSocketServer {
    /// What a refused client may still send before its socket is closed regardless.
    static let maxLingerBytes = 1_048_576

    func respond(_ response: HTTPResponse, to number: ConnectionNumber, exchange: UInt64) {
        guard let connection = connections[number], let current = connection.exchange, current.number == exchange,
            current.phase == .answering
        else { return }
        begin(response, on: connection, current)
        if !current.isInCallback { finish(connection, current) }
    }

    /// Makes the answer into bytes and sends what the socket takes. `settle` or `finish` must follow.
    func begin(_ response: HTTPResponse, on connection: Connection, _ exchange: Exchange) {
        exchange.output = response.bytes(
            security: securityHeaders, isHead: exchange.head.method == "HEAD")
        exchange.phase = .sending
        start(deadlineSeconds: limits.sendDeadlineSeconds, connection, exchange)
        push(connection, exchange)
    }

    private func push(_ connection: Connection, _ exchange: Exchange) {
        while exchange.sent < exchange.output.count {
            let count = exchange.output.withUnsafeBytes { bytes in
                Foundation.send(
                    connection.socket, bytes.baseAddress! + exchange.sent, bytes.count - exchange.sent,
                    Int32(MSG_NOSIGNAL) | Int32(MSG_DONTWAIT))
            }
            if count > 0 {
                exchange.sent += count
            } else if errno == EAGAIN || errno == EWOULDBLOCK {
                return watch(connection, exchange, for: .writable)
            } else if errno != EINTR {
                exchange.phase = .broken
                return
            }
        }
        exchange.output = []
        exchange.watch?.end()
        exchange.watch = nil
        guard exchange.hasUnreadBody else {
            exchange.phase = .sent
            return
        }
        // Closing now, with unread bytes in the socket, would reset the connection and lose the answer.
        exchange.phase = .lingering
        start(deadlineSeconds: limits.lingerSeconds, connection, exchange)
        shutdown(connection.socket, Int32(SHUT_WR))
        watch(connection, exchange, for: .readable)
    }

    private func watch(_ connection: Connection, _ exchange: Exchange, for interest: DescriptorWatch.Interest) {
        guard exchange.watch == nil else { return }
        let number = connection.number
        exchange.watch = DescriptorWatch(duplicating: connection.socket, on: loop.core, for: interest) { [weak self] in
            self?.assumeIsolated { $0.isReady(number) }
        }
        if exchange.watch == nil { exchange.phase = .broken }
    }

    private func isReady(_ number: ConnectionNumber) {
        guard let connection = connections[number], let exchange = connection.exchange else { return }
        switch exchange.phase {
        case .sending: push(connection, exchange)
        case .lingering: discard(connection, exchange)
        default: break
        }
        finish(connection, exchange)
    }

    private func discard(_ connection: Connection, _ exchange: Exchange) {
        withUnsafeTemporaryAllocation(byteCount: 16_384, alignment: 16) { buffer in
            let count = recv(connection.socket, buffer.baseAddress, buffer.count, Int32(MSG_DONTWAIT))
            exchange.lingered += max(0, count)
            let isOver = count == 0 || (count < 0 && errno != EAGAIN && errno != EINTR)
            if isOver || exchange.lingered > Self.maxLingerBytes { exchange.phase = .broken }
        }
    }

    /// At the end of a callback of the library: what it is to do.
    func settle(_ connection: Connection, _ exchange: Exchange) -> Int32 {
        exchange.isInCallback = false
        switch exchange.phase {
        case .head, .body:
            return 0
        case .answering, .sending, .lingering:
            lws_rx_flow_control(connection.wsi, 0)
            lws_set_timeout(connection.wsi, NO_PENDING_TIMEOUT, 0)  // our own deadlines count from here
            return 0
        case .sent, .broken:
            return -1
        }
    }

    /// The same outside of callbacks.
    func finish(_ connection: Connection, _ exchange: Exchange) {
        switch exchange.phase {
        case .head, .body, .answering, .sending, .lingering: break
        case .sent, .broken: end(connection)
        }
    }

    /// The time for what an exchange is doing is over.
    func expire(_ connection: Connection, _ exchange: Exchange) {
        exchange.deadline = nil
        switch exchange.phase {
        case .head, .sent: break
        case .body:
            begin(.error(408, "body_too_slow"), on: connection, exchange)
            lws_rx_flow_control(connection.wsi, 0)
            lws_set_timeout(connection.wsi, NO_PENDING_TIMEOUT, 0)
            finish(connection, exchange)
        case .answering:
            begin(.error(503, "no_answer"), on: connection, exchange)
            finish(connection, exchange)
        case .sending, .lingering, .broken:
            end(connection)
        }
    }

    func start(deadlineSeconds: Int, _ connection: Connection, _ exchange: Exchange) {
        exchange.deadline = deadline(inSeconds: deadlineSeconds)
        schedule(connection)
    }
}
