// Knows how a teacher is known between meetings, by the secret of a personal link or by a ticket, and that nothing is
// told to a device that the person has not confirmed.

import Hosting
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
        /// Of a meeting from which they come.
        var meeting: Key?
    }

    private struct Opening: Decodable {
        var link: Secret
    }

    /// In the network that is named, where a device knows several.
    func teacher(_ arrival: Visit) async throws -> BuddyCaller {
        let named = try arrival.request.decoded(as: WhichNetwork.self)
        var network = named.network?.text
        if network == nil, let meeting = named.meeting?.text {
            network = try await parts.catalogue.network(ofMeeting: meeting)
        }
        guard let teacher = try await teacher(on: arrival.request.device, network: network) else {
            throw Refusal.signedOut
        }
        return teacher
    }

    /// A wrong link is charged to nobody: no link can be guessed.
    func linked(_ arrival: Visit) async throws -> Linked {
        let token = try arrival.request.decoded(as: Opening.self).link.text
        let device = arrival.request.device
        guard let person = try await owner(ofBuddyLink: token) else { throw Refusal.unknownLink }
        let known = try await teacher(on: device, network: person.network)
        return Linked(person: person, known: known?.id == person.id ? known : nil)
    }

    /// Who asks: by the secret of a personal link, else by the ticket; nil for a stranger.
    func teacher(on device: Device, network: String?) async throws -> BuddyCaller? {
        for (id, secret) in Cookies.byNetwork(Cookies.buddyName(""), in: device.cookies)
        where network == nil || network == id {
            guard let known = try await parts.catalogue.buddyDevice(secret), known.network == id,
                let person = try await parts.catalogue.person(known.person, network: id), !person.isErased,
                try await isTeacher(person, by: .link)
            else { continue }
            return BuddyCaller(person: person, device: known)
        }
        for (id, ticket) in Cookies.byNetwork(Cookies.ticketName(""), in: device.cookies)
        where network == nil || network == id {
            guard let person = try await parts.catalogue.person(ticket: ticket, network: id),
                try await isTeacher(person, by: .ticket),
                let known = try await parts.catalogue.buddyDevice(
                    ticket: ticket, person: person.id, network: id, at: parts.now())
            else { continue }
            return BuddyCaller(person: person, device: known)
        }
        return nil
    }

    /// What makes somebody known.
    private enum Proof { case link, ticket }

    /// Whose link it is, if it leads anywhere.
    private func owner(ofBuddyLink token: String) async throws -> PersonRecord? {
        guard let person = try await parts.catalogue.person(buddyLink: token),
            try await isTeacher(person, by: .link)
        else { return nil }
        return person
    }

    /// Anybody who types a code has a ticket: it speaks for a teacher once a meeting has let them in as one, and no
    /// more once they are put out. A link was given to its owner by the coordinator.
    private func isTeacher(_ person: PersonRecord, by proof: Proof) async throws -> Bool {
        switch (try await parts.catalogue.standing(of: person.id, network: person.network).place, proof) {
        case (.teacher, _), (.unseen, .link), (.passing, .link): true
        case (.putOut, _), (.passing, .ticket): false
        // Nothing is kept of who only counts: whoever took part before goes on doing so.
        case (.unseen, .ticket):
            try await parts.networks.host(of: person.network).network().members[person.id] != nil
        }
    }
}
