// An answer, and how it becomes bytes. Knows nothing of libwebsockets.

/// A whole HTTP answer. The server adds length, connection and security headers.
public struct HTTPResponse: Sendable {
    /// 200...599.
    public var status: Int
    /// Nil when there is no body.
    public var contentType: String?
    /// Sent in one piece with the head; left out for `HEAD`, 204 and 304.
    public var body: [UInt8]
    /// Further headers; a name may repeat (`Set-Cookie`). Those with control characters are left out.
    public var headers: [(String, String)]
    /// For data that is fetched often and never shown: of the security headers only that its type is not guessed.
    public var isTerse = false
    /// Whether the client may ask for the next thing by the same connection.
    var keepsConnection = false

    /// An answer of any kind.
    public init(status: Int, contentType: String? = nil, body: [UInt8] = [], headers: [(String, String)] = []) {
        (self.status, self.contentType, self.body, self.headers) = (status, contentType, body, headers)
    }

    /// `{"error":{"code":"…"}}`; `code` is a plain word of ours, never text from outside.
    public static func error(_ status: Int, _ code: String, headers: [(String, String)] = []) -> HTTPResponse {
        let body = "{\"error\":{\"code\":\"\(code)\"}}"
        return HTTPResponse(status: status, contentType: "application/json", body: Array(body.utf8), headers: headers)
    }

    /// Head and body in one piece, so that they leave in one write. After the last the connection ends.
    func bytes(security: [(name: String, value: String)], isHead: Bool, isLast: Bool) -> [UInt8] {
        let hasBody = status != 204 && status != 304
        var head = "HTTP/1.1 \(status) \(Self.reason(status))\r\n"
        func add(_ name: String, _ value: String) {
            // A header that could begin another one is a fault of ours; it must not become one of the client's.
            guard !name.utf8.contains(where: { $0 <= 0x20 || $0 == 0x7F || $0 == UInt8(ascii: ":") }),
                !value.utf8.contains(where: { ($0 < 0x20 && $0 != 0x09) || $0 == 0x7F })
            else { return }
            head += "\(name): \(value)\r\n"
        }
        if hasBody {
            if let contentType { add("Content-Type", contentType) }
            add("Content-Length", String(body.count))
        }
        for (name, value) in headers { add(name, value) }
        if !headers.contains(where: { $0.0.lowercased() == "cache-control" }) { add("Cache-Control", "no-store") }
        for (name, value) in security where !isTerse || name == "X-Content-Type-Options" { add(name, value) }
        if isLast { add("Connection", "close") }
        head += "\r\n"
        var bytes = Array(head.utf8)
        if hasBody, !isHead { bytes += body }
        return bytes
    }

    /// The words of RFC 9110 for the codes in use.
    static func reason(_ status: Int) -> String {
        let known: [Int: String] = [
            200: "OK", 201: "Created", 202: "Accepted", 204: "No Content", 301: "Moved Permanently", 302: "Found",
            303: "See Other", 304: "Not Modified", 307: "Temporary Redirect", 400: "Bad Request", 401: "Unauthorized",
            403: "Forbidden", 404: "Not Found", 405: "Method Not Allowed", 408: "Request Timeout", 409: "Conflict",
            410: "Gone", 411: "Length Required", 413: "Content Too Large", 414: "URI Too Long",
            415: "Unsupported Media Type", 421: "Misdirected Request", 422: "Unprocessable Content",
            426: "Upgrade Required", 429: "Too Many Requests", 431: "Request Header Fields Too Large",
            500: "Internal Server Error", 503: "Service Unavailable", 505: "HTTP Version Not Supported",
        ]
        return known[status] ?? "Status"
    }
}
