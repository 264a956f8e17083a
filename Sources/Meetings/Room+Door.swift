// Knows who comes in and who is here: joining, lobby, lock, removal, presence.

extension Room {
    func decideDoor(_ command: Command, _ context: Context) throws(Rejection) -> [Event] {
        switch command {
        case .join: return try decideJoin(command, context)
        case .beginPresence(let id):
            guard case .system = context.actor else { throw .notAllowed(needs: .coordinator) }
            guard let person = people[id] else { throw .notFound }
            guard details.phase == .open, !person.isPresent || person.isCheckedIn else { throw .alreadySo }
            return beginning(of: person, id)
        case .endPresence(let id, let reason):
            guard case .system = context.actor else { throw .notAllowed(needs: .coordinator) }
            guard let person = people[id], person.isPresent else { throw .alreadySo }
            return [.presenceEnded(person: id, reason: reason)] + tableEnding(id, reason)
        case .bringIn: return try decideBringingIn(command, context)
        case .checkIn(let id):
            guard let person = people[id] else { throw .notFound }
            guard !person.isPresent else { throw .alreadySo }
            return [.personCheckedIn(person: id, source: source(context, about: id))]
        case .checkOut(let id):
            guard let person = people[id] else { throw .notFound }
            guard person.isCheckedIn else { throw .alreadySo }
            return farewell(of: id, context.at, reason: .left)
        case .admit(let id):
            guard let event = admission(of: id) else { throw .notFound }
            guard people.count < Limits.people else { throw .tooMany(limit: Limits.people) }
            return [event]
        case .deny(let id):
            guard waiting[id] != nil else { throw .notFound }
            return [.personDenied(person: id)]
        case .remove(let id):
            try checkGoing(id, by: context)
            return farewell(of: id, context.at) + tableEnding(id, .moved) + [.personRemoved(person: id)]
        case .moveToLobby(let id):
            try checkGoing(id, by: context)
            return farewell(of: id, context.at) + tableEnding(id, .moved) + [.personReturnedToLobby(person: id)]
        default: throw .notFound
        }
    }

    private func decideJoin(_ command: Command, _ context: Context) throws(Rejection) -> [Event] {
        guard case .join(let id, let role, let mode, let tier, let givenName, let givenSchool) = command,
            case .system = context.actor
        else { throw .notAllowed(needs: .coordinator) }
        guard role != .evaluator else { throw .notAllowed(needs: .participant) }
        if removed.contains(id) || denials[id, default: 0] >= Limits.denials { throw .shutOut }
        if people[id] != nil || waiting[id] != nil { throw .alreadySo }
        let name = try Text.line(givenName, limit: Limits.nameLength)
        let school = try Text.optionalLine(givenSchool, limit: Limits.schoolLength)
        guard !role.isLeading else {
            return [.personJoined(person: id, role: role, mode: mode, tier: tier, name: name, school: school)]
        }
        switch details.phase {
        case .planned: throw .meetingNotOpen
        case .ended: throw .meetingOver
        case .open: break
        }
        if details.isLocked { throw .roomLocked }
        guard people.count < Limits.people else { throw .tooMany(limit: Limits.people) }
        guard details.options.lobby, role == .participant || role == .table else {
            return [.personJoined(person: id, role: role, mode: mode, tier: tier, name: name, school: school)]
        }
        guard waiting.count < Limits.waiting else { throw .tooMany(limit: Limits.waiting) }
        return [.personWaited(person: id, mode: mode, tier: tier, name: name, school: school)]
    }

    /// The fact that lets somebody in from the lobby.
    func admission(of id: PersonID) -> Event? {
        waiting[id].map {
            // Only a table's own device waits in that mode: who sits at it comes in through it.
            .personJoined(
                person: id, role: $0.mode == .tableDevice ? .table : .participant, mode: $0.mode, tier: $0.tier,
                name: $0.name, school: $0.school)
        }
    }

    /// A coordinator cannot be put out of a meeting of their own network, and nobody puts themselves out.
    private func checkGoing(_ id: PersonID, by context: Context) throws(Rejection) {
        guard let person = people[id] else { throw .notFound }
        guard person.role != .coordinator, context.actor != .person(id) else { throw .notAllowed(needs: .coordinator) }
    }

    /// What is said of somebody who is put out: their turn, their hand and their presence end first.
    func farewell(of id: PersonID, _ at: Instant, reason: PresenceEnd = .moved) -> [Event] {
        var events: [Event] = []
        if turn?.person == id { events += closingTurn(at) }
        if queue.contains(where: { $0.person == id }) { events.append(.handLowered(person: id, source: .leadTap)) }
        if people[id]?.isPresent == true { events.append(.presenceEnded(person: id, reason: reason)) }
        return events
    }
}
