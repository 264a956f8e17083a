// Knows which lines of a list head a group, in any wording, and that nobody called Roomi or Tabitha does.

import Meetings

/// A line that begins a group.
struct ListHeading: Equatable {
    var title: String
    /// The names that stand behind it.
    var rest: String

    private static let farthest = 200

    /// Nil for a line of people.
    ///
    /// - Parameter numbersHead: any word with a number is a heading.
    init?(_ line: String, known: Set<ComparedName>, numbersHead: Bool) {
        // A heading stands at the beginning of its line.
        let isShort = line.utf8.count <= Self.farthest
        let marked = isShort ? Self.unmarked(line) : nil
        let text = marked ?? line
        let start = text.unicodeScalars.prefix(Self.farthest)
        guard !text.isEmpty, !isShort || !known.contains(ComparedName(text)) else { return nil }
        if let colon = start.firstIndex(of: ":") {
            let (title, rest) = (text[..<colon], text[text.unicodeScalars.index(after: colon)...])
            if !Self.isAddressee(title), Self.mayBeTitle(title), !rest.hasPrefix("//"),
                !known.contains(ComparedName(String(title)))
            {
                self.init(title, rest)
                return
            }
        }
        // A row of a table: the group, then whoever is in it.
        if let end = start.firstIndex(where: { $0 == "\t" || $0 == "," }), Self.isNamed(String(text[..<end])) {
            self.init(text[..<end], text[text.unicodeScalars.index(after: end)...])
            return
        }
        guard marked != nil || isShort && (Self.isNamed(text) || numbersHead && Self.isNumbered(text)) else {
            return nil
        }
        self.init(text[...], "")
    }

    private init(_ title: Substring, _ rest: Substring) {
        self.title = ListTable.trimmed(title.unicodeScalars)
        self.rest = ListTable.trimmed(rest.unicodeScalars)
    }

    /// What groups are called.
    private static let words: Set<String> = [
        "group", "table", "room", "team", "breakout", "session", "circle", "grŵp", "grwp", "bwrdd", "ystafell", "tîm",
        "sesiwn", "cylch",
    ]

    /// "Group 1", "Breakout Room 1", "Table 3 – Robots", "Group A", "Team Robots", "The first group".
    private static func isNamed(_ text: String) -> Bool {
        let all = ComparedName(text).text.split { $0 == " " || $0 == "#" || $0 == "-" || $0 == "." }.map(String.init)
        guard all.count <= 6, !text.contains(where: { ",;@\t".contains($0) }) else { return false }
        guard let first = all.first, let last = all.last else { return false }
        // "Grŵp3", too.
        return words.contains(first) || words.contains(last) && all.count <= 3
            || words.contains { first.hasPrefix($0) && first.dropFirst($0.count).allSatisfy(\.isNumber) }
            || first == "tim" && all.count == 2 && last.allSatisfy(\.isNumber)  // Tim Jones is a person
            || all.dropFirst().contains { words.contains($0) } && last.allSatisfy(\.isNumber)
    }

    /// "Robots 1".
    static func isNumbered(_ text: String) -> Bool {
        guard text.utf8.count <= farthest else { return false }
        let words = text.split(whereSeparator: \.isWhitespace)
        return words.count > 1 && words[words.count - 1].allSatisfy(\.isNumber)
            && !text.contains { $0 == "," || $0 == ";" || $0 == "@" }
    }

    /// What is marked as a heading: `# Robots`, `**Robots**`, `[Robots]`, `== Robots ==`.
    private static func unmarked(_ line: String) -> String? {
        let marks: Set<Character> = ["#", "=", "*", "[", "]", "_"]
        let isMarked =
            line.hasPrefix("# ") || line.hasPrefix("##") || line.hasPrefix("==") || line.hasPrefix("**")
            || line.hasPrefix("[") && line.hasSuffix("]")
        guard isMarked else { return nil }
        var text = Substring(line)
        while let first = text.first, marks.contains(first) || first.isWhitespace { text.removeFirst() }
        while let last = text.last, marks.contains(last) || last.isWhitespace { text.removeLast() }
        return String(text)
    }

    private static func mayBeTitle(_ title: Substring) -> Bool {
        !title.isEmpty && title.count <= 60 && !title.contains { "@,;<>\"".contains($0) }
            && !title.allSatisfy { $0.isNumber || $0.isWhitespace } && ComparedName(String(title)).text != "https"
            && ComparedName(String(title)).text != "http"
    }

    /// The fields of a message that somebody copied.
    private static let addressees: Set<String> = ["to", "cc", "bcc", "from", "at", "oddi wrth", "gan"]

    private static func isAddressee(_ title: Substring) -> Bool {
        addressees.contains(ComparedName(String(title)).text)
    }

    /// The line without the field of a message before its people.
    static func withoutAddressee(_ line: String) -> String {
        let scalars = line.unicodeScalars
        guard let colon = scalars.prefix(farthest).firstIndex(of: ":"), isAddressee(line[..<colon]) else { return line }
        return ListTable.trimmed(scalars[scalars.index(after: colon)...])
    }
}

extension ListHeading {
    /// A whole line of which something else said that it is one.
    init(whole title: String) { self.init(title[...], "") }
}
