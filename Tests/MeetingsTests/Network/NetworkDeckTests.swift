// Knows what a network's own prompts promise: kept as they can be asked, changed under the same key, dropped for good.

import Testing

@testable import Meetings

@Suite struct NetworkDeckTests {
    private static func keep(_ text: String, _ prompt: PromptID? = nil, key: String? = nil) -> NetworkCommand {
        KeepPrompt(prompt: prompt, plan: PromptPlan(kind: .open, text: text, circle: .named, key: key)).command
    }

    private static let one = Network().after(keep(" What next? "), by: .desk)

    @Test("what is kept has a key, by which its answers are found again")
    func keeping() {
        #expect(Self.one.deck.map(\.id) == ["o1"])
        #expect(Self.one.deck.first?.plan?.text == "What next?" && Self.one.deck.first?.plan?.key == "own.o1")
        let other = Self.one.after(Self.keep("How sure?", key: "confidence"), by: .desk)
        #expect(other.deck.map(\.plan?.key) == ["own.o1", "confidence"])
    }

    @Test("a change keeps place and key")
    func changing() {
        let two = Self.one.after(Self.keep("Second?"), by: .desk).after(
            Self.keep("What else?", "o1", key: "x"), by: .desk)
        #expect(two.deck.map(\.plan?.text) == ["What else?", "Second?"])
        #expect(two.deck.first?.plan?.key == "own.o1")
    }

    @Test("what cannot be asked, is kept already or is not there is refused")
    func refused() {
        #expect(Self.one.outcome(Self.keep(" "), by: .desk) == .failure(.textMissing))
        #expect(Self.one.outcome(Self.keep("What next?", "o1"), by: .desk) == .failure(.alreadySo))
        #expect(Self.one.outcome(Self.keep("?", "o9"), by: .desk) == .failure(.notFound))
        #expect(Self.one.outcome(DropPrompt(prompt: "o9").command, by: .desk) == .failure(.notFound))
        let full = (0..<NetworkLimits.prompts).reduce(Network()) { $0.after(Self.keep("Number \($1)?"), by: .desk) }
        #expect(full.outcome(Self.keep("One more?"), by: .desk) == .failure(.tooMany(limit: NetworkLimits.prompts)))
    }

    @Test("what was dropped is gone, and its words with it")
    func dropping() throws {
        let drop = DropPrompt(prompt: "o1").command
        #expect(Self.one.after(drop, by: .desk).deck.isEmpty)
        let event = PromptDropped(prompt: "o1").event
        #expect(event.erasure == .object("prompt-o1"))
    }
}
