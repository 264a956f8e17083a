// Knows the second door, for figures only: an address of its own, so that no visitor of the first one sees them.

import Foundation
import Hosting
import Interface
import Journal
import Metrics
import Sockets
import Synchronization

/// Answers `GET /metrics` and nothing else, on a loop of its own.
final class MetricsServer: SocketHandler {
    /// Whoever reads figures is a program or two.
    private static let mostConnections = 64

    private let registry: PrometheusRegistry
    private let gather: @Sendable () async -> Void
    private let loop = EventLoop()
    private let server = Mutex<WebSocketServer?>(nil)

    /// `gather` sets the figures that are looked up and not counted, before each answer.
    init(registry: PrometheusRegistry, gather: @escaping @Sendable () async -> Void) {
        (self.registry, self.gather) = (registry, gather)
    }

    /// - Throws: `Failure` when the address is not to be had.
    func open(_ endpoint: String, journal: Journal) async throws {
        let parts = endpoint.split(separator: ":")
        var settings = ServerSettings()
        settings.listenAddress = String(parts[0])
        settings.port = parts.last.flatMap { Int($0) } ?? 0
        settings.socketPath = ""  // no path is empty: nothing becomes a WebSocket
        settings.limits.maxConnections = Self.mostConnections
        settings.limits.perAddressUnjoinedConnections = Self.mostConnections
        let made = WebSocketServer(loop: loop, settings: settings, handler: self, journal: journal)
        server.withLock { $0 = made }
        do {
            _ = try await made.open()
        } catch {
            await close()
            throw Failure("the setting metricsAddress: \(error)", Ending.unavailable)
        }
    }

    func close() async {
        await server.withLock { $0 }?.shutDown(code: .goingAway, graceSeconds: 1)
        server.withLock { $0 = nil }
    }

    func request(_ request: HTTPRequest, _ responder: Responder) {
        guard request.path == "/metrics" else { return responder.respond(.error(404, "notFound")) }
        guard request.method != "POST" else { return responder.respond(.error(405, "getOnly")) }
        Task {
            await gather()
            let text = Array(registry.text().utf8)
            await Self.answer(text, responder, on: loop)
        }
    }

    private static func answer(_ text: [UInt8], _ responder: Responder, on loop: EventLoop) async {
        await MetricsDesk(loop: loop).respond(
            HTTPResponse(status: 200, contentType: "text/plain; version=0.0.4; charset=utf-8", body: text), responder)
    }

    func opened(_ connection: Sockets.ConnectionNumber, _ handshake: Handshake) {}
    func received(_ connection: Sockets.ConnectionNumber, _ bytes: [UInt8]) {}
    func closed(_ connection: Sockets.ConnectionNumber) {}
}

/// Answers on the loop, as the sockets want it.
private actor MetricsDesk {
    private let loop: EventLoop
    nonisolated var unownedExecutor: UnownedSerialExecutor { loop.asUnownedSerialExecutor() }

    init(loop: EventLoop) { self.loop = loop }

    func respond(_ response: HTTPResponse, _ responder: Responder) { responder.respond(response) }
}
