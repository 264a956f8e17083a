// Messages on their way out. Whatever is said in one turn leaves at its end, in the order of the calls as each member
// sees it, in one write per member. This file and Closing are the only ones that know how the library writes.

import CLibWebSockets

extension WebSocketServer {
    /// Sends one text message to one connection, behind everything said to it before, also on its channel.
    /// Does nothing for a connection that is closing or gone.
    public func send(_ text: [UInt8], to number: ConnectionNumber) {
        guard let connection = connections[number], connection.state == .open else { return }
        if connection.outbox.isEmpty { owed.append(connection) }
        connection.outbox.append((offset: connection.channel?.batch.count ?? 0, text: text))
        connection.channel?.seats[connection.seat].isPlain = false
        oweFlush()
    }

    /// A new channel without members.
    public func makeChannel() -> Channel { Channel() }

    /// Makes a connection a member of a channel; it leaves the one it was in. It gets nothing that was published before.
    public func join(_ number: ConnectionNumber, _ channel: Channel) {
        guard let connection = connections[number], connection.state == .open, connection.channel !== channel else {
            return
        }
        leave(number)
        channel.add(connection)
        // What was sent to it before it came stands before everything of the channel.
        for index in connection.outbox.indices { connection.outbox[index].offset = connection.batchStart }
    }

    /// Ends a membership; what was published until now still arrives.
    public func leave(_ number: ConnectionNumber) {
        guard let connection = connections[number], let channel = connection.channel else { return }
        deliver(composed(connection, channel.batch), to: connection)
        channel.remove(connection)
    }

    /// Sends one text message to all members, joined with whatever else is published in this turn.
    public func publish(_ text: [UInt8], on channel: Channel) {
        guard !channel.members.isEmpty else { return }
        if channel.batch.count == 0 { dirty.append(channel) }
        text.withUnsafeBytes { channel.batch.append(text: $0) }
        oweFlush()
    }

    func oweFlush() {
        guard !isFlushOwed else { return }
        isFlushOwed = true
        loop.core.atEndOfTurn { [unowned self] in assumeIsolated { $0.flush() } }
    }

    private func flush() {
        isFlushOwed = false
        let channels = dirty
        dirty.removeAll()
        for channel in channels { flush(channel) }
        let alone = owed
        owed.removeAll()
        for connection in alone where !connection.outbox.isEmpty {
            deliver(composed(connection, connection.channel?.batch ?? Batch()), to: connection)
        }
        endAll()
    }

    private func flush(_ channel: Channel) {
        let batch = channel.batch
        let count = batch.count
        guard count > 0 else { return }
        let start = batch.storage.baseAddress!.assumingMemoryBound(to: UInt8.self)
        let fitsOneWrite = count <= limits.pieceBytes
        var others: [Connection] = []
        var broken: [Connection] = []
        channel.seats.withUnsafeBufferPointer { seats in
            for seat in seats {
                if fitsOneWrite, seat.isPlain, lws_partial_buffered(seat.wsi) == 0 {
                    // LWS_WRITE_HTTP is what the library calls raw: the frames are ours.
                    if lws_write(seat.wsi, start, count, LWS_WRITE_HTTP) >= 0 { continue }
                    broken.append(seat.connection.takeUnretainedValue())
                } else {
                    others.append(seat.connection.takeUnretainedValue())
                }
            }
        }
        for connection in broken { cut(connection) }
        for connection in others {
            deliver(composed(connection, batch), to: connection)
            if connection.channel === channel { channel.refresh(connection) }
        }
        if others.isEmpty {
            batch.clear()
        } else {
            channel.batch = Batch()  // a slow member may hold on to the old one
        }
    }

    /// What this turn has for one member: its share of the channel's batch with its own messages in between.
    private func composed(_ connection: Connection, _ batch: Batch) -> Batch {
        defer {
            connection.outbox = []
            connection.batchStart = 0
        }
        if connection.outbox.isEmpty, connection.batchStart == 0 { return batch }
        let own = Batch()
        var position = connection.batchStart
        for (offset, text) in connection.outbox {
            own.append(frames: .init(rebasing: batch.bytes[position..<max(position, offset)]))
            text.withUnsafeBytes { own.append(text: $0) }
            position = max(position, offset)
        }
        own.append(frames: .init(rebasing: batch.bytes[position...]))
        return own
    }

    /// Straight to the socket when nothing waits before it; else behind what waits, within bounds.
    private func deliver(_ batch: Batch, to connection: Connection) {
        guard batch.count > 0, connection.state == .open else { return }
        if connection.queue.isEmpty, batch.count <= limits.pieceBytes, lws_partial_buffered(connection.wsi) == 0 {
            let start = batch.storage.baseAddress!.assumingMemoryBound(to: UInt8.self)
            if lws_write(connection.wsi, start, batch.count, LWS_WRITE_HTTP) < 0 { cut(connection) }
            return
        }
        connection.queue.append((batch, 0))
        connection.queuedBytes += batch.count
        drain(connection)
        // One batch may be larger than the bound, a snapshot for example: only what waits behind it counts, or whoever
        // comes back on a slow line would be cut by the first thing that happens, again and again.
        guard let head = connection.queue.first else { return }
        let behind = connection.queuedBytes - (head.batch.count - head.from)
        if behind > limits.queueBytes { dropSlow(connection) }
    }

    /// Writes what waits, as far as the socket takes it; the library calls again when it takes more.
    func drain(_ connection: Connection) {
        while let (batch, from) = connection.queue.first, lws_partial_buffered(connection.wsi) == 0 {
            let count = batch.piece(from: from, limit: limits.pieceBytes)
            let start = batch.storage.baseAddress!.assumingMemoryBound(to: UInt8.self) + from
            guard lws_write(connection.wsi, start, count, LWS_WRITE_HTTP) >= 0 else { return cut(connection) }
            connection.queuedBytes -= count
            if from + count == batch.count {
                connection.queue.removeFirst()
            } else {
                connection.queue[0].from += count
            }
        }
        if !connection.queue.isEmpty || (connection.state == .draining && lws_partial_buffered(connection.wsi) != 0) {
            lws_callback_on_writable(connection.wsi)
        } else if connection.state == .draining {
            end(connection)
        } else if connection.state == .open {
            connection.channel?.refresh(connection)
        }
    }

    /// What was sent to a connection that is in no channel, now instead of at the end of the turn.
    func flushOutbox(_ connection: Connection) { deliver(composed(connection, Batch()), to: connection) }

    /// Only when nothing waits: a reader that does not even take what was sent is slow, not silent.
    func ping(_ connection: Connection) {
        guard connection.queue.isEmpty, lws_partial_buffered(connection.wsi) == 0 else { return }
        var frame = Frame.ping
        if lws_write(connection.wsi, &frame, frame.count, LWS_WRITE_HTTP) < 0 { cut(connection) }
    }
}
