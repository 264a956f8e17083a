// Knows what a client was told, and whether the server kept its promises: one order, no repeats, nothing behind
// `through`.

/// What one client has heard.
struct Book {
    /// What a message was.
    enum Kind: Equatable {
        case welcome(isResumed: Bool)
        case events
        case ack(id: String)
        case nack(id: String)
        case other
    }

    private(set) var epoch: String?
    /// The last sequence that the client has.
    private(set) var through: Int64 = 0
    /// Numbers of the bench's own messages, in the order in which they came.
    private(set) var marks: [Int64] = []
    /// The sequence before the first of them that was heard live.
    private(set) var beforeMarks: Int64?
    /// What the server calls the entries `through` and `beforeMarks`.
    private var (hash, hashBeforeMarks): (String?, String?)
    /// The prompt that was prepared last, of which only leads hear.
    private(set) var prompt: String?
    /// Whether it is in the room and not in its lobby.
    private(set) var isIn = false
    /// What was not as promised.
    private(set) var wrong: [String] = []

    mutating func take(_ text: [UInt8]) -> Kind {
        switch Self.key(of: text) {
        case "welcome":
            let isResumed = Scan.has(Scan.resumed, in: text)
            let sequences = Scan.numbers(behind: Scan.sequence, in: text)
            epoch = Scan.text(behind: Scan.epoch, in: text) ?? epoch
            if isResumed {
                // The welcome's own sequence may stand before or behind those of its events.
                marks += Scan.numbers(behind: Scan.mark, in: text)
            } else {
                isIn = Scan.has(Scan.room, in: text) && !Scan.has(Scan.waiting, in: text)
            }
            through = sequences.max() ?? through
            hash = Scan.text(behind: Scan.hash, in: text)
            return .welcome(isResumed: isResumed)
        case "events":
            heard(text)
            return .events
        case "ack": return .ack(id: Scan.text(behind: Array(#""id":""#.utf8), in: text) ?? "")
        case "nack": return .nack(id: Scan.text(behind: Array(#""id":""#.utf8), in: text) ?? "")
        default: return .other
        }
    }

    /// The connection is gone; what was heard stays.
    mutating func leave() { isIn = false }

    private mutating func heard(_ text: [UInt8]) {
        var last = through
        for sequence in Scan.numbers(behind: Scan.sequence, in: text) {
            if sequence <= last { wrong.append("entry \(sequence) came after \(last)") }
            last = sequence
        }
        let now = Scan.numbers(behind: Scan.through, in: text).last ?? 0
        if now < last || now <= through { wrong.append("through \(now) after \(last)") }
        let new = Scan.numbers(behind: Scan.mark, in: text)
        if !new.isEmpty, beforeMarks == nil { (beforeMarks, hashBeforeMarks) = (through, hash) }
        marks += new
        if let place = Scan.end(of: Scan.prepared, in: text) {
            prompt = Scan.text(behind: Scan.prompt, in: Array(text[place...]))
        }
        through = max(now, last)
        hash = Scan.text(behind: Scan.hash, in: text)
    }

    /// The mark of an entry, if it is one of the two that are known.
    func hash(of sequence: Int64) -> String? {
        sequence == through ? hash : sequence == beforeMarks ? hashBeforeMarks : nil
    }

    /// The name of the message: the first key, as in `{"ack":{…}}`.
    static func key(of text: [UInt8]) -> String {
        guard text.starts(with: [123, 34]) else { return "" }
        return String(decoding: text.dropFirst(2).prefix { $0 != 34 }.prefix(20), as: UTF8.self)
    }
}
