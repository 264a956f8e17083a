// Knows samples of the facet `door`: each wish and fact with every field filled, who may, and a wish that would succeed
// or that is drawn. A kind that is left out does not build.

@testable import Meetings

extension DoorCommand.Kind: SampledWish {
    var sample: Command {
        switch self {
        case .join:
            Join(
                person: "p7", role: .participant, mode: .remote, tier: .pseudonymous, name: "Siân",
                school: "Ysgol Glan Môr"
            ).command
        case .beginPresence: BeginPresence(person: "p7").command
        case .endPresence: EndPresence(person: "p7", reason: .lost).command
        case .bringIn:
            BringIn(
                person: "p7", by: "p3", mode: .roomNoDevice, tier: .pseudonymous, name: "Siân",
                school: "Ysgol Glan Môr"
            ).command
        case .admit: Admit(person: "p7").command
        case .deny: Deny(person: "p7").command
        case .endWait: EndWait(person: "p7").command
        case .checkIn: CheckIn(person: "p7").command
        case .checkOut: CheckOut(person: "p7").command
        case .remove: Remove(person: "p7").command
        case .moveToLobby: MoveToLobby(person: "p7").command
        case .claimEntry: ClaimEntry(other: "p7").command
        case .mergePerson: MergePerson(person: "p7", into: "p3").command
        case .erase: Erase(person: "p7").command
        }
    }

    var expected: ExpectedRights {
        switch self {
        case .join: "- - - -"
        case .beginPresence: "- - - -"
        case .endPresence: "- - - -"
        case .bringIn: "- - - -"
        case .admit: "O - LC -"
        case .deny: "O - LC -"
        case .endWait: "- - - -"
        case .checkIn: "O T LC s"
        case .checkOut: "O T LC s"
        case .remove: "O - LC -"
        case .moveToLobby: "O - LC -"
        case .claimEntry: "O P - -"
        case .mergePerson: "O P LC -"
        case .erase: "- - - -"
        }
    }

    func inScene(_ id: PersonID) -> Command {
        switch self {
        case .join: Given.join(id)
        case .beginPresence: BeginPresence(person: id).command
        case .endPresence: EndPresence(person: id, reason: .lost).command
        case .bringIn:
            BringIn(person: id, by: "me", mode: .roomNoDevice, tier: .pseudonymous, name: "New", school: nil).command
        case .admit: Admit(person: id).command
        case .deny: Deny(person: id).command
        case .endWait: EndWait(person: id).command
        case .checkIn: CheckIn(person: id).command
        case .checkOut: CheckOut(person: id).command
        case .remove: Remove(person: id).command
        case .moveToLobby: MoveToLobby(person: id).command
        case .claimEntry: ClaimEntry(other: "twin").command
        case .mergePerson: MergePerson(person: "twin", into: id).command
        case .erase: Erase(person: id).command
        }
    }

    var other: PersonID { self == .admit || self == .deny ? "wil" : "you" }

    func before(_ id: PersonID) -> [Event] {
        if self == .claimEntry {
            return [Given.came("twin")]
                + ["me", "twin"].map { PersonRenamed(person: $0, name: "Siân", school: nil).event }
        }
        if self == .mergePerson { return [Given.came("twin"), EntryClaimed(person: "twin", other: id).event] }
        guard id == "you" else { return [] }
        if self == .checkIn { return [PresenceEnded(person: "you", reason: .lost).event] }
        return self == .checkOut ? [PersonCheckedIn(person: "you", source: .scribe).event] : []
    }

    func emptyHanded(_ role: Role) -> Rejection? { self == .checkIn || self == .checkOut ? .alreadySo : nil }
}

extension DoorFact.Kind: SampledFact {
    var sample: Event {
        switch self {
        case .personJoined:
            PersonJoined(
                person: "p7", role: .participant, mode: .roomDevice, tier: .pseudonymous, name: "Siân",
                school: "Ysgol Glan Môr"
            ).event
        case .personWaited:
            PersonWaited(person: "p7", mode: .remote, tier: .countOnly, name: "Siân", school: "Ysgol Glan Môr").event
        case .personDenied: PersonDenied(person: "p7").event
        case .waitEnded: WaitEnded(person: "p7").event
        case .personRemoved: PersonRemoved(person: "p7").event
        case .personReturnedToLobby: PersonReturnedToLobby(person: "p7").event
        case .presenceBegan: PresenceBegan(person: "p7", mode: .tableDevice).event
        case .presenceEnded: PresenceEnded(person: "p7", reason: .lost).event
        case .personCheckedIn: PersonCheckedIn(person: "p7", source: .scribe).event
        case .personSeated: PersonSeated(person: "p7", table: "p3").event
        case .personErased: PersonErased(person: "p7").event
        case .entryClaimed: EntryClaimed(person: "p7", other: "p3").event
        case .personMerged: PersonMerged(person: "p7", into: "p3").event
        }
    }
}

extension SplitMix64 {
    /// A wish of that kind; what it names is mostly there.
    mutating func command(_ kind: DoorCommand.Kind, _ room: Room, _ people: [PersonID]) -> Command {
        let person = someone(people)
        switch kind {
        case .join:
            return Join(
                person: person, role: once(in: 10) ? .guest : once(in: 8) ? .table : .participant,
                mode: pick(AttendanceMode.allCases),
                tier: pick(Tier.allCases), name: text(), school: once(in: 2) ? nil : text()
            ).command
        case .beginPresence: return BeginPresence(person: person).command
        case .endPresence: return EndPresence(person: person, reason: .lost).command
        case .bringIn:
            // Tables are rare, and those who sit at one are new.
            let tables = room.people.filter { $0.value.role == .table && $0.value.isPresent }.keys.sorted()
            let isAtTable = !tables.isEmpty && !once(in: 4)
            let outside = people.filter { room.people[$0] == nil }
            return BringIn(
                person: isAtTable && !outside.isEmpty ? pick(outside) : person,
                by: isAtTable ? pick(tables) : pick(people),
                mode: isAtTable ? .tableDevice : pick(AttendanceMode.allCases), tier: pick(Tier.allCases),
                name: text(), school: nil
            ).command
        case .admit: return Admit(person: waiting(room) ?? person).command
        case .deny: return Deny(person: waiting(room) ?? person).command
        case .endWait: return EndWait(person: waiting(room) ?? person).command
        case .checkIn: return CheckIn(person: person).command
        case .checkOut: return CheckOut(person: person).command
        case .remove: return Remove(person: person).command
        case .moveToLobby: return MoveToLobby(person: person).command
        case .claimEntry: return ClaimEntry(other: person).command
        case .mergePerson: return MergePerson(person: person, into: someone(people)).command
        case .erase: return Erase(person: person).command
        }
    }
}
