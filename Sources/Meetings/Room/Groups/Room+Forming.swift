// Knows how groups are formed, changed and ended. Two leads at once are one after the other: each act is whole.

extension Room {
    /// The groups that run now.
    public var round: Round? { rounds.last.flatMap { $0.endedAt == nil ? $0 : nil } }

    func opening(_ wish: OpenGroup, _ context: Context) throws(Rejection) -> [Event] {
        let round = try running()
        guard round.groups.count < Limits.groups else { throw .tooMany(limit: Limits.groups) }
        // Whoever sits in another group leaves it.
        var seated: Set<PersonID> = []
        let plan = try checked(wish.plan, isDraft: false, seated: &seated)
        return [
            GroupOpened(
                round: round.id, groups: seats(of: [plan], after: 0), texts: plan.texts,
                reason: context.actor == .system ? wish.reason : nil
            ).event
        ]
    }

    func moving(_ wish: MovePeople, _ context: Context) throws(Rejection) -> [Event] {
        let round = try running()
        return [PeopleMoved(round: round.id, moves: try checked(wish.moves, in: round, context)).event]
    }

    func editing(_ wish: EditGroup) throws(Rejection) -> [Event] {
        _ = try running()
        let members = try wish.group.map { id throws(Rejection) in try group(id).members } ?? []
        try check(table: wish.table, bridge: wish.bridge, roles: wish.roles, members: members)
        var texts = try checked(wish.texts)
        // A group is renamed by a wish of its own.
        texts.name = nil
        return [
            GroupEdited(
                group: wish.group, texts: texts, table: wish.table, bridge: wish.bridge,
                roles: wish.roles
            ).event
        ]
    }

    func ending() throws(Rejection) -> [Event] {
        _ = try running()
        return closingRound()
    }

    private func running() throws(Rejection) -> Round {
        guard let round else { throw .noGroup }
        return round
    }

    func forming(_ plan: RoundPlan) throws(Rejection) -> [Event] {
        guard rounds.count < Limits.rounds else { throw .tooMany(limit: Limits.rounds) }
        let plan = seatingExpected(try checked(plan, isDraft: false))
        guard plan.groups.contains(where: { !$0.members.isEmpty }) else { throw .notFound }
        // The same people again, or others: who sat together does so until the moment the new groups are there.
        let closing = closingRound()
        return closing + [
            GroupsFormed(
                round: RoundID(rawValue: fresh("r", after: closing.count)), segment: current,
                groups: seats(of: plan.groups, after: closing.count), texts: texts(of: plan), draw: plan.draw,
                timeboxSeconds: plan.timeboxSeconds, kind: plan.kind
            ).event
        ]
    }

    /// Whoever is here under a name for which a seat was kept takes it.
    private func seatingExpected(_ plan: RoundPlan) -> RoundPlan {
        var plan = plan
        var seated = Set(plan.groups.flatMap(\.members))
        let known = Dictionary(grouping: people.keys.sorted()) { people[$0]?.name.map(Text.key) }
        for index in plan.groups.indices {
            guard let names = plan.groups[index].texts.expected else { continue }
            var missing: [String] = []
            for name in names {
                let here = known[Text.key(name), default: []].filter {
                    canBeSeated($0) && companions(of: $0).isEmpty && !seated.contains($0)
                }
                // Two of one name: nobody knows who was meant, so a lead decides.
                if here.count == 1 {
                    plan.groups[index].members.append(here[0])
                    seated.insert(here[0])
                } else {
                    missing.append(name)
                }
            }
            plan.groups[index].texts.expected = missing.isEmpty ? nil : missing
        }
        return plan
    }

    /// The group of the running round that keeps a seat for somebody of this name.
    public func groupExpecting(_ name: String?) -> GroupID? {
        guard let key = name.map(Text.key) else { return nil }
        return round?.groups.first {
            $0.texts.expected?.contains { Text.key($0) == key } == true
        }?.id
    }

    /// The same moves with those who share a device, and without what changes nothing.
    private func checked(_ moves: [Move], in round: Round, _ context: Context) throws(Rejection) -> [Move] {
        guard moves.count <= Limits.people else { throw .tooMany(limit: Limits.people) }
        var targets: [PersonID: GroupID?] = [:]
        var whole: [Move] = []
        for move in moves {
            if let to = move.to { _ = try group(to) }
            guard canBeSeated(move.person) else { throw .notFound }
            for person in [move.person] + companions(of: move.person) {
                if let known = targets[person] {
                    guard known == move.to else { throw person == move.person ? .alreadySo : .tableSplit }
                    continue
                }
                targets[person] = .some(move.to)
                guard round.group(of: person)?.id != move.to else { continue }
                whole.append(
                    Move(person: person, to: move.to, reason: context.actor == .system ? move.reason : nil))
            }
        }
        guard !whole.isEmpty else { throw .alreadySo }
        for group in round.groups {
            let coming = whole.count { $0.to == group.id }
            guard coming == 0 || group.members.count + coming <= Limits.peopleInGroup else {
                throw .tooMany(limit: Limits.peopleInGroup)
            }
        }
        return whole
    }

    /// What is said when everybody comes together again.
    func closingRound() -> [Event] { round.map { [GroupsEnded(round: $0.id).event] } ?? [] }

    func seats(of groups: [GroupPlan], after count: Int) -> [GroupSeats] {
        let name = fresh("g", after: count)
        return groups.enumerated().map { index, group in
            GroupSeats(
                group: GroupID(rawValue: "\(name)-\(index + 1)"), members: group.members, table: group.table,
                bridge: group.bridge, roles: group.roles)
        }
    }

    func texts(of plan: RoundPlan) -> RoundTexts {
        RoundTexts(task: plan.task, resources: plan.resources, groups: plan.groups.map(\.texts))
    }

    /// A group of the running round.
    func group(_ id: GroupID) throws(Rejection) -> Group {
        guard let round else { throw .noGroup }
        guard let found = round.groups.first(where: { $0.id == id }) else { throw .notFound }
        return found
    }
}

extension Round {
    /// The group in which somebody sits.
    public func group(of person: PersonID) -> Group? { groups.first { $0.members.contains(person) } }
}
