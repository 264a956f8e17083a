// What was sent behind something for which the connection is closed is not carried out, even where it had to wait.

import Hosting
import Sockets
import Testing

@testable import Meetings

@Suite(.timeLimit(.minutes(10))) struct ClosingTests {
    private static func post(_ text: String) -> String {
        #"{"command":{"id":"\#(text)","do":{"postMessage":{"text":"\#(text)"}}}}"#
    }

    /// Sends a hello and, before it is looked up, what is given; returns once the room has heard all of it.
    private func burst(_ scene: RoomScene, _ who: String, _ texts: [String]) async {
        let (reception, loop) = (scene.reception, scene.loop)
        let hello = #"{"hello":{"protocol":1,"meeting":"m1","as":"teacher"}}"#
        await OnLoop(loop: loop).run {
            reception.assumeIsolated { reception in
                reception.opened(7, cookies: who)
                for text in [hello] + texts { reception.received(7, Array(text.utf8)) }
            }
        }
    }

    @Test func nothingBehindAFault() async throws {
        let scene = try await RoomScene()
        await burst(scene, "p1", [Self.post("before"), "{]", Self.post("after"), Self.post("later")])
        await scene.ears.wait(7, for: #"{"fault""#)
        await scene.post("last", "last")
        let texts = try #require(await scene.reception.room(of: "m1")).messages.compactMap(\.text)
        #expect(texts == ["before", "last"])
        #expect(await scene.ears.closed[7] == .protocolFault)
    }

    @Test func nothingBehindARemoval() async throws {
        let scene = try await RoomScene()
        await scene.say(1, "out", #"{"remove":{"person":"p1"}}"#)
        await scene.ears.wait(1, for: #"{"ack":{"id":"out""#)
        await burst(scene, "p1", [Self.post("after")])
        await scene.ears.wait(7, for: #"{"bye""#)
        await scene.post("last", "last")
        let texts = try #require(await scene.reception.room(of: "m1")).messages.compactMap(\.text)
        #expect(texts == ["last"])
        #expect(await !scene.heard(7).contains { $0.contains("nack") })
    }

    @Test func nothingBehindTooMuch() async throws {
        var limits = HostingLimits()
        (limits.commandBurst, limits.commandsPerSecond, limits.slowDownsBeforeClosing) = (1, 0.001, 1)
        let scene = try await RoomScene(limits)
        await burst(scene, "p1", (0..<6).map { Self.post("m\($0)") })
        await scene.ears.wait(7, for: #"{"nack""#)
        await scene.ears.wait(1, for: #""text":"m0""#)
        #expect(await scene.ears.closed[7] == .tooFast)
        #expect(await scene.heard(7).filter { $0.contains("nack") }.count == 1)
    }
}

/// Runs something on the loop in one go.
private actor OnLoop {
    private let loop: EventLoop
    nonisolated var unownedExecutor: UnownedSerialExecutor { loop.asUnownedSerialExecutor() }

    init(loop: EventLoop) { self.loop = loop }

    func run(_ work: @Sendable () -> Void) { work() }
}
