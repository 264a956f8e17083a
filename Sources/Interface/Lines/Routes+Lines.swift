// Knows the requests of a line, for networks where no WebSocket comes through.

import Hosting

extension Refusal {
    /// A no of the lines.
    init(_ refusal: LineRefusal) {
        switch refusal {
        case .unknown: self.init(404, "unknownLine")
        case .gap: self.init(409, "lineGap")
        case .tooMany: self = .slowDown(2_000)
        case .stopping: self.init(503, "draining")
        }
    }
}

/// Of one send.
enum LineMessages: ListBound {
    static let most = LineLimits().messagesPerSend
}

struct LineOpening: Decodable, Sendable {
    var messages: BoundedList<String, LineMessages>?
}

struct LineSending: Decodable, Sendable {
    var line: Secret
    var from: BoundedNumber<FrameNumber>
    var messages: BoundedList<String, LineMessages>
}

struct LineTaking: Decodable, Sendable {
    var line: Secret
    var after: BoundedNumber<FrameNumber>
}

struct LineClosing: Decodable, Sendable {
    var line: Secret
}

extension Routes {
    /// What is sent with the opening has the numbers from 1.
    func openLine(_ call: Call<Anybody, LineOpening>) throws -> Response {
        let messages = call.body.messages?.values ?? []
        let device = call.device
        let own = parts.cookies.own(in: device.cookies)
        let line = try parts.lines.assumeIsolated { lines in
            let line = try lines.open(cookies: device.cookies, credentials: own, address: device.address)
            _ = try lines.send(line, credentials: own, from: 1, messages)
            return line
        }
        return .json(["line": line])
    }

    func sendOnLine(_ call: Call<LineHolder, LineSending>) throws -> Response {
        let (body, own) = (call.body, call.caller.credentials)
        let through = try parts.lines.assumeIsolated { lines in
            try lines.send(body.line.text, credentials: own, from: body.from.value, body.messages.values)
        }
        var response = Response.json(["through": through])
        response.isTerse = true
        return response
    }

    /// Held until there is something to say.
    func takeFromLine(_ call: Call<LineHolder, LineTaking>) async throws -> Response {
        let answer = await withCheckedContinuation { continuation in
            take(call) { continuation.resume(returning: $0) }
        }
        var response = Response(status: 200, contentType: "application/json", body: bytes(of: try answer.get()))
        response.isTerse = true
        return response
    }

    private func take(
        _ call: Call<LineHolder, LineTaking>, answer: @escaping @Sendable (Result<LineAnswer, LineRefusal>) -> Void
    ) {
        let line = call.body.line.text
        parts.lines.assumeIsolated { lines in
            // A held take of somebody who was let in is no new connection of its address.
            if lines.isJoined(line) { call.device.markJoined() }
            lines.take(line, credentials: call.caller.credentials, after: call.body.after.value, answer: answer)
        }
    }

    func closeLine(_ call: Call<LineHolder, LineClosing>) throws -> Response {
        let (line, own) = (call.body.line.text, call.caller.credentials)
        try parts.lines.assumeIsolated { lines in try lines.close(line, credentials: own) }
        return .empty()
    }

    /// Frames are JSON already: they are spliced, not encoded again.
    private func bytes(of answer: LineAnswer) -> [UInt8] {
        var bytes = Array("{\"frames\":[".utf8)
        bytes += answer.frames.joined(separator: [UInt8(ascii: ",")])
        bytes += Array("],\"through\":\(answer.through)".utf8)
        if let (code, words) = answer.ending.map(parts.farewell) {
            bytes += Array(",\"closed\":{\"code\":\(code),\"reason\":\"\(words)\"}".utf8)
        }
        return bytes + [UInt8(ascii: "}")]
    }
}
