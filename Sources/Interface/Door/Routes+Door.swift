// Knows how people come in by code, link or ticket, and how a device is forgotten.

import Hosting
import Meetings
import Wire

/// What the door says before anybody comes in.
private struct DoorCard: Encodable {
    struct You: Encodable {
        var person: PersonID
        var name: String
        var school: String?
        var tier: Tier
        var mode: AttendanceMode?
        var seated: Bool
    }
    var meeting: String
    var kind: String
    var phase: Phase
    var title: String
    var network: String
    var contact: String?
    var notice: String?
    var plannedStart: Instant?
    var zone: String
    var locked: Bool
    var lobby: Bool
    var rehearsal: Bool?
    var you: You?
}

private struct Joined: Encodable {
    var meeting: String
    var person: PersonID
    var state: String
}

/// What somebody says of themselves who comes in; who is known may leave it out.
struct Joining: Decodable, Sendable {
    var name: BoundedText<PersonName>?
    var school: PossibleText<SchoolName>?
    var mode: AttendanceMode?
    var tier: Tier?
}

struct Forgetting: Decodable, Sendable {
    var meeting: Key
}

extension Routes {
    func lookAtDoor(_ call: Call<Door, Nothing>) async throws -> Response {
        let door = call.caller
        guard let room = await parts.reception.room(of: door.meeting.id),
            let network = try await parts.catalogue.network(door.meeting.network)
        else { throw Refusal.unknownCode }
        let you = door.person.map { person in
            let seat = room.people[person.id]
            return DoorCard.You(
                person: person.id, name: person.name, school: person.school, tier: person.tier, mode: seat?.mode,
                seated: seat != nil)
        }
        return .json(
            DoorCard(
                meeting: door.meeting.id, kind: door.kind.rawValue, phase: room.details.phase,
                title: room.details.title ?? "", network: network.name, contact: network.card.contact,
                notice: network.notice.isEmpty ? nil : network.notice, plannedStart: room.details.plannedStart,
                zone: room.details.zone, locked: room.details.isLocked, lobby: room.details.options.lobby,
                rehearsal: door.meeting.isRehearsal || door.meeting.isSample ? true : nil, you: you))
    }

    func join(_ call: Call<Door, Joining>) async throws -> Response {
        var door = call.caller
        let joining = call.body
        let isTable = joining.mode == .tableDevice && door.kind != .guest
        if isTable, let known = door.person, let name = joining.name?.value, name != known.name {
            // A device that becomes a table's is somebody else from now on: nobody is renamed by it.
            (door.person, door.hasTicket) = (nil, false)
        }
        guard let room = await parts.reception.room(of: door.meeting.id) else { throw Refusal.unknownCode }
        let (person, isNew) = try await person(joining, door, room)
        let command = Command.join(
            person: person.id, role: door.kind == .guest ? .guest : isTable ? .table : .participant,
            mode: joining.mode ?? .unknown, tier: joining.tier ?? person.tier,
            name: joining.name?.value ?? person.name,
            school: door.kind == .guest ? nil : joining.school?.value ?? person.school)
        do {
            _ = try await parts.reception.submit(command, by: .system, to: door.meeting.id)
        } catch Rejection.alreadySo {
            // They have their seat: this is another device of theirs, or the same one again.
        } catch {
            if isNew {
                try await parts.catalogue.erasePerson(person.id, network: person.network, at: parts.now())
            }
            throw error
        }
        var headers: [(String, String)] = []
        if !door.hasTicket {
            let ticket = try await parts.catalogue.issueTicket(
                person: person.id, network: person.network, at: parts.now())
            headers.append(parts.cookies.ticket(ticket, network: person.network))
        }
        let now = await parts.reception.room(of: door.meeting.id)
        return .json(
            Joined(
                meeting: door.meeting.id, person: person.id, state: now?.waiting[person.id] == nil ? "in" : "waiting"),
            headers: headers)
    }

    func forget(_ call: Call<Anybody, Forgetting>) async throws -> Response {
        guard let network = try await parts.catalogue.network(ofMeeting: call.body.meeting.text) else {
            throw Refusal.notFound
        }
        return try await forget(call.device, network: network)
    }

    /// Nothing of the person stays on this device: neither ticket nor the way to their buddies.
    func forget(_ device: Device, network: String) async throws -> Response {
        let (ticketName, secretName) = (Cookies.ticketName(network), Cookies.buddyName(network))
        var cleared = [parts.cookies.clear(ticketName)]
        if let ticket = Cookies.value(ticketName, in: device.cookies) {
            try await parts.catalogue.revokeTicket(ticket, at: parts.now())
            try await parts.catalogue.forgetBuddyDevice(ticket)
        }
        if let secret = Cookies.value(secretName, in: device.cookies) {
            try await parts.catalogue.forgetBuddyDevice(secret)
            cleared.append(parts.cookies.clear(secretName))
        }
        return .empty(headers: cleared)
    }

    /// Whoever joins: known, or new with a name.
    private func person(_ joining: Joining, _ door: Door, _ room: Room) async throws -> (PersonRecord, isNew: Bool) {
        if let known = door.person {
            try await parts.catalogue.changePerson(
                known.id, network: known.network, name: joining.name?.value, school: joining.school?.value,
                tier: joining.tier)
            return (known, false)
        }
        guard let name = joining.name?.value else { throw Rejection.textMissing }
        // A closed door is said before anybody is written down.
        switch room.details.phase {
        case .planned: throw Rejection.meetingNotOpen
        case .ended: throw Rejection.meetingOver
        case .open: if room.details.isLocked { throw Rejection.roomLocked }
        }
        let made = try await parts.catalogue.addPerson(
            network: door.meeting.network, name: name, school: joining.school?.value,
            tier: joining.tier ?? .pseudonymous, at: parts.now())
        return (made, true)
    }
}
