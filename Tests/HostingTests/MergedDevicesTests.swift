// Knows what becomes of the devices of two entries that are one person: they go on as the kept one, at once and when
// they come back, and what they had sent already is not stored twice.

import Testing
import Wire

@testable import Hosting
@testable import Meetings

@Suite(.timeLimit(.minutes(10))) struct MergedDevicesTests {
    /// Siân (connection 2), and Siân again on another device (connection 3), joined by the coordinator.
    private func scene(before: (RoomScene) async -> Void = { _ in }) async throws -> RoomScene {
        let scene = try await RoomScene()
        try await scene.join("p2", "Siân")
        await scene.hello(3, "p2", as: "teacher")
        await before(scene)
        await scene.say(1, "merge", #"{"mergePerson":{"person":"p2","into":"p1"}}"#)
        await scene.ears.wait(1, for: #"{"ack":{"id":"merge""#)
        await scene.ears.wait(3, for: #""person":"p1""#)
        return scene
    }

    private func count(_ scene: RoomScene, _ text: String) async throws -> Int {
        try await scene.host.published.messages.count { $0.text == text && $0.author == "p1" }
    }

    @Test("the other device is told who it is, and what it says is said by the kept one")
    func goesOn() async throws {
        let scene = try await scene()
        await scene.say(3, "one", #"{"postMessage":{"text":"Bore da"}}"#)
        await scene.ears.wait(3, for: #"{"ack":{"id":"one""#)
        #expect(try await count(scene, "Bore da") == 1)
    }

    @Test("while one of their devices is here they are")
    func staysPresent() async throws {
        let scene = try await scene()
        await scene.reception.closed(2)
        await scene.post("later", "Later")
        #expect(try await scene.host.published.people["p1"]?.isPresent == true)
        await scene.reception.closed(3)
        await scene.post("last", "Last")
        #expect(try await scene.host.published.people["p1"]?.isPresent == false)
    }

    @Test("who comes back by the old ticket is the kept one")
    func comesBack() async throws {
        let scene = try await scene()
        await scene.reception.closed(3)
        await scene.hello(4, "p2", as: "teacher")
        let welcome = try #require(await scene.heard(4).first)
        #expect(welcome.contains(#""person":"p1""#))
    }

    @Test("a command that was stored before is answered again and not stored again")
    func onlyOnce() async throws {
        let scene = try await scene { scene in
            await scene.say(3, "same", #"{"postMessage":{"text":"Once"}}"#)
            await scene.ears.wait(3, for: #"{"ack":{"id":"same""#)
        }
        await scene.reception.closed(3)
        await scene.hello(4, "p2", as: "teacher")
        await scene.say(4, "same", #"{"postMessage":{"text":"Once"}}"#)
        await scene.ears.wait(4, for: #"{"ack":{"id":"same""#)
        #expect(try await scene.host.published.messages.count { $0.text == "Once" } == 1)
    }

    @Test("a claim is told to whom it names and to leads, and to nobody else")
    func claim() async throws {
        let scene = try await RoomScene()
        try await scene.join("p2", "siân")
        try await scene.join("p3", "Nia")
        await scene.hello(3, "p2", as: "teacher")
        await scene.hello(4, "p3", as: "teacher")
        await scene.say(3, "claim", #"{"claimEntry":{"other":"p1"}}"#)
        await scene.ears.wait(3, for: #"{"ack":{"id":"claim""#)
        await scene.ears.wait(2, for: #""claimedBy":["p2"]"#)
        await scene.ears.wait(1, for: #""entryClaimed""#)
        await scene.post("after", "After")
        await scene.ears.wait(4, for: "After")
        #expect(await !scene.heard(4).contains { $0.contains("laim") })
    }
}
