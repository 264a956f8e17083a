// Knows what changes about people who are in: name, mode, tier, roles, and their going.

extension Room {
    func decide(_ command: RosterCommand, _ context: Context) throws(Rejection) -> [Event] {
        let actor = try actor(context)
        let id = command.wish.target ?? actor
        guard let person = people[id] else { throw .notFound }
        switch command {
        case .rename(let wish):
            let name = try Text.name(wish.name, limit: Limits.nameLength)
            let school = try Text.optionalLine(wish.school, limit: Limits.schoolLength)
            guard name != person.name || school != person.school else { throw .alreadySo }
            return [PersonRenamed(person: id, name: name, school: school).event]
        case .setMode(let wish):
            guard wish.mode != person.mode else { throw .alreadySo }
            // A table is a place of its own: people come to it through its device and leave it for another mode.
            guard wish.mode != .tableDevice, person.role != .table else { throw .notAllowed(needs: .table) }
            return (person.table == nil ? [] : [PersonSeated(person: id, table: nil).event])
                + [ModeSet(person: id, mode: wish.mode, source: source(context, about: id)).event]
        case .setTier(let wish):
            guard wish.tier != person.tier else { throw .alreadySo }
            guard person.tier == .countOnly else { return [TierSet(person: id, tier: wish.tier).event] }
            return [
                TierSet(
                    person: id, tier: wish.tier, role: person.role, mode: person.mode, name: person.name,
                    school: person.school
                ).event
            ]
        case .takeLeave(let wish):
            var events: [Event] = []
            if turn?.person == id { events += closingTurn(context.at) }
            if queue.contains(where: { $0.person == id }) {
                events.append(HandLowered(person: id, source: .client).event)
            }
            return events + [
                LeaveTaken(person: id, reason: wish.reason).event, PresenceEnded(person: id, reason: .left).event,
            ] + passingHelp(of: id) + tableEnding(id, .left)
                + leavingSeats(person.role == .table ? seated(at: id) : [id])
        case .appointLead:
            guard person.role == .participant else { throw .alreadySo }
            return [LeadAppointed(person: id).event]
        case .dismissLead:
            guard person.role == .lead else { throw .notFound }
            guard leads(without: id) > 0 else { throw .lastLead }
            return [LeadDismissed(person: id).event]
        case .handOver:
            guard id != actor else { throw .alreadySo }
            guard person.role == .participant || person.role.isLeading else { throw .notAllowed(needs: .participant) }
            var events: [Event] = person.role == .participant ? [LeadAppointed(person: id).event] : []
            // A coordinator keeps their network; a lead steps back.
            if people[actor]?.role == .lead { events.append(LeadDismissed(person: actor).event) }
            guard !events.isEmpty else { throw .alreadySo }
            return events
        case .appointScribe:
            guard person.role == .participant, !person.isScribe else { throw .alreadySo }
            return [ScribeAppointed(person: id).event]
        case .dismissScribe:
            guard person.isScribe else { throw .alreadySo }
            return [ScribeDismissed(person: id).event]
        }
    }

    private func leads(without id: PersonID) -> Int { people.filter { $0.key != id && $0.value.role.isLeading }.count }

    mutating func apply(_ facet: RosterFact, at: Instant) {
        switch facet {
        case .personRenamed(let fact):
            people[fact.person]?.name = fact.name
            people[fact.person]?.school = fact.school
        case .modeSet(let fact): people[fact.person]?.mode = fact.mode
        case .tierSet(let fact):
            introduce(fact, at: at)
            people[fact.person]?.tier = fact.tier
            note(fact.tier, of: fact.person)
        case .leaveTaken(let fact): people[fact.person]?.leftAt = at
        case .leadAppointed(let fact):
            people[fact.person]?.role = .lead
            people[fact.person]?.isScribe = false
        case .leadDismissed(let fact): people[fact.person]?.role = .participant
        case .scribeAppointed(let fact): people[fact.person]?.isScribe = true
        case .scribeDismissed(let fact): people[fact.person]?.isScribe = false
        }
    }

    /// Somebody who was counted and is not any more, in a log of which the end has taken who that had been.
    private mutating func introduce(_ fact: TierSet, at: Instant) {
        guard fact.person != .counted, people[fact.person] == nil, let role = fact.role, let mode = fact.mode else {
            return
        }
        people[fact.person] = Person(
            name: fact.name, school: fact.school, role: role, mode: mode, tier: fact.tier, joinedAt: at)
        countedPeople = max(0, countedPeople - 1)
    }

    mutating func note(_ tier: Tier, of id: PersonID) {
        let wasCounted = countOnly.contains(id) || uncounted.contains(id)
        countOnly.removeAll { $0 == id }
        uncounted.removeAll { $0 == id }
        guard id != .counted else { return }
        if tier == .countOnly {
            countOnly.append(id)
        } else if wasCounted {
            uncounted.append(id)
        }
    }
}
