// Knows what a coordinator does with buddies over HTTP: sees who takes part, looks at a round, publishes it, gives out
// links. What buddies write to each other, and how they are reached, is not for the coordinator.

import Hosting
import Meetings

/// A round that is wished for.
struct RoundWish: Decodable, Sendable {
    struct Rule: Decodable, Sendable {
        var subject: BuddyLikeness
        var phase: BuddyLikeness
        var farthestKilometres: BoundedNumber<Kilometres>?
        var allowsSameSchool: Bool
    }

    private var rule: Rule
    var everybody: Bool

    var wished: BuddyRule {
        BuddyRule(
            subject: rule.subject, phase: rule.phase, farthestKilometres: rule.farthestKilometres?.value,
            allowsSameSchool: rule.allowsSameSchool)
    }
}

/// A round as it was seen, to be published so.
struct SeenBuddyRound: Decodable, Sendable {
    let round: RoundWish
    let groups: [[PersonID]]

    private struct Seen: Decodable {
        var groups: BoundedList<BoundedList<Key, BuddiesNamed>, BuddyGroups>?
    }

    init(from decoder: any Decoder) throws {
        round = try RoundWish(from: decoder)
        groups = try Seen(from: decoder).groups?.values.map { $0.values.map(\.person).sorted() } ?? []
    }
}

struct BuddyInvitation: Decodable, Sendable {
    var person: Key
    /// The old link ends, and the next device that opens the new one is trusted.
    var renew: Bool?
}

extension Routes {
    /// How long to wait while buddies are being found for the same network.
    private static let waitMilliseconds = 2_000

    func overviewOfBuddies(_ call: Call<Coordinator, Nothing>) async throws -> Response {
        .json(try await teller(of: call.caller.network).overview())
    }

    func previewBuddies(_ call: Call<Coordinator, RoundWish>) async throws -> Response {
        let network = call.caller.network
        let teller = try await teller(of: network)
        return .json(teller.preview(try await find(call.body, teller, network)))
    }

    /// Publishes exactly what was seen: when somebody came or went meanwhile, it is looked at again.
    func publishBuddies(_ call: Call<Coordinator, SeenBuddyRound>) async throws -> Response {
        let network = call.caller.network
        guard let person = call.caller.account.person else { throw Refusal.notAllowed }
        let proposal = try await find(call.body.round, try await teller(of: network), network).proposal
        guard proposal.groups.map(\.members) == call.body.groups else { throw Rejection.outdated }
        _ = try await parts.networks.host(of: network).submit(
            ProposeBuddies(proposal: proposal).command, by: .person(person, .coordinator))
        return .json(try await teller(of: network).overview())
    }

    /// Somebody's personal link, to be given to them.
    func inviteBuddy(_ call: Call<Coordinator, BuddyInvitation>) async throws -> Response {
        let (network, person) = (call.caller.network, call.body.person.person)
        guard call.body.renew == true else {
            return try buddyLink(try await parts.catalogue.buddyLink(of: person, network: network, at: parts.now()))
        }
        return try buddyLink(
            try await parts.catalogue.renewBuddyLink(
                of: person, network: network, forgetsDevices: true, at: parts.now()))
    }

    private func find(_ round: RoundWish, _ teller: BuddyTeller, _ network: String) async throws
        -> BuddyMatching.Found
    {
        let matching = BuddyMatching(
            network: teller.network, people: teller.people,
            breakouts: try await parts.catalogue.acquaintance(network: network))
        guard finding.insert(network).inserted else { throw Refusal.slowDown(Self.waitMilliseconds) }
        defer { finding.remove(network) }
        // Thousands of people take the engine seconds, which the loop does not have.
        return try await Task.detached { try matching.find(round.wished, isForEverybody: round.everybody) }.value
    }

    private func teller(of network: String) async throws -> BuddyTeller {
        BuddyTeller(
            try await parts.networks.host(of: network).network(),
            try await parts.catalogue.people(network: network), now: parts.now())
    }
}
