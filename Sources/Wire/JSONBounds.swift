// Knows how deep and how wide JSON from outside may be, checked on the bytes before anything is parsed.

/// The bounds of JSON from outside.
public enum JSONBounds {
    public static let depth = 32
    public static let keys = 256
    public static let elements = 1_000

    /// Whether the text stays within the bounds. It says nothing about whether it is JSON: the parser does.
    public static func holds(_ bytes: some Sequence<UInt8>) -> Bool {
        var commas: [Int] = []
        var isObject: [Bool] = []
        var isInString = false
        var isEscaped = false
        for byte in bytes {
            if isInString {
                if isEscaped {
                    isEscaped = false
                } else if byte == UInt8(ascii: "\\") {
                    isEscaped = true
                } else if byte == UInt8(ascii: "\"") {
                    isInString = false
                }
                continue
            }
            switch byte {
            case UInt8(ascii: "\""): isInString = true
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                isObject.append(byte == UInt8(ascii: "{"))
                commas.append(0)
                if isObject.count > depth { return false }
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                guard isObject.popLast() != nil else { return false }
                commas.removeLast()
            case UInt8(ascii: ","):
                guard let last = commas.indices.last else { return false }
                commas[last] += 1
                if commas[last] >= (isObject[last] ? keys : elements) { return false }
            default: break  // foreign: UInt8
            }
        }
        return true
    }
}
