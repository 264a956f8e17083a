// Knows how a random command about topics, groups and cards is made.

@testable import Meetings

extension SplitMix64 {
    private static let topics = ["python", "cad", "robotics"].map {
        Topic(id: TopicID(rawValue: $0), names: ["en": $0])
    }

    /// A command of that kind; every other kind is made elsewhere.
    mutating func groupCommand(_ kind: CommandKind, _ room: Room, _ people: [PersonID]) -> Command {
        switch kind {
        case .recallTopics:
            return RecallTopics(person: pick(people), offers: chosen(), needs: chosen(), teaching: teaching()).command
        case .setTopics: return SetTopics(topics: Array(Self.topics.prefix(1 + below(3)))).command
        case .setOffers: return SetOffers(topics: chosen()).command
        case .setNeeds: return SetNeeds(topics: chosen()).command
        case .setTeaching: return SetTeaching(teaching: teaching()).command
        case .setPairRules:
            return SetPairRules(together: once(in: 2) ? [] : [some(people)], apart: once(in: 2) ? [] : [some(people)])
                .command
        case .saveDraft:
            let known = room.drafts.isEmpty || once(in: 2) ? nil : pick(room.drafts).id
            return SaveDraft(draft: known, title: once(in: 2) ? nil : text(), plan: plan(room, people)).command
        case .dropDraft: return DropDraft(draft: room.drafts.isEmpty ? "nonsense" : pick(room.drafts).id).command
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
        case .endGroups: return EndGroups().command
        case .visitGroup: return VisitGroup(group: once(in: 3) ? nil : group(room)).command
        case .signal: return Signal(group: once(in: 2) ? nil : group(room), signal: pick(GroupSignal.allCases)).command
        case .announce: return Announce(text: text()).command
        case .writeCard:
            return WriteCard(
                group: once(in: 2) ? nil : group(room), text: text(), re: once(in: 3) ? card(room) : nil,
                isReport: once(in: 4)
            ).command
        case .editCard: return EditCard(card: card(room), text: text()).command
        case .moveCard: return MoveCard(card: card(room), index: below(4) - 1).command
        case .withdrawCard: return WithdrawCard(card: card(room)).command
        case .starCard: return StarCard(card: card(room)).command
        default: return UnstarCard(card: card(room)).command
        }
    }

    private mutating func chosen() -> [TopicID] {
        (0..<below(4)).map { _ in once(in: 12) ? "nonsense" : pick(Self.topics).id }
    }

    private mutating func teaching() -> TeachingPhase? { once(in: 3) ? nil : pick(TeachingPhase.allCases) }

    /// Some of them, seldom one of them twice.
    private mutating func some(_ people: [PersonID]) -> [PersonID] {
        let drawn = (0..<(1 + below(4))).map { _ in pick(people) }
        return once(in: 8) ? drawn : drawn.enumerated().filter { !drawn[..<$0].contains($1) }.map(\.element)
    }

    /// Whoever is here, in groups of two or three, with those who share a device mostly together.
    private mutating func plan(_ room: Room, _ people: [PersonID]) -> RoundPlan {
        let here = once(in: 8) ? people : room.people.keys.sorted().filter { room.canSit($0) }
        var groups: [[PersonID]] = [[]]
        for id in here {
            let table = room.people[id]?.table
            let home = table.flatMap { table in
                groups.firstIndex { $0.contains { room.people[$0]?.table == table } }
            }
            if let home, !once(in: 10) {
                groups[home].append(id)
            } else if groups[groups.count - 1].count > 1 + below(2) {
                groups.append([id])
            } else {
                groups[groups.count - 1].append(id)
            }
        }
        return RoundPlan(
            groups: groups.map {
                GroupPlan(members: $0, roles: GroupRoles(scribe: $0.first), texts: GroupTexts(expected: expected()))
            },
            task: once(in: 2) ? nil : text(), draw: Draw(choice: pick(Draw.Choice.allCases), seed: 7))
    }

    private mutating func expected() -> [String]? { once(in: 3) ? ["New"] : nil }

    mutating func group(_ room: Room) -> GroupID {
        let groups = room.round?.groups ?? []
        return groups.isEmpty || once(in: 12) ? "nonsense" : pick(groups).id
    }

    private mutating func card(_ room: Room) -> CardID {
        let cards = room.rounds.flatMap(\.groups).flatMap(\.cards)
        return cards.isEmpty || once(in: 12) ? "nonsense" : pick(cards).id
    }
}

extension Room {
    /// Whoever takes part or leads.
    fileprivate func canSit(_ id: PersonID) -> Bool {
        guard let role = people[id]?.role else { return false }
        return role == .participant || role.isLeading
    }
}
