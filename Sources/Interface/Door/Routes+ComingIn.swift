// Knows how somebody becomes one of a room: first the room says yes, then what they said of themselves is kept. A
// refused join changes nothing, neither here nor anywhere else.

import Hosting
import Meetings

extension Routes {
    /// Brings whoever joins into the room, known or new with a name.
    func comeIn(
        _ joining: Joining, through door: Door, isTable: Bool, _ room: Room, from address: String
    ) async throws -> PersonRecord {
        func command(_ person: PersonID) throws(Rejection) -> Command {
            guard let name = joining.name?.value ?? door.person?.name else { throw .textMissing }
            return Join(
                person: person, role: door.kind == .guest ? .guest : isTable ? .table : .participant,
                mode: joining.mode ?? .unknown, tier: joining.tier ?? door.person?.tier ?? .pseudonymous, name: name,
                school: door.kind == .guest ? nil : joining.school?.value ?? door.person?.school
            ).command
        }
        let meeting = door.meeting.id
        if let known = door.person {
            try joins.charge(known.id, at: parts.steady())
            do {
                _ = try await parts.reception.submit(try command(known.id), by: .system, to: meeting)
            } catch Rejection.alreadySo {
                // They have their seat: this is another device of theirs, or the same one again.
            }
            try await parts.catalogue.changePerson(
                known.id, network: known.network, name: joining.name?.value, school: joining.school?.value,
                tier: joining.tier)
            return known
        }
        // A no is said before anybody is written down.
        _ = try room.decide(try command(PersonID(rawValue: "new")), Context(actor: .system, at: parts.now()))
        try joins.charge(address, to: meeting, room, at: parts.steady())
        let made = try await parts.catalogue.addPerson(
            network: door.meeting.network, name: joining.name?.value ?? "", school: joining.school?.value,
            tier: joining.tier ?? .pseudonymous, at: parts.now())
        do {
            _ = try await parts.reception.submit(try command(made.id), by: .system, to: meeting)
        } catch {
            await forgetNewcomer(made.id, network: made.network)
            throw error
        }
        joins.note(made.id, from: address, in: meeting)
        return made
    }

    /// Whoever comes back to a meeting that is over. Nobody makes its room be read from the log for that.
    func whoSatThere(_ door: Door) async throws -> PersonRecord {
        guard let person = door.person else { throw Rejection.meetingOver }
        let standing = try await parts.catalogue.standing(of: person.id, network: person.network)
        if standing.shutOut.contains(door.meeting.id) { throw Rejection.shutOut }
        guard standing.seats.contains(door.meeting.id) else { throw Rejection.meetingOver }
        return person
    }
}
