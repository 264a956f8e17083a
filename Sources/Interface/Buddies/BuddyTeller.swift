// Knows how the state of a network's buddies becomes what somebody may see of it. Names come from the catalogue.

import Hosting
import Meetings

/// Tells of one network.
struct BuddyTeller {
    let network: Network
    let people: [PersonID: PersonRecord]
    let topics: [Topic]
    let words: SkillWords
    let now: Instant

    init(_ network: Network, _ rows: [PersonRecord], topics: [Topic], now: Instant) {
        (self.network, self.topics, self.now) = (network, topics, now)
        words = SkillWords(topics)
        people = Dictionary(uniqueKeysWithValues: rows.map { ($0.id, $0) })
    }

    /// Whoever was erased has no name.
    func named(_ id: PersonID) -> NamedPerson {
        NamedPerson(person: id, name: people[id]?.name ?? "", school: people[id]?.school)
    }

    /// What the page of somebody shows, on a device that is theirs.
    func page(
        of person: PersonID, _ card: BuddyPage.Network, devices: [DeviceRecord], known: Recollection
    ) -> BuddyPage {
        let own = network.pairs.filter { $0.everybody.contains(person) }
        let blocked = network.blocks[person] ?? []
        let open = network.openPair(of: person)
        let earlier = Set(own.flatMap(\.everybody)).subtracting(blocked + (open?.members ?? []) + [person])
        return BuddyPage(
            network: card, now: now, confirmed: true, you: named(person),
            devices: devices.map { BuddyPage.Device(id: $0.id, at: $0.created) },
            topics: topics.isEmpty ? nil : topics,
            known: known == Recollection()
                ? nil : BuddyPage.Known(offers: known.offers, needs: known.needs, teaching: known.teaching),
            wish: network.members[person]?.wish, buddies: open.map { buddies($0, person) },
            news: network.members[person] == nil || open != nil ? nil : news(person),
            blocked: blocked.map(named), earlier: earlier.sorted().map(named))
    }

    private func buddies(_ pair: BuddyPair, _ person: PersonID) -> BuddyPage.Buddies {
        let open = pair.openCheckIn(at: now)
        return BuddyPage.Buddies(
            pair: pair.id, state: pair.state, saidYes: pair.accepted.contains(person),
            others: pair.members.filter { $0 != person }.map(named),
            reasons: told(pair.reasons.filter { pair.members.contains($0.one) && pair.members.contains($0.other) }),
            proposedAt: pair.proposedAt, madeAt: pair.madeAt, goal: pair.goal.flatMap { $0.isEmpty ? nil : $0 },
            notes: pair.notes.compactMap { note in
                note.text.map { BuddyPage.Note(note: note.id, person: note.person, text: $0, at: note.at) }
            },
            next: pair.next, pausedUntil: pair.isPaused(at: now) ? pair.pausedUntil : nil,
            open: open.flatMap { pair.checkIn(person, $0) == nil ? $0 : nil },
            checkIns: pair.checkIns.filter { $0.person == person }.map {
                BuddyPage.CheckIn(occasion: $0.occasion, outcome: $0.outcome)
            })
    }

    /// Why somebody has nobody: what came last counts.
    func news(_ person: PersonID) -> BuddyPage.News? {
        let pair = network.pairs.last { $0.everybody.contains(person) }
        if let round = network.rounds.last, round.at >= pair?.proposedAt ?? 0,
            let alone = round.unmatched.first(where: { $0.person == person })
        {
            return BuddyPage.News(code: Self.code(alone.reason), at: round.at)
        }
        guard let pair else { return nil }
        let at = pair.endedAt ?? network.at
        if pair.left.contains(person) { return BuddyPage.News(code: .youLeft, at: at) }
        switch pair.end {
        case .declined: return BuddyPage.News(code: .notThisTime, at: at)
        case .left: return BuddyPage.News(code: .left, at: at)
        case .newRound: return BuddyPage.News(code: .newRound, at: at)
        case nil: return nil
        }
    }

    private static func code(_ reason: UnmatchedBuddy.Reason) -> BuddyPage.News.Code {
        switch reason {
        case .nobodyWithinReach: .nobodyWithinReach
        case .nobodyElse: .nobodyElse
        case .allTaken: .allTaken
        case .byHand: .byHand
        }
    }

    /// Reasons with the words of now; one whose words are gone is no reason any more.
    func told(_ reasons: [BuddyReason]) -> [ToldReason] {
        reasons.compactMap { reason in
            let (one, other) = (network.members[reason.one]?.wish, network.members[reason.other]?.wish)
            var told = ToldReason(
                code: reason.code, one: reason.one, other: reason.other, kilometres: reason.kilometres)
            switch reason.code {
            case .gives:
                let offers = Set((one?.offers ?? []).map(words.key))
                let skills = (other?.needs ?? []).filter { offers.contains(words.key($0)) }
                guard !skills.isEmpty else { return nil }
                told.skills = skills
            case .samePhase, .otherPhase:
                guard let one, let other else { return nil }
                (told.value, told.otherValue) = (one.phase.rawValue, other.phase.rawValue)
            case .sameSubject, .otherSubject:
                guard let first = one?.subject, let second = other?.subject else { return nil }
                (told.value, told.otherValue) = (first, second)
            default: break
            }
            return told
        }
    }
}

extension BuddyTeller {
    /// What the console shows. `standings` is how the meetings know people; those whom none has seen are missing.
    func overview(_ standings: [PersonID: Standing]) -> BuddyOverview {
        let members = network.members.keys.sorted()
        let last = network.rounds.last?.id
        return BuddyOverview(
            now: now, members: members.map(named).sorted(by: Self.byName),
            others: people.keys.filter { network.members[$0] == nil && isListed($0, standings) }
                .map(named).sorted(by: Self.byName),
            alone: network.seeking(isForEverybody: false).map {
                BuddyOverview.Alone(who: named($0), reason: reason($0))
            }
            .sorted { Self.byName($0.who, $1.who) },
            pairs: network.pairs.filter { $0.isOpen || $0.round == last }.map(pair), rounds: network.rounds.count,
            rule: network.rounds.last?.rule)
    }

    /// A guest, a table's device, somebody of a rehearsal, who never came further than the lobby or was put out: none
    /// of them is somebody to be asked.
    private func isListed(_ person: PersonID, _ standings: [PersonID: Standing]) -> Bool {
        guard let standing = standings[person] else { return people[person]?.tier != .countOnly }
        return standing.isListed
    }

    /// Why somebody has nobody, without saying whose wish it was.
    private func reason(_ person: PersonID) -> BuddyPage.News.Code? {
        guard let code = news(person)?.code, code == .youLeft else { return news(person)?.code }
        return network.pairs.last { $0.everybody.contains(person) }?.end == .left ? .left : .notThisTime
    }

    private func pair(_ pair: BuddyPair) -> BuddyOverview.Pair {
        BuddyOverview.Pair(
            pair: pair.id, members: (pair.isOpen ? pair.members : pair.everybody).sorted().map(named),
            state: pair.state,
            end: pair.end, said: pair.accepted.count, proposedAt: pair.proposedAt, madeAt: pair.madeAt,
            pausedUntil: pair.isPaused(at: now) ? pair.pausedUntil : nil,
            outcomes: CheckInOccasion.allCases.compactMap { occasion in
                let said = pair.checkIns.filter { $0.occasion == occasion }.map(\.outcome)
                guard !said.isEmpty else { return nil }
                return BuddyOverview.Outcome(
                    occasion: occasion, met: said.count { $0 == .met }, tried: said.count { $0 == .tried },
                    no: said.count { $0 == .no })
            })
    }

    /// What the coordinator looks at before it is published.
    func preview(_ found: BuddyMatching.Found) -> BuddyPreview {
        let proposal = found.proposal
        return BuddyPreview(
            groups: proposal.groups.map { group in
                BuddyPreview.Group(
                    members: group.members.map(named), reasons: told(group.reasons),
                    nextBest: group.members.compactMap { person in
                        found.nextBest[person].map {
                            BuddyPreview.NextBest(person: person, names: $0.map(named))
                        }
                    })
            },
            unmatched: proposal.unmatched.map { BuddyPreview.Unmatched(who: named($0.person), reason: $0.reason) },
            points: proposal.points,
            faults: found.faults.isEmpty
                ? nil
                : found.faults.map {
                    BuddyPreview.Fault(group: $0.group, people: $0.people.map(named), code: $0.code)
                })
    }

    private static func byName(_ one: NamedPerson, _ other: NamedPerson) -> Bool {
        (one.name, one.person) < (other.name, other.person)
    }
}
