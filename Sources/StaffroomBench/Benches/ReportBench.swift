// Knows `staffroom-bench report`: what it takes to fold a network's whole log into figures.

import ArgumentParser
import Foundation

struct ReportBench: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "Time and processor of `staffroom report` over a store of 376,000 events.",
        discussion: """
            The store is made once, of made-up meetings of 30 people with about 4,000 events each, which takes some \
            minutes, and kept in --data. Floor: a bare scan that touches every byte of the same rows.
            """)

    @OptionGroup var options: BenchOptions
    @Option(name: .long, help: "Folder of the store, made if missing, and kept; else one in the scratch folder.")
    var data: String?
    @Option(name: .long, help: "Events at least.")
    var events = 376_000
    @Option(name: .long, help: "How often it is measured.")
    var repeats = 3

    private static let people = 30
    /// Of which about 4,000 events come.
    private static let acts = 1_760
    private static let rows = ["SELECT * FROM event", "SELECT * FROM personal"]

    func validate() throws {
        guard events > 0, repeats > 0 else { throw ValidationError("events and repeats are above 0") }
    }

    func run() throws {
        var findings = Findings("report")
        let folder = try options.folder()
        let store = try store(folder)
        let database = store + "/staffroom.db"
        let count = Floors.number(database, "SELECT count(*) FROM event")
        let meetings = Floors.number(database, "SELECT count(*) FROM meeting WHERE phase <> 'planned'")
        var (costs, texts): ([Spent], Set<Data>) = ([], [])
        for round in 1...repeats {
            Findings.progress("round \(round) of \(repeats)")
            costs.append(
                try Child.run(options.staffroom, ["report", "--data", store, "--json"], in: folder, as: "report.log"))
            texts.insert(try Data(contentsOf: URL(fileURLWithPath: folder.path("report.log.out"))))
        }
        let reported = try texts.first.flatMap { try JSONSerialization.jsonObject(with: $0) as? [String: Any] }
        if texts.count > 1 { findings.wrong.append("the same store was reported in \(texts.count) ways") }
        if reported?.count != meetings {
            findings.wrong.append("\(reported?.count ?? 0) meetings reported of \(meetings)")
        }
        let scans = try (0..<repeats).map { _ in try scan(database) }
        findings.figures = [
            Figure("report, all of it", "s", costs.map(\.wallSeconds), floor: scans.map(\.wallSeconds)),
            Figure("report, processor", "s", costs.map(\.processorSeconds), floor: scans.map(\.processorSeconds)),
            Figure("events a second", "1/s", costs.map { Double(count) / $0.wallSeconds }),
        ]
        findings.notes = ["\(count) events in \(meetings) meetings"]
        try options.tell(findings)
    }

    private func scan(_ database: String) throws -> Spent {
        let costs = try Self.rows.map { try Floors.scan(database, $0).cost }
        return Spent(
            code: 0, processorSeconds: costs.reduce(0) { $0 + $1.processorSeconds },
            wallSeconds: costs.reduce(0) { $0 + $1.wallSeconds })
    }

    /// The folder of a store that is large enough.
    private func store(_ folder: Folder) throws -> String {
        let scratch = options.scratch ?? FileManager.default.temporaryDirectory.path
        let store = data ?? "\(scratch)/staffroom-bench-report-\(events)"
        let found = Floors.number(store + "/staffroom.db", "SELECT count(*) FROM event")
        if found >= events { return store }
        guard !FileManager.default.fileExists(atPath: store) else {
            throw BenchFailure("\(store) holds \(max(found, 0)) events and not \(events): name another folder")
        }
        // Under another name until it is whole.
        let unfinished = store + ".unfinished"
        try? FileManager.default.removeItem(atPath: unfinished)
        var made = 0
        var number = 0
        while made < events {
            number += 1
            if number % 10 == 1 { Findings.progress("making the store: \(made) events of \(events)") }
            let recording = RecordingMaker(
                name: "bench-\(number)", people: Self.people, acts: Self.acts, hasHands: true)
            let file = folder.path("recording.jsonl")
            try recording.text.write(toFile: file, atomically: false, encoding: .utf8)
            _ = try Child.run(
                options.staffroom, ["replay", "--data", unfinished, file], in: folder, as: "replay.log")
            made = Floors.number(unfinished + "/staffroom.db", "SELECT count(*) FROM event")
        }
        try FileManager.default.moveItem(atPath: unfinished, toPath: store)
        return store
    }
}
