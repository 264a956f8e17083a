// Knows RFC 6455 from the client's side: the handshake, masked frames out, frames and their pieces in.

/// A WebSocket to the server.
final class WebSocketClient {
    private let stream: Stream
    private var isUpgraded = false
    private var incoming: [UInt8] = []
    private var pieces: [UInt8] = []
    private var random = SystemRandomNumberGenerator()
    var onOpen: (() -> Void)?
    var onMessage: (([UInt8]) -> Void)?
    /// It is gone and we did not close it; `code` if the server said one.
    var onClosed: ((_ code: Int?) -> Void)?
    private var code: Int?

    private enum Operation: UInt8 {
        case more = 0, text = 1, close = 8, ping = 9, pong = 10
    }

    init(to endpoint: Endpoint, cookie: String, on loop: Loop) throws {
        stream = try Stream(to: endpoint, on: loop)
        stream.onBytes = { [weak self] in self?.take($0) }
        stream.onEnd = { [weak self] in self?.ended() }
        let head = """
            GET /socket HTTP/1.1\r\nHost: \(endpoint.authority)\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\
            Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\
            Sec-WebSocket-Protocol: staffroom.1\r\nCookie: \(cookie)\r\n\r\n
            """
        stream.send(Array(head.utf8))
    }

    func send(_ text: [UInt8]) { write(.text, text) }

    func close() {
        write(.close, [0x03, 0xE8])
        forget()
        stream.close()
    }

    /// The network is gone.
    func cut() {
        forget()
        stream.cut()
    }

    private func forget() { (onOpen, onMessage, onClosed) = (nil, nil, nil) }

    private func ended() {
        let closed = onClosed
        forget()
        closed?(code)
    }

    private func take(_ bytes: [UInt8]) {
        incoming += bytes
        if !isUpgraded {
            let end: [UInt8] = [13, 10, 13, 10]
            guard let split = incoming.firstRange(of: end) else { return }
            guard incoming.starts(with: Array("HTTP/1.1 101".utf8)) else {
                stream.close()
                return ended()
            }
            isUpgraded = true
            incoming.removeFirst(split.upperBound)
            onOpen?()
        }
        // Frames are taken by place and cut off together: most bytes bring several.
        var start = 0
        while let frame = nextFrame(&start) { handle(frame) }
        if start > 0 { incoming.removeFirst(start) }
    }

    private func handle(_ frame: (operation: UInt8, isLast: Bool, payload: [UInt8])) {
        switch Operation(rawValue: frame.operation) {
        case .text, .more:
            pieces += frame.payload
            guard frame.isLast else { return }
            let whole = pieces
            pieces = []
            onMessage?(whole)
        case .ping: write(.pong, frame.payload)
        case .close:
            if frame.payload.count >= 2 { code = Int(frame.payload[0]) << 8 | Int(frame.payload[1]) }
            stream.close()
            ended()
        default: break
        }
    }

    private func nextFrame(_ at: inout Int) -> (operation: UInt8, isLast: Bool, payload: [UInt8])? {
        guard incoming.count >= at + 2 else { return nil }
        let first = incoming[at]
        var length = Int(incoming[at + 1] & 0x7F)
        var start = at + 2
        if length >= 126 {
            let bytes = length == 126 ? 2 : 8
            guard incoming.count >= start + bytes else { return nil }
            length = incoming[start..<(start + bytes)].reduce(0) { $0 << 8 | Int($1) }
            start += bytes
        }
        guard incoming.count >= start + length else { return nil }
        at = start + length
        return (first & 0x0F, first & 0x80 != 0, Array(incoming[start..<at]))
    }

    private func write(_ operation: Operation, _ payload: [UInt8]) {
        var frame: [UInt8] = [0x80 | operation.rawValue]
        switch payload.count {
        case ..<126: frame.append(0x80 | UInt8(payload.count))
        case ..<65_536: frame += [0x80 | 126, UInt8(payload.count >> 8), UInt8(payload.count & 0xFF)]
        default: frame += [0x80 | 127] + (0..<8).map { UInt8(payload.count >> (56 - 8 * $0) & 0xFF) }
        }
        let mask = (0..<4).map { _ in UInt8.random(in: .min ... .max, using: &random) }
        frame += mask
        frame += payload.enumerated().map { $0.element ^ mask[$0.offset % 4] }
        stream.send(frame)
    }
}
