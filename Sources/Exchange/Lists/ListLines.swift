// Knows lists that name no columns: a person a line or several, groups under headings or between empty lines.

import Meetings

/// The lines of a list, by groups.
struct ListLines {
    struct Block: Equatable {
        var title: String?
        /// The people of the block: positions in `lines`.
        var lines: Range<Int>
    }

    private(set) var lines: [PeopleLine] = []
    private(set) var blocks: [Block] = []
    /// Lines that are about no person: links, a task.
    private(set) var ignored: [String] = []
    /// Whether all of it was read: no list has more lines.
    private(set) var isWhole = true

    private static let mostLines = 4 * Limits.listPeople

    /// Whether anything parts one group from another.
    var hasGroups: Bool { blocks.count > 1 || blocks.contains { $0.title != nil } }

    init(_ text: String, known: Set<ComparedName>) {
        let numbered = Self.split(text)
        isWhole = numbered.count < Self.mostLines
        let texts = numbered.map(\.text)
        // Where all lines end in a number, as in "Teacher 1", these are people.
        let said = texts.filter { !$0.isEmpty }
        let numbersHead = said.first.map(ListHeading.isNumbered) == true && !said.allSatisfy(ListHeading.isNumbered)
        let titles = Self.titles(numbered, known: known)
        var isNew = true
        // More are refused, so more need not be read.
        for (line, text) in numbered where lines.count <= Limits.listPeople {
            if text.isEmpty {
                isNew = true
                continue
            }
            if Self.isAside(text) {
                ignored.append(String(text.prefix(80)))
                continue
            }
            var rest = ListHeading.withoutAddressee(text)
            let heading =
                titles.contains(line)
                ? ListHeading(whole: text) : ListHeading(text, known: known, numbersHead: numbersHead)
            if let heading {
                blocks.append(Block(title: heading.title, lines: lines.count..<lines.count))
                (isNew, rest) = (false, heading.rest)
            } else if isNew {
                blocks.append(Block(title: nil, lines: lines.count..<lines.count))
                isNew = false
            }
            let people = PeopleLine(rest, line: line, isHeaded: heading != nil)
            guard !people.parts.isEmpty else { continue }
            lines.append(people)
            blocks[blocks.count - 1].lines = blocks[blocks.count - 1].lines.lowerBound..<lines.count
        }
        // An empty line below a heading is no group.
        mend()
    }

    private mutating func mend() {
        var mended: [Block] = []
        for block in blocks {
            if block.title == nil, let last = mended.last, last.title != nil, last.lines.isEmpty {
                mended[mended.count - 1].lines = block.lines
            } else if block.title != nil || !block.lines.isEmpty {
                mended.append(block)
            }
        }
        blocks = mended.filter { !$0.lines.isEmpty }
    }

    /// The lines that head blocks without being marked, as only known names can say: the first of every block is nobody,
    /// and each block has somebody.
    private static func titles(_ numbered: [(line: Int, text: String)], known: Set<ComparedName>) -> Set<Int> {
        let blocks = numbered.split { $0.text.isEmpty }
        let isKnown = { (text: String) in known.contains(ComparedName(PersonText(text).name)) }
        let isHeaded = blocks.allSatisfy { block in
            !isKnown(block.first?.text ?? "") && block.dropFirst().contains { isKnown($0.text) }
        }
        return blocks.count > 1 && isHeaded ? Set(blocks.compactMap(\.first?.line)) : []
    }

    /// A link, a task: what our own lists say of a group beside its people; a rule drawn between groups.
    private static func isAside(_ text: String) -> Bool {
        let small = String(text.unicodeScalars.prefix(8)).lowercased()
        return ["https://", "http://", "task:", "tasg:"].contains { small.hasPrefix($0) }
    }

    /// Lines without what lists begin with, by scalar: U+2028 ends none. A drawn rule is an empty line.
    static func split(_ text: String) -> [(line: Int, text: String)] {
        var lines: [(line: Int, text: String)] = []
        var (line, part, previous) = (1, String.UnicodeScalarView(), Unicode.Scalar(0 as UInt8))
        func end() {
            let text = unlisted(ListTable.trimmed(part))
            lines.append((line, text.allSatisfy { "-–—_=*~".contains($0) } ? "" : text))
            part = String.UnicodeScalarView()
            line += 1
        }
        for scalar in text.unicodeScalars where lines.count < mostLines {
            defer { previous = scalar }
            if scalar == "\n", previous == "\r" { continue }
            if scalar == "\n" || scalar == "\r" { end() } else { part.append(scalar) }
        }
        end()
        return lines
    }

    /// Without "1.", "2)", "-" or "•" before it.
    private static func unlisted(_ line: String) -> String {
        let number = line.prefix { $0.isASCII && $0.isNumber }
        var rest = line[...]
        if (1...3).contains(number.count), let mark = line.dropFirst(number.count).first, mark == "." || mark == ")" {
            rest = line.dropFirst(number.count + 1)
        } else if let first = line.first, "-*•–·".contains(first) {
            rest = line.dropFirst()
        }
        guard rest.first?.isWhitespace == true else { return line }
        return ListTable.trimmed(rest.unicodeScalars)
    }
}
