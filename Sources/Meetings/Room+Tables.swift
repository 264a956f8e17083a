// Knows people who have no device of their own: checked in by a lead or a scribe, or sharing the device of a table.

extension Room {
    func decideBringingIn(_ command: Command, _ context: Context) throws(Rejection) -> [Event] {
        guard case .bringIn(let id, let by, let mode, let tier, let givenName, let givenSchool) = command,
            case .system = context.actor
        else { throw .notAllowed(needs: .coordinator) }
        switch details.phase {
        case .planned: throw .meetingNotOpen
        case .ended: throw .meetingOver
        case .open: break
        }
        guard let host = people[by], host.isPresent else { throw .notPresent }
        let isTable = host.role == .table
        guard isTable || host.role.isLeading || host.isScribe else { throw .notAllowed(needs: .lead) }
        guard isTable ? mode == .tableDevice : mode == .roomNoDevice || mode == .phoneIn else { throw .notFound }
        if details.isLocked { throw .roomLocked }
        if removed.contains(id) || denials[id, default: 0] >= Limits.denials { throw .shutOut }
        guard id != .counted, people[id] == nil, waiting[id] == nil else { throw .alreadySo }
        guard people.count < Limits.people else { throw .tooMany(limit: Limits.people) }
        guard !isTable || seated(at: by).count < Limits.peopleAtTable else {
            throw .tooMany(limit: Limits.peopleAtTable)
        }
        let joined = Event.personJoined(
            person: id, role: .participant, mode: mode, tier: tier,
            name: try Text.line(givenName, limit: Limits.nameLength),
            school: try Text.optionalLine(givenSchool, limit: Limits.schoolLength))
        let source = source(Context(actor: .person(by), at: context.at), about: isTable ? by : id)
        return [joined] + (isTable ? [.personSeated(person: id, table: by)] : [])
            + [.personCheckedIn(person: id, source: source)]
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
            return [.presenceBegan(person: id, mode: person.mode)]
                + here.map { .personCheckedIn(person: $0, source: .client) }
        }
        return (person.table == nil ? [] : [.personSeated(person: id, table: nil)]) + [
            .modeSet(person: id, mode: .roomDevice, source: .client),
            .presenceBegan(person: id, mode: .roomDevice),
        ]
    }

    /// With a table's last device go those who sit at it.
    func tableEnding(_ id: PersonID, _ reason: PresenceEnd) -> [Event] {
        guard people[id]?.role == .table else { return [] }
        return seated(at: id).filter { people[$0]?.isPresent == true }.flatMap { farewell(of: $0, at, reason: reason) }
    }
}
