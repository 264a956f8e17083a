// Knows the measuring program and its subcommands.

import ArgumentParser

/// The program.
@main
struct StaffroomBench: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "staffroom-bench", abstract: "Measurements; build it and staffroom with -c release.",
        discussion: """
            Every command but `matching` runs the staffroom program that lies beside this one, as a process of its \
            own, against a data folder on disk, and counts its processor time with all threads. Beside each figure \
            stands its floor, measured in the same run: a bare SQLite loop or bare libwebsockets doing as much. \
            Compare ratios, not times: times differ from machine to machine and from day to day.

            A command fails when something was lost, doubled or out of order, or when it cannot measure at all; never \
            because something was slow.
            """,
        subcommands: [
            AllBench.self, FanoutBench.self, RoomsBench.self, CommitBench.self, ResumeBench.self, IdleBench.self,
            SlowReaderBench.self, LinesBench.self,
            MessageBench.self, HelloBench.self, FormingBench.self, PromptsBench.self, StormBench.self,
            VisitorsBench.self, UnreadBench.self, ReplayBench.self, ReportBench.self, MatchingBench.self,
            BareFloor.self,
        ])
}
