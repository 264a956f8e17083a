// Deadlines, pings and silence, all from one wheel on one timer of the loop. The library's own timers are sorted
// lists that cost a walk over all connections each, and they go on while we are behind: all deadlines here are times of
// the loop's fair clock.

import CLibWebSockets

extension WebSocketServer {
    func startTicking() {
        tick = loop.after(milliseconds: limits.tickMilliseconds) { [weak self] in
            self?.assumeIsolated { $0.ticked() }
        }
    }

    private func ticked() {
        let now = loop.core.fairMilliseconds
        while let due = wheel.advance(towards: now) {
            for number in due {
                guard let connection = connections[number], connection.nextTick == wheel.tick else { continue }
                connection.nextTick = 0
                look(connection, now)
                if connection.state != .gone { schedule(connection) }
            }
        }
        startTicking()
    }

    /// When something that begins now has to be over.
    func deadline(inSeconds seconds: Int) -> UInt64 { loop.core.fairMilliseconds + UInt64(seconds) * 1_000 }

    /// Makes the wheel look at a connection no later than at its next deadline.
    func schedule(_ connection: Connection) {
        guard let deadline = nextDeadline(connection) else { return }
        // Is there an entry already that comes up in time?
        if connection.nextTick > wheel.tick, connection.nextTick <= wheel.due(deadline) { return }
        connection.nextTick = wheel.insert(connection.number, deadline: deadline)
    }

    private func nextDeadline(_ connection: Connection) -> UInt64? {
        let candidates: [UInt64?]
        switch connection.state {
        case .http: candidates = [connection.headersBy, connection.keptBy, connection.exchange?.deadline]
        case .open: candidates = [connection.joinBy, connection.messageBy, connection.pingAt, silentBy(connection)]
        case .draining, .closing: candidates = [connection.closeBy]
        case .gone: candidates = []
        }
        return candidates.compactMap { $0 }.min()
    }

    private func silentBy(_ connection: Connection) -> UInt64 {
        connection.lastHeard + UInt64(limits.silenceSeconds) * 1_000
    }

    private func look(_ connection: Connection, _ now: UInt64) {
        func isOver(_ deadline: UInt64?) -> Bool { deadline.map { $0 <= now } ?? false }
        switch connection.state {
        case .http:
            if let exchange = connection.exchange {
                if isOver(exchange.deadline) { expire(connection, exchange) }
            } else if isOver(connection.headersBy) || isOver(connection.keptBy) {
                (connection.headersBy, connection.keptBy) = (nil, nil)
                end(connection)
            }
        case .open:
            if isOver(silentBy(connection)) {
                cut(connection)
            } else if isOver(connection.joinBy) {
                close(connection.number, code: .joinTimeout, reason: "not joined in time")
            } else if isOver(connection.messageBy) {
                close(connection.number, code: .policy, reason: "message not ended in time")
            } else if isOver(connection.pingAt) {
                connection.pingAt = deadline(inSeconds: limits.pingSeconds)
                ping(connection)
            }
        case .draining, .closing:
            guard isOver(connection.closeBy) else { return }
            connection.closeBy = nil
            cut(connection)
        case .gone:
            break
        }
    }
}
