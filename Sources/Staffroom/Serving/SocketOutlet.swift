// Knows how hosting speaks through the sockets: numbers and reasons are translated, nothing else.

import Hosting
import Sockets

extension Channel: OutletChannel {}

/// The sockets as hosting sees them. Called on the loop only.
struct SocketOutlet: Outlet {
    let server: WebSocketServer

    func send(_ bytes: [UInt8], to connection: Hosting.ConnectionNumber) {
        server.assumeIsolated { $0.send(bytes, to: Sockets.ConnectionNumber(value: connection)) }
    }

    func publish(_ bytes: [UInt8], on channel: any OutletChannel) {
        guard let channel = channel as? Channel else { return }
        server.assumeIsolated { $0.publish(bytes, on: channel) }
    }

    func makeChannel() -> any OutletChannel { server.assumeIsolated { $0.makeChannel() } }

    func join(_ connection: Hosting.ConnectionNumber, _ channel: any OutletChannel) {
        guard let channel = channel as? Channel else { return }
        server.assumeIsolated { $0.join(Sockets.ConnectionNumber(value: connection), channel) }
    }

    func leave(_ connection: Hosting.ConnectionNumber) {
        server.assumeIsolated { $0.leave(Sockets.ConnectionNumber(value: connection)) }
    }

    func markJoined(_ connection: Hosting.ConnectionNumber) {
        server.assumeIsolated { $0.markJoined(Sockets.ConnectionNumber(value: connection)) }
    }

    func close(_ connection: Hosting.ConnectionNumber, code: CloseReason) {
        let (number, reason) = code.onTheWire
        server.assumeIsolated { $0.close(Sockets.ConnectionNumber(value: connection), code: number, reason: reason) }
    }
}

extension CloseReason {
    /// Close code and words, the same on sockets and lines.
    var onTheWire: (CloseCode, String) {
        switch self {
        case .protocolFault: (.protocolFault, "fault")
        case .unknown: (.unauthorized, "unknown")
        case .shutOut: (.forbidden, "out")
        case .noMeeting: (CloseCode(rawValue: 4404), "meeting")
        case .tooFast: (.slowDown, "slow down")
        // Spread out, so that they do not all come back at once.
        case .restarting: (.restarting, "retry=\(Int.random(in: 500...2_500))")
        case .slow: (.slow, "slow")
        case .joinTimeout: (.joinTimeout, "not joined in time")
        }
    }
}
