import Foundation
import Testing

@testable import Sockets

extension SocketsTests {
    /// Header, join and silence deadlines, with the time in our hands.
    struct DeadlineTests {
        /// A client that says something and then nothing more.
        struct Quiet: CustomTestStringConvertible, Sendable {
            let testDescription: String
            let seconds: Int
            let begin: @Sendable (RawClient) throws -> Void
            /// Says the rest, and whether the server answers it.
            let isServed: @Sendable (RawClient) throws -> Bool
            /// Whether the server has let go of it.
            let isCut: @Sendable (RawClient, TestHandler) throws -> Bool
        }

        static let clients = [
            Quiet(testDescription: "headers", seconds: 5) {
                try $0.send("GET / HTTP/1.1\r\n")
            } isServed: {
                try $0.send("Host: localhost\r\n\r\n")
                return try $0.answer().status == 200
            } isCut: { client, _ in
                try client.isEnded()
            },
            Quiet(testDescription: "next headers", seconds: 5) {
                try $0.send("GET / HTTP/1.1\r\nHost: localhost\r\n\r\nGET / HTTP/1.1\r\n")
                #expect(try $0.answer().status == 200)
            } isServed: {
                try $0.send("Host: localhost\r\n\r\n")
                return try $0.answer().status == 200
            } isCut: { client, _ in
                try client.isEnded()
            },
            Quiet(testDescription: "kept", seconds: 5) {
                try $0.send("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n")
                #expect(try $0.answer().status == 200)
            } isServed: {
                try $0.send("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n")
                return try $0.answer().status == 200
            } isCut: { client, _ in
                try client.isEnded()
            },
            Quiet(testDescription: "join", seconds: 10) {
                try $0.upgrade()
                try $0.say("hello")
                #expect(try $0.text() == "hello")
            } isServed: {
                try $0.say("join")
                return try $0.text() == "joined"
            } isCut: { client, _ in
                try client.closeCode() == 4408
            },
            Quiet(testDescription: "silence", seconds: 35) {
                try $0.upgrade()
                try $0.say("join")
                #expect(try $0.text() == "joined")
            } isServed: {
                try $0.say("here")
                return try $0.text() == "here"
            } isCut: { _, handler in
                handler.wait(for: "closed")
            },
        ]

        /// What holds the server up, for much longer than any of the deadlines.
        enum Delay: CaseIterable {
            case oneJob, manyJobs, stopped

            func happen(to server: WebSocketServer, _ clock: ManualClock) {
                switch self {
                case .oneJob: clock.occupy(server, milliseconds: 60_000)
                case .manyJobs: clock.occupy(server, milliseconds: 1_000, jobs: 60)
                case .stopped: clock.advance(milliseconds: 60_000)
                }
            }
        }

        private func withQuiet(
            _ quiet: Quiet,
            _ test: @escaping @Sendable (RawClient, ManualClock, TestHandler, WebSocketServer) throws -> Void
        ) async throws {
            let clock = ManualClock()
            try await withServer({ $0.limits.tickMilliseconds = 10 }, clock: clock) { port, handler, server in
                let client = try RawClient(port: port)
                try quiet.begin(client)
                clock.occupy(server, milliseconds: 100)  // so that it has been accepted
                #expect(waiting { await server.connectionCount } == 1)
                try test(client, clock, handler, server)
            }
        }

        @Test(arguments: clients) func whoIsQuietIsCutWhenTheServerIsOnTime(_ quiet: Quiet) async throws {
            try await withQuiet(quiet) { client, clock, handler, server in
                clock.pass(seconds: quiet.seconds - 1, for: server)
                #expect(waiting { await server.connectionCount } == 1)
                clock.pass(seconds: 1, for: server)
                let isCut = try quiet.isCut(client, handler)
                #expect(isCut)
            }
        }

        @Test(arguments: clients, Delay.allCases)
        func nobodyIsCutBecauseTheServerIsLate(_ quiet: Quiet, _ delay: Delay) async throws {
            try await withQuiet(quiet) { client, clock, _, server in
                delay.happen(to: server, clock)
                clock.pass(seconds: 2, for: server)
                let isServed = try quiet.isServed(client)
                #expect(isServed)
            }
        }

        @Test(arguments: clients, Delay.allCases)
        func aDelayIsNoPardon(_ quiet: Quiet, _ delay: Delay) async throws {
            try await withQuiet(quiet) { client, clock, handler, server in
                delay.happen(to: server, clock)
                clock.pass(seconds: quiet.seconds, for: server)
                let isCut = try quiet.isCut(client, handler)
                #expect(isCut)
            }
        }
    }
}
