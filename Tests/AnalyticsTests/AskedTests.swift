// Knows what is kept of prompts for comparing them, and when two are the same question.

import Testing

@testable import Analytics
@testable import Meetings

@Suite struct AskedTests {
    private static func prompt(
        _ kind: PromptKind, _ answers: [(PromptAnswer, Circle?)], of choices: [String] = [],
        text: String = "How was it?", key: String? = "k", circle: Circle = .named
    ) -> Prompt {
        var prompt = Prompt(
            id: PromptID(rawValue: "w1"), kind: kind, text: text, choices: choices, isMultiple: false, circle: circle,
            key: key)
        (prompt.openedAt, prompt.revealedAt) = (1, 2)
        prompt.responses = answers.enumerated().map { index, answer in
            PromptResponse(
                id: ResponseID(rawValue: "a\(index)"), author: Facts.id("p"), answer: answer.0, isHandedIn: true,
                shown: answer.1.map { PromptResponse.Shown(circle: $0) })
        }
        prompt.handedIn = answers.count
        return prompt
    }

    private static func numbers(_ all: [[Int]], _ circle: Circle? = .named) -> [(PromptAnswer, Circle?)] {
        all.map { (PromptAnswer(numbers: $0), circle) }
    }

    private static func asked(_ prompt: Prompt) throws -> PromptOutcome { try #require(PromptOutcome(prompt)) }

    @Test("counts by kind")
    func counts() throws {
        let scale = try Self.asked(Self.prompt(.scale, Self.numbers([[1], [5], [5], [3]]), of: ["no", "yes"]))
        #expect(scale.people == 4 && scale.counts == [[1, 0, 1, 0, 2]] && scale.means == [3.5])
        let sure = try Self.asked(Self.prompt(.confidence, Self.numbers([[2, 5], [4, 5]]), of: ["teach", "help"]))
        #expect(sure.counts == [[0, 1, 0, 1, 0], [0, 0, 0, 0, 2]] && sure.means == [3, 5])
        let choice = try Self.asked(Self.prompt(.choice, Self.numbers([[0, 2], [2], [2]]), of: ["a", "b", "c"]))
        #expect(choice.counts == [[1, 0, 3]] && choice.means == [])
        let order = try Self.asked(Self.prompt(.order, Self.numbers([[1, 0], [1, 0], [0, 1]]), of: ["a", "b"]))
        #expect(order.counts == [[1, 2], [2, 1]])
        let words = try Self.asked(
            Self.prompt(
                .word, ["Tired", "tired", "curious"].map { (PromptAnswer(texts: [$0]), .firstNames) }))
        #expect(words.words.map { "\($0.word) \($0.count)" } == ["tired 2", "curious 1"] && words.counts == [])
        let open = try Self.asked(Self.prompt(.open, [(PromptAnswer(texts: ["canary"]), .named)]))
        #expect(open.people == 1 && open.words == [])
    }

    @Test("only what everybody saw: nothing kept, nothing of a group, nothing taken back, nothing that was not shown")
    func shared() throws {
        var mixed = Self.prompt(.scale, Self.numbers([[5], [5]]), of: ["no", "yes"])
        mixed.responses += Self.prompt(.scale, Self.numbers([[1]], nil)).responses
        mixed.responses += Self.prompt(.scale, Self.numbers([[1]], .group)).responses
        mixed.responses += Self.prompt(.scale, Self.numbers([[1]], .onlyMe)).responses
        mixed.responses[1].answer = nil
        let asked = try Self.asked(mixed)
        #expect(asked.people == 1 && asked.counts == [[0, 0, 0, 0, 1]])
        let group = try Self.asked(
            Self.prompt(.word, [(PromptAnswer(texts: ["canary"]), .group)], circle: .group))
        #expect(group.people == 0 && group.isPrivate && group.words == [])
        var few = Self.prompt(.word, [], circle: .anonymous)
        few.isTooFew = true
        #expect(try Self.asked(few).isTooFew)
        var closed = Self.prompt(.word, [(PromptAnswer(texts: ["canary"]), .named)])
        closed.revealedAt = nil
        #expect(PromptOutcome(closed) == nil)
        var erased = Self.prompt(.word, [(PromptAnswer(texts: ["canary"]), .named)])
        erased.text = nil
        #expect(PromptOutcome(erased) == nil)
    }

    static let suppressed: [(String, [[Int]], people: Int, counts: [[Int]], isHeldBack: Bool)] = [
        ("four people", [[5], [5], [5], [5]], 0, [], true),
        ("five of one mind", [[5], [5], [5], [5], [5]], 5, [[0, 0, 0, 0, 5]], false),
        ("one of six is known by their number", [[1], [5], [5], [5], [5], [5]], 6, [], true),
    ]

    @Test("whoever does not coordinate sees nothing of few, and no words", arguments: suppressed)
    func few(_ line: (name: String, answers: [[Int]], people: Int, counts: [[Int]], isHeldBack: Bool)) throws {
        let shown = try Self.asked(Self.prompt(.scale, Self.numbers(line.answers), of: ["no", "yes"])).heldBack()
        #expect(shown.people == line.people && shown.counts == line.counts, "\(line.name)")
        #expect(shown.isHeldBack == line.isHeldBack && shown.means.isEmpty == (line.people == 0), "\(line.name)")
        let words = (0..<6).map { _ in (PromptAnswer(texts: ["canary"]), Circle?.some(.named)) }
        let said = try Self.asked(Self.prompt(.word, words)).heldBack()
        #expect(said.words == [] && said.isHeldBack && said.people == 6)
        var sure = try Self.asked(
            Self.prompt(.confidence, Self.numbers(Array(repeating: [3, 3], count: 6)), of: ["a", "b"]))
        sure.change = [ConfidenceChange(up: 6, same: 0, down: 0), ConfidenceChange(up: 5, same: 1, down: 0)]
        #expect(sure.heldBack().change == [] && sure.heldBack().counts == sure.counts)
    }

    private static let english = PromptWording(kind: .word, text: "How do you leave?")
    private static let welsh = PromptWording(kind: .word, text: "Sut ydych chi'n gadael?")
    private static let decks: AskedHistory.Decks = ["out": ["en": english, "cy": welsh]]

    private static func history(_ meetings: [[(String?, String)]]) throws -> AskedHistory {
        let told = try meetings.enumerated().map { index, asked in
            (
                id: "m\(index + 1)",
                asked: try asked.map { key, text in
                    try Self.asked(prompt(.word, [(PromptAnswer(texts: ["ok"]), .named)], text: text, key: key))
                }
            )
        }
        return AskedHistory(told, decks: decks)
    }

    static let identities: [(String, [[(String?, String)]], [[String]])] = [
        ("the same at two meetings", [[("k", "A?")], [("k", "A?")]], [["m1", "m2"]]),
        ("without a name, too", [[(nil, "A?")], [(nil, "A?")]], [["m1", "m2"]]),
        ("under two names", [[("k", "A?")], [("l", "A?")]], [["m1", "m2"]]),
        ("once is nothing to compare", [[("k", "A?")], [("l", "B?")]], []),
        ("twice at one meeting is not, either", [[("k", "A?"), ("k", "A?")]], []),
        ("twice at one and once at another", [[("k", "A?"), ("k", "A?")], [("k", "A?")]], [["m1", "m1", "m2"]]),
        ("other words are another question", [[("k", "A?")], [("k", "B?")]], [["m2"], ["m1"]]),
        (
            "what the program brings is the same in both languages",
            [[("out", "How do you leave?")], [("out", "Sut ydych chi'n gadael?")]], [["m1", "m2"]]
        ),
        (
            "changed, it is the network's own", [[("out", "How do you leave?")], [("out", "How do you go?")]],
            [["m2"], ["m1"]]
        ),
    ]

    @Test("when two are the same question", arguments: identities)
    func same(_ line: (name: String, meetings: [[(String?, String)]], questions: [[String]])) throws {
        let history = try Self.history(line.meetings)
        #expect(history.questions.map { $0.answers.map(\.meeting) } == line.questions, "\(line.name)")
        #expect(history.questions.allSatisfy { $0.isReworded == (line.questions.count == 2) }, "\(line.name)")
    }

    @Test("a network's own words are for those who coordinate it")
    func own() throws {
        let asked: [(String?, String)] = [("out", "How do you leave?"), ("own.d1", "What did Ann say?")]
        let history = try Self.history([asked, asked])
        #expect(history.questions.count == 2)
        let shown = history.heldBack()
        #expect(shown.questions.map(\.wordings) == [["en": Self.english, "cy": Self.welsh]])
        #expect(shown.questions[0].answers.allSatisfy { $0.asked.isHeldBack && $0.asked.words == [] })
    }

    @Test("a log read once has it, as answers stand at its end")
    func reading() throws {
        var facts = Facts()
        facts.join(1, "ann")
        facts.join(1, "bob")
        facts.add(
            2,
            PromptPrepared(
                prompt: PromptID(rawValue: "w1"), kind: .word, text: "A?", isMultiple: false, circle: .named, key: "k"))
        facts.add(
            3,
            PromptOpened(prompt: PromptID(rawValue: "w1"), kind: .word, text: "A?", isMultiple: false, circle: .named))
        for name in ["ann", "bob"] {
            facts.add(
                4,
                ResponseSaved(
                    prompt: PromptID(rawValue: "w1"), response: ResponseID(rawValue: name), person: Facts.id(name),
                    texts: [name], words: 1,
                    isHandedIn: true, wasHandedIn: false))
        }
        for name in ["ann", "bob"] {
            facts.add(
                5,
                ResponseRevealed(
                    prompt: PromptID(rawValue: "w1"), response: ResponseID(rawValue: name), person: Facts.id(name),
                    texts: [name],
                    circle: .named))
        }
        facts.add(6, PromptRevealed(prompt: PromptID(rawValue: "w1")))
        facts.add(7, ResponseWithdrawn(prompt: PromptID(rawValue: "w1"), response: ResponseID(rawValue: "bob")))
        facts.add(3_600, MeetingEnded())
        let summary = try #require(MeetingSummary(MeetingReading(facts.entries), meeting: "m1"))
        #expect(summary.prompts.map(\.people) == [1])
        #expect(summary.prompts.first?.words == [.init(word: "ann", count: 1)])
    }
}
