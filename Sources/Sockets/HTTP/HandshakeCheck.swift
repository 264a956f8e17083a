// What makes a WebSocket handshake acceptable: pure rules on a `RequestHead`, from RFC 6455 section 4.2.1.
// libwebsockets checks almost none of them.

enum HandshakeCheck {
    /// Longer lists than this are not handed to libwebsockets, which parses them in a fixed buffer.
    static let maxListBytes = 120

    /// The refusal, or nil when the connection may become a WebSocket.
    static func refusal(_ head: RequestHead, _ settings: ServerSettings) -> HTTPResponse? {
        if head.upgrade?.lowercased() != "websocket" { return .error(400, "bad_upgrade") }
        if head.isURITooLong { return .error(414, "uri_too_long") }
        if head.isHeaderTooLong { return .error(431, "headers_too_long") }
        if head.hasControls { return .error(400, "bad_request") }
        guard head.method == "GET" else { return .error(405, "method_not_allowed", headers: [("Allow", "GET")]) }
        guard head.version == "HTTP/1.1" else { return .error(505, "bad_version") }
        guard head.path == settings.socketPath else { return .error(404, "not_found") }
        guard let host = head.host else { return .error(400, "no_host") }
        if !settings.allowedHosts.isEmpty, !settings.allowedHosts.contains(host) { return .error(421, "wrong_host") }
        if head.hasTransferEncoding || head.contentLength.map({ $0 != "0" }) == true {
            return .error(400, "body_not_allowed")
        }
        guard RequestHead.list(head.connection, contains: "upgrade"), isShort(head.connection) else {
            return .error(400, "bad_connection")
        }
        guard head.webSocketVersion == "13" else {
            return .error(426, "bad_websocket_version", headers: [("Sec-WebSocket-Version", "13")])
        }
        guard let key = head.webSocketKey, isKey(key) else { return .error(400, "bad_websocket_key") }
        if let origin = head.origin, !settings.allows(origin: origin) { return .error(403, "wrong_origin") }
        guard let offered = head.webSocketProtocols, isShort(offered),
            RequestHead.items(offered).contains(settings.subprotocol)
        else { return .error(400, "no_subprotocol") }
        return nil
    }

    private static func isShort(_ value: String?) -> Bool { (value?.utf8.count ?? 0) <= maxListBytes }

    /// Sixteen bytes in base64: 22 characters and two equals signs.
    static func isKey(_ key: String) -> Bool {
        key.utf8.count == 24 && key.hasSuffix("==")
            && key.utf8.prefix(22).allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "/"):
                    true
                default: false
                }
            }
    }
}
