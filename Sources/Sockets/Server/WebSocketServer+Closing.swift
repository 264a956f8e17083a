// Ends of connections. Nothing is closed within a callback of the library: as Debian builds it, a refusal returned from
// there closes twice with libuv, and the close frame is never sent. All endings wait for the end of the turn.

import CLibWebSockets
import Foundation

extension WebSocketServer {
    /// Longest reason that fits into a close frame.
    static let maxReasonBytes = 123

    /// Closes a WebSocket after everything that was sent to it before; `reason` is cut at 123 bytes. The handler hears
    /// nothing more of it but `closed`.
    public func close(_ number: ConnectionNumber, code: CloseCode, reason: String) {
        guard let connection = connections[number], connection.state == .open else { return }
        if connection.channel != nil {
            leave(number)
        } else if !connection.outbox.isEmpty {
            flushOutbox(connection)
        }
        guard connection.state == .open else { return }  // what was left to send may have been too much
        startClosing(connection, code, reason)
    }

    /// The queue of a slow reader goes; a queue holds whole frames, so that a close frame may follow what was sent.
    func dropSlow(_ connection: Connection) {
        connection.queue = []
        connection.queuedBytes = 0
        connection.outbox = []
        startClosing(connection, .slow, "slow")
    }

    private func startClosing(_ connection: Connection, _ code: CloseCode, _ reason: String) {
        connection.farewell = (code, reason)
        connection.state = .draining
        connection.inbox = []
        connection.channel?.refresh(connection)
        connection.closeBy = deadline(inSeconds: limits.closeDeadlineSeconds)
        schedule(connection)
        end(connection)
    }

    /// At the end of this turn: goes on with closing a WebSocket, or ends an HTTP connection.
    func end(_ connection: Connection) {
        endings.append(connection)
        oweFlush()
    }

    func endAll() {
        while let connection = endings.popLast() {
            switch connection.state {
            case .http:
                connection.exchange = nil
                if connection.wsi == nil {
                    drop(connection)
                } else {
                    lws_set_timeout(connection.wsi, PENDING_TIMEOUT_USER_OK, LWS_TO_KILL_SYNC)
                }
            case .draining:
                guard connection.queue.isEmpty, lws_partial_buffered(connection.wsi) == 0 else {
                    lws_callback_on_writable(connection.wsi)
                    continue
                }
                sayFarewell(connection)
            case .open, .closing, .gone:
                break
            }
        }
    }

    private func sayFarewell(_ connection: Connection) {
        let (code, reason) = connection.farewell ?? (.normal, "")
        connection.state = .closing
        var bytes = Array(reason.utf8)
        if bytes.count > Self.maxReasonBytes {
            bytes.removeSubrange(Self.maxReasonBytes...)
            while String(validating: bytes, as: UTF8.self) == nil { bytes.removeLast() }
        }
        lws_close_reason(
            connection.wsi, lws_close_status(rawValue: UInt32(code.rawValue)), &bytes, bytes.count)
        lws_set_timeout(connection.wsi, PENDING_TIMEOUT_USER_OK, LWS_TO_KILL_SYNC)
    }

    /// Without a word: the library sees a socket that has ended, and closes.
    func cut(_ connection: Connection) {
        guard connection.state != .gone else { return }
        connection.state = .closing
        connection.queue = []
        connection.queuedBytes = 0
        connection.outbox = []
        connection.inbox = []
        connection.channel?.refresh(connection)
        shutdown(connection.socket, Int32(SHUT_RDWR))
    }

    /// The library has closed it; from here on its pointer is dead.
    func gone(_ connection: Connection) {
        guard connection.state != .gone else { return }
        let wasWebSocket = connection.state != .http
        connection.channel?.remove(connection)
        connection.state = .gone
        connection.exchange = nil
        connection.queue = []
        connection.outbox = []
        connection.inbox = []
        uncount(connection)
        heard(connection)
        connections[connection.number] = nil
        if wasWebSocket { handler?.closed(connection.number) }
    }
}
