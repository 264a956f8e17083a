// What a server tells the layer above.

/// Hears of requests, connections and messages. All four are called on the loop's thread, synchronously, never one
/// within another, and may call the server at once.
public protocol SocketHandler: AnyObject, Sendable {
    /// A request that no static file answers. `responder` wants exactly one answer, now or later, from the loop.
    func request(_ request: HTTPRequest, _ responder: Responder)
    /// A WebSocket was accepted. It must be marked as joined before the join deadline.
    func opened(_ connection: ConnectionNumber, _ handshake: Handshake)
    /// One whole text message of valid UTF-8, at most `maxMessageBytes`.
    func received(_ connection: ConnectionNumber, _ bytes: [UInt8])
    /// The last that is heard of a connection that was opened.
    func closed(_ connection: ConnectionNumber)
}

/// The way back to one request. It names the request, not the socket: when the client is gone, an answer goes nowhere.
public struct Responder: Sendable {
    let server: WebSocketServer
    let connection: ConnectionNumber
    let exchange: UInt64

    /// The client is known: while it waits, its socket does not count against its address. Only from the loop.
    public func markJoined() {
        server.assumeIsolated { $0.markJoined(connection) }
    }

    /// Answers the request, once; a second answer, or one after the client left, is dropped. Only from the loop.
    public func respond(_ response: HTTPResponse) {
        server.assumeIsolated { $0.respond(response, to: connection, exchange: exchange) }
    }
}
