// The part of the scripted meeting in which everything happens that can happen in groups. Only the group of the
// participant whose view is folded writes: what others wrote comes back by another message.

import Meetings

extension Script {
    mutating func groups() throws {
        let (cai, una) = ("p3", "p7")
        try say(
            .setTopics(topics: ["python", "cad"].map { Topic(id: TopicID(rawValue: $0), names: ["en": $0]) }),
            by: Self.lead)
        try say(.setOffers(topics: [TopicID(rawValue: "python")]), by: Self.siân)
        try say(.setNeeds(topics: [TopicID(rawValue: "cad"), TopicID(rawValue: "python")]), by: Self.ben)
        try say(.setTeaching(teaching: .primary), by: Self.ben)
        try say(
            .setPairRules(together: [[Self.siân, Self.ben]], apart: [[Self.ben, PersonID(rawValue: una)]]),
            by: Self.lead)
        let plan = RoundPlan(
            groups: [
                GroupPlan(
                    members: [Self.siân, Self.ben], table: 2, bridge: Self.ben,
                    roles: GroupRoles(facilitator: Self.siân, reporter: Self.ben),
                    texts: GroupTexts(link: "https://meet.example.org/1", expected: ["Nia"])),
                GroupPlan(members: [PersonID(rawValue: una)], texts: GroupTexts(task: "Listen")),
            ], task: "Talk", draw: Draw(choice: .expertise, seed: 9, iterations: 30, engine: "e/1", points: 12))
        try say(.saveDraft(draft: nil, title: "First idea", plan: plan), by: Self.lead)
        try say(.dropDraft(draft: room.drafts[0].id), by: Self.lead)
        try say(.formGroups(plan: plan), by: Self.lead)
        let round = room.rounds[0]
        try say(.openGroup(plan: GroupPlan(members: [PersonID(rawValue: cai)]), reason: .newGroup))
        try say(.movePeople(moves: [Move(person: PersonID(rawValue: cai), to: round.groups[1].id, reason: .smallest)]))
        try say(
            .editGroup(
                group: round.groups[1].id, texts: GroupTexts(task: "Listen well"), table: 5, bridge: nil,
                roles: GroupRoles()), by: Self.lead)
        try say(
            .editGroup(
                group: nil, texts: GroupTexts(task: "Talk more"), table: nil, bridge: nil, roles: GroupRoles()),
            by: Self.lead)
        try write()
        try say(.signal(group: nil, signal: .help), by: Self.ben)
        try say(.signal(group: nil, signal: .moreTime), by: Self.siân)
        try say(.visitGroup(group: round.groups[0].id), by: Self.lead)
        try say(.signal(group: round.groups[0].id, signal: .timeHeard), by: Self.lead)
        try say(.signal(group: nil, signal: .done), by: Self.siân)
        try say(.announce(text: "Two more minutes"), by: Self.lead)
        try say(.endGroups, by: Self.lead)
        try say(.formGroups(plan: RoundPlan(groups: [plan.groups[0]], draw: Draw(choice: .keepLast))), by: Self.lead)
    }

    /// Cards and words of the first group.
    private mutating func write() throws {
        let group = room.rounds[0].groups[0].id
        try say(.writeCard(group: nil, text: "Light", re: nil, isReport: false), by: Self.siân)
        let first = room.rounds[0].groups[0].cards[0].id
        try say(.writeCard(group: nil, text: "Light and heat", re: first, isReport: true), by: Self.ben)
        let second = room.rounds[0].groups[0].cards[1].id
        try say(.writeCard(group: nil, text: "Oops", re: nil, isReport: false), by: Self.ben)
        try say(.withdrawCard(card: room.rounds[0].groups[0].cards[2].id), by: Self.ben)
        try say(.editCard(card: first, text: "Light first"), by: Self.siân)
        try say(.moveCard(card: second, index: 0), by: Self.siân)
        try say(.starCard(card: second), by: Self.siân)
        try say(.starCard(card: first), by: Self.ben)
        try say(.unstarCard(card: first), by: Self.ben)
        try say(.postMessage(text: "Among us", re: nil, group: group), by: Self.siân)
    }
}
