// Knows what all commands share that measure rows of the table of goals.

import ArgumentParser
import Foundation

/// A command that can be run by itself, or with all others.
protocol GoalCommand: ParsableCommand {
    static var name: String { get }
    var row: GoalOptions { get }
    func measure(into findings: inout Findings) throws
}

struct GoalOptions: ParsableArguments {
    @OptionGroup var bench: BenchOptions
    @Option(name: .long, help: "How often each is measured, ours and its floor in turn.")
    var repeats: Int?
    @Flag(name: .long, help: "Few and small: whether all is right, not how fast.")
    var short = false

    func validate() throws {
        guard repeats ?? 1 > 0 else { throw ValidationError("repeats are above 0") }
    }

    private static let usual = 5
    var rounds: Int { short ? 1 : repeats ?? Self.usual }
    /// A number for a real measurement, and another for a short one.
    func size(_ whole: Int, short few: Int) -> Int { short ? few : whole }

    /// Runs rounds; whoever waits is told.
    func eachRound(_ name: String, _ work: (Int) throws -> Void) rethrows {
        for round in 1...rounds {
            Findings.progress("\(name): round \(round) of \(rounds)")
            try work(round)
        }
    }
}

extension GoalCommand {
    func run() throws {
        var findings = Findings(Self.name)
        let descriptors = Socket.allowMany()
        findings.notes.append("\(Cores.begin()); \(descriptors) descriptors a process")
        try measure(into: &findings)
        try row.bench.tell(findings)
    }
}

/// A floor with rooms, and its clients.
struct FloorHall {
    let peer: Peer
    let swarm: Swarm

    init(_ kind: BareKind, rooms: Int, members: Int, bytes: Int, in folder: Folder) throws {
        peer = try Peer.floor(kind, in: folder)
        swarm = try Swarm(peer, floorBytes: bytes)
        swarm.add(rooms: rooms, members: members)
        try swarm.seat()
    }
}
