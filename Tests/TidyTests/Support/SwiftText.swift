// Knows how to blank what is not code in Swift source: comments and what stands in string literals.

extension TextFile {
    /// The code alone. Line breaks stay, so that lines keep their numbers.
    var code: String {
        var out = ""
        var rest = text[...]
        while let character = rest.first {
            if rest.hasPrefix("//") {
                rest = rest.drop { $0 != "\n" }
            } else if rest.hasPrefix("/*") {
                rest = Self.skip(rest.dropFirst(2), to: "*/", keepingLinesIn: &out)
            } else if rest.hasPrefix("\"\"\"") {
                rest = Self.skip(rest.dropFirst(3), to: "\"\"\"", keepingLinesIn: &out)
            } else if character == "\"" {
                rest = Self.skip(rest.dropFirst(), to: "\"", keepingLinesIn: &out)
            } else {
                out.append(character)
                rest = rest.dropFirst()
            }
        }
        return out
    }

    private static func skip(_ text: Substring, to end: String, keepingLinesIn out: inout String) -> Substring {
        var rest = text
        out.append(" ")
        while let character = rest.first {
            if rest.hasPrefix(end) { return rest.dropFirst(end.count) }
            // A string of one line that has no end here is a `"` in a regular expression.
            if character == "\n" {
                out.append("\n")
                if end == "\"" { return rest.dropFirst() }
            }
            rest = rest.dropFirst(character == "\\" && end != "*/" ? 2 : 1)
        }
        return rest
    }

    /// The modules that the file imports.
    var imports: [String] {
        code.split(separator: "\n").compactMap { line in
            let words = line.split(whereSeparator: { $0 == " " || $0 == "\t" }).map(String.init)
            guard let place = words.firstIndex(of: "import"), words.count > place + 1,
                words[..<place].allSatisfy({ $0.hasPrefix("@") || Self.levels.contains($0) })
            else { return nil }
            // `import struct Module.Name` names the module before the dot.
            let name =
                Self.kinds.contains(words[place + 1]) && words.count > place + 2 ? words[place + 2] : words[place + 1]
            return name.split(separator: ".").first.map(String.init)
        }
    }

    private static let levels: Set<String> = ["public", "package", "internal", "fileprivate", "private"]
    private static let kinds: Set<String> = ["struct", "class", "enum", "protocol", "func", "var", "let", "typealias"]
}
