// Knows one HTTP request and its answer, on a socket of its own: what a bench has to do before it measures.

import Foundation
import Glibc

/// What cannot be measured, as a sentence.
struct BenchFailure: Error, CustomStringConvertible {
    let description: String
    init(_ description: String) { self.description = description }
}

struct Reply {
    var status: Int
    /// `name=value` of the cookie that was set.
    var cookie: String?
    var body: [String: Any]
}

enum BenchRequest {
    static func get(_ path: String, port: Int, cookie: String) throws -> Reply {
        let head = "GET \(path) HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\nCookie: \(cookie)\r\nConnection: close"
        return try call(Array((head + "\r\n\r\n").utf8), port)
    }

    static func post(_ path: String, _ body: [String: Any], port: Int, cookie: String? = nil) throws -> Reply {
        let reply = try call(posting(path, body, port: port, cookie: cookie), port)
        guard reply.status == 200 else { throw BenchFailure("POST \(path) was answered \(reply.status) \(reply.body)") }
        return reply
    }

    /// The bytes of a request after whose answer the server closes.
    static func posting(_ path: String, _ body: [String: Any], port: Int, cookie: String?) throws -> [UInt8] {
        let json = try JSONSerialization.data(withJSONObject: body)
        let own = cookie.map { "Cookie: \($0)\r\n" } ?? ""
        let head = """
            POST \(path) HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\nContent-Type: application/json\r\n\(own)\
            Content-Length: \(json.count)\r\nConnection: close\r\n\r\n
            """
        return Array(head.utf8) + json
    }

    private static func call(_ request: [UInt8], _ port: Int) throws -> Reply {
        guard let socket = Socket.to(port: port, isWaiting: true) else {
            throw BenchFailure("nothing answers on port \(port)")
        }
        defer { close(socket) }
        var out = request[...]
        while !out.isEmpty {
            let count = out.withUnsafeBytes { send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
            guard count > 0 else { throw BenchFailure("the server does not read") }
            out = out.dropFirst(count)
        }
        var received: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        // The server closes after each answer.
        while case let count = recv(socket, &buffer, buffer.count, 0), count > 0 { received += buffer[..<count] }
        return try parse(received)
    }

    static func parse(_ bytes: [UInt8]) throws -> Reply {
        let end: [UInt8] = [13, 10, 13, 10]
        guard let split = bytes.firstRange(of: end) else { throw BenchFailure("half an answer") }
        let lines = String(decoding: bytes[..<split.lowerBound], as: UTF8.self).components(separatedBy: "\r\n")
        let words = lines[0].split(separator: " ")
        guard words.count > 1, let status = Int(words[1]) else { throw BenchFailure("no HTTP: \(lines[0])") }
        let cookie = lines.first { $0.lowercased().hasPrefix("set-cookie:") }
            .map { $0.dropFirst("set-cookie:".count).prefix { $0 != ";" }.trimmingCharacters(in: .whitespaces) }
        let body = try? JSONSerialization.jsonObject(with: Data(bytes[split.upperBound...]))
        return Reply(status: status, cookie: cookie, body: body as? [String: Any] ?? [:])
    }
}
