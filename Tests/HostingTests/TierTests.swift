// What is left of somebody who chose twice what may be kept of them: the same in the live room and in the one that is
// loaded from the log afterwards.

import MemoryLog
import Testing
import Wire

@testable import Hosting
@testable import Meetings

@Suite(.timeLimit(.minutes(10))) struct TierTests {
    /// The tiers somebody chooses one after the other, with a message under each, and whose the messages are afterwards.
    static let cases: [(tiers: [Tier], isKnown: Bool, authors: [PersonID])] = [
        ([.countOnly], false, [.counted]), ([.pseudonymous], true, ["p5"]),
        ([.countOnly, .quotable], true, [.counted, "p5"]), ([.pseudonymous, .countOnly], false, [.counted, .counted]),
        ([.countOnly, .pseudonymous, .countOnly], false, [.counted, .counted, .counted]),
        ([.countOnly, .quotable, .contactable], true, [.counted, "p5", "p5"]),
        ([.quotable, .countOnly, .pseudonymous], true, ["p5", .counted, "p5"]),
    ]

    @Test("the live room and the loaded one are the same after the end", arguments: cases)
    func sameAfterTheEnd(_ line: (tiers: [Tier], isKnown: Bool, authors: [PersonID])) async throws {
        let scene = try await RoomScene()
        let join = Join(
            person: "p5", role: .participant, mode: .remote, tier: line.tiers[0], name: "Ola", school: "Ysgol"
        ).command
        _ = try await scene.reception.submit(join, by: .system, to: "m1")
        await scene.hello(5, "p5", as: "teacher")
        for (number, tier) in line.tiers.enumerated() {
            if number > 0 {
                await scene.say(5, "t\(number)", #"{"setTier":{"tier":"\#(tier.rawValue)"}}"#)
                await scene.ears.wait(5, for: #"{"ack":{"id":"t\#(number)""#)
            }
            await scene.say(5, "a\(number)", #"{"postMessage":{"text":"said \#(number)"}}"#)
            await scene.ears.wait(5, for: #"{"ack":{"id":"a\#(number)""#)
        }
        await scene.say(1, "end", #"{"endMeeting":{}}"#)
        await scene.ears.wait(1, for: #""phase":"ended""#)
        await scene.reception.drain()
        let live = try await scene.host.published
        let loaded = try await scene.log.room(
            "m1", RoomSetting(network: "n1", links: nil, card: nil), newest: 10
        ).room
        #expect(live == loaded)
        #expect((live.people["p5"]?.name == "Ola") == line.isKnown)
        #expect(live.people["p5"]?.tier == (line.isKnown ? line.tiers.last : nil))
        #expect(live.messages.map(\.author) == line.authors)
        #expect(live.messages.map { $0.name == "Ola" } == line.authors.map { $0 == "p5" })
        #expect(live.countedPeople == (line.isKnown ? 0 : 1))
    }

    /// A meeting in which somebody counted without a name and then chose otherwise: after its end the log is read again.
    private func ending() async throws -> RoomScene {
        let scene = try await RoomScene()
        let join = Join(
            person: "p5", role: .participant, mode: .remote, tier: .countOnly, name: "Ola", school: nil
        ).command
        _ = try await scene.reception.submit(join, by: .system, to: "m1")
        await scene.hello(5, "p5", as: "teacher")
        await scene.say(5, "tier", #"{"setTier":{"tier":"quotable"}}"#)
        await scene.ears.wait(5, for: #"{"ack":{"id":"tier""#)
        await scene.reception.drain()
        return scene
    }

    @Test("what is sent while the log is read again after the end waits, and is answered by what the room is then")
    func sentMeanwhile() async throws {
        let scene = try await ending()
        await scene.log.holdReads()
        await scene.say(1, "end", #"{"endMeeting":{}}"#)
        await scene.log.waitForReader()
        await scene.say(2, "late", #"{"postMessage":{"text":"too late"}}"#)
        await scene.say(1, "back", #"{"reopenMeeting":{}}"#)
        await scene.say(2, "again", #"{"postMessage":{"text":"in time"}}"#)
        await scene.log.releaseReads()
        await scene.ears.wait(1, for: #"{"ack":{"id":"back""#)
        await scene.ears.wait(2, for: #""id":"late""#)
        await scene.ears.wait(2, for: #""id":"again""#)
        let heard = await scene.heard(1) + scene.heard(2)
        #expect(!heard.contains { $0.contains("storageFailed") })
        #expect(heard.contains { $0.contains(#""nack""#) && $0.contains(#""id":"late""#) })
    }

    @Test("a question to the store that is open when the meeting ends keeps nobody waiting for good")
    func questionMeanwhile() async throws {
        let scene = try await ending()
        let host = try await scene.host
        await host.ask()
        await scene.say(1, "end", #"{"endMeeting":{}}"#)
        await scene.ears.wait(1, for: #"{"ack":{"id":"end""#)
        await scene.say(1, "back", #"{"reopenMeeting":{}}"#)
        await host.answered()
        await scene.ears.wait(1, for: #"{"ack":{"id":"back""#)
    }

    @Test("where the log cannot be read again the meeting goes on all the same")
    func unreadable() async throws {
        let scene = try await ending()
        await scene.log.breakReads()
        await scene.say(1, "end", #"{"endMeeting":{}}"#)
        await scene.say(1, "back", #"{"reopenMeeting":{}}"#)
        await scene.ears.wait(1, for: #"{"ack":{"id":"back""#)
    }
}

extension RoomHost {
    /// A question to the store is under way.
    fileprivate func ask() { underWay += 1 }
}
