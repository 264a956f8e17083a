// Knows that the decks the program comes with can be asked, and that one that cannot is refused by file and key.

import Foundation
import Testing

@testable import Meetings
@testable import Staffroom

@Suite struct PromptDeckTests {
    private static let resources = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    @Test("there is a deck for every occasion, in both languages, each prompt with its purpose")
    func shipped() throws {
        let resources = try Resources(named: Self.resources.path)
        let decks = try PromptDeck.all(in: resources)
        #expect(
            decks.compactMap(\.id) == [
                "check-in", "after-a-talk", "hands-on-as-a-teacher", "hands-on-as-a-student", "planning-for-my-class",
                "inclusion", "check-out",
            ])
        let items = decks.flatMap(\.prompts)
        #expect(Set(items.map(\.kind)) == Set(PromptKind.allCases))
        for item in items {
            let (english, welsh) = (item.plan(\.en), item.plan(\.cy))
            #expect(english.text != welsh.text && english.purpose?.isEmpty == false && welsh.purpose?.isEmpty == false)
            #expect(english.choices.count == welsh.choices.count && english.key == welsh.key)
        }
        // The same wording at the start and at the end, or the answers could not be compared.
        #expect(items.count { $0.key == "confidence" } == 2)
        #expect(try AgendaTemplate.all(in: resources, asking: decks).count == 6)
    }

    /// A deck with one prompt, some of it replaced.
    private static func deck(_ old: String = "", _ new: String = "") -> Data {
        let text = """
            {"order":1,"name":{"en":"One","cy":"Un"},"prompts":[{"key":"one","kind":"scale","circle":"named",
            "seconds":60,"text":{"en":"How?","cy":"Sut?"},"purpose":{"en":"To know","cy":"I wybod"},
            "choices":[{"en":"No","cy":"Na"},{"en":"Yes","cy":"Ie"}]}]}
            """
        return Data(text.replacing(old, with: new).utf8)
    }

    @Test(
        "a deck that cannot be asked stops the start, and says where",
        arguments: [
            ("\"scale\"", "\"dance\"", "one.json"), ("\"seconds\":60", "\"seconds\":2", "one.json, prompt one"),
            (",{\"en\":\"Yes\",\"cy\":\"Ie\"}", "", "one.json, prompt one"),
            ("\"cy\":\"Sut?\"", "\"cy\":\" \"", "one.json, prompt one"), ("\"purpose\"", "\"purposes\"", "one.json"),
        ])
    func broken(_ old: String, _ new: String, _ place: String) {
        let failure = #expect(throws: Failure.self) {
            try PromptDeck.all(of: [(name: "one.json", data: Self.deck(old, new))])
        }
        #expect(failure?.sentence.contains("Config/prompts/\(place)") == true, "\(failure?.sentence ?? "")")
        #expect(failure?.code == Ending.settings)
    }

    @Test("a key means the same question wherever it stands")
    func keys() throws {
        let same = [(name: "one.json", data: Self.deck()), (name: "two.json", data: Self.deck())]
        #expect(try PromptDeck.all(of: same).count == 2)
        let failure = #expect(throws: Failure.self) {
            try PromptDeck.all(of: [same[0], (name: "two.json", data: Self.deck("How?", "Why?"))])
        }
        #expect(failure?.sentence.contains("two.json, prompt one") == true)
    }
}
