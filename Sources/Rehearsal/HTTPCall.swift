// Knows one HTTP request and its answer, on a connection of its own.

import Foundation

/// What came back.
struct HTTPAnswer {
    var status: Int
    /// `name=value` of the cookie that was set.
    var cookie: String?
    var body: [UInt8]

    func decoded<T: Decodable>(_ type: T.Type) -> T? { try? JSONDecoder().decode(type, from: Data(body)) }

    /// The code of a refusal.
    var refusal: String {
        struct Refused: Decodable {
            struct Inner: Decodable { var code: String }
            var error: Inner
        }
        return decoded(Refused.self)?.error.code ?? "status \(status)"
    }
}

enum HTTPCall {
    /// Posts JSON; nil when there was no answer.
    static func post(
        _ path: String, _ body: some Encodable, cookie: String? = nil, to endpoint: Endpoint, on loop: Loop,
        answer: @escaping (HTTPAnswer?) -> Void
    ) {
        guard let json = try? JSONEncoder().encode(body), let stream = try? Stream(to: endpoint, on: loop) else {
            return answer(nil)
        }
        var received: [UInt8] = []
        stream.onBytes = { received += $0 }
        // The server closes after each answer.
        stream.onEnd = {
            stream.onBytes = nil
            stream.onEnd = nil
            answer(parse(received))
        }
        let own = cookie.map { "Cookie: \($0)\r\n" } ?? ""
        let head = """
            POST \(path) HTTP/1.1\r\nHost: \(endpoint.authority)\r\nContent-Type: application/json\r\n\(own)\
            Content-Length: \(json.count)\r\nConnection: close\r\n\r\n
            """
        stream.send(Array(head.utf8) + Array(json))
    }

    static func parse(_ bytes: [UInt8]) -> HTTPAnswer? {
        let end: [UInt8] = [13, 10, 13, 10]
        guard let split = bytes.firstRange(of: end) else { return nil }
        let lines = String(decoding: bytes[..<split.lowerBound], as: UTF8.self).components(separatedBy: "\r\n")
        let words = lines[0].split(separator: " ")
        guard words.count > 1, let status = Int(words[1]) else { return nil }
        let cookie = lines.first { $0.lowercased().hasPrefix("set-cookie:") }
            .map { $0.dropFirst("set-cookie:".count).prefix { $0 != ";" }.trimmingCharacters(in: .whitespaces) }
        return HTTPAnswer(status: status, cookie: cookie, body: Array(bytes[split.upperBound...]))
    }
}
