// Knows the requests of a line, for networks where no WebSocket comes through.

import Hosting
import Sockets
import Wire

extension Refusal {
    /// A no of the lines.
    init(_ refusal: LineRefusal) {
        switch refusal {
        case .unknown: self.init(404, "unknownLine")
        case .gap: self.init(409, "lineGap")
        case .tooMany: self.init(429, "slowDown", wait: 2_000)
        case .stopping: self.init(503, "draining")
        }
    }
}

extension Routes {
    private struct Opening: Decodable {
        var messages: [String]?
    }

    private struct Sending: Decodable {
        var line: String
        var from: Int
        var messages: [String]
    }

    private struct Taking: Decodable {
        var line: String
        var after: Int
    }

    private struct Closing: Decodable {
        var line: String
    }

    /// What is sent with the opening has the numbers from 1.
    func openLine(_ request: HTTPRequest) throws -> HTTPResponse {
        let messages = try checked(try Self.body(request, as: Opening.self).messages ?? [])
        let own = parts.cookies.own(in: request.cookie)
        let line = try parts.lines.assumeIsolated { lines in
            let line = try lines.open(cookies: request.cookie ?? "", credentials: own, address: request.peer)
            _ = try lines.send(line, credentials: own, from: 1, messages)
            return line
        }
        return Self.json(["line": line])
    }

    func sendOnLine(_ request: HTTPRequest) throws -> HTTPResponse {
        let body = try Self.body(request, as: Sending.self)
        let messages = try checked(body.messages)
        let own = parts.cookies.own(in: request.cookie)
        let through = try parts.lines.assumeIsolated { lines in
            try lines.send(body.line, credentials: own, from: body.from, messages)
        }
        var response = Self.json(["through": through])
        response.isTerse = true
        return response
    }

    /// Held until there is something to say.
    func takeFromLine(_ request: HTTPRequest, _ responder: Responder) async throws -> HTTPResponse {
        let body = try Self.body(request, as: Taking.self)
        let own = parts.cookies.own(in: request.cookie)
        let answer = await withCheckedContinuation { continuation in
            take(body, own, responder) { continuation.resume(returning: $0) }
        }
        var response = HTTPResponse(
            status: 200, contentType: "application/json", body: Self.bytes(of: try answer.get()))
        response.isTerse = true
        return response
    }

    private func take(
        _ body: Taking, _ own: Set<String>, _ responder: Responder,
        answer: @escaping @Sendable (Result<LineAnswer, LineRefusal>) -> Void
    ) {
        parts.lines.assumeIsolated { lines in
            // A held take of somebody who was let in is no new connection of its address.
            if lines.isJoined(body.line) { responder.markJoined() }
            lines.take(body.line, credentials: own, after: body.after, answer: answer)
        }
    }

    func closeLine(_ request: HTTPRequest) throws -> HTTPResponse {
        let line = try Self.body(request, as: Closing.self).line
        let own = parts.cookies.own(in: request.cookie)
        try parts.lines.assumeIsolated { lines in try lines.close(line, credentials: own) }
        return Self.json([String: String]())
    }

    private func checked(_ messages: [String]) throws -> [String] {
        let most = parts.lines.limits.messagesPerSend
        guard messages.count <= most else { throw Refusal(400, "tooManyMessages", limit: most) }
        return messages
    }

    /// Frames are JSON already: they are spliced, not encoded again.
    private static func bytes(of answer: LineAnswer) -> [UInt8] {
        var bytes = Array("{\"frames\":[".utf8)
        bytes += answer.frames.joined(separator: [UInt8(ascii: ",")])
        bytes += Array("],\"through\":\(answer.through)".utf8)
        if let (code, reason) = answer.ending?.onTheWire {
            bytes += Array(",\"closed\":{\"code\":\(code.rawValue),\"reason\":\"\(reason)\"}".utf8)
        }
        return bytes + [UInt8(ascii: "}")]
    }
}
