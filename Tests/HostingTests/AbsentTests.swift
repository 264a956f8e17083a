// Who waits at the door without being there holds no place for long.

import Testing
import Wire

@testable import Hosting
@testable import Meetings

@Suite(.timeLimit(.minutes(10))) struct AbsentTests {
    private static let bound = Instant(HostingLimits().absentAtDoorMilliseconds)

    private let clock = VirtualClock(1_000)

    /// A meeting with a lobby, in which `names` knocked.
    private func scene(_ names: [String]) async throws -> RoomScene {
        let scene = try await RoomScene(clock: clock)
        _ = try await scene.reception.submit(
            SetOptions(options: Options(lobby: true)).command, by: .person("c1"), to: "m1")
        for name in names { try await scene.join(name, name) }
        return scene
    }

    /// So much time passes, and doors are looked at.
    private func pass(_ milliseconds: Instant, _ scene: RoomScene) async {
        clock.now += milliseconds
        await scene.reception.lookAtDoors()
        await scene.reception.drain()
    }

    private func waiting(_ scene: RoomScene) async throws -> [PersonID] {
        try #require(try await scene.reception.room(of: "m1")).waiting.keys.sorted()
    }

    @Test("who knocked and never came goes when the time is over, which leads are told, and may knock again")
    func neverCame() async throws {
        let scene = try await scene(["w1"])
        await pass(0, scene)
        await pass(Self.bound - 1, scene)
        #expect(try await waiting(scene) == ["w1"])
        await pass(1, scene)
        #expect(try await waiting(scene) == [])
        #expect(await scene.heard(1).contains { $0.contains(#""waitEnded":{"person":"w1"}"#) })
        #expect(await !scene.heard(2).contains { $0.contains("waitEnded") })
        try await scene.join("w1", "w1")
        await pass(Self.bound - 1, scene)
        #expect(try await waiting(scene) == ["w1"], "whoever knocks again has all of their time")
    }

    @Test("whose device is there waits as long as it takes; the others go, and the queue moves up")
    func hereStays() async throws {
        let scene = try await scene(["w1", "w2"])
        await scene.hello(7, "w2", as: "teacher")
        await scene.ears.wait(7, for: #"{"waiting":{"position":2}}"#)
        await pass(0, scene)
        await pass(Self.bound * 3, scene)
        #expect(try await waiting(scene) == ["w2"])
        await scene.ears.wait(7, for: #"{"waiting":{"position":1}}"#)
        #expect(await scene.ears.closed[7] == nil)
    }

    @Test("whoever comes back in between has all of their time anew")
    func cameBack() async throws {
        let scene = try await scene(["w1"])
        await pass(0, scene)
        await pass(Self.bound - 1, scene)
        await scene.hello(7, "w1", as: "teacher")
        await scene.reception.closed(7)
        await pass(1, scene)
        await pass(Self.bound - 1, scene)
        #expect(try await waiting(scene) == ["w1"])
        await pass(1, scene)
        #expect(try await waiting(scene) == [])
    }

    @Test("with a second device that goes nobody is away")
    func secondDevice() async throws {
        let scene = try await scene(["w1"])
        await scene.hello(7, "w1", as: "teacher")
        await scene.hello(8, "w1", as: "teacher")
        await scene.reception.closed(7)
        await pass(0, scene)
        await pass(Self.bound, scene)
        #expect(try await waiting(scene) == ["w1"])
    }

    @Test("a server that starts gives everybody at the door their time")
    func afterRestart() async throws {
        let scene = try await scene(["w1"])
        clock.now += Self.bound * 10
        let again = Reception(
            log: scene.log, settings: FakeSettings(), doorkeeper: FakeDesk(), outlet: FakeOutlet(ears: scene.ears),
            limits: HostingLimits(), executor: scene.loop, now: { [clock] in clock.now })
        #expect(try await again.room(of: "m1")?.waiting.count == 1)
        await again.lookAtDoors()
        await again.drain()
        #expect(try await again.room(of: "m1")?.waiting.count == 1)
        clock.now += Self.bound
        await again.lookAtDoors()
        await again.drain()
        #expect(try await again.room(of: "m1")?.waiting.count == 0)
    }

    @Test("who comes back while their going is being stored is sent to the door, where they knock again")
    func race() async throws {
        let scene = try await scene(["w1"])
        await pass(0, scene)
        await scene.log.hold()
        clock.now += Self.bound
        await scene.reception.lookAtDoors()
        await scene.hello(7, "w1", as: "teacher")
        await scene.log.release()
        await scene.reception.drain()
        #expect(await scene.ears.closed[7] == .unknown)
        #expect(try await waiting(scene) == [])
    }

    @Test("a full lobby has room again once those who are not there have gone; nobody who is in goes")
    func fullLobby() async throws {
        let names = (0..<Limits.waiting).map { "w\($0)" }
        let scene = try await scene(names)
        await #expect(throws: Rejection.tooMany(limit: Limits.waiting)) { try await scene.join("late", "Late") }
        await pass(0, scene)
        await pass(Self.bound, scene)
        try await scene.join("late", "Late")
        #expect(try await waiting(scene) == ["late"])
        #expect(try await scene.host.published.people.keys.sorted() == ["c1", "p1"])
    }
}
