// Knows what a name has to be: something that is seen, and nothing in it that is not. And when two are the same.

extension Text {
    /// A name as one line. Letters that show nothing are spaces, marks that stand on nothing go.
    /// Throws `unseenName` when something was written of which nothing can be seen; else as `line`.
    public static func name(_ text: String, limit: Int) throws(Rejection) -> String {
        let written = try line(text, limit: .max)
        var out = String.UnicodeScalarView()
        var isBase = false
        for scalar in written.unicodeScalars {
            if isBlank(scalar) {
                out.append(" ")
                isBase = false
            } else if isMark(scalar), !isBase {
                continue
            } else {
                out.append(scalar)
                isBase = isBase && isUnseen(scalar) || !scalar.properties.isWhitespace && !isUnseen(scalar)
            }
        }
        guard out.contains(where: { !isUnseen($0) && !$0.properties.isWhitespace }) else { throw .unseenName }
        return try line(String(out), limit: limit)
    }

    /// The same for whatever is called something: without case, spaces and what stands between letters, so that
    /// "micro:bit" is "Microbit" and "O’Neill" is "O'Neill". What is nothing but such signs is itself. Swift compares
    /// texts as people read them, however an accent is written.
    public static func key(_ text: String) -> String {
        // There and back: ß and ss, the two Greek sigmas.
        let lowered = text.uppercased().lowercased()
        // What nobody sees goes first: it would hang on the letter before it.
        let seen = String(String.UnicodeScalarView(lowered.unicodeScalars.filter { !isHidden($0) }))
        let kept = seen.filter { character in
            character.unicodeScalars.first.map { isTelling($0) && !isMark($0) } ?? false
        }
        return kept.isEmpty ? lowered : kept
    }

    /// Whether two names are the same, however they are written.
    static func isSameName(_ one: String, _ other: String) -> Bool { key(one) == key(other) }

    /// Letters, digits, symbols, and those signs that tell one name from another: C, C# and C++ are three.
    private static func isTelling(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "#" || scalar == "&" || !between.contains(scalar.properties.generalCategory)
    }

    /// What stands between letters and tells nothing.
    private static let between: Set<Unicode.GeneralCategory> = [
        .spaceSeparator, .lineSeparator, .paragraphSeparator, .control, .format, .dashPunctuation, .openPunctuation,
        .closePunctuation, .initialPunctuation, .finalPunctuation, .connectorPunctuation, .otherPunctuation,
        .modifierSymbol,
    ]
    private static let marks: Set<Unicode.GeneralCategory> = [.nonspacingMark, .spacingMark, .enclosingMark]
    /// Letters and symbols of which nothing is drawn, though they are no spaces by their category: fillers of Hangul,
    /// the empty pattern of Braille, a note without a head, empty hieroglyphs.
    private static let blanks: Set<UInt32> = [0x115F, 0x1160, 0x3164, 0xFFA0, 0x2800, 0x1D159, 0x13441, 0x13442]

    private static func isBlank(_ scalar: Unicode.Scalar) -> Bool { blanks.contains(scalar.value) }

    /// What changes how others are drawn and shows nothing by itself.
    private static func isUnseen(_ scalar: Unicode.Scalar) -> Bool { isMark(scalar) || isHidden(scalar) }

    private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isDefaultIgnorableCodePoint || scalar.properties.generalCategory == .format
    }

    private static func isMark(_ scalar: Unicode.Scalar) -> Bool { marks.contains(scalar.properties.generalCategory) }
}
