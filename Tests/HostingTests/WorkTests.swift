// What a room costs, in pieces of work that are counted and never in time: nothing is copied for a fact, and what was
// encoded once is not encoded again for whoever else sees it.

import Foundation
import Log
import Testing
import Wire

@testable import Hosting
@testable import Meetings

extension RoomHost {
    /// How often facts and rooms were encoded.
    fileprivate var encodings: [Int] { [window.encodings, shared.encodings] }

    /// Where the messages of both rooms lie.
    fileprivate var addresses: [Int] {
        [room, published].map { room in room.messages.address }
    }
}

@Suite(.timeLimit(.minutes(10))) struct WorkTests {
    private static var limits: HostingLimits {
        var limits = HostingLimits()
        (limits.commandBurst, limits.helloBurst) = (100_000, 1_000)
        return limits
    }

    @Test("a message is put into the room in place, however many there are")
    func nothingIsCopied() async throws {
        let scene = try await RoomScene(Self.limits)
        let host = try await scene.host
        var moves = [0, 0]
        var before = await host.addresses
        for number in 0..<300 {
            await scene.post("a\(number)", "message \(number)")
            let after = await host.addresses
            for index in 0...1 where after[index] != before[index] { moves[index] += 1 }
            before = after
        }
        // A list that grows moves now and then; one that is copied moves with every message.
        #expect(moves.allSatisfy { $0 <= 16 }, "\(moves)")
    }

    @Test("a fact is encoded once for all who see it alike, and again for nobody who comes back")
    func factsOnce() async throws {
        let scene = try await RoomScene(Self.limits)
        for number in 3..<23 { await scene.hello(UInt64(number), "p1", as: "teacher") }
        let host = try await scene.host
        let last = await host.published.sequence
        var before = await host.encodings
        for number in 0..<9 { await scene.post("a\(number)", "message \(number)") }
        // What is redacted is the same for both, too.
        try await scene.join("p2", "Nia")
        await scene.post("a9", "message 9")
        // Leads and participants are told of a message in the same words.
        #expect(await host.encodings[0] == before[0] + 11)
        before = await host.encodings
        for number in 30..<80 {
            await scene.hello(UInt64(number), "p1", as: "teacher", since: #","epoch":"e1","sequence":\#(last)"#)
            let welcome = try #require(await scene.heard(UInt64(number)).first)
            #expect(
                welcome.contains(#""resumed":true"#) && welcome.contains("message 0") && welcome.contains("message 9"))
        }
        #expect(await host.encodings == before)
    }

    @Test("the room is encoded once for all who see it alike")
    func roomsOnce() async throws {
        let scene = try await RoomScene(Self.limits)
        await scene.post("a", "before")
        let host = try await scene.host
        let before = await host.encodings
        for number in 3..<33 {
            await scene.hello(UInt64(number), "p1", as: "teacher")
            let welcome = try #require(await scene.heard(UInt64(number)).first)
            #expect(welcome.contains(#""resumed":false"#) && welcome.contains("before"))
        }
        #expect(await host.encodings[1] == before[1] + 1)
    }

    /// A welcome, as far as these tests look at it.
    private struct Told: Decodable {
        struct Room: Decodable {
            struct Message: Decodable { var text: String? }
            var sequence: Int64
            var messages: [Message]
        }
        struct Welcome: Decodable {
            struct Fact: Decodable { var sequence: Int64 }
            var sequence: Int64
            var resumed: Bool
            var room: Room?
            var events: [Fact]?
        }
        var welcome: Welcome

        init(_ text: String?) throws {
            self = try JSONDecoder().decode(Told.self, from: Data(try #require(text).utf8))
        }
    }

    @Test("a large room may be of an earlier entry, with the facts since")
    func roomsOfEarlier() async throws {
        var limits = Self.limits
        limits.roomBytesWorthKeeping = 0
        let scene = try await RoomScene(limits)
        for number in 0..<20 { try await scene.join("q\(number)", "Person \(number)") }
        await scene.hello(3, "p1", as: "teacher")
        let host = try await scene.host
        let before = await host.encodings
        await scene.post("a", "since then")
        await scene.hello(4, "p1", as: "teacher")
        let told = try Told(await scene.heard(4).first).welcome
        #expect(await host.encodings[1] == before[1])
        let room = try #require(told.room)
        #expect(room.sequence == told.sequence - 1 && room.messages.isEmpty)
        #expect(told.events?.map(\.sequence) == [told.sequence])
        // Once what came since is a good part of the room, the room is made anew.
        for number in 0..<10 { await scene.post("b\(number)", String(repeating: "long ", count: 100)) }
        await scene.hello(5, "p1", as: "teacher")
        let anew = try Told(await scene.heard(5).first).welcome
        #expect(anew.room?.sequence == anew.sequence && anew.room?.messages.count == 11 && anew.events == nil)
        #expect(await host.encodings[1] == before[1] + 1)
    }

    @Test("whoever missed more than the room is gets the room")
    func dearerThanTheRoom() async throws {
        var limits = Self.limits
        limits.roomBytesWorthKeeping = 0
        let scene = try await RoomScene(limits)
        await scene.post("a", "draft")
        let last = try await scene.host.published.sequence
        let message = try #require(await scene.host.published.messages.first?.id)
        for number in 0..<20 {
            let text = String(repeating: "again ", count: 50) + "\(number)"
            await scene.say(1, "c\(number)", #"{"correctMessage":{"message":"\#(message)","text":"\#(text)"}}"#)
            await scene.ears.wait(1, for: #"{"ack":{"id":"c\#(number)""#)
        }
        await scene.hello(3, "p1", as: "teacher", since: #","epoch":"e1","sequence":\#(last)"#)
        let told = try Told(await scene.heard(3).first).welcome
        #expect(!told.resumed && told.room?.messages.count == 1)
        #expect(told.room?.messages.first?.text?.hasSuffix("19") == true)
        await scene.hello(4, "p1", as: "teacher", since: #","epoch":"e1","sequence":\#(told.sequence - 1)"#)
        #expect(try Told(await scene.heard(4).first).welcome.resumed)
    }

    @Test("a batch is cut to what a store takes")
    func batches() async throws {
        let scene = try await RoomScene(Self.limits)
        await scene.log.hold()
        let person = PersonID(rawValue: "p1")
        let count = LogLimits.submissionsPerBatch + 10
        let host = try await scene.host
        for _ in 0..<count { await host.submit(NoteMessage(person: person, words: 3).command, by: .system) }
        await scene.log.release()
        await scene.reception.drain()
        #expect(await host.published.messages.count == count)
        #expect(await scene.log.batches.allSatisfy { $0 <= LogLimits.submissionsPerBatch })
    }
}
