// Knows how people come in by code, link or ticket, and how a device is forgotten.

import Hosting
import Meetings
import Sockets
import Storage
import Wire

extension Routes {
    private struct Knock: Decodable {
        var code: String?
        var link: String?
        var name: String?
        var school: String?
        var mode: AttendanceMode?
        var tier: Tier?
    }

    private struct Forget: Decodable {
        var meeting: String
    }

    /// What a code or link leads to.
    private struct Door {
        var meeting: MeetingRow
        var kind: LinkKind
        /// Known by a personal link or by the ticket of this device.
        var person: PersonRow?
        var hasTicket: Bool
    }

    private struct Card: Encodable {
        struct You: Encodable {
            var person: String
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
        var person: String
        var state: String
    }

    func lookAtDoor(_ request: HTTPRequest) async throws -> HTTPResponse {
        let knock = try Self.body(request, as: Knock.self)
        let door = try await door(knock, request)
        guard let room = await parts.reception.room(of: door.meeting.id),
            let network = try await parts.store.network(door.meeting.network)
        else { throw Refusal(404, "unknownCode") }
        let you = door.person.map { person in
            let seat = room.people[PersonID(rawValue: person.id)]
            return Card.You(
                person: person.id, name: person.name, school: person.school, tier: Self.tier(person.tier),
                mode: seat?.mode, seated: seat != nil)
        }
        return Self.json(
            Card(
                meeting: door.meeting.id, kind: door.kind.rawValue, phase: room.details.phase,
                title: room.details.title ?? "", network: network.name,
                contact: network.contact.isEmpty ? nil : network.contact,
                notice: network.notice.isEmpty ? nil : network.notice, plannedStart: room.details.plannedStart,
                zone: room.details.zone, locked: room.details.isLocked, lobby: room.details.options.lobby,
                rehearsal: door.meeting.isRehearsal || door.meeting.isSample ? true : nil, you: you))
    }

    func join(_ request: HTTPRequest) async throws -> HTTPResponse {
        let knock = try Self.body(request, as: Knock.self)
        var door = try await door(knock, request)
        let isTable = knock.mode == .tableDevice && door.kind != .guest
        if isTable, let known = door.person, let name = knock.name, name != known.name {
            // A device that becomes a table's is somebody else from now on: nobody is renamed by it.
            (door.person, door.hasTicket) = (nil, false)
        }
        guard let room = await parts.reception.room(of: door.meeting.id) else { throw Refusal(404, "unknownCode") }
        let (person, isNew) = try await person(knock, door, room)
        let id = PersonID(rawValue: person.id)
        let command = Command.join(
            person: id, role: door.kind == .guest ? .guest : isTable ? .table : .participant,
            mode: knock.mode ?? .unknown,
            tier: knock.tier ?? Self.tier(person.tier), name: knock.name ?? person.name,
            school: door.kind == .guest ? nil : knock.school ?? person.school)
        do {
            _ = try await parts.reception.submit(command, by: .system, to: door.meeting.id)
        } catch Rejection.alreadySo {
            // They have their seat: this is another device of theirs, or the same one again.
        } catch {
            if isNew {
                _ = try await parts.store.erasePerson(person.id, network: person.network, now: parts.clock.now)
            }
            throw error
        }
        var headers: [(String, String)] = []
        if !door.hasTicket {
            let token = try await parts.store.issueTicket(
                person: person.id, network: person.network, now: parts.clock.now)
            headers.append(parts.cookies.ticket(token, network: person.network))
        }
        let now = await parts.reception.room(of: door.meeting.id)
        return Self.json(
            Joined(meeting: door.meeting.id, person: person.id, state: now?.waiting[id] == nil ? "in" : "waiting"),
            headers: headers)
    }

    func forget(_ request: HTTPRequest) async throws -> HTTPResponse {
        let meeting = try Self.body(request, as: Forget.self).meeting
        guard let network = try await parts.store.network(ofMeeting: meeting) else { throw Refusal(404, "notFound") }
        return try await forgetDevice(request, network: network)
    }

    /// Nothing of the person stays on this device: neither ticket nor the way to their buddies.
    func forgetDevice(_ request: HTTPRequest, network: String) async throws -> HTTPResponse {
        let (ticketName, secretName) = (Cookies.ticketName(network), Cookies.buddyName(network))
        var cleared = [parts.cookies.clear(ticketName)]
        if let token = Cookies.value(ticketName, in: request.cookie) {
            try await parts.store.revokeTicket(token, now: parts.clock.now)
            try await parts.store.forgetBuddyDevice(token)
        }
        if let secret = Cookies.value(secretName, in: request.cookie) {
            try await parts.store.forgetBuddyDevice(secret)
            cleared.append(parts.cookies.clear(secretName))
        }
        return Self.json([String: String](), headers: cleared)
    }

    /// Finds the meeting; a wrong code costs its address, an unknown link looks like a wrong code.
    private func door(_ knock: Knock, _ request: HTTPRequest) async throws -> Door {
        let now = parts.clock.now
        var found: (MeetingRow, LinkKind, String?)?
        if let token = knock.link {
            if let link = try await parts.store.link(token), link.kind != .wall,
                let row = try await parts.store.meeting(link.meeting, network: link.network)
            {
                found = (row, link.kind, link.person)
            }
        } else if let code = knock.code {
            if let wait = codes.pause(request.peer, at: now) { throw Refusal(429, "slowDown", wait: wait) }
            found = try await parts.store.meeting(code: code).map { ($0, .room, nil) }
        } else {
            throw Refusal(400, "badRequest", detail: "code or link")
        }
        guard let (meeting, kind, linked) = found else {
            if knock.code != nil { codes.wrong(request.peer, at: now) }
            throw Refusal(404, "unknownCode")
        }
        var ticketed: PersonRow?
        if let ticket = Cookies.value(Cookies.ticketName(meeting.network), in: request.cookie) {
            ticketed = try await parts.store.person(ticket: ticket, network: meeting.network)
        }
        guard let linked else {
            return Door(meeting: meeting, kind: kind, person: ticketed, hasTicket: ticketed != nil)
        }
        let person = try await parts.store.person(linked, network: meeting.network)
        return Door(meeting: meeting, kind: kind, person: person, hasTicket: ticketed?.id == linked)
    }

    /// Whoever joins: known, or new with a name.
    private func person(_ knock: Knock, _ door: Door, _ room: Room) async throws -> (PersonRow, isNew: Bool) {
        let name = try knock.name.map { try Text.line($0, limit: Limits.nameLength) }
        let school = try Text.optionalLine(knock.school, limit: Limits.schoolLength)
        if let known = door.person {
            try await parts.store.updatePerson(
                known.id, network: known.network, name: name, school: school, tier: knock.tier.map(Self.number))
            return (known, false)
        }
        guard let name else { throw Rejection.textMissing }
        // A closed door is said before anybody is written down.
        switch room.details.phase {
        case .planned: throw Rejection.meetingNotOpen
        case .ended: throw Rejection.meetingOver
        case .open: if room.details.isLocked { throw Rejection.roomLocked }
        }
        let made = try await parts.store.createPerson(
            network: door.meeting.network, name: name, school: school,
            tier: Self.number(knock.tier ?? .pseudonymous), now: parts.clock.now)
        return (made, true)
    }

    /// The tier as the store numbers it.
    private static func number(_ tier: Tier) -> Int { Tier.allCases.firstIndex(of: tier) ?? 1 }

    private static func tier(_ number: Int) -> Tier {
        Tier.allCases.indices.contains(number) ? Tier.allCases[number] : .pseudonymous
    }
}
