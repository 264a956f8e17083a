// A request as the handler sees it: checked, whole, with the few headers that are used.

/// A whole HTTP request. All strings come from outside.
public struct HTTPRequest: Sendable {
    /// `GET`, `HEAD` or `POST`.
    public let method: String
    /// Decoded, beginning with `/`, of plain characters only: no `..`, no `//`, no controls, no backslash.
    public let path: String
    /// What followed `?`, in canonical percent-encoding; empty when there was none.
    public let query: String
    /// The `Host` header; empty when a client of HTTP/1.0 sent none.
    public let host: String
    /// The `Origin` header.
    public let origin: String?
    /// The `Cookie` header.
    public let cookie: String?
    /// The `Content-Type` header.
    public let contentType: String?
    /// The `Accept` header.
    public let accept: String?
    /// The `If-None-Match` header.
    public let ifNoneMatch: String?
    /// At most `maxBodyBytes`; empty unless the method is `POST`.
    public let body: [UInt8]
    /// The client's address: of the socket, or what a trusted proxy says.
    public let peer: String
    /// The connection that it came on.
    public let connection: ConnectionNumber
    /// The address at the other end of the socket.
    public let socketAddress: String
    /// Whether that is a trusted proxy.
    public let isFromProxy: Bool
    /// The `X-Forwarded-For` header as it came.
    public let forwardedFor: String?
}
