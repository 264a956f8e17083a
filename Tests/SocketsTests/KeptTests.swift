import Foundation
import Testing

@testable import Sockets

extension SocketsTests {
    /// Connections that stay: every request gets its own answer, in order, however it is cut, and no other.
    struct KeptTests {
        private static let post = RequestTests.get("/echo", method: "POST", more: "Content-Length: 2\r\n") + "hi"
        /// What a client sends in one go, and what it must hear. What the handler answers is the last.
        private static let train: [(text: String, answer: String)] = [
            (RequestTests.get("/"), "<p>hello"), ("\r\n" + RequestTests.get("/lib/a.js?a=1"), "let a"),
            (RequestTests.get("/lib/a.js", method: "HEAD"), ""),
            (RequestTests.get("/small.js", more: "Accept-Encoding: gzip\r\n"), "zipped"),
            (RequestTests.get("/", more: "If-None-Match: \"1\"\r\n"), ""), (RequestTests.get("/lib/a.js"), "let a"),
            (post, "hi"),
        ]

        private static func hears(_ client: RawClient) throws -> [String] {
            try train.map { try client.answer(isHead: $0.text.hasPrefix("HEAD")).text }
        }

        @Test func answersATrainOfRequestsInOrder() async throws {
            try await withServer { port, handler, _ in
                let client = try RawClient(port: port)
                let files = Self.train.dropLast()
                try client.send(
                    files.map(\.text).joined() + files.map(\.text).joined() + Self.train.map(\.text).joined())
                for wagon in files + files + Self.train {
                    #expect(try client.answer(isHead: wagon.text.hasPrefix("HEAD")).text == wagon.answer)
                }
                #expect(try client.isEnded())
                #expect(handler.all == ["POST /echo? 2 127.0.0.1"])
            }
        }

        /// Whoever wakes up asks by a new connection: the network has forgotten the old one, and tells nobody.
        @Test(arguments: [RequestTests.get("/echo"), RequestTests.get("/later"), post])
        func nothingIsHeardBehindWhatTheHandlerAnswers(_ first: String) async throws {
            try await withServer { port, handler, _ in
                let client = try RawClient(port: port)
                try client.send(first + RequestTests.get("/echo?smuggled") + RequestTests.get("/"))
                let answer = try client.answer()
                #expect(answer.status == 200 && answer.header("connection") == "close")
                #expect(try client.isEnded())
                #expect(!handler.all.contains { $0.contains("smuggled") })
            }
        }

        /// The second piece goes when the first has surely been looked at: another request was answered meanwhile.
        @Test func answersTheSameHoweverItIsCut() async throws {
            try await withServer { port, _, _ in
                let bytes = Array(Self.train.map(\.text).joined().utf8)
                let other = try RawClient(port: port)
                for cut in stride(from: 1, to: bytes.count, by: 3) {
                    let client = try RawClient(port: port)
                    try client.send(Array(bytes[..<cut]))
                    try other.send(RequestTests.get("/"))
                    #expect(try other.answer().status == 200)
                    try client.send(Array(bytes[cut...]))
                    let heard = try Self.hears(client)
                    #expect(heard == Self.train.map(\.answer), "cut at \(cut)")
                }
            }
        }

        @Test func answersWhatComesByteByByte() async throws {
            try await withServer { port, _, _ in
                let client = try RawClient(port: port)
                var yes: Int32 = 1
                setsockopt(client.socket, Int32(IPPROTO_TCP), TCP_NODELAY, &yes, socklen_t(MemoryLayout<Int32>.size))
                for byte in Array(Self.train.map(\.text).joined().utf8) { try client.send([byte]) }
                #expect(try Self.hears(client) == Self.train.map(\.answer))
            }
        }

        /// Nobody knows what a client means by what it sent behind a request that was refused.
        @Test func nothingIsHeardBehindARefusal() async throws {
            try await withServer { port, handler, _ in
                let client = try RawClient(port: port)
                try client.send(
                    RequestTests.get("/") + RequestTests.get("/nothing") + RequestTests.get("/echo?smuggled"))
                #expect(try client.answer().status == 200)
                #expect(try client.answer().status == 404)
                #expect(try client.isEnded())
                #expect(!handler.all.contains { $0.contains("smuggled") })
            }
        }

        @Test func becomesAWebSocketAfterwards() async throws {
            try await withServer { port, _, _ in
                let client = try RawClient(port: port)
                try client.send(RequestTests.get("/"))
                #expect(try client.answer().text == "<p>hello")
                try client.upgrade()
                try client.say("hello")
                #expect(try client.text() == "hello")
            }
        }

        @Test func becomesAWebSocketInTheSameTrain() async throws {
            try await withServer { port, _, _ in
                let client = try RawClient(port: port)
                let start = Array((RequestTests.get("/") + RawClient.handshake()).utf8)
                try client.send(start + RawClient.frame(1, Array("hello".utf8)))
                #expect(try client.answer().text == "<p>hello")
                #expect(try client.answer().status == 101)
                #expect(try client.text() == "hello")
            }
        }

        @Test func endsAfterSoManyRequests() async throws {
            try await withServer({ $0.limits.requestsPerConnection = 3 }) { port, _, _ in
                let client = try RawClient(port: port)
                for number in 1...3 {
                    try client.send(RequestTests.get("/"))
                    #expect(try client.answer().header("connection") == (number == 3 ? "close" : nil))
                }
                #expect(try client.isEnded())
            }
        }

    }
}
