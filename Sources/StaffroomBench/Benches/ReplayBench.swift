// Knows `staffroom-bench replay`: what it takes to play a recorded meeting into the log.

import ArgumentParser
import Foundation

struct ReplayBench: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "replay",
        abstract: "Events a second of processor of `staffroom replay`, into one meeting, and into one twice as long.",
        discussion: """
            Made-up meetings of 30 people: 5,000 and 10,000 messages, which are as many as a room takes; 10,000 and \
            20,000 acts, of which every other is a message and the rest is speech, each of them two events. \
            Each is played into a new data folder; the program's start and its reading of the file are counted. \
            Floor: a bare SQLite loop of as many inserts of as many bytes, FULL, 200 rows a transaction, which is \
            how many a replay hands over at a time.
            """)

    @OptionGroup var options: BenchOptions
    @Option(name: .long, help: "Acts of the shorter mixed meeting; the longer one has twice as many, up to 20,000.")
    var acts = 10_000
    @Option(name: .long, help: "How often each is measured.")
    var repeats = 3

    private static let people = 30
    private static let rowsATransaction = 200

    private struct Run {
        var cost: Spent
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
        for isMessagesOnly in [true, false] {
            let count = isMessagesOnly ? acts / 2 : acts
            let medians = try [count, count * 2].map {
                try measure($0, isMessagesOnly, isMessagesOnly ? "messages" : "acts", folder, &findings)
            }
            let name = isMessagesOnly ? "twice as many messages, processor" : "twice as many acts, processor"
            findings.figures.append(Figure(name, "x", [medians[1] / medians[0]]))
        }
        try options.tell(findings)
    }

    /// The median of its processor seconds.
    private func measure(
        _ count: Int, _ isMessagesOnly: Bool, _ noun: String, _ folder: Folder, _ findings: inout Findings
    ) throws -> Double {
        let recording = RecordingMaker(
            name: "bench-\(noun)-\(count)", people: Self.people, acts: count, hasMessagesOnly: isMessagesOnly)
        let file = folder.path("recording.jsonl")
        try recording.text.write(toFile: file, atomically: false, encoding: .utf8)
        var runs: [Run] = []
        var floors: [Double] = []
        for round in 1...repeats {
            Findings.progress("\(count) \(noun), round \(round) of \(repeats)")
            let run = try play(file, recording, in: folder, &findings)
            runs.append(run)
            floors.append(
                try Floors.inserts(
                    run.events, bytes: run.bytes, rowsATransaction: Self.rowsATransaction, in: folder
                ).processor)
        }
        findings.figures += [
            Figure("\(count) \(noun), processor an event", "ms", runs.map(\.milliseconds), floor: floors),
            Figure("\(count) \(noun), events a second of processor", "1/s", runs.map { 1_000 / $0.milliseconds }),
            Figure("\(count) \(noun), all of it", "s", runs.map(\.cost.wallSeconds)),
        ]
        findings.notes.append("\(count) \(noun): \(runs[0].events) events of \(runs[0].bytes) bytes")
        return Spread(runs.map(\.cost.processorSeconds)).median
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
