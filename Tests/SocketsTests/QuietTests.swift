import Foundation
import Testing

@testable import Sockets

extension SocketsTests {
    /// Whoever only holds sockets shuts out nobody who has something to say.
    struct QuietTests {
        /// What somebody holds who says nothing whole.
        enum Hold: String, CaseIterable {
            case silent
            case halfHead
            case halfBody
            case silentWebSocket
            /// Was answered, and asks nothing more.
            case kept

            func take(_ port: Int) throws -> RawClient {
                let client = try RawClient(port: port)
                switch self {
                case .silent: break
                case .halfHead: try client.send("GET /echo HTTP/1.1\r\nHost: a\r\nX-Slow: ")
                case .halfBody:
                    try client.send(
                        "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Type: text/plain\r\nContent-Length: 100\r\n\r\nhalf")
                case .silentWebSocket: try client.upgrade()
                case .kept:
                    try client.send(RequestTests.get("/"))
                    #expect(try client.answer().status == 200)
                }
                return client
            }

            /// A WebSocket is told why; the others just end.
            func isOver(_ client: RawClient) throws -> Bool {
                self == .silentWebSocket ? try client.frame().closeCode != nil : try client.isEnded()
            }
        }

        private static func isAnswered(_ port: Int) throws -> Bool {
            let client = try RawClient(port: port)
            try client.send(RequestTests.get("/echo"))
            return try client.answer().status == 200
        }

        @Test(arguments: Hold.allCases)
        func anAddressIsNotShutOutByWhatItHolds(_ hold: Hold) async throws {
            try await withServer({ $0.limits.perAddressUnjoinedConnections = 5 }) { port, _, _ in
                let held = try (0..<12).map { _ in try hold.take(port) }
                #expect(try Self.isAnswered(port))
                let speaker = try RawClient(port: port)
                try speaker.upgrade()
                try speaker.say("x")
                #expect(try speaker.text() == "x")
                #expect(try hold.isOver(held[0]), "the oldest has made place")
            }
        }

        /// Whoever was answered loses nothing when their connection goes; whoever is about to speak does.
        @Test func whatIsOnlyKeptGoesFirst() async throws {
            for bound in [\ServerSettings.limits.perAddressUnjoinedConnections, \.limits.mostOfAll] {
                try await withServer({ $0[keyPath: bound] = 5 }) { port, _, _ in
                    let silent = try (0..<2).map { _ in try Hold.silent.take(port) }
                    let kept = try (0..<3).map { _ in try Hold.kept.take(port) }
                    #expect(try Self.isAnswered(port))
                    #expect(try kept[0].isEnded())
                    for client in silent + kept[1...] {
                        try client.send(RequestTests.get("/"))
                        #expect(try client.answer().status == 200)
                    }
                }
            }
        }

        /// A whole school says hello only when all have got through: none of them is in the way of the headers of others.
        @Test func webSocketsThatHaveNotSpokenYetTakeNoTables() async throws {
            try await withServer({ $0.limits.requestsBegun = 6 }) { port, _, _ in
                let held = try (0..<20).map { _ in try Hold.silentWebSocket.take(port) }
                #expect(try Self.isAnswered(port))
                for client in held {
                    try client.say("x")
                    #expect(try client.text() == "x")
                }
            }
        }

        @Test(arguments: [Hold.silent, .halfHead, .halfBody])
        func nobodyIsShutOutByWhatManyHold(_ hold: Hold) async throws {
            try await withServer({ $0.limits.requestsBegun = 6 }) { port, _, _ in
                let held = try (0..<20).map { _ in try hold.take(port) }
                #expect(try Self.isAnswered(port))
                #expect(try hold.isOver(held[0]), "the oldest has made place")
            }
        }

        @Test func aThousandHalfRequestsShutNobodyOut() async throws {
            try await withServer({ $0.limits.perAddressUnjoinedConnections = 5_000 }) { port, _, _ in
                let held = try (0..<1_170).map { _ in try Hold.halfHead.take(port) }
                #expect(try Self.isAnswered(port))
                _ = held
            }
        }

        @Test func placesRunOutForNewcomersOnlyWhenAllHaveSpoken() async throws {
            try await withServer({ $0.limits.maxConnections = 4 }) { port, _, _ in
                let members = try (0..<3).map { _ in try BroadcastTests.member(port) }
                let quiet = try Hold.silent.take(port)
                #expect(try Self.isAnswered(port))
                #expect(try quiet.isEnded())
                let last = try BroadcastTests.member(port)
                #expect(throws: ClientError.self) { try RawClient(port: port).upgrade() }
                for member in members + [last] { member.close() }
            }
        }
    }
}

extension ServerLimits {
    /// As a number that can be set.
    fileprivate var mostOfAll: Int {
        get { effectiveMaxConnections }
        set { maxConnections = newValue }
    }
}
