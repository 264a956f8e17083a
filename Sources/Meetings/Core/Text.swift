// Knows how text from people is made fit to keep: trimmed, without characters that could disguise it.

/// Cleaning and counting of text that people write.
public enum Text {
    /// One line: white space folded to single spaces, control and direction-changing characters dropped.
    /// Throws `textMissing` when nothing is left and `textTooLong` beyond `limit` scalars.
    public static func line(_ text: String, limit: Int) throws(Rejection) -> String {
        try bounded(fold(text, keepsLines: false), limit)
    }

    /// Like `line`, but line breaks stay (at most two in a row).
    public static func block(_ text: String, limit: Int) throws(Rejection) -> String {
        try bounded(fold(text, keepsLines: true), limit)
    }

    /// Like `line`, nil when nothing is left.
    public static func optionalLine(_ text: String?, limit: Int) throws(Rejection) -> String? {
        guard let text else { return nil }
        let folded = fold(text, keepsLines: false)
        return isInvisible(folded) ? nil : try bounded(folded, limit)
    }

    /// Like `block`, nil when nothing is left.
    public static func optionalBlock(_ text: String?, limit: Int) throws(Rejection) -> String? {
        guard let text else { return nil }
        let folded = fold(text, keepsLines: true)
        return isInvisible(folded) ? nil : try bounded(folded, limit)
    }

    /// An address that a browser can open, nil when nothing is left. Throws `badLink`.
    public static func optionalLink(_ text: String?, limit: Int) throws(Rejection) -> String? {
        guard let link = try optionalLine(text, limit: limit) else { return nil }
        let rest = ["https://", "http://"].lazy.compactMap { link.hasPrefix($0) ? link.dropFirst($0.count) : nil }.first
        guard let rest, !rest.isEmpty, !rest.hasPrefix("/"), !link.contains(" ") else { throw .badLink }
        return link
    }

    /// First name only: what guests and walls show of whoever asked a question.
    public static func firstName(_ name: String?) -> String? {
        name?.split(separator: " ").first.map(String.init)
    }

    /// Number of maximal runs of characters that are not white space: words, as every figure counts them.
    public static func words(in text: String) -> Int {
        var count = 0
        var isInside = false
        for scalar in text.unicodeScalars {
            let isSpace = isWhitespace(scalar)
            if !isSpace, !isInside { count += 1 }
            isInside = !isSpace
        }
        return count
    }

    private static func bounded(_ text: String, _ limit: Int) throws(Rejection) -> String {
        guard !isInvisible(text) else { throw .textMissing }
        guard text.unicodeScalars.count <= limit else { throw .textTooLong(limit: limit) }
        return text
    }

    /// The tables of Unicode are slow, and most of what people write needs none.
    private static func isWhitespace(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x80
            ? scalar.value == 0x20 || (0x09...0x0D).contains(scalar.value) : scalar.properties.isWhitespace
    }

    /// Whether folding leaves it as it is: printed characters of ASCII with single spaces between them.
    private static func isFolded(_ text: String) -> Bool {
        var wasSpace = true
        for byte in text.utf8 {
            guard (0x20...0x7E).contains(byte), byte != 0x20 || !wasSpace else { return false }
            wasSpace = byte == 0x20
        }
        return !wasSpace
    }

    private static func fold(_ text: String, keepsLines: Bool) -> String {
        if isFolded(text) { return text }
        var out = String.UnicodeScalarView()
        var spaces = 0
        var breaks = 0
        var previous: Unicode.Scalar?
        var tags = 0
        for (index, scalar) in zip(text.unicodeScalars.indices, text.unicodeScalars) {
            defer { previous = scalar }
            if scalar == blackFlag { tags = flagTags(in: text.unicodeScalars[index...]) }
            if isBreak(scalar), keepsLines {
                // A carriage return and its line feed are one break.
                if scalar != "\n" || previous != "\r" { breaks += 1 }
            } else if isWhitespace(scalar) {
                spaces += 1
            } else if !isDropped(scalar) || tags > 0 && isTag(scalar) {
                if isTag(scalar) { tags -= 1 }
                if !out.isEmpty {
                    if breaks > 0 {
                        out.append(contentsOf: String(repeating: "\n", count: min(2, breaks)).unicodeScalars)
                    } else if spaces > 0 {
                        out.append(" ")
                    }
                }
                (spaces, breaks) = (0, 0)
                out.append(scalar)
            }
        }
        return String(out)
    }

    private static func isDropped(_ scalar: Unicode.Scalar) -> Bool {
        if (0x20...0x7E).contains(scalar.value) { return false }
        switch scalar.properties.generalCategory {
        case .control, .surrogate, .privateUse, .unassigned: return true
        // Joiners make emoji and some scripts; the other format characters reorder or hide text.
        case .format: return !isJoiner(scalar)
        default: return false  // foreign: Unicode.GeneralCategory
        }
    }

    /// Whether nobody would see anything of it.
    private static func isInvisible(_ text: String) -> Bool {
        text.unicodeScalars.allSatisfy { isJoiner($0) || isWhitespace($0) }
    }

    private static let blackFlag: Unicode.Scalar = "\u{1F3F4}"
    private static let flagsOfCountries = ["gbwls", "gbsct", "gbeng"]

    /// How many tags make the flag of Wales, Scotland or England of the black one; tags after anything else hide text.
    private static func flagTags(in rest: Substring.UnicodeScalarView) -> Int {
        let letters = rest.dropFirst().prefix { isTag($0) }.prefix(6)
        let name = letters.dropLast().compactMap { Unicode.Scalar($0.value - 0xE0000).map(Character.init) }
        guard letters.last?.value == 0xE007F, flagsOfCountries.contains(String(name)) else { return 0 }
        return letters.count
    }

    private static func isTag(_ scalar: Unicode.Scalar) -> Bool { (0xE0020...0xE007F).contains(scalar.value) }

    private static func isJoiner(_ scalar: Unicode.Scalar) -> Bool { scalar.value == 0x200C || scalar.value == 0x200D }

    private static func isBreak(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "\n" || scalar == "\r" || scalar.value == 0x2028 || scalar.value == 0x2029
    }
}
