// A hello has a price, weighted by what there is to send; each pays for themselves, whatever address they come by.

import Testing
import Wire

@testable import Hosting
@testable import Meetings

@Suite(.timeLimit(.minutes(10))) struct GreetingTests {
    private static let burst = Int(HostingLimits().helloBurst)
    private let clock = VirtualClock(1_000)

    /// Says hello on new connections, all at once; how many were welcomed, and how many sent off as too fast.
    private func greet(
        _ scene: RoomScene, _ connections: ClosedRange<UInt64>, as who: (UInt64) -> String
    ) async -> (welcomed: Int, sentOff: Int) {
        for number in connections {
            await scene.reception.opened(number, cookies: who(number))
            let hello = #"{"hello":{"protocol":1,"meeting":"m1","as":"teacher"}}"#
            await scene.reception.received(number, Array(hello.utf8))
        }
        while true {
            let (heard, closed) = await (scene.ears.heard, scene.ears.closed)
            let welcomed = connections.count { heard[$0]?.first?.hasPrefix("{\"welcome\"") == true }
            let sentOff = connections.count { closed[$0] == .tooFast }
            if welcomed + sentOff == connections.count { return (welcomed, sentOff) }
            await Task.yield()
        }
    }

    @Test("of 100 hellos at once by one person some are heard, the rest come back later; others are not slowed by it")
    func flood() async throws {
        let scene = try await RoomScene(clock: clock)
        try await scene.join("p2", "Nia")
        let flood = await greet(scene, 101...200) { _ in "p1" }
        // One of theirs was said when the scene began.
        #expect((1..<Self.burst).contains(flood.welcomed) && flood.welcomed > Self.burst / 2)
        #expect(await greet(scene, 201...205) { _ in "p2" }.welcomed == 5)
        #expect(await greet(scene, 301...301) { _ in "p1" }.sentOff == 1)
        clock.now += Instant(Double(2 * Self.burst) / HostingLimits().hellosPerSecond * 1_000)
        #expect(await greet(scene, 302...311) { _ in "p1" }.welcomed == 10)
    }

    @Test("a school, each with two devices, is welcomed to the last")
    func school() async throws {
        let scene = try await RoomScene(clock: clock)
        for number in 0..<60 { try await scene.join("s\(number)", "Person \(number)") }
        #expect(await greet(scene, 1_000...1_119) { "s\($0 % 60)" }.welcomed == 120)
        // The same for so many that a test of all that they are told would take minutes.
        var greetings = Allowance<Greeted>(
            perSecond: HostingLimits().hellosPerSecond, burst: HostingLimits().helloBurst)
        for number in 0..<1_980 {
            let payer = Greeted.person(PersonID(rawValue: "s\(number % 990)"))
            #expect(greetings.take(payer, at: 1_000) == nil)
            greetings.owe(payer, weight: 4, at: 1_000)
        }
    }

    @Test("where there is more to send a hello weighs more")
    func weight() async throws {
        var limits = HostingLimits()
        limits.bytesOfHello = 50
        let scene = try await RoomScene(limits, clock: clock)
        _ = await greet(scene, 101...101) { _ in "p1" }
        let bytes = try #require(await scene.heard(101).first).utf8.count
        #expect(bytes > 4 * limits.bytesOfHello)
        let again = await greet(scene, 102...170) { _ in "p1" }
        #expect(again.sentOff > 0)
        #expect(await greet(scene, 171...171) { _ in "p1" }.sentOff == 1)
    }

    @Test("walls of a meeting pay together, and not for its people")
    func walls() async throws {
        let scene = try await RoomScene(door: WallDesk(), clock: clock)
        #expect(await greet(scene, 101...200) { _ in "wall" }.sentOff > 0)
        #expect(await greet(scene, 201...201) { _ in "p1" }.welcomed == 1)
    }

    @Test("hellos again on one open connection are counted like any")
    func again() async throws {
        let scene = try await RoomScene(clock: clock)
        for _ in 0..<Self.burst * 2 {
            await scene.reception.received(2, Array(#"{"hello":{"protocol":1,"meeting":"m1","as":"teacher"}}"#.utf8))
        }
        while await scene.ears.closed[2] == nil { await Task.yield() }
        #expect(await scene.ears.closed[2] == .tooFast)
    }
}

/// Whoever is called wall is a wall.
private struct WallDesk: Doorkeeper {
    func identify(_ hello: Hello, cookies: String) async -> Result<Admission, CloseReason> {
        guard cookies != "wall" else { return .success(Admission(meeting: "m1", person: nil)) }
        return await FakeDesk().identify(hello, cookies: cookies)
    }
}
