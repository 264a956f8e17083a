// Knows how a code or a link becomes a door: the meeting it leads to, and who stands before it.

import Meetings

/// What a code or link leads to.
struct Door: Sendable {
    var meeting: MeetingRecord
    var kind: DoorKind
    /// Known by a personal link or by the ticket of this device.
    var person: PersonRecord?
    var hasTicket: Bool
}

extension Routes {
    private struct Knock: Decodable {
        var code: Secret?
        var link: Secret?
    }

    /// Finds the meeting; a wrong code is charged to its address, an unknown link looks like a wrong code.
    func door(_ arrival: Visit) async throws -> Door {
        let knock = try arrival.request.decoded(as: Knock.self)
        let device = arrival.request.device
        let (meeting, kind, linked) = try await target(knock, from: device)
        let ticketed = try await callers.person(ofNetwork: meeting.network, device.cookies)
        guard let linked else {
            return Door(meeting: meeting, kind: kind, person: ticketed, hasTicket: ticketed != nil)
        }
        let person = try await parts.catalogue.person(linked, network: meeting.network)
        return Door(meeting: meeting, kind: kind, person: person, hasTicket: ticketed?.id == linked)
    }

    private func target(_ knock: Knock, from device: Device) async throws -> (MeetingRecord, DoorKind, PersonID?) {
        if let token = knock.link {
            guard let link = try await parts.catalogue.link(token.text), link.kind != .wall,
                let meeting = try await parts.catalogue.meeting(link.meeting, network: link.network)
            else { throw Refusal.unknownCode }
            return (meeting, link.kind, link.person)
        }
        guard let code = knock.code else { throw Refusal.badRequest("code or link") }
        let found = try await judge(from: device) { try await parts.catalogue.meeting(code: code.text) }
        guard let meeting = found else { throw Refusal.unknownCode }
        return (meeting, .room, nil)
    }
}
