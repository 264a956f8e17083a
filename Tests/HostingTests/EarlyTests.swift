// Who waits for the opening is seen by leads, for as long as their page says so; nothing of it is stored.

import Testing
import Wire

@testable import Hosting
@testable import Meetings

@Suite(.timeLimit(.minutes(10))) struct EarlyTests {
    private static let limits = HostingLimits()
    private let clock = VirtualClock(1_000)

    private func word(_ device: String, _ name: String = "Siân", from address: String = "a") -> EarlyWord {
        EarlyWord(device: device, address: address, name: name, school: nil, mode: .remote)
    }

    private func at(_ steady: Instant) -> TimeReading { TimeReading(steady: steady, wall: steady + 5_000) }

    /// A planned meeting, whose lead is connection 9.
    private func scene() async throws -> RoomScene {
        let scene = try await RoomScene(clock: clock)
        let plan = Plan(
            title: "Later", plannedStart: nil, zone: "Europe/London", options: Options(),
            segments: [SegmentPlan(kind: .talk, title: "Talk", timeboxSeconds: 600)]
        ).command
        _ = try await scene.reception.submit(plan, by: .system, to: "m2")
        await greet(9, "c1", "coordinator", scene)
        return scene
    }

    private func greet(_ connection: UInt64, _ who: String, _ claim: String, _ scene: RoomScene) async {
        await scene.reception.opened(connection, cookies: who)
        let hello = #"{"hello":{"protocol":1,"meeting":"m2","as":"\#(claim)"}}"#
        await scene.reception.received(connection, Array(hello.utf8))
        await scene.ears.wait(connection, for: #"{"welcome""#)
    }

    private func list(_ connection: UInt64, _ scene: RoomScene) async -> String? {
        await scene.heard(connection).last { $0.hasPrefix(#"{"early""#) }
    }

    @Test("a page is on the list once, with what it said last, the longest first")
    func once() {
        var book = EarlyBook()
        let said: [(EarlyWord, Bool)] = [
            (word("1"), true), (word("1"), false), (word("2", "Amir"), true), (word("1", "Siân J"), true),
            (word("1", "Siân J"), false),
        ]
        for (step, (word, isNews)) in said.enumerated() {
            let told = book.note(word, at: at(Instant(step)), Self.limits)
            #expect(told == isNews, "\(step)")
        }
        #expect(book.callers.map(\.name) == ["Siân J", "Amir"])
        #expect(book.callers.map(\.since) == [5_000, 5_002], "since they came, by the clock people see")
        #expect(book.knows(word("1", "Siân J")) && !book.knows(word("1")))
    }

    @Test("a list has an end, and an address its share of it")
    func bounds() {
        var limits = Self.limits
        (limits.earlyCallers, limits.earlyCallersPerAddress) = (3, 2)
        var book = EarlyBook()
        for (device, address, isIn) in [
            ("1", "a", true), ("2", "a", true), ("3", "a", false), ("3", "b", true), ("4", "c", false),
        ] {
            let told = book.note(word(device, from: address), at: at(0), limits)
            #expect(told == isIn, "\(device)")
        }
        let gone = [book.strike("1"), book.strike("1")]
        #expect(gone == [true, false])
        let next = book.note(word("4", from: "c"), at: at(0), limits)
        #expect(next, "there is a place again")
    }

    @Test("whose page says nothing any more is gone when the time is over")
    func silence() {
        var book = EarlyBook()
        let bound = Instant(Self.limits.earlySilenceMilliseconds)
        _ = book.note(word("1"), at: at(0), Self.limits)
        _ = book.note(word("2"), at: at(1), Self.limits)
        var left: [Int] = []
        for moment in [bound - 1, bound, bound + 1] {
            let isNews = book.expire(at: moment, Self.limits)
            #expect(isNews == (moment >= bound))
            left.append(book.callers.count)
        }
        #expect(left == [2, 1, 0])
    }

    @Test("leads are told as it changes and when they come in, nobody else is, and the log has nothing of it")
    func told() async throws {
        let scene = try await scene()
        let before = try #require(await scene.reception.room(of: "m2")).sequence
        #expect(await list(9, scene) == nil)
        try await scene.reception.note(word("1"), at: "m2")
        await scene.ears.wait(9, for: #"{"early":{"people":[{"id":"e1","mode":"remote","name":"Siân","since":1000}]}}"#)
        await greet(8, "c1", "coordinator", scene)
        await scene.ears.wait(8, for: #"{"early":{"people":[{"id":"e1""#)
        await scene.reception.strike(early: "1", at: "m2")
        await scene.ears.wait(9, for: #"{"early":{"people":[]}}"#)
        #expect(try await scene.reception.room(of: "m2")?.sequence == before)
        #expect(await list(2, scene) == nil)
    }

    @Test("a meeting that is open, and one that is over, have no list; whoever opens sees it go")
    func opened() async throws {
        let scene = try await scene()
        try await scene.reception.note(word("1"), at: "m2")
        await scene.ears.wait(9, for: #"{"early":{"people":[{"id":"e1""#)
        await scene.say(9, "open", #"{"openMeeting":{}}"#)
        await scene.ears.wait(9, for: #"{"early":{"people":[]}}"#)
        try await scene.reception.note(word("1"), at: "m2")
        #expect(await !scene.reception.knows(word("1"), at: "m2"))
    }

    @Test("a room with nobody in it is kept for those who wait, and let go with the last of them")
    func kept() async throws {
        let scene = try await scene()
        await scene.reception.closed(9)
        try await scene.reception.note(word("1"), at: "m2")
        #expect(await scene.reception.isInMemory("m2"))
        clock.now += Instant(Self.limits.earlySilenceMilliseconds)
        await scene.reception.lookAtDoors()
        #expect(await !scene.reception.isInMemory("m2"))
        try await scene.reception.note(word("1"), at: "m2")
        await scene.reception.strike(early: "1", at: "m2")
        #expect(await !scene.reception.isInMemory("m2"))
    }
}
