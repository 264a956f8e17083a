// HTTP answers on their way out. Head and body leave in one write. While an answer is awaited or half sent, nothing is read
// of what comes behind its request. Then the connection is kept for the next one; or it ends, after what the client still
// sends was read.

import Foundation

extension WebSocketServer {
    /// What a refused client may still send before its socket is closed regardless.
    static let maxLingerBytes = 1_048_576

    func respond(_ response: HTTPResponse, to number: ConnectionNumber, exchange: UInt64) {
        guard let connection = connections[number], let current = connection.exchange, current.number == exchange,
            current.phase == .answering
        else { return }
        begin(response, on: connection, current)
        finish(connection, current)
    }

    /// Makes the answer into bytes and sends what the socket takes. `finish` must follow.
    func begin(_ response: HTTPResponse, on connection: Connection, _ exchange: Exchange) {
        exchange.stays = stays(connection, exchange, after: response)
        exchange.output = response.bytes(
            security: securityHeaders, isHead: exchange.head.method == "HEAD", isLast: !exchange.stays)
        exchange.phase = .sending
        start(deadlineSeconds: limits.sendDeadlineSeconds, connection, exchange)
        push(connection, exchange)
    }

    /// Whether the client may send another request by the same connection. Files may be followed, a page has many. What
    /// the handler answers ends it: a phone that wakes up must not ask by a connection that the network has forgotten
    /// meanwhile. After a refusal nobody knows what it means by what it has sent behind it.
    private func stays(_ connection: Connection, _ exchange: Exchange, after response: HTTPResponse) -> Bool {
        let head = exchange.head
        return response.keepsConnection && response.status < 400 && head.version == "HTTP/1.1"
            && !exchange.hasUnreadBody && !isClosing
            && !RequestHead.list(head.connection, contains: "close")
            && connection.served + 1 < limits.requestsPerConnection
    }

    func push(_ connection: Connection, _ exchange: Exchange) {
        while exchange.sent < exchange.output.count {
            let count = exchange.output.withUnsafeBytes { bytes in
                Foundation.send(
                    connection.socket, bytes.baseAddress! + exchange.sent, bytes.count - exchange.sent,
                    Int32(MSG_NOSIGNAL) | Int32(MSG_DONTWAIT))
            }
            if count > 0 {
                exchange.sent += count
            } else if errno == EAGAIN || errno == EWOULDBLOCK {
                return connection.watch?.want(.writable) ?? ()
            } else if errno != EINTR {
                exchange.phase = .broken
                return
            }
        }
        exchange.output = []
        guard !exchange.stays, exchange.hasUnreadBody || hasMore(connection) else {
            exchange.phase = .sent
            return
        }
        // Closing now, with unread bytes in the socket, would reset the connection and lose the answer.
        exchange.phase = .lingering
        start(deadlineSeconds: limits.lingerSeconds, connection, exchange)
        shutdown(connection.socket, Int32(SHUT_WR))
        connection.watch?.want(.readable)
    }

    private func hasMore(_ connection: Connection) -> Bool {
        var byte: UInt8 = 0
        return recv(connection.socket, &byte, 1, Int32(MSG_PEEK) | Int32(MSG_DONTWAIT)) > 0
    }

    func discard(_ connection: Connection, _ exchange: Exchange) {
        withUnsafeTemporaryAllocation(byteCount: 16_384, alignment: 16) { buffer in
            let count = recv(connection.socket, buffer.baseAddress, buffer.count, Int32(MSG_DONTWAIT))
            exchange.lingered += max(0, count)
            let isOver = count == 0 || (count < 0 && errno != EAGAIN && errno != EINTR)
            if isOver || exchange.lingered > Self.maxLingerBytes { exchange.phase = .broken }
        }
    }

    /// After each step of an exchange: whether it is over, and its connection with it.
    func finish(_ connection: Connection, _ exchange: Exchange) {
        guard connection.exchange === exchange else { return }
        switch exchange.phase {
        case .head, .body, .answering, .sending, .lingering: break
        case .sent: if exchange.stays { rest(connection) } else { end(connection) }
        case .broken: end(connection)
        }
    }

    /// The time for what an exchange is doing is over.
    func expire(_ connection: Connection, _ exchange: Exchange) {
        exchange.deadline = nil
        switch exchange.phase {
        case .head, .sent: break
        case .body:
            begin(.error(408, "body_too_slow"), on: connection, exchange)
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
