// Who takes part is told to leads and to nobody else, a burst at once, and stands in no log.

import Testing
import Wire

@testable import Hosting
@testable import Meetings

@Suite(.timeLimit(.minutes(10))) struct PanelTellingTests {
    /// Siân is connection 2, Owain 3, a guest 4, a wall 5.
    private func scene() async throws -> RoomScene {
        let scene = try await RoomScene()
        try await scene.join("p2", "Owain")
        await scene.hello(3, "p2", as: "teacher")
        let guest = Join(
            person: "gus", role: .guest, mode: .remote, tier: .pseudonymous, name: "Gus", school: nil
        ).command
        _ = try await scene.reception.submit(guest, by: .system, to: "m1")
        await scene.hello(4, "gus", as: "teacher")
        await scene.hello(5, "p1", as: "wall")
        await scene.reception.drain()
        await scene.reception.lookAtRounds()
        return scene
    }

    private func panels(_ connection: UInt64, _ scene: RoomScene) async -> [String] {
        await scene.heard(connection).filter { $0.hasPrefix(#"{"panel""#) }
    }

    @Test("leads are told when something has changed, once for all of it; nothing is stored")
    func told() async throws {
        let scene = try await scene()
        await scene.ears.wait(1, for: #""quiet":["p1","p2"]"#)
        let before = await panels(1, scene).count
        await scene.say(2, "one", #"{"postMessage":{"text":"Bore da"}}"#)
        await scene.ears.wait(2, for: #"{"ack":{"id":"one""#)
        await scene.say(2, "two", #"{"raiseHand":{}}"#)
        await scene.ears.wait(2, for: #"{"ack":{"id":"two""#)
        #expect(await panels(1, scene).count == before, "not for each act")
        let stored = await scene.log.stored.count
        await scene.reception.lookAtRounds()
        await scene.ears.wait(1, for: #""quiet":["p2"]"#)
        #expect(await panels(1, scene).count == before + 1)
        // Nothing of it has changed: nothing is said.
        await scene.say(2, "three", #"{"postMessage":{"text":"Eto"}}"#)
        await scene.ears.wait(2, for: #"{"ack":{"id":"three""#)
        await scene.reception.lookAtRounds()
        #expect(await panels(1, scene).count == before + 1)
        #expect(await scene.log.stored.count == stored + 1)
    }

    @Test("a lead who comes in is told; nobody else ever is; it is gone with the end of the meeting")
    func audience() async throws {
        let scene = try await scene()
        await scene.hello(9, "c1", as: "coordinator")
        await scene.ears.wait(9, for: #"{"panel":{"call":"#)
        await scene.say(1, "end", #"{"endMeeting":{}}"#)
        await scene.ears.wait(1, for: #"{"ack":{"id":"end""#)
        await scene.reception.drain()
        await scene.reception.lookAtRounds()
        #expect(await panels(1, scene).last?.contains(#""quiet":[]"#) == true)
        for connection in UInt64(2)...5 {
            #expect(await panels(connection, scene).isEmpty)
            #expect(await !scene.heard(connection).contains { $0.contains("quiet") || $0.contains("unseen") })
            #expect(await !scene.heard(connection).isEmpty)
        }
    }

    @Test("who was heard before the server went is heard after it, also by what names nobody but its actor")
    func restart() async throws {
        let scene = try await scene()
        await scene.say(2, "one", #"{"postMessage":{"text":"Bore da"}}"#)
        await scene.ears.wait(2, for: #"{"ack":{"id":"one""#)
        let loaded = try await scene.log.room(
            "m1", RoomSetting(network: "n1", links: nil, card: nil), newest: 5)
        #expect(loaded.hearing == (try await scene.host.hearing))
        #expect(loaded.hearing.heard == ["p1"])
    }
}
