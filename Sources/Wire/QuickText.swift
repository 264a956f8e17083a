// Knows JSON that has nothing rare in it, and goes through it without a table of what is where.

/// A text of JSON without anything that is rare in it: no escapes, no fractions, no lists.
struct QuickText {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var at = 0
    /// More digits may not fit.
    private static let digits = 18

    /// Without white space, as we write it, or with.
    private let isTight: Bool

    init(_ bytes: UnsafeBufferPointer<UInt8>, isTight: Bool = false) { (self.bytes, self.isTight) = (bytes, isTight) }

    /// Whether nothing but white space is left.
    var isAtEnd: Bool {
        mutating get {
            skip()
            return at == bytes.count
        }
    }

    private mutating func skip() {
        while !isTight, at < bytes.count, isSpace(bytes[at]) { at += 1 }
    }

    private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 }

    private mutating func take(_ byte: UInt8) -> Bool {
        skip()
        guard at < bytes.count, bytes[at] == byte else { return false }
        at += 1
        return true
    }

    /// Hands over each member of an object, with what is behind its colon still to be read.
    ///
    /// - Returns: false where it is no object, is rare, or `read` says no.
    mutating func object(_ read: (String, inout QuickText) -> Bool) -> Bool {
        guard take(UInt8(ascii: "{")) else { return false }
        if take(UInt8(ascii: "}")) { return true }
        repeat {
            guard let key = string(), take(UInt8(ascii: ":")), read(key, &self) else { return false }
        } while take(UInt8(ascii: ","))
        return take(UInt8(ascii: "}"))
    }

    mutating func string() -> String? {
        guard take(UInt8(ascii: "\"")) else { return nil }
        let from = at
        while at < bytes.count, bytes[at] != UInt8(ascii: "\"") {
            guard bytes[at] >= 0x20, bytes[at] != UInt8(ascii: "\\") else { return nil }
            at += 1
        }
        guard at < bytes.count else { return nil }
        defer { at += 1 }
        return String(validating: bytes[from..<at], as: UTF8.self)
    }

    mutating func number() -> Int64? {
        skip()
        let from = at
        var value: Int64 = 0
        while at < bytes.count, at - from < Self.digits, (0x30...0x39).contains(bytes[at]) {
            value = value * 10 + Int64(bytes[at] - 0x30)
            at += 1
        }
        guard at > from, at - from == 1 || bytes[from] != 0x30 else { return nil }
        // What goes on is no whole number, or a long one.
        guard at < bytes.count, bytes[at] == UInt8(ascii: ",") || bytes[at] == UInt8(ascii: "}") || isSpace(bytes[at])
        else {
            return nil
        }
        return value
    }

    /// A value that has no parts.
    mutating func scalar() -> QuickScalar? {
        skip()
        guard at < bytes.count else { return nil }
        if bytes[at] == UInt8(ascii: "\"") { return string().map { .text($0) } }
        if (0x30...0x39).contains(bytes[at]) { return number().map { .number($0) } }
        if word("true") { return .truth(true) }
        if word("false") { return .truth(false) }
        return word("null") ? .nothing : nil
    }

    private mutating func word(_ word: StaticString) -> Bool {
        guard bytes.count - at >= word.utf8CodeUnitCount,
            (0..<word.utf8CodeUnitCount).allSatisfy({ bytes[at + $0] == word.utf8Start[$0] })
        else { return false }
        at += word.utf8CodeUnitCount
        return true
    }
}

/// A value of JSON that has no parts and nothing rare in it.
enum QuickScalar {
    case text(String)
    case number(Int64)
    case truth(Bool)
    case nothing
}
