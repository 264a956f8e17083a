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
