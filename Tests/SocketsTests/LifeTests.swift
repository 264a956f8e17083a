import Foundation
import Testing

@testable import Sockets

extension SocketsTests {
    struct LifeTests {
        /// Sockets, pipes and the like; files belong to tests of other modules, which run at the same time.
        static func descriptorCount() -> Int {
            let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd")) ?? []
            let targets = names.compactMap {
                try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/fd/\($0)")
            }
            return targets.count { !$0.hasPrefix("/") }
        }

        static func server(
            on loop: EventLoop, port: Int = 0, handler: TestHandler = TestHandler()
        ) -> WebSocketServer {
            var settings = ServerSettings()
            settings.port = port
            let server = WebSocketServer(loop: loop, settings: settings, handler: handler, journal: .silent)
            handler.attach(server)
            return server
        }

        @Test func closesAllAndFreesAll() async throws {
            try await withServer(graceSeconds: 3) { port, handler, server in
                let clients = try (0..<10).map { _ in try SocketsTests.BroadcastTests.member(port) }
                let idle = try RawClient(port: port)
                try idle.send(SocketsTests.RequestTests.get("/"))
                #expect(try idle.answer().status == 200)
                let done = DispatchSemaphore(value: 0)
                Task {
                    await server.shutDown(graceSeconds: 3) { "retry 1500" }
                    done.signal()
                }
                for client in clients {
                    let frame = try client.frame()
                    #expect(frame.closeCode == 1012)
                    #expect(String(decoding: frame.payload.dropFirst(2), as: UTF8.self) == "retry 1500")
                    try client.send(RawClient.frame(8, [3, 0xF4]))
                }
                #expect(try idle.isEnded())
                #expect(done.wait(timeout: .now() + 5) == .success)
                #expect(handler.all.filter { $0 == "closed" }.count == 10)
                #expect(throws: ClientError.self) { try RawClient(port: port) }
            }
        }

        @Test func doesNotWaitForClientsThatDoNotAnswer() async throws {
            let loop = EventLoop()
            let ended = loop.ended
            let handler = TestHandler()
            let server = Self.server(on: loop, handler: handler)
            let port = try await server.open()
            let client = try await blocking { () -> SendableClient in
                let client = try RawClient(port: port)
                try client.upgrade()
                return SendableClient(client)
            }.get()
            let start = ContinuousClock.now
            await server.shutDown(graceSeconds: 0.3)
            #expect(ContinuousClock.now - start < .seconds(3))
            #expect(handler.wait(for: "closed"))
            #expect(await server.connectionCount == 0)
            _ = client
            _ = ended
        }

        @Test func opensAndEndsManyTimesInOneProcess() async throws {
            var counts: [Int] = []
            for _ in 0..<20 {
                var loop: EventLoop! = EventLoop()
                let ended: DispatchSemaphore = loop.ended
                weak var gone: WebSocketServer?
                do {
                    let server = Self.server(on: loop)
                    gone = server
                    let port = try await server.open()
                    try await blocking {
                        let client = try SocketsTests.BroadcastTests.member(port)
                        try client.say("mixed")
                        #expect(try client.text() == "before")
                    }.get()
                    await server.shutDown(graceSeconds: 1)
                }
                loop = nil
                #expect(try await blocking { ended.wait(timeout: .now() + 5) == .success }.get())
                #expect(gone == nil)
                counts.append(Self.descriptorCount())
            }
            // Other tests open and close files meanwhile; one that is lost each time makes every later count larger.
            let least = try #require(counts.suffix(10).min())
            #expect(least < counts[1] + 9, "\(counts)")
        }

        @Test func saysWhenThePortIsTaken() async throws {
            let loop = EventLoop()
            let first = Self.server(on: loop)
            let port = try await first.open()
            let otherLoop = EventLoop()
            let second = Self.server(on: otherLoop, port: port)
            await #expect(throws: OpenError.cannotListen(address: "127.0.0.1", port: port)) { try await second.open() }
            await second.shutDown()
            await first.shutDown()
            let third = Self.server(on: otherLoop, port: port)
            #expect(try await third.open() == port)
            await third.shutDown()
            await #expect(throws: OpenError.notClosed) { try await third.open() }
        }
    }
}

/// Hands a client from the thread that made it to the one that keeps it.
struct SendableClient: @unchecked Sendable {
    let client: RawClient
    init(_ client: RawClient) { self.client = client }
}
