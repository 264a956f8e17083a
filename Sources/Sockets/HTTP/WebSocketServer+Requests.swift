// What becomes of a request whose head is there: refused, made whole, answered from the table of files, or handed to the
// handler; or a WebSocket.

import Foundation
import Journal

extension WebSocketServer {
    func requestBegan(_ connection: Connection, _ head: RequestHead) {
        let exchange = beginExchange(connection, head)
        if let refusal = RequestCheck.refusal(head, settings) {
            heard(connection)
            begin(refusal, on: connection, exchange)
        } else if exchange.bodyBytes > 0 {
            exchange.phase = .body
            if head.expect != nil {
                sendAll(Array("HTTP/1.1 100 Continue\r\n\r\n".utf8), to: connection.socket)
            }
            start(deadlineSeconds: limits.bodyDeadlineSeconds, connection, exchange)
            connection.watch?.want(.readable)
        } else {
            route(connection, exchange)
        }
        finish(connection, exchange)
    }

    /// The head of a handshake is left where it is: the library is going to read it.
    func upgradeAsked(_ connection: Connection, _ head: RequestHead, _ byteCount: Int) {
        let peer = client(of: connection, head)
        var refusal = HandshakeCheck.refusal(head, settings)
        if refusal == nil, isClosing { refusal = .error(503, "shutting_down") }
        if refusal == nil, peer != connection.peer, unjoined[peer] >= limits.perAddressUnjoinedConnections {
            refusal = .error(429, "too_many_connections")
            journal.note(.connectionRefused(.address))
        }
        if let refusal {
            if let origin = head.origin, !settings.allows(origin: origin) {
                journal.note(
                    .originRefused(
                        came: OriginWord(origin), expected: settings.allowedOrigins.first.flatMap(OriginWord.init)))
            }
            take(byteCount, from: connection)
            let exchange = beginExchange(connection, head)
            heard(connection)
            begin(refusal, on: connection, exchange)
            return finish(connection, exchange)
        }
        if peer != connection.peer { count(connection, under: peer) }
        connection.handshake = Handshake(peer: peer, origin: head.origin, host: head.host ?? "", cookie: head.cookie)
        handOver(connection)
    }

    func beginExchange(_ connection: Connection, _ head: RequestHead) -> Exchange {
        connection.headersBy = nil
        connection.keptBy = nil
        lastExchange += 1
        let exchange = Exchange(number: lastExchange, head: head)
        connection.exchange = exchange
        // What comes behind it waits.
        connection.watch?.want(nil)
        return exchange
    }

    private func client(of connection: Connection, _ head: RequestHead) -> String {
        PeerAddress.client(
            peer: connection.peer, forwardedFor: head.forwardedFor, trusted: settings.trustedProxies)
    }

    /// A file of the table, or the handler.
    func route(_ connection: Connection, _ exchange: Exchange) {
        heard(connection)
        connection.watch?.want(nil)
        let head = exchange.head
        if let file = settings.staticFiles[head.path] {
            var answer = Self.answer(file, head)
            answer.keepsConnection = true
            return begin(answer, on: connection, exchange)
        }
        if head.path == settings.socketPath {
            return begin(.error(426, "upgrade_required", headers: [("Upgrade", "websocket")]), on: connection, exchange)
        }
        exchange.phase = .answering
        start(deadlineSeconds: limits.answerDeadlineSeconds, connection, exchange)
        let request = HTTPRequest(
            method: head.method ?? "", path: head.path, query: head.query, host: head.host ?? "", origin: head.origin,
            cookie: head.cookie, contentType: head.contentType, accept: head.accept, ifNoneMatch: head.ifNoneMatch,
            body: exchange.takeBody(), peer: client(of: connection, head), connection: connection.number,
            socketAddress: connection.peer, isFromProxy: settings.trustedProxies.contains(connection.peer),
            forwardedFor: head.forwardedFor)
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

    /// For an answer so short that a socket takes it at once, before which nothing waits; what it does not take is lost
    /// with the connection.
    private func sendAll(_ bytes: [UInt8], to socket: Int32) {
        _ = Foundation.send(socket, bytes, bytes.count, Int32(MSG_NOSIGNAL) | Int32(MSG_DONTWAIT))
    }
}
