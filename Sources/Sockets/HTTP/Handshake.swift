// What is known of a WebSocket when it opens.

/// Names one socket of one server; never used twice.
public struct ConnectionNumber: Hashable, Sendable, Comparable {
    /// Counts up from 1.
    public let value: UInt64

    /// For tests and for handlers that keep their own tables.
    public init(value: UInt64) { self.value = value }

    /// Older connections come first.
    public static func < (one: Self, other: Self) -> Bool { one.value < other.value }
}

/// The request that became a WebSocket. All strings come from outside.
public struct Handshake: Sendable {
    /// The client's address: of the socket, or what a trusted proxy says.
    public let peer: String
    /// The `Origin` header, one of the allowed ones; nil when the client is no browser.
    public let origin: String?
    /// The `Host` header.
    public let host: String
    /// The `Cookie` header.
    public let cookie: String?
}
