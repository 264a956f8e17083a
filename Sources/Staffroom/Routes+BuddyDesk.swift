// Knows what a coordinator does with buddies over HTTP: sees who takes part, looks at a round, publishes it, gives out
// links. What buddies write to each other, and how they are reached, is not for the coordinator.

import Hosting
import Meetings
import Sockets
import Storage

extension Routes {
    /// How long to wait while buddies are being found for the same network.
    private static let waitMilliseconds = 2_000

    private struct Round: Decodable, Sendable {
        var rule: BuddyRule
        var everybody: Bool
        /// What the coordinator has seen; needed to publish.
        var groups: [[PersonID]]?
    }

    private struct Invitation: Decodable {
        var person: String
        /// The old link ends, and the next device that opens the new one is trusted.
        var renew: Bool?
    }

    func overviewOfBuddies(_ request: HTTPRequest) async throws -> HTTPResponse {
        let network = try await writingSession(request).account.network
        return Self.json(try await teller(of: network).overview())
    }

    func previewBuddies(_ request: HTTPRequest) async throws -> HTTPResponse {
        let network = try await writingSession(request).account.network
        let wish = try Self.body(request, as: Round.self)
        let teller = try await teller(of: network)
        return Self.json(teller.preview(try await find(wish, teller, network)))
    }

    /// Publishes exactly what was seen: when somebody came or went meanwhile, it is looked at again.
    func publishBuddies(_ request: HTTPRequest) async throws -> HTTPResponse {
        let account = try await writingSession(request).account
        let wish = try Self.body(request, as: Round.self)
        guard let person = account.person else { throw Refusal(403, "notAllowed") }
        let proposal = try await find(wish, try await teller(of: account.network), account.network).proposal
        guard proposal.groups.map(\.members) == wish.groups?.map({ $0.sorted() }) else { throw Rejection.outdated }
        _ = try await parts.networks.host(of: account.network).submit(
            .proposeBuddies(proposal: proposal), by: .person(PersonID(rawValue: person), .coordinator))
        return Self.json(try await teller(of: account.network).overview())
    }

    /// Somebody's personal link, to be given to them.
    func inviteBuddy(_ request: HTTPRequest) async throws -> HTTPResponse {
        let network = try await writingSession(request).account.network
        let wish = try Self.body(request, as: Invitation.self)
        let now = parts.clock.now
        do {
            let token =
                wish.renew ?? false
                ? try await parts.store.renewBuddyLink(
                    of: wish.person, network: network, forgetsDevices: true, now: now)
                : try await parts.store.buddyLink(of: wish.person, network: network, now: now)
            return Self.json(["link": parts.links.buddies(token)])
        } catch StoreError.notFound {
            throw Refusal(404, "notFound")
        }
    }

    private func find(_ wish: Round, _ teller: BuddyTeller, _ network: String) async throws -> BuddyMatching.Found {
        if let farthest = wish.rule.farthestKilometres, !NetworkLimits.farthestKilometres.contains(farthest) {
            throw Refusal(400, "badRequest", detail: "wrong: rule.farthestKilometres")
        }
        let matching = BuddyMatching(
            network: teller.network, people: teller.people,
            breakouts: try await parts.store.acquaintance(of: network))
        guard finding.insert(network).inserted else { throw Refusal(429, "slowDown", wait: Self.waitMilliseconds) }
        defer { finding.remove(network) }
        // Thousands of people take the engine seconds, which the loop does not have.
        return try await Task.detached { try matching.find(wish.rule, isForEverybody: wish.everybody) }.value
    }

    private func teller(of network: String) async throws -> BuddyTeller {
        BuddyTeller(
            try await parts.networks.host(of: network).network(), try await parts.store.people(network: network),
            now: parts.clock.now)
    }
}
