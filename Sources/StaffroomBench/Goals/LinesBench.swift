// Knows `staffroom-bench lines`: what a delivery costs where the network lets no WebSocket through.

import ArgumentParser
import Foundation

struct LinesBench: GoalCommand {
    static let name = "lines"
    static let configuration = CommandConfiguration(
        commandName: name, abstract: "100 clients in a room, a message a second, by lines and by sockets (H1).",
        discussion: """
            One person of the room, by a socket, writes a message each second; 100 others hear it, first by sockets, \
            then by lines. The processor is that of all of it, commits too, over the deliveries.
            """)

    @OptionGroup var row: GoalOptions
    @Option(name: .long, help: "Seconds for which each is measured.")
    var seconds = 10

    private static let waitSeconds = 30.0

    func measure(into findings: inout Findings) throws {
        let people = row.size(100, short: 10)
        let folder = try row.bench.folder()
        let town = try Town(row.bench, in: folder)
        defer { town.stop() }
        let messages = row.size(seconds, short: 3)
        var (bySockets, byLines): ([Double], [Double]) = ([], [])
        var connections = 0
        // It takes long, and differs little.
        for round in 1...min(row.rounds, 2) {
            Findings.progress("H1: round \(round)")
            let places = try town.places(2, people: people + 1, "H1 \(round)")
            let swarm = try Swarm(town.peer)
            swarm.add([places[0]])
            try swarm.seat()
            // Each of them counts once, as with lines: whoever writes hears it too.
            let heard = try swarm.run(Load(messages: messages, period: 1))
            bySockets.append(heard.microsecondsADelivery)
            findings.wrong += swarm.wrong("H1, sockets")
            swarm.leave(0..<swarm.count)
            let lines = try measure(town, places[1], messages, &findings)
            byLines.append(lines.cost)
            connections = lines.connections
        }
        findings.figures.append(
            Figure("H1 by lines: processor a delivery, by sockets", "us", byLines, floor: bySockets))
        findings.goals.append(
            .oursOverFloor(
                "H1", "the line, \(people) clients, processor a delivery over the socket's", ours: byLines,
                floor: bySockets, must: 2, aim: 1.5))
        findings.notes.append("H1: \(connections) connections for \(messages) messages to \(people) lines")
    }

    private func measure(
        _ town: Town, _ place: Town.Place, _ messages: Int, _ findings: inout Findings
    ) throws -> (cost: Double, connections: Int) {
        let poller = town.hall.poller
        let (port, id) = (town.peer.port, place.meeting.id)
        let writer = Pupil(poller, port: port, meeting: id, cookie: place.cookies[0])
        let lines = place.cookies.dropFirst().map { LineClient(poller, port: port, cookie: $0) }
        try town.hall.seat([writer])
        for line in lines {
            try line.open(id)
            poller.run(seconds: Self.waitSeconds) { line.isWelcome }
        }
        try town.hall.level([writer])
        let before = town.peer.processor
        let connected = lines.reduce(0) { $0 + $1.connections }
        var written = 0
        var next = ContinuousClock.now
        let isDone = poller.run(seconds: Double(messages) + Self.waitSeconds) {
            if written < messages, ContinuousClock.now >= next {
                next = next + .seconds(1)
                writer.post(written)
                written += 1
            }
            return written == messages && lines.allSatisfy { $0.marks.count >= messages }
        }
        let processor = town.peer.processor - before
        if !isDone { findings.wrong.append("H1, lines: not everybody heard everything") }
        let whole = (0..<messages).map(Int64.init)
        findings.wrong += lines.filter { $0.marks != whole }.map { "H1, lines: \($0.marks) heard" }
        findings.wrong += lines.flatMap(\.wrong) + writer.book.wrong
        let connections = lines.reduce(0) { $0 + $1.connections } - connected
        for line in lines { line.leave() }
        writer.leave()
        return (processor * 1e6 / Double(messages * place.cookies.count), connections)
    }
}
