// Knows how files become one: a zip archive (PKWARE's APPNOTE 6.3.x, sections 4.3 and 4.4) in which nothing depends on
// when or where it was made. The same files give the same bytes.

import CZlib

/// An archive of files, in the order in which they are added.
struct ZipFile {
    private var bytes: [UInt8] = []
    private var directory: [UInt8] = []
    private var count: UInt16 = 0

    private enum Mark {
        static let file: UInt32 = 0x0403_4b50
        static let entry: UInt32 = 0x0201_4b50
        static let end: UInt32 = 0x0605_4b50
    }

    /// Raw deflate, with the window and memory that zlib has by itself.
    private static let windowBits: Int32 = -15
    private static let memoryLevel: Int32 = 8
    /// Version 2.0: folders and deflate; made on Unix, so that the rights below are read.
    private static let neededVersion: UInt16 = 20
    private static let madeBy: UInt16 = 3 << 8 | 20
    /// The name is UTF-8.
    private static let nameIsUTF8: UInt16 = 1 << 11
    private static let deflated: UInt16 = 8
    /// The first of January 1980, midnight: the earliest that the format knows.
    private static let noTime: UInt16 = 0
    private static let noDate: UInt16 = 1 << 5 | 1
    /// A plain file that its owner may write and all may read.
    private static let rights: UInt32 = 0o100644 << 16

    /// Adds a file.
    ///
    /// - Returns: false if the format cannot hold it: beyond 4 GiB, or more than 65,535 files.
    mutating func add(_ name: String, _ content: [UInt8]) -> Bool {
        guard let packed = Self.deflated(content), count < .max,
            let place = UInt32(exactly: bytes.count), let size = UInt32(exactly: content.count),
            let packedSize = UInt32(exactly: packed.count)
        else { return false }
        let sum = UInt32(
            truncatingIfNeeded: content.withUnsafeBufferPointer { crc32_z(0, $0.baseAddress, z_size_t($0.count)) })
        var common: [UInt8] = []
        Self.append(
            [Self.neededVersion, Self.nameIsUTF8, Self.deflated, Self.noTime, Self.noDate], to: &common)
        Self.append([sum, packedSize, size], to: &common)
        Self.append([UInt16(name.utf8.count), 0], to: &common)
        Self.append([Mark.file], to: &bytes)
        bytes += common + Array(name.utf8) + packed
        Self.append([Mark.entry], to: &directory)
        Self.append([Self.madeBy], to: &directory)
        directory += common
        Self.append([0, 0, 0] as [UInt16], to: &directory)
        Self.append([Self.rights, place], to: &directory)
        directory += Array(name.utf8)
        count += 1
        return true
    }

    /// The whole archive.
    var archive: [UInt8] {
        var end: [UInt8] = []
        Self.append([Mark.end], to: &end)
        Self.append([0, 0, count, count], to: &end)
        Self.append([UInt32(truncatingIfNeeded: directory.count), UInt32(truncatingIfNeeded: bytes.count)], to: &end)
        Self.append([0] as [UInt16], to: &end)
        return bytes + directory + end
    }

    private static func deflated(_ content: [UInt8]) -> [UInt8]? {
        var stream = z_stream()
        guard
            deflateInit2_(
                &stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, windowBits, memoryLevel, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
                Int32(MemoryLayout<z_stream>.size)) == Z_OK, content.count <= Int(UInt32.max)
        else { return nil }
        defer { deflateEnd(&stream) }
        var input = content
        let most = Int(deflateBound(&stream, UInt(content.count)))
        guard most <= Int(UInt32.max) else { return nil }
        var state = Z_OK
        return input.withUnsafeMutableBufferPointer { from in
            [UInt8](unsafeUninitializedCapacity: most) { to, filled in
                stream.next_in = from.baseAddress
                stream.avail_in = UInt32(from.count)
                stream.next_out = to.baseAddress
                stream.avail_out = UInt32(to.count)
                state = deflate(&stream, Z_FINISH)
                filled = Int(stream.total_out)
            }
        }
    }

    private static func append(_ numbers: [some FixedWidthInteger], to bytes: inout [UInt8]) {
        for number in numbers { withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) } }
    }
}
