// A client on a bare socket: says exactly what a test wants said, and reads what comes, with a deadline.

import Foundation

@testable import Sockets

struct ClientError: Error, CustomStringConvertible { let description: String }

/// A raw HTTP answer.
struct Answer {
    var status = 0
    var headers: [(name: String, value: String)] = []
    var body: [UInt8] = []
    var text: String { String(decoding: body, as: UTF8.self) }

    func header(_ name: String) -> String? { headers.first { $0.name == name.lowercased() }?.value }
}

/// A raw WebSocket frame from the server.
struct ServerFrame: Equatable {
    var opcode: UInt8
    var payload: [UInt8]
    var text: String { String(decoding: payload, as: UTF8.self) }
    var closeCode: Int? { opcode == 8 && payload.count >= 2 ? Int(payload[0]) << 8 | Int(payload[1]) : nil }
}

final class RawClient {
    let socket: Int32
    private var buffer: [UInt8] = []
    private var isOpen = true

    init(
        port: Int, address: String = "127.0.0.1", deadlineSeconds: Int = 8, receiveBytes: Int32? = nil
    ) throws {
        guard let place = SocketAddress(address, port: port) else { throw ClientError(description: "no address") }
        socket = Foundation.socket(place.family, Int32(SOCK_STREAM.rawValue), 0)
        if var receiveBytes {
            setsockopt(socket, SOL_SOCKET, SO_RCVBUF, &receiveBytes, socklen_t(MemoryLayout<Int32>.size))
        }
        var time = timeval(tv_sec: deadlineSeconds, tv_usec: 0)
        setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &time, socklen_t(MemoryLayout<timeval>.size))
        setsockopt(socket, SOL_SOCKET, SO_SNDTIMEO, &time, socklen_t(MemoryLayout<timeval>.size))
        let result = place.with { connect(socket, $0, $1) }
        guard result == 0 else { throw ClientError(description: "connect: errno \(errno)") }
    }

    deinit { close() }

    func close() {
        guard isOpen else { return }
        isOpen = false
        Foundation.close(socket)
    }

    func send(_ text: String) throws { try send(Array(text.utf8)) }

    func send(_ bytes: [UInt8]) throws {
        var sent = 0
        while sent < bytes.count {
            let count = bytes[sent...].withUnsafeBytes {
                Foundation.send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            guard count > 0 else { throw ClientError(description: "send: errno \(errno)") }
            sent += count
        }
    }

    /// False at the end of the stream.
    private func fill() throws -> Bool {
        var chunk = [UInt8](repeating: 0, count: 65_536)
        let count = recv(socket, &chunk, chunk.count, 0)
        if count == 0 || (count < 0 && errno == ECONNRESET) { return false }
        guard count > 0 else { throw ClientError(description: "nothing came in time, errno \(errno)") }
        buffer += chunk[..<count]
        return true
    }

    func take(_ count: Int) throws -> [UInt8] {
        while buffer.count < count {
            guard try fill() else { throw ClientError(description: "ended after \(buffer.count) of \(count) bytes") }
        }
        defer { buffer.removeFirst(count) }
        return Array(buffer[..<count])
    }

    /// Whether the server has ended the connection, with nothing left to read.
    func isEnded() throws -> Bool {
        guard buffer.isEmpty else { return false }
        return try !fill()
    }

    func answer(isHead: Bool = false) throws -> Answer {
        let end = Array("\r\n\r\n".utf8)
        var at: Int?
        while at == nil {
            if buffer.count >= 4 { at = (0...(buffer.count - 4)).first { Array(buffer[$0..<($0 + 4)]) == end } }
            if at == nil, try !fill() {
                throw ClientError(description: "no answer: \(String(decoding: buffer, as: UTF8.self))")
            }
        }
        let lines = String(decoding: try take(at! + 4), as: UTF8.self).components(separatedBy: "\r\n")
        var answer = Answer()
        answer.status = Int(lines[0].split(separator: " ")[1]) ?? 0
        for line in lines.dropFirst() where !line.isEmpty {
            let colon = line.firstIndex(of: ":")!
            let value = line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
            answer.headers.append((name: line[..<colon].lowercased(), value: value))
        }
        if !isHead, let length = answer.header("content-length").flatMap({ Int($0) }) { answer.body = try take(length) }
        return answer
    }

    // MARK: WebSocket

    static let key = "dGhlIHNhbXBsZSBub25jZQ=="

    static func handshake(
        path: String = "/socket", host: String? = "localhost", version: String? = "13", key: String? = RawClient.key,
        upgrade: String = "websocket", connection: String = "Upgrade", origin: String? = nil,
        subprotocol: String? = "staffroom.1", line: String? = nil, more: String = ""
    ) -> String {
        var text = (line ?? "GET \(path) HTTP/1.1") + "\r\n"
        func add(_ name: String, _ value: String?) { if let value { text += "\(name): \(value)\r\n" } }
        add("Host", host)
        add("Upgrade", upgrade)
        add("Connection", connection)
        add("Sec-WebSocket-Key", key)
        add("Sec-WebSocket-Version", version)
        add("Origin", origin)
        add("Sec-WebSocket-Protocol", subprotocol)
        return text + more + "\r\n"
    }

    /// Becomes a WebSocket.
    func upgrade(_ text: String = RawClient.handshake()) throws {
        try send(text)
        let answer = try answer()
        guard answer.status == 101 else { throw ClientError(description: "upgrade refused: \(answer.status)") }
    }

    static func frame(
        _ opcode: UInt8, _ payload: [UInt8], isFinal: Bool = true, declaring length: UInt64? = nil
    ) -> [UInt8] {
        let count = length ?? UInt64(payload.count)
        var bytes = [(isFinal ? 0x80 : 0) | opcode]
        switch count {
        case ..<126: bytes.append(0x80 | UInt8(count))
        case ..<65_536: bytes += [0x80 | 126, UInt8(count >> 8), UInt8(count & 0xFF)]
        default: bytes += [0x80 | 127] + (0..<8).map { UInt8(truncatingIfNeeded: count >> (56 - 8 * UInt64($0))) }
        }
        let mask: [UInt8] = [1, 2, 3, 4]
        return bytes + mask + payload.enumerated().map { $1 ^ mask[$0 % 4] }
    }

    func say(_ text: String) throws { try send(Self.frame(1, Array(text.utf8))) }

    func frame() throws -> ServerFrame {
        let head = try take(2)
        var count = Int(head[1] & 0x7F)
        if count == 126 {
            count = try take(2).reduce(0) { $0 << 8 | Int($1) }
        } else if count == 127 {
            count = try take(8).reduce(0) { $0 << 8 | Int($1) }
        }
        return ServerFrame(opcode: head[0] & 0x0F, payload: try take(count))
    }

    /// The next text, leaving pings out.
    func text() throws -> String {
        while true {
            let frame = try frame()
            if frame.opcode == 1 { return frame.text }
            if frame.opcode != 9 { throw ClientError(description: "not a text: \(frame)") }
        }
    }

    /// The code of the close frame, whatever comes before it.
    func closeCode() throws -> Int? {
        while true {
            let frame = try frame()
            if frame.opcode == 8 { return frame.closeCode }
        }
    }
}
