// Knows when groups that are wished for can be: everybody once, people who share a device together, texts in bounds.

extension Room {
    /// The plan with its texts cleaned. A draft may name people who have not come to this meeting yet.
    func checked(_ plan: RoundPlan, isDraft: Bool) throws(Rejection) -> RoundPlan {
        guard !plan.groups.isEmpty else { throw .notFound }
        guard plan.groups.count <= Limits.groups else { throw .tooMany(limit: Limits.groups) }
        var plan = plan
        plan.task = try Text.optionalBlock(plan.task, limit: Limits.taskLength)
        plan.resources = try Text.optionalBlock(plan.resources, limit: Limits.taskLength)
        if let seconds = plan.timeboxSeconds { try Limits.check(seconds, Limits.roundSeconds) }
        try check(plan.draw)
        var seated: Set<PersonID> = []
        for index in plan.groups.indices {
            plan.groups[index] = try checked(plan.groups[index], isDraft: isDraft, seated: &seated)
        }
        return plan
    }

    /// One group; `seated` are those who already have a seat.
    func checked(
        _ group: GroupPlan, isDraft: Bool, seated: inout Set<PersonID>
    ) throws(Rejection) -> GroupPlan {
        var group = group
        guard group.members.count <= Limits.peopleInGroup else { throw .tooMany(limit: Limits.peopleInGroup) }
        for id in group.members {
            guard isDraft || canBeSeated(id) else { throw .notFound }
            guard seated.insert(id).inserted else { throw .alreadySo }
        }
        guard group.members.allSatisfy({ companions(of: $0).allSatisfy(group.members.contains) }) else {
            throw .tableSplit
        }
        try check(table: group.table, bridge: group.bridge, roles: group.roles, members: group.members)
        group.texts = try checked(group.texts)
        return group
    }

    func checked(_ texts: GroupTexts) throws(Rejection) -> GroupTexts {
        var names: [String] = []
        guard texts.expected?.count ?? 0 <= Limits.peopleInGroup else { throw .tooMany(limit: Limits.peopleInGroup) }
        for name in texts.expected ?? [] { names.append(try Text.name(name, limit: Limits.nameLength)) }
        return GroupTexts(
            task: try Text.optionalBlock(texts.task, limit: Limits.taskLength),
            resources: try Text.optionalBlock(texts.resources, limit: Limits.taskLength),
            link: try Text.optionalLink(texts.link, limit: Limits.linkLength), expected: names.isEmpty ? nil : names,
            name: try Text.optionalLine(texts.name, limit: Limits.nameLength))
    }

    func check(
        table: Int?, bridge: PersonID?, roles: GroupRoles, members: [PersonID]
    ) throws(Rejection) {
        if let table { try Limits.check(table, Limits.tables) }
        for id in roles.people + [bridge].compactMap(\.self) where !members.contains(id) { throw .notFound }
    }

    private func check(_ draw: Draw) throws(Rejection) {
        guard Limits.seeds.contains(draw.seed), Limits.seeds.contains(Int64(draw.iterations)) else {
            throw .outOfBounds(least: 0, most: Int(Limits.seeds.upperBound))
        }
        guard draw.engine.unicodeScalars.count <= Limits.engineLength,
            draw.engine.unicodeScalars.allSatisfy({ ("!"..."~").contains($0) })
        else { throw .textTooLong(limit: Limits.engineLength) }
    }

    /// Whoever takes part or leads may sit in a group; a guest and a table's device may not.
    func canBeSeated(_ id: PersonID) -> Bool {
        guard let role = people[id]?.role else { return false }
        return role == .participant || role.isLeading
    }

    /// Those who share the device of this person, without them.
    func companions(of id: PersonID) -> [PersonID] {
        people[id]?.table.map { seated(at: $0).filter { $0 != id } } ?? []
    }
}
