// After a commit has failed a room is what its log is; what nobody knows is called neither a yes nor a no; a room that
// cannot be read is there all the same.

import Foundation
import Log
import MemoryLog
import Synchronization
import Testing

@testable import Hosting
@testable import Meetings

@Suite(.timeLimit(.minutes(10))) struct RecoveringTests {
    private static func post(_ text: String) -> String { #"{"postMessage":{"text":"\#(text)"}}"# }

    private func other(_ scene: RoomScene, onUnreadable: @escaping @Sendable (String, any Error) -> Void = { _, _ in })
        -> Reception
    {
        Reception(
            log: scene.log, settings: FakeSettings(), doorkeeper: FakeDesk(), outlet: FakeOutlet(ears: scene.ears),
            limits: HostingLimits(), executor: scene.loop, now: { 2_000 }, onUnreadable: onUnreadable)
    }

    @Test func whatSomebodyElseHasWrittenIsTakenOver() async throws {
        let scene = try await RoomScene()
        let second = other(scene)
        _ = try await second.submit(LockRoom().command, by: .system, to: "m1")
        await scene.say(2, "a", Self.post("on top of what is not so"))
        await scene.ears.wait(2, for: #""nack":{"code":50,"id":"a""#)
        // Everybody has the room as it is stored.
        await scene.ears.wait(1, for: #""isLocked":true"#)
        await scene.say(2, "a", Self.post("on top of what is so"))
        await scene.ears.wait(2, for: #""ack":{"id":"a""#)
        let room = try #require(try await scene.reception.room(of: "m1"))
        #expect(room.details.isLocked && room.messages.map(\.text) == ["on top of what is so"])
        #expect(room == Room(replaying: try await scene.log.entries("m1").map { try Entry($0) }))
    }

    @Test func aCommandThatTheStoreRemembersIsAnsweredByIt() async throws {
        let scene = try await RoomScene()
        let command = Command.chat(.postMessage(PostMessage(text: "by another way", re: nil)))
        let stamp = CommandStamp(actor: "p1", id: "a", bodyHash: Fingerprint.of(command))
        let last = try #require(try await scene.reception.room(of: "m1")).sequence
        // It is stored and has no entries: the log is as long as before.
        let known = Submission(stream: "m1", expectedSequence: last, entries: [], command: stamp)
        #expect(await scene.log.append([known]) == [.success(last)])
        await scene.say(2, "a", Self.post("by another way"))
        await scene.ears.wait(2, for: #""nack":{"code":50,"id":"a""#)
        await scene.say(2, "a", Self.post("by another way"))
        await scene.ears.wait(2, for: #""ack":{"id":"a","sequence":\#(last)}"#)
    }

    @Test func whatNobodyKnowsIsNoNo() async throws {
        let scene = try await RoomScene()
        await scene.log.hold()
        await scene.log.failNext(with: .fatal("fsync"))
        await scene.say(2, "a", Self.post("perhaps"))
        await scene.log.release()
        await scene.reception.drain()
        await scene.say(2, "b", Self.post("after it"))
        await scene.reception.sayStorageFailed()
        await scene.ears.wait(2, for: #"{"bye":{"reason":"storageFailed"}}"#)
        await scene.ears.wait(1, for: #"{"bye":{"reason":"storageFailed"}}"#)
        #expect(await !scene.heard(2).contains { $0.contains("nack") || $0.contains(#""ack":{"id":"a""#) })
        #expect(await !scene.heard(1).contains { $0.contains("perhaps") })
        // Whoever asks by HTTP is told that it failed.
        await #expect(throws: Rejection.storageFailed) { try await scene.join("p2", "Owain") }
    }

    @Test func nobodyIsAbsentBecauseTheirComingFailed() async throws {
        let scene = try await RoomScene()
        await scene.reception.closed(2)
        await scene.ears.wait(1, for: "presenceEnded")
        await scene.log.holdReads()
        await scene.log.failNext()
        await scene.hello(3, "p1", as: "teacher")
        await scene.log.waitForReader()
        await scene.say(3, "a", Self.post("I am here"))
        await scene.log.releaseReads()
        await scene.ears.wait(3, for: #""ack":{"id":"a""#)
        #expect(try await scene.reception.room(of: "m1")?.people[PersonID(rawValue: "p1")]?.isPresent == true)
    }

    @Test func aLogThatCannotBeReadAgainIsTriedWithTheNextCommand() async throws {
        let scene = try await RoomScene()
        await scene.log.breakReads()
        await scene.log.failNext()
        await scene.say(2, "a", Self.post("lost"))
        await scene.ears.wait(2, for: #""nack":{"code":50,"id":"a""#)
        await scene.say(2, "b", Self.post("not yet"))
        await scene.ears.wait(2, for: #""nack":{"code":50,"id":"b""#)
        // The room is still shown.
        await scene.hello(3, "p1", as: "teacher")
        await scene.log.breakReads(false)
        await scene.say(2, "c", Self.post("now"))
        await scene.ears.wait(2, for: #""ack":{"id":"c""#)
        let room = try #require(try await scene.reception.room(of: "m1"))
        #expect(room.messages.map(\.text) == ["now"])
    }

    @Test func aRoomThatCannotBeReadIsNotUnknown() async throws {
        let scene = try await RoomScene()
        let told = Mutex<[String]>([])
        let again = other(scene) { meeting, _ in told.withLock { $0.append(meeting) } }
        await scene.log.breakReads()
        await #expect(throws: Rejection.storageFailed) { try await again.room(of: "m1") }
        await #expect(throws: Rejection.storageFailed) {
            try await again.submit(LockRoom().command, by: .system, to: "m1")
        }
        await again.opened(9, cookies: "p1")
        await again.received(9, Array(#"{"hello":{"protocol":1,"meeting":"m1","as":"teacher"}}"#.utf8))
        await scene.ears.wait(9, for: #"{"bye":{"reason":"storageFailed"}}"#)
        #expect(await scene.ears.closed[9] == .restarting)
        #expect(told.withLock { $0 } == ["m1", "m1", "m1"])
        await scene.log.breakReads(false)
        #expect(try await again.room(of: "m1") != nil)
    }
}
