// Knows `staffroom-bench hello`: what it costs to tell one person the whole room, and to tell them what they missed.

import ArgumentParser
import Foundation

struct HelloBench: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "hello",
        abstract: "Processor of a hello into a room of 300, of a resume, and of a connection with its hello.",
        discussion: """
            All have joined and are in the room. Then each says hello once more on the open connection and is told \
            the whole room; each resumes with some missed messages; and, when all have left, each comes in for \
            themselves and leaves again, which the server stores. Floor: bare libwebsockets that answers with as \
            many bytes; for coming in, with the connection.
            """)

    @OptionGroup var options: BenchOptions
    @Option(name: .long, help: "People in the room.")
    var people = 300
    @Option(name: .long, help: "Messages that a resuming person has missed.")
    var missed = 20
    @Option(name: .long, help: "How often each is measured.")
    var repeats = 3

    private static let seconds = 30.0

    /// What all of it took in milliseconds of processor for each person, and how many bytes were answered.
    private struct Round {
        var processor: Double
        var bytes: Int
    }

    func validate() throws {
        guard (1...1_000).contains(people), repeats > 0, (1...1_000).contains(missed) else {
            throw ValidationError("people and missed are 1 to 1000")
        }
    }

    func run() throws {
        var findings = Findings("hello")
        let folder = try options.folder()
        let peer = try Peer.staffroom(options.staffroom, in: folder)
        defer { peer.stop() }
        let hall = try Hall(peer)
        Findings.progress("\(people) people come in")
        var tickets: [String] = []
        let devices = try hall.people(people, in: try hall.meeting("Hello"), tickets: &tickets)
        try hall.seat(devices)
        for number in 0..<missed { devices[number % people].post(number) }
        guard hall.poller.run(seconds: Self.seconds, until: { devices.allSatisfy { $0.book.marks.count >= missed } })
        else { throw BenchFailure("the messages to be missed did not arrive") }
        try hall.level(devices)
        var (whole, resumed, alone): ([Round], [Round], [Round]) = ([], [], [])
        for round in 1...repeats {
            Findings.progress("round \(round) of \(repeats)")
            whole.append(try each(devices, of: peer, on: hall.poller) { $0.hello() })
            resumed.append(try resumes(devices, hall, &findings))
        }
        for device in devices { device.leave() }
        for _ in 1...repeats {
            hall.poller.run(seconds: 0.5) { false }
            alone.append(try each(devices, of: peer, on: hall.poller, leaves: true) { $0.open() })
        }
        findings.wrong += devices.flatMap(\.book.wrong)
        let floors = try [whole, resumed].map { try floor($0, in: folder, connects: false) }
        let coming = try floor(alone, in: folder, connects: true)
        findings.figures = [
            Figure("hello, the whole room of \(people)", "ms", whole.map(\.processor), floor: floors[0]),
            Figure("resume, \(missed) messages missed", "ms", resumed.map(\.processor), floor: floors[1]),
            Figure("connect, hello, leave; nobody else there", "ms", alone.map(\.processor), floor: coming),
        ]
        findings.notes = [
            "processor for each; bytes answered: \(bytes(whole)) whole, \(bytes(resumed)) resumed"
        ]
        try options.tell(findings)
    }

    private func bytes(_ rounds: [Round]) -> Int { Int(Spread(rounds.map { Double($0.bytes) }).median) }

    /// Each must hear exactly what was missed, as a resume.
    private func resumes(_ devices: [Pupil], _ hall: Hall, _ findings: inout Findings) throws -> Round {
        let before = devices.map(\.book.marks.count)
        let round = try each(devices, of: hall.peer, on: hall.poller) { $0.hello(after: $0.book.beforeMarks) }
        for (device, earlier) in zip(devices, before) {
            let again = device.book.marks.dropFirst(earlier)
            if Array(again) != (0..<missed).map(Int64.init) {
                findings.wrong.append("a resume told \(again.count) messages of \(missed)")
            }
        }
        return round
    }

    /// One after the other: says something, and waits for the welcome.
    private func each(
        _ devices: [Pupil], of peer: Peer, on poller: Poller, leaves: Bool = false, say: (Pupil) -> Void
    ) throws -> Round {
        let before = peer.processor
        let bytes = devices.reduce(0) { $0 + $1.bytes }
        for device in devices {
            var isWelcome = false
            device.onNews = { _, news in if case .welcome = news { isWelcome = true } }
            say(device)
            guard poller.run(seconds: Self.seconds, until: { isWelcome }) else {
                throw BenchFailure("no welcome within \(Self.seconds) s")
            }
            device.onNews = nil
            if leaves { device.leave() }
        }
        return Round(
            processor: (peer.processor - before) * 1_000 / Double(devices.count),
            bytes: (devices.reduce(0) { $0 + $1.bytes } - bytes) / devices.count)
    }

    /// Bare libwebsockets, the same way.
    private func floor(_ rounds: [Round], in folder: Folder, connects: Bool) throws -> [Double] {
        let peer = try Peer.floor(answering: bytes(rounds), in: folder)
        defer { peer.stop() }
        let poller = Poller()
        let devices = (0..<people).map { _ in Pupil(poller, port: peer.port, meeting: "m", cookie: "none=none") }
        if !connects { _ = try each(devices, of: peer, on: poller) { $0.open() } }
        return try (0..<repeats).map { _ in
            try each(devices, of: peer, on: poller, leaves: connects) { connects ? $0.open() : $0.hello() }.processor
        }
    }
}
