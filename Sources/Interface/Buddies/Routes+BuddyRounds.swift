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

/// A round as it was seen, to be published so, or as it was put together by hand.
struct SeenBuddyRound: Decodable, Sendable {
    let round: RoundWish
    /// Nil where none are named.
    let groups: [[PersonID]]?
    /// Whether the coordinator changed what was found.
    let isByHand: Bool

    private struct Seen: Decodable {
        var groups: BoundedList<BoundedList<Key, BuddiesNamed>, BuddyGroups>?
        var byHand: Bool?
    }

    init(from decoder: any Decoder) throws {
        round = try RoundWish(from: decoder)
        let seen = try Seen(from: decoder)
        groups = seen.groups?.values.map { $0.values.map(\.person).sorted() }
        isByHand = seen.byHand ?? false
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
        try await note(.buddies, by: call.caller.account)
        return .json(try await overview(of: call.caller.network))
    }

    /// What the engine finds; where groups are named, what is to be said of these.
    func previewBuddies(_ call: Call<Coordinator, SeenBuddyRound>) async throws -> Response {
        let network = call.caller.network
        try chargeSearch(call.caller)
        let teller = try await teller(of: network)
        return .json(teller.preview(try await find(call.body.round, teller, network, by: call.body.groups)))
    }

    /// Publishes exactly what was seen: when somebody came or went meanwhile, it is looked at again.
    func publishBuddies(_ call: Call<Coordinator, SeenBuddyRound>) async throws -> Response {
        let network = call.caller.network
        guard let person = call.caller.account.person else { throw Refusal.notAllowed }
        try chargeSearch(call.caller)
        let seen = call.body
        let found = try await find(
            seen.round, try await teller(of: network), network, by: seen.isByHand ? seen.groups ?? [] : nil)
        guard found.faults.isEmpty else { throw Refusal(409, "notTogether") }
        guard seen.isByHand || found.proposal.groups.map(\.members) == seen.groups else { throw Rejection.outdated }
        _ = try await parts.networks.host(of: network).submit(
            ProposeBuddies(proposal: found.proposal).command, by: .person(person, .coordinator))
        return .json(try await overview(of: network))
    }

    /// Somebody's personal link, to be given to them.
    func inviteBuddy(_ call: Call<Coordinator, BuddyInvitation>) async throws -> Response {
        let (network, person) = (call.caller.network, call.body.person.person)
        let standing = try await parts.catalogue.standing(of: person, network: network)
        guard standing.isListed else { throw Refusal.notFound }
        guard call.body.renew == true else {
            return try buddyLink(try await parts.catalogue.buddyLink(of: person, network: network, at: parts.now()))
        }
        return try buddyLink(
            try await parts.catalogue.renewBuddyLink(
                of: person, network: network, forgetsDevices: true, at: parts.now()))
    }

    /// - Parameter groups: those that were put together by hand; without them the engine looks for the best.
    private func find(
        _ round: RoundWish, _ teller: BuddyTeller, _ network: String, by groups: [[PersonID]]?
    ) async throws -> BuddyMatching.Found {
        let matching = BuddyMatching(
            network: teller.network, people: teller.people, words: teller.words,
            breakouts: try await parts.catalogue.acquaintance(network: network))
        guard finding.insert(network).inserted else { throw Refusal.slowDown(Self.waitMilliseconds) }
        defer { finding.remove(network) }
        // Thousands of people take the engine seconds, which the loop does not have.
        return try await Task.detached {
            guard let groups else { return try matching.find(round.wished, isForEverybody: round.everybody) }
            return try matching.examine(groups, round.wished, isForEverybody: round.everybody)
        }.value
    }

    private func chargeSearch(_ coordinator: Coordinator) throws(Refusal) {
        guard let person = coordinator.account.person else { return }
        try efforts.charge(.searching, to: person, at: parts.steady())
    }

    private func overview(of network: String) async throws -> BuddyOverview {
        try await teller(of: network).overview(try await parts.catalogue.standings(network: network))
    }

    func teller(of network: String) async throws -> BuddyTeller {
        BuddyTeller(
            try await parts.networks.host(of: network).network(),
            try await parts.catalogue.people(network: network),
            topics: parts.topics.topics(of: try await parts.catalogue.network(network)), now: parts.now())
    }
}
