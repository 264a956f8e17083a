// Knows WebVTT as far as calls write it: blocks with times, whatever stands beside them, and entities in the text.

import Meetings

/// What is said between two moments.
struct TranscriptCue: Equatable {
    var line: Int
    /// In milliseconds from the beginning of the recording.
    var from: Int64
    var to: Int64
    /// Lines as they are written.
    var text: [String]
}

/// Reads the cues of a transcript.
struct TranscriptCues {
    private(set) var cues: [TranscriptCue] = []

    static let mark = "WEBVTT"

    init(_ text: String) throws(ImportError) {
        let lines = Self.lines(text)
        var block: [(line: Int, text: Substring)] = []
        for (at, line) in lines.enumerated() {
            if line.allSatisfy(\.isWhitespace) {
                try take(block)
                block = []
            } else {
                block.append((at + 1, line))
            }
        }
        try take(block)
    }

    private static func lines(_ text: String) -> [Substring] {
        // CR LF is one character here.
        text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" || $0 == "\r" }
    }

    private mutating func take(_ block: [(line: Int, text: Substring)]) throws(ImportError) {
        guard let first = block.first else { return }
        for word in [Self.mark, "NOTE", "STYLE", "REGION"] where first.text.hasPrefix(word) {
            let rest = first.text.dropFirst(word.count)
            // A name may begin like that.
            if (rest.isEmpty || rest.first?.isWhitespace == true) && !rest.contains("-->") { return }
        }
        // Above the times there may be a name of the cue, in one line.
        guard let times = block.prefix(2).firstIndex(where: { $0.text.contains("-->") }) else {
            throw .badCue(line: first.line)
        }
        guard cues.count < Limits.importRows else { throw .tooMany(line: first.line, limit: Limits.importRows) }
        let (from, to) = try Self.times(block[times].text, block[times].line)
        cues.append(
            TranscriptCue(
                line: block[times].line, from: from, to: to, text: block[(times + 1)...].map { String($0.text) }))
    }

    private static func times(_ text: Substring, _ line: Int) throws(ImportError) -> (Int64, Int64) {
        guard let arrow = text.firstRange(of: "-->") else { throw .badCue(line: line) }
        let after = text[arrow.upperBound...].split(whereSeparator: \.isWhitespace)
        // What follows the second time says where the text stands on the screen.
        guard let from = moment(text[..<arrow.lowerBound]), let to = after.first.flatMap(moment) else {
            throw .badCue(line: line)
        }
        guard from <= to else { throw .endBeforeStart(line: line) }
        guard to <= Int64(Limits.importSeconds) * 1_000 else { throw .tooLong(line: line) }
        return (from, to)
    }

    /// `01:02:03.004` or `02:03.004`, in milliseconds.
    private static func moment(_ text: Substring) -> Int64? {
        let halves = text.filter { !$0.isWhitespace }.split(separator: ".", omittingEmptySubsequences: false)
        guard halves.count == 2, halves[1].utf8.count == 3, let fraction = number(halves[1], below: 1_000) else {
            return nil
        }
        let parts = halves[0].split(separator: ":", omittingEmptySubsequences: false)
        guard (2...3).contains(parts.count), let second = number(parts[parts.count - 1], below: 60),
            let minute = number(parts[parts.count - 2], below: 60)
        else { return nil }
        guard let hour = parts.count == 3 ? number(parts[0], below: 1_000) : 0 else { return nil }
        return ((hour * 60 + minute) * 60 + second) * 1_000 + fraction
    }

    private static func number(_ text: some StringProtocol, below limit: Int64) -> Int64? {
        guard (1...4).contains(text.utf8.count), text.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
            let number = Int64(text), number < limit
        else { return nil }
        return number
    }

    /// A piece of a line of text.
    enum Part: Equatable {
        case text(Substring)
        /// From here somebody speaks; nil: nobody who is named.
        case voice(String?)
    }

    /// A line by its tags, of which only those of voices say anything. What is not closed is no tag.
    static func parts(_ line: String) -> [Part] {
        var parts: [Part] = []
        var rest = line[...]
        while let open = rest.firstIndex(of: "<"), let close = rest[open...].firstIndex(of: ">") {
            if open > rest.startIndex { parts.append(.text(rest[..<open])) }
            let tag = rest[rest.index(after: open)..<close]
            rest = rest[rest.index(after: close)...]
            if tag == "/v" { parts.append(.voice(nil)) }
            guard tag.hasPrefix("v"), let mark = tag.dropFirst().first, mark == "." || mark.isWhitespace else {
                continue
            }
            // Behind a point stand classes.
            let name = mark == "." ? tag.drop { !$0.isWhitespace } : tag.dropFirst()
            let written = ListTable.trimmed(decoded(name).unicodeScalars)
            parts.append(.voice(written.isEmpty ? nil : written))
        }
        if !rest.isEmpty { parts.append(.text(rest)) }
        return parts
    }

    private static let entities: [(name: String, text: String)] = [
        ("&lt;", "<"), ("&gt;", ">"), ("&nbsp;", "\u{A0}"), ("&lrm;", ""), ("&rlm;", ""), ("&quot;", "\""),
        ("&#39;", "'"), ("&amp;", "&"),
    ]

    /// Text without entities; the ampersand last, so that none is read twice.
    static func decoded(_ text: some StringProtocol) -> String {
        guard text.contains("&") else { return String(text) }
        return entities.reduce(String(text)) { $0.replacing($1.name, with: $1.text) }
    }
}
