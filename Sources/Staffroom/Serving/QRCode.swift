// Knows how a link becomes a QR code: rows of 0 and 1, drawn by the pages.

import CQRCode
import Interface
import Storage
import Synchronization

/// QR codes by libqrencode.
enum QRCode {
    private static let drawn = Mutex<[String: [String]]>([:])
    /// So many are remembered, of about a kilobyte each; then it begins anew.
    private static let most = 4_096

    /// The same, drawn once: whoever comes back has the same link.
    static func remembered(_ text: String) -> [String] {
        if let known = drawn.withLock({ $0[text] }) { return known }
        let rows = rows(text)
        drawn.withLock { drawn in
            if drawn.count >= most { drawn = [:] }
            drawn[text] = rows
        }
        return rows
    }

    /// The matrix of `text`, one string of 0 and 1 a row; empty when it is too long for any code.
    static func rows(_ text: String) -> [String] {
        guard let code = QRcode_encodeString8bit(text, 0, QR_ECLEVEL_M) else { return [] }
        defer { QRcode_free(code) }
        let width = Int(code.pointee.width)
        return (0..<width).map { row in
            String(unsafeUninitializedCapacity: width) { out in
                for column in 0..<width {
                    out[column] = UInt8(ascii: "0") + code.pointee.data[row * width + column] & 1
                }
                return width
            }
        }
    }
}

extension Links {
    /// Links that the store makes, with pictures.
    init(store: Store, base: String) {
        self.init(meetings: StoreCatalogue(store: store), base: base, picture: QRCode.remembered)
    }
}
