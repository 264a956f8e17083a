// Knows `staffroom-bench storm`: everybody comes in at once, and what another room notices of it.

import ArgumentParser
import Foundation

struct StormBench: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "storm",
        abstract: "300 and 990 people come in at once; another room's answers meanwhile.",
        discussion: """
            Tickets are made before. All connect in the same moment and say hello; whoever is closed comes back a \
            second later, as pages do. A second room of five writes a message every 50 ms and waits for each \
            acknowledgement. Floor: bare libwebsockets, as many connections, each sent as many bytes.
            """)

    @OptionGroup var options: BenchOptions
    @Option(name: .long, parsing: .upToNextOption, help: "How many people come.")
    var people = [300, 990]
    @Option(name: .long, help: "How often each is measured, each time in a new meeting.")
    var repeats = 3
    @Option(name: .long, help: "Seconds after which a storm is given up.")
    var limit = 40.0
    @Option(name: .long, help: "Seconds after which no further repetition is begun.")
    var budget = 60.0

    func validate() throws {
        guard people.allSatisfy({ (1...1_000).contains($0) }), repeats > 0, limit > 0, budget > 0 else {
            throw ValidationError("a room takes 1 to 1000 people")
        }
    }

    func run() throws {
        Socket.allowMany()
        var findings = Findings("storm")
        for count in people {
            let folder = try options.folder()
            let peer = try Peer.staffroom(options.staffroom, in: folder)
            defer { peer.stop() }
            let hall = try Hall(peer)
            var tickets: [String] = []
            let began = ContinuousClock.now
            var storms: [Storm.Result] = []
            for round in 1...repeats {
                guard round == 1 || began.duration(to: .now) < .seconds(budget) else { break }
                Findings.progress("\(count) people, round \(round) of \(repeats)")
                storms.append(try storm(of: count, round, hall, &tickets))
            }
            findings.wrong += storms.flatMap(\.wrong)
            let bytes = storms.reduce(0) { $0 + $1.bytes } / (storms.count * count)
            let floors = try (0..<max(storms.count, 3)).map { _ in try floor(of: count, bytes: bytes, in: folder) }
            tell(count, storms, floors, bytes, in: &findings)
        }
        try options.tell(findings)
    }

    private func storm(of count: Int, _ round: Int, _ hall: Hall, _ tickets: inout [String]) throws -> Storm.Result {
        let devices = try hall.people(count, in: try hall.meeting("Storm \(round)"), tickets: &tickets)
        var others: [String] = []
        let neighbours = try hall.people(5, in: try hall.meeting("Beside \(round)"), tickets: &others)
        try hall.seat(neighbours)
        let result = Storm(devices, neighbours, hall.peer, hall.poller).run(limit: limit)
        for device in devices + neighbours { device.leave() }
        return result
    }

    private func floor(of count: Int, bytes: Int, in folder: Folder) throws -> Storm.Result {
        let peer = try Peer.floor(answering: bytes, in: folder)
        defer { peer.stop() }
        let poller = Poller()
        let devices = (0..<count).map { _ in Pupil(poller, port: peer.port, meeting: "m", cookie: "none=none") }
        return Storm(devices, [], peer, poller).run(limit: limit)
    }

    private func tell(
        _ count: Int, _ storms: [Storm.Result], _ floors: [Storm.Result], _ bytes: Int, in findings: inout Findings
    ) {
        func answers(_ share: Double) -> [Double] { storms.map { Spread($0.answers).percentile(share) } }
        findings.figures += [
            Figure("\(count) people, until all are in", "s", storms.map(\.seconds), floor: floors.map(\.seconds)),
            Figure(
                "\(count) people, processor for each", "ms", storms.map { $0.processor * 1_000 / Double(count) },
                floor: floors.map { $0.processor * 1_000 / Double(count) }),
            Figure("\(count) people, not in at the end", "people", storms.map { Double($0.missing) }),
            Figure("\(count) people, connections closed", "times", storms.map { Double($0.closed) }),
            Figure("other room's answers, p50", "ms", answers(0.5)),
            Figure("other room's answers, p99", "ms", answers(0.99)),
            Figure("other room's answers, longest", "ms", answers(1)),
        ]
        let own = Table.text(Spread(storms.map(\.ownProcessor)).median)
        findings.notes.append(
            "\(count) people: \(storms.count) times, \(bytes) bytes each; playing them took \(own) s of processor here")
    }
}
