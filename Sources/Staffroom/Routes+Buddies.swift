// Knows what a teacher does with buddies over HTTP, known by the personal link or by the ticket of the device. Nothing
// is told to a device that the person has not confirmed.

import Foundation
import Hosting
import Meetings
import Sockets
import Storage

extension Routes {
    private struct Opening: Decodable {
        var link: String
    }

    private struct Wish: Decodable {
        var id: String
        var `do`: NetworkCommand
        var network: String?
    }

    private struct WhichNetwork: Decodable {
        var network: String?
    }

    private struct WhichPair: Decodable {
        var pair: PairID
        var network: String?
    }

    private struct Verdict: Decodable {
        var device: String
        var isOwn: Bool
        var network: String?
    }

    private struct Contact: Encodable {
        var person: PersonID
        var contact: String
    }

    private struct Question: Encodable {
        struct Ask: Encodable {
            var network: String
            var pair: PairID
            var meeting: String
            var others: [NamedPerson]
        }
        var ask: Ask?
    }

    /// Longest id of a command.
    private static let commandIDBytes = 64

    /// A teacher and the device they use.
    struct BuddyCaller {
        var person: PersonRow
        var device: BuddyDeviceRow
        var id: PersonID { PersonID(rawValue: person.id) }
        var actor: NetworkActor { .person(id, .teacher) }
    }

    /// The link leaves the address and becomes a secret of this device.
    func openBuddies(_ request: HTTPRequest) async throws -> HTTPResponse {
        let token = try Self.body(request, as: Opening.self).link
        let now = parts.clock.now
        if let wait = codes.pause(request.peer, at: now) { throw Refusal(429, "slowDown", wait: wait) }
        guard let person = try await parts.store.person(buddyLink: token) else {
            codes.wrong(request.peer, at: now)
            throw Refusal(404, "unknownLink")
        }
        if let known = try await buddyCaller(request, network: person.network), known.person.id == person.id {
            return try await buddyPage(of: known)
        }
        let (secret, device) = try await parts.store.addBuddyDevice(
            person: person.id, network: person.network, now: now)
        return try await buddyPage(
            of: BuddyCaller(person: person, device: device),
            headers: [parts.cookies.buddies(secret, network: person.network)])
    }

    func showBuddies(_ request: HTTPRequest) async throws -> HTTPResponse {
        let wish = try Self.body(request, as: WhichNetwork.self)
        guard let caller = try await buddyCaller(request, network: wish.network) else {
            throw Refusal(401, "signedOut")
        }
        return try await buddyPage(of: caller)
    }

    /// Carries out a command of a teacher and answers with the page as it is then.
    func actOnBuddies(_ request: HTTPRequest) async throws -> HTTPResponse {
        let wish = try Self.body(request, as: Wish.self)
        let caller = try await confirmedCaller(request, network: wish.network)
        guard !wish.id.isEmpty, wish.id.utf8.count <= Self.commandIDBytes else {
            throw Refusal(400, "badRequest", detail: "wrong: id")
        }
        if case .checkInBuddy(_, .meeting, let meeting?, _) = wish.do {
            guard try await parts.store.meeting(meeting, network: caller.person.network) != nil else {
                throw Rejection.notFound
            }
        }
        let host = await parts.networks.host(of: caller.person.network)
        do {
            _ = try await host.submit(wish.do, by: caller.actor, commandID: wish.id)
        } catch Rejection.slowDown(let wait) {
            throw Refusal(429, "slowDown", wait: wait)
        } catch Rejection.storageFailed {
            throw Refusal(503, "storageFailed")
        }
        return try await buddyPage(of: caller)
    }

    /// How the others can be reached; an answer of its own, so that it is in no other.
    func buddyContacts(_ request: HTTPRequest) async throws -> HTTPResponse {
        let wish = try Self.body(request, as: WhichPair.self)
        let caller = try await confirmedCaller(request, network: wish.network)
        let network = try await parts.networks.host(of: caller.person.network).network()
        guard let pair = network.pair(wish.pair), pair.members.contains(caller.id) else { throw Rejection.notFound }
        guard pair.state == .made else { throw Rejection.closed }
        let contacts = network.contacts(pair.id, for: caller.id).sorted { $0.key < $1.key }
        return Self.json(["contacts": contacts.map { Contact(person: $0.key, contact: $0.value) }])
    }

    /// The person's own link, for another device of theirs or to keep.
    func ownBuddyLink(_ request: HTTPRequest, isRenewed: Bool) async throws -> HTTPResponse {
        let wish = try Self.body(request, as: WhichNetwork.self)
        let person = try await confirmedCaller(request, network: wish.network).person
        let now = parts.clock.now
        let token =
            isRenewed
            ? try await parts.store.renewBuddyLink(
                of: person.id, network: person.network, forgetsDevices: false, now: now)
            : try await parts.store.buddyLink(of: person.id, network: person.network, now: now)
        return Self.json(["link": parts.links.buddies(token)])
    }

    /// "It is mine", or "it is not": then the link is renewed too, because somebody else has it.
    func settleBuddyDevice(_ request: HTTPRequest) async throws -> HTTPResponse {
        let wish = try Self.body(request, as: Verdict.self)
        let caller = try await confirmedCaller(request, network: wish.network)
        let (person, now) = (caller.person, parts.clock.now)
        do {
            try await parts.store.settleBuddyDevice(
                wish.device, person: person.id, network: person.network, isOwn: wish.isOwn, now: now)
        } catch StoreError.notFound {
            throw Refusal(404, "notFound")
        }
        if !wish.isOwn {
            _ = try await parts.store.renewBuddyLink(
                of: person.id, network: person.network, forgetsDevices: false, now: now)
        }
        return try await buddyPage(of: caller)
    }

    func forgetBuddies(_ request: HTTPRequest) async throws -> HTTPResponse {
        let wish = try Self.body(request, as: WhichNetwork.self)
        guard let caller = try await buddyCaller(request, network: wish.network) else {
            throw Refusal(401, "signedOut")
        }
        return try await forgetDevice(request, network: caller.person.network)
    }

    /// What this device's person is to be asked at a meeting; nothing when they have no buddies or said it already.
    func buddyQuestion(_ request: HTTPRequest) async throws -> HTTPResponse {
        let items = URLComponents(string: "?" + request.query)?.queryItems ?? []
        guard let meeting = items.first(where: { $0.name == "meeting" })?.value,
            let id = try await parts.store.network(ofMeeting: meeting)
        else { throw Refusal(404, "notFound") }
        let now = parts.clock.now
        let network = try await parts.networks.host(of: id).network()
        guard try await mayHaveBuddies(request, network, id), let caller = try await buddyCaller(request, network: id),
            caller.device.isConfirmed
        else { return Self.json(Question()) }
        guard let pair = network.openPair(of: caller.id), pair.isAskedAtMeetings(at: now),
            pair.checkIn(caller.id, .meeting, meeting: meeting) == nil
        else { return Self.json(Question()) }
        let teller = BuddyTeller(network, try await parts.store.people(network: id), now: now)
        let others = pair.members.filter { $0 != caller.id }.map(teller.named)
        return Self.json(Question(ask: .init(network: id, pair: pair.id, meeting: meeting, others: others)))
    }

    /// The devices of those who have nothing to do with buddies are not noted.
    private func mayHaveBuddies(_ request: HTTPRequest, _ network: Network, _ id: String) async throws -> Bool {
        if Cookies.value(Cookies.buddyName(id), in: request.cookie) != nil { return true }
        guard let ticket = Cookies.value(Cookies.ticketName(id), in: request.cookie),
            let person = try await parts.store.person(ticket: ticket, network: id)
        else { return false }
        return network.openPair(of: PersonID(rawValue: person.id)) != nil
    }

    /// Who asks: by the secret of a personal link, else by the ticket; nil for a stranger.
    private func buddyCaller(_ request: HTTPRequest, network: String?) async throws -> BuddyCaller? {
        for (id, secret) in Cookies.byNetwork(Cookies.buddyName(""), in: request.cookie)
        where network == nil || network == id {
            guard let device = try await parts.store.buddyDevice(secret), device.network == id,
                let person = try await parts.store.person(device.person, network: id), person.erased == nil
            else { continue }
            return BuddyCaller(person: person, device: device)
        }
        for (id, ticket) in Cookies.byNetwork(Cookies.ticketName(""), in: request.cookie)
        where network == nil || network == id {
            guard let person = try await parts.store.person(ticket: ticket, network: id),
                let device = try await parts.store.buddyDevice(
                    ticket: ticket, person: person.id, network: id, now: parts.clock.now)
            else { continue }
            return BuddyCaller(person: person, device: device)
        }
        return nil
    }

    private func confirmedCaller(_ request: HTTPRequest, network: String?) async throws -> BuddyCaller {
        guard let caller = try await buddyCaller(request, network: network) else { throw Refusal(401, "signedOut") }
        guard caller.device.isConfirmed else { throw Refusal(403, "deviceWaits") }
        return caller
    }

    private func buddyPage(
        of caller: BuddyCaller, headers: [(String, String)] = []
    ) async throws -> HTTPResponse {
        let (person, now) = (caller.person, parts.clock.now)
        let card = BuddyPage.Network(
            id: person.network, name: try await parts.store.network(person.network)?.name ?? "")
        guard caller.device.isConfirmed else {
            return Self.json(BuddyPage(network: card, now: now, confirmed: false), headers: headers)
        }
        let network = try await parts.networks.host(of: person.network).network()
        let teller = BuddyTeller(network, try await parts.store.people(network: person.network), now: now)
        let devices = try await parts.store.waitingBuddyDevices(person: person.id, network: person.network)
        return Self.json(teller.page(of: caller.id, card, devices: devices), headers: headers)
    }
}
