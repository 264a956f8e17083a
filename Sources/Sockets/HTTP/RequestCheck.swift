// What makes a request acceptable before anything else looks at it: pure rules on a `RequestHead`.
// See RFC 9112 sections 2, 3 and 6 for why.

enum RequestCheck {
    /// The refusal, or nil when the request may go on.
    static func refusal(_ head: RequestHead, _ settings: ServerSettings) -> HTTPResponse? {
        if head.isURITooLong { return .error(414, "uri_too_long") }
        if head.isHeaderTooLong { return .error(431, "headers_too_long") }
        if head.hasControls { return .error(400, "bad_request") }
        guard let method = head.method, ["GET", "HEAD", "POST"].contains(method) else {
            return .error(405, "method_not_allowed", headers: [("Allow", "GET, HEAD, POST")])
        }
        guard head.version == "HTTP/1.1" || head.version == "HTTP/1.0" else { return .error(505, "bad_version") }
        if head.version == "HTTP/1.1", head.host == nil { return .error(400, "no_host") }
        if !settings.allowedHosts.isEmpty, !settings.allowedHosts.contains(head.host ?? "") {
            return .error(421, "wrong_host")
        }
        // Chunks are not read here, so whatever follows would be taken for another request.
        if head.hasTransferEncoding { return .error(411, "length_required") }
        switch contentLength(head) {
        case .none: if method == "POST" { return .error(411, "length_required") }
        case .malformed: return .error(400, "bad_length")
        case .bytes(let count):
            if method != "POST", count > 0 { return .error(400, "body_not_allowed") }
            if count > settings.limits.maxBodyBytes { return .error(413, "body_too_long") }
        }
        if let expect = head.expect, expect.lowercased() != "100-continue" { return .error(400, "bad_expectation") }
        return isPlain(head.path) ? nil : .error(404, "not_found")
    }

    enum Length: Equatable { case none, malformed, bytes(Int) }

    /// One to seven digits and nothing else: no sign, no list, no number that overflows anywhere.
    static func contentLength(_ head: RequestHead) -> Length {
        guard let text = head.contentLength else { return .none }
        let isDigits = text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        guard (1...7).contains(text.utf8.count), isDigits, let count = Int(text) else { return .malformed }
        return .bytes(count)
    }

    /// No file is ever opened by a path, so this is not what keeps traversal out; it keeps odd paths out of handlers.
    static func isPlain(_ path: String) -> Bool {
        let marks = Array("/-._~!$&'()*+,;=:@".utf8)
        return path.utf8.first == UInt8(ascii: "/") && !path.contains("..") && !path.contains("//")
            && path.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"):
                    true
                default: marks.contains(byte)
                }
            }
    }
}
