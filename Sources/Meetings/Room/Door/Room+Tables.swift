// Knows people who have no device of their own: checked in by a lead or a scribe, or sharing the device of a table.

extension Room {
    func bringing(_ wish: BringIn, _ context: Context) throws(Rejection) -> [Event] {
        guard case .system = context.actor else { throw .notAllowed(needs: .coordinator) }
        switch details.phase {
        case .planned: throw .meetingNotOpen
        case .ended: throw .meetingOver
        case .open: break
        }
        guard let host = people[wish.by], host.isPresent else { throw .notPresent }
        let isTable = host.role == .table
        guard isTable || host.role.isLeading || host.isScribe else { throw .notAllowed(needs: .lead) }
        guard isTable ? wish.mode == .tableDevice : wish.mode == .roomNoDevice || wish.mode == .phoneIn else {
            throw .notFound
        }
        if details.isLocked { throw .roomLocked }
        if isShutOut(wish.person) { throw .shutOut }
        if let known = merged[wish.person] { throw isShutOut(known) ? .shutOut : .alreadySo }
        guard wish.person != .counted, people[wish.person] == nil, waiting[wish.person] == nil else {
            throw .alreadySo
        }
        guard people.count < Limits.people else { throw .tooMany(limit: Limits.people) }
        guard !isTable || seated(at: wish.by).count < Limits.peopleAtTable else {
            throw .tooMany(limit: Limits.peopleAtTable)
        }
        let joined = PersonJoined(
            person: wish.person, role: .participant, mode: wish.mode, tier: wish.tier,
            name: try Text.name(wish.name, limit: Limits.nameLength),
            school: try Text.optionalLine(wish.school, limit: Limits.schoolLength)
        ).event
        let source = source(
            Context(actor: .person(wish.by), at: context.at), about: isTable ? wish.by : wish.person)
        return [joined] + (isTable ? [PersonSeated(person: wish.person, table: wish.by).event] : [])
            + [PersonCheckedIn(person: wish.person, source: source).event]
    }

    /// Who shares the device of a table, in order of their identifiers.
    public func seated(at table: PersonID) -> [PersonID] {
        people.filter { $0.value.table == table }.keys.sorted()
    }

    /// What is said when somebody's first device comes: with a table's come those who sit at it; who sat at one or had
    /// no device has one of their own now.
    func beginning(of person: Person, _ id: PersonID) -> [Event] {
        guard person.mode.needsOthers, person.role != .table, person.mode != .phoneIn else {
            let here = seated(at: id).filter { people[$0]?.isPresent == false && people[$0]?.leftAt == nil }
            return [PresenceBegan(person: id, mode: person.mode).event]
                + here.map { PersonCheckedIn(person: $0, source: .client).event }
        }
        return (person.table == nil ? [] : [PersonSeated(person: id, table: nil).event]) + [
            ModeSet(person: id, mode: .roomDevice, source: .client).event,
            PresenceBegan(person: id, mode: .roomDevice).event,
        ]
    }

    /// With a table's last device go those who sit at it.
    func tableEnding(_ id: PersonID, _ reason: PresenceEnd) -> [Event] {
        guard people[id]?.role == .table else { return [] }
        return seated(at: id).filter { people[$0]?.isPresent == true }.flatMap { farewell(of: $0, at, reason: reason) }
    }
}
