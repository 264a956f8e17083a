// Knows how the facts of forming change the room. Total: what does not fit any more has no effect.

extension Room {
    mutating func form(_ fact: GroupsFormed, at: Instant) {
        let groups = fact.groups.enumerated().map { Self.group($1, fact.texts?.group($0), at: at) }
        let sizes = groups.map(\.members.count).filter { $0 > 0 }.sorted()
        rounds.append(
            Round(
                id: fact.round, segment: fact.segment, kind: fact.kind, formedAt: at, endedAt: nil, groups: groups,
                task: fact.texts?.task, resources: fact.texts?.resources, draw: fact.draw,
                usualSize: sizes.isEmpty ? 0 : sizes[sizes.count / 2], timeboxSeconds: fact.timeboxSeconds))
        leaveOut(fact.round)
    }

    /// Whoever is here without a seat when groups begin to run was meant to be: nobody is late who was there.
    private mutating func leaveOut(_ id: RoundID) {
        let leftOut = people.filter { $0.value.isPresent && seat(of: $0.key) == nil }.keys.sorted()
        change(id) { $0.leftOut = leftOut }
    }

    /// That they ended was taken back.
    mutating func runAgain(_ id: RoundID) {
        guard rounds.last?.id == id else { return }
        change(id) { $0.endedAt = nil }
        leaveOut(id)
    }

    mutating func open(_ fact: GroupOpened, at: Instant) {
        let names = fact.groups.map { $0.members.compactMap { people[$0]?.name } }
        change(fact.round) { round in
            for (seats, names) in zip(fact.groups, names) {
                for person in seats.members {
                    Self.unseat(person, from: &round)
                    round.gone[person] = nil
                }
                round.leftOut.removeAll { seats.members.contains($0) }
                round.groups.append(Self.group(seats, fact.texts, at: at))
                Self.forgetExpected(names, in: &round)
            }
        }
    }

    mutating func move(_ fact: PeopleMoved) {
        let names = fact.moves.filter { $0.to != nil }.compactMap { people[$0.person]?.name }
        change(fact.round) { round in
            for move in fact.moves {
                let before = round.group(of: move.person)?.id
                Self.unseat(move.person, from: &round)
                round.leftOut.removeAll { $0 == move.person }
                // Whoever went and comes back is late, and not left out.
                round.gone[move.person] = move.reason == .left ? before : nil
                if move.to == nil, move.reason != .left { round.leftOut.append(move.person) }
                guard let index = round.groups.firstIndex(where: { $0.id == move.to }) else { continue }
                round.groups[index].members.append(move.person)
            }
            Self.forgetExpected(names, in: &round)
        }
    }

    mutating func end(_ fact: GroupsEnded, at: Instant) {
        change(fact.round) { round in
            round.endedAt = at
            round.leftOut = []
            round.gone = [:]
            for index in round.groups.indices {
                round.groups[index].visitors = []
                round.groups[index].helpSince = nil
                round.groups[index].isDone = false
                round.groups[index].moreTimeSince = nil
                round.groups[index].turns = nil
                round.groups[index].texts.expected = nil
            }
        }
    }

    /// Whoever is out of the room, or waits outside, has no seat in a group that still runs.
    mutating func giveUpSeat(_ id: PersonID) {
        if let round { change(round.id) { Self.unseat(id, from: &$0) } }
    }

    private static func group(_ seats: GroupSeats, _ texts: GroupTexts?, at: Instant) -> Group {
        var texts = texts ?? GroupTexts()
        // A name is the group's own: what is edited leaves it.
        let name = texts.name
        texts.name = nil
        return Group(
            id: seats.group, name: name, members: seats.members, table: seats.table, bridge: seats.bridge,
            roles: seats.roles, texts: texts, lastActAt: at)
    }

    /// Out of their group, and out of what they did in it.
    private static func unseat(_ person: PersonID, from round: inout Round) {
        guard let index = round.groups.firstIndex(where: { $0.members.contains(person) }) else { return }
        round.groups[index].members.removeAll { $0 == person }
        round.groups[index].roles = round.groups[index].roles.without([person])
        if round.groups[index].bridge == person { round.groups[index].bridge = nil }
        round.groups[index].turns = round.groups[index].turns?.without([person])
    }

    private static func forgetExpected(_ names: [String], in round: inout Round) {
        guard round.groups.contains(where: { $0.texts.expected != nil }) else { return }
        let keys = Set(names.map(Text.key))
        for index in round.groups.indices {
            round.groups[index].texts.expected?.removeAll { keys.contains(Text.key($0)) }
            if round.groups[index].texts.expected?.isEmpty == true { round.groups[index].texts.expected = nil }
        }
    }

    mutating func edit(_ fact: GroupEdited) {
        guard let round else { return }
        change(round.id) { round in
            guard let group = fact.group else {
                (round.task, round.resources) = (fact.texts?.task, fact.texts?.resources)
                return
            }
            guard let index = round.groups.firstIndex(where: { $0.id == group }) else { return }
            // Seats that are kept stay kept.
            let expected = round.groups[index].texts.expected
            round.groups[index].texts = fact.texts ?? GroupTexts()
            round.groups[index].texts.expected = expected
            round.groups[index].texts.name = nil
            round.groups[index].table = fact.table
            round.groups[index].bridge = fact.bridge
            round.groups[index].roles = fact.roles
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
