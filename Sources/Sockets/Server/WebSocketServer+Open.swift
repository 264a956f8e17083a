// Opening and ending a server.

import CLibWebSockets
import Foundation
import Journal

/// Why a server could not be opened.
public enum OpenError: Error, Equatable, CustomStringConvertible {
    /// The library did not start on our loop.
    case noLibrary
    /// The address and port cannot be listened on.
    case cannotListen(address: String, port: Int)
    /// Open already, or shut down.
    case notClosed

    /// One sentence for the operator.
    public var description: String {
        switch self {
        case .noLibrary:
            "libwebsockets did not start: is the package libwebsockets-evlib-uv installed?"
        case .cannotListen(let address, let port):
            "Cannot listen on \(address) port \(port): the port is taken, or the address is not this machine's."
        case .notClosed:
            "The server is open already or has been shut down."
        }
    }
}

extension WebSocketServer {
    /// Handshakes that the library reads at the same time; others wait. They are whole when it gets them, and a thousand
    /// may come in one turn.
    static let headerTables: UInt16 = 2_048
    /// The library's own deadline for them is far away: it goes on while we are behind. Ours counts.
    static let libraryHeadersSeconds: UInt32 = 3_600
    /// How long the library may take to let go of its handles after the last socket is closed.
    static let destroyMilliseconds = 5_000

    /// Listens; returns the port. After an error, `shutDown` frees what was begun.
    public func open() throws -> Int {
        guard borrowed.context.pointee == nil, !isClosing else { throw OpenError.notClosed }
        LibraryLog.shared.install(journal)
        var info = lws_context_creation_info()
        var loops: [UnsafeMutableRawPointer?] = [UnsafeMutableRawPointer(loop.core.loop)]
        info.options =
            UInt64(LWS_SERVER_OPTION_LIBUV) | UInt64(LWS_SERVER_OPTION_EXPLICIT_VHOSTS)
            | UInt64(LWS_SERVER_OPTION_VALIDATE_UTF8)
        // Kept until the context is freed: the library may call at any time before.
        let me = Unmanaged.passRetained(self)
        info.user = me.toOpaque()
        info.pcontext = borrowed.context  // set to nil when the library has freed the context
        info.signal_cb = { _, _ in }  // signals are not the library's business
        info.retry_and_idle_policy = UnsafePointer(borrowed.retry)
        info.token_limits = UnsafePointer(borrowed.tokenLimits)
        info.max_http_header_data = UInt16(clamping: limits.maxHeadersBytes)
        info.max_http_header_pool = Self.headerTables
        info.pt_serv_buf_size = 4_096
        info.timeout_secs = UInt32(limits.headersDeadlineSeconds)
        // The types of these two differ between versions of the library.
        info.gid = .init(truncatingIfNeeded: -1)
        info.uid = .init(truncatingIfNeeded: -1)
        let context = loops.withUnsafeMutableBufferPointer { loops in
            info.foreign_loops = loops.baseAddress
            return lws_create_context(&info)
        }
        guard let context else {
            me.release()
            throw OpenError.noLibrary
        }
        borrowed.context.pointee = context
        info.foreign_loops = nil
        info.port = CONTEXT_PORT_NO_LISTEN_SERVER  // see `Listener`
        info.vhost_name = borrowed.vhostName
        info.protocols = UnsafePointer(borrowed.protocols)
        info.headers = UnsafePointer(borrowed.headers)
        info.timeout_secs_ah_idle = Self.libraryHeadersSeconds
        guard let vhost = lws_create_vhost(context, &info) else { throw OpenError.noLibrary }
        let listener = Listener(address: settings.listenAddress, port: settings.port, loop: loop, journal: journal) {
            [weak self] socket, address in
            guard let self else { return _ = Foundation.close(socket) }
            self.assumeIsolated { $0.welcome(socket, from: address) }
        }
        guard let listener else {
            throw OpenError.cannotListen(address: settings.listenAddress, port: settings.port)
        }
        (self.vhost, self.listener) = (vhost, listener)
        wheel = DeadlineWheel(tickMilliseconds: limits.tickMilliseconds, now: loop.core.fairMilliseconds)
        startTicking()
        return listener.port
    }

    /// Takes no newcomers from now on, closes every WebSocket with `code`, lets answers under way leave, and frees
    /// everything after `graceSeconds` at the latest. `reason` is asked once per WebSocket, so that it can carry a
    /// retry hint that differs from client to client; at most 123 bytes.
    public func shutDown(
        code: CloseCode = .restarting, graceSeconds: Double = 5, reason: @Sendable () -> String = { "restarting" }
    ) async {
        guard !isClosing else { return }
        isClosing = true
        listener?.end()
        defer { (handler, listener, vhost) = (nil, nil, nil) }
        guard let context = borrowed.context.pointee else { return }
        for number in connections.keys.sorted() {
            guard let connection = connections[number] else { continue }
            switch connection.state {
            case .open: close(number, code: code, reason: reason())
            case .http: if connection.exchange == nil { end(connection) }
            case .draining, .closing, .gone: break
            }
        }
        if socketCount > 0 {
            let deadline = loop.after(milliseconds: Int(graceSeconds * 1_000)) { [weak self] in
                self?.assumeIsolated { $0.resumeDrained() }
            }
            await withCheckedContinuation { drained = $0 }
            deadline.cancel()
        }
        tick?.cancel()
        tick = nil
        for connection in connections.values where connection.wsi == nil { drop(connection) }
        let pipe = EventPipeGuard(loop.core)
        lws_context_destroy(context)  // starts the closing; the loop goes on
        pipe.occupy()
        var waited = 0
        while loop.core.foreignHandleCount > 0, waited < Self.destroyMilliseconds {
            await loop.pause(milliseconds: 1)
            waited += 1
        }
        if waited >= Self.destroyMilliseconds { journal.note(.handlesLeft) }
        if let context = borrowed.context.pointee { lws_context_destroy(context) }  // 4.1: the second call frees it
        precondition(borrowed.context.pointee == nil, "libwebsockets did not free its context")
        Unmanaged.passUnretained(self).release()
    }
}
