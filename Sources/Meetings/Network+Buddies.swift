// Knows how buddies come about and end: proposed by the coordinator, made when all said yes, ended when one is alone.

extension Network {
    /// Those for whom a round has to have an answer, whichever it is.
    public func seeking(isForEverybody: Bool) -> [PersonID] {
        let taken: Set<PersonID> = isForEverybody ? [] : Set(pairs.filter(\.isOpen).flatMap(\.members))
        return members.keys.filter { !taken.contains($0) }.sorted()
    }

    func propose(_ proposal: BuddyProposal) throws(Rejection) -> [NetworkEvent] {
        let placed = proposal.groups.flatMap(\.members)
        let named = placed + proposal.unmatched.map(\.person)
        guard !placed.isEmpty else { throw .notFound }
        // Nobody twice, nobody forgotten, nobody who left meanwhile, and nobody whom another does not want.
        guard named.sorted() == seeking(isForEverybody: proposal.isForEverybody),
            proposal.groups.allSatisfy({ NetworkLimits.buddies.contains($0.members.count) }),
            proposal.groups.allSatisfy({ !hasBlock($0.members) })
        else { throw .outdated }
        let ended: [NetworkEvent] =
            proposal.isForEverybody
            ? pairs.filter(\.isOpen).map { .buddiesEnded(pair: $0.id, end: .newRound) } : []
        let number = fresh("", after: ended.count)
        let groups = proposal.groups.enumerated().map { index, group in
            ProposedBuddies(
                pair: PairID(rawValue: "b\(number)-\(index + 1)"), members: group.members.sorted(),
                reasons: group.reasons)
        }
        return ended + [
            .buddiesProposed(
                round: PairingID(rawValue: "r\(number)"), rule: proposal.rule, groups: groups,
                unmatched: proposal.unmatched, engine: proposal.engine, points: proposal.points)
        ]
    }

    private func hasBlock(_ members: [PersonID]) -> Bool {
        members.contains { one in members.contains { isBlocked(one, $0) } }
    }

    func decideBuddies(_ command: NetworkCommand, _ context: NetworkContext) throws(Rejection) -> [NetworkEvent] {
        let person = try actor(context)
        guard let id = command.pair, let pair = pair(id) else { throw .notFound }
        guard pair.isOpen else { throw .closed }
        switch command {
        case .acceptBuddy:
            guard !pair.accepted.contains(person) else { throw .alreadySo }
            let said = pair.accepted + [person]
            return [.buddyAccepted(pair: id, person: person)]
                + (pair.members.allSatisfy(said.contains) ? [.buddiesMade(pair: id)] : [])
        case .declineBuddy:
            guard pair.state == .proposed else { throw .closed }
            return leaving(pair, person)
        case .leaveBuddies: return leaving(pair, person)
        default: throw .notFound
        }
    }

    /// Somebody goes. Two who are left go on, one alone does not; and if the two have said yes, they are buddies now.
    func leaving(_ pair: BuddyPair, _ person: PersonID) -> [NetworkEvent] {
        let isMade = pair.state == .made
        let left = pair.members.filter { $0 != person }
        let gone: NetworkEvent =
            isMade ? .buddyLeft(pair: pair.id, person: person) : .buddyDeclined(pair: pair.id, person: person)
        if left.count < NetworkLimits.buddies.lowerBound {
            return [gone, .buddiesEnded(pair: pair.id, end: isMade ? .left : .declined)]
        }
        let areAgreed = !isMade && left.allSatisfy(pair.accepted.contains)
        return [gone] + (areAgreed ? [.buddiesMade(pair: pair.id)] : [])
    }

    mutating func applyBuddies(_ entry: NetworkEntry) -> Bool {
        switch entry.event {
        case .buddiesProposed(let round, let rule, let groups, let unmatched, _, _):
            rounds.append(BuddyRound(id: round, at: entry.at, rule: rule, unmatched: unmatched))
            pairs += groups.compactMap { group in
                group.pair.map { BuddyPair(group, pair: $0, round: round, at: entry.at) }
            }
        case .buddyAccepted(let id, let person): change(id) { $0.accepted.append(person) }
        case .buddyDeclined(let id, let person), .buddyLeft(let id, let person):
            change(id) { pair in
                pair.members.removeAll { $0 == person }
                pair.accepted.removeAll { $0 == person }
                pair.left.append(person)
            }
        case .buddiesMade(let id):
            change(id) { pair in
                pair.state = .made
                pair.madeAt = entry.at
            }
        case .buddiesEnded(let id, let end):
            change(id) { pair in
                (pair.state, pair.end, pair.endedAt) = (.ended, end, entry.at)
            }
        default: return false
        }
        return true
    }

    mutating func change(_ id: PairID, _ body: (inout BuddyPair) -> Void) {
        guard let index = pairs.lastIndex(where: { $0.id == id }) else { return }
        body(&pairs[index])
    }
}
