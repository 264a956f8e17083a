// What the log says after a server was killed: who was here has gone when that server last gave a sign of life.

import MemoryLog
import Testing
import Wire

@testable import Hosting
@testable import Meetings

@Suite(.timeLimit(.minutes(10))) struct WakingTests {
    private static let hour: Instant = 3_600_000

    /// The same log before another server, at a later time.
    private static func restarted(_ scene: RoomScene, at instant: Instant) async throws -> Reception {
        let again = Reception(
            log: scene.log, settings: FakeSettings(), doorkeeper: FakeDesk(), outlet: FakeOutlet(ears: scene.ears),
            limits: HostingLimits(), executor: scene.loop, now: { instant })
        _ = try await again.room(of: "m1")
        await again.drain()
        return again
    }

    private static func ends(_ scene: RoomScene) async throws -> [String: Instant] {
        let entries = try await scene.log.entries("m1").map { try Entry($0) }
        return entries.reduce(into: [:]) { ends, entry in
            guard case .door(.presenceEnded(let fact)) = entry.event else { return }
            ends[fact.person.rawValue] = entry.at
        }
    }

    /// When the server last lived, when another one looks, and when the presence ended. The last entry is of 1,000.
    static let cases: [(name: String, lastSign: Instant, now: Instant, end: Instant)] = [
        ("soon", 3_000, 4_000, 3_000), ("twenty hours later", 3_000, 20 * hour, 3_000),
        ("after a silent hour", 1_000 + hour, 21 * hour, 1_000 + hour),
        ("no sign since the last entry", 500, 20 * hour, 1_000),
        ("a clock that was an hour ahead", 2 * hour, hour, 2 * hour),
    ]

    @Test("given a kill, when the room is loaded, then presence ended at the last sign of life", arguments: cases)
    func lastSign(_ line: (name: String, lastSign: Instant, now: Instant, end: Instant)) async throws {
        let scene = try await RoomScene()
        await scene.log.killServer(lastAlive: line.lastSign)
        let room = try #require(try await Self.restarted(scene, at: line.now).room(of: "m1"))
        #expect(room.people.values.allSatisfy { !$0.isPresent }, "\(line.name)")
        #expect(try await Self.ends(scene) == ["c1": line.end, "p1": line.end], "\(line.name)")
    }

    @Test(
        "who was checked in, and whoever had the floor, goes on over a pause and not over a night",
        arguments: [false, true])
    func checkedIn(_ isLong: Bool) async throws {
        let scene = try await RoomScene()
        let bring = BringIn(
            person: "p9", by: "c1", mode: .phoneIn, tier: .pseudonymous, name: "Nia", school: nil
        ).command
        _ = try await scene.reception.submit(bring, by: .system, to: "m1")
        await scene.say(2, "t", #"{"startTurn":{}}"#)
        await scene.ears.wait(2, for: #"{"ack":{"id":"t""#)
        await scene.log.killServer(lastAlive: 60_000)
        let room = try #require(try await Self.restarted(scene, at: isLong ? 20 * Self.hour : 120_000).room(of: "m1"))
        #expect(room.people["p9"]?.isPresent == !isLong)
        #expect((room.turn == nil) == isLong)
        if isLong {
            #expect(try await Self.ends(scene)["p9"] == 60_000)
            #expect(room.talk["p1"]?.milliseconds == 59_000)
        }
    }

    @Test("the same server that loads a room again ends presences now")
    func ownLife() async throws {
        let scene = try await RoomScene()
        _ = try await Self.restarted(scene, at: 9_000)
        #expect(try await Self.ends(scene) == ["c1": 9_000, "p1": 9_000])
    }

    @Test("who was left out of groups on purpose is not seated after a restart; who came late is")
    func leftOutStaysOut() async throws {
        let scene = try await RoomScene()
        try await scene.join("p2", "Nia")
        await scene.hello(3, "p2", as: "teacher")
        await scene.ears.wait(1, for: #""presenceBegan":{"mode":"remote","person":"p2"}"#)
        await scene.say(
            1, "g",
            #"{"formGroups":{"plan":{"groups":[{"members":["p1"],"roles":{},"texts":{}}],"draw":{"choice":"mix","seed":0,"iterations":0,"engine":"","points":0,"isEdited":false}}}}"#
        )
        await scene.ears.wait(1, for: #"{"ack":{"id":"g""#)
        try await scene.join("p3", "Ola")
        await scene.log.killServer(lastAlive: 2_000)
        let again = try await Self.restarted(scene, at: 3_000)
        // Who came late waits until somebody is in a group again.
        for (number, who) in [(UInt64(11), "c1"), (12, "p2"), (13, "p3"), (14, "p1")] {
            await again.opened(number, cookies: who)
            let claim = who == "c1" ? "coordinator" : "teacher"
            await again.received(number, Array(#"{"hello":{"protocol":1,"meeting":"m1","as":"\#(claim)"}}"#.utf8))
            await scene.ears.wait(number, for: #"{"welcome""#)
        }
        await scene.ears.wait(11, for: #""peopleMoved""#)
        await again.drain()
        let room = try #require(try await again.room(of: "m1"))
        #expect(room.people["p2"]?.isPresent == true && room.seat(of: "p2") == nil)
        #expect(room.seat(of: "p3") != nil)
    }
}
