// Knows `staffroom-bench report`: what it takes to fold a network's whole log into figures.

import ArgumentParser
import Foundation

struct ReportBench: GoalCommand {
    static let name = "report"
    static let configuration = CommandConfiguration(
        commandName: name,
        abstract: "Starting on a store of 376,000 events, `staffroom report` and `verify` over it (S1).",
        discussion: """
            The store is made once, of made-up meetings of 30 people with about 4,000 events each, which takes some \
            minutes, and kept in --data. A start is over when the server answers. Floor: a bare scan that touches \
            every byte of the same rows. With --season \
            it is one of 60 meetings of 40 people with 2 million events, which takes long to make.
            """)

    @OptionGroup var row: GoalOptions
    @Option(name: .long, help: "Folder of the store, made if missing, and kept; else one in the scratch folder.")
    var data: String?
    @Option(name: .customLong("events"), help: "Events at least; 376,000 where it is left out, 2 million in a season.")
    var wanted: Int?
    @Flag(name: .long, help: "Of long meetings of 40 people.")
    var season = false

    private var people: Int { season ? 40 : 30 }
    /// Of which about 4,000 events come, in a season 33,500.
    private var acts: Int { season ? 14_800 : 1_760 }
    private var events: Int { row.short ? 3_000 : wanted ?? (season ? 2_000_000 : 376_000) }
    /// What a report of a season may have in the machine, in MiB.
    private static let mostMebibytes = 400.0
    /// What is allowed and what is wanted of a scan: a start, a report, a look at everything.
    private static let bounds = (start: (2.0, 1.5), report: (8.0, 4.0), verify: (8.0, 4.0))
    private static let rows = ["SELECT * FROM event", "SELECT * FROM personal"]

    func validate() throws {
        guard events > 0 else { throw ValidationError("events are above 0") }
    }

    func measure(into findings: inout Findings) throws {
        let folder = try row.bench.folder()
        let store = try store(folder)
        let database = store + "/staffroom.db"
        let count = Floors.number(database, "SELECT count(*) FROM event")
        let meetings = Floors.number(database, "SELECT count(*) FROM meeting WHERE phase <> 'planned'")
        var (costs, checks, scans, starts): ([Spent], [Spent], [Spent], [Double]) = ([], [], [], [])
        var texts: Set<Data> = []
        try row.eachRound("S1") { _ in
            scans.append(try scan(database))
            costs.append(try child(["report", "--data", store, "--json"], folder))
            texts.insert(try Data(contentsOf: URL(fileURLWithPath: folder.path("report.log.out"))))
            checks.append(try child(["verify", "--data", store, "--json"], folder))
            starts.append(try start(store, folder))
        }
        let reported = try texts.first.flatMap { try JSONSerialization.jsonObject(with: $0) as? [String: Any] }
        if texts.count > 1 { findings.wrong.append("the same store was reported in \(texts.count) ways") }
        if reported?.count != meetings {
            findings.wrong.append("\(reported?.count ?? 0) meetings reported of \(meetings)")
        }
        let bare = scans.map(\.wallSeconds)
        findings.figures += [
            Figure("S1 report, all of it", "s", costs.map(\.wallSeconds), floor: bare),
            Figure("S1 report, processor", "s", costs.map(\.processorSeconds), floor: scans.map(\.processorSeconds)),
            Figure("S1 report, events a second", "1/s", costs.map { Double(count) / $0.wallSeconds }),
            Figure("S1 report, most memory", "MiB", costs.map(\.peakMebibytes)),
            Figure("S1 verify, all of it", "s", checks.map(\.wallSeconds), floor: bare),
            Figure("S1 verify, processor", "s", checks.map(\.processorSeconds), floor: scans.map(\.processorSeconds)),
            Figure("S1 start, until it answers", "s", starts, floor: bare),
        ]
        for (name, ours, bounds) in [
            ("start", starts, Self.bounds.start), ("report", costs.map(\.wallSeconds), Self.bounds.report),
            ("verify", checks.map(\.wallSeconds), Self.bounds.verify),
        ] {
            findings.goals.append(
                .oursOverFloor(
                    "S1", "\(name) over a bare scan of the rows", ours: ours, floor: bare, must: bounds.0,
                    aim: bounds.1))
        }
        if costs.contains(where: { $0.peakMebibytes > Self.mostMebibytes }) {
            findings.wrong.append("a report took more than \(Int(Self.mostMebibytes)) MiB")
        }
        findings.notes.append("S1: \(count) events in \(meetings) meetings")
    }

    private func child(_ words: [String], _ folder: Folder) throws -> Spent {
        try Cores.everywhere { try Child.run(row.bench.staffroom, words, in: folder, as: "\(words[0]).log") }
    }

    /// Seconds until it answers.
    private func start(_ store: String, _ folder: Folder) throws -> Double {
        try Cores.everywhere {
            let began = ContinuousClock.now
            let peer = try Peer.staffroom(row.bench.staffroom, opening: store, in: folder)
            _ = try BenchRequest.get("/health", port: peer.port, cookie: "none=none")
            let seconds = began.duration(to: .now) / .seconds(1)
            _ = peer.end()
            return seconds
        }
    }

    private func scan(_ database: String) throws -> Spent {
        let costs = try Self.rows.map { try Floors.scan(database, $0).cost }
        return Spent(
            code: 0, processorSeconds: costs.reduce(0) { $0 + $1.processorSeconds },
            wallSeconds: costs.reduce(0) { $0 + $1.wallSeconds })
    }

    /// The folder of a store that is large enough.
    private func store(_ folder: Folder) throws -> String {
        let scratch = row.bench.scratch ?? FileManager.default.temporaryDirectory.path
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
                name: "bench-\(number)", people: people, acts: acts, hasHands: true)
            let file = folder.path("recording.jsonl")
            try recording.text.write(toFile: file, atomically: false, encoding: .utf8)
            _ = try Child.run(
                row.bench.staffroom, ["replay", "--data", unfinished, file], in: folder, as: "replay.log")
            made = Floors.number(unfinished + "/staffroom.db", "SELECT count(*) FROM event")
        }
        try FileManager.default.moveItem(atPath: unfinished, toPath: store)
        return store
    }
}
