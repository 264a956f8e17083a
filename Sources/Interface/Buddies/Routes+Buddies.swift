// Knows what a teacher does with buddies over HTTP: the page, the commands, and how the others can be reached.

import Hosting
import Meetings

/// A command of a teacher, known by its id when it is repeated.
struct BuddyAct: Decodable, Sendable {
    var id: Key
    var `do`: NetworkCommand
}

struct WhichPair: Decodable, Sendable {
    var pair: Key
}

struct WhichMeeting: Decodable, Sendable {
    var meeting: Key?
}

private struct Contact: Encodable {
    var person: PersonID
    var contact: String
}

private struct BuddyQuestion: Encodable {
    struct Ask: Encodable {
        var network: String
        var pair: PairID
        var meeting: String
        var others: [NamedPerson]
    }
    var ask: Ask?
}

extension Routes {
    func showBuddies(_ call: Call<BuddyCaller, Nothing>) async throws -> Response {
        try await buddyPage(of: call.caller)
    }

    /// Carries out a command of a teacher and answers with the page as it is then.
    func actOnBuddies(_ call: Call<TrustedTeacher, BuddyAct>) async throws -> Response {
        let (caller, act) = (call.caller, call.body)
        if case .sharing(.checkInBuddy(let wish)) = act.do, wish.occasion == .meeting, let meeting = wish.meeting {
            guard try await parts.catalogue.meeting(meeting, network: caller.network) != nil else {
                throw Rejection.notFound
            }
        }
        _ = try await parts.networks.host(of: caller.network).submit(
            act.do, by: caller.actor, commandID: act.id.text)
        return try await buddyPage(of: caller.teacher)
    }

    /// How the others can be reached; an answer of its own, so that it is in no other.
    func buddyContacts(_ call: Call<TrustedTeacher, WhichPair>) async throws -> Response {
        let caller = call.caller
        let network = try await parts.networks.host(of: caller.network).network()
        guard let pair = network.pair(PairID(rawValue: call.body.pair.text)), pair.members.contains(caller.id) else {
            throw Rejection.notFound
        }
        guard pair.state == .made else { throw Rejection.closed }
        let contacts = network.contacts(pair.id, for: caller.id).sorted { $0.key < $1.key }
        return .json(["contacts": contacts.map { Contact(person: $0.key, contact: $0.value) }])
    }

    /// What this device's person is to be asked at a meeting; nothing when they have no buddies or said it already.
    func buddyQuestion(_ call: Call<Anybody, WhichMeeting>) async throws -> Response {
        guard let meeting = call.body.meeting?.text,
            let id = try await parts.catalogue.network(ofMeeting: meeting)
        else { throw Refusal.notFound }
        let now = parts.now()
        let network = try await parts.networks.host(of: id).network()
        guard try await mayHaveBuddies(call.device, network, id),
            let caller = try await teacher(on: call.device, network: id), caller.device.isConfirmed,
            let pair = network.openPair(of: caller.id), pair.isAskedAtMeetings(at: now),
            pair.checkIn(caller.id, .meeting, meeting: meeting) == nil
        else { return .json(BuddyQuestion()) }
        let teller = try await teller(of: id)
        let others = pair.members.filter { $0 != caller.id }.map(teller.named)
        return .json(BuddyQuestion(ask: .init(network: id, pair: pair.id, meeting: meeting, others: others)))
    }

    /// The devices of those who have nothing to do with buddies are not noted.
    private func mayHaveBuddies(_ device: Device, _ network: Network, _ id: String) async throws -> Bool {
        if Cookies.value(Cookies.buddyName(id), in: device.cookies) != nil { return true }
        guard let person = try await callers.person(ofNetwork: id, device.cookies) else { return false }
        return network.openPair(of: person.id) != nil
    }

    func buddyPage(of caller: BuddyCaller, headers: [(String, String)] = []) async throws -> Response {
        let now = parts.now()
        let card = BuddyPage.Network(
            id: caller.network, name: try await parts.catalogue.network(caller.network)?.name ?? "")
        guard caller.device.isConfirmed else {
            return .json(BuddyPage(network: card, now: now, confirmed: false), headers: headers)
        }
        let teller = try await teller(of: caller.network)
        let devices = try await parts.catalogue.waitingBuddyDevices(person: caller.id, network: caller.network)
        // What somebody said at a meeting is offered to whoever has filled in nothing yet.
        let known =
            teller.network.members[caller.id] == nil
            ? try await parts.catalogue.recollection(of: caller.id, network: caller.network) : Recollection()
        return .json(teller.page(of: caller.id, card, devices: devices, known: known), headers: headers)
    }
}
