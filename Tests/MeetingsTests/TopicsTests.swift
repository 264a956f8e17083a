// Knows what people may say they offer, need and teach, and what is kept of groups that are prepared.

import Foundation
import Testing

@testable import Meetings

@Suite struct TopicsTests {
    private static let topics = ["python", "cad"].map { Topic(id: TopicID(rawValue: $0), names: ["en": $0]) }
    private static let room = Given.open.after(SetTopics(topics: topics).command)

    private func refusal(_ room: Room, _ command: Command, by actor: Meetings.Actor = "lea") -> Rejection? {
        guard case .refused(let rejection) = Outcome(room, command, by: actor, at: room.at + 1_000) else { return nil }
        return rejection
    }

    @Test("needs keep their order; only topics of the list, each once")
    func choose() {
        let said = Self.room.after(SetNeeds(topics: ["cad", "python"]).command, by: "ann")
        #expect(said.people["ann"]?.needs == ["cad", "python"])
        #expect(refusal(said, SetNeeds(topics: ["cad", "python"]).command, by: "ann") == .alreadySo)
        #expect(refusal(said, SetOffers(topics: ["magic"]).command, by: "ann") == .notFound)
        #expect(refusal(said, SetOffers(topics: ["cad", "cad"]).command, by: "ann") == .alreadySo)
        #expect(said.after(SetNeeds(topics: []).command, by: "ann").people["ann"]?.needs == [])
    }

    @Test("a list has names and no topic twice")
    func lists() {
        #expect(refusal(Given.open, SetTopics(topics: [Topic(id: "a", names: [:])]).command) == .textMissing)
        #expect(refusal(Given.open, SetTopics(topics: [Self.topics[0], Self.topics[0]]).command) == .alreadySo)
        let many = (0...Limits.topics).map { Topic(id: TopicID(rawValue: "t\($0)"), names: ["en": "T"]) }
        #expect(refusal(Given.open, SetTopics(topics: many).command) == .tooMany(limit: Limits.topics))
    }

    @Test("what was said earlier comes back once, and only what is still a topic")
    func recall() {
        let recall = RecallTopics(person: "ann", offers: ["gone", "cad"], needs: [], teaching: .primary).command
        let room = Self.room.after(recall, by: .system)
        #expect(room.people["ann"]?.offers == ["cad"])
        #expect(room.people["ann"]?.teaching == .primary)
        #expect(refusal(room, recall, by: .system) == .alreadySo)
        #expect(refusal(Self.room, recall) == .notAllowed(needs: .lead))
    }

    @Test("a draft may name people who have not come yet, and can be saved again or dropped")
    func drafts() {
        let saved = Given.planned.after(SaveDraft(draft: nil, title: "A", plan: Given.groups(["zoe"], ["lea"])).command)
        let draft = saved.drafts[0].id
        #expect(saved.drafts[0].plan.groups.map(\.members) == [["zoe"], ["lea"]])
        let again = saved.after(SaveDraft(draft: draft, title: "B", plan: Given.groups(["lea"])).command)
        #expect(again.drafts.map(\.title) == ["B"])
        #expect(again.after(DropDraft(draft: draft).command).drafts.isEmpty)
        #expect(refusal(saved, DropDraft(draft: "d0").command) == .notFound)
    }

    @Test("who is together and who apart is about people of the room")
    func pairs() {
        let room = Given.open.after(SetPairRules(together: [["ann", "bob"]], apart: []).command)
        #expect(room.pairRules.together == [["ann", "bob"]])
        #expect(refusal(Given.open, SetPairRules(together: [["ann", "zoe"]], apart: []).command) == .notFound)
        #expect(
            refusal(Given.open, SetPairRules(together: [["ann"]], apart: []).command)
                == .outOfBounds(least: 2, most: Limits.peopleInGroup))
    }

    @Test("an item has rules of its own, which hold beside those of the evening and go with it")
    func pairsOfAnItem() {
        let (first, second) = (Given.planned.agenda[0].id, Given.planned.agenda[1].id)
        let room = Given.open.joined("cai").after(
            SetPairRules(together: [["ann", "bob"]], apart: []).command
        ).after(SetPairRules(together: [], apart: [["ann", "cai"]], segment: second).command)
        #expect(room.pairRules(in: first) == PairRules(together: [["ann", "bob"]], apart: []))
        #expect(room.pairRules(in: second) == PairRules(together: [["ann", "bob"]], apart: [["ann", "cai"]]))
        #expect(room.pairRules(in: nil) == room.pairRules)
        #expect(room.pairRulesNow == room.pairRules)
        #expect(room.after(OpenSegment(segment: second).command).pairRulesNow.apart == [["ann", "cai"]])
        #expect(
            room.after(RemoveSegment(segment: second).command).pairRules(in: second) == room.pairRules)
        #expect(
            refusal(room, SetPairRules(together: [], apart: [["ann", "cai"]], segment: second).command) == .alreadySo)
        #expect(refusal(room, SetPairRules(together: [], apart: [], segment: "s0").command) == .notFound)
    }

    @Test("whoever was joined with another entry is meant by it in rules and prepared groups")
    func joinedInRules() {
        let segment = Given.planned.agenda[0].id
        let room = Given.open.joined("cai").after(
            SetPairRules(together: [["ann", "bob"]], apart: [["bob", "cai"]]).command
        ).after(SetPairRules(together: [["bob", "ann", "cai"]], apart: [], segment: segment).command)
            .after(SaveDraft(draft: nil, title: "A", plan: Given.groups(["bob"], ["cai"])).command)
            .after(SaveDraft(draft: nil, title: "B", plan: Given.groups(["bob"], ["ann"])).command)
            .after(MergePerson(person: "bob", into: "ann").command)
        // They cannot be together with themselves.
        #expect(room.pairRules == PairRules(together: [], apart: [["ann", "cai"]]))
        #expect(room.itemRules[segment] == PairRules(together: [["ann", "cai"]], apart: []))
        #expect(room.drafts.map { $0.plan.groups.map(\.members) } == [[["ann"], ["cai"]], [[], ["ann"]]])
    }

    @Test(
        "where somebody teaches is one thing; an older word for it is still read",
        arguments: [
            ("primary", SchoolPhase.primary), ("secondary", .secondary), ("FE", .furtherEducation),
            ("further", .furtherEducation), ("Further", nil), ("", nil),
        ])
    func schoolPhases(_ word: String, _ phase: SchoolPhase?) {
        let read = try? JSONDecoder().decode([SchoolPhase].self, from: Data("[\"\(word)\"]".utf8))
        #expect(read == phase.map { [$0] })
    }
}
