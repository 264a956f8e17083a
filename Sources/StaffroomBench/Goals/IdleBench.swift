// Knows `staffroom-bench idle`: the memory of people who are in and say nothing.

import ArgumentParser
import Foundation

struct IdleBench: GoalCommand {
    static let name = "idle"
    static let configuration = CommandConfiguration(
        commandName: name, abstract: "Resident memory of an idle joined connection, 5,000 in 200 rooms (M1).",
        discussion: """
            Everybody has joined; the growth of resident memory from before the first connects until all are in and \
            nothing more comes. Then all leave and come in once more, in the same server.
            """)

    @OptionGroup var row: GoalOptions

    private static let kilo = 1_048.576
    private static let quiet = 2.0

    func measure(into findings: inout Findings) throws {
        let (rooms, members) = (row.size(200, short: 4), row.size(25, short: 5))
        var (first, again): ([Double], [Double]) = ([], [])
        // Memory hardly differs from run to run.
        for round in 1...min(row.rounds, 2) {
            Findings.progress("M1: round \(round)")
            let folder = try row.bench.folder()
            let town = try Town(row.bench, in: folder)
            defer { town.stop() }
            let places = try town.places(rooms, people: members, "M1")
            let swarm = try Swarm(town.peer)
            swarm.add(places)
            func resident() -> Double { Resident.mebibytes(of: town.peer.child.process) * Self.kilo }
            let before = resident()
            for times in 1...2 {
                try swarm.seat()
                try swarm.settle(quiet: Self.quiet)
                let each = (resident() - before) / Double(swarm.count)
                if times == 1 { first.append(each) } else { again.append(each) }
                if times == 1 { swarm.leave(0..<swarm.count) }
            }
            findings.wrong += swarm.wrong("M1")
        }
        findings.figures += [
            Figure("M1 memory of an idle connection", "kB", first),
            Figure("M1 the same after all came once more", "kB", again),
        ]
        findings.goals.append(
            Goal(
                "M1", "memory of an idle joined connection", "kB", Spread(first).median, must: 5, aim: 3,
                isMoreBetter: false, measuredBy: first))
        findings.notes.append("M1: \(rooms * members) connections in \(rooms) rooms")
    }
}
