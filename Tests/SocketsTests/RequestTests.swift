import Testing

@testable import Sockets

extension SocketsTests {
    struct RequestTests {
        struct Case: Sendable, CustomTestStringConvertible {
            let name: String
            let text: String
            let status: Int
            var body: String?
            var testDescription: String { name }
        }

        static func get(_ path: String, method: String = "GET", more: String = "") -> String {
            "\(method) \(path) HTTP/1.1\r\nHost: localhost\r\n\(more)\r\n"
        }

        static let cases: [Case] = [
            Case(name: "page", text: get("/"), status: 200, body: "<p>hello"),
            Case(name: "file", text: get("/lib/a.js"), status: 200, body: "let a"),
            Case(name: "whoever takes no gzip", text: get("/small.js"), status: 200, body: "let b"),
            Case(
                name: "gzip", text: get("/small.js", more: "Accept-Encoding: br, gzip;q=0.8\r\n"), status: 200,
                body: "zipped"),
            Case(
                name: "anything but gzip", text: get("/small.js", more: "Accept-Encoding: br, gzip;q=0\r\n"),
                status: 200, body: "let b"),
            Case(
                name: "gzip not changed",
                text: get("/small.js", more: "Accept-Encoding: gzip\r\nIf-None-Match: W/\"3\"\r\n"), status: 304,
                body: ""),
            Case(
                name: "no gzip of it", text: get("/lib/a.js", more: "Accept-Encoding: gzip\r\n"), status: 200,
                body: "let a"),
            Case(name: "HEAD", text: get("/lib/a.js", method: "HEAD"), status: 200, body: ""),
            Case(name: "close wanted", text: get("/", more: "Connection: close\r\n"), status: 200, body: "<p>hello"),
            Case(name: "HTTP/1.0", text: "GET / HTTP/1.0\r\n\r\n", status: 200, body: "<p>hello"),
            Case(
                name: "not changed", text: get("/", more: "If-None-Match: \"0\", W/\"1\"\r\n"), status: 304, body: ""),
            Case(
                name: "changed", text: get("/", more: "If-None-Match: \"0\"\r\n"), status: 200, body: "<p>hello"),
            Case(
                name: "query", text: get("/echo?a=1%26&b=%20c"), status: 200,
                body: "GET /echo?a=1%26&b=%20c 0 127.0.0.1"),
            Case(name: "later", text: get("/later"), status: 200, body: "later"),
            Case(
                name: "body", text: get("/echo", method: "POST", more: "Content-Length: 5\r\n") + "hello", status: 200,
                body: "hello"),
            Case(
                name: "empty body", text: get("/echo", method: "POST", more: "Content-Length: 0\r\n"), status: 200,
                body: ""),
            Case(
                name: "body later", text: get("/later", method: "POST", more: "Content-Length: 5\r\n") + "hello",
                status: 200, body: "later"),
            Case(name: "unknown", text: get("/nothing"), status: 404, body: "{\"error\":{\"code\":\"not_found\"}}"),
            Case(name: "dots", text: get("/../etc/passwd"), status: 404),
            Case(name: "dots behind", text: get("/lib/../../etc/passwd"), status: 404),
            Case(name: "encoded dots", text: get("/%2e%2e/etc/passwd"), status: 404),
            Case(name: "encoded slash", text: get("/lib%2f..%2f..%2fetc%2fpasswd"), status: 404),
            Case(name: "twice encoded", text: get("/%252e%252e/etc/passwd"), status: 404),
            Case(name: "backslash", text: get("/..\\..\\etc\\passwd"), status: 404),
            Case(name: "encoded backslash", text: get("/%5c..%5cetc"), status: 404),
            Case(name: "overlong dots", text: get("/%c0%ae%c0%ae/etc/passwd"), status: 404),
            Case(name: "encoded newline", text: get("/a%0d%0ab"), status: 400),
            Case(name: "half a code", text: get("/a%0"), status: 400),
            Case(name: "half a code in the query", text: get("/echo?a=%g0"), status: 400),
            Case(
                name: "a plus in the query", text: get("/echo?a=b+c"), status: 200,
                body: "GET /echo?a=b%20c 0 127.0.0.1"),
            Case(name: "a whole address", text: get("http://localhost/"), status: 404),
            Case(
                name: "too many headers", text: get("/", more: String(repeating: "X: y\r\n", count: 3_000)), status: 431
            ),
            Case(name: "POST to a file", text: get("/", method: "POST", more: "Content-Length: 0\r\n"), status: 405),
            Case(name: "PUT", text: get("/", method: "PUT", more: "Content-Length: 0\r\n"), status: 405),
            Case(name: "DELETE", text: get("/", method: "DELETE"), status: 405),
            Case(name: "OPTIONS", text: get("/", method: "OPTIONS"), status: 405),
            Case(name: "CONNECT", text: "CONNECT a:1 HTTP/1.1\r\nHost: a\r\n\r\n", status: 405),
            Case(name: "no host", text: "GET / HTTP/1.1\r\n\r\n", status: 400),
            Case(name: "POST without length", text: get("/echo", method: "POST"), status: 411),
            Case(
                name: "chunked",
                text: get("/echo", method: "POST", more: "Transfer-Encoding: chunked\r\n")
                    + "5\r\nhello\r\n0\r\n\r\n", status: 411),
            Case(
                name: "chunked GET", text: get("/", more: "Transfer-Encoding: chunked\r\n") + "0\r\n\r\n", status: 411),
            Case(
                name: "both lengths",
                text: get(
                    "/echo", method: "POST", more: "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n") + "hello",
                status: 411),
            Case(
                name: "two lengths",
                text: get(
                    "/echo", method: "POST", more: "Content-Length: 5\r\nContent-Length: 6\r\n") + "hello", status: 400),
            Case(
                name: "negative length", text: get("/echo", method: "POST", more: "Content-Length: -1\r\n"), status: 400
            ),
            Case(
                name: "signed length", text: get("/echo", method: "POST", more: "Content-Length: +5\r\n") + "hello",
                status: 400),
            Case(
                name: "overflowing length",
                text: get(
                    "/echo", method: "POST", more: "Content-Length: 99999999999999999999\r\n"), status: 400),
            Case(name: "GET with a body", text: get("/", more: "Content-Length: 5\r\n") + "hello", status: 400),
            Case(
                name: "body too long", text: get("/echo", method: "POST", more: "Content-Length: 65537\r\n"),
                status: 413),
            Case(name: "path too long", text: get("/" + String(repeating: "a", count: 3_000)), status: 414),
            Case(name: "query too long", text: get("/?" + String(repeating: "a", count: 3_000)), status: 414),
            Case(
                name: "header too long",
                text: get("/", more: "Cookie: " + String(repeating: "a", count: 5_000) + "\r\n"),
                status: 431),
        ]

        @Test(arguments: cases) func answers(_ one: Case) async throws {
            try await withServer { port, _, _ in
                let client = try RawClient(port: port)
                try client.send(one.text)
                let answer = try client.answer(isHead: one.text.hasPrefix("HEAD"))
                #expect(answer.status == one.status, "\(one.name)")
                if let body = one.body { #expect(answer.text == body) }
                if one.text.hasPrefix("HEAD") { #expect(answer.header("content-length") == "5") }
                if one.status >= 400 { #expect(answer.text.hasPrefix("{\"error\":{\"code\":\"")) }
                for name in [
                    "content-security-policy", "x-content-type-options", "referrer-policy",
                    "cross-origin-opener-policy",
                ] {
                    #expect(answer.headers.filter { $0.name == name }.count == 1, "\(name)")
                }
                #expect(answer.header("strict-transport-security") == nil)
                let isFile = ["/ ", "/lib/a.js ", "/small.js "].contains {
                    one.text.split(separator: " ")[1] + " " == $0
                }
                let isLast =
                    !isFile || one.status >= 400 || one.text.contains("HTTP/1.0") || one.text.contains(": close")
                #expect(answer.header("connection") == (isLast ? "close" : nil))
                if isLast {
                    #expect(try client.isEnded())
                } else {
                    try client.send(Self.get("/lib/a.js"))
                    #expect(try client.answer().text == "let a")
                }
            }
        }

        @Test func repeatsCookiesAndKeepsHeadersWhole() async throws {
            try await withServer({ $0.strictTransportSecurity = true }) { port, _, _ in
                let client = try RawClient(port: port)
                try client.send(Self.get("/echo"))
                let answer = try client.answer()
                #expect(answer.headers.filter { $0.name == "set-cookie" }.map(\.value) == ["a=1", "b=2"])
                #expect(answer.header("x-injected") == nil)
                #expect(answer.header("cache-control") == "no-store")
                #expect(answer.header("strict-transport-security") == "max-age=31536000")
            }
        }

        @Test func sendsALargeAnswerToASlowReader() async throws {
            try await withServer { port, _, _ in
                let client = try RawClient(port: port, receiveBytes: 4_096)
                try client.send(Self.get("/large"))
                let other = try RawClient(port: port)
                try other.send(Self.get("/"))
                #expect(try other.answer().text == "<p>hello")
                #expect(try client.answer().body.count == 8_000_000)
            }
        }

        @Test func showsTheRefusalToAClientThatStillSends() async throws {
            try await withServer { port, _, _ in
                let client = try RawClient(port: port)
                try client.send(Self.get("/echo", method: "POST", more: "Content-Length: 500000\r\n"))
                try client.send([UInt8](repeating: 0, count: 500_000))
                #expect(try client.answer().status == 413)
            }
        }

        @Test func endsWhatTakesTooLong() async throws {
            try await withServer({
                $0.limits.answerDeadlineSeconds = 1
                $0.limits.bodyDeadlineSeconds = 1
                $0.limits.tickMilliseconds = 50
            }) { port, _, _ in
                let unanswered = try RawClient(port: port)
                try unanswered.send(Self.get("/never"))
                let unfinished = try RawClient(port: port)
                try unfinished.send(Self.get("/echo", method: "POST", more: "Content-Length: 5\r\n") + "he")
                #expect(try unanswered.answer().status == 503)
                #expect(try unfinished.answer().status == 408)
                #expect(try unanswered.isEnded())
                #expect(try unfinished.isEnded())
            }
        }

        @Test func survivesAClientThatLeavesBeforeTheAnswer() async throws {
            try await withServer { port, handler, _ in
                for _ in 0..<20 {
                    let client = try RawClient(port: port)
                    try client.send(Self.get("/later"))
                    client.close()
                }
                #expect(handler.wait(for: "GET /later? 0 127.0.0.1", count: 20))
                let client = try RawClient(port: port)
                try client.send(Self.get("/later"))
                #expect(try client.answer().text == "later")
            }
        }
    }
}
