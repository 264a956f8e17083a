// Connections that say nothing: nothing whole yet, no request, no message; or nothing more, kept for a next request. They
// cost a place each. When places run out the oldest of them go, those that were only kept before all others, so that
// somebody who only holds sockets shuts out nobody who has something to say.

import CLibWebSockets
import Journal

extension WebSocketServer {
    /// Whether there is a place for a newcomer from this address; one is made if somebody quiet can go.
    func hasPlace(for address: String) -> Bool {
        if !settings.trustedProxies.contains(address), unjoined[address] >= limits.perAddressUnjoinedConnections {
            let own = quiet.filter { connections[$0]?.countedAddress == address }
            if let kept = own.filter(isKept).min() {
                dismiss(kept)  // nobody loses anything by it
            } else {
                journal.note(.connectionRefused(.address))
                guard let oldest = own.min() else { return false }
                dismiss(oldest)
            }
        }
        // A socket that goes does so at the end of this turn: until then there is one more than there may be.
        let isFull = socketCount >= maxConnections
        if isFull, let kept = oldestOfTheMany(quiet.filter(isKept)) {
            dismiss(kept)
        } else if isFull || unheard.count >= limits.requestsBegun {
            journal.note(.connectionRefused(.server))
            guard let oldest = oldestOfTheMany(isFull ? quiet : unheard) else { return false }
            dismiss(oldest)
        }
        return true
    }

    private func isKept(_ number: ConnectionNumber) -> Bool { connections[number]?.keptBy != nil }

    /// The oldest of these, of the address that has the most of them.
    private func oldestOfTheMany(_ numbers: Set<ConnectionNumber>) -> ConnectionNumber? {
        let byAddress = Dictionary(grouping: numbers) { connections[$0]?.peer ?? "" }
        return byAddress.values.max { ($0.count, $1.min()!) < ($1.count, $0.min()!) }?.min()
    }

    /// Something whole has come: it is in nobody's way any more.
    func heard(_ connection: Connection) {
        quiet.remove(connection.number)
        unheard.remove(connection.number)
    }

    private func dismiss(_ number: ConnectionNumber) {
        guard let connection = connections[number] else { return }
        heard(connection)
        uncount(connection)
        switch connection.state {
        case .http: end(connection)
        case .open: close(number, code: .joinTimeout, reason: "others need the place")
        case .draining, .closing, .gone: break
        }
    }
}
