// Knows `staffroom backup`: one file, taken beside a running server or a stopped one.

import ArgumentParser
import Foundation
import Storage

/// Takes a backup.
struct BackupCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup", abstract: "Write everything to one file; works beside a running server.",
        discussion: """
            The file is checked like verify does before it gets its name. The secret key is not in it: keep a copy of \
            secret.key and of staffroom.erasures in another place.
            """)

    @OptionGroup var common: CommonOptions
    @Flag(name: .long, help: "Replace the file if it is there.")
    var force = false
    @Argument(help: "File to write; its folder must exist.")
    var file: String

    func run() async throws {
        let folder = try await Keeping.folder(common)
        let examination = try await Keeping.saying(file) {
            try await HeadwayLine.showing { headway in
                try Backup.make(
                    of: folder, to: URL(fileURLWithPath: file), replaces: force, headway: headway,
                    isReadable: Keeping.isReadable)
            }
        }
        Output.line("\(file): \(Keeping.contents(examination.contents))")
    }
}
