// Knows `staffroom-bench message`: what one message in a small room costs, early and late in a meeting.

import ArgumentParser
import Foundation

/// One message at a time, in a room of ten.
struct MessageBench: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "message",
        abstract: "Processor and time of a message in a room of 10, in a new meeting and after 9,000 messages.",
        discussion: """
            The people write in turn, one message at a time: the next is sent when all have the last one and its \
            sender has the acknowledgement. Floor: one insert of as many bytes, WAL, FULL, a transaction each.
            """)

    @OptionGroup var options: BenchOptions
    @Option(name: .long, help: "People in the room.")
    var people = 10
    @Option(name: .long, help: "Messages in the long meeting before it is measured; a room takes 10,000.")
    var earlier = 9_000
    @Option(name: .long, help: "Messages measured at a time.")
    var messages = 150
    @Option(name: .long, help: "How often each is measured.")
    var repeats = 5

    private static let largestRoom = 10_000

    func validate() throws {
        guard people > 0, messages > 0, repeats > 0, earlier >= 0,
            earlier + (repeats + 1) * messages <= Self.largestRoom
        else { throw ValidationError("earlier + (repeats + 1) x messages is at most \(Self.largestRoom)") }
    }

    func run() throws {
        var findings = Findings("message")
        let folder = try options.folder()
        let peer = try Peer.staffroom(options.staffroom, in: folder)
        defer { peer.stop() }
        let hall = try Hall(peer)
        var tickets: [String] = []
        let long = Exchange(hall, try seated(hall, "Long", &tickets))
        Findings.progress("writing \(earlier) messages")
        try long.fill(earlier)
        let database = folder.path("data/staffroom.db")
        var (early, late): ([Turn], [Turn]) = ([], [])
        var floors: [Floors.Row] = []
        var bytes = 0
        for round in 0...repeats {
            Findings.progress("round \(round) of \(repeats)")
            let new = Exchange(hall, try seated(hall, "New \(round)", &tickets))
            let some = [try new.write(messages), try long.write(messages)]
            findings.wrong += new.wrong()
            new.leave()
            // The first round only warms up.
            guard round > 0 else { continue }
            early.append(some[0])
            late.append(some[1])
            bytes = Floors.bytesOfAnEvent(database, "e.kind = 'messagePosted'")
            floors.append(try Floors.inserts(messages, bytes: bytes, rowsATransaction: 1, in: folder))
        }
        findings.wrong += long.wrong()
        let (processor, wall) = (floors.map(\.processor), floors.map(\.wall))
        findings.figures = [
            Figure("processor a message, new meeting", "ms", early.map(\.processor), floor: processor),
            Figure("processor a message after \(earlier)", "ms", late.map(\.processor), floor: processor),
            Figure("late over early, processor", "x", zip(late, early).map { $0.processor / $1.processor }),
            Figure("sent until all have it, new meeting", "ms", early.map(\.wall), floor: wall),
            Figure("sent until all have it after \(earlier)", "ms", late.map(\.wall), floor: wall),
        ]
        findings.notes = ["\(people) people, \(messages) messages a measurement, \(bytes) bytes an event"]
        try options.tell(findings)
    }

    private func seated(_ hall: Hall, _ title: String, _ tickets: inout [String]) throws -> [Pupil] {
        let devices = try hall.people(people, in: try hall.meeting(title), tickets: &tickets)
        try hall.seat(devices)
        return devices
    }
}

/// What one message took, in milliseconds: processor by the mean of all, the wall clock by the median.
private struct Turn {
    var processor: Double
    var wall: Double
}

/// People who write to each other.
private final class Exchange {
    private let hall: Hall
    private let devices: [Pupil]
    private var written = 0
    private var acks = 0
    private var refused = 0

    private static let seconds = 30.0
    /// Messages under way at a time while a room is filled.
    private static let window = 100

    init(_ hall: Hall, _ devices: [Pupil]) {
        (self.hall, self.devices) = (hall, devices)
        for device in devices {
            device.onNews = { [unowned self] _, news in
                if case .ack = news { acks += 1 }
                if case .nack = news { refused += 1 }
            }
        }
    }

    /// Many at once, unmeasured.
    func fill(_ count: Int) throws {
        let end = written + count
        while written < end {
            let aim = min(written + Self.window, end)
            while written < aim { send() }
            try settle()
        }
    }

    /// One after the other.
    func write(_ count: Int) throws -> Turn {
        let before = hall.peer.processor
        var times: [Double] = []
        for _ in 0..<count {
            let began = ContinuousClock.now
            send()
            try settle()
            times.append(began.duration(to: .now) / .milliseconds(1))
        }
        return Turn(
            processor: (hall.peer.processor - before) * 1_000 / Double(count), wall: Spread(times).median)
    }

    private func send() {
        devices[written % devices.count].post(written)
        written += 1
    }

    private func settle() throws {
        let isDone = hall.poller.run(seconds: Self.seconds) {
            acks + refused == written && devices.allSatisfy { $0.book.marks.count >= written }
        }
        guard isDone, refused == 0 else {
            throw BenchFailure("\(written) sent, \(acks) acknowledged, \(refused) refused, after \(Self.seconds) s")
        }
    }

    func leave() { for device in devices { device.leave() } }

    /// Everybody has every message once, and all in the same order.
    func wrong() -> [String] {
        let whole = Set((0..<written).map(Int64.init))
        let order = devices[0].book.marks
        return devices.flatMap { device in
            device.book.wrong
                + (Set(device.book.marks) == whole && device.book.marks.count == written
                    ? [] : ["\(device.book.marks.count) messages heard of \(written)"])
                + (device.book.marks == order ? [] : ["messages in another order than others heard them"])
        }
    }
}
