// Knows what a teacher does over HTTP with the personal link to their buddies and with the devices that opened it.

import Hosting
import Meetings

struct DeviceVerdict: Decodable, Sendable {
    var device: Key
    var isOwn: Bool
}

extension Routes {
    /// The link leaves the address and becomes a secret of this device.
    func openBuddies(_ call: Call<Linked, Nothing>) async throws -> Response {
        let person = call.caller.person
        if let known = call.caller.known { return try await buddyPage(of: known) }
        let (secret, device) = try await parts.catalogue.addBuddyDevice(
            person: person.id, network: person.network, at: parts.now())
        return try await buddyPage(
            of: BuddyCaller(person: person, device: device),
            headers: [parts.cookies.buddies(secret, network: person.network)])
    }

    /// The person's own link, for another device of theirs or to keep.
    func ownBuddyLink(_ call: Call<TrustedTeacher, Nothing>) async throws -> Response {
        let (person, network) = (call.caller.id, call.caller.network)
        let token = try await parts.catalogue.buddyLink(of: person, network: network, at: parts.now())
        return try buddyLink(token)
    }

    func renewOwnBuddyLink(_ call: Call<TrustedTeacher, Nothing>) async throws -> Response {
        try buddyLink(try await renewedLink(of: call.caller))
    }

    /// "It is mine", or "it is not": then the link is renewed too, because somebody else has it.
    func settleBuddyDevice(_ call: Call<TrustedTeacher, DeviceVerdict>) async throws -> Response {
        let (caller, verdict) = (call.caller, call.body)
        guard
            try await parts.catalogue.settleBuddyDevice(
                verdict.device.text, person: caller.id, network: caller.network, isOwn: verdict.isOwn,
                at: parts.now())
        else { throw Refusal.notFound }
        if !verdict.isOwn {
            _ = try await renewedLink(of: caller)
            // A ticket of theirs on that device is theirs no more.
            await parts.reception.recheck { $0.person == caller.id }
        }
        return try await buddyPage(of: caller.teacher)
    }

    func forgetBuddies(_ call: Call<BuddyCaller, Nothing>) async throws -> Response {
        try await forget(call.device, network: call.caller.network)
    }

    /// The link with its address; whoever was erased meanwhile has none.
    func buddyLink(_ token: String?) throws -> Response {
        guard let token else { throw Refusal.notFound }
        return .json(["link": parts.links.buddies(token)])
    }

    private func renewedLink(of caller: TrustedTeacher) async throws -> String? {
        try await parts.catalogue.renewBuddyLink(
            of: caller.id, network: caller.network, forgetsDevices: false, at: parts.now())
    }
}
