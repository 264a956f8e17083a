// Knows how values become JSON: keys in order, plain slashes, nothing that is missing. Foundation's encoder builds a
// tree of objects first; this one is on the way of every fact, and it gives the fields of an object one by one, so that
// what is personal can be kept apart from what is not.

import Meetings

/// One field of an object: its key, and its value as JSON.
struct JSONField {
    let key: String
    let value: [UInt8]
}

/// JSON of strings, numbers, truth values, lists and objects.
public enum JSONWriter {
    /// The whole value.
    public static func bytes(_ value: some Encodable) -> [UInt8] { sink(value, nil).finished }

    /// The fields of a value that is an object, in order. `people` says who is written in the place of each person.
    static func fields(of value: some Encodable, people: ((PersonID) -> PersonID)? = nil) -> [JSONField] {
        sink(value, people).fieldsInOrder
    }

    /// An object of fields that are in order.
    static func object(_ fields: [JSONField]) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(fields.reduce(2) { $0 + $1.key.utf8.count + $1.value.count + 4 })
        bytes.append(UInt8(ascii: "{"))
        for (index, field) in fields.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            write(field.key, to: &bytes)
            bytes.append(UInt8(ascii: ":"))
            bytes += field.value
        }
        bytes.append(UInt8(ascii: "}"))
        return bytes
    }

    private static func sink(_ value: some Encodable, _ people: ((PersonID) -> PersonID)?) -> JSONSink {
        let sink = JSONSink(people)
        // Nothing that is encoded here can fail: there are no numbers that JSON does not have.
        try? value.encode(to: sink)
        return sink
    }

    static let null = Array("null".utf8)
    private static let (yes, no) = (Array("true".utf8), Array("false".utf8))

    static func bytes(_ truth: Bool) -> [UInt8] { truth ? yes : no }

    /// A text in quotes.
    static func text(_ text: String) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count + 2)
        write(text, to: &bytes)
        return bytes
    }

    /// A real number as short as it can be read back; a whole one without a fraction.
    static func text(_ number: Double) -> [UInt8] {
        guard number.isFinite else { return null }
        let text = number.description
        return Array((text.hasSuffix(".0") ? text.dropLast(2) : text[...]).utf8)
    }

    /// A text in quotes.
    static func write(_ text: String, to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "\""))
        // What needs no escape goes as one.
        let isPlain = text.utf8.withContiguousStorageIfAvailable { part in
            guard part.allSatisfy({ $0 >= 0x20 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }) else {
                return false
            }
            bytes.append(contentsOf: part)
            return true
        }
        if isPlain == true { return bytes.append(UInt8(ascii: "\"")) }
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
            case 0x08: bytes += "\\b".utf8
            case 0x09: bytes += "\\t".utf8
            case 0x0A: bytes += "\\n".utf8
            case 0x0C: bytes += "\\f".utf8
            case 0x0D: bytes += "\\r".utf8
            case 0..<0x20:
                bytes += "\\u00".utf8
                bytes.append(byte < 0x10 ? UInt8(ascii: "0") : UInt8(ascii: "1"))
                bytes.append(Array("0123456789abcdef".utf8)[Int(byte & 0xF)])
            default: bytes.append(byte)  // foreign: UInt8
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }

}
