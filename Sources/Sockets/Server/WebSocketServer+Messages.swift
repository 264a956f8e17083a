// WebSocket messages on their way in: put together from fragments, within limits.

import CLibWebSockets

extension WebSocketServer {
    func established(_ connection: Connection) {
        guard let handshake = connection.handshake else { return cut(connection) }
        connection.handshake = nil
        connection.state = .open
        unheard.remove(connection.number)
        connection.lastHeard = loop.core.fairMilliseconds
        connection.joinBy = deadline(inSeconds: limits.joinDeadlineSeconds)
        connection.pingAt = deadline(inSeconds: limits.pingSeconds)
        schedule(connection)
        handler?.opened(connection.number, handshake)
    }

    func received(_ connection: Connection, _ bytes: UnsafeRawBufferPointer) {
        guard connection.state == .open, !connection.hasSaidGoodbye else { return }
        let wsi = connection.wsi
        connection.lastHeard = loop.core.fairMilliseconds
        if !connection.isInMessage, lws_frame_is_binary(wsi) != 0 {
            return close(connection.number, code: .notText, reason: "only text")
        }
        // What a frame's head declares counts at once: nobody waits for the rest of a frame that is refused anyway.
        let remaining = Int(clamping: lws_remaining_packet_payload(wsi))
        guard remaining <= limits.maxMessageBytes,
            connection.inbox.count + bytes.count + remaining <= limits.maxMessageBytes
        else { return close(connection.number, code: .tooLong, reason: "message too long") }
        let isLast = lws_is_final_fragment(wsi) != 0 && remaining == 0
        guard isLast else {
            connection.inbox.append(contentsOf: bytes)
            guard !connection.isInMessage else { return }
            connection.isInMessage = true
            connection.messageBy = deadline(inSeconds: limits.messageDeadlineSeconds)
            return schedule(connection)
        }
        var message = connection.inbox
        connection.inbox = []
        message.append(contentsOf: bytes)
        connection.isInMessage = false
        connection.messageBy = nil
        heard(connection)
        handler?.received(connection.number, message)
    }
}
