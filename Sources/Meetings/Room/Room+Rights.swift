// Knows how rights are checked, and whose act a wish is when it is put for somebody else.

extension Room {
    /// The default-deny check of `Rights`, and that acts come from people who are here.
    func permit(_ command: Command, _ context: Context) throws(Rejection) {
        guard case .person(let id) = context.actor else { return }
        guard let person = people[id] else {
            if waiting[id] != nil { throw .waitingInLobby }
            throw removed.contains(id) ? .shutOut : .notAllowed(needs: .participant)
        }
        if let subject = context.subject {
            try permitActing(id, for: subject, command)
        }
        let relation: Relation =
            isOwn(command.target, of: id) ? .own : person.isScribe ? .scribed : .other
        // What is tapped at a table for somebody who sits there is said by them.
        let role = context.subject != nil && person.role == .table ? .participant : person.role
        guard command.rights.allows(role, details.phase, relation) else {
            guard command.rights.allowsInSomePhase(role, relation) else {
                throw .notAllowed(needs: .lead)
            }
            throw details.phase == .planned ? .meetingNotOpen : .meetingOver
        }
        guard person.isPresent || details.phase != .open || command.kind == OpenMeeting.kind else {
            throw .notPresent
        }
    }

    private func isOwn(_ target: PersonID?, of actor: PersonID) -> Bool {
        guard let target else { return true }
        return target == actor || people[target]?.table == actor
    }

    /// For somebody who has no device of their own a lead or a scribe may act, and who writes for their group, for those
    /// at a table its device.
    private func permitActing(
        _ id: PersonID, for subject: PersonID, _ command: Command
    ) throws(Rejection) {
        guard let other = people[subject], other.role == .participant else { throw .notFound }
        guard command.rights.forOthers, command.target == nil else { throw .notAllowed(needs: .lead) }
        guard mayAct(id, for: subject) else { throw .notAllowed(needs: .lead) }
        guard other.isPresent else { throw .notPresent }
    }

    /// Whether that device may tap for somebody who has none, or who shares it.
    func mayAct(_ id: PersonID, for other: PersonID) -> Bool {
        guard id != other, let actor = people[id], let person = people[other], person.role == .participant else {
            return false
        }
        if person.table == id { return true }
        guard person.mode.needsOthers else { return false }
        return actor.role.isLeading || actor.isScribe
            || round?.groups.contains { $0.roles.scribe == id && $0.members.contains(other) } == true
    }

    /// For whom somebody taps who are here, have no device and sit at no table that has one; in order.
    public func charges(of id: PersonID) -> [PersonID] {
        guard let actor = people[id], actor.role != .table else { return [] }
        let writes = round?.groups.contains { $0.roles.scribe == id } == true
        guard actor.role.isLeading || actor.isScribe || writes else { return [] }
        return people.filter { other, person in
            person.isPresent && person.table == nil && person.mode.needsOthers && mayAct(id, for: other)
        }.keys.sorted()
    }

    /// Who taps for somebody who has no device and sits at no table that has one.
    public func helpers(of id: PersonID) -> [PersonID] {
        guard let person = people[id], person.mode.needsOthers, person.table == nil else { return [] }
        return people.keys.filter { mayAct($0, for: id) }
    }

    /// Who tapped it in, where that was neither the person's own device nor their table's.
    func scribe(_ context: Context, about person: PersonID) -> PersonID? {
        guard case .person(let id) = context.actor, id != person, people[person]?.table != id else { return nil }
        return id
    }

    /// The person whose act it is; the server has no hands.
    func actor(_ context: Context) throws(Rejection) -> PersonID {
        guard case .person(let id) = context.actor else { throw .notAllowed(needs: .participant) }
        return context.subject ?? id
    }

    /// By whose tap an act about `person` comes in.
    func source(_ context: Context, about person: PersonID) -> Source {
        guard case .person(let id) = context.actor, let actor = people[id] else { return .transcript }
        // What is tapped at a table's device is tapped by those who sit there.
        if id == person || people[person]?.table == id { return .client }
        return actor.role.isLeading ? .leadTap : .scribe
    }

    /// The same where a missing source means the person's own device.
    func foreignSource(_ context: Context, about person: PersonID) -> Source? {
        context.actor == .person(person) ? nil : source(context, about: person)
    }

    /// Identifiers come from the place in the log, so that they need no chance.
    func fresh(_ letter: String, after count: Int = 0) -> String { "\(letter)\(sequence + 1 + Int64(count))" }
}
