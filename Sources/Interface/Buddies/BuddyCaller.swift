// Knows how a teacher is known between meetings, by the secret of a personal link or by a ticket, and that nothing is
// told to a device that the person has not confirmed.

import Meetings

/// A teacher and the device they use.
struct BuddyCaller: Sendable {
    var person: PersonRecord
    var device: DeviceRecord
    var id: PersonID { person.id }
    var network: String { person.network }
}

/// A teacher on a device of theirs.
struct TrustedTeacher: Sendable {
    let teacher: BuddyCaller
    var id: PersonID { teacher.id }
    var network: String { teacher.network }
    var actor: NetworkActor { .person(id, .teacher) }

    init(_ teacher: BuddyCaller) throws(Refusal) {
        guard teacher.device.isConfirmed else { throw Refusal(403, "deviceWaits") }
        self.teacher = teacher
    }
}

/// Whoever came by a personal link, and the link's owner.
struct Linked: Sendable {
    var person: PersonRecord
    /// The owner on this device, if it has opened the link before.
    var known: BuddyCaller?
}

extension Routes {
    private struct WhichNetwork: Decodable {
        var network: Key?
    }

    private struct Opening: Decodable {
        var link: Secret
    }

    /// In the network that is named, where a device knows several.
    func teacher(_ arrival: Visit) async throws -> BuddyCaller {
        let network = try arrival.request.decoded(as: WhichNetwork.self).network?.text
        guard let teacher = try await teacher(on: arrival.request.device, network: network) else {
            throw Refusal.signedOut
        }
        return teacher
    }

    /// A wrong link is charged to its address like a wrong code.
    func linked(_ arrival: Visit) async throws -> Linked {
        let token = try arrival.request.decoded(as: Opening.self).link.text
        let device = arrival.request.device
        try entrance.mayGuess(from: device.address, at: parts.now())
        guard let person = try await parts.catalogue.person(buddyLink: token) else {
            entrance.guessedWrong(from: device.address, at: parts.now())
            throw Refusal.unknownLink
        }
        let known = try await teacher(on: device, network: person.network)
        return Linked(person: person, known: known?.id == person.id ? known : nil)
    }

    /// Who asks: by the secret of a personal link, else by the ticket; nil for a stranger.
    func teacher(on device: Device, network: String?) async throws -> BuddyCaller? {
        for (id, secret) in Cookies.byNetwork(Cookies.buddyName(""), in: device.cookies)
        where network == nil || network == id {
            guard let known = try await parts.catalogue.buddyDevice(secret), known.network == id,
                let person = try await parts.catalogue.person(known.person, network: id), !person.isErased
            else { continue }
            return BuddyCaller(person: person, device: known)
        }
        for (id, ticket) in Cookies.byNetwork(Cookies.ticketName(""), in: device.cookies)
        where network == nil || network == id {
            guard let person = try await parts.catalogue.person(ticket: ticket, network: id),
                let known = try await parts.catalogue.buddyDevice(
                    ticket: ticket, person: person.id, network: id, at: parts.now())
            else { continue }
            return BuddyCaller(person: person, device: known)
        }
        return nil
    }
}
