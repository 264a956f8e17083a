// Knows the client's frames: written as RFC 6455 says, read whole however the bytes are cut.

import Testing

@testable import StaffroomBench

@Suite struct FrameTests {
    /// A frame of a server: not masked.
    private static func served(_ first: UInt8, _ payload: [UInt8]) -> [UInt8] {
        switch payload.count {
        case ..<126: [first, UInt8(payload.count)] + payload
        case ..<65_536: [first, 126, UInt8(payload.count >> 8), UInt8(payload.count & 0xFF)] + payload
        default: [first, 127] + (0..<8).map { UInt8(payload.count >> (56 - 8 * $0) & 0xFF) } + payload
        }
    }

    private static func read(_ bytes: [UInt8], inPiecesOf size: Int) -> [[UInt8]] {
        var reader = FrameReader()
        var heard: [[UInt8]] = []
        for start in stride(from: 0, to: bytes.count, by: size) {
            reader.append(Array(bytes[start..<min(start + size, bytes.count)]))
            reader.take { heard.append([$0.rawValue] + $1) }
        }
        return heard
    }

    @Test("a client's frame is masked, and its length is well told", arguments: [0, 5, 125, 126, 65_535, 65_536])
    func masked(_ count: Int) {
        let payload = (0..<count).map { UInt8(truncatingIfNeeded: $0 * 31) }
        let frame = FrameCodec.masked(.text, payload)
        let extra = count < 126 ? 0 : count < 65_536 ? 2 : 8
        #expect(frame[0] == 0x81)
        #expect(frame[1] & 0x80 != 0)
        #expect(Int(frame[1] & 0x7F) == (extra == 0 ? count : extra == 2 ? 126 : 127))
        #expect(frame[2..<(2 + extra)].reduce(0) { $0 << 8 | Int($1) } == (extra == 0 ? 0 : count))
        let mask = Array(frame[(2 + extra)..<(6 + extra)])
        let open = frame[(6 + extra)...].enumerated().map { $0.element ^ mask[$0.offset % 4] }
        #expect(open == payload)
    }

    @Test("messages come out whole however the bytes are cut", arguments: [1, 2, 3, 7, 100, 1_000_000])
    func cut(_ size: Int) {
        let long = [UInt8](repeating: 7, count: 300)
        let longest = [UInt8](repeating: 8, count: 70_000)
        let bytes =
            Self.served(0x81, [1, 2]) + Self.served(0x81, []) + Self.served(0x81, long) + Self.served(0x89, [9])
            + Self.served(0x81, longest) + Self.served(0x88, [3, 232])
        let whole = [[1, 1, 2], [1], [1] + long, [9, 9], [1] + longest, [8, 3, 232]]
        #expect(Self.read(bytes, inPiecesOf: size) == whole)
    }

    @Test("a message in pieces is one, also with a ping in between")
    func pieces() {
        let bytes =
            Self.served(0x01, [1]) + Self.served(0x89, []) + Self.served(0x00, [2]) + Self.served(0x80, [3])
            + Self.served(0x81, [4])
        #expect(Self.read(bytes, inPiecesOf: 1) == [[9], [1, 1, 2, 3], [1, 4]])
    }

    @Test("the head of the handshake is taken off, and what came with it is kept")
    func head() {
        var reader = FrameReader()
        reader.append(Array("HTTP/1.1 101 Switching\r\n\r".utf8))
        #expect(reader.head() == nil)
        reader.append(Array("\n".utf8) + Self.served(0x81, [5]))
        #expect(reader.head() == Array("HTTP/1.1 101 Switching\r\n\r\n".utf8))
        var heard: [[UInt8]] = []
        reader.take { heard.append($1) }
        #expect(heard == [[5]])
        #expect(reader.taken == 1)
    }
}
