// Knows who takes part: opting in and out, and with whom somebody does not want to be again.

extension Network {
    func decideMembers(_ command: NetworkCommand, _ context: NetworkContext) throws(Rejection) -> [NetworkEvent] {
        switch command {
        case .optInBuddy(let wish):
            let person = try actor(context)
            guard members[person] != nil || members.count < NetworkLimits.members else {
                throw .tooMany(limit: NetworkLimits.members)
            }
            let wish = try wish.checked()
            guard members[person]?.wish != wish else { throw .alreadySo }
            return [
                .buddyOptedIn(
                    person: person, phase: wish.phase, band: wish.band, farthestKilometres: wish.farthestKilometres,
                    contact: wish.contact, place: wish.place, subject: wish.subject, offers: wish.offers,
                    needs: wish.needs)
            ]
        case .optOutBuddy: return try optOut(actor(context))
        case .removeMember(let person): return try optOut(person)
        case .blockBuddy(let other):
            let person = try actor(context)
            // Only of somebody they were to be with: nobody can go through the names of the network.
            guard pairs.contains(where: { $0.everybody.contains(person) && $0.everybody.contains(other) }),
                other != person
            else { throw .notFound }
            let own = blocks[person] ?? []
            guard !own.contains(other) else { throw .alreadySo }
            guard own.count < NetworkLimits.blocks else { throw .tooMany(limit: NetworkLimits.blocks) }
            let open = openPair(of: person).flatMap { $0.members.contains(other) ? $0 : nil }
            return [.buddyBlocked(person: person, other: other)] + (open.map { leaving($0, person) } ?? [])
        case .unblockBuddy(let other):
            let person = try actor(context)
            guard blocks[person]?.contains(other) ?? false else { throw .notFound }
            return [.buddyUnblocked(person: person, other: other)]
        default: throw .notFound
        }
    }

    private func optOut(_ person: PersonID) throws(Rejection) -> [NetworkEvent] {
        guard members[person] != nil else { throw .alreadySo }
        return (openPair(of: person).map { leaving($0, person) } ?? []) + [.buddyOptedOut(person: person)]
    }

    mutating func applyMembers(_ entry: NetworkEntry) -> Bool {
        switch entry.event {
        case .buddyOptedIn(
            let person, let phase, let band, let farthest, let contact, let place, let subject,
            let offers, let needs):
            // Whoever was erased takes part no more.
            guard let contact else {
                members[person] = nil
                break
            }
            let wish = BuddyWish(
                farthestKilometres: farthest, contact: contact, place: place, phase: phase, subject: subject,
                band: band, offers: offers ?? [], needs: needs ?? [])
            members[person] = BuddyMember(wish: wish, since: entry.at)
        case .buddyOptedOut(let person): members[person] = nil
        case .buddyBlocked(let person, let other):
            if let other { blocks[person, default: []].append(other) }
        case .buddyUnblocked(let person, let other):
            guard let other else { break }
            blocks[person]?.removeAll { $0 == other }
            if blocks[person]?.isEmpty ?? false { blocks[person] = nil }
        default: return false
        }
        return true
    }
}
