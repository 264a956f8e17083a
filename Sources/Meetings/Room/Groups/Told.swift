// Knows what of groups is for leads only, and what a wall shows of them: of each fact and of what it is made of.

extension GroupTexts {
    /// Without the names of those for whom a seat is kept.
    public var told: GroupTexts {
        var texts = self
        texts.expected = nil
        return texts
    }

    /// What a group is called: all that a wall shows of its own texts.
    var found: GroupTexts? { name.map { GroupTexts(name: $0) } }
}

extension RoundTexts {
    /// The same for every group.
    var told: RoundTexts {
        var texts = self
        texts.groups = groups.map(\.told)
        return texts
    }

    /// What all do, and what the groups are called.
    var found: RoundTexts? {
        let names = groups.map { $0.found ?? GroupTexts() }
        let isNamed = names.contains { $0.name != nil }
        return task == nil && !isNamed ? nil : RoundTexts(task: task, groups: isNamed ? names : [])
    }
}

extension Draw {
    /// What was wanted, not how well it came out: points are nobody's but the leads'.
    public var told: Draw { Draw(choice: choice, isEdited: isEdited) }
}

extension GroupSeats {
    /// Who sits where.
    var found: GroupSeats { GroupSeats(group: group, members: members, table: table) }
}

extension GroupsFormed {
    /// Without what is for leads only.
    var forMembers: GroupsFormed? {
        GroupsFormed(
            round: round, segment: segment, groups: groups, texts: texts?.told, draw: draw.told,
            timeboxSeconds: timeboxSeconds, kind: kind)
    }

    /// Who sits where, and what all do there: all that a wall shows.
    var found: GroupsFormed? {
        GroupsFormed(
            round: round, segment: segment, groups: groups.map(\.found),
            texts: texts?.found, draw: draw.told, timeboxSeconds: timeboxSeconds, kind: kind)
    }
}

extension GroupOpened {
    var forMembers: GroupOpened? {
        GroupOpened(round: round, groups: groups, texts: texts?.told, reason: reason)
    }

    var found: GroupOpened? {
        GroupOpened(round: round, groups: groups.map(\.found), texts: texts?.found, reason: reason)
    }
}

extension GroupEdited {
    var forMembers: GroupEdited? {
        GroupEdited(group: group, texts: texts?.told, table: table, bridge: bridge, roles: roles)
    }

    var found: GroupEdited? {
        GroupEdited(
            group: group, texts: group == nil ? texts?.task.map { GroupTexts(task: $0) } : nil, table: table,
            bridge: nil, roles: GroupRoles())
    }
}
