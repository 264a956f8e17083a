// Knows what facts say of who is there, how, and who sits with whom.

import Meetings

extension RecordFold {
    /// Who somebody is by now.
    func identity(_ id: PersonID) -> PersonID { aliases[id] ?? id }

    mutating func trace(_ trace: Trace, by actor: PersonID?) {
        switch trace {
        case .nothing: break
        case .sign(let id), .act(let id): see(id)
        case .acts(let people): for id in people { see(id) }
        case .actorsSign, .actorsAct: if let actor { see(actor) }
        case .tapped(let id): if actor != nil { see(id) }
        }
    }

    private mutating func see(_ id: PersonID) { record.people[identity(id)]?.isSeen = true }

    mutating func take(_ fact: DoorFact, _ at: Instant) {
        switch fact {
        case .personJoined(let fact):
            // Who is counted only is nobody from the start, as they are once the meeting has ended.
            guard fact.person != .counted, fact.tier != .countOnly else {
                if fact.person != .counted, aliases[fact.person] == nil { aliases[fact.person] = .counted }
                record.countedPeople += 1
                break
            }
            join(fact.person, fact.role, fact.mode, fact.tier)
            call(fact.person, fact.name, from: fact.school)
        case .personCheckedIn(let fact):
            record.people[identity(fact.person)]?.isCheckedIn = true
            begin(fact.person, at, source: StaySource(fact.source), mode: nil)
        case .presenceBegan(let fact): begin(fact.person, at, source: .client, mode: fact.mode)
        case .presenceEnded(let fact): end(identity(fact.person), at, fact.reason)
        case .personRemoved(let fact):
            end(identity(fact.person), at, .moved)
            record.people[identity(fact.person)]?.isRemoved = true
            unseat(identity(fact.person), at)
        case .personReturnedToLobby(let fact):
            end(identity(fact.person), at, .moved)
            unseat(identity(fact.person), at)
        case .personErased(let fact):
            let id = identity(fact.person)
            record.people[id]?.isErased = true
            call(id, nil, from: nil)
            unseat(id, at)
        case .personMerged(let fact): merge(identity(fact.person), into: identity(fact.into), at)
        case .personWaited, .personDenied, .waitEnded, .personSeated, .entryClaimed: break
        }
    }

    private mutating func join(_ id: PersonID, _ role: Role, _ mode: AttendanceMode, _ tier: Tier?) {
        var person = record.people[id] ?? Attender(id: id, mode: mode)
        (person.mode, person.tier) = (mode, tier ?? .pseudonymous)
        person.isLead = person.isLead || role.isLeading
        (person.isGuest, person.isTable) = (role == .guest, role == .table)
        record.people[id] = person
    }

    private mutating func call(_ id: PersonID, _ name: String?, from school: String?) {
        record.people[id]?.name = name
        record.people[id]?.school = school
    }

    mutating func take(_ fact: RosterFact, _ at: Instant) {
        switch fact {
        case .personRenamed(let fact):
            call(identity(fact.person), fact.name, from: fact.school)
        case .modeSet(let fact):
            let id = identity(fact.person)
            record.people[id]?.mode = fact.mode
            guard var stay = here[id], stay.mode != fact.mode else { break }
            stay.to = at
            record.people[id]?.stays.append(stay)
            (stay.from, stay.mode) = (at, fact.mode)
            here[id] = stay
        case .leadAppointed(let fact): record.people[identity(fact.person)]?.isLead = true
        case .tierSet(let fact): set(fact, at)
        case .leaveTaken, .leadDismissed, .scribeAppointed, .scribeDismissed: break
        }
    }

    private mutating func set(_ fact: TierSet, _ at: Instant) {
        guard fact.person != .counted else { return }
        if fact.tier == .countOnly {
            // What they did until now stays theirs, as it stands in the log; from now on they are counted, and nothing that
            // they wrote is quoted any more.
            record.people[identity(fact.person)]?.tier = .pseudonymous
            end(identity(fact.person), at, nil)
            unseat(identity(fact.person), at)
            aliases[fact.person] = .counted
        } else if identity(fact.person) == .counted || record.people[fact.person] == nil {
            aliases[fact.person] = nil
            guard let role = fact.role, let mode = fact.mode else { return }
            if record.people[fact.person] == nil { record.countedPeople = max(0, record.countedPeople - 1) }
            join(fact.person, role, mode, fact.tier)
            call(fact.person, fact.name, from: fact.school)
            if here[fact.person] == nil { begin(fact.person, at, source: .client, mode: mode) }
        } else {
            record.people[fact.person]?.tier = fact.tier
        }
    }

    mutating func take(_ fact: TopicFact) {
        switch fact {
        case .offersSet(let fact): record.people[identity(fact.person)]?.offers = fact.topics
        case .needsSet(let fact): record.people[identity(fact.person)]?.needs = fact.topics
        case .teachingSet(let fact): record.people[identity(fact.person)]?.phase = fact.teaching
        case .topicsSet: break
        }
    }

    // MARK: Stays

    private mutating func begin(_ id: PersonID, _ at: Instant, source: StaySource, mode: AttendanceMode?) {
        let id = identity(id)
        guard let person = record.people[id] else { return }
        end(id, at, nil)
        if let mode { record.people[id]?.mode = mode }
        here[id] = Stay(
            from: at, to: at, mode: mode ?? person.mode, source: source, reason: nil, hasDevice: source == .client)
    }

    mutating func end(_ id: PersonID, _ at: Instant, _ reason: PresenceEnd?) {
        guard var stay = here.removeValue(forKey: id) else { return }
        (stay.to, stay.reason) = (at, reason)
        if stay.from < stay.to { record.people[id]?.stays.append(stay) }
    }

    /// Two entries are one person: what the one did the other did.
    private mutating func merge(_ id: PersonID, into kept: PersonID, _ at: Instant) {
        unseat(id, at)
        if id == .counted || kept == .counted {
            record.countedPeople = max(0, record.countedPeople - 1)
            if id != .counted { aliases[id] = kept }
            return
        }
        guard let former = record.people.removeValue(forKey: id), var person = record.people[kept] else { return }
        person.isLead = person.isLead || former.isLead
        person.isCheckedIn = person.isCheckedIn || former.isCheckedIn
        person.isSeen = person.isSeen || former.isSeen
        if person.offers.isEmpty { person.offers = former.offers }
        if person.needs.isEmpty { person.needs = former.needs }
        person.phase = person.phase ?? former.phase
        person.stays += former.stays
        if var stay = here.removeValue(forKey: id) {
            if let own = here[kept], own.hasDevice || !stay.hasDevice {
                stay.to = at
                if stay.from < at { person.stays.append(stay) }
            } else {
                if var own = here[kept] {
                    own.to = at
                    if own.from < at { person.stays.append(own) }
                }
                here[kept] = stay
            }
        }
        record.people[kept] = person
        for (other, into) in aliases where into == id { aliases[other] = kept }
        aliases[id] = kept
        rename(id, kept)
    }

    private mutating func rename(_ id: PersonID, _ kept: PersonID) {
        for index in record.acts.indices {
            if record.acts[index].person == id { record.acts[index].person = kept }
            if record.acts[index].to == id { record.acts[index].to = kept }
        }
        for index in record.items.indices where record.items[index].sealed.remove(id) != nil {
            record.items[index].sealed.insert(kept)
        }
        for index in record.outcomes.indices where record.outcomes[index].person == id {
            record.outcomes[index].person = kept
        }
        for index in record.kits.indices where record.kits[index].person == id { record.kits[index].person = kept }
        for group in record.groups.indices {
            for member in record.groups[group].members.indices where record.groups[group].members[member].person == id {
                record.groups[group].members[member].person = kept
            }
        }
        if actions.remove(id) != nil { actions.insert(kept) }
    }

    // MARK: Groups

    mutating func take(_ fact: GroupFact, _ at: Instant) {
        switch fact {
        case .groupsFormed(let fact):
            round = fact.round
            open(fact.groups, fact.round, fact.segment, isCoffee: fact.kind != nil, at)
        case .groupOpened(let fact): open(fact.groups, fact.round, current, isCoffee: false, at)
        case .peopleMoved(let fact):
            for move in fact.moves {
                unseat(identity(move.person), at)
                guard let index = record.groups.lastIndex(where: { $0.group == move.to }) else { continue }
                sit(identity(move.person), at: index, at)
            }
        case .groupsEnded: for id in Array(seats.keys) { unseat(id, at) }
        case .groupEdited, .groupRenamed, .roundTimed, .groupVisited, .groupSignalled, .announcementMade: break
        }
    }

    private mutating func open(
        _ groups: [GroupSeats], _ round: RoundID, _ segment: SegmentID?, isCoffee: Bool, _ at: Instant
    ) {
        for seated in groups {
            record.groups.append(
                GroupSpan(set: round, group: seated.group, isCoffee: isCoffee, segment: segment ?? current))
            for person in seated.members { sit(identity(person), at: record.groups.count - 1, at) }
        }
    }

    private mutating func sit(_ id: PersonID, at index: Int, _ at: Instant) {
        unseat(id, at)
        guard id != .counted else { return }
        record.groups[index].members.append(.init(person: id, from: at, to: at))
        seats[id] = (index, record.groups[index].members.count - 1)
    }

    mutating func unseat(_ id: PersonID, _ at: Instant) {
        guard let seat = seats.removeValue(forKey: id) else { return }
        record.groups[seat.group].members[seat.member].to = at
    }

    /// That groups ended was taken back: whoever sat there to the end sits there again.
    mutating func sitAgain(_ round: RoundID) {
        for group in record.groups.indices where record.groups[group].set == round {
            let end = record.groups[group].members.map(\.to).max()
            for member in record.groups[group].members.indices where record.groups[group].members[member].to == end {
                seats[record.groups[group].members[member].person] = (group, member)
            }
        }
    }
}

extension StaySource {
    /// By whose tap somebody was checked in; who sits at a table taps at its device.
    fileprivate init(_ source: Source) {
        switch source {
        case .client: self = .table
        case .leadTap: self = .leadTap
        case .selfReport, .scribe: self = .scribe
        case .transcript: self = .transcript
        }
    }
}
