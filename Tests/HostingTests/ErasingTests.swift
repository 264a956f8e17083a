// Whoever is erased is out, and a room in memory is what is left of its log: nobody is told of what has gone, and what
// others send meanwhile is neither lost nor done twice.

import Foundation
import Log
import MemoryLog
import Sockets
import Testing
import Wire

@testable import Hosting
@testable import Meetings

@Suite(.timeLimit(.minutes(10))) struct ErasingTests {
    private func erase(_ scene: RoomScene) async throws {
        try await scene.reception.erase("p1", from: "m1")
        try await scene.reception.reread("m1")
    }

    @Test("what is in memory is what is left of the log, and everybody is shown it")
    func forgetting() async throws {
        let scene = try await RoomScene()
        await scene.say(2, "a", #"{"postMessage":{"text":"canary"}}"#)
        await scene.ears.wait(2, for: #""ack":{"id":"a""#)
        await scene.post("b", "stays")
        let heard = await scene.heard(1).count
        try await erase(scene)
        await scene.ears.wait(2, for: #"{"bye":{"reason":"forgotten"}}"#)
        let after = await scene.heard(1).dropFirst(heard)
        #expect(after.contains { $0.contains(#""welcome""#) && $0.contains("stays") })
        #expect(!after.contains { $0.contains("canary") || $0.contains("Siân") })
        let stored = try await scene.log.entries("m1").map { try Entry($0) }
        let live = try await scene.host.published
        #expect(live == Room(replaying: stored))
        #expect(live.people["p1"] == nil && live.messages.map(\.text) == [nil, "stays"])
    }

    @Test("a room whose log has gone meanwhile leaves memory, and whoever is there is told so")
    func goneLog() async throws {
        let scene = try await RoomScene()
        await scene.log.remove(meeting: "m1")
        try await scene.reception.reread("m1")
        #expect(await scene.reception.host(inMemory: "m1") == nil)
        for connection in [UInt64(1), 2] {
            #expect(await scene.heard(connection).last == #"{"bye":{"reason":"gone"}}"#)
            #expect(await scene.ears.closed[connection] == .noMeeting)
        }
    }

    @Test("a meeting that is not in the list is gone; one of which nobody knows is not")
    func goneMeeting() async throws {
        let scene = try await RoomScene()
        for (answer, isGone) in [(ListAnswer.there, false), (.none, true), (.failure, false)] {
            let reception = Reception(
                log: scene.log, settings: OneAnswer(answer: answer), doorkeeper: FakeDesk(),
                outlet: FakeOutlet(ears: scene.ears), limits: HostingLimits(), executor: scene.loop, now: { 0 })
            #expect(await reception.isGone("m1") == isGone, "\(answer)")
        }
    }

    private enum ListAnswer { case there, none, failure }

    private struct OneAnswer: RoomSettings {
        let answer: ListAnswer

        func setting(of meeting: String) throws -> RoomSetting? {
            switch answer {
            case .there: FakeSettings().setting(of: meeting)
            case .none: nil
            case .failure: throw Rejection.storageFailed
            }
        }
    }

    @Test("whoever comes back after it is shown the room anew, and whoever was erased is not let in")
    func comingBack() async throws {
        let scene = try await RoomScene()
        await scene.say(2, "a", #"{"postMessage":{"text":"canary"}}"#)
        await scene.ears.wait(2, for: #""ack":{"id":"a""#)
        let host = try await scene.host
        let (epoch, last) = (await host.epoch, await host.published.sequence)
        await scene.reception.closed(1)
        try await erase(scene)
        await scene.reception.closed(2)
        await scene.hello(3, "c1", as: "coordinator", since: #","epoch":"\#(epoch)","sequence":\#(last)"#)
        let welcome = try #require(await scene.heard(3).first)
        #expect(welcome.contains(#""resumed":false"#) && !welcome.contains("canary"))
        await scene.reception.opened(4, cookies: "p1")
        await scene.reception.received(4, Array(#"{"hello":{"protocol":1,"meeting":"m1","as":"teacher"}}"#.utf8))
        await scene.ears.wait(4, for: #"{"bye":{"reason":"unknown"}}"#)
        await #expect(throws: Rejection.shutOut) { try await scene.join("p1", "Siân") }
    }

    @Test("what was on its way when somebody was erased goes with them")
    func onItsWay() async throws {
        let scene = try await RoomScene()
        await scene.log.hold()
        await scene.say(2, "a", #"{"postMessage":{"text":"canary"}}"#)
        await scene.say(1, "b", #"{"postMessage":{"text":"stays"}}"#)
        let erasing = Task { try await erase(scene) }
        await scene.log.release()
        try await erasing.value
        let texts = try await scene.host.published.messages.map(\.text)
        #expect(texts == [nil, "stays"])
        await scene.say(2, "c", #"{"postMessage":{"text":"canary again"}}"#)
        await scene.post("d", "after")
        #expect(try await scene.host.published.messages.map(\.text) == [nil, "stays", "after"])
    }

    @Test("what is sent while the room is read again is stored once, in order, and answered")
    func meanwhile() async throws {
        let scene = try await RoomScene()
        let writing = Task {
            for number in 1...15 { await scene.say(1, "n\(number)", #"{"postMessage":{"text":"\#(number)"}}"#) }
        }
        for _ in 1...5 { try await scene.reception.reread("m1") }
        try await erase(scene)
        await writing.value
        for number in 1...15 { await scene.ears.wait(1, for: #""ack":{"id":"n\#(number)""#) }
        let live = try await scene.host.published
        #expect(live.messages.compactMap(\.text) == (1...15).map(String.init))
        #expect(live == Room(replaying: try await scene.log.entries("m1").map { try Entry($0) }))
    }

    @Test("erasing twice is one fact, and a room that nobody needs is not loaded for being read again")
    func twice() async throws {
        let scene = try await RoomScene()
        try await erase(scene)
        try await erase(scene)
        let kinds = try await scene.log.entries("m1").map(\.kind)
        #expect(kinds.filter { $0 == "personErased" }.count == 1)
        try await scene.reception.reread("m2")
        #expect(await scene.reception.host(inMemory: "m2") == nil)
    }
}
