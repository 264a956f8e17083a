// Knows what the matching commands share: the file they read, the JSON they print and the language of explanations.

import ArgumentParser
import Exchange
import Foundation
import Matching

/// The file and how to speak about it.
struct MatchingInput: ParsableArguments {
    @Flag(name: .long, help: "Add sentences that say why.")
    var explain = false
    @Option(name: .long, help: "Language of the sentences: en or cy.")
    var language = "en"
    @Argument(
        help: "JSON in the format staffroom-match/1, or a roster as CSV.",
        completion: .file(extensions: ["json", "csv"]))
    var file: String

    func validate() throws {
        guard MatchingTexts.languages.contains(language) else { throw ValidationError("--language is en or cy") }
    }

    /// A CSV roster asks for groups of `size`.
    func read(size: Int) throws -> MatchingFile {
        do {
            let url = URL(fileURLWithPath: file)
            return url.pathExtension.lowercased() == "csv"
                ? try MatchingFile(roster: url, size: size) : try MatchingFile(file: url)
        } catch { throw Failure("unreadableFile: \(file): \(error)", Ending.data) }
    }

    /// The sentences of the language, if any are asked for.
    func texts() throws -> MatchingTexts? {
        guard explain else { return nil }
        let file = try Resources(named: "").folder.appendingPathComponent("Web/locales/\(language).matching.json")
        return try MatchingTexts(language: language, catalogue: Data(contentsOf: file))
    }

    func show(_ output: MatchingOutput) {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard let data = try? encoder.encode(output) else { return }
        Output.line(String(decoding: data, as: UTF8.self))
    }
}

/// What is printed; what is nil is left out.
struct MatchingOutput: Encodable {
    var groups: [[String]]?
    var rounds: [[[String]]]?
    var explain: [[String]]?
    /// Needs that nobody present offers: for the next meeting.
    var gaps: [String]?
    /// Why those who joined running groups are where they are.
    var joined: [String]?
    /// Who else each could be with, group by group: for the coordinator only.
    var nextBest: [[String]]?
    var unmatched: [String]?
    /// Why somebody has no buddy, by id.
    var reasons: [String: String]?
}
