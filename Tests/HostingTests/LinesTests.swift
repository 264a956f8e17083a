// Lines before a real reception: a room is told as by a socket, holds and bursts cost what they should, and a client
// that is gone is gone.

import Foundation
import MemoryLog
import Sockets
import Testing

@testable import Hosting
@testable import Meetings

/// What takes were answered with, in order.
private actor Answers {
    private let loop: EventLoop
    nonisolated var unownedExecutor: UnownedSerialExecutor { loop.asUnownedSerialExecutor() }
    private(set) var all: [Result<LineAnswer, LineRefusal>] = []
    private var hopes: [(Int, CheckedContinuation<Void, Never>)] = []

    init(loop: EventLoop) { self.loop = loop }

    func add(_ answer: Result<LineAnswer, LineRefusal>) {
        all.append(answer)
        for hope in hopes where all.count >= hope.0 { hope.1.resume() }
        hopes.removeAll { all.count >= $0.0 }
    }

    func wait(for count: Int) async {
        if all.count < count { await withCheckedContinuation { hopes.append((count, $0)) } }
    }

    var texts: [[String]] {
        all.map { ((try? $0.get())?.frames ?? []).map { String(decoding: $0, as: UTF8.self) } }
    }
}

@Suite(.timeLimit(.minutes(10))) struct LinesTests {
    /// An open meeting with its coordinator on a socket (connection 1), and lines.
    private struct Scene {
        let loop = EventLoop()
        let time: FakeTime
        let ears: Ears
        let lines: Lines
        let reception: Reception
        let answers: Answers

        init(_ limits: LineLimits = LineLimits()) async throws {
            let time = FakeTime(loop: loop)
            self.time = time
            ears = Ears(loop: loop)
            answers = Answers(loop: loop)
            lines = Lines(
                limits: limits, executor: loop, now: { time.assumeIsolated { $0.now } },
                after: { delay, work in time.assumeIsolated { $0.after(delay, work) } })
            // One person says all the hellos here.
            var hosting = HostingLimits()
            hosting.helloBurst = 1_000
            reception = Reception(
                log: MemoryStore(meetings: ["m1"]), settings: FakeSettings(), doorkeeper: FakeDesk(),
                outlet: SharedOutlet(sockets: FakeOutlet(ears: ears), lines: lines), limits: hosting, executor: loop,
                now: { 1_000 })
            await lines.connect(reception)
            let plan = Plan(
                title: "Term", plannedStart: nil, zone: "Europe/London", options: Options(),
                segments: [SegmentPlan(kind: .talk, title: "Talk", timeboxSeconds: 600)]
            ).command
            _ = try await reception.submit(plan, by: .system, to: "m1")
            await reception.opened(1, cookies: "c1")
            await reception.received(1, Array(Self.hello("coordinator").utf8))
            await ears.wait(1, for: #"{"welcome""#)
            await reception.received(1, Array(#"{"command":{"id":"open","do":{"openMeeting":{}}}}"#.utf8))
            await ears.wait(1, for: #"{"ack":{"id":"open""#)
            let join = Join(
                person: PersonID(rawValue: "p1"), role: .participant, mode: .remote, tier: .pseudonymous,
                name: "Siân", school: nil
            ).command
            _ = try await reception.submit(join, by: .system, to: "m1")
        }

        static func hello(_ claim: String) -> String {
            #"{"hello":{"protocol":1,"meeting":"m1","as":"\#(claim)"}}"#
        }

        func open() async throws -> String {
            try await lines.open(cookies: "p1", credentials: ["ticket-n=p1"], address: "10.0.0.1")
        }

        func send(_ line: String, _ first: Int, _ messages: [String]) async throws -> Int {
            try await lines.send(line, credentials: ["ticket-n=p1", "x=y"], from: first, messages)
        }

        func take(_ line: String, after last: Int) async {
            let answers = self.answers
            await lines.take(line, credentials: ["ticket-n=p1"], after: last) { answer in
                answers.assumeIsolated { $0.add(answer) }
            }
        }

        /// A line with Siân's welcome taken and confirmed by the take that is held now.
        func seated() async throws -> String {
            let line = try await open()
            _ = try await send(line, 1, [Self.hello("teacher")])
            await ears.wait(1, for: #""presenceBegan":{"mode":"remote","person":"p1"}"#)
            await take(line, after: 0)
            await answers.wait(for: 1)
            let through = try #require(try? await answers.all[0].get().through)
            await take(line, after: through)
            return line
        }
    }

    @Test func whoWaitsIsToldThatTheDiskFailedAndOfTheEndInOneAnswer() async throws {
        let scene = try await Scene()
        _ = try await scene.seated()
        let lines = scene.lines
        await scene.reception.sayStorageFailed { lines.assumeIsolated { $0.stop() } }
        await scene.answers.wait(for: 2)
        #expect(try await scene.answers.all[1].get().ending == .restarting)
        #expect(await scene.answers.texts[1].last == #"{"bye":{"reason":"storageFailed"}}"#)
    }

    private static func post(_ id: String) -> String {
        #"{"command":{"id":"\#(id)","do":{"postMessage":{"text":"\#(id)"}}}}"#
    }

    @Test func aLineIsAConnectionLikeAnyOther() async throws {
        let scene = try await Scene()
        let line = try await scene.seated()
        let welcomed = await scene.answers.texts[0]
        #expect(welcomed.first?.hasPrefix(#"{"welcome""#) == true)
        #expect(try await scene.send(line, 2, [Self.post("one")]) == 2)
        #expect(try await scene.send(line, 2, [Self.post("one"), Self.post("two")]) == 3)
        await scene.ears.wait(1, for: #""text":"two""#)
        await scene.time.advance(0)
        await scene.answers.wait(for: 2)
        let told = await scene.ears.heard[1]?.joined() ?? ""
        #expect(told.components(separatedBy: #""text":"one""#).count == 2)
        let heard = await scene.answers.texts[1].joined()
        #expect(heard.contains(#"{"ack":{"id":"one""#))
    }

    @Test func aBurstForManyCostsOneAnswer() async throws {
        let scene = try await Scene()
        let line = try await scene.seated()
        for id in ["a", "b", "c"] {
            await scene.reception.received(1, Array(Self.post(id).utf8))
            await scene.ears.wait(1, for: #"{"ack":{"id":"\#(id)""#)
            await scene.time.advance(50)
        }
        #expect(await scene.answers.all.count == 1)
        await scene.time.advance(250)
        #expect(await scene.answers.all.count == 2)
        #expect(await scene.answers.texts[1].count == 3)
        // Not confirmed: it comes again, to whoever asks again.
        let before = try await scene.answers.all[0].get().through
        await scene.take(line, after: before)
        #expect(await scene.answers.texts[2].count == 3)
    }

    @Test func aTakeIsHeldAndThenAnsweredEmpty() async throws {
        let scene = try await Scene()
        _ = try await scene.seated()
        await scene.time.advance(24_000)
        #expect(await scene.answers.all.count == 1)
        await scene.time.advance(2_000)
        #expect(await scene.answers.texts[1] == [])
    }

    @Test func whoTakesNothingIsLost() async throws {
        let scene = try await Scene()
        let line = try await scene.seated()
        await scene.time.advance(58_000)
        #expect(try await scene.reception.room(of: "m1")?.people[PersonID(rawValue: "p1")]?.isPresent == true)
        await scene.time.advance(4_000)
        await scene.ears.wait(1, for: #""presenceEnded":{"person":"p1","reason":"lost"}"#)
        await #expect(throws: LineRefusal.unknown) { try await scene.send(line, 2, [Self.post("late")]) }
    }

    @Test func aSecretAloneIsNotEnough() async throws {
        let scene = try await Scene()
        let line = try await scene.open()
        await #expect(throws: LineRefusal.unknown) {
            try await scene.lines.send(line, credentials: ["ticket-n=p2"], from: 1, [])
        }
        await #expect(throws: LineRefusal.unknown) { try await scene.send("0", 1, []) }
        #expect(try await scene.send(line, 1, []) == 0)
    }

    @Test func whoSaysNoHelloIsClosedAndToldSo() async throws {
        let scene = try await Scene()
        let line = try await scene.open()
        await scene.take(line, after: 0)
        await scene.time.advance(11_000)
        #expect(try await scene.answers.all.first?.get().ending == .joinTimeout)
        await scene.take(line, after: 0)
        #expect(try await scene.answers.all.last?.get().ending == .joinTimeout)
        await scene.time.advance(11_000)
        await scene.take(line, after: 0)
        #expect(await scene.answers.all.last == .failure(.unknown))
    }

    @Test func aSlowReaderIsClosed() async throws {
        var limits = LineLimits()
        limits.bytes = 1_000
        let scene = try await Scene(limits)
        let line = try await scene.seated()
        await scene.reception.received(1, Array(Self.post("first").utf8))
        await scene.ears.wait(1, for: #"{"ack":{"id":"first""#)
        await scene.time.advance(300)
        for index in 0..<10 {
            await scene.reception.received(1, Array(Self.post("more\(index)").utf8))
            await scene.ears.wait(1, for: #"{"ack":{"id":"more\#(index)""#)
        }
        await scene.time.advance(0)
        await scene.ears.wait(1, for: #""presenceEnded":{"person":"p1","reason":"lost"}"#)
        await scene.take(line, after: try await scene.answers.all[1].get().through)
        #expect(try await scene.answers.all.last?.get().ending == .slow)
        #expect(await scene.answers.texts.last == [])
    }

    @Test func linesThatNobodyReadsAreBoundedTogether() async throws {
        var limits = LineLimits()
        limits.bytesOfAll = 20_000
        let scene = try await Scene(limits)
        // Each welcome has bytes of its own and the room's, which are kept once.
        var unread: [String] = []
        for _ in 0..<100 {
            await scene.time.advance(1)
            unread.append(try await scene.open())
            _ = try await scene.send(unread[unread.count - 1], 1, [Scene.hello("teacher")])
            await scene.reception.settle()
            #expect(await scene.lines.bytesWaiting <= limits.bytesOfAll)
        }
        await scene.take(unread[0], after: 0)
        #expect(try await scene.answers.all[0].get().ending == .slow)
        await scene.take(unread[99], after: 0)
        #expect(await scene.answers.texts[1].first?.hasPrefix(#"{"welcome""#) == true)
        for line in unread { try? await scene.lines.close(line, credentials: ["ticket-n=p1"]) }
        #expect(await scene.lines.bytesWaiting == 0)
    }

    @Test func whoReadsIsNotClosedForOthersWhoDoNot() async throws {
        var limits = LineLimits()
        limits.bytesOfAll = 20_000
        let scene = try await Scene(limits)
        for index in 0..<40 {
            await scene.time.advance(1)
            let silent = try await scene.open()
            _ = try await scene.send(silent, 1, [Scene.hello("teacher")])
            let line = try await scene.open()
            _ = try await scene.send(line, 1, [Scene.hello("teacher")])
            await scene.reception.settle()
            await scene.take(line, after: 0)
            let answer = try #require(try? await scene.answers.all[index].get())
            #expect(answer.ending == nil && !answer.frames.isEmpty)
            try await scene.lines.close(line, credentials: ["ticket-n=p1"])
        }
    }

    @Test func linesAreBoundedByAddress() async throws {
        var limits = LineLimits()
        limits.linesPerAddress = 2
        let scene = try await Scene(limits)
        let first = try await scene.open()
        _ = try await scene.open()
        await #expect(throws: LineRefusal.tooMany) { try await scene.open() }
        _ = try await scene.lines.open(cookies: "", credentials: [], address: "10.0.0.2")
        try await scene.lines.close(first, credentials: ["ticket-n=p1"])
        _ = try await scene.open()
    }

    @Test func stoppingAnswersWhoIsHeld() async throws {
        let scene = try await Scene()
        _ = try await scene.seated()
        await scene.lines.stop()
        #expect(try await scene.answers.all.last?.get().ending == .restarting)
        await #expect(throws: LineRefusal.stopping) { try await scene.open() }
    }
}

extension Reception {
    /// Returns when everybody who said hello is in or out, and what followed from it is stored.
    fileprivate func settle() async {
        while places.values.contains(where: { $0.queued != nil }) { await Task.yield() }
        await drain()
    }
}
