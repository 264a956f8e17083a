// Knows the measuring program and its subcommands.

import ArgumentParser

/// The program.
@main
struct StaffroomBench: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "staffroom-bench", abstract: "Measurements; build it with -c release.",
        subcommands: [MatchingBench.self])
}
