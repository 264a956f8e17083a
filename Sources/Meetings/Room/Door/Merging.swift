// Knows that two entries are one person: somebody says so of themselves, and whoever they say they are, or a lead, makes
// them one. Until then they are two, so that nobody comes to another's things by typing their name.

/// I am this person too, on another device.
public struct ClaimEntry: RoomWish {
    public var other: PersonID

    public static let granted = Granted<Self>(
        DoorCommand.Kind.claimEntry, in: [.open], own: [.participant], other: .nobody, scribe: false,
        forOthers: false, about: .nothing)
    public var command: Command { .door(.claimEntry(self)) }

    public init(other: PersonID) {
        self.other = other
    }
}

/// Makes one of two entries: `person` is `into` from now on.
public struct MergePerson: RoomWish {
    public var person: PersonID
    public var into: PersonID

    public static let granted = Granted<Self>(
        DoorCommand.Kind.mergePerson, in: [.open], own: [.participant], other: .leads, scribe: false,
        forOthers: false, about: .of { $0.into })
    public var command: Command { .door(.mergePerson(self)) }

    public init(person: PersonID, into: PersonID) {
        (self.person, self.into) = (person, into)
    }
}

/// Somebody said that they are in already, under the same name.
public struct EntryClaimed: RoomFact {
    public var person: PersonID
    public var other: PersonID

    public static let kept = Kept<Self>(
        DoorFact.Kind.entryClaimed, .first, ages: .record,
        fields: Fields(names: [], words: [], codes: [], people: [CodingKeys.other]), whose: .person { $0.person },
        object: .nothing, erases: .nothing)
    public static let told = Told<Self>(
        leads: .whole, participants: .nothing, guests: .nothing, walls: .nothing, group: .everybody,
        follows: .of { [.own($0.person), .own($0.other)] })
    public var event: Event { .door(.entryClaimed(self)) }
}

/// Two entries are one person: what was the one's is the other's, devices too.
public struct PersonMerged: RoomFact {
    public var person: PersonID
    public var into: PersonID

    public static let kept = Kept<Self>(
        DoorFact.Kind.personMerged, .first, ages: .record,
        fields: Fields(names: [], words: [], codes: [], people: [CodingKeys.into]), whose: .person { $0.person },
        object: .nothing, erases: .nothing)
    public static let told = Told<Self>(
        leads: .whole, participants: .whole, guests: .nothing, walls: .whole, group: .everybody,
        follows: .of { [.seats(.out($0.person)), .merged($0.person, into: $0.into)] })
    public var event: Event { .door(.personMerged(self)) }
}

extension Room {
    /// Who somebody is in this meeting: the one they were joined with, or themselves.
    public func identity(of id: PersonID) -> PersonID { merged[id] ?? id }

    /// Under which other entries somebody was here before, in order.
    public func formerEntries(of id: PersonID) -> [PersonID] { merged.filter { $0.value == id }.keys.sorted() }

    /// Whether somebody wrote what stands there under one of their entries.
    func isAuthor(_ id: PersonID, of author: PersonID) -> Bool { identity(of: author) == id }

    /// Whether two are called the same, and come from the same school or say of none.
    public func areCalledTheSame(_ one: PersonID, _ other: PersonID) -> Bool {
        guard let one = people[one], let other = people[other], let name = one.name, let second = other.name else {
            return false
        }
        return Text.isSameName(name, second) && Text.isSameName(one.school ?? "", other.school ?? "")
    }

    func claiming(_ wish: ClaimEntry, _ context: Context) throws(Rejection) -> [Event] {
        let actor = try actor(context)
        guard actor != wish.other, people[wish.other]?.role == .participant, areCalledTheSame(actor, wish.other) else {
            throw .notFound
        }
        guard people[actor]?.claims != wish.other else { throw .alreadySo }
        return [EntryClaimed(person: actor, other: wish.other).event]
    }

    func merging(_ wish: MergePerson, _ context: Context) throws(Rejection) -> [Event] {
        guard let person = people[wish.person], let into = people[wish.into], wish.person != wish.into,
            person.role == .participant, into.role == .participant
        else { throw .notFound }
        // Whoever leads decides; anybody else says only that it is they themselves who came a second time.
        if case .person(let actor) = context.actor, people[actor]?.role.isLeading != true {
            guard actor == wish.into, person.claims == actor else { throw .notAllowed(needs: .lead) }
        }
        var events: [Event] = [PersonMerged(person: wish.person, into: wish.into).event]
        if let round, let group = round.group(of: wish.person)?.id, round.group(of: wish.into) == nil,
            companions(of: wish.into).isEmpty
        {
            events.append(
                PeopleMoved(round: round.id, moves: [Move(person: wish.into, to: group, reason: nil)]).event)
        }
        return events
    }

    mutating func merge(_ fact: PersonMerged) {
        giveUpSeat(fact.person)
        let isCounted = fact.person == .counted || countOnly.contains(fact.person)
        if isCounted { countedPeople -= 1 }
        for id in people.keys where people[id]?.claims == fact.person { people[id]?.claims = nil }
        let person = people.removeValue(forKey: fact.person)
        let talked = talk.removeValue(forKey: fact.person)
        takeAction(of: fact.person, isCounted || fact.into == .counted ? nil : fact.into)
        takeCorrections(of: fact.person, isCounted || fact.into == .counted ? nil : fact.into)
        if turn?.person == fact.person { turn?.person = fact.into }
        if lastStep?.speaker == fact.person { lastStep?.speaker = fact.into }
        takeHand(of: fact.person, fact.into)
        guard fact.person != .counted, fact.into != .counted else { return }
        for (former, into) in merged where into == fact.person { merged[former] = fact.into }
        merged[fact.person] = fact.into
        prepare(fact.into, insteadOf: fact.person)
        guard let person else { return }
        people[fact.into]?.takePlace(of: person)
        if let round {
            change(round.id) { round in
                let isSeated = round.group(of: fact.into) != nil
                guard let index = round.leftOut.firstIndex(of: fact.person) else { return }
                round.leftOut.remove(at: index)
                if !isSeated, !round.leftOut.contains(fact.into) { round.leftOut.append(fact.into) }
            }
        }
        // What somebody did who counts without a name stays nobody's.
        guard !isCounted else { return }
        people[fact.into]?.takeWords(of: person)
        mergeOnBenches(fact.person, into: fact.into)
        if let talked { talk[fact.into, default: Talk()].add(talked) }
        for index in pulses.indices {
            guard let answer = pulses[index].answers.removeValue(forKey: fact.person) else { continue }
            pulses[index].answers[fact.into] = pulses[index].answers[fact.into] ?? answer
        }
        takeResponses(of: fact.person, fact.into)
    }

    private mutating func takeHand(of id: PersonID, _ into: PersonID) {
        guard let index = queue.firstIndex(where: { $0.person == id }) else { return }
        if queue.contains(where: { $0.person == into }) {
            queue.remove(at: index)
        } else {
            queue[index].person = into
        }
    }
}

extension Person {
    /// Whoever came on another device is here as they were there.
    fileprivate mutating func takePlace(of other: Person) {
        joinedAt = min(joinedAt, other.joinedAt)
        isScribe = isScribe || other.isScribe
        if claims != nil { claims = nil }
        let isOnDevice = other.isPresent && !other.isCheckedIn
        guard isOnDevice ? !isPresent || isCheckedIn : other.isPresent && !isPresent else { return }
        (isPresent, isCheckedIn, leftAt) = (true, other.isCheckedIn, nil)
        (mode, table) = (other.mode, other.table)
    }

    fileprivate mutating func takeWords(of other: Person) {
        if offers.isEmpty { offers = other.offers }
        if needs.isEmpty { needs = other.needs }
        teaching = teaching ?? other.teaching
    }
}

extension Talk {
    fileprivate mutating func add(_ other: Talk) {
        turns += other.turns
        milliseconds += other.milliseconds
        words += other.words
    }
}
