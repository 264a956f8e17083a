// Knows what clients say most, and reads it without a parser of everything: a message for all and a heartbeat. About
// whatever looks otherwise it says nothing, and the whole reader decides; so it never refuses and never reads more.

import Meetings

/// Reading of the most usual messages.
enum QuickReading {
    /// The message, if it is one of those and written as clients write them; nil for all else.
    static func message(_ bytes: [UInt8]) -> ClientMessage? {
        bytes.withUnsafeBufferPointer { buffer in
            var text = QuickText(buffer)
            var found: ClientMessage?
            let isWhole = text.object { key, text in
                guard found == nil else { return false }
                if key == "command" {
                    found = wish(&text).map { .command($0) }
                } else if key == "ping" {
                    found = ping(&text).map { .ping($0) }
                }
                return found != nil
            }
            return isWhole && text.isAtEnd ? found : nil
        }
    }

    private static func wish(_ text: inout QuickText) -> Wish? {
        var id: String?
        var command: Command?
        let isWhole = text.object { key, text in
            switch key {
            case "id" where id == nil:
                id = text.string()
                return id != nil
            case "do" where command == nil:
                let isPost = text.object { key, text in
                    guard key == PostMessage.kind, command == nil else { return false }
                    command = post(&text)?.command
                    return command != nil
                }
                return isPost && command != nil
            default: return false  // foreign: String
            }
        }
        guard isWhole, let id, let command else { return nil }
        return Wish(id: id, do: command, for: nil)
    }

    private static func post(_ text: inout QuickText) -> PostMessage? {
        var (words, re, group): (String?, String?, String?)
        let isWhole = text.object { key, text in
            switch key {
            case "text" where words == nil:
                words = text.string()
                return words != nil
            case "re" where re == nil:
                re = text.string()
                return re != nil
            case "group" where group == nil:
                group = text.string()
                return group != nil
            default: return false  // foreign: String
            }
        }
        guard isWhole, let words else { return nil }
        return PostMessage(
            text: words, re: re.map { MessageID(rawValue: $0) }, group: group.map { GroupID(rawValue: $0) })
    }

    private static func ping(_ text: inout QuickText) -> Ping? {
        var (sent, sequence): (Int64?, Int64?)
        let isWhole = text.object { key, text in
            switch key {
            case "sent" where sent == nil:
                sent = text.number()
                return sent != nil
            case "sequence" where sequence == nil:
                sequence = text.number()
                return sequence != nil
            default: return false  // foreign: String
            }
        }
        guard isWhole, let sent else { return nil }
        return Ping(sent: sent, sequence: sequence)
    }
}

/// A text of JSON without anything that is rare in it: no escapes, no fractions, no lists.
struct QuickText {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var at = 0
    /// More digits may not fit.
    private static let digits = 18

    init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    /// Whether nothing but white space is left.
    var isAtEnd: Bool {
        mutating get {
            skip()
            return at == bytes.count
        }
    }

    private mutating func skip() {
        while at < bytes.count, isSpace(bytes[at]) { at += 1 }
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
}
