// Knows how facts about groups and buddies become sentences of a language, by the catalogues that the pages use too.

import Foundation
import Matching

/// The sentences of one language.
public struct MatchingTexts: Sendable {
    public static let languages = ["en", "cy"]

    private enum Text: Decodable, Sendable {
        case plain(String)
        case plural([String: String])

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let text = try? container.decode(String.self) {
                self = .plain(text)
            } else {
                self = .plural(try container.decode([String: String].self))
            }
        }
    }

    private let texts: [String: Text]
    private let language: String

    /// `catalogue` is `Web/locales/LANGUAGE.matching.json`.
    public init(language: String, catalogue: Data) throws {
        self.language = language
        texts = try JSONDecoder().decode([String: Text].self, from: catalogue)
    }

    public func sentences(_ facts: [Finding]) -> [String] { facts.map(sentence) }

    public func sentence(_ fact: Finding) -> String {
        var text = plain("matching.\(fact.code.rawValue)")
        // Whatever a value looks like, it is put in once: placeholders within names stay text.
        var result = ""
        while let open = text.firstIndex(of: "{"), let close = text[open...].firstIndex(of: "}") {
            result += text[..<open]
            let name = String(text[text.index(after: open)..<close])
            result += fact.values[name].map { show($0, name) } ?? String(text[open...close])
            text = String(text[text.index(after: close)...])
        }
        return result + text
    }

    private func show(_ value: Finding.Value, _ name: String) -> String {
        switch value {
        case .text(let text): text
        case .word(let word): known(word)
        case .people(let people): people.map(\.name).joined(separator: ", ")
        case .pairs(let pairs): pairs.map { $0.map(\.name).joined(separator: " – ") }.joined(separator: ", ")
        case .wishes(let wishes): wishes.map { "\($0.person.name) (\($0.skill))" }.joined(separator: ", ")
        case .list(let list): list.joined(separator: ", ")
        case .number(let number): counted(number, name)
        case .facts(let facts): facts.map(sentence).joined(separator: "; ")
        }
    }

    /// A number with its noun, if the language has one for it.
    private func counted(_ number: Int, _ name: String) -> String {
        guard case .plural(let forms)? = texts["matching.count.\(name)"] else { return String(number) }
        let form = forms[category(number)] ?? forms["other"] ?? "{count}"
        return form.replacingOccurrences(of: "{count}", with: String(number))
    }

    /// The plural category of Unicode's tables.
    private func category(_ number: Int) -> String {
        if language == "cy" { return [0: "zero", 1: "one", 2: "two", 3: "few", 6: "many"][number] ?? "other" }
        return number == 1 ? "one" : "other"
    }

    /// The language's word for a value of the roster; a value that it has none for stays as it is.
    private func known(_ word: String) -> String {
        guard case .plain(let text)? = texts["matching.value.\(word)"] else { return word }
        return text
    }

    private func plain(_ key: String) -> String {
        guard case .plain(let text)? = texts[key] else { return key }
        return text
    }
}
