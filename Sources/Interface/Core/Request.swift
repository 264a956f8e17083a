// Knows a request and its answer as the routes see them: plain values, whatever carries them.

import Wire

/// A whole request. All strings come from outside; path and query were checked by whoever received them.
public struct Request: Sendable {
    public var method: String
    public var path: String
    /// What followed `?`, in percent-encoding; empty when there was none.
    public var query: String
    public var origin: String?
    public var contentType: String?
    public var body: [UInt8]
    public var device: Device

    public init(
        method: String, path: String, query: String = "", origin: String? = nil, contentType: String? = nil,
        body: [UInt8] = [], device: Device
    ) {
        (self.method, self.path, self.query) = (method, path, query)
        (self.origin, self.contentType, self.body, self.device) = (origin, contentType, body, device)
    }
}

/// Where a request comes from: an address and the cookies that were given there.
public struct Device: Sendable {
    /// The `Cookie` header.
    public var cookies: String
    public var address: String
    /// Number of the connection that the request came on.
    public var connection: UInt64
    /// How the request came; nil where nobody says.
    public var hops: Hops?
    /// While its request is held it does not count against its address: whoever sits there was let in.
    public var markJoined: @Sendable () -> Void

    public init(
        cookies: String, address: String, connection: UInt64, hops: Hops? = nil,
        markJoined: @escaping @Sendable () -> Void = {}
    ) {
        (self.cookies, self.address, self.connection) = (cookies, address, connection)
        (self.hops, self.markJoined) = (hops, markJoined)
    }
}

/// A whole answer.
public struct Response: Sendable {
    public var status: Int
    public var contentType: String
    public var body: [UInt8]
    /// Further headers; a name may repeat (`Set-Cookie`).
    public var headers: [(String, String)]
    /// For data that is fetched often and never shown.
    public var isTerse = false

    public init(status: Int, contentType: String, body: [UInt8], headers: [(String, String)] = []) {
        (self.status, self.contentType, self.body, self.headers) = (status, contentType, body, headers)
    }

    static func json(_ value: some Encodable, status: Int = 200, headers: [(String, String)] = []) -> Response {
        Response(status: status, contentType: "application/json", body: ServerMessage.encode(value), headers: headers)
    }

    /// Done, and there is nothing to say.
    static func empty(headers: [(String, String)] = []) -> Response { json([String: String](), headers: headers) }
}
