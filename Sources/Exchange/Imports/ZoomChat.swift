// Knows the chat that Zoom saves, on a computer and in the cloud, old and new. What was sent to some only is dropped here
// and goes no further; of what was sent to everybody the words are counted.

import Foundation
import Meetings

/// Reads a saved chat of Zoom.
struct ZoomChat {
    /// The first line of a message.
    private struct Head {
        var line: Int
        var day: Day?
        /// Since midnight, or since the recording began.
        var seconds: Int
        var isOfRecording: Bool
        var name: String
        var isForAll: Bool
        var text: Substring
    }

    private var book = CallerBook()
    /// Seconds since the day that the first line was written on.
    private var messages: [(line: Int, person: Int, seconds: Int64, words: Int)] = []

    /// Nil where the text is no chat.
    static func isOne(_ text: String) -> Bool {
        for line in text.split(whereSeparator: \.isNewline).prefix(3) where head(line, 1) != nil { return true }
        return false
    }

    static func read(_ text: String, day: Day?, zone: TimeZone) throws(ImportError) -> ImportedFile {
        var chat = ZoomChat()
        let heads = try chat.take(text)
        guard !chat.book.people.isEmpty else { throw .nobody(line: 1) }
        let isOfRecording = heads.first?.isOfRecording == true
        let written = heads.first?.day
        if let written, let day, written != day { throw .otherDate(line: heads.first?.line ?? 1) }
        chat.book.finish()
        var file = ImportedFile(
            kind: .zoomChat, clock: isOfRecording ? .recording : .midnight, people: chat.book.people,
            warnings: chat.book.warnings)
        var base: Int64 = 0
        if !isOfRecording, let day = written ?? day, let first = chat.messages.first {
            file.start = CallDays.instant(day, seconds: Int(first.seconds), in: zone)
            (file.clock, base) = (.start, first.seconds)
        }
        file.chat = chat.messages.map {
            ImportedMessage(
                person: file.people[$0.person].key, at: ($0.seconds - base) * 1_000, words: $0.words)
        }
        return file
    }

    private mutating func take(_ text: String) throws(ImportError) -> [Head] {
        var heads: [Head] = []
        var open: (head: Head, text: String)?
        let lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }
        for (at, line) in lines.enumerated() {
            guard let head = Self.head(line, at + 1) else {
                if open == nil, !line.allSatisfy(\.isWhitespace) { throw .strayLine(line: at + 1) }
                open?.text += "\n" + line
                continue
            }
            guard (0..<86_400).contains(head.seconds) || head.isOfRecording else { throw .badMoment(line: at + 1) }
            if let open { try end(open.head, open.text, heads.first) }
            heads.append(head)
            open = (head, String(head.text))
        }
        if let open { try end(open.head, open.text, heads.first) }
        return heads
    }

    private mutating func end(_ head: Head, _ text: String, _ first: Head?) throws(ImportError) {
        guard head.isForAll else { return book.warn(.directMessage, head.line) }
        guard let words = Self.words(text) else { return }
        guard messages.count < Limits.importMessages else {
            throw .tooMany(line: head.line, limit: Limits.importMessages)
        }
        let person = try book.caller(head.name, line: head.line, naming: .same)
        var seconds = Int64(head.seconds)
        if let day = head.day, let from = first?.day {
            let days = day.number - from.number
            guard (0...2).contains(days) else { throw .otherDate(line: head.line) }
            seconds += days * 86_400
        } else if let last = messages.last, !head.isOfRecording {
            // Half a day back is past midnight.
            while seconds + 43_200 < last.seconds { seconds += 86_400 }
        }
        guard seconds <= Int64(Limits.importSeconds) else { throw .tooLong(line: head.line) }
        messages.append((head.line, person, seconds, words))
    }

    /// Nil for what is no message: a reaction, or one that was taken back.
    private static func words(_ text: String) -> Int? {
        var own = ListTable.trimmed(text.unicodeScalars)[...]
        if own.hasPrefix("Reacted to \""), own.contains("\" with ") { return nil }
        if own.hasPrefix("Removed a"), own.contains("reaction from \"") { return nil }
        // What is answered stands quoted above the answer: they are somebody else's words.
        if own.hasPrefix("Replying to \""), let end = own.firstIndex(where: \.isNewline) { own = own[end...] }
        return Text.words(in: String(own))
    }

    /// Nil for a line that goes on with what stands above.
    private static func head(_ line: Substring, _ number: Int) -> Head? {
        var rest = line.drop { $0 == "\u{FEFF}" }
        let day = self.day(&rest)
        guard let seconds = time(&rest), let space = rest.first, space.isWhitespace else { return nil }
        let isTabbed = space == "\t"
        rest = rest.drop(while: \.isWhitespace)
        var isFrom = false
        if rest.hasPrefix("From "), !(isTabbed && rest.contains(":\t")) {
            isFrom = true
            rest = rest.dropFirst(5)
        }
        // A recording's chat has tabs between, and nobody to whom.
        guard isFrom || isTabbed, let parts = parts(rest, isFrom: isFrom) else { return nil }
        return Head(
            line: number, day: day, seconds: seconds, isOfRecording: !isFrom, name: parts.name,
            isForAll: parts.isForAll, text: parts.text)
    }

    private static let directs = ["(Direct Message)", "(Privately)", "(privately)", "(Direct message)"]

    /// Name, to whom, and the text behind the colon.
    private static func parts(
        _ rest: Substring, isFrom: Bool
    ) -> (name: String, isForAll: Bool, text: Substring)? {
        let start = rest.prefix(Limits.nameLength * 6)
        func part(_ name: Substring, _ isForAll: Bool, _ text: Substring) -> (String, Bool, Substring)? {
            let name = ListTable.trimmed(name.unicodeScalars)
            return name.isEmpty ? nil : (name, isForAll, text)
        }
        guard isFrom else {
            guard let colon = start.firstRange(of: ":\t") else { return nil }
            return part(rest[..<colon.lowerBound], true, rest[colon.upperBound...])
        }
        // To some only, wherever in the line that is said: nobody's name is worth reading a private word for.
        for mark in directs {
            guard let range = start.firstRange(of: mark) else { continue }
            let after = rest[range.upperBound...].drop(while: \.isWhitespace)
            if after.first == ":" { return part(rest[..<range.lowerBound], false, after.dropFirst()) }
        }
        for word in [" to Everyone", " To Everyone", "\tto\tEveryone"] {
            guard let range = start.firstRange(of: word), let colon = rest[range.upperBound...].firstIndex(of: ":"),
                rest.distance(from: range.upperBound, to: colon) <= 40
            else { continue }
            return part(rest[..<range.lowerBound], true, rest[rest.index(after: colon)...])
        }
        guard let colon = start.firstIndex(of: ":") else { return nil }
        let (head, text) = (rest[..<colon], rest[rest.index(after: colon)...])
        if let to = head.firstRange(of: " to ") ?? head.firstRange(of: " To ") {
            // To a group, to whoever waits, to the hosts: not to everybody.
            return part(head[..<to.lowerBound], false, text)
        }
        return part(head, true, text)
    }

    /// `2026-03-12 ` before the time.
    private static func day(_ rest: inout Substring) -> Day? {
        guard let day = Day(String(rest.prefix(10))) else { return nil }
        rest = rest.dropFirst(10).drop(while: \.isWhitespace)
        return day
    }

    /// `16:05:12`; the hours of a recording may be more than a day has.
    private static func time(_ rest: inout Substring) -> Int? {
        let text = rest.prefix { $0.isASCII && ($0.isNumber || $0 == ":") }
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 3, (1...2).contains(parts[0].utf8.count),
            parts.dropFirst().allSatisfy({ $0.utf8.count == 2 })
        else { return nil }
        let numbers = parts.compactMap { Int($0) }
        guard numbers.count == 3 else { return nil }
        rest = rest.dropFirst(text.count)
        // What is no time of day is found by whoever asks.
        return numbers[1] < 60 && numbers[2] < 60 ? (numbers[0] * 60 + numbers[1]) * 60 + numbers[2] : .max
    }
}
