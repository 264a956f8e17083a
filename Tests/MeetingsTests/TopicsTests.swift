// Knows what people may say they offer, need and teach, and what is kept of groups that are prepared.

import Meetings
import Testing

@Suite struct TopicsTests {
    private static let topics = ["python", "cad"].map { Topic(id: TopicID(rawValue: $0), names: ["en": $0]) }
    private static let room = Given.open.after(.setTopics(topics: topics))

    private func refusal(_ room: Room, _ command: Command, by actor: Meetings.Actor = "lea") -> Rejection? {
        guard case .refused(let rejection) = Outcome(room, command, by: actor, at: room.at + 1_000) else { return nil }
        return rejection
    }

    @Test("needs keep their order; only topics of the list, each once")
    func choose() {
        let said = Self.room.after(.setNeeds(topics: ["cad", "python"]), by: "ann")
        #expect(said.people["ann"]?.needs == ["cad", "python"])
        #expect(refusal(said, .setNeeds(topics: ["cad", "python"]), by: "ann") == .alreadySo)
        #expect(refusal(said, .setOffers(topics: ["magic"]), by: "ann") == .notFound)
        #expect(refusal(said, .setOffers(topics: ["cad", "cad"]), by: "ann") == .alreadySo)
        #expect(said.after(.setNeeds(topics: []), by: "ann").people["ann"]?.needs == [])
    }

    @Test("a list has names and no topic twice")
    func lists() {
        #expect(refusal(Given.open, .setTopics(topics: [Topic(id: "a", names: [:])])) == .textMissing)
        #expect(refusal(Given.open, .setTopics(topics: [Self.topics[0], Self.topics[0]])) == .alreadySo)
        let many = (0...Limits.topics).map { Topic(id: TopicID(rawValue: "t\($0)"), names: ["en": "T"]) }
        #expect(refusal(Given.open, .setTopics(topics: many)) == .tooMany(limit: Limits.topics))
    }

    @Test("what was said earlier comes back once, and only what is still a topic")
    func recall() {
        let recall = Command.recallTopics(person: "ann", offers: ["gone", "cad"], needs: [], teaching: .primary)
        let room = Self.room.after(recall, by: .system)
        #expect(room.people["ann"]?.offers == ["cad"])
        #expect(room.people["ann"]?.teaching == .primary)
        #expect(refusal(room, recall, by: .system) == .alreadySo)
        #expect(refusal(Self.room, recall) == .notAllowed(needs: .lead))
    }

    @Test("a draft may name people who have not come yet, and can be saved again or dropped")
    func drafts() {
        let saved = Given.planned.after(.saveDraft(draft: nil, title: "A", plan: Given.groups(["zoe"], ["lea"])))
        let draft = saved.drafts[0].id
        #expect(saved.drafts[0].plan.groups.map(\.members) == [["zoe"], ["lea"]])
        let again = saved.after(.saveDraft(draft: draft, title: "B", plan: Given.groups(["lea"])))
        #expect(again.drafts.map(\.title) == ["B"])
        #expect(again.after(.dropDraft(draft: draft)).drafts.isEmpty)
        #expect(refusal(saved, .dropDraft(draft: "d0")) == .notFound)
    }

    @Test("who is together and who apart is about people of the room")
    func pairs() {
        let room = Given.open.after(.setPairRules(together: [["ann", "bob"]], apart: []))
        #expect(room.pairRules.together == [["ann", "bob"]])
        #expect(refusal(Given.open, .setPairRules(together: [["ann", "zoe"]], apart: [])) == .notFound)
        #expect(
            refusal(Given.open, .setPairRules(together: [["ann"]], apart: []))
                == .outOfBounds(least: 2, most: Limits.peopleInGroup))
    }
}
