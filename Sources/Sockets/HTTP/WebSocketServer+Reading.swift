// Requests from their sockets. All of HTTP is read here and not by the library, which takes two requests for one and one
// for two; it gets a socket when a whole handshake that we have checked lies in it, and that is all it ever reads of
// HTTP. A head is looked at and left in the socket until it is whole: nothing is ever read too far, so that what comes
// behind a request is still there for whoever reads next.

import CLibUV  // which of the two owns the flags for sockets differs from build to build
import CLibWebSockets
import Foundation

extension WebSocketServer {
    /// A newcomer's socket, or it is closed.
    func welcome(_ socket: Int32, from address: String) {
        guard !isClosing, hasPlace(for: address) else { return _ = Foundation.close(socket) }
        lastConnection += 1
        let number = ConnectionNumber(value: lastConnection)
        let connection = Connection(number: number, socket: socket, peer: address)
        connection.watch = DescriptorWatch(of: socket, on: loop.core) { [weak self] in
            self?.assumeIsolated { $0.isReady(number) }
        }
        guard let watch = connection.watch else { return _ = Foundation.close(socket) }
        watch.want(.readable)
        connections[number] = connection
        quiet.insert(number)
        unheard.insert(number)
        socketCount += 1
        if !settings.trustedProxies.contains(address) { count(connection, under: address) }
        connection.headersBy = deadline(inSeconds: limits.headersDeadlineSeconds)
        schedule(connection)
    }

    private func isReady(_ number: ConnectionNumber) {
        guard let connection = connections[number], connection.state == .http else { return }
        guard let exchange = connection.exchange else { return readHead(connection) }
        switch exchange.phase {
        case .body: readBody(connection, exchange)
        case .sending: push(connection, exchange)
        case .lingering: discard(connection, exchange)
        case .head, .answering, .sent, .broken: break
        }
        finish(connection, exchange)
    }

    private func readHead(_ connection: Connection) {
        withUnsafeTemporaryAllocation(byteCount: limits.maxHeadersBytes, alignment: 16) { buffer in
            let count = recv(
                connection.socket, buffer.baseAddress, buffer.count,
                Int32(MSG_PEEK) | Int32(MSG_DONTWAIT))
            // Called without more to read than there was: no more will come.
            guard count > connection.peeked else {
                if count >= 0 || (errno != EAGAIN && errno != EINTR) { end(connection) }
                return
            }
            switch HeadParser.parse(UnsafeRawBufferPointer(rebasing: buffer[..<count]), limits: limits) {
            case .partial where count < buffer.count: awaitMore(than: count, connection)
            case .partial: refuse(.error(431, "headers_too_long"), connection)
            case .malformed: refuse(.error(400, "bad_request"), connection)
            case .whole(let head, let byteCount):
                awaitMore(than: 0, connection)
                if head.upgrade == nil {
                    take(byteCount, from: connection)
                    requestBegan(connection, head)
                } else {
                    upgradeAsked(connection, head, byteCount)
                }
            }
        }
    }

    /// The system says when there is more than what was seen, and not again and again that there is that.
    private func awaitMore(than count: Int, _ connection: Connection) {
        guard count != connection.peeked else { return }
        connection.peeked = count
        var least = Int32(count + 1)
        setsockopt(connection.socket, SOL_SOCKET, SO_RCVLOWAT, &least, socklen_t(MemoryLayout<Int32>.size))
        guard count > 0, connection.headersBy == nil else { return }
        // The next request on a connection that was kept has begun.
        connection.keptBy = nil
        connection.headersBy = deadline(inSeconds: limits.headersDeadlineSeconds)
        schedule(connection)
    }

    /// What was looked at is done with.
    func take(_ byteCount: Int, from connection: Connection) {
        _ = recv(connection.socket, nil, byteCount, Int32(MSG_TRUNC) | Int32(MSG_DONTWAIT))
    }

    /// What could not be read as a request; where the next one would begin, nobody knows.
    private func refuse(_ refusal: HTTPResponse, _ connection: Connection) {
        awaitMore(than: 0, connection)
        let exchange = beginExchange(connection, RequestHead())
        exchange.isUnreadable = true
        heard(connection)
        begin(refusal, on: connection, exchange)
        finish(connection, exchange)
    }

    private func readBody(_ connection: Connection, _ exchange: Exchange) {
        let missing = exchange.bodyBytes - exchange.body.count
        withUnsafeTemporaryAllocation(byteCount: min(missing, limits.pieceBytes), alignment: 16) { buffer in
            let count = recv(connection.socket, buffer.baseAddress, buffer.count, Int32(MSG_DONTWAIT))
            if count > 0 {
                exchange.body.append(contentsOf: buffer[..<count])
            } else if count == 0 || (errno != EAGAIN && errno != EINTR) {
                exchange.phase = .broken
            }
        }
        if exchange.phase == .body, exchange.body.count == exchange.bodyBytes { route(connection, exchange) }
    }

    /// The socket, with the handshake in it, is the library's.
    func handOver(_ connection: Connection) {
        guard let vhost else { return end(connection) }
        connection.watch?.end()
        connection.watch = nil
        connection.headersBy = deadline(inSeconds: limits.headersDeadlineSeconds)
        schedule(connection)
        adopting = connection
        lws_adopt_socket_vhost(vhost, connection.socket)
        adopting = nil
        // One that it cannot take it closes, and says nothing.
        if connection.wsi == nil { lost(connection) }
    }

    /// The answer is on its way and the client may ask again: it is in nobody's way, and gives way to newcomers.
    func rest(_ connection: Connection) {
        connection.exchange = nil
        connection.served += 1
        quiet.insert(connection.number)
        connection.keptBy = deadline(inSeconds: limits.keptSeconds)
        connection.watch?.want(.readable)
        schedule(connection)
    }

    /// Ends a connection that the library knows nothing of.
    func drop(_ connection: Connection) {
        connection.watch?.end()
        connection.watch = nil
        Foundation.close(connection.socket)
        lost(connection)
    }

    private func lost(_ connection: Connection) {
        gone(connection)
        socketCount -= 1
        if socketCount == 0 { resumeDrained() }
    }
}
