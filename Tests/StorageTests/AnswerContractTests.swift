// The contract of `AnswerStore`, said once and tried on every store that keeps it.

import Log
import Testing

@testable import Storage

@Suite struct AnswerContractTests {
    static func answer(
        _ person: String, _ text: String, token: String, id: String, prompt: String = "w1", in stream: String = "s",
        former: [String] = []
    ) -> SealedAnswer {
        SealedAnswer(
            stream: stream, prompt: prompt, people: [person] + former, command: id, token: token,
            json: bytes("{\"texts\":[\"\(text)\"]}"))
    }

    private static func texts(_ kept: KeptAnswers?) -> [String]? {
        kept?.answers?.map { String(decoding: $0, as: UTF8.self) }.sorted()
    }

    private static func json(_ texts: String...) -> [String] { texts.map { "{\"texts\":[\"\($0)\"]}" }.sorted() }

    @Test("given an answer, when it comes again or from elsewhere, then there is one", arguments: Kept.allCases)
    func once(_ kept: Kept) async throws {
        let bench = try kept.open()
        // Its folder goes with it.
        defer { withExtendedLifetime(bench) {} }
        let log = bench.log
        let steps: [(SealedAnswer, AnswerOutcome)] = [
            (Self.answer("ann", "one", token: "t1", id: "1"), .added),
            (Self.answer("ann", "one", token: "t1", id: "1"), .kept),
            (Self.answer("ann", "other", token: "t1", id: "1"), .conflict),
            (Self.answer("ann", "one", token: "t9", id: "1"), .conflict),
            (Self.answer("ann", "second device", token: "t2", id: "2"), .elsewhere),
            (Self.answer("ann", "changed", token: "t1", id: "3"), .kept),
            // What was sent before the change comes late, and changes nothing back.
            (Self.answer("ann", "one", token: "t1", id: "1"), .kept),
            (Self.answer("bob", "two", token: "t3", id: "1"), .added),
            // Bob was known as Rob, and Rob as Robert, who answered as Bob.
            (Self.answer("rob", "three", token: "t4", id: "4", former: ["bob"]), .elsewhere),
            (Self.answer("ann", "one", token: "t1", id: "1", prompt: "w2"), .added),
            (Self.answer("ann", "one", token: "t1", id: "1", in: "t"), .added),
        ]
        for (answer, outcome) in steps {
            #expect(await log.keep(answer) == .success(outcome), "\(answer.people) \(answer.command)")
        }
        #expect(
            try await log.answers("s") == [
                KeptAnswers(prompt: "w1", people: ["ann", "bob"], count: 2),
                KeptAnswers(prompt: "w2", people: ["ann"], count: 1),
            ])
        #expect(Self.texts(try await log.sealAnswers("s", prompt: "w1")) == Self.json("changed", "two"))
    }

    @Test(
        "given answers, when they are closed up, then they lie together and none comes any more",
        arguments: Kept.allCases)
    func sealed(_ kept: Kept) async throws {
        let bench = try kept.open()
        // Its folder goes with it.
        defer { withExtendedLifetime(bench) {} }
        let log = bench.log
        for person in ["eve", "dan", "cat", "bob", "ann"] {
            _ = await log.keep(Self.answer(person, "of \(person)", token: "t-\(person)", id: person))
        }
        _ = await log.keep(Self.answer("ann", "stays open", token: "t", id: "1", prompt: "w2"))
        for _ in 0..<2 {
            let found = try await log.sealAnswers("s", prompt: "w1")
            #expect(found.people == ["ann", "bob", "cat", "dan", "eve"] && found.count == 5)
            #expect(Self.texts(found) == Self.json("of ann", "of bob", "of cat", "of dan", "of eve"))
        }
        for answer in [
            Self.answer("ann", "again", token: "t-ann", id: "9"), Self.answer("fay", "late", token: "t-fay", id: "1"),
            Self.answer("ann", "of ann", token: "t-ann", id: "ann"),
        ] {
            #expect(await log.keep(answer) == .success(.closed))
        }
        #expect(try await log.answers("s").map(\.prompt) == ["w1", "w2"])
        #expect(try await log.answers("s").map { $0.answers?.count } == [5, nil])
        #expect(await log.keep(Self.answer("ann", "changed", token: "t", id: "2", prompt: "w2")) == .success(.kept))
        #expect(Self.texts(try await log.sealAnswers("s", prompt: "w2")) == Self.json("changed"))
        // Nobody has answered.
        #expect(try await log.sealAnswers("s", prompt: "w3").answers == [])
    }

    @Test(
        "given answers that lie together, when they are shown, then nothing of them is left apart",
        arguments: Kept.allCases)
    func erased(_ kept: Kept) async throws {
        let bench = try kept.open()
        for prompt in ["w1", "w2"] {
            _ = await bench.log.keep(Self.answer("ann", "x", token: "t", id: "1", prompt: prompt))
            _ = try await bench.log.sealAnswers("s", prompt: prompt)
        }
        let refused = Submission(
            stream: "s", expectedSequence: 7, entries: [event()], erasures: [.answers("w1")])
        #expect(await bench.log.append([refused]) == [.failure(.unexpectedSequence(last: 0))])
        #expect(try await bench.log.answers("s").count == 2)
        let shown = Submission(stream: "s", expectedSequence: 0, entries: [event()], erasures: [.answers("w1")])
        #expect(await bench.log.append([shown]) == [.success(1)])
        #expect(try await bench.log.answers("s").map(\.prompt) == ["w2"])
    }

    @Test(
        "given several prompts, when one is closed up again and again, then no order is the usual one",
        arguments: Kept.allCases)
    func shuffled(_ kept: Kept) async throws {
        let bench = try kept.open()
        // Its folder goes with it.
        defer { withExtendedLifetime(bench) {} }
        let log = bench.log
        var first: Set<String> = []
        // That the same of eight answers lies first fifty times has a chance of one in 8^49.
        for prompt in 0..<50 {
            for person in 0..<8 {
                _ = await log.keep(
                    Self.answer("p\(person)", "\(person)", token: "t\(person)", id: "1", prompt: "w\(prompt)"))
            }
            let answers = try await log.sealAnswers("s", prompt: "w\(prompt)").answers
            first.insert(String(decoding: answers?.first ?? [], as: UTF8.self))
        }
        #expect(first.count > 1)
    }
}
