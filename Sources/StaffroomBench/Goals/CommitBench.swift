// Knows `staffroom-bench commit`: how fast contributions become durable, against bare SQLite.

import ArgumentParser
import Foundation

struct CommitBench: GoalCommand {
    static let name = "commit"
    static let configuration = CommandConfiguration(
        commandName: name,
        abstract: "Durable contributions: of 500 senders at once, of one, and what each writes (C1, C2, C3, W1).",
        discussion: """
            500 senders in 100 rooms, each writes its next message when the last is acknowledged; one sender alone; \
            all rooms by the clock at half the rate that was reached; and ten people in one room, one message at a \
            time, whose pages in the write-ahead log are counted. Floor: bare SQLite, WAL, FULL, one insert of as \
            many bytes as an event takes into a table that is found by room and number, 100 rows a transaction, or \
            one, on the server's core.
            """)

    @OptionGroup var row: GoalOptions

    private static let rowsATransaction = 100
    /// A room takes hardly more of one person.
    private static let mostOfOnePerson = 1_400

    func measure(into findings: inout Findings) throws {
        let folder = try row.bench.folder()
        let town = try Town(row.bench, in: folder)
        defer { town.stop() }
        try measureRate(town, folder, &findings)
        try measureOne(town, folder, &findings)
        try measurePages(town, folder, &findings)
    }

    private func bytes(_ folder: Folder) -> Int {
        Floors.bytesOfAnEvent(folder.path("data/staffroom.db"), "e.kind = 'messagePosted'")
    }

    private func measureRate(_ town: Town, _ folder: Folder, _ findings: inout Findings) throws {
        let (rooms, members) = (row.size(100, short: 5), 5)
        let swarm = try Swarm(town.peer)
        swarm.add(try town.places(rooms, people: members, "C1"))
        try swarm.seat()
        let messages = row.size(20_000, short: 200)
        let load = Load(messages: messages, window: members, waitsForAcknowledgement: true)
        _ = try swarm.run(Load(messages: messages / 10, window: members, waitsForAcknowledgement: true))
        let size = bytes(folder)
        var (own, late): ([Heard], [Heard]) = ([], [])
        var (floors, plain): ([Floors.Row], [Floors.Row]) = ([], [])
        var hundreds: [[Double]] = []
        try row.eachRound("C1") { _ in
            own.append(try swarm.run(load))
            let bare = try Cores.asServer { try inserts(messages, size, rooms: rooms, folder) }
            floors.append(bare.row)
            hundreds.append(bare.times)
            plain.append(try Cores.asServer { try inserts(messages, size, rooms: 0, folder).row })
            let half = Spread(own.map { Double($0.sent) / $0.seconds }).median / 2
            late.append(try swarm.run(Load(messages: messages / 4, period: Double(rooms) / half)))
        }
        findings.wrong += swarm.wrong("C1")
        let (rates, bare) = (own.map { Double($0.sent) / $0.seconds }, floors.map { 1_000 / $0.wall })
        let answers = late.map { Spread($0.untilAcknowledged).percentile(0.99) }
        let commits = hundreds.map { Spread($0).percentile(0.99) }
        let commit = Spread(commits).median
        findings.figures += [
            Figure("C1 contributions a second, rows found by room", "1/s", rates, floor: bare),
            Figure("C1 the same, rows behind each other", "1/s", rates, floor: plain.map { 1_000 / $0.wall }),
            Figure(
                "C1 processor a contribution", "ms", own.map { $0.processorSeconds * 1_000 / Double($0.sent) },
                floor: floors.map(\.processor)),
            Figure("C1 acknowledged, p50", "ms", own.map { Spread($0.untilAcknowledged).median }),
            Figure("C3 acknowledged at half of it, p99", "ms", answers, floor: commits),
        ]
        findings.goals += [
            .oursOverFloor(
                "C1", "contributions a second over SQLite's, 100 rows a transaction", ours: rates, floor: bare,
                must: 0.35, aim: 0.5, isMoreBetter: true),
            Goal(
                "C3", "acknowledged at half of that rate, p99", "ms", Spread(answers).median, must: commit * 2 + 5,
                aim: commit * 2 + 2, isMoreBetter: false, measuredBy: commits),
        ]
        findings.notes.append("C1: \(rooms * members) senders in \(rooms) rooms, \(size) bytes an event")
        swarm.leave(0..<swarm.count)
    }

    private func inserts(
        _ count: Int, _ bytes: Int, rooms: Int, _ folder: Folder
    ) throws -> (row: Floors.Row, times: [Double]) {
        try Floors.timedInserts(
            count, bytes: bytes, rowsATransaction: Self.rowsATransaction, rooms: rooms, in: folder)
    }

    private func measureOne(_ town: Town, _ folder: Folder, _ findings: inout Findings) throws {
        let swarm = try Swarm(town.peer)
        swarm.add(try town.places(1, people: 1, "C2"))
        try swarm.seat()
        let messages = row.size(min(200, Self.mostOfOnePerson / (row.rounds + 1)), short: 20)
        let load = Load(messages: messages, window: 1, waitsForAcknowledgement: true)
        _ = try swarm.run(load)
        var (own, bare): ([Double], [Double]) = ([], [])
        try row.eachRound("C2") { _ in
            own.append(Spread(try swarm.run(load).untilAcknowledged).median)
            let times = try Cores.asServer {
                try Floors.timedInserts(messages, bytes: bytes(folder), rowsATransaction: 1, rooms: 1, in: folder).times
            }
            bare.append(Spread(times).median)
        }
        findings.wrong += swarm.wrong("C2")
        findings.figures.append(Figure("C2 one sender, acknowledged, p50", "ms", own, floor: bare))
        findings.goals.append(
            Goal(
                "C2", "one sender: acknowledgement p50 more than SQLite's", "ms",
                Spread(own).median - Spread(bare).median, must: 0.3, aim: 0.12, isMoreBetter: false, measuredBy: bare))
        swarm.leave(0..<swarm.count)
    }

    private func measurePages(_ town: Town, _ folder: Folder, _ findings: inout Findings) throws {
        let swarm = try Swarm(town.peer)
        swarm.add(try town.places(1, people: 10, "W1"))
        try swarm.seat()
        let messages = row.size(200, short: 10)
        guard var frames = LogFrames(folder.path("data/staffroom.db")) else {
            findings.notes.append("W1: the index of the write-ahead log cannot be read")
            return
        }
        var (logged, written): ([Double], [Double]) = ([], [])
        try row.eachRound("W1") { _ in
            let (before, writtenBefore) = (frames.counted, Written.bytes(by: town.peer.child.process))
            for _ in 0..<messages {
                _ = try swarm.run(Load(messages: 1, window: 1), measured: false)
                frames.look()
            }
            logged.append(Double((frames.counted - before) * frames.bytesAFrame) / 1_000 / Double(messages))
            written.append(
                Double(Written.bytes(by: town.peer.child.process) - writtenBefore) / 1_000 / Double(messages))
        }
        findings.wrong += swarm.wrong("W1")
        findings.figures += [
            Figure("W1 write-ahead log, a message", "kB", logged),
            Figure("W1 all that is written to files, a message", "kB", written),
        ]
        findings.goals.append(
            Goal(
                "W1", "write-ahead log a message, one at a time, 10 people", "kB", Spread(logged).median, must: 12,
                aim: 8, isMoreBetter: false, measuredBy: logged))
        findings.notes.append("W1: pages of \(frames.bytesAFrame) bytes with their heads")
    }
}
