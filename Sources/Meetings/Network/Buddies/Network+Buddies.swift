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
            ? pairs.filter(\.isOpen).map { BuddiesEnded(pair: $0.id, end: .newRound).event } : []
        let number = fresh("", after: ended.count)
        let groups = proposal.groups.enumerated().map { index, group in
            ProposedBuddies(
                pair: PairID(rawValue: "b\(number)-\(index + 1)"), members: group.members.sorted(),
                reasons: group.reasons)
        }
        return ended + [
            BuddiesProposed(
                round: PairingID(rawValue: "r\(number)"), rule: proposal.rule, groups: groups,
                unmatched: proposal.unmatched, engine: proposal.engine, points: proposal.points
            ).event
        ]
    }

    private func hasBlock(_ members: [PersonID]) -> Bool {
        members.contains { one in members.contains { isBlocked(one, $0) } }
    }

    func decide(_ command: BuddyCommand, _ context: NetworkContext) throws(Rejection) -> [NetworkEvent] {
        switch command {
        case .proposeBuddies(let wish): return try propose(wish.proposal)
        case .acceptBuddy(let wish):
            let (person, pair) = try own(wish.pair, context)
            guard !pair.accepted.contains(person) else { throw .alreadySo }
            let said = pair.accepted + [person]
            return [BuddyAccepted(pair: pair.id, person: person).event]
                + (pair.members.allSatisfy(said.contains) ? [BuddiesMade(pair: pair.id).event] : [])
        case .declineBuddy(let wish):
            let (person, pair) = try own(wish.pair, context)
            guard pair.state == .proposed else { throw .closed }
            return leaving(pair, person)
        case .leaveBuddies(let wish):
            let (person, pair) = try own(wish.pair, context)
            return leaving(pair, person)
        }
    }

    /// Whoever acts, and the buddies whom they name while these are still open.
    private func own(_ id: PairID, _ context: NetworkContext) throws(Rejection) -> (PersonID, BuddyPair) {
        let person = try actor(context)
        guard let pair = pair(id) else { throw .notFound }
        guard pair.isOpen else { throw .closed }
        return (person, pair)
    }

    /// Somebody goes. Two who are left go on, one alone does not; and if the two have said yes, they are buddies now.
    func leaving(_ pair: BuddyPair, _ person: PersonID) -> [NetworkEvent] {
        let isMade = pair.state == .made
        let left = pair.members.filter { $0 != person }
        let gone: NetworkEvent =
            isMade ? BuddyLeft(pair: pair.id, person: person).event : BuddyDeclined(pair: pair.id, person: person).event
        if left.count < NetworkLimits.buddies.lowerBound {
            return [gone, BuddiesEnded(pair: pair.id, end: isMade ? .left : .declined).event]
        }
        let areAgreed = !isMade && left.allSatisfy(pair.accepted.contains)
        return [gone] + (areAgreed ? [BuddiesMade(pair: pair.id).event] : [])
    }

    mutating func apply(_ facet: BuddyFact, at: Instant) {
        switch facet {
        case .buddiesProposed(let fact):
            rounds.append(BuddyRound(id: fact.round, at: at, rule: fact.rule, unmatched: fact.unmatched))
            pairs += fact.groups.compactMap { group in
                group.pair.map { BuddyPair(group, pair: $0, round: fact.round, at: at) }
            }
        case .buddyAccepted(let fact): change(fact.pair) { $0.accepted.append(fact.person) }
        case .buddyDeclined(let fact): part(fact.person, from: fact.pair)
        case .buddyLeft(let fact): part(fact.person, from: fact.pair)
        case .buddiesMade(let fact):
            change(fact.pair) { pair in
                pair.state = .made
                pair.madeAt = at
            }
        case .buddiesEnded(let fact):
            change(fact.pair) { pair in
                (pair.state, pair.end, pair.endedAt) = (.ended, fact.end, at)
            }
        }
    }

    private mutating func part(_ person: PersonID, from id: PairID) {
        change(id) { pair in
            pair.members.removeAll { $0 == person }
            pair.accepted.removeAll { $0 == person }
            pair.left.append(person)
        }
    }

    mutating func change(_ id: PairID, _ body: (inout BuddyPair) -> Void) {
        guard let index = pairs.lastIndex(where: { $0.id == id }) else { return }
        body(&pairs[index])
    }
}
