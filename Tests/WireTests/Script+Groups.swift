// The part of the scripted meeting in which everything happens that can happen in groups. Only the group of the
// participant whose view is folded writes: what others wrote comes back by another message.

@testable import Meetings

extension Script {
    mutating func groups() throws {
        let (cai, una) = ("p3", "p7")
        try say(
            SetTopics(topics: ["python", "cad"].map { Topic(id: TopicID(rawValue: $0), names: ["en": $0]) }).command,
            by: Self.lead)
        try say(SetOffers(topics: [TopicID(rawValue: "python")]).command, by: Self.siân)
        try say(SetNeeds(topics: [TopicID(rawValue: "cad"), TopicID(rawValue: "python")]).command, by: Self.ben)
        try say(SetTeaching(teaching: .primary).command, by: Self.ben)
        try say(
            SetPairRules(together: [[Self.siân, Self.ben]], apart: [[Self.ben, PersonID(rawValue: una)]]).command,
            by: Self.lead)
        try say(
            SetPairRules(together: [], apart: [[Self.siân, Self.ben]], segment: room.agenda[0].id).command,
            by: Self.lead)
        let plan = RoundPlan(
            groups: [
                GroupPlan(
                    members: [Self.siân, Self.ben], table: 2, bridge: Self.ben,
                    roles: GroupRoles(facilitator: Self.siân, reporter: Self.ben),
                    texts: GroupTexts(link: "https://meet.example.org/1", expected: ["Nia"], name: "Builders")),
                GroupPlan(members: [PersonID(rawValue: una)], texts: GroupTexts(task: "Listen")),
            ], task: "Talk", draw: Draw(choice: .expertise, seed: 9, iterations: 30, engine: "e/1", points: 12),
            timeboxSeconds: 900)
        try say(SaveDraft(draft: nil, title: "First idea", plan: plan).command, by: Self.lead)
        try say(DropDraft(draft: room.drafts[0].id).command, by: Self.lead)
        try say(FormGroups(plan: plan).command, by: Self.lead)
        let round = room.rounds[0]
        try say(OpenGroup(plan: GroupPlan(members: [PersonID(rawValue: cai)]), reason: .newGroup).command)
        try say(
            MovePeople(moves: [Move(person: PersonID(rawValue: cai), to: round.groups[1].id, reason: .smallest)])
                .command)
        try say(
            EditGroup(
                group: round.groups[1].id, texts: GroupTexts(task: "Listen well"), table: 5, bridge: nil,
                roles: GroupRoles()
            ).command, by: Self.lead)
        try say(
            EditGroup(
                group: nil, texts: GroupTexts(task: "Talk more"), table: nil, bridge: nil, roles: GroupRoles()
            ).command,
            by: Self.lead)
        try write()
        try say(GiveGroupTurn().command, by: Self.ben)
        try say(GiveGroupTurn(after: Self.siân).command, by: Self.siân)
        try say(GiveGroupTurn(after: Self.ben).command, by: Self.siân)
        try say(GiveGroupTurn(person: Self.ben).command, by: Self.siân)
        try say(SaveAction(what: "Grow cress", showTo: "Ben").command, by: Self.siân)
        try say(CorrectRecord(claim: .wasHere, segment: nil).command, by: Self.siân)
        try say(Signal(group: nil, signal: .help).command, by: Self.ben)
        try say(Signal(group: nil, signal: .moreTime).command, by: Self.siân)
        try say(VisitGroup(group: round.groups[0].id).command, by: Self.lead)
        try say(Signal(group: round.groups[0].id, signal: .timeHeard).command, by: Self.lead)
        try say(Signal(group: nil, signal: .done).command, by: Self.siân)
        try say(Announce(text: "Two more minutes").command, by: Self.lead)
        try say(AdjustRound(seconds: 120).command, by: Self.lead)
        try say(EndGroups().command, by: Self.lead)
        try say(
            FormGroups(plan: RoundPlan(groups: [plan.groups[0]], draw: Draw(choice: .keepLast))).command, by: Self.lead)
    }

    /// Cards and words of the first group.
    private mutating func write() throws {
        let group = room.rounds[0].groups[0].id
        try say(WriteCard(group: nil, text: "Light", re: nil, isReport: false).command, by: Self.siân)
        let first = room.rounds[0].groups[0].cards[0].id
        try say(WriteCard(group: nil, text: "Light and heat", re: first, isReport: true).command, by: Self.ben)
        let second = room.rounds[0].groups[0].cards[1].id
        try say(WriteCard(group: nil, text: "Oops", re: nil, isReport: false).command, by: Self.ben)
        try say(WithdrawCard(card: room.rounds[0].groups[0].cards[2].id).command, by: Self.ben)
        try say(RestoreCard(card: room.rounds[0].groups[0].cards[2].id, text: "Again").command, by: Self.ben)
        try say(WithdrawCard(card: room.rounds[0].groups[0].cards[2].id).command, by: Self.ben)
        try say(RenameGroup(group: room.rounds[0].groups[0].id, name: "Bridge builders").command, by: Self.lead)
        try say(EditCard(card: first, text: "Light first").command, by: Self.siân)
        try say(MoveCard(card: second, index: 0).command, by: Self.siân)
        try say(StarCard(card: second).command, by: Self.siân)
        try say(StarCard(card: first).command, by: Self.ben)
        try say(UnstarCard(card: first).command, by: Self.ben)
        try say(PostMessage(text: "Among us", re: nil, group: group).command, by: Self.siân)
    }
}
