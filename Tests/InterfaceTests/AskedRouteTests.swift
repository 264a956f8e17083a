// Knows what a coordinator and an evaluator are told of questions that were asked at several meetings.

import Hosting
import Testing

@testable import Analytics
@testable import Interface
@testable import Meetings

@Suite(.timeLimit(.minutes(10))) struct AskedRouteTests {
    /// A meeting that is over, at which a scale, a word and something in the network's own words were asked and shown.
    private static func summary(_ meeting: String, at start: Instant, scale: [Int]) throws -> MeetingSummary {
        var entries: [Entry] = []
        func add(_ fact: some RoomFact, _ seconds: Int64) {
            entries.append(
                Entry(sequence: Int64(entries.count + 1), at: start + seconds * 1000, event: fact.event))
        }
        add(MeetingOpened(), 0)
        for index in scale.indices {
            let id = PersonID(rawValue: "p\(index)")
            add(
                PersonJoined(
                    person: id, role: .participant, mode: .remote, tier: .pseudonymous, name: "Canary", school: nil), 1)
            add(PresenceBegan(person: id, mode: .remote), 1)
        }
        func id(_ text: String) -> PromptID { PromptID(rawValue: text) }
        let asked: [(PromptID, PromptKind, String, [String], String, (Int) -> PromptAnswer)] = [
            (id("w1"), .scale, "Worth it?", ["no", "yes"], "out.worth", { PromptAnswer(numbers: [$0]) }),
            (id("w2"), .word, "How do you leave?", [], "out.word", { PromptAnswer(texts: ["spoken\($0)"]) }),
            (id("w3"), .open, "What did Siân say?", [], "own.d1", { PromptAnswer(texts: ["secret\($0)"]) }),
        ]
        for (prompt, kind, text, choices, key, answer) in asked {
            add(
                PromptPrepared(
                    prompt: prompt, kind: kind, text: text, choices: choices, isMultiple: false, circle: .named,
                    key: key), 2)
            add(
                PromptOpened(
                    prompt: prompt, kind: kind, text: text, choices: choices, isMultiple: false, circle: .named), 3)
            for (index, number) in scale.enumerated() {
                let (id, given) = (PersonID(rawValue: "p\(index)"), answer(number))
                let response = ResponseID(rawValue: "\(prompt.rawValue)-\(index)")
                add(
                    ResponseSaved(
                        prompt: prompt, response: response, person: id, texts: given.texts, numbers: given.numbers,
                        words: 1, isHandedIn: true, wasHandedIn: false), 4)
                add(
                    ResponseRevealed(
                        prompt: prompt, response: response, person: id, texts: given.texts, numbers: given.numbers,
                        circle: .named), 5)
            }
            add(PromptRevealed(prompt: prompt), 6)
        }
        add(MeetingEnded(), 3_600)
        return try #require(MeetingSummary(MeetingReading(entries), meeting: meeting))
    }

    private static let decks = #"""
        {"decks":[{"key":"out","name":"Out","language":"en","prompts":[
        {"kind":"scale","text":"Worth it?","choices":["no","yes"],"circle":"named","key":"out.worth"},
        {"kind":"word","text":"How do you leave?","circle":"named","key":"out.word"}]}]}
        """#

    private static func world(_ first: [Int], _ second: [Int]) async throws -> World {
        let world = try await World(prompts: decks)
        await world.catalogue.add(
            MeetingRecord(
                id: "later", network: "n1", title: "later", plannedStart: World.start, zone: "Europe/London",
                code: "LATER", phase: .ended, isSample: false, isRehearsal: false, isArchived: false))
        await world.catalogue.add(try summary("ended", at: World.start, scale: first))
        await world.catalogue.add(try summary("later", at: World.start + 86_400_000, scale: second))
        return world
    }

    private static func ask(_ world: World, _ login: String) async throws -> String {
        let (cookie, csrf) = try await world.signIn(login)
        let answer = await world.post("/api/series/asked", #"{"csrf":"\#(csrf)"}"#, cookies: cookie)
        #expect(answer.status == 200)
        return answer.text
    }

    @Test("a coordinator sees each meeting's answers side by side, words and their own questions, too")
    func coordinator() async throws {
        let told = try await Self.ask(try await Self.world([5, 5, 1], [4, 4, 4, 4, 4, 4]), "carys")
        #expect(told.contains(#""counts":[[1,0,0,0,2]]"#) && told.contains(#""counts":[[0,0,0,6,0]]"#))
        #expect(told.contains(#""word":"spoken4""#) && told.contains(#""word":"spoken1""#))
        #expect(told.contains("What did Siân say?") && told.contains(#""leftOut":0"#))
        // What was written stands in the minutes; names stand nowhere.
        #expect(!told.contains("secret") && !told.contains("Canary"))
    }

    @Test("an evaluator sees nothing of fewer than five, no words, and nothing in the network's own")
    func evaluator() async throws {
        let told = try await Self.ask(try await Self.world([5, 5, 1], [4, 4, 4, 4, 4, 4]), "eve")
        #expect(!told.contains(#"[1,0,0,0,2]"#) && told.contains(#""counts":[[0,0,0,6,0]]"#))
        #expect(!told.contains("spoken") && !told.contains("Siân") && !told.contains("secret"))
        #expect(told.contains(#""leftOut":1"#) && told.contains("Worth it?") && !told.contains("Canary"))
    }

    @Test("to another network nothing is told")
    func foreign() async throws {
        let told = try await Self.ask(try await Self.world([5, 5, 5, 5, 5], [5, 5, 5, 5, 5]), "other")
        #expect(told.contains(#""prompts":[]"#) && told.contains(#""leftOut":0"#))
    }
}
