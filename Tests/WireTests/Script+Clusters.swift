// The part of the scripted meeting in which answers are put together, brought to the wall and taken back. Whoever's view
// is folded answers nothing.

@testable import Meetings

extension Script {
    mutating func clusters() throws {
        let plan = PromptPlan(kind: .cards, text: "What grows?", circle: .named)
        try say(PreparePrompt(plan: plan, segment: nil).command, by: Self.lead)
        guard let id = room.prompts.last?.id else { return }
        try say(OpenPrompt(prompt: id).command, by: Self.lead)
        let cai = PersonID(rawValue: "p3")
        for (person, texts) in [(Self.ben, ["Cress", "Beans"]), (cai, ["Grass"])] {
            try say(
                SaveResponse(prompt: id, answer: PromptAnswer(texts: texts), narrowing: nil, isHandedIn: true).command,
                by: person)
        }
        try say(RevealPrompt(prompt: id).command, by: Self.lead)
        let responses = room.prompts.last?.responses ?? []
        guard let bens = responses.first(where: { $0.author == Self.ben })?.id,
            let cais = responses.first(where: { $0.author == cai })?.id
        else { return }
        let cards = [
            PromptCard(response: bens, index: 0), PromptCard(response: cais, index: 0),
            PromptCard(response: bens, index: 1),
        ]
        try say(cluster(id, nil, "Green", Array(cards.prefix(2))), by: Self.lead)
        try say(cluster(id, nil, "Other", [cards[2]]), by: Self.lead)
        guard let first = room.prompts.last?.clusters.first?.id else { return }
        try say(cluster(id, first, "All", [cards[2]]), by: Self.lead)
        try say(cluster(id, nil, nil, [cards[0]]), by: Self.lead)
        try say(ShowCluster(prompt: id, cluster: first, isShown: true).command, by: Self.lead)
        try say(WithdrawResponse(response: cais).command, by: cai)
    }

    private func cluster(_ id: PromptID, _ cluster: ClusterID?, _ name: String?, _ cards: [PromptCard]) -> Command {
        ClusterResponses(prompt: id, cluster: cluster, name: name, cards: cards).command
    }
}
