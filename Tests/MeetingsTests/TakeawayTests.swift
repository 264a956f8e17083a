// Knows what somebody takes with them: given a room, when they say what they will do, then it is theirs alone; and of all
// that was said and written they take what they could see.

import Testing

@testable import Meetings

@Suite struct TakeawayTests {
    private static let day = "1970-01-20"
    private static func saved(_ what: String?, _ by: String? = nil, _ showTo: String? = nil) -> Event {
        ActionSaved(person: "ann", what: what, by: by, showTo: showTo).event
    }
    private static func save(_ what: String?, _ by: String? = nil, _ showTo: String? = nil) -> Command {
        SaveAction(what: what, by: by, showTo: showTo).command
    }
    private static let acting = Given.open.after(save("Grow cress", day, "Owain"), by: "ann")

    static let lines: [Line] = [
        Line(
            "said, made fit to keep", Given.open, by: "ann", save(" Grow\u{202E} cress ", day, " Owain\n"),
            then: saved("Grow cress", day, "Owain")),
        Line("only what", Given.open, by: "ann", save("Grow cress"), then: saved("Grow cress")),
        Line("when it is over", Given.ended, by: "ann", save("Grow cress"), then: saved("Grow cress")),
        Line("said anew", acting, by: "ann", save("Grow oats", day, nil), then: saved("Grow oats", day)),
        Line("as it is", acting, by: "ann", save("Grow cress", day, "Owain"), refused: .alreadySo),
        Line("taken back, with all that belongs to it", acting, by: "ann", save("  ", day, "Owain"), then: saved(nil)),
        Line("there is none to take back", Given.open, by: "ann", save(nil), refused: .alreadySo),
        Line("no day that there is", Given.open, by: "ann", save("Grow", "1970-02-30"), refused: .textMissing),
        Line(
            "a day that has passed", Given.open, by: "ann", save("Grow", "1970-01-01"),
            refused: .outOfBounds(least: -1, most: 366)),
        Line(
            "a day far away", Given.open, by: "ann", save("Grow", "1972-01-01"),
            refused: .outOfBounds(least: -1, most: 366)),
        Line(
            "too long", Given.open, by: "ann", save(String(repeating: "x", count: 301)),
            refused: .textTooLong(limit: 300)),
        Line(
            "the longest", Given.open, by: "ann", save(String(repeating: "x", count: 300)),
            then: saved(String(repeating: "x", count: 300))),
        Line("a guest", Given.open, by: "gus", save("Grow"), refused: .notAllowed(needs: .lead)),
        Line("before it begins", Given.planned, save("Grow"), refused: .meetingNotOpen),
    ]

    @Test("what somebody will do", arguments: lines)
    func actions(_ line: Line) { line.check() }

    @Test("a day that passed meanwhile stays while the rest is said anew")
    func passed() {
        let later = Self.acting.after([RoomLocked().event], at: Given.start + 30 * 86_400_000)
        Line("later", later, by: "ann", Self.save("Grow oats", Self.day), then: Self.saved("Grow oats", Self.day))
            .check()
    }

    @Test("nobody else is told, whatever they are")
    func told() {
        let fact = Self.saved("canary", Self.day, "Owain")
        for kind in ViewerKind.allCases { #expect(fact.seen(by: Audience(kind: kind)) == nil) }
        #expect(fact.consequences == [.own("ann")])
        #expect(fact.erasure == .object("action-ann"))
    }

    @Test("whoever is erased, or counts only, leaves no action; of two entries that are one person it stays")
    func forgotten() {
        #expect(Self.acting.after(PersonErased(person: "ann").event).actions.isEmpty)
        let counted = Given.open.after(SetTier(tier: .countOnly).command, by: "ann").after(Self.save("x"), by: "ann")
        #expect(counted.actions.count == 1 && counted.after(EndMeeting().command).actions.isEmpty)
        let merged = Self.acting.after(PersonMerged(person: "ann", into: "bob").event)
        #expect(merged.actions == ["bob": PersonalAction(what: "Grow cress", by: Self.day, showTo: "Owain")])
    }

    /// `ann` and `bob` sit together, then apart; `lea` is elsewhere. Everything somebody else keeps is a canary.
    private static let evening: Room = {
        func wrote(_ card: CardID, _ group: GroupID, _ text: String, isReport: Bool = false) -> Event {
            CardWritten(
                card: card, group: group, person: "bob", name: "bob", text: text, words: 1, re: nil, isReport: isReport
            ).event
        }
        func said(_ id: MessageID, _ text: String, in group: GroupID? = nil) -> Event {
            MessagePosted(message: id, person: "bob", name: "bob", text: text, words: 1, re: nil, group: group).event
        }
        func prompt(_ id: PromptID, _ kind: PromptKind, _ choices: [String] = []) -> [Event] {
            [
                PromptPrepared(
                    prompt: id, segment: nil, kind: kind, text: "\(id.rawValue)?", purpose: nil, choices: choices,
                    isMultiple: true, circle: .onlyMe, seconds: nil, key: nil
                ).event,
                PromptOpened(
                    prompt: id, segment: nil, kind: kind, text: "\(id.rawValue)?", choices: choices, isMultiple: true,
                    circle: .onlyMe, deadline: nil
                ).event,
            ]
        }
        func answered(_ id: PromptID, _ person: PersonID, texts: [String] = [], numbers: [Int] = []) -> Event {
            ResponseSaved(
                prompt: id, response: ResponseID(rawValue: "\(id.rawValue)-\(person.rawValue)"), person: person,
                texts: texts,
                numbers: numbers, words: 1, narrowing: nil, isHandedIn: true, wasHandedIn: false
            ).event
        }
        let prompts: [Event] =
            prompt("w1", .open) + prompt("w2", .scale, ["no", "yes"]) + prompt("w3", .order, ["a", "b"])
            + prompt("w4", .choice, ["a", "b"]) + prompt("w5", .confidence, ["I can", "I dare"]) + prompt("w6", .word)
        let events: [Event] =
            prompts + [
                SegmentEdited(
                    segment: "s2", kind: .checkIn, title: "Welcome", timeboxSeconds: 300,
                    note: "Kit: https://kit.example/list.", leadNote: "https://canary.example/lead"
                ).event,
                GroupsFormed(
                    round: "r1", segment: "s2",
                    groups: [
                        GroupSeats(group: "g1", members: ["ann", "bob"]), GroupSeats(group: "g2", members: ["lea"]),
                    ],
                    texts: RoundTexts(
                        task: "Talk",
                        groups: [GroupTexts(resources: "HTTPS://a.example/1"), GroupTexts(task: "canary-task")]),
                    draw: Draw(choice: .mix)
                ).event,
                wrote("k1", "g1", "ours"), wrote("k2", "g1", "ours to all", isReport: true),
                wrote("k3", "g1", "canary-withdrawn"), CardWithdrawn(card: "k3", group: "g1").event,
                wrote("k4", "g2", "canary-theirs"), wrote("k5", "g2", "theirs to all", isReport: true),
                said("m1", "see (https://b.example/x?y=1), and https://kit.example/list"),
                said("m2", "https://canary.example/group", in: "g2"), said("m3", "http://c.example", in: "g1"),
                said("m4", "https://canary.example/hidden"), MessageHidden(message: "m4").event,
                said("m5", "https://canary.example/back"), MessageWithdrawn(message: "m5").event,
                GroupsEnded(round: "r1").event,
                GroupsFormed(
                    round: "r2", segment: nil,
                    groups: [
                        GroupSeats(group: "g3", members: ["lea", "bob"]), GroupSeats(group: "g4", members: ["ann"]),
                    ],
                    texts: nil, draw: Draw(choice: .mix), kind: .coffee
                ).event,
                answered("w1", "ann", texts: ["mine", "two"]), answered("w1", "bob", texts: ["canary-answer"]),
                answered("w2", "ann", numbers: [4]), answered("w3", "ann", numbers: [1, 0]),
                answered("w4", "ann", numbers: [1, 7]), answered("w5", "ann", numbers: [2, 5]),
                answered("w6", "bob", texts: ["canary-word"]),
                ActionSaved(person: "bob", what: "canary-action").event,
                ActionSaved(person: "ann", what: "Grow cress").event,
            ]
        return Given.open.after(events, at: Given.open.at + 1_000).after(EndMeeting().command)
    }()

    @Test("they take what they could see, by round, each address once")
    func takes() throws {
        let takeaway = try #require(Takeaway(of: "ann", in: Self.evening))
        #expect(takeaway.action?.what == "Grow cress")
        #expect(
            takeaway.answers.map(\.lines) == [
                ["mine", "two"], ["4/5 (no – yes)"], ["1. b", "2. a"], ["b"], ["I can: 2/5", "I dare: 5/5"],
            ])
        #expect(takeaway.answers.map(\.question) == ["w1?", "w2?", "w3?", "w4?", "w5?"])
        #expect(takeaway.sittings.map(\.round) == [1, 2] && takeaway.sittings.map(\.number) == [1, 2])
        #expect(takeaway.sittings.map(\.others) == [["bob"], []])
        #expect(takeaway.sittings[0].notes.compactMap(\.text) == ["ours", "ours to all"])
        #expect(takeaway.sittings[0].task == "Talk" && takeaway.sittings.map(\.isCoffee) == [false, true])
        #expect(takeaway.brought.map(\.number) == [2] && takeaway.brought[0].notes.map(\.text) == ["theirs to all"])
        #expect(
            takeaway.links.map(\.address) == [
                "https://kit.example/list", "HTTPS://a.example/1", "https://b.example/x?y=1", "http://c.example",
            ])
        #expect(takeaway.links.map(\.item) == ["Welcome", "Welcome", nil, nil])
        #expect(takeaway.links.map(\.author) == [nil, nil, "bob", "bob"])
        #expect(!"\(takeaway)".contains("canary"))
    }

    @Test("a guest, a table's device and a stranger take nothing")
    func nobody() {
        #expect(Takeaway(of: "gus", in: Self.evening) == nil && Takeaway(of: "zoe", in: Self.evening) == nil)
        #expect(Takeaway(of: "tab", in: Given.open.joined("tab", .table)) == nil)
    }

    @Test(
        "addresses in what people write, as the pages find them",
        arguments: [
            ("no", []), ("https://", []), ("ftp://a.example", []), ("javascript:alert(1)", []),
            ("<https://a.example>", ["https://a.example"]), ("(http://a.example/b).", ["http://a.example/b"]),
            ("Look:https://a.example/ŵ!", ["https://a.example/ŵ"]),
            ("https://a.example\"onclick", ["https://a.example"]),
            ("https:///x", []), ("https://?x", []), ("HTTP://A.example", ["HTTP://A.example"]),
            ("https://a.example\nhttps://b.example", ["https://a.example", "https://b.example"]),
        ] as [(String, [String])])
    func addresses(_ text: String, _ expected: [String]) { #expect(Text.addresses(in: text) == expected) }
}
