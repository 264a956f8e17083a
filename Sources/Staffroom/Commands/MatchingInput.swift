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
    @OptionGroup var reading: ListReading
    @Argument(
        help: "JSON in the format staffroom-match/1, or a list of people as office programs write them.",
        completion: .file(extensions: ["json", "csv", "txt"]))
    var file: String

    func validate() throws {
        guard MatchingTexts.languages.contains(language) else { throw ValidationError("--language is en or cy") }
    }

    /// A list of people asks for groups of `size`.
    func read(size: Int) throws -> MatchingFile {
        let bytes = try ListReading.bytes(file)
        if MatchingFile.isJSON(bytes) || URL(fileURLWithPath: file).pathExtension.lowercased() == "json" {
            do { return try MatchingFile(Data(bytes)) } catch {
                throw Failure("unreadableFile: \(file): \(error)", Ending.data)
            }
        }
        let list = try reading.list(bytes, file)
        // Addresses and groups are read for others.
        let unused = [ListColumn.email, .group].compactMap(list.heading)
        if !unused.isEmpty { Output.note("ignored: \(unused.joined(separator: ", "))") }
        do { return try MatchingFile(list, size: size) } catch {
            throw Failure("unreadableFile: \(file): \(error)", Ending.data)
        }
    }

    /// The sentences of the language, if any are asked for.
    func texts() throws -> MatchingTexts? {
        guard explain else { return nil }
        return try MatchingTexts(
            language: language, catalogue: try Resources(named: "").locale("\(language).matching"))
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
