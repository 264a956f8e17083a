// Knows `staffroom-bench all`: every row of the table of goals, in sizes for which one can wait.

import ArgumentParser
import Foundation

struct AllBench: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "all",
        abstract: "Every goal in one run of less than ten minutes, beside what has to be reached.",
        discussion: """
            The same commands as by themselves, with fewer repeats, and a store of 200,000 events for S1; \
            `report --events 1000000` is the row as it is meant. D1, a page during a burst, is measured in a \
            browser and not here. With --json the result can be compared later: `--against FILE`.
            """)

    @OptionGroup var row: GoalOptions
    @Option(name: .long, parsing: .upToNextOption, help: "Only these, such as fanout commit.")
    var only: [String] = []

    /// Each with its repeats, when nobody says otherwise.
    private static let parts: [(command: any GoalCommand.Type, repeats: Int, words: [String])] = [
        (CommitBench.self, 3, []), (FanoutBench.self, 3, []), (RoomsBench.self, 3, ["--seconds", "5"]),
        (ResumeBench.self, 2, []), (IdleBench.self, 1, []), (SlowReaderBench.self, 2, []), (LinesBench.self, 1, []),
        (ReportBench.self, 2, ["--events", "200000"]),
    ]
    private static let names = parts.map { $0.command.name }

    func validate() throws {
        guard Set(only).isSubset(of: Self.names) else {
            throw ValidationError("only takes \(Self.names.joined(separator: ", "))")
        }
    }

    func run() throws {
        var findings = Findings("all")
        let descriptors = Socket.allowMany()
        findings.notes.append("\(Cores.begin()); \(descriptors) descriptors a process")
        let began = ContinuousClock.now
        for (command, repeats, words) in Self.parts where only.isEmpty || only.contains(command.name) {
            let from = ContinuousClock.now
            let times = ["--repeats", "\(row.repeats ?? repeats)"]
            try command.parse(words + times + common).measure(into: &findings)
            let seconds = from.duration(to: .now) / .seconds(1)
            findings.notes.append("\(command.name) took \(Int(seconds)) s")
        }
        let minutes = began.duration(to: .now) / .seconds(60)
        findings.notes.append("all of it took \(Table.text(minutes)) minutes; D1 is measured in a browser")
        try row.bench.tell(findings)
    }

    /// That each part takes its words: a wrong one would be noticed only after minutes.
    static func checkParts() throws { for part in parts { _ = try part.command.parse(part.words) } }

    /// What all of them are told.
    private var common: [String] {
        let places = [("--program", row.bench.program), ("--scratch", row.bench.scratch)]
        return places.flatMap { name, value in value.map { [name, $0] } ?? [] } + (row.short ? ["--short"] : [])
    }
}
