// Knows `staffroom-bench slow-reader`: what a whole room pays for one who does not read.

import ArgumentParser
import Foundation

struct SlowReaderBench: GoalCommand {
    static let name = "slow-reader"
    static let configuration = CommandConfiguration(
        commandName: name, abstract: "One of 500 never reads: the others' rate, and its memory (L2).",
        discussion: """
            A room of 500 and messages of two kilobytes, eight at a time: first all read, then one more is there who \
            said hello and reads nothing. Its memory is what the kernel holds at the server's end, and what the \
            process grew more than without it, at most of what was looked at every 100 messages.
            """)

    @OptionGroup var row: GoalOptions

    private static let window = 8
    private static let moreBytes = 1_800
    private static let chunk = 100
    private static let kilo = 1_000.0
    private static let mebi = 1_048.576

    /// One load in one room.
    private struct Round {
        var rate = 0.0
        var processorRate = 0.0
        /// Kilobytes.
        var grown = 0.0
        var kernel = 0.0
        var bytes = 0
    }

    func measure(into findings: inout Findings) throws {
        let folder = try row.bench.folder()
        let town = try Town(row.bench, in: folder)
        defer { town.stop() }
        var (quiet, deaf): ([Round], [Round]) = ([], [])
        try row.eachRound("L2") { round in
            // In turn, so that what grows over time favours neither.
            for hasDeaf in round.isMultiple(of: 2) ? [true, false] : [false, true] {
                let one = try measure(town, round, hasDeaf, &findings)
                if hasDeaf { deaf.append(one) } else { quiet.append(one) }
            }
        }
        let grown = zip(deaf, quiet).map { max(0, $0.grown - $1.grown) }
        let memory = zip(deaf, grown).map { $0.kernel + $1 }
        findings.figures += [
            Figure("L2 others' deliveries a second, all read", "1/s", deaf.map(\.rate), floor: quiet.map(\.rate)),
            Figure(
                "L2 deliveries a second of processor, all read", "1/s", deaf.map(\.processorRate),
                floor: quiet.map(\.processorRate)),
            Figure("L2 its memory in the kernel", "kB", deaf.map(\.kernel)),
            Figure("L2 the process grew more", "kB", grown),
        ]
        findings.goals += [
            .oursOverFloor(
                "L2", "one of 500 never reads: others' rate", ours: deaf.map(\.rate), floor: quiet.map(\.rate),
                must: 0.97, aim: 0.99, isMoreBetter: true),
            Goal(
                "L2", "one of 500 never reads: its memory in kernel and process", "kB", Spread(memory).median,
                must: 1_000, aim: 512, isMoreBetter: false, measuredBy: deaf.map(\.kernel)),
        ]
        findings.notes.append("L2: \(quiet.first?.bytes ?? 0) bytes a delivery, \(Self.window) at a time")
    }

    private func measure(_ town: Town, _ round: Int, _ hasDeaf: Bool, _ findings: inout Findings) throws -> Round {
        let people = row.size(500, short: 10)
        let place = try town.places(1, people: people + 1, "L2 \(round) \(hasDeaf ? "deaf" : "all")")[0]
        let swarm = try Swarm(town.peer, moreBytes: Self.moreBytes)
        swarm.add([place])
        let last = swarm.count - 1
        if hasDeaf { swarm.deafen(last) }
        try swarm.seat()
        let process = town.peer.child.process
        var one = Round()
        let before = Resident.mebibytes(of: process)
        let processor = town.peer.processor
        var (seconds, deliveries) = (0.0, 0)
        for _ in 0..<row.size(25, short: 2) {
            let heard = try swarm.run(Load(messages: Self.chunk, window: Self.window), measured: false)
            seconds += heard.seconds
            deliveries += heard.deliveries
            one.bytes = heard.bytesADelivery
            one.grown = max(one.grown, (Resident.mebibytes(of: process) - before) * Self.mebi)
            if hasDeaf { one.kernel = max(one.kernel, Double(swarm.kernelBytes(last) ?? 0) / Self.kilo) }
        }
        one.rate = Double(deliveries) / seconds
        one.processorRate = Double(deliveries) / (town.peer.processor - processor)
        findings.wrong += swarm.wrong("L2")
        swarm.leave(0..<swarm.count)
        return one
    }
}
