// Knows how anonymous answers pass through a host: told to nobody but by their number, in no log, once a person, and
// shown after they lie together, however often the server stops in between.

import Log
import MemoryLog
import Testing

@testable import Hosting
@testable import Meetings

@Suite(.timeLimit(.minutes(10))) struct AnswersPassTests {
    private static let people = ["p1", "p2", "p3", "p4", "p5"]

    /// A meeting of five with a prompt that is asked; connections 2 to 6 are theirs.
    private func scene(_ count: Int = 5) async throws -> (scene: RoomScene, prompt: String) {
        let scene = try await RoomScene()
        for (index, person) in Self.people.prefix(count).enumerated().dropFirst() {
            try await scene.join(person, person)
            await scene.hello(UInt64(index + 2), person, as: "teacher")
        }
        await scene.say(
            1, "prepare",
            #"{"preparePrompt":{"plan":{"kind":"open","text":"Hard?","choices":[],"isMultiple":false,"circle":"anonymous"}}}"#
        )
        await scene.ears.wait(1, for: #"{"ack":{"id":"prepare""#)
        let prompt = try #require(try await scene.host.published.prompts.last?.id.rawValue)
        await scene.say(1, "ask", #"{"openPrompt":{"prompt":"\#(prompt)"}}"#)
        await scene.ears.wait(1, for: #"{"ack":{"id":"ask""#)
        return (scene, prompt)
    }

    private func answer(_ prompt: String, _ text: String, _ token: String) -> String {
        #"{"answerAnonymously":{"prompt":"\#(prompt)","answer":{"texts":["\#(text)"],"numbers":[]},"token":"secret-token-of-\#(token)"}}"#
    }

    /// Says something, and what it is answered.
    private func say(_ scene: RoomScene, _ connection: UInt64, _ id: String, _ command: String) async -> String {
        await scene.say(connection, id, command)
        await scene.ears.wait(connection, for: #""id":"\#(id)""#)
        return await scene.heard(connection).last { $0.contains(#""id":"\#(id)""#) } ?? ""
    }

    private func all(_ scene: RoomScene, _ prompt: String, _ count: Int = 5) async {
        for (index, person) in Self.people.prefix(count).enumerated() {
            let heard = await say(scene, UInt64(index + 2), "a-\(person)", answer(prompt, "canary-\(person)", person))
            #expect(heard.contains(#"{"ack""#), "\(heard)")
        }
    }

    @Test("an answer is acknowledged, stands in no log, and nobody hears more than how many there are, from five on")
    func silence() async throws {
        let (scene, prompt) = try await scene()
        let before = await scene.log.stored.count
        await all(scene, prompt, 4)
        await scene.reception.lookAtRounds()
        #expect(await !scene.heard(1).contains { $0.contains(#""answered""#) })
        #expect(await say(scene, 6, "a-5", answer(prompt, "canary-p5", "p5")).contains(#"{"ack""#))
        #expect(await !scene.heard(1).contains { $0.contains(#""answered""#) })
        await scene.reception.lookAtRounds()
        await scene.ears.wait(1, for: #"{"answered":{"count":5,"prompt":"\#(prompt)"}}"#)
        #expect(await scene.log.stored.count == before)
        for connection in UInt64(1)...6 {
            #expect(await !scene.heard(connection).contains { $0.contains("canary") || $0.contains("token-of") })
        }
        // Whoever comes in is told as much, and of themselves that they have answered.
        await scene.hello(9, "p3", as: "teacher")
        let welcome = try #require(await scene.heard(9).first)
        #expect(welcome.contains(#""answered":{"\#(prompt)":5}"#) && welcome.contains(#""hasAnswered":["\#(prompt)"]"#))
        #expect(!welcome.contains("canary"))
    }

    @Test("two devices and a repeated command answer once; the device that has the secret may change it")
    func once() async throws {
        let (scene, prompt) = try await scene()
        await scene.hello(9, "p1", as: "teacher")
        let lines: [(UInt64, String, String, String)] = [
            (2, "one", answer(prompt, "first", "phone"), #"{"ack""#),
            (2, "two", answer(prompt, "second", "phone"), #"{"ack""#),
            (9, "three", answer(prompt, "third", "laptop"), #""answeredElsewhere""#),
            (9, "one", answer(prompt, "first", "phone"), #"{"ack""#),
            (9, "two", answer(prompt, "other", "phone"), #""conflict""#),
        ]
        for (connection, id, command, expected) in lines {
            let heard = await say(scene, connection, id, command)
            #expect(heard.contains(expected), "\(id): \(heard)")
        }
        let kept = await scene.log.answers("m1")
        #expect(kept == [KeptAnswers(prompt: prompt, people: ["p1"], count: 1)])
    }

    @Test("who wants to show what is still asked closes it first, and all are shown at once without an author")
    func reveal() async throws {
        let (scene, prompt) = try await scene()
        await all(scene, prompt)
        let reveal = #"{"revealPrompt":{"prompt":"\#(prompt)"}}"#
        #expect(await say(scene, 2, "no", reveal).contains(#""notAllowed""#))
        #expect(try await scene.host.published.prompts.last?.isOpen == true)
        #expect(await say(scene, 1, "yes", reveal).contains(#"{"ack""#))
        let stored = await scene.log.stored.flatMap(\.entries)
        let shown = try #require(stored.last { $0.event.kind == "answersRevealed" })
        #expect(shown.actor == nil && shown.event.parts.map(\.person) == [nil])
        let sealed = try #require(stored.last { $0.event.kind == "answersSealed" })
        #expect(sealed.actor == nil)
        #expect(String(decoding: sealed.event.body, as: UTF8.self).contains(#"["p1","p2","p3","p4","p5"]"#))
        for connection in UInt64(1)...6 {
            let facts = await scene.heard(connection).filter { $0.contains("canary") }
            #expect(facts.count == 1 && Self.people.allSatisfy { facts[0].contains("canary-\($0)") })
            #expect(Self.people.allSatisfy { !facts[0].contains("\"\($0)\"") })
        }
        #expect(await scene.log.answers("m1").isEmpty)
        let late = await say(scene, 2, "late", answer(prompt, "late", "p1"))
        #expect(late.contains(#""closed""#))
    }

    @Test("fewer than five are shown to nobody, and everybody is told")
    func tooFew() async throws {
        let (scene, prompt) = try await scene(4)
        await all(scene, prompt, 4)
        #expect(await say(scene, 1, "show", #"{"revealPrompt":{"prompt":"\#(prompt)"}}"#).contains(#"{"ack""#))
        for connection in UInt64(1)...5 {
            let heard = await scene.heard(connection)
            #expect(heard.contains { $0.contains(#""isTooFew":true"#) } && !heard.contains { $0.contains("canary") })
        }
        #expect(await scene.log.answers("m1").isEmpty)
        #expect(await !scene.log.stored.contains { "\($0)".contains("canary") })
    }

    @Test("a server that stops between asking, closing and showing goes on where it was")
    func restarts() async throws {
        let (scene, prompt) = try await scene()
        await all(scene, prompt)
        // The first server has closed the prompt and could not close the answers up.
        await scene.log.breakSealing()
        let first = await say(scene, 1, "first", #"{"revealPrompt":{"prompt":"\#(prompt)"}}"#)
        #expect(first.contains("storageFailed"))
        await scene.log.breakSealing(false)
        let ears = Ears(loop: scene.loop)
        let second = Reception(
            log: scene.log, settings: FakeSettings(), doorkeeper: FakeDesk(), outlet: FakeOutlet(ears: ears),
            limits: HostingLimits(), executor: scene.loop, now: { 5_000 })
        await second.opened(1, cookies: "c1")
        await second.received(1, Array(#"{"hello":{"protocol":1,"meeting":"m1","as":"coordinator"}}"#.utf8))
        await ears.wait(1, for: #"{"welcome""#)
        await second.received(
            1, Array(#"{"command":{"id":"show","do":{"revealPrompt":{"prompt":"\#(prompt)"}}}}"#.utf8))
        await ears.wait(1, for: #"{"ack":{"id":"show""#)
        let facts = await (ears.heard[1] ?? []).filter { $0.contains("answersRevealed") }
        #expect(facts.count == 1 && Self.people.allSatisfy { facts[0].contains("canary-\($0)") })
    }

    @Test("what cannot be closed up is tried again, and shown only then")
    func again() async throws {
        let (scene, prompt) = try await scene()
        await all(scene, prompt)
        await scene.log.breakSealing()
        #expect(await say(scene, 1, "show", #"{"revealPrompt":{"prompt":"\#(prompt)"}}"#).contains("storageFailed"))
        #expect(try await scene.host.published.prompts.last?.isSealed == false)
        await scene.log.breakSealing(false)
        await scene.reception.lookAtRounds()
        await scene.ears.wait(1, for: #""answersSealed""#)
        #expect(try await scene.host.published.prompts.last?.revealedAt == nil)
        #expect(await say(scene, 1, "again", #"{"revealPrompt":{"prompt":"\#(prompt)"}}"#).contains(#"{"ack""#))
    }
}
