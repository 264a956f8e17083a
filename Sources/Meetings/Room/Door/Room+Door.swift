// Knows who comes in and who is here: joining, lobby, lock, removal, presence.

extension Room {
    func decide(_ command: DoorCommand, _ context: Context) throws(Rejection) -> [Event] {
        switch command {
        case .join(let wish): return try joining(wish, context)
        case .beginPresence(let wish):
            guard case .system = context.actor else { throw .notAllowed(needs: .coordinator) }
            guard let person = people[wish.person] else { throw .notFound }
            guard details.phase == .open, !person.isPresent || person.isCheckedIn else { throw .alreadySo }
            return beginning(of: person, wish.person)
        case .endPresence(let wish):
            guard case .system = context.actor else { throw .notAllowed(needs: .coordinator) }
            guard let person = people[wish.person], person.isPresent else { throw .alreadySo }
            return [PresenceEnded(person: wish.person, reason: wish.reason).event]
                + tableEnding(wish.person, wish.reason)
        case .bringIn(let wish): return try bringing(wish, context)
        case .checkIn(let wish):
            guard let person = people[wish.person] else { throw .notFound }
            guard !person.isPresent else { throw .alreadySo }
            return [PersonCheckedIn(person: wish.person, source: source(context, about: wish.person)).event]
        case .checkOut(let wish):
            guard let person = people[wish.person] else { throw .notFound }
            guard person.isCheckedIn else { throw .alreadySo }
            return farewell(of: wish.person, context.at, reason: .left) + leavingSeats([wish.person])
        case .admit(let wish):
            guard let event = admission(of: wish.person) else { throw .notFound }
            guard people.count < Limits.people else { throw .tooMany(limit: Limits.people) }
            return [event]
        case .deny(let wish):
            guard waiting[wish.person] != nil else { throw .notFound }
            return [PersonDenied(person: wish.person).event]
        case .endWait(let wish):
            guard case .system = context.actor else { throw .notAllowed(needs: .coordinator) }
            guard waiting[wish.person] != nil else { throw .alreadySo }
            return [WaitEnded(person: wish.person).event]
        case .remove(let wish):
            try checkGoing(wish.person, by: context)
            return farewell(of: wish.person, context.at) + tableEnding(wish.person, .moved) + [
                PersonRemoved(person: wish.person).event
            ]
        case .moveToLobby(let wish):
            try checkGoing(wish.person, by: context)
            return farewell(of: wish.person, context.at) + tableEnding(wish.person, .moved) + [
                PersonReturnedToLobby(person: wish.person).event
            ]
        case .claimEntry(let wish): return try claiming(wish, context)
        case .mergePerson(let wish): return try merging(wish, context)
        case .erase(let wish):
            guard case .system = context.actor else { throw .notAllowed(needs: .coordinator) }
            guard wish.person != .counted, !erased.contains(wish.person) else { throw .alreadySo }
            // What they wrote under another entry is theirs too.
            let all = [wish.person] + formerEntries(of: wish.person).filter { !erased.contains($0) }
            return farewell(of: wish.person, context.at) + tableEnding(wish.person, .moved)
                + all.map { PersonErased(person: $0).event }
        }
    }

    private func joining(_ wish: Join, _ context: Context) throws(Rejection) -> [Event] {
        guard case .system = context.actor else { throw .notAllowed(needs: .coordinator) }
        guard wish.role != .evaluator else { throw .notAllowed(needs: .participant) }
        if isShutOut(wish.person) { throw .shutOut }
        if people[wish.person] != nil || waiting[wish.person] != nil { throw .alreadySo }
        if let known = merged[wish.person] { throw isShutOut(known) ? .shutOut : .alreadySo }
        let name = try Text.name(wish.name, limit: Limits.nameLength)
        let school = try Text.optionalLine(wish.school, limit: Limits.schoolLength)
        let joined = PersonJoined(
            person: wish.person, role: wish.role, mode: wish.mode, tier: wish.tier, name: name, school: school
        ).event
        guard !wish.role.isLeading else { return [joined] }
        try checkOpen()
        guard people.count < Limits.people else { throw .tooMany(limit: Limits.people) }
        guard details.options.lobby, wish.role == .participant || wish.role == .table else { return [joined] }
        guard waiting.count < Limits.waiting else { throw .tooMany(limit: Limits.waiting) }
        return [
            PersonWaited(person: wish.person, mode: wish.mode, tier: wish.tier, name: name, school: school).event
        ]
    }

    /// Removed, or turned away too often. Whoever was erased comes back as somebody new or not at all.
    func isShutOut(_ id: PersonID) -> Bool {
        removed.contains(id) || erased.contains(id) || denials[id, default: 0] >= Limits.denials
    }

    /// Whether anybody new comes in now.
    func checkOpen() throws(Rejection) {
        switch details.phase {
        case .planned: throw .meetingNotOpen
        case .ended: throw .meetingOver
        case .open: if details.isLocked { throw .roomLocked }
        }
    }

    /// The fact that lets somebody in from the lobby.
    func admission(of id: PersonID) -> Event? {
        waiting[id].map {
            // Only a table's own device waits in that mode: who sits at it comes in through it.
            PersonJoined(
                person: id, role: $0.mode == .tableDevice ? .table : .participant, mode: $0.mode, tier: $0.tier,
                name: $0.name, school: $0.school
            ).event
        }
    }

    /// A coordinator cannot be put out of a meeting of their own network, and nobody puts themselves out.
    private func checkGoing(_ id: PersonID, by context: Context) throws(Rejection) {
        guard let person = people[id] else { throw .notFound }
        guard person.role != .coordinator, context.actor != .person(id) else { throw .notAllowed(needs: .coordinator) }
    }

    /// What is said of somebody who is put out: their turn, their hand and their presence end first, and whom
    /// they were asked to help is helped by somebody else.
    func farewell(of id: PersonID, _ at: Instant, reason: PresenceEnd = .moved) -> [Event] {
        var events: [Event] = []
        if turn?.person == id { events += closingTurn(at) }
        if queue.contains(where: { $0.person == id }) { events.append(HandLowered(person: id, source: .leadTap).event) }
        if people[id]?.isPresent == true { events.append(PresenceEnded(person: id, reason: reason).event) }
        return events + (reason == .lost ? [] : passingHelp(of: id))
    }

    mutating func apply(_ facet: DoorFact, at: Instant) {
        switch facet {
        case .personJoined(let fact):
            waiting[fact.person] = nil
            note(fact.tier ?? .pseudonymous, of: fact.person)
            guard fact.person != .counted else {
                countedPeople += 1
                break
            }
            people[fact.person] = Person(
                name: fact.name, school: fact.school, role: fact.role, mode: fact.mode,
                tier: fact.tier ?? .pseudonymous, joinedAt: at)
        case .personWaited(let fact):
            waiting[fact.person] = Waiting(
                name: fact.name, school: fact.school, mode: fact.mode, tier: fact.tier ?? .pseudonymous, since: at)
        case .personDenied(let fact):
            waiting[fact.person] = nil
            denials[fact.person, default: 0] += 1
        case .waitEnded(let fact): waiting[fact.person] = nil
        case .personRemoved(let fact):
            giveUpSeat(fact.person)
            people[fact.person] = nil
            waiting[fact.person] = nil
            removed.append(fact.person)
        case .personErased(let fact):
            giveUpSeat(fact.person)
            people[fact.person] = nil
            waiting[fact.person] = nil
            erased.append(fact.person)
            actions[fact.person] = nil
            corrections[fact.person] = nil
            callers[fact.person] = nil
            if lastStep?.speaker == fact.person { lastStep?.speaker = nil }
        case .personReturnedToLobby(let fact):
            giveUpSeat(fact.person)
            if let person = people.removeValue(forKey: fact.person) {
                waiting[fact.person] = Waiting(
                    name: person.name, school: person.school, mode: person.mode, tier: person.tier, since: at)
            }
        case .presenceBegan(let fact):
            people[fact.person]?.isPresent = true
            people[fact.person]?.isCheckedIn = false
            people[fact.person]?.mode = fact.mode
            people[fact.person]?.leftAt = nil
        case .personCheckedIn(let fact):
            people[fact.person]?.isPresent = true
            people[fact.person]?.isCheckedIn = true
            people[fact.person]?.leftAt = nil
        case .presenceEnded(let fact):
            people[fact.person]?.isPresent = false
            people[fact.person]?.isCheckedIn = false
        case .personSeated(let fact): people[fact.person]?.table = fact.table
        case .entryClaimed(let fact): people[fact.person]?.claims = fact.other
        case .personMerged(let fact): merge(fact)
        }
    }
}
