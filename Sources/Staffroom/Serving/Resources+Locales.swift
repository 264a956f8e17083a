// Knows where the program itself finds the texts that the pages show, and those that a pack brings along.

import Exchange
import Foundation

extension Resources {
    /// A catalogue, by its name without an ending: from the sources, or from what `Config/bundle` made of them.
    func locale(_ name: String) throws -> Data {
        let plain = folder.appendingPathComponent("Web/locales/\(name).json").path
        if let data = FileManager.default.contents(atPath: plain) { return data }
        let bundled = folder.appendingPathComponent("Web/hashed").path
        let files = (try? FileManager.default.contentsOfDirectory(atPath: bundled)) ?? []
        guard let file = files.sorted().first(where: { $0.hasPrefix(name + "-") && $0.hasSuffix(".json") }),
            let data = FileManager.default.contents(atPath: bundled + "/" + file)
        else { throw Failure("the texts \(name).json are missing in Web", Ending.settings) }
        return data
    }

    /// What minutes, reports, and what people take with them, are written with, by language.
    func minutesTexts() throws -> [String: LocaleTexts] {
        var all: [String: LocaleTexts] = [:]
        for language in LocaleTexts.languages {
            do {
                all[language] = try LocaleTexts(
                    language: language,
                    catalogues: try ["", ".minutes", ".takeaway"].map { try locale(language + $0) })
            } catch let error as DecodingError {
                throw Failure("the texts of \(language) do not have the expected form: \(error)", Ending.settings)
            }
        }
        return all
    }

    /// What every evaluator's pack brings along.
    func packDocuments() throws -> PackDocuments {
        let (method, python, r) = PackDocuments.names
        return PackDocuments(
            method: [UInt8](try config("pack/\(method)")), python: [UInt8](try config("pack/\(python)")),
            r: [UInt8](try config("pack/\(r)")))
    }
}
