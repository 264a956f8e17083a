// Knows what of a file makes it a JPEG that may be kept: its marks are read one after the other, and its picture never.
// What cameras and programs write beside the picture (where it was taken, a comment, another picture) is left out, and a
// file that is something else too is none.

import Meetings

/// A JPEG of which nothing is left but the picture.
struct JPEGFile: Sendable {
    let width: Int
    let height: Int
    /// The file without what stood beside the picture.
    let bytes: [UInt8]

    /// Why a file is not kept.
    enum Fault: String, Error {
        /// It is no JPEG, or a broken one, or something else as well.
        case notAPhoto
        /// A side is outside `Limits.photoSide`.
        case photoDimensions
    }

    private enum Mark {
        static let (start, end, scan): (UInt8, UInt8, UInt8) = (0xD8, 0xD9, 0xDA)
        static let comment: UInt8 = 0xFE
        /// JFIF and Adobe: how colours are meant. The other application marks go.
        static let (jfif, adobe): (UInt8, UInt8) = (0xE0, 0xEE)
        static let applications: ClosedRange<UInt8> = 0xE0...0xEF
        static let restarts: ClosedRange<UInt8> = 0xD0...0xD7
        /// Baseline, extended and progressive.
        static let frames: ClosedRange<UInt8> = 0xC0...0xC2
        /// Tables: Huffman, quantization, restart interval.
        static let tables: Set<UInt8> = [0xC4, 0xDB, 0xDD]
    }

    /// Reads the marks.
    init(_ file: [UInt8]) throws(Fault) { (width, height, bytes) = try Self.read(file) }

    private static func read(_ file: [UInt8]) throws(Fault) -> (Int, Int, [UInt8]) {
        guard file.count >= 4, file[0] == 0xFF, file[1] == Mark.start else { throw .notAPhoto }
        var kept: [UInt8] = [0xFF, Mark.start]
        var size: (Int, Int)?
        var hasScan = false
        var at = 2
        while true {
            guard at + 1 < file.count, file[at] == 0xFF else { throw .notAPhoto }
            let mark = file[at + 1]
            if mark == 0xFF {  // fill
                at += 1
                continue
            }
            if mark == Mark.end {
                guard hasScan, let size, at + 2 == file.count else { throw .notAPhoto }
                return (size.0, size.1, kept + [0xFF, Mark.end])
            }
            let segment = try segment(file, at)
            switch mark {
            case Mark.frames:
                guard size == nil else { throw .notAPhoto }
                size = try frameSize(segment)
                kept += segment
            case Mark.jfif, Mark.adobe: kept += segment.count <= 20 ? segment : []
            case Mark.applications, Mark.comment: break
            case _ where Mark.tables.contains(mark): kept += segment
            case Mark.scan:
                guard size != nil else { throw .notAPhoto }
                hasScan = true
                let end = try endOfScan(file, at + segment.count)
                kept += file[at..<end]
                at = end
                continue
            default: throw .notAPhoto  // foreign: a byte
            }
            at += segment.count
        }
    }

    /// A mark with its length and all that belongs to it.
    private static func segment(_ file: [UInt8], _ at: Int) throws(Fault) -> ArraySlice<UInt8> {
        guard at + 3 < file.count else { throw .notAPhoto }
        let length = Int(file[at + 2]) << 8 | Int(file[at + 3])
        guard length >= 2, at + 2 + length <= file.count else { throw .notAPhoto }
        return file[at..<at + 2 + length]
    }

    private static func frameSize(_ frame: ArraySlice<UInt8>) throws(Fault) -> (Int, Int) {
        let bytes = Array(frame)
        // Mark, length, precision, height, width, components.
        guard bytes.count >= 10, bytes[4] == 8 else { throw .notAPhoto }
        let (height, width) = (Int(bytes[5]) << 8 | Int(bytes[6]), Int(bytes[7]) << 8 | Int(bytes[8]))
        let components = Int(bytes[9])
        guard components == 1 || components == 3, bytes.count == 10 + 3 * components else { throw .notAPhoto }
        guard Limits.photoSide.contains(width), Limits.photoSide.contains(height) else { throw .photoDimensions }
        return (width, height)
    }

    /// Where the next mark stands: within a scan a 0xFF is followed by zero or by a restart.
    private static func endOfScan(_ file: [UInt8], _ from: Int) throws(Fault) -> Int {
        var at = from
        while at + 1 < file.count {
            if file[at] == 0xFF, file[at + 1] != 0, !Mark.restarts.contains(file[at + 1]) { return at }
            at += file[at] == 0xFF ? 2 : 1
        }
        throw .notAPhoto
    }
}
