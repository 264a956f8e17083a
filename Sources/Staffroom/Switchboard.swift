// Knows where what the sockets receive goes: messages to the reception, requests to the routes.

import Hosting
import Sockets

/// The handler of the server, an actor on the loop. Its two neighbours are put in before the server opens.
actor Switchboard: SocketHandler {
    private let loop: EventLoop
    nonisolated var unownedExecutor: UnownedSerialExecutor { loop.asUnownedSerialExecutor() }
    private var reception: Reception?
    private var routes: Routes?

    init(loop: EventLoop) { self.loop = loop }

    func connect(_ reception: Reception, _ routes: Routes) {
        self.reception = reception
        self.routes = routes
    }

    nonisolated func request(_ request: HTTPRequest, _ responder: Responder) {
        assumeIsolated { board in
            guard let routes = board.routes else { return responder.respond(.error(503, "starting")) }
            Task { await routes.serve(request, responder) }
        }
    }

    nonisolated func opened(_ connection: Sockets.ConnectionNumber, _ handshake: Handshake) {
        let cookies = handshake.cookie ?? ""
        assumeIsolated { $0.reception?.assumeIsolated { $0.opened(connection.value, cookies: cookies) } }
    }

    nonisolated func received(_ connection: Sockets.ConnectionNumber, _ bytes: [UInt8]) {
        assumeIsolated { $0.reception?.assumeIsolated { $0.received(connection.value, bytes) } }
    }

    nonisolated func closed(_ connection: Sockets.ConnectionNumber) {
        assumeIsolated { $0.reception?.assumeIsolated { $0.closed(connection.value) } }
    }
}
