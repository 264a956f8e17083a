// Knows `staffroom verify`: a look at all that is stored, beside a running server or without one.

import ArgumentParser
import Foundation
import Storage

/// Checks what is stored.
struct VerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "Check every event that is stored; works beside a running server.",
        discussion: "Changes nothing. Ends with 0 when all is well and with 65 when something is wrong.")

    @OptionGroup var common: CommonOptions
    @Flag(name: .long, help: "Print one JSON object instead of sentences.")
    var json = false
    @Flag(name: .long, help: "Go on with a log that lost its end: a new epoch begins. The server must be stopped.")
    var acceptLoss = false
    @Argument(help: "A backup to check instead of the data folder.")
    var file: String?

    func validate() throws {
        if acceptLoss && file != nil { throw ValidationError("--accept-loss is for a data folder, not for a backup") }
    }

    func run() async throws {
        let folder = try await Keeping.folder(common)
        let path = file ?? folder.path
        let examination = try await Keeping.saying(path) {
            if let file { return try Examination.of(file: URL(fileURLWithPath: file), isReadable: Keeping.isReadable) }
            return try Examination.of(directory: folder, isReadable: Keeping.isReadable)
        }
        if json {
            Output.line(try report(examination))
        } else {
            tell(examination, path)
        }
        if acceptLoss && examination.isOnlyLoss {
            let epoch = try await Keeping.saying(path) {
                let store = try Store.open(directory: folder, acceptsLoss: true)
                let epoch = await store.epoch
                try await store.close()
                return epoch
            }
            Output.note("accepted: the log goes on from its end; the epoch is now \(epoch)")
        } else if !examination.isGood {
            throw ExitCode(Ending.data.rawValue)
        }
    }

    private func tell(_ examination: Examination, _ path: String) {
        Output.line("\(path): \(Keeping.contents(examination.contents))")
        Output.line(
            """
            checked: the file and its references, the hash and the order of every event, that every event of a \
            meeting can be read\(file == nil ? ", the marks of \(examination.marks) streams" : "")
            """)
        let flaws = Keeping.flaws(examination)
        for flaw in flaws { Output.line(flaw) }
        Output.line(flaws.isEmpty ? "all is well" : "wrong: \(flaws.count)")
    }

    private struct Report: Encodable {
        struct Place: Encodable {
            var stream: String
            var sequence: Int64
            var kind: String
        }
        var good: Bool
        var contents: Contents
        var marks: Int
        var damages: [Place]
        var complaints: [String]
    }

    private func report(_ examination: Examination) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let report = Report(
            good: examination.isGood, contents: examination.contents, marks: examination.marks,
            damages: examination.damages.map {
                Report.Place(stream: $0.stream, sequence: $0.sequence, kind: $0.kind.rawValue)
            }, complaints: examination.complaints)
        return String(decoding: try encoder.encode(report), as: UTF8.self)
    }
}
