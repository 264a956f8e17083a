// Commit, then publish: nothing is said before it is durable, what fails is said to nobody, whoever comes back gets
// exactly what they missed.

import Foundation
import MemoryLog
import Sockets
import Testing
import Wire

@testable import Hosting
@testable import Meetings

@Suite(.timeLimit(.minutes(10))) struct HostTests {
    private static func post(_ text: String) -> String { #"{"postMessage":{"text":"\#(text)"}}"# }

    @Test func nothingIsSaidBeforeItIsDurable() async throws {
        let scene = try await RoomScene()
        await scene.log.hold()
        await scene.say(2, "a", Self.post("Bore da"))
        await scene.say(1, "b", Self.post("Hello"))
        // The ping is answered at once: everything said until here has been heard.
        await scene.reception.received(1, Array(#"{"ping":{"sent":1}}"#.utf8))
        await scene.ears.wait(1, for: #"{"pong""#)
        #expect(await !scene.heard(1).contains { $0.contains("Bore da") || $0.contains(#""ack":{"id":"b""#) })
        #expect(await !scene.heard(2).contains { $0.contains(#""ack":{"id":"a""#) })
        await scene.log.release()
        await scene.ears.wait(1, for: #""ack":{"id":"b""#)
        await scene.ears.wait(2, for: #""ack":{"id":"a""#)
        #expect(await scene.heard(1).contains { $0.contains("Bore da") })
    }

    @Test func theSameCommandTwiceIsStoredOnce() async throws {
        let scene = try await RoomScene()
        await scene.log.hold()
        for _ in 0..<3 { await scene.say(2, "a", Self.post("once")) }
        await scene.log.release()
        await scene.ears.wait(2, for: #""ack":{"id":"a""#)
        await scene.say(2, "a", Self.post("once"))
        await scene.say(2, "a", Self.post("something else"))
        await scene.ears.wait(2, for: #""conflict""#)
        #expect(await scene.heard(2).filter { $0.contains(#""ack":{"id":"a""#) }.count == 4)
        #expect(await scene.heard(1).filter { $0.contains("once") }.count == 1)
    }

    @Test func aFailedCommitIsToldAndForgotten() async throws {
        let scene = try await RoomScene()
        await scene.log.hold()
        await scene.log.failNext()
        await scene.say(2, "a", Self.post("lost"))
        await scene.say(1, "b", Self.post("built on it"))
        await scene.log.release()
        await scene.ears.wait(2, for: #""nack":{"code":50,"id":"a""#)
        await scene.ears.wait(1, for: #""nack":{"code":50,"id":"b""#)
        await scene.say(2, "a", Self.post("lost"))
        await scene.ears.wait(2, for: #""ack":{"id":"a""#)
        #expect(await scene.heard(1).filter { $0.contains(#""text":"lost""#) }.count == 1)
        #expect(await !scene.heard(2).contains { $0.contains("built on it") })
    }

    @Test func whoComesBackGetsExactlyWhatWasMissed() async throws {
        let scene = try await RoomScene()
        await scene.reception.closed(2)
        await scene.ears.wait(1, for: "presenceEnded")
        let last = try #require(try await scene.reception.room(of: "m1")).sequence
        await scene.say(1, "a", Self.post("missed"))
        await scene.ears.wait(1, for: #""ack":{"id":"a""#)
        await scene.hello(3, "p1", as: "teacher", since: #","epoch":"e1","sequence":\#(last)"#)
        let welcome = try #require(await scene.heard(3).first)
        #expect(welcome.contains(#""resumed":true"#) && welcome.contains("missed") && !welcome.contains(#""room":"#))
        // Another epoch is another log: the whole room, not a part.
        await scene.hello(4, "p1", as: "teacher", since: #","epoch":"e0","sequence":\#(last)"#)
        #expect(await scene.heard(4).first?.contains(#""resumed":false"#) == true)
        await scene.hello(5, "p1", as: "teacher", since: #","epoch":"e1","sequence":999"#)
        #expect(await scene.heard(5).first?.contains(#""resumed":false"#) == true)
    }

    /// What somebody says they have, and what they are told: by its last sequence and mark (`right` is the one that was
    /// told with it), whether it is resumed, whether something was lost.
    static let places: [(name: String, ahead: Int64, hash: String?, resumed: Bool, rolledBack: Bool)] = [
        ("what the log has", 0, "right", true, false), ("what the log has not", 0, "0123456789ab", false, true),
        ("no hash", 0, nil, true, false), ("more than the log", 8, "0123456789ab", false, true),
        ("more than the log and no hash", 8, nil, false, false), ("nothing of a hash", 0, "", false, true),
    ]

    @Test("given a place in the log, whoever comes back is resumed, or told the room and why", arguments: places)
    func whoHasWhatIsLost(_ place: (name: String, ahead: Int64, hash: String?, resumed: Bool, rolledBack: Bool))
        async throws
    {
        let scene = try await RoomScene()
        await scene.say(1, "a", Self.post("ahoy"))
        await scene.ears.wait(2, for: "ahoy")
        let told = try #require(await scene.heard(2).last { $0.contains("ahoy") })
        let tail = try #require(told.components(separatedBy: #""through":"#).last)
        let (last, hash) = (try #require(Int64(tail.prefix { $0.isNumber })), tail.dropLast(2).suffix(12))
        let said = place.hash.map { #","hash":"\#($0 == "right" ? String(hash) : $0)""# } ?? ""
        await scene.say(1, "b", Self.post("missed"))
        await scene.ears.wait(1, for: #"{"ack":{"id":"b""#)
        await scene.hello(
            3, "p1", as: "teacher", since: #","epoch":"e1","sequence":\#(last + place.ahead)\#(said)"#)
        let welcome = try #require(await scene.heard(3).first)
        #expect(welcome.contains(#""resumed":\#(place.resumed)"#), "\(place.name)")
        #expect(welcome.contains(#""rolledBack":true"#) == place.rolledBack, "\(place.name)")
        #expect(welcome.contains("missed") && welcome.contains(#""room":"#) == !place.resumed, "\(place.name)")
    }

    @Test("a room that is loaded marks its entries as it did before")
    func marksSurvive() async throws {
        let scene = try await RoomScene()
        await scene.post("a", "known")
        let host = try await scene.host
        let last = await host.published.sequence
        let mark = try #require(await host.window.mark(of: last))
        let loaded = try await scene.log.room(
            "m1", RoomSetting(network: "n1", links: nil, card: nil), newest: 3)
        #expect(loaded.newest.map(\.entry.sequence) == [last - 2, last - 1, last])
        #expect(loaded.newest.last?.mark == mark)
    }

    @Test func twoDevicesAreOnePresence() async throws {
        let scene = try await RoomScene()
        await scene.hello(3, "p1", as: "teacher")
        await scene.reception.closed(2)
        await scene.say(3, "a", Self.post("still here"))
        await scene.ears.wait(3, for: #""ack":{"id":"a""#)
        #expect(try await scene.reception.room(of: "m1")?.people[PersonID(rawValue: "p1")]?.isPresent == true)
        #expect(await scene.heard(1).filter { $0.contains("presenceEnded") }.isEmpty)
    }

    @Test func aRestartLeavesNoGhosts() async throws {
        let scene = try await RoomScene()
        let again = Reception(
            log: scene.log, settings: FakeSettings(), doorkeeper: FakeDesk(), outlet: FakeOutlet(ears: scene.ears),
            limits: HostingLimits(),
            executor: scene.loop, now: { 2_000 })
        _ = try await again.room(of: "m1")
        await again.drain()
        let people = try #require(try await again.room(of: "m1")).people
        #expect(people.count == 2 && people.values.allSatisfy { !$0.isPresent })
    }

    @Test func whoIsRemovedHearsNothingMore() async throws {
        let scene = try await RoomScene()
        await scene.say(1, "r", #"{"remove":{"person":"p1"}}"#)
        await scene.ears.wait(1, for: #""ack":{"id":"r""#)
        await scene.say(2, "late", Self.post("after"))
        #expect(await scene.heard(2).last { $0.contains("bye") } == #"{"bye":{"reason":"removed"}}"#)
        #expect(await scene.ears.closed[2] == .shutOut)
        await #expect(throws: Rejection.shutOut) { try await scene.join("p1", "Siân") }
    }
}
