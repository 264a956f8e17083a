// What stands for a byte in an address: `%` and two digits. Pure.

enum PercentCode {
    /// The bytes that are meant; nil when a `%` stands for nothing.
    static func decoded(_ bytes: some Sequence<UInt8>) -> [UInt8]? {
        var out: [UInt8] = []
        var rest = bytes.makeIterator()
        while let byte = rest.next() {
            guard byte == UInt8(ascii: "%") else {
                out.append(byte)
                continue
            }
            guard let high = rest.next().flatMap(value), let low = rest.next().flatMap(value) else { return nil }
            out.append(high << 4 | low)
        }
        return out
    }

    /// Arguments in one spelling, whatever the client's was; nil when one of them cannot be read.
    static func canonical(query: some Collection<UInt8>) -> String? {
        var pieces: [String] = []
        for argument in query.split(separator: UInt8(ascii: "&"), omittingEmptySubsequences: false) {
            // As forms write it, a plus is a space.
            guard let plain = decoded(argument.map { $0 == UInt8(ascii: "+") ? UInt8(ascii: " ") : $0 }) else {
                return nil
            }
            pieces.append(encoded(plain))
        }
        return pieces.joined(separator: "&")
    }

    /// Percent-encodes all but unreserved characters and the first `=`.
    static func encoded(_ argument: [UInt8]) -> String {
        let digits = Array("0123456789ABCDEF".utf8)
        var out: [UInt8] = []
        var hasName = false
        for byte in argument {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
                UInt8(ascii: "~"):
                out.append(byte)
            case UInt8(ascii: "=") where !hasName:
                hasName = true
                out.append(byte)
            default:
                out += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: out, as: UTF8.self)
    }

    private static func value(_ digit: UInt8) -> UInt8? {
        switch digit {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): digit - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}
