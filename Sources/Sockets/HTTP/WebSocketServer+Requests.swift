// HTTP requests on their way in: head, body, upgrade. The library's order is: head (`requestBegan`), then
// `requestHeadPassed`, then the body; or `upgradeAsked` instead of all of them.

import CLibWebSockets
import Foundation

extension WebSocketServer {
    func requestBegan(_ connection: Connection) -> Int32 {
        let exchange = beginExchange(connection)
        if let refusal = RequestCheck.refusal(exchange.head, settings) {
            begin(refusal, on: connection, exchange)
        } else if exchange.head.method == "POST" {
            exchange.phase = .body
            if exchange.head.expect != nil {
                sendAll(Array("HTTP/1.1 100 Continue\r\n\r\n".utf8), to: connection.socket)
            }
            start(deadlineSeconds: limits.bodyDeadlineSeconds, connection, exchange)
        }
        return settle(connection, exchange)
    }

    func requestHeadPassed(_ connection: Connection) -> Int32 {
        guard let exchange = connection.exchange else { return -1 }
        exchange.isInCallback = true
        if exchange.phase == .head { route(connection, exchange) }
        return settle(connection, exchange)
    }

    func bodyCame(_ connection: Connection, _ bytes: UnsafeRawBufferPointer) -> Int32 {
        guard let exchange = connection.exchange, exchange.phase == .body else { return 0 }
        guard exchange.body.count + bytes.count <= limits.maxBodyBytes else { return -1 }
        exchange.body.append(contentsOf: bytes)
        return 0
    }

    func bodyEnded(_ connection: Connection) -> Int32 {
        // The library says so again when more arrives while an answer is awaited.
        guard let exchange = connection.exchange, exchange.phase == .body else { return 0 }
        exchange.isInCallback = true
        exchange.isBodyWhole = true
        route(connection, exchange)
        return settle(connection, exchange)
    }

    func upgradeAsked(_ connection: Connection) -> Int32 {
        let exchange = beginExchange(connection)
        defer { connection.exchange = nil }
        let head = exchange.head
        // For any other word the library has answered by itself before it asks us.
        guard let upgrade = head.upgrade?.lowercased(), upgrade == "websocket" || upgrade == "h2c" else { return -1 }
        let peer = client(of: connection, head)
        var refusal = HandshakeCheck.refusal(head, settings)
        if refusal == nil, isClosing { refusal = .error(503, "shutting_down") }
        if refusal == nil, peer != connection.peer, unjoined[peer] >= limits.perAddressUnjoinedConnections {
            refusal = .error(429, "too_many_connections")
        }
        if let refusal {
            let isHead = head.method == "HEAD"
            sendAll(
                refusal.bytes(security: securityHeaders, isHead: isHead), to: connection.socket)
            return -1
        }
        if peer != connection.peer { count(connection, under: peer) }
        connection.handshake = Handshake(peer: peer, origin: head.origin, host: head.host ?? "", cookie: head.cookie)
        return 0
    }

    /// A CONNECT, which the library takes for a raw connection.
    func rawAsked(_ connection: Connection) -> Int32 {
        connection.headersBy = nil
        let refusal = HTTPResponse.error(405, "method_not_allowed", headers: [("Allow", "GET, HEAD, POST")])
        sendAll(refusal.bytes(security: securityHeaders, isHead: false), to: connection.socket)
        return -1
    }

    private func beginExchange(_ connection: Connection) -> Exchange {
        connection.headersBy = nil
        lastExchange += 1
        let exchange = Exchange(number: lastExchange, head: HeaderReader.head(of: connection.wsi, limits: limits))
        connection.exchange = exchange
        return exchange
    }

    private func client(of connection: Connection, _ head: RequestHead) -> String {
        PeerAddress.client(
            peer: connection.peer, forwardedFor: head.forwardedFor, trusted: settings.trustedProxies)
    }

    /// A file of the table, or the handler.
    private func route(_ connection: Connection, _ exchange: Exchange) {
        let head = exchange.head
        if let file = settings.staticFiles[head.path] {
            return begin(Self.answer(file, head), on: connection, exchange)
        }
        if head.path == settings.socketPath {
            return begin(.error(426, "upgrade_required", headers: [("Upgrade", "websocket")]), on: connection, exchange)
        }
        exchange.phase = .answering
        start(deadlineSeconds: limits.answerDeadlineSeconds, connection, exchange)
        let body = exchange.body
        exchange.body = []
        let request = HTTPRequest(
            method: head.method ?? "", path: head.path, query: head.query, host: head.host ?? "", origin: head.origin,
            cookie: head.cookie, contentType: head.contentType, accept: head.accept, ifNoneMatch: head.ifNoneMatch,
            body: body, peer: client(of: connection, head))
        handler?.request(
            request, Responder(server: self, connection: connection.number, exchange: exchange.number))
    }

    private static func answer(_ file: StaticFile, _ head: RequestHead) -> HTTPResponse {
        guard head.method != "POST" else {
            return .error(405, "method_not_allowed", headers: [("Allow", "GET, HEAD")])
        }
        var headers = [("ETag", file.etag), ("Cache-Control", file.cacheControl)]
        if file.gzip != nil { headers.append(("Vary", "Accept-Encoding")) }
        if let known = head.ifNoneMatch, matches(file.etag, known) {
            return HTTPResponse(status: 304, headers: headers)
        }
        guard let gzip = file.gzip, takesGzip(head.acceptEncoding) else {
            return HTTPResponse(status: 200, contentType: file.contentType, body: file.bytes, headers: headers)
        }
        // The tag names the content, not its coding: it is weak, as it is compared.
        headers[0].1 = "W/" + file.etag
        return HTTPResponse(
            status: 200, contentType: file.contentType, body: gzip,
            headers: headers + [("Content-Encoding", "gzip")])
    }

    /// RFC 9110 section 12.5.3, as far as it concerns gzip: named, and not with a weight of nothing.
    static func takesGzip(_ accepted: String?) -> Bool {
        guard let accepted else { return false }
        return RequestHead.items(accepted).contains { item in
            let parts = item.lowercased().split(separator: ";").map { $0.filter { $0 != " " } }
            guard parts.first == "gzip" else { return false }
            return !parts.dropFirst().contains {
                $0.hasPrefix("q=0") && $0.dropFirst(3).allSatisfy { "0.".contains($0) }
            }
        }
    }

    /// Weak comparison, RFC 9110 section 13.1.2.
    private static func matches(_ etag: String, _ list: String) -> Bool {
        RequestHead.items(list).contains { $0 == "*" || $0 == etag || $0 == "W/" + etag }
    }

    /// For answers so short that a socket takes them at once, before which nothing waits; what it does not take is lost
    /// with the connection.
    private func sendAll(_ bytes: [UInt8], to socket: Int32) {
        _ = Foundation.send(socket, bytes, bytes.count, Int32(MSG_NOSIGNAL) | Int32(MSG_DONTWAIT))
    }
}
