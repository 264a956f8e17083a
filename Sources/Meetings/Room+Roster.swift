// Knows what changes about people who are in: name, mode, tier, roles, and their going.

extension Room {
    func decideRoster(_ command: Command, _ context: Context) throws(Rejection) -> [Event] {
        let actor = try actor(context)
        let id = command.target ?? actor
        guard let person = people[id] else { throw .notFound }
        switch command {
        case .rename(_, let name, let school):
            let name = try Text.line(name, limit: Limits.nameLength)
            let school = try Text.optionalLine(school, limit: Limits.schoolLength)
            guard name != person.name || school != person.school else { throw .alreadySo }
            return [.personRenamed(person: id, name: name, school: school)]
        case .setMode(_, let mode):
            guard mode != person.mode else { throw .alreadySo }
            // A table is a place of its own: people come to it through its device and leave it for another mode.
            guard mode != .tableDevice, person.role != .table else { throw .notAllowed(needs: .table) }
            return (person.table == nil ? [] : [.personSeated(person: id, table: nil)])
                + [.modeSet(person: id, mode: mode, source: source(context, about: id))]
        case .setTier(let tier):
            guard tier != person.tier else { throw .alreadySo }
            return [.tierSet(person: id, tier: tier)]
        case .takeLeave(let reason):
            var events: [Event] = []
            if turn?.person == id { events += closingTurn(context.at) }
            if queue.contains(where: { $0.person == id }) { events.append(.handLowered(person: id, source: .client)) }
            return events + [.leaveTaken(person: id, reason: reason), .presenceEnded(person: id, reason: .left)]
                + tableEnding(id, .left)
        case .appointLead:
            guard person.role == .participant else { throw .alreadySo }
            return [.leadAppointed(person: id)]
        case .dismissLead:
            guard person.role == .lead else { throw .notFound }
            guard leads(without: id) > 0 else { throw .lastLead }
            return [.leadDismissed(person: id)]
        case .handOver:
            guard id != actor else { throw .alreadySo }
            guard person.role == .participant || person.role.isLeading else { throw .notAllowed(needs: .participant) }
            var events: [Event] = person.role == .participant ? [.leadAppointed(person: id)] : []
            // A coordinator keeps their network; a lead steps back.
            if people[actor]?.role == .lead { events.append(.leadDismissed(person: actor)) }
            guard !events.isEmpty else { throw .alreadySo }
            return events
        case .appointScribe:
            guard person.role == .participant, !person.isScribe else { throw .alreadySo }
            return [.scribeAppointed(person: id)]
        case .dismissScribe:
            guard person.isScribe else { throw .alreadySo }
            return [.scribeDismissed(person: id)]
        default: throw .notFound
        }
    }

    private func leads(without id: PersonID) -> Int { people.filter { $0.key != id && $0.value.role.isLeading }.count }

    mutating func applyRoster(_ entry: Entry) -> Bool {
        switch entry.event {
        case .personJoined(let id, let role, let mode, let tier, let name, let school):
            waiting[id] = nil
            note(tier ?? .pseudonymous, of: id)
            if id == .counted {
                countedPeople += 1
            } else {
                people[id] = Person(
                    name: name, school: school, role: role, mode: mode, tier: tier ?? .pseudonymous,
                    joinedAt: entry.at)
            }
        case .personWaited(let id, let mode, let tier, let name, let school):
            waiting[id] = Waiting(
                name: name, school: school, mode: mode, tier: tier ?? .pseudonymous, since: entry.at)
        case .personDenied(let id):
            waiting[id] = nil
            denials[id, default: 0] += 1
        case .personRemoved(let id):
            giveUpSeat(id)
            people[id] = nil
            waiting[id] = nil
            removed.append(id)
        case .personReturnedToLobby(let id):
            giveUpSeat(id)
            if let person = people.removeValue(forKey: id) {
                waiting[id] = Waiting(
                    name: person.name, school: person.school, mode: person.mode, tier: person.tier, since: entry.at)
            }
        case .personRenamed(let id, let name, let school):
            people[id]?.name = name
            people[id]?.school = school
        case .modeSet(let id, let mode, _): people[id]?.mode = mode
        case .tierSet(let id, let tier):
            people[id]?.tier = tier
            note(tier, of: id)
        case .presenceBegan(let id, let mode):
            people[id]?.isPresent = true
            people[id]?.isCheckedIn = false
            people[id]?.mode = mode
            people[id]?.leftAt = nil
        case .personCheckedIn(let id, _):
            people[id]?.isPresent = true
            people[id]?.isCheckedIn = true
            people[id]?.leftAt = nil
        case .personSeated(let id, let table): people[id]?.table = table
        case .presenceEnded(let id, _):
            people[id]?.isPresent = false
            people[id]?.isCheckedIn = false
        case .leaveTaken(let id, _): people[id]?.leftAt = entry.at
        case .leadAppointed(let id):
            people[id]?.role = .lead
            people[id]?.isScribe = false
        case .leadDismissed(let id): people[id]?.role = .participant
        case .scribeAppointed(let id): people[id]?.isScribe = true
        case .scribeDismissed(let id): people[id]?.isScribe = false
        default: return false
        }
        return true
    }

    private mutating func note(_ tier: Tier, of id: PersonID) {
        countOnly.removeAll { $0 == id }
        if tier == .countOnly, id != .counted { countOnly.append(id) }
    }
}
