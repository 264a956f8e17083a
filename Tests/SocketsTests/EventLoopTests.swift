import Dispatch
import Testing

@testable import Sockets

/// An actor that lives on a loop.
private actor Resident {
    nonisolated let loop: EventLoop
    nonisolated var unownedExecutor: UnownedSerialExecutor { loop.asUnownedSerialExecutor() }
    var notes: [String] = []
    init(loop: EventLoop) { self.loop = loop }

    func count() -> Int {
        loop.checkIsolated()
        notes.append("x")
        return notes.count
    }

    func note(_ text: String) { notes.append(text) }

    func afterAPause() async -> Bool {
        try? await Task.sleep(for: .milliseconds(5))
        return loop.isCurrent
    }

    func timers() async -> [String] {
        await withCheckedContinuation { continuation in
            for delay in [30, 10, 20, 10, 0] {
                loop.after(milliseconds: delay) { self.assumeIsolated { $0.notes.append("\(delay)") } }
            }
            let taken = loop.after(milliseconds: 5) { self.assumeIsolated { $0.notes.append("taken back") } }
            taken.cancel()
            loop.after(milliseconds: 60) { continuation.resume() }
        }
        return notes
    }

    func turn() async -> [String] {
        await withCheckedContinuation { continuation in
            loop.atEndOfTurn {
                self.assumeIsolated { $0.notes.append("end") }
                continuation.resume()
            }
            notes.append("now")
        }
        return notes
    }
}

extension SocketsTests {
    struct EventLoopTests {
        @Test func runsJobsOfActorsOnItsThread() async {
            let resident = Resident(loop: EventLoop())
            await withTaskGroup(of: Void.self) { group in
                for _ in 0..<1_000 { group.addTask { _ = await resident.count() } }
            }
            #expect(await resident.count() == 1_001)
            #expect(await resident.afterAPause())
            #expect(!resident.loop.isCurrent)
        }

        @Test func firesTimersInOrder() async {
            let resident = Resident(loop: EventLoop())
            #expect(await resident.timers() == ["0", "10", "10", "20", "30"])
        }

        @Test func doesWorkAtTheEndOfTheTurn() async {
            let resident = Resident(loop: EventLoop())
            #expect(await resident.turn() == ["now", "end"])
        }

        @Test func endsWithItsLastReference() async throws {
            var loop: EventLoop? = EventLoop()
            let ended = loop!.ended
            _ = await Resident(loop: loop!).count()
            loop = nil
            #expect(try await blocking { ended.wait(timeout: .now() + 5) == .success }.get())
        }
    }
}
