// The part of the scripted meeting in which everything happens that can happen with prompts. Whoever's view is folded
// answers nothing: what is one's own comes by another message.

@testable import Meetings

extension Script {
    mutating func prompts() throws {
        let plan = PromptPlan(
            kind: .choice, text: "Which one?", purpose: "To choose", choices: ["Cress", "A lamp"], circle: .firstNames,
            seconds: 120, key: "hands-on-as-a-student.which")
        try say(PreparePrompt(plan: plan, segment: room.current).command, by: Self.lead)
        try say(PreparePrompt(plan: plan, segment: nil).command, by: Self.lead)
        try say(RemovePrompt(prompt: room.prompts[1].id).command, by: Self.lead)
        let id = room.prompts[0].id
        var named = plan
        named.circle = .named
        try say(EditPrompt(prompt: id, plan: named, segment: nil).command, by: Self.lead)
        try say(OpenPrompt(prompt: id).command, by: Self.lead)
        try say(ExtendPrompt(prompt: id, seconds: 60).command, by: Self.lead)
        let cai = PersonID(rawValue: "p3")
        for (person, number, isHandedIn) in [(Self.ben, 1, true), (cai, 0, false), (cai, 0, true)] {
            try say(
                SaveResponse(
                    prompt: id, answer: PromptAnswer(numbers: [number], isStudent: number == 1), narrowing: nil,
                    isHandedIn: isHandedIn
                )
                .command, by: person)
        }
        try say(RevealPrompt(prompt: id).command, by: Self.lead)
        let shown = room.prompts[0].responses.map(\.id)
        try say(StarResponse(response: shown[0]).command, by: Self.ben)
        try say(StarResponse(response: shown[1]).command, by: Self.ben)
        try say(UnstarResponse(response: shown[1]).command, by: Self.ben)
        try say(ShowResponse(response: shown[0], isShown: true).command, by: Self.lead)
        let own = room.prompts[0].responses.first { $0.author == cai }?.id
        try say(WithdrawResponse(response: own ?? shown[0]).command, by: cai)
    }
}
