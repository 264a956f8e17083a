// Knows RFC 6455 from the client's side: masked frames out; frames and their pieces in.

/// What a frame is.
enum Opcode: UInt8 {
    case more = 0, text = 1, close = 8, ping = 9, pong = 10
}

enum FrameCodec {
    /// Any four bytes are as good: nobody is between us and the server whom the mask would confuse.
    private static let mask: [UInt8] = [0x5A, 0xC3, 0x96, 0x3C]

    /// One whole frame of a client.
    static func masked(_ opcode: Opcode, _ payload: [UInt8]) -> [UInt8] {
        var frame: [UInt8] = [0x80 | opcode.rawValue]
        frame.reserveCapacity(payload.count + 14)
        switch payload.count {
        case ..<126: frame.append(0x80 | UInt8(payload.count))
        case ..<65_536: frame += [0x80 | 126, UInt8(payload.count >> 8), UInt8(payload.count & 0xFF)]
        default: frame += [0x80 | 127] + (0..<8).map { UInt8(payload.count >> (56 - 8 * $0) & 0xFF) }
        }
        frame += mask
        for (index, byte) in payload.enumerated() { frame.append(byte ^ mask[index & 3]) }
        return frame
    }
}

/// Takes bytes as they come and gives messages as they are whole.
struct FrameReader {
    private var bytes: [UInt8] = []
    private var pieces: [UInt8] = []
    /// Bytes of messages so far, without the frames around them.
    private(set) var taken = 0

    mutating func append(_ more: UnsafeRawBufferPointer) { bytes.append(contentsOf: more) }
    mutating func append(_ more: [UInt8]) { bytes += more }

    /// What came before the first frame, up to and with the empty line; nil when that is not here yet.
    mutating func head() -> [UInt8]? {
        let end: [UInt8] = [13, 10, 13, 10]
        guard let place = Scan.end(of: end, in: bytes) else { return nil }
        let head = Array(bytes[..<place])
        bytes.removeFirst(place)
        return head
    }

    /// Hands over all whole messages and control frames; what is left waits for more bytes.
    mutating func take(_ hand: (Opcode, [UInt8]) -> Void) {
        // Frames are taken by place and cut off together: most bytes bring several.
        var place = 0
        while let frame = frame(at: &place) {
            switch Opcode(rawValue: frame.opcode) {
            case .text, .more:
                if frame.isLast, pieces.isEmpty {
                    taken += frame.payload.count
                    hand(.text, Array(frame.payload))
                } else {
                    pieces += frame.payload
                    guard frame.isLast else { break }
                    taken += pieces.count
                    hand(.text, pieces)
                    pieces = []
                }
            case .close: hand(.close, Array(frame.payload))
            case .ping: hand(.ping, Array(frame.payload))
            case .pong, nil: break
            }
        }
        if place > 0 { bytes.removeFirst(place) }
    }

    private func frame(at place: inout Int) -> (opcode: UInt8, isLast: Bool, payload: ArraySlice<UInt8>)? {
        guard bytes.count >= place + 2 else { return nil }
        let first = bytes[place]
        var length = Int(bytes[place + 1] & 0x7F)
        var start = place + 2
        if length >= 126 {
            let count = length == 126 ? 2 : 8
            guard bytes.count >= start + count else { return nil }
            length = bytes[start..<(start + count)].reduce(0) { $0 << 8 | Int($1) }
            start += count
        }
        guard bytes.count >= start + length else { return nil }
        place = start + length
        return (first & 0x0F, first & 0x80 != 0, bytes[start..<place])
    }
}
