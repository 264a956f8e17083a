// Knows how an agenda says what is asked in its items, and what is told of a confidence that is asked twice.

import Testing

@testable import Meetings

@Suite struct PromptPlansTests {
    private static func asking(_ texts: [String], _ kind: SegmentKind = .reflection) -> SegmentPlan {
        SegmentPlan(
            kind: kind, title: "Look back", timeboxSeconds: 600,
            prompts: texts.map { PromptPlan(kind: .open, text: $0, circle: .named) })
    }

    private static func planned(_ segments: [SegmentPlan]) throws(Rejection) -> Room {
        var room = Room()
        let plan = Plan(title: "Term", plannedStart: nil, zone: "Europe/London", options: Options(), segments: segments)
        for event in try room.decide(plan.command, Context(actor: .system, at: 0)) {
            room.apply(Entry(sequence: room.sequence + 1, at: 0, event: event))
        }
        return room
    }

    @Test("a meeting that is planned with prompts has them prepared, each in its item")
    func plan() throws {
        let room = try Self.planned([Self.asking(["One?", " Two? "]), Self.asking([], .talk), Self.asking(["Three?"])])
        #expect(room.prompts.map(\.text) == ["One?", "Two?", "Three?"])
        #expect(room.prompts.map(\.segment) == [room.agenda[0].id, room.agenda[0].id, room.agenda[2].id])
        #expect(Set(room.prompts.map(\.id)).count == 3 && room.prompts.allSatisfy { $0.openedAt == nil })
        #expect(room.promptPlans(of: room.agenda[0].id)?.map(\.text) == ["One?", "Two?"])
        #expect(room.promptPlans(of: room.agenda[1].id) == nil)
    }

    @Test("what cannot be asked is refused with the whole plan")
    func refused() {
        #expect(throws: Rejection.textMissing) { try Self.planned([Self.asking([" "])]) }
        let most = Array(repeating: "Again?", count: Limits.prompts)
        #expect(throws: Rejection.tooMany(limit: Limits.prompts)) {
            try Self.planned([Self.asking(most), Self.asking(["One more?"])])
        }
    }

    @Test("an item that is added brings its prompts, one that is taken out takes those along that were not asked")
    func items() throws {
        let added = Given.talk.after(AddSegment(plan: Self.asking(["Kept?", "Gone?"]), index: 9).command)
        let segment = try #require(added.agenda.last?.id)
        #expect(added.prompts.map(\.segment) == [segment, segment])
        let asked = added.after(OpenPrompt(prompt: added.prompts[0].id).command)
        let removed = asked.after(RemoveSegment(segment: segment).command)
        #expect(removed.prompts.map(\.text) == ["Kept?"] && !removed.agenda.contains { $0.id == segment })
    }

    /// A meeting in which so many people answered the same twice, each a little surer of the first sentence.
    private static func twice(_ people: Int, key: String?) -> Room {
        var room = Room()
        func tell(_ event: Event) { room.apply(Entry(sequence: room.sequence + 1, at: room.sequence, event: event)) }
        for (prompt, step) in [(PromptID(rawValue: "w1"), 0), ("w2", 1)] {
            tell(
                PromptPrepared(
                    prompt: prompt, kind: .confidence, text: "How sure?", choices: ["Teach", "Help"], isMultiple: false,
                    circle: .onlyMe, key: key
                ).event)
            tell(
                PromptOpened(
                    prompt: prompt, kind: .confidence, text: "How sure?", choices: ["Teach", "Help"], isMultiple: false,
                    circle: .onlyMe
                ).event)
            for number in 0..<people {
                tell(
                    ResponseSaved(
                        prompt: prompt, response: ResponseID(rawValue: "a\(step)-\(number)"),
                        person: PersonID(rawValue: "p\(number)"), texts: [],
                        numbers: [2 + step, number == 0 ? 3 - step : 3], isHandedIn: true, wasHandedIn: false
                    ).event)
            }
        }
        return room
    }

    @Test("a confidence that is asked twice is paired by person and told as numbers, from five on")
    func change() throws {
        let room = Self.twice(5, key: "confidence")
        #expect(
            room.change(at: room.prompts[1])
                == [ConfidenceChange(up: 5, same: 0, down: 0), ConfidenceChange(up: 0, same: 4, down: 1)])
        #expect(room.change(at: room.prompts[0]) == nil)
        #expect(Self.twice(4, key: "confidence").prompts.last.flatMap(Self.twice(4, key: "confidence").change) == nil)
        let other = Self.twice(5, key: nil)
        #expect(other.change(at: other.prompts[1]) == nil)
    }
}
