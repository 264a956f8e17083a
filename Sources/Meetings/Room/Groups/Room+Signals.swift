// Knows what is said between groups and leads: help, done, more time, a visit, one message to all.

extension Room {
    /// Where somebody sits now; a table's device sits where those do who share it.
    public func seat(of id: PersonID) -> GroupID? {
        guard let round else { return nil }
        if people[id]?.role == .table {
            return seated(at: id).lazy.compactMap { round.group(of: $0)?.id }.first
        }
        return round.group(of: id)?.id
    }

    /// Whether somebody who comes now is late: groups run, they sit in none, and nobody meant them to.
    public func isLate(_ id: PersonID) -> Bool {
        guard let round, !round.leftOut.contains(id) else { return false }
        return people[id]?.role == .participant && seat(of: id) == nil
    }

    /// All groups in which somebody sits or sat at the end.
    public func groups(of id: PersonID) -> Set<GroupID> {
        let those = people[id]?.role == .table ? seated(at: id) : [id]
        return Set(rounds.flatMap(\.groups).filter { group in those.contains(where: group.members.contains) }.map(\.id))
    }

    /// The group that is meant, if this person may act in it: their own, or any for a lead.
    func groupOpen(to actor: PersonID, _ named: GroupID?) throws(Rejection) -> Group {
        guard round != nil else { throw .noGroup }
        let own = seat(of: actor)
        guard let id = named ?? own else { throw .noGroup }
        guard id == own || people[actor]?.role.isLeading == true else { throw .notAllowed(needs: .lead) }
        return try group(id)
    }

    func visiting(_ wish: VisitGroup, _ context: Context) throws(Rejection) -> [Event] {
        let actor = try actor(context)
        guard let round else { throw .noGroup }
        let visited = wish.group.map { id in round.groups.first { $0.id == id } } ?? nil
        guard wish.group == nil || visited != nil else { throw .notFound }
        let current = round.groups.first { $0.visitors.contains(actor) }?.id
        guard current != wish.group else { throw .alreadySo }
        let isNeeded = visited?.helpSince != nil
        return [GroupVisited(person: actor, group: wish.group).event]
            + (isNeeded ? [signalled(visited?.id, actor, .helped, context)].compactMap(\.self) : [])
    }

    func signalling(_ wish: Signal, _ context: Context) throws(Rejection) -> [Event] {
        let actor = try actor(context)
        let group = try groupOpen(to: actor, wish.group)
        guard Self.changes(group, wish.signal) else { throw .alreadySo }
        if wish.signal == .timeHeard, people[actor]?.role.isLeading != true { throw .notAllowed(needs: .lead) }
        return [signalled(group.id, actor, wish.signal, context)].compactMap(\.self)
    }

    func announcing(_ wish: Announce, _ context: Context) throws(Rejection) -> [Event] {
        let actor = try actor(context)
        guard let round else { throw .noGroup }
        guard announcements.count < Limits.announcements else { throw .tooMany(limit: Limits.announcements) }
        let text = try Text.block(wish.text, limit: Limits.announcementLength)
        return [
            AnnouncementMade(
                announcement: AnnouncementID(rawValue: fresh("n")), round: round.id, person: actor,
                name: people[actor]?.name, text: text, words: Text.words(in: text)
            ).event
        ]
    }

    private func signalled(
        _ group: GroupID?, _ actor: PersonID, _ signal: GroupSignal, _ context: Context
    ) -> Event? {
        group.map {
            GroupSignalled(group: $0, person: actor, signal: signal, source: foreignSource(context, about: actor)).event
        }
    }

    private static func changes(_ group: Group, _ signal: GroupSignal) -> Bool {
        switch signal {
        case .help: group.helpSince == nil
        case .helped: group.helpSince != nil
        case .done: !group.isDone
        case .notDone: group.isDone
        case .moreTime: group.moreTimeSince == nil
        case .timeHeard: group.moreTimeSince != nil
        }
    }

    /// A lead looks in, and nowhere else any more.
    mutating func visit(_ fact: GroupVisited) {
        guard let round else { return }
        change(round.id) { round in
            for index in round.groups.indices {
                round.groups[index].visitors.removeAll { $0 == fact.person }
                if round.groups[index].id == fact.group { round.groups[index].visitors.append(fact.person) }
            }
        }
    }

    mutating func signal(_ fact: GroupSignalled, at: Instant) {
        change(fact.group) { group in
            switch fact.signal {
            case .help: group.helpSince = at
            case .helped: group.helpSince = nil
            case .done: group.isDone = true
            case .notDone: group.isDone = false
            case .moreTime: group.moreTimeSince = at
            case .timeHeard: group.moreTimeSince = nil
            }
            // What a lead answers is no act of the group.
            if fact.signal != .helped, fact.signal != .timeHeard { group.lastActAt = at }
        }
    }
}
