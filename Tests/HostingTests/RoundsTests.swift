// Knows that groups come back by themselves: given a round with a time of its own, when it is over and a moment more,
// then everybody is told, once; a server that starts again knows it too.

import Testing
import Wire

@testable import Hosting
@testable import Meetings

@Suite(.timeLimit(.minutes(10))) struct RoundsTests {
    private let clock = VirtualClock(1_000)

    private func scene(_ seconds: Int) async throws -> RoomScene {
        let scene = try await RoomScene(clock: clock)
        await scene.say(
            1, "form",
            #"{"formGroups":{"plan":{"groups":[{"members":["p1"],"roles":{},"texts":{}}],"timeboxSeconds":\#(seconds),"#
                + #""draw":{"choice":"byHand","seed":0,"iterations":0,"engine":"","points":0,"isEdited":false}}}}"#)
        await scene.ears.wait(1, for: #"{"ack":{"id":"form""#)
        return scene
    }

    private func look(_ milliseconds: Instant, _ reception: Reception) async {
        clock.now += milliseconds
        await reception.lookAtRounds()
        await reception.drain()
    }

    private func ends(_ scene: RoomScene) async -> Int {
        await scene.heard(2).count { $0.contains("groupsEnded") }
    }

    @Test("in its time and for a sentence more they work; then all are told, once")
    func ends() async throws {
        let scene = try await scene(180)
        await look(180_000, scene.reception)
        #expect(await ends(scene) == 0)
        await look(29_999, scene.reception)
        #expect(await ends(scene) == 0)
        await look(1, scene.reception)
        #expect(await ends(scene) == 1)
        await look(60_000, scene.reception)
        #expect(await ends(scene) == 1)
        #expect(await scene.heard(2).contains { $0.contains(#""harvest""#) })
    }

    @Test("what a lead gives more is theirs")
    func more() async throws {
        let scene = try await scene(180)
        await scene.say(1, "more", #"{"adjustRound":{"seconds":60}}"#)
        await scene.ears.wait(1, for: #"{"ack":{"id":"more""#)
        await look(210_000, scene.reception)
        #expect(await ends(scene) == 0)
        await look(60_000, scene.reception)
        #expect(await ends(scene) == 1)
    }

    @Test("another server that reads the log goes on where this one was")
    func again() async throws {
        let scene = try await scene(180)
        let again = Reception(
            log: scene.log, settings: FakeSettings(), doorkeeper: FakeDesk(), outlet: FakeOutlet(ears: scene.ears),
            limits: HostingLimits(), executor: scene.loop, now: { [clock] in clock.now })
        #expect(try await again.room(of: "m1")?.round != nil)
        await look(180_000, again)
        #expect(try await again.room(of: "m1")?.round != nil)
        await look(30_000, again)
        #expect(try await again.room(of: "m1")?.round == nil)
    }
}
