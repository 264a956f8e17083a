// What is large is told in several messages, in order and whole, and what happens meanwhile comes after it.

import Log
import Testing

@testable import Hosting
@testable import Meetings

@Suite(.timeLimit(.minutes(1))) struct TellingTests {
    private static func revealed(_ bytes: Int) -> DurableEntry {
        DurableEntry(
            entry: Entry(
                sequence: 1, at: 1,
                event: ResponseRevealed(
                    prompt: "w1", response: "a1", person: "p1", texts: [String(repeating: "x", count: bytes)],
                    numbers: [], circle: .named
                ).event), mark: EntryMark(0))
    }

    @Test("a run of facts falls into parts of so many bytes, none of them empty, nothing twice")
    func parts() {
        let run = (0..<10).map { _ in Self.revealed(640) }[...]
        #expect(run.parts(of: 3_000).map(\.count) == [3, 3, 3, 1])
        #expect(run.parts(of: 1).map(\.count) == Array(repeating: 1, count: 10))
        #expect(run.parts(of: 1_000_000).map(\.count) == [10])
        #expect(run.prefix(1).parts(of: 1).map(\.count) == [1])
    }

    @Test(
        "all answers are told once, in several messages, before what was said meanwhile and before the acknowledgement")
    func reveal() async throws {
        var limits = HostingLimits()
        (limits.bytesOfPart, limits.pauseBetweenPartsMilliseconds) = (2_000, 1)
        let scene = try await RoomScene(limits)
        let people = (1...12).map { "q\($0)" }
        for (index, id) in people.enumerated() {
            try await scene.join(id, "Person \(id)")
            await scene.hello(UInt64(10 + index), id, as: "teacher")
        }
        await scene.reception.drain()
        await scene.say(1, "prepare", #"{"preparePrompt":{"plan":{"kind":"open","text":"What?","circle":"named"}}}"#)
        await scene.ears.wait(1, for: #"{"ack":{"id":"prepare""#)
        let prompt = try #require(await scene.host.published.prompts.first?.id)
        await scene.say(1, "ask", #"{"openPrompt":{"prompt":"\#(prompt.rawValue)"}}"#)
        await scene.ears.wait(1, for: #"{"ack":{"id":"ask""#)
        for (index, id) in people.enumerated() {
            let text = "\(id) " + String(repeating: "x", count: 600)
            await scene.say(
                UInt64(10 + index), "answer",
                #"{"saveResponse":{"prompt":"\#(prompt.rawValue)","answer":{"texts":["\#(text)"],"numbers":[]},"isHandedIn":true}}"#
            )
            await scene.ears.wait(UInt64(10 + index), for: #"{"ack":{"id":"answer""#)
        }
        await scene.say(1, "reveal", #"{"revealPrompt":{"prompt":"\#(prompt.rawValue)"}}"#)
        await scene.say(1, "after", #"{"postMessage":{"text":"said after"}}"#)
        await scene.ears.wait(1, for: #"{"ack":{"id":"after""#)
        await scene.ears.wait(2, for: "said after")
        let heard = await scene.heard(2)
        let parts = heard.filter { $0.contains("responseRevealed") }
        #expect(parts.count >= 4 && parts.allSatisfy { $0.utf8.count < 6_000 })
        for id in people { #expect(parts.count { $0.contains("\(id) xxx") } == 1, "\(id)") }
        let last = try #require(heard.lastIndex { $0.contains("responseRevealed") })
        let ending = try #require(heard.firstIndex { $0.contains(#""promptRevealed""#) })
        let said = try #require(heard.firstIndex { $0.contains("said after") })
        #expect(last <= ending && ending < said)
        let lead = await scene.heard(1)
        let told = try #require(lead.lastIndex { $0.contains("responseRevealed") })
        #expect(try told < #require(lead.firstIndex { $0.contains(#"{"ack":{"id":"reveal""#) }))
    }
}
