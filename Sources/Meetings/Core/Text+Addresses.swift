// Knows the web addresses in what people write, as the pages find them: `http` and `https` only, without what ends a
// sentence.

extension Text {
    /// The addresses in a text, in order.
    public static func addresses(in text: String) -> [String] {
        text.split(whereSeparator: isEnd).flatMap(addresses(inWord:))
    }

    /// An address begins where its scheme does, whatever stands before it.
    private static func addresses(inWord word: Substring) -> [String] {
        let lowered = Array(word.utf8).map { (65...90).contains($0) ? $0 + 32 : $0 }
        let begins = [Array("https://".utf8), Array("http://".utf8)]
        for start in lowered.indices {
            guard let scheme = begins.first(where: { lowered[start...].starts(with: $0) }) else { continue }
            let from = word.utf8.index(word.utf8.startIndex, offsetBy: start)
            var address = word[from...]
            while let last = address.last, tail.contains(last) { address.removeLast() }
            let host = address.utf8.dropFirst(scheme.count).prefix { !pathBegins.contains($0) }
            return host.isEmpty || address.unicodeScalars.count > Limits.linkLength ? [] : [String(address)]
        }
        return []
    }

    private static let tail: Set<Character> = [".", ",", ";", ":", "!", "?", ")", "]", "'", "’"]
    private static let pathBegins: [UInt8] = Array("/?#:@".utf8)

    private static func isEnd(_ character: Character) -> Bool {
        character.isWhitespace || character == "<" || character == ">" || character == "\""
    }
}
