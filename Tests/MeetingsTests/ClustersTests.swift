// Knows what is promised of clusters: only what everybody has seen, a card in one place, no cluster without cards.

import Testing

@testable import Meetings

@Suite struct ClustersTests {
    private static func card(_ response: ResponseID, _ index: Int = 0) -> PromptCard {
        PromptCard(response: response, index: index)
    }

    /// Cards are shown: two of Ann's, one of Bob's, and one of Cai's that only Cai's group has seen.
    private static let shown: Room = {
        var room = Given.talk.after(
            PreparePrompt(plan: PromptPlan(kind: .cards, text: "What next?", circle: .named), segment: nil).command)
        let id = room.prompts[0].id
        room = room.after(OpenPrompt(prompt: id).command)
            .after(FormGroups(plan: Given.groups(["ann", "bob"])).command)
        for (person, texts, narrowing) in [
            ("ann", ["Cress", "A lamp"], Narrowing?.none), ("bob", ["Beans"], nil),
        ] as [(PersonID, [String], Narrowing?)] {
            room = room.after(
                SaveResponse(prompt: id, answer: PromptAnswer(texts: texts), narrowing: narrowing, isHandedIn: true)
                    .command,
                by: .person(person))
        }
        return room.after(RevealPrompt(prompt: id).command)
    }()
    private static let prompt = shown.prompts[0].id
    private static let ann = shown.prompts[0].responses.first { $0.author == "ann" }?.id ?? "none"
    private static let bob = shown.prompts[0].responses.first { $0.author == "bob" }?.id ?? "none"

    private static func put(_ cards: [PromptCard], into cluster: ClusterID? = nil, named name: String? = nil) -> Command
    { ClusterResponses(prompt: prompt, cluster: cluster, name: name, cards: cards).command }

    private static func refusal(_ room: Room, _ command: Command) -> Rejection? {
        guard case .refused(let rejection) = Outcome(room, command, by: .person("lea"), at: room.at + 1) else {
            return nil
        }
        return rejection
    }

    @Test("a card is in one cluster at a time, and a cluster without cards is gone")
    func moving() throws {
        var room = Self.shown.after(Self.put([Self.card(Self.ann), Self.card(Self.bob)], named: "Things that grow"))
        let green = try #require(room.prompts[0].clusters.first)
        #expect(green.name == "Things that grow" && green.cards == [Self.card(Self.ann), Self.card(Self.bob)])
        room = room.after(Self.put([Self.card(Self.bob), Self.card(Self.ann, 1)], named: "Others"))
        #expect(
            room.prompts[0].clusters.map(\.cards) == [
                [Self.card(Self.ann)], [Self.card(Self.bob), Self.card(Self.ann, 1)],
            ])
        room = room.after(Self.put([Self.card(Self.ann)], into: room.prompts[0].clusters[1].id))
        #expect(room.prompts[0].clusters.map(\.name) == ["Others"])
        room = room.after(Self.put([], into: room.prompts[0].clusters[0].id, named: "Everything"))
        #expect(room.prompts[0].clusters.map(\.name) == ["Everything"])
        room = room.after(Self.put(room.prompts[0].clusters[0].cards))
        #expect(room.prompts[0].clusters.isEmpty)
    }

    @Test("what was taken back is in no cluster")
    func takenBack() {
        let room = Self.shown.after(Self.put([Self.card(Self.ann, 1), Self.card(Self.bob)], named: "Both"))
            .after(WithdrawResponse(response: Self.ann).command, by: .person("ann"))
        #expect(room.prompts[0].clusters.map(\.cards) == [[Self.card(Self.bob)]])
        #expect(
            room.after(WithdrawResponse(response: Self.bob).command, by: .person("bob")).prompts[0].clusters.isEmpty)
    }

    @Test(
        "what cannot be put together is refused",
        arguments: [
            (put([card("none")], named: "A"), Rejection.notFound), (put([card(ann, 2)], named: "A"), .notFound),
            (put([card(ann), card(ann)], named: "A"), .alreadySo), (put([], named: "A"), .notFound),
            (put([card(ann)]), .alreadySo), (put([card(ann)], into: "none"), .notFound),
            (put([card(ann)], named: String(repeating: "a", count: 61)), .textTooLong(limit: 60)),
            (ShowCluster(prompt: prompt, cluster: "none", isShown: true).command, .notFound),
        ])
    func refused(_ command: Command, _ rejection: Rejection) {
        #expect(Self.refusal(Self.shown, command) == rejection)
    }

    @Test("an answer that only a group has seen is in no cluster, nor is one that nobody has seen yet")
    func unseen() throws {
        let plan = PromptPlan(kind: .open, text: "What next?", circle: .group)
        var room = Given.talk.after(FormGroups(plan: Given.groups(["ann", "bob"])).command)
            .after(PreparePrompt(plan: plan, segment: nil).command)
        let id = room.prompts[0].id
        room = room.after(OpenPrompt(prompt: id).command)
            .after(
                SaveResponse(prompt: id, answer: PromptAnswer(texts: ["Cress"]), narrowing: nil, isHandedIn: true)
                    .command,
                by: .person("ann"))
        let response = try #require(room.prompts[0].responses.first?.id)
        let wish = ClusterResponses(prompt: id, cluster: nil, name: "A", cards: [Self.card(response)]).command
        #expect(Self.refusal(room, wish) == .notFound)
        #expect(Self.refusal(room.after(RevealPrompt(prompt: id).command), wish) == .notFound)
    }

    @Test("a cluster comes to the wall and goes from it")
    func wall() throws {
        let room = Self.shown.after(Self.put([Self.card(Self.ann)], named: "Green"))
        let id = try #require(room.prompts[0].clusters.first?.id)
        let shown = room.after(ShowCluster(prompt: Self.prompt, cluster: id, isShown: true).command)
        #expect(shown.prompts[0].clusters.map(\.isOnWall) == [true])
        #expect(
            Self.refusal(shown, ShowCluster(prompt: Self.prompt, cluster: id, isShown: true).command) == .alreadySo)
    }
}
