// Knows `staffroom-bench replay`: what it takes to play a recorded meeting into the log.

import ArgumentParser
import Foundation

struct ReplayBench: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "replay",
        abstract: "Events a second of processor of `staffroom replay`, for 10,000 acts in one meeting and for 20,000.",
        discussion: """
            A made-up meeting of 30 people: messages and lines of speech in turn (a room takes 10,000 messages). \
            Each is played into a new data folder; the program's start and its reading of the file are counted. \
            Floor: a bare SQLite loop of as many inserts of as many bytes, FULL, 200 rows a transaction, which is \
            how many a replay hands over at a time.
            """)

    @OptionGroup var options: BenchOptions
    @Option(name: .long, help: "Acts of the shorter meeting; the longer one has twice as many, up to 20,000.")
    var acts = 10_000
    @Option(name: .long, help: "How often each is measured.")
    var repeats = 3

    private static let people = 30
    private static let rowsATransaction = 200

    private struct Run {
        var cost: Cost
        var events: Int
        var bytes: Int
        var milliseconds: Double { cost.processorSeconds * 1_000 / Double(events) }
    }

    func validate() throws {
        guard (20...10_000).contains(acts), repeats > 0 else { throw ValidationError("acts is 20 to 10000") }
    }

    func run() throws {
        var findings = Findings("replay")
        let folder = try options.folder()
        var medians: [Double] = []
        for count in [acts, acts * 2] {
            let recording = RecordingMaker(name: "bench-\(count)", people: Self.people, acts: count)
            let file = folder.path("\(count).jsonl")
            try recording.text.write(toFile: file, atomically: false, encoding: .utf8)
            var runs: [Run] = []
            for round in 1...repeats {
                Findings.progress("\(count) acts, round \(round) of \(repeats)")
                runs.append(try play(file, recording, in: folder, &findings))
            }
            let (events, bytes) = (runs[0].events, runs[0].bytes)
            let floors = try (0..<repeats).map { _ in
                try Floors.inserts(events, bytes: bytes, rowsATransaction: Self.rowsATransaction, in: folder).processor
            }
            findings.figures += [
                Figure("\(count) acts, processor an event", "ms", runs.map(\.milliseconds), floor: floors),
                Figure("\(count) acts, events a second of processor", "1/s", runs.map { 1_000 / $0.milliseconds }),
                Figure("\(count) acts, all of it", "s", runs.map(\.cost.wallSeconds)),
            ]
            findings.notes.append("\(count) acts: \(events) events of \(bytes) bytes")
            medians.append(Spread(runs.map(\.cost.processorSeconds)).median)
        }
        findings.figures.append(Figure("twice as many acts, processor", "x", [medians[1] / medians[0]]))
        try options.tell(findings)
    }

    private func play(
        _ file: String, _ recording: RecordingMaker, in folder: Folder, _ findings: inout Findings
    ) throws -> Run {
        let data = folder.path("data")
        defer { try? FileManager.default.removeItem(atPath: data) }
        let cost = try Child.run(
            options.staffroom, ["replay", "--data", data, file], in: folder, as: "replay.log")
        let database = data + "/staffroom.db"
        func count(_ condition: String) -> Int {
            Floors.number(database, "SELECT count(*) FROM event WHERE \(condition)")
        }
        let messages = count("kind = 'messagePosted'")
        let speeches = count("kind = 'speechNoted'")
        if messages != recording.messages || speeches != recording.acts - recording.messages {
            findings.wrong.append("\(messages) messages and \(speeches) speeches stored of \(recording.acts) acts")
        }
        return Run(cost: cost, events: count("1"), bytes: Floors.bytesOfAnEvent(database, "1"))
    }
}
