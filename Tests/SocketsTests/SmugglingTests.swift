import Foundation
import Testing

@testable import Sockets

extension SocketsTests {
    /// Requests that two readers could take for two things: refused, whatever went before on the connection, and nothing
    /// that hides in them or behind them is heard.
    struct SmugglingTests {
        struct Probe: Sendable, CustomTestStringConvertible {
            let testDescription: String
            let text: String
            init(_ name: String, _ text: String) { (testDescription, self.text) = (name, text) }
        }

        private static let hidden = "GET /echo?smuggled HTTP/1.1\r\nHost: localhost\r\n\r\n"

        private static func post(_ headers: String, _ body: String) -> String {
            "POST /echo HTTP/1.1\r\nHost: localhost\r\n\(headers)\r\n\r\n\(body)"
        }

        private static func get(_ headers: String) -> String {
            "GET /echo HTTP/1.1\r\nHost: localhost\r\n\(headers)\r\n\r\n"
        }

        static let probes: [Probe] =
            [
                // Two lengths.
                "Content-Length: 5\r\nTransfer-Encoding: chunked", "Transfer-Encoding: chunked\r\nContent-Length: 5",
                "Content-Length: 5\r\nContent-Length: 6", "Content-Length: 0\r\nContent-Length: 0",
                "Content-Length: 0, 0", "Content-Length: +0", "Content-Length: 0x0", "Content-Length: 0\u{0B}",
                "Content-Length: 0;", "Content-Length:", "Content-Length: \"0\"", "Content-Length: ٠",
                "Content-Length: 00000000",
                // Chunks under any name that somebody may take for theirs.
                "Transfer-Encoding: chunked", "transfer-encoding: CHUNKED", "Transfer-Encoding: identity",
                "Transfer-Encoding: xchunked", "Transfer-Encoding: chunked, identity", "Transfer-Encoding:",
                "Content-Length: 0\r\nTransfer-Encoding : chunked", "Content-Length: 0\r\nTransfer-Encoding\t: chunked",
                "Content-Length: 0\r\n Transfer-Encoding: chunked",
                "Content-Length: 0\r\nTransfer-Encoding:\r\n chunked",
                "Content-Length: 0\r\nTransfer-Encoding:\r\n\tchunked", "Content-Length: 0\r\nX: a\r\n b",
                "Content-Length: 0\r\nTransfer-Encoding: \u{0B}chunked",
                "Content-Length: 0\r\nTransfer-Encoding: \0chunked",
                "Content-Length: 0\r\nX: a\nTransfer-Encoding: chunked",
                "Content-Length: 0\r\nX: a\rTransfer-Encoding: chunked",
                "Content-Length: 0\nTransfer-Encoding: chunked", "Content-Length: 0\r\n\rX: a",
                "Content-Length: 0\r\r\nX: a",
                // What is no header.
                "Content-Length: 0\r\nnothing", "Content-Length: 0\r\n: a", "Content-Length: 0\r\nA B: c",
                "Content-Length: 0\r\nX\0: a", "Content-Length: 0\r\nX: \u{7F}", "Content-Length: 0\r\nHost: other",
                "Content-Length: 0\r\nÜ: a", "Content-Length: 0\r\nX(: a",
            ].map { Probe("POST \($0.debugDescription)", post($0, "0\r\n\r\n" + hidden)) }
            + ["Content-Length: 5", "Transfer-Encoding: chunked", "Content-Length: 1\r\nContent-Length: 0"].map {
                Probe("GET \($0.debugDescription)", get($0) + hidden)
            }
            + [
                "GET / HTTP/1.1\nHost: a\n\n", "GET  / HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET\t/\tHTTP/1.1\r\nHost: a\r\n\r\n",
                "GET / HTTP/1.1 \r\nHost: a\r\n\r\n", " GET / HTTP/1.1\r\nHost: a\r\n\r\n", "GET /\r\nHost: a\r\n\r\n",
                "GET / a HTTP/1.1\r\nHost: a\r\n\r\n", "GET / http/1.1\r\nHost: a\r\n\r\n",
                "GET / HTTP/1.2\r\nHost: a\r\n\r\n",
                "GET / HTTP/2\r\nHost: a\r\n\r\n", "get / HTTP/1.1\r\nHost: a\r\n\r\n",
                "G(T / HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET / HTTP/1.1\r\nX: y: z\r\n\r\n", "\r\n\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n",
                "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", "\u{16}\u{03}\u{01}\u{02}\0", "GET /\0 HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: a\r\nExpect: 200-ok\r\n\r\n", "0\r\n\r\n", "X-Behind: the body\r\n\r\n",
                "CONNECT localhost:1 HTTP/1.1\r\nHost: a\r\n\r\n", "* GET HTTP/1.1\r\nHost: a\r\n\r\n",
            ].map { Probe($0.debugDescription, $0 + hidden) }

        @Test(arguments: probes) func nothingIsSmuggled(_ probe: Probe) async throws {
            try await withServer { port, handler, _ in
                let before = [
                    "", RequestTests.get("/"),
                    RequestTests.get("/lib/a.js") + RequestTests.get("/small.js", more: "Accept-Encoding: gzip\r\n"),
                ]
                for first in before {
                    let client = try RawClient(port: port)
                    try client.send(first + probe.text)
                    for _ in first.components(separatedBy: "GET ").dropFirst() {
                        #expect(try client.answer().status == 200)
                    }
                    let refusal = try client.answer(isHead: probe.text.hasPrefix("HEAD"))
                    #expect((400...505).contains(refusal.status))
                    #expect(refusal.header("connection") == "close")
                    #expect(try client.isEnded(), "one answer and no more")
                }
                #expect(!handler.all.contains { $0.contains("smuggled") })
                let next = try RawClient(port: port)
                try next.send(RequestTests.get("/"))
                #expect(try next.answer().text == "<p>hello")
            }
        }

        /// What is odd and has one meaning only is served.
        @Test(arguments: [
            "Content-Length:0", "Content-Length:\t0 ", "content-LENGTH: 0000000", "X-Empty:\r\nContent-Length: 0",
            "X: a: b\r\nContent-Length: 0", "X: ü\r\nContent-Length: 0",
        ]) func whatIsOddAndClearIsServed(_ headers: String) async throws {
            try await withServer { port, handler, _ in
                let client = try RawClient(port: port)
                try client.send(RequestTests.get("/lib/a.js", more: headers + "\r\n") + Self.post(headers, ""))
                #expect(try client.answer().text == "let a")
                #expect(try client.answer().status == 200)
            }
        }
    }
}
