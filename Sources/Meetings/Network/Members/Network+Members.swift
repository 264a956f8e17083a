// Knows who takes part: opting in and out, and with whom somebody does not want to be again.

extension Network {
    func decide(_ command: MemberCommand, _ context: NetworkContext) throws(Rejection) -> [NetworkEvent] {
        switch command {
        case .optInBuddy(let wish):
            let person = try actor(context)
            guard members[person] != nil || members.count < NetworkLimits.members else {
                throw .tooMany(limit: NetworkLimits.members)
            }
            let wish = try wish.wish.checked()
            guard members[person]?.wish != wish else { throw .alreadySo }
            return [
                BuddyOptedIn(
                    person: person, phase: wish.phase, band: wish.band, farthestKilometres: wish.farthestKilometres,
                    contact: wish.contact, place: wish.place, subject: wish.subject, offers: wish.offers,
                    needs: wish.needs
                ).event
            ]
        case .optOutBuddy: return try optOut(actor(context))
        case .removeMember(let wish): return try optOut(wish.person)
        case .blockBuddy(let wish):
            let person = try actor(context)
            // Only of somebody they were to be with: nobody can go through the names of the network.
            guard pairs.contains(where: { $0.everybody.contains(person) && $0.everybody.contains(wish.person) }),
                wish.person != person
            else { throw .notFound }
            let own = blocks[person] ?? []
            guard !own.contains(wish.person) else { throw .alreadySo }
            guard own.count < NetworkLimits.blocks else { throw .tooMany(limit: NetworkLimits.blocks) }
            let open = openPair(of: person).flatMap { $0.members.contains(wish.person) ? $0 : nil }
            return [BuddyBlocked(person: person, other: wish.person).event] + (open.map { leaving($0, person) } ?? [])
        case .unblockBuddy(let wish):
            let person = try actor(context)
            guard blocks[person]?.contains(wish.person) ?? false else { throw .notFound }
            return [BuddyUnblocked(person: person, other: wish.person).event]
        }
    }

    private func optOut(_ person: PersonID) throws(Rejection) -> [NetworkEvent] {
        guard members[person] != nil else { throw .alreadySo }
        return (openPair(of: person).map { leaving($0, person) } ?? []) + [BuddyOptedOut(person: person).event]
    }

    mutating func apply(_ facet: MemberFact, at: Instant) {
        switch facet {
        case .buddyOptedIn(let fact):
            // Whoever was erased takes part no more.
            guard let contact = fact.contact else {
                members[fact.person] = nil
                break
            }
            let wish = BuddyWish(
                farthestKilometres: fact.farthestKilometres, contact: contact, place: fact.place, phase: fact.phase,
                subject: fact.subject,
                band: fact.band, offers: fact.offers ?? [], needs: fact.needs ?? [])
            members[fact.person] = BuddyMember(wish: wish, since: at)
        case .buddyOptedOut(let fact): members[fact.person] = nil
        case .buddyBlocked(let fact):
            if let other = fact.other { blocks[fact.person, default: []].append(other) }
        case .buddyUnblocked(let fact):
            guard let other = fact.other else { break }
            blocks[fact.person]?.removeAll { $0 == other }
            if blocks[fact.person]?.isEmpty ?? false { blocks[fact.person] = nil }
        }
    }
}
