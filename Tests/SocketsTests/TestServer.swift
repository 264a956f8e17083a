// A server on a free port of the loopback address, with a handler that answers what tests ask.

import Dispatch
import Foundation

@testable import Sockets

/// Hears everything on the loop. What it notes is under a lock, since tests look from other threads.
final class TestHandler: SocketHandler, @unchecked Sendable {
    private let condition = NSCondition()
    private var notes: [String] = []
    private var server: WebSocketServer!  // set before the server opens
    private var channel: Channel!  // on the loop
    private var waiting: [Responder] = []  // on the loop

    func attach(_ server: WebSocketServer) { self.server = server }

    func note(_ text: String) {
        condition.withLock {
            notes.append(text)
            condition.broadcast()
        }
    }

    var all: [String] { condition.withLock { notes } }

    /// Waits until something was noted `count` times.
    func wait(for text: String, count: Int = 1, seconds: Double = 8) -> Bool {
        let limit = Date(timeIntervalSinceNow: seconds)
        condition.lock()
        defer { condition.unlock() }
        while notes.filter({ $0 == text }).count < count {
            if !condition.wait(until: limit) { return false }
        }
        return true
    }

    func request(_ request: HTTPRequest, _ responder: Responder) {
        let text = "\(request.method) \(request.path)?\(request.query) \(request.body.count) \(request.peer)"
        note(text)
        switch request.path {
        case "/echo":
            responder.respond(
                HTTPResponse(
                    status: 200, contentType: "text/plain",
                    body: request.method == "POST" ? request.body : Array(text.utf8),
                    headers: [("Set-Cookie", "a=1"), ("Set-Cookie", "b=2"), ("X-Bad", "1\r\nX-Injected: 1")]))
        case "/later":
            server.loop.after(milliseconds: 30) {
                responder.respond(HTTPResponse(status: 200, contentType: "text/plain", body: Array("later".utf8)))
                responder.respond(HTTPResponse(status: 200, contentType: "text/plain", body: Array("twice".utf8)))
            }
        case "/never":
            waiting.append(responder)
        case "/large":
            let body = [UInt8](repeating: UInt8(ascii: "x"), count: 8_000_000)
            responder.respond(HTTPResponse(status: 200, contentType: "text/plain", body: body))
        default:
            responder.respond(.error(404, "not_found"))
        }
    }

    func opened(_ connection: ConnectionNumber, _ handshake: Handshake) {
        note("opened \(handshake.peer) \(handshake.origin ?? "-")")
    }

    func received(_ connection: ConnectionNumber, _ bytes: [UInt8]) {
        let text = String(decoding: bytes, as: UTF8.self)
        server.assumeIsolated { server in
            if channel == nil { channel = server.makeChannel() }
            let words = text.split(separator: " ").map(String.init)
            switch words.first {
            case "note": note(words[1])
            case "mark": server.markJoined(connection)
            case "join":
                server.markJoined(connection)
                server.join(connection, channel)
                server.send(Array("joined".utf8), to: connection)
            case "leave": server.leave(connection)
            case "publish": server.publish(Array(words[1].utf8), on: channel)
            case "mixed":  // as one turn: the order each member must see is the order here
                server.send(Array("before".utf8), to: connection)
                server.publish(Array("A".utf8), on: channel)
                server.send(Array("B".utf8), to: connection)
                server.publish(Array("C".utf8), on: channel)
                server.send(Array("D".utf8), to: connection)
            case "rejoin":
                server.publish(Array("old".utf8), on: channel)
                server.join(connection, channel)
                server.publish(Array("new".utf8), on: channel)
            case "flood":
                server.publish([UInt8](repeating: UInt8(ascii: "f"), count: Int(words[1])!), on: channel)
            case "close": server.close(connection, code: .slowDown, reason: "slow down")
            default: server.send(bytes, to: connection)
            }
        }
    }

    func closed(_ connection: ConnectionNumber) { note("closed") }
}

/// Opens a server, runs the test on another thread (its client blocks), and shuts the server down.
func withServer(
    _ change: (inout ServerSettings) -> Void = { _ in }, graceSeconds: Double = 2, clock: ManualClock? = nil,
    _ test: @escaping @Sendable (Int, TestHandler, WebSocketServer) throws -> Void
) async throws {
    ignoreSignals()
    var settings = ServerSettings()
    settings.allowedOrigins = ["https://staff.example"]
    settings.staticFiles = [
        "/": StaticFile(bytes: Array("<p>hello".utf8), contentType: "text/html; charset=utf-8", etag: "\"1\""),
        "/lib/a.js": StaticFile(
            bytes: Array("let a".utf8), contentType: "text/javascript", etag: "\"2\"", cacheControl: "max-age=60"),
        "/small.js": StaticFile(
            bytes: Array("let b".utf8), gzip: Array("zipped".utf8), contentType: "text/javascript", etag: "\"3\""),
    ]
    change(&settings)
    let handler = TestHandler()
    let loop = clock.map { clock in EventLoop(clock: { clock.now }) } ?? EventLoop()
    let server = WebSocketServer(loop: loop, settings: settings, handler: handler, journal: .silent)
    handler.attach(server)
    let port = try await server.open()
    let result: Result<Void, any Error> = await blocking { try test(port, handler, server) }
    clock?.letGo()
    await server.shutDown(graceSeconds: graceSeconds)
    try result.get()
}

/// Runs what blocks on a thread of its own.
func blocking<T: Sendable>(_ work: @escaping @Sendable () throws -> T) async -> Result<T, any Error> {
    await withCheckedContinuation { continuation in
        Thread.detachNewThread { continuation.resume(returning: Result { try work() }) }
    }
}

/// Waits for an answer from an actor; for threads that may block.
func waiting<T: Sendable>(_ question: @escaping @Sendable () async -> T) -> T {
    let done = DispatchSemaphore(value: 0)
    nonisolated(unsafe) var answer: T!  // written before the signal, read after it
    Task {
        answer = await question()
        done.signal()
    }
    done.wait()
    return answer
}
