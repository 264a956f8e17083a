// Knows how the facts of forming change the room. Total: what does not fit any more has no effect.

extension Room {
    mutating func applyForming(_ entry: Entry) -> Bool {
        switch entry.event {
        case .groupsFormed(let id, let segment, let seats, let texts, let draw):
            let groups = seats.enumerated().map { Self.group($1, texts?.group($0), at: entry.at) }
            rounds.append(
                Round(
                    id: id, segment: segment, formedAt: entry.at, endedAt: nil, groups: groups, task: texts?.task,
                    resources: texts?.resources, draw: draw))
        case .groupOpened(let round, let seats, let texts, _):
            let names = seats.map { $0.members.compactMap { people[$0]?.name } }
            change(round) { round in
                for (seats, names) in zip(seats, names) {
                    for person in seats.members { Self.unseat(person, from: &round) }
                    round.groups.append(Self.group(seats, texts, at: entry.at))
                    Self.forgetExpected(names, in: &round)
                }
            }
        case .peopleMoved(let round, let moves):
            let names = moves.filter { $0.to != nil }.compactMap { people[$0.person]?.name }
            change(round) { round in
                for move in moves {
                    Self.unseat(move.person, from: &round)
                    guard let index = round.groups.firstIndex(where: { $0.id == move.to }) else { continue }
                    round.groups[index].members.append(move.person)
                }
                Self.forgetExpected(names, in: &round)
            }
        case .groupEdited(let group, let texts, let table, let bridge, let roles):
            edit(group, texts, table, bridge, roles)
        case .groupsEnded(let round):
            change(round) { round in
                round.endedAt = entry.at
                for index in round.groups.indices {
                    round.groups[index].visitors = []
                    round.groups[index].helpSince = nil
                    round.groups[index].isDone = false
                    round.groups[index].moreTimeSince = nil
                    round.groups[index].texts.expected = nil
                }
            }
        default: return false
        }
        return true
    }

    /// Whoever is out of the room, or waits outside, has no seat in a group that still runs.
    mutating func giveUpSeat(_ id: PersonID) {
        if let round { change(round.id) { Self.unseat(id, from: &$0) } }
    }

    private static func group(_ seats: GroupSeats, _ texts: GroupTexts?, at: Instant) -> Group {
        Group(
            id: seats.group, members: seats.members, table: seats.table, bridge: seats.bridge, roles: seats.roles,
            texts: texts ?? GroupTexts(), lastActAt: at)
    }

    /// Out of their group, and out of what they did in it.
    private static func unseat(_ person: PersonID, from round: inout Round) {
        guard let index = round.groups.firstIndex(where: { $0.members.contains(person) }) else { return }
        round.groups[index].members.removeAll { $0 == person }
        round.groups[index].roles = round.groups[index].roles.without([person])
        if round.groups[index].bridge == person { round.groups[index].bridge = nil }
    }

    private static func forgetExpected(_ names: [String], in round: inout Round) {
        for index in round.groups.indices {
            round.groups[index].texts.expected?.removeAll { name in
                names.contains { Text.isSameName($0, name) }
            }
            if round.groups[index].texts.expected?.isEmpty == true { round.groups[index].texts.expected = nil }
        }
    }

    private mutating func edit(
        _ group: GroupID?, _ texts: GroupTexts?, _ table: Int?, _ bridge: PersonID?, _ roles: GroupRoles
    ) {
        guard let round else { return }
        change(round.id) { round in
            guard let group else {
                (round.task, round.resources) = (texts?.task, texts?.resources)
                return
            }
            guard let index = round.groups.firstIndex(where: { $0.id == group }) else { return }
            // Seats that are kept stay kept.
            let expected = round.groups[index].texts.expected
            round.groups[index].texts = texts ?? GroupTexts()
            round.groups[index].texts.expected = expected
            round.groups[index].table = table
            round.groups[index].bridge = bridge
            round.groups[index].roles = roles
        }
    }

    mutating func change(_ id: RoundID, _ body: (inout Round) -> Void) {
        guard let index = rounds.lastIndex(where: { $0.id == id }) else { return }
        body(&rounds[index])
    }

    mutating func change(_ id: GroupID, _ body: (inout Group) -> Void) {
        guard let round = rounds.lastIndex(where: { $0.groups.contains { $0.id == id } }),
            let group = rounds[round].groups.firstIndex(where: { $0.id == id })
        else { return }
        body(&rounds[round].groups[group])
    }
}
