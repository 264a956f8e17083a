// Knows how the bytes of a file that somebody made with an office program become text, and how they were written down.

import Foundation
import Meetings

/// In what a file was written.
public enum FileEncoding: String, Codable, Sendable {
    case utf8, utf16, windows1252
}

/// A text and what it was read as.
public struct FileText: Equatable, Sendable {
    public let text: String
    public let encoding: FileEncoding

    /// Refuses what is no text at all, a workbook or a picture, and what is too large for a list.
    public init(_ bytes: [UInt8]) throws(ListError) {
        if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
            throw .workbook
        }
        guard bytes.count <= Limits.listBytes else { throw .tooLarge(limit: Limits.listBytes) }
        let read: (text: String, encoding: FileEncoding)?
        if let littleEnd = Self.sixteenBits(bytes) {
            read = Self.utf16(bytes, littleEnd: littleEnd).map { ($0, .utf16) }
        } else if let text = String(validating: bytes, as: UTF8.self) {
            read = (text, .utf8)
        } else {
            read = Self.windows1252(bytes).map { ($0, .windows1252) }
        }
        guard let read, !read.text.unicodeScalars.contains(where: Self.isNoText) else { throw .notText }
        (text, encoding) = (Self.tidied(read.text), read.encoding)
    }

    /// What was typed or pasted.
    public init(pasted text: String) {
        (self.text, encoding) = (Self.tidied(text), .utf8)
    }

    private static let mark: Unicode.Scalar = "\u{FEFF}"

    private static func tidied(_ text: String) -> String {
        let text = text.unicodeScalars.first == mark ? String(text.unicodeScalars.dropFirst()) : text
        // Macs write letters and accents apart.
        return text.precomposedStringWithCanonicalMapping
    }

    /// Control characters that no program writes into a list.
    private static func isNoText(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x09 || (0x0E..<0x1A).contains(scalar.value) || (0x1B..<0x20).contains(scalar.value)
    }

    /// Whether two bytes are one letter, the smaller first: by the mark, else because every other byte is nothing.
    private static func sixteenBits(_ bytes: [UInt8]) -> Bool? {
        if bytes.starts(with: [0xFF, 0xFE]) { return true }
        if bytes.starts(with: [0xFE, 0xFF]) { return false }
        guard bytes.count >= 2, bytes.count.isMultiple(of: 2) else { return nil }
        var (even, odd) = (0, 0)
        for at in bytes.indices where bytes[at] == 0 { if at.isMultiple(of: 2) { even += 1 } else { odd += 1 } }
        let most = bytes.count / 2
        if odd * 2 > most, even * 10 < most { return true }
        return even * 2 > most && odd * 10 < most ? false : nil
    }

    private static func utf16(_ bytes: [UInt8], littleEnd: Bool) -> String? {
        // Half a letter at the end of a cut file is none.
        let units = stride(from: 0, to: bytes.count - 1, by: 2).map {
            let (one, other) = (UInt16(bytes[$0]), UInt16(bytes[$0 + 1]))
            return littleEnd ? other << 8 | one : one << 8 | other
        }
        return String(validating: units, as: UTF16.self)
    }

    /// What stands at 0x80–0x9F of the code page; nothing stands at five places.
    private static let upper: [UInt32] = [
        0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
        0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E,
        0x0178,
    ]

    private static func windows1252(_ bytes: [UInt8]) -> String? {
        var out = String.UnicodeScalarView()
        for byte in bytes {
            let value = (0x80..<0xA0).contains(byte) ? upper[Int(byte) - 0x80] : UInt32(byte)
            guard value != 0, let scalar = Unicode.Scalar(value) else { return nil }
            out.append(scalar)
        }
        return String(out)
    }
}
