// Knows a client of the line: the same protocol by requests, one take after the other, on a connection that is kept
// where the server keeps it.

import Foundation
import Glibc

final class LineClient: Polled {
    private let poller: Poller
    private let port: Int
    private let cookie: String
    private var line = ""
    private var after: Int64 = 0
    private var socket: Int32 = -1
    private var outgoing: ArraySlice<UInt8> = []
    private var answer: [UInt8] = []
    private var isLeft = false
    /// Numbers of the bench's messages, in the order in which they came.
    private(set) var marks: [Int64] = []
    private(set) var isWelcome = false
    /// What was not as it should be.
    private(set) var wrong: [String] = []
    /// How often it had to connect.
    private(set) var connections = 0

    private static let head: [UInt8] = [13, 10, 13, 10]
    private static let events = Array(#"{"events":"#.utf8)
    private static let welcome = Array(#"{"welcome":"#.utf8)
    private static let closed = Array(#""closed":"#.utf8)

    init(_ poller: Poller, port: Int, cookie: String) { (self.poller, self.port, self.cookie) = (poller, port, cookie) }

    /// Says hello, and takes from then on.
    func open(_ meeting: String) throws {
        let hello = #"{"hello":{"protocol":1,"meeting":"\#(meeting)","as":"teacher"}}"#
        let reply = try BenchRequest.post("/api/line/open", ["messages": [hello]], port: port, cookie: cookie)
        guard let line = reply.body["line"] as? String else { throw BenchFailure("no line was opened") }
        self.line = line
        take()
    }

    func leave() {
        isLeft = true
        drop()
    }

    private func drop() {
        guard socket >= 0 else { return }
        poller.forget(socket)
        close(socket)
        socket = -1
    }

    private func take() {
        let body = Array(#"{"line":"\#(line)","after":\#(after)}"#.utf8)
        let head = """
            POST /api/line/take HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\nContent-Type: application/json\r\n\
            Cookie: \(cookie)\r\nContent-Length: \(body.count)\r\n\r\n
            """
        outgoing = (Array(head.utf8) + body)[...]
        answer = []
        if socket < 0 {
            guard let made = Socket.to(port: port, isWaiting: false) else { return wrong.append("no connection") }
            socket = made
            connections += 1
            poller.watch(socket, wantsToWrite: true, for: self)
        } else {
            flush()
        }
    }

    private func flush() {
        let count = outgoing.withUnsafeBytes { send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
        if count > 0 { outgoing = outgoing.dropFirst(count) }
        poller.watch(socket, wantsToWrite: !outgoing.isEmpty, for: self)
    }

    func ready() {
        if !outgoing.isEmpty { flush() }
        while socket >= 0 {
            let count = recv(socket, poller.buffer.baseAddress, poller.buffer.count, 0)
            guard count > 0 else {
                if count == 0 || (errno != EAGAIN && errno != EINTR) { ended() }
                return
            }
            answer += UnsafeRawBufferPointer(rebasing: poller.buffer[..<count])
            if isWhole { return heard() }
        }
    }

    /// The server ended a connection that it had kept, or in the middle of an answer: both are taken again.
    private func ended() {
        drop()
        if !isLeft { take() }
    }

    private var isWhole: Bool {
        guard let end = Scan.end(of: Self.head, in: answer) else { return false }
        let head = String(decoding: answer[..<end], as: UTF8.self).lowercased()
        let length = head.components(separatedBy: "content-length:").last?.prefix { $0 != "\r" } ?? ""
        return answer.count >= end + (Int(length.trimmingCharacters(in: .whitespaces)) ?? 0)
    }

    private func heard() {
        let end = Scan.end(of: Self.head, in: answer) ?? 0
        let (head, body) = (answer[..<end], Array(answer[end...]))
        let text = String(decoding: head, as: UTF8.self).lowercased()
        if text.contains("connection: close") { drop() }
        guard text.hasPrefix("http/1.1 200"), !Scan.has(Self.closed, in: body) else {
            return wrong.append("a take was answered: \(String(decoding: body.prefix(200), as: UTF8.self))")
        }
        if Scan.has(Self.welcome, in: body) {
            isWelcome = true
        } else if Scan.has(Self.events, in: body) {
            marks += Scan.numbers(behind: Scan.mark, in: body)
        }
        // The number of the last frame stands behind all frames.
        after = Scan.numbers(behind: Scan.through, in: body).last ?? after
        if !isLeft { take() }
    }
}
