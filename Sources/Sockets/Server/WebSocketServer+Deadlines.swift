// Deadlines, pings and silence, all from one wheel on one timer of the loop. The library's own timers are sorted
// lists that cost a walk over all connections each.

import CLibWebSockets

extension WebSocketServer {
    func startTicking() {
        tick = loop.after(milliseconds: limits.tickMilliseconds) { [weak self] in
            self?.assumeIsolated { $0.ticked() }
        }
    }

    private func ticked() {
        let now = loop.core.nowMilliseconds
        let thisTick = wheel.tick + 1
        for number in wheel.advance() {
            guard let connection = connections[number], connection.nextTick == thisTick else { continue }
            connection.nextTick = 0
            look(connection, now)
            if connection.state != .gone { schedule(connection) }
        }
        startTicking()
    }

    /// Makes the wheel look at a connection no later than at its next deadline.
    func schedule(_ connection: Connection) {
        guard let deadline = nextDeadline(connection) else { return }
        let now = loop.core.nowMilliseconds
        let wait = deadline > now ? deadline - now : 0
        // Is there an entry already that comes up in time?
        if connection.nextTick > wheel.tick,
            (connection.nextTick - wheel.tick) * wheel.tickMilliseconds <= max(wait, wheel.tickMilliseconds)
        {
            return
        }
        connection.nextTick = wheel.insert(connection.number, deadline: deadline, now: now)
    }

    private func nextDeadline(_ connection: Connection) -> UInt64? {
        let candidates: [UInt64?]
        switch connection.state {
        case .http: candidates = [connection.exchange?.deadline]
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
            if let exchange = connection.exchange, isOver(exchange.deadline) { expire(connection, exchange) }
        case .open:
            if isOver(silentBy(connection)) {
                cut(connection)
            } else if isOver(connection.joinBy) {
                close(connection.number, code: .joinTimeout, reason: "not joined in time")
            } else if isOver(connection.messageBy) {
                close(connection.number, code: .policy, reason: "message not ended in time")
            } else if isOver(connection.pingAt) {
                connection.pingAt = now + UInt64(limits.pingSeconds) * 1_000
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
