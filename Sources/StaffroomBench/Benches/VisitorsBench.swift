// Knows `staffroom-bench visitors`: what another room notices while few ask the server for a lot.

import ArgumentParser
import Foundation

struct VisitorsBench: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "visitors",
        abstract: "Another room's answers while one person says 100 hellos at once, doors are tried, groups polished.",
        discussion: """
            A room of 250 people. One of them opens 100 sockets in the same moment, each with a hello, and does it \
            again every second; 20 times a second somebody looks at the door of a meeting that has ended; ten leads \
            ask for a long search for groups at the same time, and again as soon as they are answered. A second room \
            of five writes a message every 50 ms and waits for each acknowledgement: first while nothing else \
            happens, then meanwhile.
            """)

    @OptionGroup var options: BenchOptions
    @Option(name: .long, help: "People in the busy room.")
    var people = 250
    @Option(name: .long, help: "Seconds for which each is measured.")
    var seconds = 20.0
    @Option(name: .long, help: "How often both are measured.")
    var repeats = 3

    private static let settleSeconds = 10.0

    func validate() throws {
        guard (20...900).contains(people), seconds > 0, repeats > 0 else {
            throw ValidationError("people are 20 to 900")
        }
    }

    func run() throws {
        Socket.allowMany()
        var findings = Findings("visitors")
        let folder = try options.folder()
        let peer = try Peer.staffroom(options.staffroom, in: folder)
        defer { peer.stop() }
        let hall = try Hall(peer)
        let over = try hall.meeting("Over")
        try hall.end(over)
        let busy = try hall.meeting("Busy")
        Findings.progress("\(people) people come in")
        var (tickets, others): ([String], [String]) = ([], [])
        let devices = try hall.people(people, in: busy, tickets: &tickets)
        let leads = try hall.leads(10, in: busy)
        let beside = try hall.people(5, in: try hall.meeting("Beside"), tickets: &others)
        try hall.seat(devices)
        try hall.seat(beside)
        let neighbours = Neighbours(beside)
        let siege = try Siege(hall, busy, over, greeter: tickets[0], leads: leads)
        var (quiet, loud): ([[Double]], [[Double]]) = ([], [])
        for round in 1...repeats {
            Findings.progress("round \(round) of \(repeats)")
            hall.poller.run(seconds: seconds) {
                neighbours.work()
                return false
            }
            quiet.append(neighbours.take(hall.poller, seconds: Self.settleSeconds))
            siege.begin()
            hall.poller.run(seconds: seconds) {
                siege.work()
                neighbours.work()
                return false
            }
            loud.append(neighbours.take(hall.poller, seconds: Self.settleSeconds))
            siege.end()
        }
        findings.wrong = devices.flatMap(\.book.wrong) + neighbours.wrong()
        func percentile(_ share: Double, _ all: [[Double]]) -> [Double] { all.map { Spread($0).percentile(share) } }
        findings.figures = [
            Figure("other room's answers, p50, alone", "ms", percentile(0.5, quiet)),
            Figure("other room's answers, p50, meanwhile", "ms", percentile(0.5, loud)),
            Figure("other room's answers, p99, alone", "ms", percentile(0.99, quiet)),
            Figure("other room's answers, p99, meanwhile", "ms", percentile(0.99, loud)),
            Figure("p99 more", "ms", zip(percentile(0.99, loud), percentile(0.99, quiet)).map { $0 - $1 }),
        ]
        findings.notes = [siege.words]
        try options.tell(findings)
    }
}
