/// Crockford's base32 in lower case: no i, l, o or u, so that a person can read it out. Reading forgives case and the
/// look-alikes; it refuses everything else.
enum Base32 {
    private static let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)

    /// The value of each ASCII character, or -1.
    private static let values: [Int8] = {
        var values = [Int8](repeating: -1, count: 128)
        for (value, character) in alphabet.enumerated() {
            values[Int(character)] = Int8(value)
            if character >= UInt8(ascii: "a") { values[Int(character) - 32] = Int8(value) }
        }
        for character in "oO".utf8 { values[Int(character)] = 0 }
        for character in "iIlL".utf8 { values[Int(character)] = 1 }
        return values
    }()

    static func encode(_ bytes: [UInt8]) -> String {
        var characters: [UInt8] = []
        characters.reserveCapacity((bytes.count * 8 + 4) / 5)
        var bits: UInt32 = 0
        var bitCount = 0
        for byte in bytes {
            bits = (bits << 8) | UInt32(byte)
            bitCount += 8
            while bitCount >= 5 {
                bitCount -= 5
                characters.append(alphabet[Int((bits >> UInt32(bitCount)) & 31)])
            }
            bits &= (1 << UInt32(bitCount)) - 1
        }
        if bitCount > 0 { characters.append(alphabet[Int((bits << UInt32(5 - bitCount)) & 31)]) }
        return String(decoding: characters, as: UTF8.self)
    }

    /// - Returns: exactly `count` bytes, or nil when the text is anything but their encoding.
    static func decode(_ text: String, count: Int) -> [UInt8]? {
        guard text.utf8.count == (count * 8 + 4) / 5 else { return nil }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(count)
        var bits: UInt32 = 0
        var bitCount = 0
        for character in text.utf8 {
            guard character < 128, values[Int(character)] >= 0 else { return nil }
            bits = (bits << 5) | UInt32(values[Int(character)])
            bitCount += 5
            if bitCount >= 8 {
                bitCount -= 8
                bytes.append(UInt8((bits >> UInt32(bitCount)) & 255))
            }
            bits &= (1 << UInt32(bitCount)) - 1
        }
        // The bits that fill up the last character are zero in what `encode` writes; a second spelling of the same
        // bytes is not accepted.
        return bits == 0 && bytes.count == count ? bytes : nil
    }
}
