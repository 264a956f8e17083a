// Many who come at once are let in a few at a time, and others have their turn in between.

import Sockets
import Synchronization
import Testing
import Wire

@testable import Hosting
@testable import Meetings

/// Who was answered, in order.
private final class Order: Sendable {
    private let names = Mutex<[String]>([])

    var all: [String] { names.withLock { $0 } }
    func add(_ name: String) { names.withLock { $0.append(name) } }
}

/// Somebody else on the loop, who looks again whenever it is their turn: as a task and as a timer, because on a machine
/// whose threads are all busy a task goes on late.
private actor Witness {
    private let loop: EventLoop
    private var seen: [Int] = []
    nonisolated var unownedExecutor: UnownedSerialExecutor { loop.asUnownedSerialExecutor() }

    init(loop: EventLoop) { self.loop = loop }

    /// Opens the gate; how many slices had been let in each time, until all of the crowd are welcomed.
    func watch(_ gate: Gate, _ ears: Ears, _ crowd: ClosedRange<UInt64>, _ reception: Reception) async -> [Int] {
        Task { await gate.open() }
        lookAgain(ears, crowd, reception)
        while welcomed(ears, crowd) != crowd.count {
            look(reception)
            await giveWay(self)
        }
        return seen
    }

    /// At every look of the loop at its timers: a task that gives way may wait for busy threads.
    private func lookAgain(_ ears: Ears, _ crowd: ClosedRange<UInt64>, _ reception: Reception) {
        look(reception)
        guard welcomed(ears, crowd) != crowd.count else { return }
        loop.after(milliseconds: 0) { [weak self] in
            self?.assumeIsolated { $0.lookAgain(ears, crowd, reception) }
        }
    }

    private func look(_ reception: Reception) { seen.append(reception.assumeIsolated { $0.slices }) }

    private func welcomed(_ ears: Ears, _ crowd: ClosedRange<UInt64>) -> Int {
        ears.assumeIsolated { ears in
            crowd.count { ears.heard[$0]?.first?.hasPrefix("{\"welcome\"") ?? false }
        }
    }
}

extension RoomHost {
    /// In one piece: everybody's presence is to begin, and one of them speaks at once.
    fileprivate func openAndHear(_ connection: Hosting.ConnectionNumber, _ text: String) throws {
        beginEverybody()
        receive(connection, try ClientMessage(Array(text.utf8)))
    }

    /// How many of those with these numbers are here.
    fileprivate func present(_ crowd: ClosedRange<UInt64>) -> Int {
        crowd.count { published.people[PersonID(rawValue: "p\($0)")]?.isPresent == true }
    }
}

@Suite(.timeLimit(.minutes(10))) struct ArrivalTests {
    @Test("a crowd comes in by slices")
    func crowd() async throws {
        let gate = Gate()
        let scene = try await RoomScene(door: GatedDesk(gate: gate))
        let crowd: ClosedRange<UInt64> = 101...164
        for number in crowd { try await scene.join("p\(number)", "Person \(number)") }
        await gate.shut()
        for number in crowd {
            await scene.reception.opened(number, cookies: "p\(number)")
            let hello = #"{"hello":{"protocol":1,"meeting":"m1","as":"teacher"}}"#
            await scene.reception.received(number, Array(hello.utf8))
        }
        await gate.crowd(of: crowd.count)
        let before = await scene.reception.slices
        let seen = Set(await Witness(loop: scene.loop).watch(gate, scene.ears, crowd, scene.reception))
        await scene.reception.drain()
        let needed = crowd.count / HostingLimits().arrivalsPerSlice
        let slices = await scene.reception.slices - before
        #expect(slices >= needed)
        let between = seen.filter { $0 > before && $0 < before + slices }
        #expect(!between.isEmpty, "others had their turn meanwhile: \(seen.sorted())")
        #expect(try await scene.host.present(crowd) == crowd.count)
        #expect(await scene.ears.closed.isEmpty)
    }

    @Test("whoever has gone before their turn is not brought in")
    func gone() async throws {
        let gate = Gate()
        let scene = try await RoomScene(door: GatedDesk(gate: gate))
        await gate.shut()
        await scene.reception.opened(50, cookies: "p1")
        await scene.reception.received(50, Array(#"{"hello":{"protocol":1,"meeting":"m1","as":"teacher"}}"#.utf8))
        await gate.crowd(of: 1)
        await scene.reception.closed(50)
        await gate.open()
        await scene.hello(51, "p1", as: "teacher")
        #expect(await scene.heard(50).isEmpty)
        #expect(try await scene.host.members.keys.sorted() == [1, 2, 51])
    }

    @Test("a meeting opens for hundreds in turn, and whoever speaks before theirs is heard")
    func opening() async throws {
        let scene = try await RoomScene()
        let host = try await scene.host
        let crowd: ClosedRange<UInt64> = 101...150
        for number in crowd {
            try await scene.join("p\(number)", "Person \(number)")
            await scene.hello(number, "p\(number)", as: "teacher")
        }
        await scene.reception.drain()
        for number in crowd {
            await host.submit(EndPresence(person: PersonID(rawValue: "p\(number)"), reason: .lost).command, by: .system)
        }
        await scene.reception.drain()
        try await host.openAndHear(150, #"{"command":{"id":"early","do":{"postMessage":{"text":"Here!"}}}}"#)
        await scene.ears.wait(150, for: #"{"ack":{"id":"early""#)
        // The others come in their turn; if one of them did not, this would never end.
        while await host.present(crowd) < crowd.count { await Task.yield() }
        #expect(await scene.heard(150).contains { $0.contains("Here!") })
    }

    @Test("what is stored with a crowd's facts is answered before the crowd is told")
    func fewFirst() async throws {
        let scene = try await RoomScene()
        let crowded = try await scene.host
        let quiet = try #require(try await scene.reception.host(of: "m2"))
        let order = Order()
        await scene.log.hold()
        for _ in 0..<Committer.toldAtOnce * 3 {
            await crowded.submit(NoteMessage(person: "p1", words: 3).command, by: .system) { _ in order.add("crowd") }
        }
        let plan = Plan(
            title: "Term", plannedStart: nil, zone: "Europe/London", options: Options(), segments: []
        ).command
        await quiet.submit(plan, by: .system) { _ in order.add("quiet") }
        await scene.log.release()
        await scene.reception.drain()
        // The first of the crowd was on its way alone.
        #expect(order.all.firstIndex(of: "quiet") == 1)
        #expect(order.all.count == Committer.toldAtOnce * 3 + 1)
    }
}
