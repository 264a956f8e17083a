// Knows `staffroom-bench unread`: how much memory it takes when many come in and do not read what they are told.

import ArgumentParser
import Foundation

struct UnreadBench: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "unread",
        abstract: "Growth of resident memory by 100 lines, and by 300 sockets, that nobody reads, in a room of 300.",
        discussion: """
            A room in which 300 people have joined and in which long messages were written. Everybody says hello and \
            reads nothing; then as many long messages are written again. What is told is the most memory that the \
            server took meanwhile, over what it took when one person had come in who reads.
            """)

    @OptionGroup var options: BenchOptions
    @Option(name: .long, help: "People in the room, with a socket each.")
    var people = 300
    @Option(name: .long, help: "People with a line each.")
    var lines = 100
    @Option(name: .long, help: "Long messages before, and as many again.")
    var messages = 300
    @Option(name: .long, help: "How often each is measured, each time with a new server.")
    var repeats = 3

    private static let seconds = 60.0
    /// Three bytes a letter.
    private static let letters = 2_000

    func validate() throws {
        guard (1...900).contains(people), (1...people).contains(lines), (1...600).contains(messages), repeats > 0 else {
            throw ValidationError("people are at most 900, lines at most people, messages at most 600")
        }
    }

    func run() throws {
        Socket.allowMany()
        var findings = Findings("unread")
        var (byLines, bySockets): ([Double], [Double]) = ([], [])
        for round in 1...repeats {
            Findings.progress("round \(round) of \(repeats)")
            byLines.append(
                try growth(lines, in: &findings) { hall, meeting, tickets in
                    let hello = #"{"hello":{"protocol":1,"meeting":"\#(meeting.id)","as":"teacher"}}"#
                    for ticket in tickets {
                        _ = try BenchRequest.post(
                            "/api/line/open", ["messages": [hello]], port: hall.peer.port, cookie: ticket)
                    }
                    return []
                })
            bySockets.append(
                try growth(people, in: &findings) { hall, meeting, tickets in
                    let devices = tickets.map {
                        Pupil(hall.poller, port: hall.peer.port, meeting: meeting.id, cookie: $0)
                    }
                    for device in devices {
                        device.isDeaf = true
                        device.open()
                    }
                    return devices
                })
        }
        findings.figures = [
            Figure("\(lines) unread lines, growth of memory", "MiB", byLines),
            Figure("\(people) unread sockets, growth of memory", "MiB", bySockets),
        ]
        try options.tell(findings)
    }

    private func growth(
        _ count: Int, in findings: inout Findings,
        by come: (Hall, Hall.Meeting, [String]) throws -> [Pupil]
    ) throws -> Double {
        let folder = try options.folder()
        let peer = try Peer.staffroom(options.staffroom, in: folder)
        defer { peer.stop() }
        let hall = try Hall(peer)
        let meeting = try hall.meeting("Unread")
        var tickets: [String] = []
        let reader = try hall.people(people + 1, in: meeting, tickets: &tickets)[people]
        try hall.seat([reader])
        try write(reader, hall)
        reader.leave()
        try hall.seat([reader])
        let before = Resident.mebibytes(of: peer.child.process)
        var most = before
        func look() { most = max(most, Resident.mebibytes(of: peer.child.process)) }
        let start = reader.book.through
        let devices = try come(hall, meeting, Array(tickets.prefix(count)))
        // Each that has come in is an entry.
        guard
            hall.poller.run(
                seconds: Self.seconds,
                until: {
                    look()
                    return reader.book.through >= start + Int64(count)
                })
        else { throw BenchFailure("\(reader.book.through - start) of \(count) came in") }
        try write(reader, hall, look)
        for device in devices { device.leave() }
        findings.wrong += reader.book.wrong
        return most - before
    }

    /// Long messages, each of which the reader hears.
    private func write(_ reader: Pupil, _ hall: Hall, _ look: () -> Void = {}) throws {
        let text = String(repeating: "€", count: Self.letters)
        for number in 0..<messages {
            var isStored = false
            reader.onNews = { _, news in if case .ack = news { isStored = true } }
            reader.command("t\(reader.book.through)-\(number)", #"{"postMessage":{"text":"\#(text)"}}"#)
            let isHeard = hall.poller.run(
                seconds: Self.seconds,
                until: {
                    look()
                    return isStored
                })
            guard isHeard else { throw BenchFailure("a message was not stored") }
        }
        reader.onNews = nil
    }
}
