// Knows the commands and that `serve` is the default.

import ArgumentParser
import Foundation

/// The program.
@main
struct StaffroomCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "staffroom",
        abstract: "The companion that makes a hybrid meeting of teachers a conversation instead of a presentation.",
        discussion: """
            Without a subcommand the server starts. Exit codes: 0 done, 64 wrong usage, 65 the data does not fit or is damaged, \
            69 the address is taken, 70 an inner failure or a disk that did not confirm a write, 75 the data folder is in use, \
            full or read-only, 78 a wrong setting.
            """,
        version: Version.text,
        subcommands: [
            ServeCommand.self, RehearseCommand.self, ReplayCommand.self, ReportCommand.self, MinutesCommand.self,
            SeriesReportCommand.self, ExportCommand.self, ImportFilesCommand.self, GroupsCommand.self,
            BuddiesCommand.self,
            ListCommand.self, AccountCommand.self, VerifyCommand.self,
            BackupCommand.self, RestoreCommand.self,
            EraseCommand.self, AgeCommand.self, AuditCommand.self, SettingsCommand.self, DoctorCommand.self,
        ],
        defaultSubcommand: ServeCommand.self)

    static func main() async {
        do {
            var command = try parseAsRoot()
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch let failure as Failure {
            Output.note("staffroom: \(failure.sentence)")
            Foundation.exit(failure.code.rawValue)
        } catch {
            exit(withError: error)
        }
    }
}

/// What version this is.
enum Version {
    static let text = "0.1.0"
}
