// Knows what minutes say of prompts: what everybody was shown, to leads also what groups were, and nothing that
// somebody kept.

import Exchange
import Testing

@testable import Meetings

@Suite struct PromptMinutesTests {
    private static func asked(_ id: PromptID, _ kind: PromptKind, _ choices: [String] = []) -> [Event] {
        [
            PromptPrepared(
                prompt: id, kind: kind, text: "Asked \(id.rawValue)", purpose: "canary-purpose", choices: choices,
                isMultiple: false, circle: .named, key: "canary-key"
            ).event,
            PromptOpened(
                prompt: id, kind: kind, text: "Asked \(id.rawValue)", choices: choices, isMultiple: false,
                circle: .named
            ).event,
        ]
    }

    private static func saved(
        _ id: PromptID, _ person: PersonID, _ texts: [String], _ numbers: [Int] = [], isHandedIn: Bool = true
    ) -> Event {
        ResponseSaved(
            prompt: id, response: ResponseID(rawValue: "\(id.rawValue)-\(person.rawValue)"), person: person,
            texts: texts, numbers: numbers, words: 1, isHandedIn: isHandedIn, wasHandedIn: false
        ).event
    }

    private static func shown(
        _ id: PromptID, _ person: PersonID, _ texts: [String], _ numbers: [Int] = [], _ circle: Circle = .named
    ) -> Event {
        ResponseRevealed(
            prompt: id, response: ResponseID(rawValue: "\(id.rawValue)-\(person.rawValue)"), person: person,
            name: person == "ann" ? "Ann Rees" : "Bob", texts: texts, numbers: numbers, circle: circle
        ).event
    }

    private static let meeting: [Event] = {
        var events: [Event] = [
            MeetingPlanned(title: "Soil", plannedStart: 1_773_334_800_000, zone: "Europe/London", options: Options())
                .event,
            MeetingOpened().event,
        ]
        for (id, name) in [(PersonID(rawValue: "ann"), "Ann Rees"), ("bob", "Bob")] {
            events.append(
                PersonJoined(
                    person: id, role: .participant, mode: .remote, tier: .pseudonymous, name: name, school: nil
                )
                .event)
        }
        events +=
            asked("w1", .open) + [
                saved("w1", "ann", ["for everybody"]), saved("w1", "bob", ["for the group"]),
                saved("w1", "cai", ["canary-kept"]), saved("w1", "dai", ["canary-draft"], isHandedIn: false),
                PromptClosed(prompt: "w1").event, shown("w1", "ann", ["for everybody"]),
                shown("w1", "bob", ["for the group"], [], .group), PromptRevealed(prompt: "w1").event,
            ]
        events += asked("w2", .word)
        for (person, word) in [(PersonID(rawValue: "ann"), "Hope"), ("bob", "hope")] {
            events.append(saved("w2", person, [word]))
        }
        events += [
            shown("w2", "bob", ["hope"], [], .firstNames), shown("w2", "ann", ["Hope"], [], .firstNames),
            PromptRevealed(prompt: "w2").event,
        ]
        for (id, kind, choices, numbers) in [
            (PromptID(rawValue: "w3"), PromptKind.scale, ["no", "yes"], [4]),
            ("w4", .choice, ["cress", "beans"], [1]), ("w5", .order, ["first", "second"], [1, 0]),
            ("w6", .confidence, ["teach", "help"], [2, 5]),
        ] {
            events += asked(id, kind, choices) + [saved(id, "ann", [], numbers), shown(id, "ann", [], numbers)]
            let change = kind == .confidence ? [ConfidenceChange(up: 4, same: 1, down: 0)] : nil
            events.append(PromptRevealed(prompt: id, change: change).event)
        }
        events += asked("w7", .open) + [saved("w7", "ann", ["canary-not-shown"])]
        return events + asked("w8", .cards) + [
            saved("w8", "ann", ["canary-taken-back"]), shown("w8", "ann", ["canary-taken-back"]),
            PromptRevealed(prompt: "w8").event, ResponseWithdrawn(prompt: "w8", response: "w8-ann").event,
            MeetingEnded().event,
        ]
    }()

    private static func minutes(_ readers: MinutesReaders, _ language: String = "en") throws -> Minutes {
        var room = Room()
        for (index, event) in meeting.enumerated() {
            room.apply(Entry(sequence: Int64(index + 1), at: 1_773_334_800_000 + Int64(index), event: event))
        }
        return Minutes(room, for: readers, texts: try Catalogues.texts(language))
    }

    @Test(
        "what was kept, drafted, not shown or taken back is in none; what a group was shown is for leads",
        arguments: MinutesForm.allCases)
    func sight(_ form: MinutesForm) throws {
        let (all, leads) = try (
            Self.minutes(.everybody).written(as: form), Self.minutes(.leads).written(as: form)
        )
        #expect(!all.contains("canary") && !leads.contains("canary"))
        #expect(all.contains("for everybody") && leads.contains("for everybody"))
        #expect(!all.contains("for the group") && leads.contains("for the group"))
        #expect(all.contains("Ann Rees") && all.contains("Answers were not shown."))
    }

    @Test("what was answered in the student's hat says so, a text by itself and what is counted as a sum")
    func hats() throws {
        var room = Room()
        let shown = ResponseRevealed(
            prompt: "w1", response: "w1-ann", person: "ann", name: "Ann Rees", texts: ["I would give up"], numbers: [],
            circle: .named, isStudent: true
        ).event
        let events =
            Self.asked("w1", .open) + [
                ResponseSaved(
                    prompt: "w1", response: "w1-ann", person: "ann", texts: ["I would give up"], numbers: [], words: 4,
                    isHandedIn: true, wasHandedIn: false, isStudent: true
                ).event,
                shown, PromptRevealed(prompt: "w1").event,
            ]
        for (index, event) in events.enumerated() {
            room.apply(Entry(sequence: Int64(index + 1), at: 1_773_334_800_000 + Int64(index), event: event))
        }
        for (language, mark) in [("en", "in the student’s hat"), ("cy", "yn gwisgo het y disgybl")] {
            let texts = try Catalogues.texts(language)
            let table = try #require(
                Minutes(room, for: .everybody, texts: texts).parts.flatMap(\.tables).first { !$0.rows.isEmpty })
            #expect(table.rows.first?[1] == "Ann Rees, \(mark)")
            #expect(table.lines.contains { $0.hasPrefix("1 ") && $0.contains(mark) })
        }
    }

    @Test("words, scales and choices are counted, whoever gave them")
    func counts() throws {
        let part = try #require(try Self.minutes(.everybody).parts.first { $0.title == "Prompts" })
        let rows = part.tables.map(\.rows)
        #expect(rows[1] == [["hope", "2"]])
        #expect(rows[2] == [["no – yes", "0", "0", "0", "1", "0"]])
        #expect(rows[3] == [["cress", "0"], ["beans", "1"]])
        #expect(rows[4] == [["first", "0", "1"], ["second", "1", "0"]])
        #expect(rows[5] == [["teach", "0", "1", "0", "0", "0"], ["help", "0", "0", "0", "0", "1"]])
        #expect(part.tables[5].lines.contains { $0.hasPrefix("teach: of 5 who answered both times, 4 surer") })
        #expect(part.tables[0].lines.contains("3 answers were handed in."))
    }

    @Test("in both languages every heading has its words", arguments: LocaleTexts.languages)
    func languages(_ language: String) throws {
        for readers in MinutesReaders.allCases {
            let text = try Self.minutes(readers, language).written(as: .text)
            for key in ["minutes.", "kind.", "{"] { #expect(!text.contains(key), "\(key)") }
        }
    }
}
