// A JPEG is read by its marks alone: what is something else, or something else as well, is none; nothing beside the
// picture is kept.

import Meetings
import Testing

@testable import Interface

@Suite struct JPEGFileTests {
    private static func mark(_ mark: UInt8, _ body: [UInt8]) -> [UInt8] {
        [0xFF, mark, UInt8((body.count + 2) >> 8), UInt8((body.count + 2) & 0xFF)] + body
    }

    private static func frame(_ width: Int, _ height: Int, precision: UInt8 = 8) -> [UInt8] {
        mark(
            0xC0,
            [precision, UInt8(height >> 8), UInt8(height & 255), UInt8(width >> 8), UInt8(width & 255), 3]
                + [1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1])
    }

    private static let start: [UInt8] = [0xFF, 0xD8]
    private static let end: [UInt8] = [0xFF, 0xD9]
    private static let jfif = mark(0xE0, Array("JFIF".utf8) + [0, 1, 1, 0, 0, 1, 0, 1, 0, 0])
    private static let tables =
        mark(0xDB, [0] + Array(repeating: 1, count: 64)) + mark(0xC4, [0] + Array(repeating: 0, count: 16))
    private static let scan = mark(0xDA, [3, 1, 0, 2, 0x11, 3, 0x11, 0, 63, 0]) + [0x12, 0xFF, 0x00, 0xFF, 0xD0, 0x34]

    private static func file(_ size: (Int, Int) = (640, 480), more: [UInt8] = [], after: [UInt8] = []) -> [UInt8] {
        start + jfif + more + tables + frame(size.0, size.1) + scan + end + after
    }

    private static func fault(_ bytes: [UInt8]) -> JPEGFile.Fault? {
        do throws(JPEGFile.Fault) {
            _ = try JPEGFile(bytes)
            return nil
        } catch {
            return error
        }
    }

    @Test("a picture as a browser makes it stays as it is")
    func plain() throws {
        let read = try JPEGFile(Self.file())
        #expect(read.width == 640 && read.height == 480 && read.bytes == Self.file())
    }

    @Test(
        "what a camera wrote beside the picture goes: where it was, a comment, another picture",
        arguments: [
            mark(0xE1, Array("Exif\0\0 51.5N 3.1W".utf8)), mark(0xFE, Array("<script>".utf8)),
            mark(0xE2, Array("MPF\0".utf8)), mark(0xED, Array("Photoshop".utf8)),
            mark(0xE0, Array("JFXX".utf8) + Array(repeating: 0x41, count: 400)),
        ])
    func stripped(_ more: [UInt8]) throws {
        #expect(try JPEGFile(Self.file(more: more)).bytes == Self.file())
    }

    static let none: [[UInt8]] = [
        [], Array("Bore da bawb, text".utf8), Array("<svg xmlns='http://www.w3.org/2000/svg'/>".utf8),
        [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], start, start + end, start + jfif,
        // Something else as well: a program or an archive behind the picture, a page before it.
        file(after: Array("PK\u{3}\u{4}".utf8)), file(after: Array("<html>".utf8)), Array("<html>".utf8) + file(),
        // Cut off, without a frame, with two, without a scan, with a length that is not there.
        Array(file().dropLast()), Array(file().dropLast(2)), start + jfif + tables + scan + end,
        start + frame(640, 480) + frame(640, 480) + scan + end, start + frame(640, 480) + end,
        start + [0xFF, 0xDB, 0xFF, 0xFF, 0], start + [0xFF, 0xDB, 0, 1],
        // Another precision, marks that nobody needs.
        start + frame(640, 480, precision: 12) + scan + end, start + mark(0xC3, [8]) + end,
        start + mark(0x01, []) + end,
    ]

    @Test("what is no JPEG is none, whatever it is called", arguments: none)
    func refused(_ bytes: [UInt8]) {
        #expect(Self.fault(bytes) == .notAPhoto)
    }

    @Test(
        "a picture of huge dimensions is refused by its marks",
        arguments: [(65_535, 65_535), (2_049, 480), (640, 15), (0, 0)])
    func huge(_ width: Int, _ height: Int) {
        #expect(Self.fault(Self.file((width, height))) == .photoDimensions)
    }

    @Test("no byte changed and no end cut off does more than refuse")
    func mangled() {
        let whole = Self.file()
        for index in whole.indices {
            var bytes = whole
            bytes[index] ^= 0xFF
            _ = Self.fault(bytes)
            #expect(Self.fault(Array(whole.prefix(index))) != nil)
        }
    }
}
