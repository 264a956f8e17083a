// Knows which types a Swift file declares at its top level.

extension TextFile {
    /// The names of the types that other files may see.
    var declaredTypes: [String] {
        code.split(separator: "\n").compactMap { line in
            guard let first = line.first, first.isLetter || first == "@" else { return nil }
            let words = line.split { !($0.isLetter || $0.isNumber || $0 == "_" || $0 == "@") }.map(String.init)
            guard let place = words.firstIndex(where: Self.typeKinds.contains), words.count > place + 1,
                words[..<place].allSatisfy({ Self.modifiers.contains($0) || $0.hasPrefix("@") })
            else { return nil }
            return words[place + 1]
        }
    }

    private static let typeKinds: Set<String> = ["struct", "class", "enum", "actor", "protocol", "typealias"]
    private static let modifiers: Set<String> = ["public", "package", "internal", "final", "indirect", "nonisolated"]
}
