import Testing

@testable import Sockets

extension SocketsTests {
    struct HandshakeTests {
        struct Case: Sendable, CustomTestStringConvertible {
            let name: String
            let text: String
            let status: Int
            var testDescription: String { name }
        }

        static let cases: [Case] = [
            Case(name: "good", text: RawClient.handshake(), status: 101),
            Case(name: "good origin", text: RawClient.handshake(origin: "https://staff.example"), status: 101),
            Case(
                name: "several tokens",
                text: RawClient.handshake(
                    connection: "keep-alive, Upgrade", subprotocol: "other, staffroom.1"), status: 101),
            Case(
                name: "extension offered",
                text: RawClient.handshake(
                    more: "Sec-WebSocket-Extensions: permessage-deflate\r\n"), status: 101),
            Case(name: "foreign origin", text: RawClient.handshake(origin: "https://evil.example"), status: 403),
            Case(name: "null origin", text: RawClient.handshake(origin: "null"), status: 403),
            Case(
                name: "look-alike origin", text: RawClient.handshake(origin: "https://staff.example.evil.example"),
                status: 403),
            Case(name: "origin in other case", text: RawClient.handshake(origin: "https://Staff.example"), status: 403),
            Case(name: "wrong path", text: RawClient.handshake(path: "/sockets"), status: 404),
            Case(name: "path behind it", text: RawClient.handshake(path: "/socket/x"), status: 404),
            Case(name: "no host", text: RawClient.handshake(host: nil), status: 400),
            Case(name: "no version", text: RawClient.handshake(version: nil), status: 426),
            Case(name: "version 99", text: RawClient.handshake(version: "99"), status: 426),
            Case(name: "version 13 and more", text: RawClient.handshake(version: "13, 8"), status: 426),
            Case(name: "no key", text: RawClient.handshake(key: nil), status: 400),
            Case(name: "junk key", text: RawClient.handshake(key: "junk"), status: 400),
            Case(name: "key not base64", text: RawClient.handshake(key: "dGhlIHNhbXBsZSBub25j!!=="), status: 400),
            Case(name: "h2c", text: RawClient.handshake(upgrade: "h2c"), status: 400),
            Case(name: "connection without upgrade", text: RawClient.handshake(connection: "keep-alive"), status: 400),
            Case(name: "no subprotocol", text: RawClient.handshake(subprotocol: nil), status: 400),
            Case(name: "other subprotocol", text: RawClient.handshake(subprotocol: "staffroom.2"), status: 400),
            Case(name: "POST", text: RawClient.handshake(line: "POST /socket HTTP/1.1"), status: 405),
            Case(name: "HTTP/1.0", text: RawClient.handshake(line: "GET /socket HTTP/1.0"), status: 505),
            Case(name: "with a body", text: RawClient.handshake(more: "Content-Length: 5\r\n"), status: 400),
            Case(name: "chunked", text: RawClient.handshake(more: "Transfer-Encoding: chunked\r\n"), status: 400),
            Case(name: "unknown upgrade", text: RawClient.handshake(upgrade: "other"), status: 400),
            Case(
                name: "two keys", text: RawClient.handshake(more: "Sec-WebSocket-Key: \(RawClient.key)\r\n"),
                status: 400),
            Case(name: "two hosts", text: RawClient.handshake(more: "Host: other\r\n"), status: 400),
            Case(name: "no upgrade at all", text: "GET /socket HTTP/1.1\r\nHost: a\r\n\r\n", status: 426),
        ]

        @Test(arguments: cases) func answers(_ one: Case) async throws {
            try await withServer { port, handler, _ in
                let client = try RawClient(port: port)
                try client.send(one.text)
                let answer = try client.answer()
                #expect(answer.status == one.status)
                if one.status == 101 {
                    #expect(answer.header("sec-websocket-accept") == "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=")
                    #expect(answer.header("sec-websocket-protocol") == "staffroom.1")
                    #expect(answer.header("sec-websocket-extensions") == nil)
                    try client.say("hello")
                    #expect(try client.text() == "hello")
                } else {
                    #expect(answer.header("content-security-policy") != nil)
                    #expect(answer.header("x-content-type-options") == "nosniff")
                    #expect(try client.isEnded())
                    #expect(!handler.all.contains { $0.hasPrefix("opened") })
                }
            }
        }

        @Test func believesOnlyTrustedProxies() async throws {
            let forged = RawClient.handshake(more: "X-Forwarded-For: 9.9.9.9, 1.2.3.4, 127.0.0.1\r\n")
            let lists: [([String], String)] = [
                ([], "127.0.0.1"), (["127.0.0.1"], "1.2.3.4"), (["127.0.0.0/8"], "1.2.3.4"),
            ]
            for (trusted, peer) in lists {
                let proxies = try TrustedProxies(trusted)
                try await withServer({ $0.trustedProxies = proxies }) { port, handler, _ in
                    let client = try RawClient(port: port)
                    try client.upgrade(forged)
                    #expect(handler.wait(for: "opened \(peer) -"))
                }
            }
        }

        @Test func refusesWhenAnAddressHoldsTooManyThatHaveNotJoined() async throws {
            try await withServer({ $0.limits.perAddressUnjoinedConnections = 2 }) { port, handler, _ in
                let first = try RawClient(port: port)
                let second = try RawClient(port: port)
                try first.upgrade()
                try second.upgrade()
                for one in [first, second] {
                    try one.say("z")
                    #expect(try one.text() == "z")
                }
                #expect(throws: ClientError.self) { try RawClient(port: port).upgrade() }
                try first.say("mark")
                try first.say("x")
                #expect(try first.text() == "x")
                let third = try RawClient(port: port)
                try third.upgrade()
                try third.say("y")
                #expect(try third.text() == "y")
            }
        }
    }
}
