// Knows what is replaced in words that are quoted: names that are known, addresses, links and long numbers. It is a help
// and no promise; whoever hands words on reads them before.

import Foundation
import Meetings

enum Redaction {
    private static let name = "[name]"
    private static let school = "[school]"
    private static let address = "[address]"
    private static let link = "[link]"
    private static let number = "[number]"
    /// So many digits and more are a telephone number, or say who somebody is in some other way.
    private static let fewestDigits = 7

    /// A text without those names and schools, and without anything by which somebody is reached.
    static func without(names: [String], schools: [String], _ text: String) -> String {
        var text = text
        for one in schools.sorted(by: { $0.count > $1.count }) where !one.isEmpty {
            text = text.replacingOccurrences(of: one, with: school, options: [.caseInsensitive, .diacriticInsensitive])
        }
        let keys = Set(names.flatMap { $0.split(whereSeparator: \.isWhitespace).map { Text.key(String($0)) } })
        var out = ""
        var word = ""
        for character in text {
            guard character.isWhitespace else {
                word.append(character)
                continue
            }
            out += replaced(word, keys) + String(character)
            word = ""
        }
        return out + replaced(word, keys)
    }

    private static func replaced(_ word: String, _ names: Set<String>) -> String {
        guard !word.isEmpty, ![name, school].contains(word) else { return word }
        if word.dropFirst().dropLast().contains("@") { return address }
        if !Text.addresses(in: word).isEmpty || word.lowercased().hasPrefix("www.") { return link }
        if word.count(where: \.isNumber) >= fewestDigits { return number }
        // Of "Siân's" the name is what stands before the sign.
        let begin = word.prefix { $0 != "'" && $0 != "’" }
        let parts = [word, String(begin)] + word.split { "-/.,:;()".contains($0) }.map(String.init)
        return parts.contains { names.contains(Text.key($0)) } ? name : word
    }
}
