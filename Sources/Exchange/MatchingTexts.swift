// Knows how facts about groups and buddies become sentences of a language, by the catalogues that the pages use too.

import Foundation
import Matching

/// The sentences of one language.
public struct MatchingTexts: Sendable {
    public static let languages = LocaleTexts.languages

    private let texts: LocaleTexts

    /// `catalogue` is `Web/locales/LANGUAGE.matching.json`.
    public init(language: String, catalogue: Data) throws {
        texts = try LocaleTexts(language: language, catalogues: [catalogue])
    }

    public func sentences(_ facts: [Finding]) -> [String] { facts.map(sentence) }

    public func sentence(_ fact: Finding) -> String {
        let text = texts.text("matching.\(fact.code.rawValue)")
        return LocaleTexts.filled(text) { name in fact.values[name].map { show($0, name) } }
    }

    private func show(_ value: Finding.Value, _ name: String) -> String {
        switch value {
        case .text(let text): text
        case .word(let word): known(word)
        case .people(let people): people.map(\.name).joined(separator: ", ")
        case .pairs(let pairs): pairs.map { $0.map(\.name).joined(separator: " – ") }.joined(separator: ", ")
        case .wishes(let wishes): wishes.map { "\($0.person.name) (\($0.skill))" }.joined(separator: ", ")
        case .list(let list): list.joined(separator: ", ")
        case .number(let number): texts.counted("matching.count.\(name)", number) ?? String(number)
        case .facts(let facts): facts.map(sentence).joined(separator: "; ")
        case .parts(let facts): facts.map(sentence).joined(separator: ", ")
        }
    }

    /// The language's word for a value of the roster; a value that it has none for stays as it is.
    private func known(_ word: String) -> String {
        let key = "matching.value.\(word)"
        return texts.has(key) ? texts.text(key) : word
    }
}
