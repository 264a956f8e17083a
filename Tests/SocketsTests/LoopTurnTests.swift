import Foundation
import Testing

@testable import Sockets

/// Notes in which order things happen on its loop, whose clock goes on by a millisecond whenever it is looked at: three
/// or four jobs are a turn.
private actor Notebook {
    nonisolated let loop: EventLoop
    nonisolated var unownedExecutor: UnownedSerialExecutor { loop.asUnownedSerialExecutor() }
    private var notes: [String] = []
    private var watch: DescriptorWatch?
    private var finished: CheckedContinuation<[String], Never>?

    init() {
        let clock = ManualClock(nanosecondsPerReading: 1_000_000)
        loop = EventLoop(clock: { clock.now })
    }

    func note(_ text: String) { notes.append(text) }

    /// What was noted, when `last` has been noted.
    private func noting(until last: String, _ begin: () -> Void) async -> [String] {
        await withCheckedContinuation { continuation in
            finished = continuation
            begin()
            Task { finish(last) }
        }
    }

    private func finish(_ last: String) {
        guard !notes.contains(last) else {
            finished?.resume(returning: notes)
            return finished = nil
        }
        loop.after(milliseconds: 1) { self.assumeIsolated { $0.finish(last) } }
    }

    private func listen(to socket: Int32) {
        watch = DescriptorWatch(duplicating: socket, on: loop.core, for: .readable) { [unowned self] in
            assumeIsolated {
                $0.note("socket")
                $0.watch?.end()
            }
        }
    }

    func flood(_ count: Int, while socket: Int32) async -> [String] {
        await noting(until: "\(count - 1)") {
            listen(to: socket)
            loop.after(milliseconds: 0) { self.assumeIsolated { $0.note("timer") } }
            for number in 0..<count { Task { note("\(number)") } }
        }
    }

    func beget(_ count: Int, while socket: Int32) async -> [String] {
        await noting(until: "\(count)") {
            listen(to: socket)
            loop.after(milliseconds: 0) { self.assumeIsolated { $0.note("timer") } }
            beget(1, to: count)
        }
    }

    private func beget(_ number: Int, to count: Int) {
        note("\(number)")
        if number < count { Task { beget(number + 1, to: count) } }
    }

    func chain(_ count: Int, while socket: Int32) async -> [String] {
        await noting(until: "\(count)") {
            listen(to: socket)
            link(1, to: count)
        }
    }

    private func link(_ number: Int, to count: Int) {
        note("\(number)")
        if number == 2 { Task { note("job") } }
        if number < count { loop.after(milliseconds: 0) { self.assumeIsolated { $0.link(number + 1, to: count) } } }
    }

    func patience(_ count: Int) async -> [String] {
        await noting(until: "low \(count - 1)") {
            for number in 0..<count { Task(priority: .low) { note("low \(number)") } }
            for number in 0..<count { Task(priority: .medium) { note("medium \(number)") } }
        }
    }
}

extension SocketsTests {
    struct LoopTurnTests {
        /// What is looked at after every turn is among so many notes.
        private static let soon = 12

        /// A socket on which something waits to be read.
        private func withReadableSocket(_ test: (Int32) async throws -> Void) async throws {
            var pair: [Int32] = [0, 0]
            try #require(socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0, &pair) == 0)
            defer { for end in pair { close(end) } }
            try #require(write(pair[1], "x", 1) == 1)
            try await test(pair[0])
        }

        @Test func aFloodOfJobsLetsTimersAndSocketsIn() async throws {
            try await withReadableSocket { socket in
                let notes = await Notebook().flood(1_000, while: socket)
                #expect(notes.prefix(Self.soon).contains("timer"))
                #expect(notes.prefix(Self.soon).contains("socket"))
                #expect(notes.compactMap { Int($0) } == Array(0..<1_000), "all of them, in order")
            }
        }

        @Test func workThatBegetsWorkLetsTimersAndSocketsIn() async throws {
            try await withReadableSocket { socket in
                let notes = await Notebook().beget(1_000, while: socket)
                #expect(notes.prefix(Self.soon).contains("timer"))
                #expect(notes.prefix(Self.soon).contains("socket"))
            }
        }

        @Test func timersThatBegetTimersLetJobsAndSocketsIn() async throws {
            try await withReadableSocket { socket in
                let notes = await Notebook().chain(1_000, while: socket)
                #expect(notes.prefix(Self.soon).contains("job"))
                #expect(notes.prefix(Self.soon).contains("socket"))
                #expect(notes.compactMap { Int($0) } == Array(1...1_000))
            }
        }

        @Test func patientJobsLetOthersGoFirstAndAreNotForgotten() async {
            let notes = await Notebook().patience(100)
            for kind in ["low", "medium"] {
                #expect(notes.filter { $0.hasPrefix(kind) } == (0..<100).map { "\(kind) \($0)" })
            }
            let early = notes.prefix(100).count { $0.hasPrefix("medium") }
            #expect((60...95).contains(early), "\(early) of the first hundred")
        }
    }
}
