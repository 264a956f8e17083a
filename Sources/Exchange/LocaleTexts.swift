// Knows the texts of one language, from the catalogues that the pages use too: a value is put in once, so that a name that
// looks like a placeholder stays a name.

import Foundation

/// The texts of one language.
public struct LocaleTexts: Sendable {
    /// The languages there are.
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

    public let language: String
    private var texts: [String: Text] = [:]

    /// `catalogues` are files of `Web/locales` in that language.
    public init(language: String, catalogues: [Data]) throws {
        self.language = language
        for data in catalogues {
            texts.merge(try JSONDecoder().decode([String: Text].self, from: data)) { $1 }
        }
    }

    /// Whether there is a text without plural forms.
    public func has(_ key: String) -> Bool {
        if case .plain? = texts[key] { true } else { false }
    }

    /// The text with its values; a key that is not there says itself.
    public func text(_ key: String, _ values: [String: String] = [:]) -> String {
        guard case .plain(let text)? = texts[key] else { return key }
        return Self.filled(text) { values[$0] }
    }

    /// A number with its noun; nil if the language has none for it.
    public func counted(_ key: String, _ number: Int) -> String? {
        guard case .plural(let forms)? = texts[key] else { return nil }
        let form = forms[category(number)] ?? forms["other"] ?? "{count}"
        return Self.filled(form) { $0 == "count" ? String(number) : nil }
    }

    /// Puts values in; a placeholder without one stays as it is.
    public static func filled(_ text: String, _ value: (String) -> String?) -> String {
        var rest = text[...]
        var result = ""
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            result += rest[..<open]
            result += value(String(rest[rest.index(after: open)..<close])) ?? String(rest[open...close])
            rest = rest[rest.index(after: close)...]
        }
        return result + rest
    }

    /// The plural category of Unicode's tables.
    private func category(_ number: Int) -> String {
        if language == "cy" { return [0: "zero", 1: "one", 2: "two", 3: "few", 6: "many"][number] ?? "other" }
        return number == 1 ? "one" : "other"
    }
}
