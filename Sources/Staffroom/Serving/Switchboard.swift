// Knows where what the sockets receive goes: messages to the reception, requests to the routes.

import Hosting
import Interface
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
            Task { await routes.answer(request, responder) }
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

extension Routes {
    /// Answers a request of the sockets, once.
    fileprivate func answer(_ request: HTTPRequest, _ responder: Responder) async {
        let answer = await serve(
            Request(
                method: request.method, path: request.path, query: request.query, origin: request.origin,
                contentType: request.contentType, body: request.body,
                device: Device(
                    cookies: request.cookie ?? "", address: request.peer, connection: request.connection.value,
                    hops: Hops(
                        socket: request.socketAddress, isTrusted: request.isFromProxy,
                        forwardedFor: request.forwardedFor)
                ) { responder.markJoined() }))
        var response = HTTPResponse(
            status: answer.status, contentType: answer.contentType, body: answer.body, headers: answer.headers)
        response.isTerse = answer.isTerse
        responder.respond(response)
    }
}
