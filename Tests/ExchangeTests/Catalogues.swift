// Knows where the texts lie that the tests of files read.

import Exchange
import Foundation

enum Catalogues {
    /// The texts of a language, as a server has them for what it writes.
    static func texts(_ language: String, _ parts: [String] = ["", ".minutes"]) throws -> LocaleTexts {
        let web = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Web/locales")
        return try LocaleTexts(
            language: language,
            catalogues: parts.map { try Data(contentsOf: web.appending(path: "\(language)\($0).json")) })
    }

    static func carried(_ language: String) throws -> LocaleTexts {
        try texts(language, ["", ".minutes", ".takeaway"])
    }
}
