// Knows `staffroom settings`.

import ArgumentParser
import Configuration

/// Options that more than one command has.
struct CommonOptions: ParsableArguments {
    @Option(name: .long, help: "Folder of the store.")
    var data: String?
    @Option(name: .long, help: "File with settings (JSON); Config/staffroom.json shows every key.")
    var config: String?
}

/// Shows what is in force and where it came from.
struct SettingsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "settings", abstract: "Show the settings in force and where each came from.")

    @OptionGroup var common: CommonOptions

    func run() async throws {
        let settings = try await Settings.load(
            file: common.config, arguments: common.data.map { ["data": .string($0)] } ?? [:])
        for line in settings.lines { Output.line(line) }
    }
}
