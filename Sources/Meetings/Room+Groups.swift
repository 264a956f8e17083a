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

    /// All groups in which somebody sits or sat at the end.
    public func groups(of id: PersonID) -> Set<GroupID> {
        let those = people[id]?.role == .table ? seated(at: id) : [id]
        return Set(rounds.flatMap(\.groups).filter { group in those.contains(where: group.members.contains) }.map(\.id))
    }

    /// The group to whose members and the leads an event is told; nil if it is not told in a group.
    public func group(of event: Event) -> GroupID? {
        switch event {
        case .cardWritten(_, let group, _, _, _, _, _, _, _), .cardEdited(_, let group, _, _),
            .cardMoved(_, let group, _), .cardWithdrawn(_, let group), .cardStarred(_, let group, _, _),
            .cardUnstarred(_, let group, _), .groupSignalled(let group, _, _, _):
            group
        case .messagePosted(_, _, _, _, _, _, _, let group): group
        case .messageCorrected(let id, _, _), .messageWithdrawn(let id), .messageHidden(let id),
            .reactionAdded(let id, _, _, _), .reactionRemoved(let id, _, _):
            messages.last { $0.id == id }?.group
        default: nil
        }
    }

    /// The group that is meant, if this person may act in it: their own, or any for a lead.
    func groupOpen(to actor: PersonID, _ named: GroupID?) throws(Rejection) -> Group {
        guard round != nil else { throw .noGroup }
        let own = seat(of: actor)
        guard let id = named ?? own else { throw .noGroup }
        guard id == own || people[actor]?.role.isLeading == true else { throw .notAllowed(needs: .lead) }
        return try group(id)
    }

    func decideGroups(_ command: Command, _ context: Context) throws(Rejection) -> [Event] {
        let actor = try actor(context)
        guard let round else { throw .noGroup }
        switch command {
        case .visitGroup(let id):
            let visited = id.map { id in round.groups.first { $0.id == id } } ?? nil
            guard id == nil || visited != nil else { throw .notFound }
            let current = round.groups.first { $0.visitors.contains(actor) }?.id
            guard current != id else { throw .alreadySo }
            let isNeeded = visited?.helpSince != nil
            return [.groupVisited(person: actor, group: id)]
                + (isNeeded ? [signalled(visited?.id, actor, .helped, context)].compactMap(\.self) : [])
        case .signal(let named, let signal):
            let group = try groupOpen(to: actor, named)
            guard Self.changes(group, signal) else { throw .alreadySo }
            if signal == .timeHeard, people[actor]?.role.isLeading != true { throw .notAllowed(needs: .lead) }
            return [signalled(group.id, actor, signal, context)].compactMap(\.self)
        case .announce(let text):
            guard announcements.count < Limits.announcements else { throw .tooMany(limit: Limits.announcements) }
            let text = try Text.block(text, limit: Limits.announcementLength)
            return [
                .announcementMade(
                    announcement: AnnouncementID(rawValue: fresh("n")), round: round.id, person: actor,
                    name: people[actor]?.name, text: text, words: Text.words(in: text))
            ]
        default: throw .notFound
        }
    }

    private func signalled(
        _ group: GroupID?, _ actor: PersonID, _ signal: GroupSignal, _ context: Context
    ) -> Event? {
        group.map {
            .groupSignalled(group: $0, person: actor, signal: signal, source: foreignSource(context, about: actor))
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

    mutating func applyGroups(_ entry: Entry) -> Bool {
        switch entry.event {
        case .groupVisited(let person, let group):
            if let round {
                change(round.id) { round in
                    for index in round.groups.indices {
                        round.groups[index].visitors.removeAll { $0 == person }
                        if round.groups[index].id == group { round.groups[index].visitors.append(person) }
                    }
                }
            }
        case .groupSignalled(let group, _, let signal, _):
            change(group) { group in
                switch signal {
                case .help: group.helpSince = entry.at
                case .helped: group.helpSince = nil
                case .done: group.isDone = true
                case .notDone: group.isDone = false
                case .moreTime: group.moreTimeSince = entry.at
                case .timeHeard: group.moreTimeSince = nil
                }
                // What a lead answers is no act of the group.
                if signal != .helped, signal != .timeHeard { group.lastActAt = entry.at }
            }
        case .announcementMade(let id, let round, let person, let name, let text, _):
            announcements.append(
                Announcement(id: id, round: round, author: person, name: name, text: text, at: entry.at))
        default: return false
        }
        return true
    }

    /// Somebody who counts only is forgotten in groups as everywhere (`Room.endForEverybody`).
    mutating func forgetInGroups(_ counted: Set<PersonID>) {
        pairRules = PairRules(
            together: pairRules.together.map { $0.filter { !counted.contains($0) } },
            apart: pairRules.apart.map { $0.filter { !counted.contains($0) } })
        for index in drafts.indices {
            for group in drafts[index].plan.groups.indices {
                drafts[index].plan.groups[group].members.removeAll { counted.contains($0) }
                drafts[index].plan.groups[group].roles = drafts[index].plan.groups[group].roles.without(counted)
                if drafts[index].plan.groups[group].bridge.map(counted.contains) == true {
                    drafts[index].plan.groups[group].bridge = nil
                }
            }
        }
        for round in rounds.indices {
            for group in rounds[round].groups.indices { rounds[round].groups[group].forget(counted) }
        }
        for index in announcements.indices where counted.contains(announcements[index].author) {
            announcements[index].author = .counted
            announcements[index].name = nil
        }
    }
}

extension Group {
    /// Without people who count only; what they wrote stays without its author.
    fileprivate mutating func forget(_ counted: Set<PersonID>) {
        members.removeAll { counted.contains($0) }
        visitors.removeAll { counted.contains($0) }
        roles = roles.without(counted)
        if bridge.map(counted.contains) == true { bridge = nil }
        for index in cards.indices {
            cards[index].stars.removeAll { counted.contains($0) }
            if counted.contains(cards[index].author) {
                cards[index].author = .counted
                cards[index].name = nil
            }
        }
    }
}
