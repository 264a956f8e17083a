// Knows one person's device: its WebSocket, its hello, its commands, and the book of what it heard.

import Glibc

/// A client of the protocol, on a poller with all others.
final class Pupil: Polled {
    private enum State { case connecting, upgrading, open, closed }

    private let poller: Poller
    private let port: Int
    private let cookie: String
    private let meeting: String
    private let role: String
    private var socket: Int32 = -1
    private var state = State.closed
    private var outgoing: [UInt8] = []
    private var isWriteWatched = false
    private var reader = FrameReader()
    private(set) var book = Book()
    /// How often the server closed it, or let it down.
    private(set) var timesClosed = 0
    /// Called with everything that it hears.
    var onNews: ((Pupil, Book.Kind) -> Void)?
    /// Called when the server has let it in as a socket; without it a hello is said at once.
    var onOpen: ((Pupil) -> Void)?
    var onClosed: ((Pupil) -> Void)?
    /// It says hello and reads nothing from then on.
    var isDeaf = false

    init(_ poller: Poller, port: Int, meeting: String, cookie: String, role: String = "teacher") {
        (self.poller, self.port, self.meeting, self.cookie, self.role) = (poller, port, meeting, cookie, role)
    }

    var isOpen: Bool { state == .open }
    /// Bytes of messages that it was sent.
    var bytes: Int { reader.taken + bytesBefore }
    private var bytesBefore = 0

    func open() {
        guard state == .closed else { return }
        guard let made = Socket.to(port: port, isWaiting: false, takes: isDeaf ? 4_096 : nil) else { return ended() }
        (socket, state, outgoing, isWriteWatched) = (made, .connecting, [], true)
        bytesBefore += reader.taken
        reader = FrameReader()
        poller.watch(socket, wantsToWrite: true, for: self)
    }

    /// Whole, or from a sequence on.
    func hello(after sequence: Int64? = nil) {
        let mark = sequence.flatMap(book.hash).map { #","hash":"\#($0)""# } ?? ""
        let from = sequence.map { #","epoch":"\#(book.epoch ?? "")","sequence":\#($0)\#(mark)"# } ?? ""
        say(#"{"hello":{"protocol":1,"meeting":"\#(meeting)","as":"\#(role)"\#(from)}}"#)
    }

    func command(_ id: String, _ wish: String) { say(#"{"command":{"id":"\#(id)","do":\#(wish)}}"#) }

    func post(_ number: Int) { command("b\(number)", #"{"postMessage":{"text":"\#(Scan.text(number))"}}"#) }

    private func say(_ text: String) {
        guard state == .open else { return }
        send(FrameCodec.masked(.text, Array(text.utf8)))
    }

    /// Leaves without a farewell; it is no closing by the server.
    func leave() {
        guard state != .closed else { return }
        poller.forget(socket)
        close(socket)
        (state, socket) = (.closed, -1)
        book.leave()
    }

    // MARK: The socket

    func ready() {
        if state == .connecting {
            var code: Int32 = 0
            var size = socklen_t(MemoryLayout<Int32>.size)
            getsockopt(socket, SOL_SOCKET, SO_ERROR, &code, &size)
            guard code == 0 else { return ended() }
            state = .upgrading
            send(
                Array(
                    """
                    GET /socket HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\
                    Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\
                    Sec-WebSocket-Protocol: staffroom.1\r\nCookie: \(cookie)\r\n\r\n
                    """.utf8))
        } else if !outgoing.isEmpty {
            flush()
        }
        read()
    }

    private func read() {
        while state != .closed {
            let count = recv(socket, poller.buffer.baseAddress, poller.buffer.count, 0)
            guard count > 0 else {
                if count == 0 || (errno != EAGAIN && errno != EINTR) { ended() }
                return
            }
            reader.append(UnsafeRawBufferPointer(rebasing: poller.buffer[..<count]))
            if state == .upgrading {
                guard let head = reader.head() else { continue }
                guard head.starts(with: Array("HTTP/1.1 101".utf8)) else { return ended() }
                state = .open
                if let onOpen { onOpen(self) } else { hello() }
                if isDeaf { return poller.forget(socket) }
            }
            if state == .open { hear() }
        }
    }

    private func hear() {
        // The reader is put back before anybody is told: whoever hears may leave or open this very device.
        var heard: [(Opcode, [UInt8])] = []
        reader.take { heard.append(($0, $1)) }
        for (opcode, payload) in heard {
            switch opcode {
            case .text:
                let news = book.take(payload)
                onNews?(self, news)
            case .ping: send(FrameCodec.masked(.pong, payload))
            case .close: ended()
            case .more, .pong: break
            }
            guard state == .open else { return }
        }
    }

    private func send(_ bytes: [UInt8]) {
        outgoing += bytes
        flush()
    }

    private func flush() {
        if !outgoing.isEmpty {
            let count = Glibc.send(socket, outgoing, outgoing.count, Int32(MSG_NOSIGNAL))
            if count > 0 { outgoing.removeFirst(count) }
        }
        guard isWriteWatched != !outgoing.isEmpty else { return }
        isWriteWatched.toggle()
        poller.watch(socket, wantsToWrite: isWriteWatched, for: self)
    }

    private func ended() {
        leave()
        timesClosed += 1
        onClosed?(self)
    }
}
