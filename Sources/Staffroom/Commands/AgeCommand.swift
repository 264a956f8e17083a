// Knows `staffroom age`: what is older than its period goes now. A running server does it by itself, once a day.

import ArgumentParser
import Configuration
import Foundation

/// Lets go what has aged.
struct AgeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "age", abstract: "Let go what is older than its period; works beside a running server.",
        discussion: """
            A running server does this once a day. The periods are settings: talkDays, workMonths, recordMonths, \
            programmeYearMonth; beside a running server those of the server count.
            """)

    @OptionGroup var common: CommonOptions

    func run() async throws {
        let settings = try await Settings.load(
            file: common.config, arguments: common.data.map { ["data": .string($0)] } ?? [:])
        let folder = URL(fileURLWithPath: settings[string: "data"])
        switch try await Beside.run(.age, in: folder, periods: Periods(settings)) {
        case .failed(let sentence, let code): throw Failure(sentence, ExitCode(code))
        case .erased, .released, .noted, .brought: break
        case .aged(let out):
            Output.line("aged out: \(out.parts) texts and names, \(out.logs) logs of meetings")
            for name in out.copies {
                Output.note(
                    "\(folder.path)/\(name) was put aside by a restore and cannot be opened: delete it, it may hold more"
                )
            }
        }
    }
}
