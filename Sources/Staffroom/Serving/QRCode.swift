// Knows how a link becomes a QR code: rows of 0 and 1, drawn by the pages.

import CQRCode
import Interface
import Storage

/// QR codes by libqrencode.
enum QRCode {
    /// The matrix of `text`, one string of 0 and 1 a row; empty when it is too long for any code.
    static func rows(_ text: String) -> [String] {
        guard let code = QRcode_encodeString8bit(text, 0, QR_ECLEVEL_M) else { return [] }
        defer { QRcode_free(code) }
        let width = Int(code.pointee.width)
        return (0..<width).map { row in
            String((0..<width).map { code.pointee.data[row * width + $0] & 1 == 1 ? "1" : "0" })
        }
    }
}

extension Links {
    /// Links that the store makes, with pictures.
    init(store: Store, base: String) {
        self.init(meetings: StoreCatalogue(store: store), base: base, picture: QRCode.rows)
    }
}
