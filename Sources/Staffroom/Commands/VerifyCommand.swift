// Knows `staffroom verify`: a look at all that is stored, beside a running server or without one.

import ArgumentParser
import Foundation
import Storage

/// Checks what is stored.
struct VerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "Check every event that is stored; works beside a running server.",
        discussion: """
            Changes nothing, unless told to. Ends with 0 when all is well, with 65 when something is wrong, and with 78 \
            when it is only the secret key.
            """)

    @OptionGroup var common: CommonOptions
    @Flag(name: .long, help: "Print one JSON object instead of sentences.")
    var json = false
    @Flag(
        name: .long,
        help: "Go on with a log that lost its end or its marks: a new epoch begins. The server must be stopped.")
    var acceptLoss = false
    @Flag(
        name: .long, help: "Go on without the secret key that was there: a new one is made. The server must be stopped."
    )
    var newKey = false
    @Argument(help: "A backup to check instead of the data folder.")
    var file: String?

    func validate() throws {
        if acceptLoss && file != nil { throw ValidationError("--accept-loss is for a data folder, not for a backup") }
        if newKey && file != nil { throw ValidationError("--new-key is for a data folder, not for a backup") }
    }

    func run() async throws {
        let folder = try await Keeping.folder(common)
        let path = file ?? folder.path
        let examination = try await Keeping.saying(path) {
            try await HeadwayLine.showing { headway in
                if let file {
                    return try Examination.of(
                        file: URL(fileURLWithPath: file), headway: headway, isReadable: Keeping.isReadable)
                }
                return try Examination.of(directory: folder, headway: headway, isReadable: Keeping.isReadable)
            }
        }
        if json {
            Output.line(try report(examination))
        } else {
            tell(examination, path)
        }
        guard !examination.isGood else { return }
        guard try await Keeping.saying(path, { try await accept(examination, in: folder) }) else {
            throw examination.isOnlyKey ? Ending.settings : Ending.data
        }
    }

    /// Does what was asked for about what is wrong.
    ///
    /// - Returns: false when something stays wrong; then nothing was done.
    private func accept(_ examination: Examination, in folder: URL) async throws -> Bool {
        let hasLoss = examination.isOnlyLoss
        let lacksKey = examination.sideFlaws.contains(where: \.isOfKey)
        guard hasLoss || examination.isOnlyKey, acceptLoss || !hasLoss, newKey || !lacksKey else { return false }
        if lacksKey {
            let kept = try await Rekeying.run(folder, acceptsLoss: hasLoss)
            Output.note("a new secret.key was made: links that people have go on working, and links shown are new ones")
            if let kept { Output.note("the key that was there is now \(kept)") }
        }
        // A new key alone begins no epoch; with a loss that was accepted already this finds nothing more.
        let store = try Store.open(directory: folder, acceptsLoss: hasLoss)
        let epoch = await store.epoch
        try await store.close()
        if hasLoss { Output.note("accepted: the log goes on from its end; the epoch is now \(epoch)") }
        return true
    }

    private func tell(_ examination: Examination, _ path: String) {
        Output.line("\(path): \(Keeping.contents(examination.contents))")
        Output.line(
            """
            checked: the file and its references, the hash and the order of every event, that every event of a \
            meeting can be read, the texts of every event\(file == nil ? ", the key and the marks of \(examination.marks) streams" : "")
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
        var beside: [String]
    }

    private func report(_ examination: Examination) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let report = Report(
            good: examination.isGood, contents: examination.contents, marks: examination.marks,
            damages: examination.damages.map {
                Report.Place(stream: $0.stream, sequence: $0.sequence, kind: $0.kind.rawValue)
            }, complaints: examination.complaints, beside: examination.sideFlaws.map(\.rawValue))
        return String(decoding: try encoder.encode(report), as: UTF8.self)
    }
}
