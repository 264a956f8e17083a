// Knows one event and one command of groups of each kind, with every field filled: what the golden files hold.

import Meetings

extension GroupSeats {
    static let sample = GroupSeats(
        group: "g60-1", members: ["p7", "p8", "p9"], table: 3, bridge: "p8",
        roles: GroupRoles(facilitator: "p7", scribe: "p8", reporter: "p9"))
}

extension GroupTexts {
    static let sample = GroupTexts(
        task: "Build one\nand break it", resources: "https://example.org/kit", link: "https://meet.example.org/k7-1",
        expected: ["Nia"])
}

extension RoundTexts {
    static let sample = RoundTexts(task: "Talk", resources: "The blue box", groups: [.sample])
}

extension Draw {
    static let sample = Draw(
        choice: .expertise, seed: 4_242, iterations: 300_000, engine: "staffroom-groups/1", points: 61, isEdited: true)
}

extension RoundPlan {
    static let sample = RoundPlan(groups: [.sample], task: "Talk", resources: "The blue box", draw: .sample)
}

extension GroupPlan {
    static let sample = GroupPlan(
        members: ["p7", "p8", "p9"], table: 3, bridge: "p8",
        roles: GroupRoles(facilitator: "p7", scribe: "p8", reporter: "p9"), texts: .sample)
}

extension Topic {
    static let sample = Topic(id: "python", names: ["en": "Python", "cy": "Python"])
}

extension EventKind {
    /// The event of groups that the golden file of this kind holds; every other kind has its own elsewhere.
    var groupSample: Event {
        switch self {
        case .topicsSet: .topicsSet(topics: [.sample])
        case .offersSet: .offersSet(person: "p7", topics: ["python", "cad"], source: .leadTap)
        case .needsSet: .needsSet(person: "p7", topics: ["robotics"], source: .scribe)
        case .teachingSet: .teachingSet(person: "p7", teaching: .furtherEducation, source: .client)
        case .pairRulesSet: .pairRulesSet(together: [["p7", "p8"]], apart: [["p8", "p9"]])
        case .draftSaved:
            .draftSaved(draft: "d59", title: "By phase", groups: [.sample], texts: .sample, draw: .sample)
        case .draftDropped: .draftDropped(draft: "d59")
        case .groupsFormed:
            .groupsFormed(round: "r60", segment: "s3", groups: [.sample], texts: .sample, draw: .sample)
        case .groupOpened: .groupOpened(round: "r60", groups: [.sample], texts: .sample, reason: .newGroup)
        case .peopleMoved:
            .peopleMoved(
                round: "r60",
                moves: [Move(person: "p7", to: "g60-2", reason: .offers), Move(person: "p8", to: nil)])
        case .groupEdited:
            .groupEdited(
                group: "g60-1", texts: .sample, table: 4, bridge: "p8", roles: GroupRoles(reporter: "p9"))
        case .groupsEnded: .groupsEnded(round: "r60")
        case .groupVisited: .groupVisited(person: "p1", group: "g60-1")
        case .groupSignalled: .groupSignalled(group: "g60-1", person: "p7", signal: .help, source: .scribe)
        case .announcementMade:
            .announcementMade(
                announcement: "n70", round: "r60", person: "p1", name: "Carys", text: "Five more minutes", words: 3)
        case .cardWritten:
            .cardWritten(
                card: "k71", group: "g60-1", person: "p7", name: "Siân", text: "Start with the sensor", words: 4,
                re: "k70", isReport: true, source: .leadTap)
        case .cardEdited: .cardEdited(card: "k71", group: "g60-1", text: "Start with the light", words: 4)
        case .cardMoved: .cardMoved(card: "k71", group: "g60-1", index: 2)
        case .cardWithdrawn: .cardWithdrawn(card: "k71", group: "g60-1")
        case .cardStarred: .cardStarred(card: "k71", group: "g60-1", person: "p8", source: .client)
        case .cardUnstarred: .cardUnstarred(card: "k71", group: "g60-1", person: "p8")
        default: preconditionFailure("\(self) is no event of groups")
        }
    }
}

extension Command.Kind {
    /// The command of groups that the golden file of this kind holds.
    var groupSample: Command {
        switch self {
        case .recallTopics:
            .recallTopics(person: "p7", offers: ["python"], needs: ["cad"], teaching: .primary)
        case .setTopics: .setTopics(topics: [.sample])
        case .setOffers: .setOffers(topics: ["python", "cad"])
        case .setNeeds: .setNeeds(topics: ["robotics"])
        case .setTeaching: .setTeaching(teaching: .secondary)
        case .setPairRules: .setPairRules(together: [["p7", "p8"]], apart: [["p8", "p9"]])
        case .saveDraft: .saveDraft(draft: "d59", title: "By phase", plan: .sample)
        case .dropDraft: .dropDraft(draft: "d59")
        case .formGroups: .formGroups(plan: .sample)
        case .openGroup: .openGroup(plan: .sample, reason: .newGroup)
        case .movePeople: .movePeople(moves: [Move(person: "p7", to: "g60-2", reason: .needs)])
        case .editGroup:
            .editGroup(group: "g60-1", texts: .sample, table: 4, bridge: "p8", roles: GroupRoles(scribe: "p8"))
        case .endGroups: .endGroups
        case .visitGroup: .visitGroup(group: "g60-1")
        case .signal: .signal(group: "g60-1", signal: .moreTime)
        case .announce: .announce(text: "Five more minutes")
        case .writeCard: .writeCard(group: "g60-1", text: "Start here", re: "k70", isReport: true)
        case .editCard: .editCard(card: "k71", text: "Start there")
        case .moveCard: .moveCard(card: "k71", index: 2)
        case .withdrawCard: .withdrawCard(card: "k71")
        case .starCard: .starCard(card: "k71")
        case .unstarCard: .unstarCard(card: "k71")
        default: preconditionFailure("\(self) is no command of groups")
        }
    }
}
