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
            try permitActing(person, id, for: subject, command)
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

    /// For somebody who has no device of their own a lead or a scribe may act, for those at a table its device.
    private func permitActing(
        _ person: Person, _ id: PersonID, for subject: PersonID, _ command: Command
    ) throws(Rejection) {
        guard let other = people[subject], other.role == .participant else { throw .notFound }
        guard command.rights.forOthers, command.target == nil else { throw .notAllowed(needs: .lead) }
        guard other.table == id || other.mode.needsOthers && (person.role.isLeading || person.isScribe) else {
            throw .notAllowed(needs: .lead)
        }
        guard other.isPresent else { throw .notPresent }
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
