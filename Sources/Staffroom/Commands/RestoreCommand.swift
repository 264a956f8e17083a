// Knows `staffroom restore`: a backup becomes a data folder on which `serve` starts.

import ArgumentParser
import Foundation
import Interface
import Meetings
import Storage

/// Restores a backup.
struct RestoreCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore", abstract: "Make a data folder of a backup; the server must be stopped.",
        discussion: """
            The backup is checked first. A new epoch begins: devices that know what came after the backup start over \
            and say so. People who were erased since are erased again.
            """)

    @OptionGroup var common: CommonOptions
    @Flag(name: .long, help: "Put what is in the data folder aside, under a dated name inside it.")
    var force = false
    @Option(name: .long, help: "Copy of secret.key. Without it the one in the folder is used, or a new one made.")
    var key: String?
    @Option(name: .long, help: "Copy of staffroom.erasures, besides the one in the folder.")
    var erasures: String?
    @Argument(help: "The backup.")
    var file: String

    /// As it was done first: the log of each meeting says so, and whoever folds it forgets them, too.
    static let erase: Restore.Erasing = { store, person, network, _ in
        let steward = Beside.alone(store, Periods())
        return try await steward.eraser.erase(PersonID(rawValue: person), network: network) != nil
    }

    func run() async throws {
        let folder = try await Keeping.folder(common)
        let outcome = try await Keeping.saying(folder.path) {
            try await HeadwayLine.showing { headway in
                try await Restore.run(
                    URL(fileURLWithPath: file), into: folder, replaces: force,
                    key: key.map { URL(fileURLWithPath: $0) }, erasures: erasures.map { URL(fileURLWithPath: $0) },
                    now: ServerClock().now, headway: headway, isReadable: Keeping.isReadable,
                    erase: Self.erase)
            }
        }
        Output.line("\(folder.path): \(Keeping.contents(outcome.contents))")
        if outcome.erased > 0 { Output.line("people erased again: \(outcome.erased)") }
        if outcome.isKeyNew {
            Output.line("there was no secret.key: a new one was made, and links shown from now on are new ones")
        }
        if outcome.isKeyOther {
            Output.line(
                """
                this secret.key is not the one of the backup: links that people have go on working, and links shown \
                from now on are new ones
                """)
        }
        if let aside = outcome.aside {
            Output.line("what was there before is in \(aside); delete it when it is not needed any more")
        }
        Output.line("start the server with: staffroom serve --data \(folder.path)")
    }
}
