// The part of the scripted meeting in which people answer and nobody learns who said what: once enough, once too few.

@testable import Meetings

extension Script {
    mutating func anonymous() throws {
        let said = ["Lost", "Tired", "Lost", "Glad", "Curious"]
        try answer(said, wordFrom: "How was it?", people: ["p1", "p2", "p3", "p9", "c1"])
        let shown = room.prompts.last?.responses.map(\.id) ?? []
        try say(StarResponse(response: shown[2]).command, by: Self.ben)
        try say(ShowResponse(response: shown[3], isShown: true).command, by: Self.lead)
        try answer(["Alone"], wordFrom: "And now?", people: ["p2"])
    }

    private mutating func answer(_ words: [String], wordFrom question: String, people: [String]) throws {
        let plan = PromptPlan(kind: .word, text: question, circle: .anonymous)
        try say(PreparePrompt(plan: plan, segment: nil).command, by: Self.lead)
        let id = room.prompts[room.prompts.count - 1].id
        try say(OpenPrompt(prompt: id).command, by: Self.lead)
        try say(ClosePrompt(prompt: id).command, by: Self.lead)
        let answered = people.map { PersonID(rawValue: $0) }
        try say(NoteSealed(prompt: id, people: answered, count: words.count).command)
        try say(RevealPrompt(prompt: id).command, by: Self.lead, sealed: words.map { PromptAnswer(texts: [$0]) })
    }
}
