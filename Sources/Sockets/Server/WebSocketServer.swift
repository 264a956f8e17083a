// The server: its state, what may be asked of it, and where the library's events go.
// Its facets are in the files beside this one: Open, Reading, Requests, Answers, Messages, Sending, Closing, Deadlines.

import CLibWebSockets
import Foundation
import Journal

/// HTTP and WebSockets on one port, on one event loop. At most one open server per loop at a time.
/// All isolated functions run on the loop; code that is there already calls them through `assumeIsolated`.
public actor WebSocketServer {
    /// The loop it runs on.
    public nonisolated let loop: EventLoop
    /// The loop's executor.
    public nonisolated var unownedExecutor: UnownedSerialExecutor { loop.asUnownedSerialExecutor() }

    let settings: ServerSettings
    let limits: ServerLimits
    /// Nil after the shut-down, so that server and handler do not hold each other for ever.
    var handler: (any SocketHandler)?
    let journal: Journal
    let borrowed: Borrowed
    let securityHeaders: [(name: String, value: String)]
    let maxConnections: Int

    var connections: [ConnectionNumber: Connection] = [:]
    var lastConnection: UInt64 = 0
    var lastExchange: UInt64 = 0
    /// Sockets that the library holds, also those that are closing.
    var socketCount = 0
    var unjoined = UnjoinedCounts()
    /// Those that have said nothing whole yet; and of them those of which no request has come, whose headers take a
    /// table of the library each.
    var quiet: Set<ConnectionNumber> = []
    var unheard: Set<ConnectionNumber> = []

    var dirty: ContiguousArray<Channel> = []
    var owed: ContiguousArray<Connection> = []
    var endings: ContiguousArray<Connection> = []
    var isFlushOwed = false

    var wheel: DeadlineWheel
    var tick: LoopTimer?
    /// The library's vhost and the socket that newcomers for it come from, while the server is open.
    var vhost: OpaquePointer?
    var listener: Listener?
    /// Whose socket the library is just given.
    var adopting: Connection?
    var isClosing = false
    var drained: CheckedContinuation<Void, Never>?

    /// A server that is not open yet. The handler is kept until the server is shut down.
    public init(loop: EventLoop, settings: ServerSettings, handler: any SocketHandler, journal: Journal) {
        (self.loop, self.settings, self.handler, self.journal) = (loop, settings, handler, journal)
        limits = settings.limits
        borrowed = Borrowed(settings)
        securityHeaders = settings.securityHeaders
        maxConnections = settings.limits.effectiveMaxConnections
        wheel = DeadlineWheel(tickMilliseconds: settings.limits.tickMilliseconds, now: 0)
    }

    /// Sockets that are connected, WebSockets and others.
    public var connectionCount: Int { connections.count }

    /// What waits for a connection: bytes not yet given to the system. 0 for one that is not there.
    public func bufferedBytes(_ number: ConnectionNumber) -> Int {
        guard let connection = connections[number] else { return 0 }
        return connection.queuedBytes + connection.outbox.reduce(0) { $0 + $1.text.count }
    }

    /// Ends the join deadline of a connection; from now on it does not count against its address.
    public func markJoined(_ number: ConnectionNumber) {
        guard let connection = connections[number], !connection.isJoined else { return }
        connection.isJoined = true
        connection.joinBy = nil
        uncount(connection)
    }

    // MARK: From the library

    /// The connection that belongs to a socket of the library; nil for one that was refused or is gone.
    func connection(_ wsi: OpaquePointer) -> Connection? {
        guard let raw = lws_get_opaque_user_data(wsi) else { return nil }
        let connection = Unmanaged<Connection>.fromOpaque(raw).takeUnretainedValue()
        return connection.state == .gone ? nil : connection
    }

    /// Every event of the library. Returns what the library wants: 0 to go on, -1 to close.
    func handle(
        _ wsi: OpaquePointer, _ reason: lws_callback_reasons, _ bytes: UnsafeRawBufferPointer,
        _ argument: UnsafeMutableRawPointer?
    ) -> Int32 {
        switch reason {
        case LWS_CALLBACK_SERVER_NEW_CLIENT_INSTANTIATED:
            connected(wsi)
            return 0
        case LWS_CALLBACK_WSI_DESTROY:
            destroyed(wsi)
            return 0
        default:
            break
        }
        guard let connection = connection(wsi) else { return 0 }
        switch reason {
        // It gets nothing but handshakes that we have looked at.
        case LWS_CALLBACK_HTTP, LWS_CALLBACK_RAW_ADOPT: return -1
        case LWS_CALLBACK_HTTP_CONFIRM_UPGRADE: return connection.handshake == nil ? -1 : 0
        case LWS_CALLBACK_ESTABLISHED: established(connection)
        case LWS_CALLBACK_RECEIVE: received(connection, bytes)
        case LWS_CALLBACK_WS_PEER_INITIATED_CLOSE: connection.hasSaidGoodbye = true
        case LWS_CALLBACK_RECEIVE_PONG: connection.lastHeard = loop.core.fairMilliseconds
        case LWS_CALLBACK_SERVER_WRITEABLE: drain(connection)
        case LWS_CALLBACK_CLOSED, LWS_CALLBACK_CLOSED_HTTP: gone(connection)
        default: break
        }
        return 0
    }

    // MARK: Sockets come and go

    /// The library has made its own of the socket that it was just given.
    private func connected(_ wsi: OpaquePointer) {
        guard let connection = adopting else { return }
        connection.wsi = wsi
        // The library's reference; given back in `destroyed`.
        lws_set_opaque_user_data(wsi, Unmanaged.passRetained(connection).toOpaque())
    }

    private func destroyed(_ wsi: OpaquePointer) {
        guard let raw = lws_get_opaque_user_data(wsi) else { return }
        lws_set_opaque_user_data(wsi, nil)
        let connection = Unmanaged<Connection>.fromOpaque(raw).takeRetainedValue()
        gone(connection)
        socketCount -= 1
        if socketCount == 0 { resumeDrained() }
    }

    func count(_ connection: Connection, under address: String) {
        uncount(connection)
        connection.countedAddress = address
        unjoined.add(address)
    }

    func uncount(_ connection: Connection) {
        guard let address = connection.countedAddress else { return }
        connection.countedAddress = nil
        unjoined.remove(address)
    }

    func resumeDrained() {
        drained?.resume()
        drained = nil
    }
}
