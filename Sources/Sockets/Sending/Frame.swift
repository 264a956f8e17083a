// WebSocket frames as bytes: how a text becomes one, and where one ends. RFC 6455 section 5.2, server side.

enum Frame {
    static let headBytes = 10
    /// Not empty: the library does not tell us of a pong without payload.
    static let ping: [UInt8] = [0x89, 0x01, UInt8(ascii: "p")]

    /// Writes the head of a text frame; returns its length. `out` has room for `headBytes`.
    static func writeHead(textOf count: Int, to out: UnsafeMutableRawBufferPointer) -> Int {
        out[0] = 0x81
        switch count {
        case ..<126:
            out[1] = UInt8(count)
            return 2
        case ..<65_536:
            out[1] = 126
            out.storeBytes(of: UInt16(count).bigEndian, toByteOffset: 2, as: UInt16.self)
            return 4
        default:
            out[1] = 127
            out.storeBytes(of: UInt64(count).bigEndian, toByteOffset: 2, as: UInt64.self)
            return 10
        }
    }

    /// The length of the frame that begins at `from` in frames made here.
    static func length(at from: Int, in bytes: UnsafeRawBufferPointer) -> Int {
        switch bytes[from + 1] {
        case 126:
            return 4 + Int(UInt16(bigEndian: bytes.loadUnaligned(fromByteOffset: from + 2, as: UInt16.self)))
        case 127:
            return 10 + Int(UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: from + 2, as: UInt64.self)))
        case let short:
            return 2 + Int(short)
        }
    }
}
