// Knows what of groups is for leads only, and what a wall shows of them.

extension GroupTexts {
    /// Without the names of those for whom a seat is kept.
    public var told: GroupTexts {
        var texts = self
        texts.expected = nil
        return texts
    }
}

extension RoundTexts {
    /// The same for every group.
    var told: RoundTexts {
        var texts = self
        texts.groups = groups.map(\.told)
        return texts
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
