// Knows `staffroom list`: what a list of people says, as the console would take it, without any server.

import ArgumentParser
import Exchange
import Foundation

/// Reads a list of people.
struct ListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Read a list of people or groups as the console does, and print whom it names.",
        discussion: """
            Takes what Excel, Outlook, Zoom, Teams, forms and people write: CSV of any kind, names in lines, headings \
            over groups. Prints JSON. What is uncertain is refused with its line (exit code 65); --known and --commas \
            help.
            """)

    @OptionGroup var reading: ListReading
    @Option(name: .long, help: "A name that may be meant; may be given several times.")
    var known: [String] = []
    @Argument(help: "The list.", completion: .file())
    var file: String

    func run() throws {
        let list = try reading.list(file, known: known)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        Output.line(String(decoding: try encoder.encode(PeopleListView(list)), as: UTF8.self))
    }
}

extension ListCommas: ExpressibleByArgument {}

/// How a list is read by a command, and what is said beside it.
struct ListReading: ParsableArguments {
    @Option(name: .long, help: "What commas mean where the list does not say so: people, surnameFirst or nameFirst.")
    var commas: ListCommas?

    static func bytes(_ file: String) throws -> [UInt8] {
        guard let data = FileManager.default.contents(atPath: file) else {
            throw Failure("unreadableFile: \(file): \(ListError.unreadable(file))", Ending.data)
        }
        return Array(data)
    }

    func list(_ file: String, known: [String] = []) throws -> PeopleList {
        try list(Self.bytes(file), file, known: known)
    }

    func list(_ bytes: [UInt8], _ file: String, known: [String] = []) throws -> PeopleList {
        do throws(ListError) {
            let list = try PeopleList(FileText(bytes), known: known, commas: commas)
            switch list.encoding {
            case .utf8, .utf16: break
            case .windows1252: Output.note("\(file) is not UTF-8; it was read as Windows-1252")
            }
            for repeated in list.repeats {
                Output.note("line \(repeated.line) says again what line \(repeated.before) says: \(repeated.name)")
            }
            if !list.ignored.isEmpty { Output.note("ignored: \(list.ignored.joined(separator: ", "))") }
            return list
        } catch { throw Failure("unreadableFile: \(file): \(error)", Ending.data) }
    }
}
