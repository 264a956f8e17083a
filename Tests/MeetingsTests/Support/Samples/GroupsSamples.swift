// Knows samples of the facet `groups`: each wish and fact with every field filled, who may, and a wish that would succeed
// or that is drawn. A kind that is left out does not build.

import Testing

@testable import Meetings

extension GroupCommand.Kind: SampledWish {
    var sample: Command {
        switch self {
        case .formGroups: FormGroups(plan: .sample).command
        case .openGroup: OpenGroup(plan: .sample, reason: .newGroup).command
        case .movePeople: MovePeople(moves: [Move(person: "p7", to: "g60-2", reason: .needs)]).command
        case .editGroup:
            EditGroup(group: "g60-1", texts: .sample, table: 4, bridge: "p8", roles: GroupRoles(scribe: "p8")).command
        case .renameGroup: RenameGroup(group: "g60-1", name: "Adeiladwyr pontydd").command
        case .adjustRound: AdjustRound(seconds: 120).command
        case .endGroups: EndGroups().command
        case .visitGroup: VisitGroup(group: "g60-1").command
        case .signal: Signal(group: "g60-1", signal: .moreTime).command
        case .announce: Announce(text: "Five more minutes").command
        }
    }

    var expected: ExpectedRights {
        switch self {
        case .formGroups: "O LC - -"
        case .openGroup: "O LC - -"
        case .movePeople: "O LC - -"
        case .editGroup: "O LC - -"
        case .renameGroup: "O LC - -"
        case .adjustRound: "O LC - -"
        case .endGroups: "O LC - -"
        case .visitGroup: "O LC - -"
        case .signal: "O TPLC - -"
        case .announce: "O LC - -"
        }
    }

    func inScene(_ id: PersonID) -> Command {
        switch self {
        case .formGroups: FormGroups(plan: Given.groups(["you"])).command
        case .openGroup: OpenGroup(plan: GroupPlan(members: ["you"]), reason: nil).command
        case .movePeople: MovePeople(moves: [Move(person: "you", to: "g2")]).command
        case .editGroup: EditGroup(group: "g2", texts: GroupTexts(), table: 2, bridge: nil, roles: GroupRoles()).command
        case .renameGroup: RenameGroup(group: "g2", name: "Others").command
        case .visitGroup: VisitGroup(group: "g1").command
        case .signal: Signal(group: nil, signal: .help).command
        case .adjustRound, .endGroups, .announce: sample
        }
    }
}

extension GroupFact.Kind: SampledFact {
    var sample: Event {
        switch self {
        case .groupsFormed:
            GroupsFormed(round: "r60", segment: "s3", groups: [.sample], texts: .sample, draw: .sample).event
        case .groupOpened: GroupOpened(round: "r60", groups: [.sample], texts: .sample, reason: .newGroup).event
        case .peopleMoved:
            PeopleMoved(
                round: "r60",
                moves: [Move(person: "p7", to: "g60-2", reason: .offers), Move(person: "p8", to: nil)]
            ).event
        case .groupEdited:
            GroupEdited(
                group: "g60-1", texts: .sample, table: 4, bridge: "p8", roles: GroupRoles(reporter: "p9")
            ).event
        case .groupRenamed: GroupRenamed(group: "g60-1", name: "Adeiladwyr pontydd").event
        case .roundTimed: RoundTimed(round: "r60", timeboxSeconds: 720).event
        case .groupsEnded: GroupsEnded(round: "r60").event
        case .groupVisited: GroupVisited(person: "p1", group: "g60-1").event
        case .groupSignalled: GroupSignalled(group: "g60-1", person: "p7", signal: .help, source: .scribe).event
        case .announcementMade:
            AnnouncementMade(
                announcement: "n70", round: "r60", person: "p1", name: "Carys", text: "Five more minutes", words: 3
            ).event
        }
    }
}

extension SplitMix64 {
    /// A wish of that kind; what it names is mostly there.
    mutating func command(_ kind: GroupCommand.Kind, _ room: Room, _ people: [PersonID]) -> Command {
        switch kind {
        case .formGroups: return FormGroups(plan: plan(room, people)).command
        case .openGroup: return OpenGroup(plan: GroupPlan(members: some(people)), reason: .newGroup).command
        case .movePeople:
            let moves = some(people).map { Move(person: $0, to: once(in: 5) ? nil : group(room), reason: .smallest) }
            return MovePeople(moves: moves).command
        case .editGroup:
            let id: GroupID? = once(in: 4) ? nil : group(room)
            let members = room.round?.groups.first { $0.id == id }?.members ?? []
            let bridge = members.isEmpty || once(in: 2) ? nil : pick(members)
            return EditGroup(
                group: id, texts: GroupTexts(task: text()), table: pick([nil, 0, 3]), bridge: bridge,
                roles: GroupRoles(reporter: bridge)
            ).command
        case .renameGroup: return RenameGroup(group: group(room), name: once(in: 3) ? nil : text()).command
        case .adjustRound: return AdjustRound(seconds: pick([-600, -60, 60, 300, 9_000])).command
        case .endGroups: return EndGroups().command
        case .visitGroup: return VisitGroup(group: once(in: 3) ? nil : group(room)).command
        case .signal: return Signal(group: once(in: 2) ? nil : group(room), signal: pick(GroupSignal.allCases)).command
        case .announce: return Announce(text: text()).command
        }
    }
}

extension GroupCommand {
    /// What wishes lead to, and what is refused to whoever may.
    static let lines: [Line] = [
        Line("nobody at all", Given.open, FormGroups(plan: Given.groups([])).command, refused: .notFound),
        Line(
            "no groups", Given.open, FormGroups(plan: RoundPlan(groups: [], draw: Draw(choice: .mix))).command,
            refused: .notFound),
        Line(
            "somebody twice", Given.open, FormGroups(plan: Given.groups(["ann"], ["bob", "ann"])).command,
            refused: .alreadySo),
        Line(
            "somebody who is not here", Given.open, FormGroups(plan: Given.groups(["ann", "zoe"])).command,
            refused: .notFound),
        Line("a guest", Given.open, FormGroups(plan: Given.groups(["ann", "gus"])).command, refused: .notFound),
        Line(
            "a table of no number", Given.open,
            FormGroups(plan: RoundPlan(groups: [GroupPlan(members: ["ann"], table: 0)], draw: Draw(choice: .mix)))
                .command, refused: .outOfBounds(least: 1, most: 999)),
        Line(
            "a reporter from elsewhere", Given.open,
            FormGroups(
                plan: RoundPlan(
                    groups: [GroupPlan(members: ["ann"], roles: GroupRoles(reporter: "bob"))], draw: Draw(choice: .mix))
            ).command, refused: .notFound),
        Line(
            "an address that is none", Given.open,
            FormGroups(
                plan: RoundPlan(
                    groups: [GroupPlan(members: ["ann"], texts: GroupTexts(link: "javascript:alert(1)"))],
                    draw: Draw(choice: .mix))
            ).command, refused: .badLink),
        Line(
            "a seed that JSON cannot hold", Given.open,
            FormGroups(plan: RoundPlan(groups: [GroupPlan(members: ["ann"])], draw: Draw(choice: .mix, seed: .max)))
                .command, refused: .outOfBounds(least: 0, most: 9_007_199_254_740_991)),
        Line(
            "a name, made fit to keep", grouped, RenameGroup(group: one, name: " Bridge\n builders ").command,
            then: GroupRenamed(group: one, name: "Bridge builders").event),
        Line(
            "no name: its number again", named, RenameGroup(group: one, name: " ").command,
            then: GroupRenamed(group: one, name: nil).event),
        Line(
            "the longest name", grouped, RenameGroup(group: one, name: String(repeating: "x", count: 60)).command,
            then: GroupRenamed(group: one, name: String(repeating: "x", count: 60)).event),
        Line(
            "a longer one", grouped, RenameGroup(group: one, name: String(repeating: "x", count: 61)).command,
            refused: .textTooLong(limit: Limits.nameLength)),
        Line("it has no name", grouped, RenameGroup(group: one, name: nil).command, refused: .alreadySo),
        Line("it is called so", named, RenameGroup(group: one, name: "Bridge builders").command, refused: .alreadySo),
        Line("a group that never was", grouped, RenameGroup(group: "g0-9", name: "X").command, refused: .notFound),
        Line("no groups run", Given.open, RenameGroup(group: one, name: "X").command, refused: .noGroup),
        Line(
            "they ran", named.after(EndGroups().command), RenameGroup(group: one, name: "X").command, refused: .noGroup),
        Line(
            "others run by now", named.after(FormGroups(plan: Given.groups(["ann"], ["bob"])).command),
            RenameGroup(group: one, name: "X").command, refused: .notFound),
        Line(
            "a name is its group's, also for whoever moves in",
            named.after(MovePeople(moves: [Move(person: "lea", to: one)]).command),
            RenameGroup(group: one, name: "Bridge builders").command, refused: .alreadySo),
    ]

    private static let grouped = GroupsTests.grouped
    private static let one = grouped.rounds[0].groups[0].id
    private static let named = grouped.after(RenameGroup(group: one, name: "Bridge builders").command)
}
