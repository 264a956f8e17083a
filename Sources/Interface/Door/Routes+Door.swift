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
    func lookAtDoor(_ call: Call<Door, Looking>) async throws -> Response {
        let door = call.caller
        guard let sight = try await look(through: door),
            let network = try await parts.catalogue.network(door.meeting.network)
        else { throw Refusal.unknownCode }
        if let ready = call.body.ready, sight.phase == .planned {
            try await note(ready, at: door, from: call.device.address)
        }
        let you = door.person.map { person in
            DoorCard.You(
                person: person.id, name: person.name, school: person.school, tier: person.tier, mode: sight.mode,
                seated: sight.isSeated)
        }
        return .json(
            DoorCard(
                meeting: door.meeting.id, kind: door.kind.rawValue, phase: sight.phase, title: sight.title,
                network: network.name, contact: network.card.contact,
                notice: network.notice.isEmpty ? nil : network.notice, plannedStart: sight.plannedStart,
                zone: sight.zone, locked: sight.isLocked, lobby: sight.hasLobby,
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
        if door.meeting.phase == .ended {
            return try await joined(try await whoSatThere(door), through: door, state: "in")
        }
        guard let room = try await parts.reception.room(of: door.meeting.id) else { throw Refusal.unknownCode }
        let person = try await comeIn(joining, through: door, isTable: isTable, room, from: call.device.address)
        let now = try await parts.reception.room(of: door.meeting.id)
        let isWaiting = now.map { $0.waiting[$0.identity(of: person.id)] != nil } ?? false
        return try await joined(person, through: door, state: isWaiting ? "waiting" : "in")
    }

    /// The answer to whoever came in; a device that has no ticket of theirs gets one.
    private func joined(_ person: PersonRecord, through door: Door, state: String) async throws -> Response {
        var headers: [(String, String)] = []
        if !door.hasTicket {
            let ticket = try await parts.catalogue.issueTicket(
                person: person.id, network: person.network, at: parts.now())
            headers.append(parts.cookies.ticket(ticket, network: person.network))
        }
        return .json(Joined(meeting: door.meeting.id, person: person.id, state: state), headers: headers)
    }

    /// Who was written down and could not come in after all; the reason for that is what counts.
    func forgetNewcomer(_ person: PersonID, network: String) async {
        try? await parts.catalogue.erasePerson(person, network: network, at: parts.now())
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
            // What the ticket opened is closed: the next one at this device is somebody else.
            await parts.reception.recheck { Cookies.value(ticketName, in: $0.cookies) == ticket }
        }
        if let secret = Cookies.value(secretName, in: device.cookies) {
            try await parts.catalogue.forgetBuddyDevice(secret)
            cleared.append(parts.cookies.clear(secretName))
        }
        return .empty(headers: cleared)
    }
}
