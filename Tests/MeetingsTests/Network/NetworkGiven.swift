// Knows the networks that the tables of buddies start from, and how to play them on.

import Testing

@testable import Meetings

extension Network {
    /// What comes of a command.
    func outcome(
        _ command: NetworkCommand, by actor: NetworkActor, delay milliseconds: Int64 = 1_000
    ) -> Result<[NetworkEvent], Rejection> {
        do {
            return .success(try decide(command, NetworkContext(actor: actor, at: at + milliseconds)))
        } catch {
            return .failure(error)
        }
    }

    /// The network after a command, which has to be accepted.
    func after(
        _ command: NetworkCommand, by actor: NetworkActor, delay milliseconds: Int64 = 1_000,
        sourceLocation: SourceLocation = #_sourceLocation
    ) -> Network {
        switch outcome(command, by: actor, delay: milliseconds) {
        case .success(let events): return after(events, delay: milliseconds)
        case .failure(let rejection):
            Issue.record("\(command.kind) was refused: \(rejection)", sourceLocation: sourceLocation)
            return self
        }
    }

    /// The network after facts of one moment.
    func after(_ events: [NetworkEvent], delay milliseconds: Int64 = 1_000) -> Network {
        var network = self
        let instant = at + milliseconds
        for event in events {
            network.apply(NetworkEntry(sequence: network.sequence + 1, at: instant, event: event))
        }
        return network
    }
}

extension NetworkActor {
    static func teacher(_ id: PersonID) -> NetworkActor { .person(id, .teacher) }
    static let desk = NetworkActor.person("cor", .coordinator)
}

/// The networks of the tables. `ann`, `bob`, `cai`, `dee` and `eve` take part, `zoe` does not.
enum Buddies {
    static let start: Instant = 1_773_334_250_000
    static let day: Int64 = 86_400_000

    static func wish(_ contact: String = "me@example.org") -> BuddyWish {
        BuddyWish(contact: contact, phase: .secondary, band: .threeToFive, offers: ["python"], needs: ["CAD"])
    }

    static func group(_ members: PersonID...) -> ProposedBuddies {
        ProposedBuddies(members: members, reasons: [BuddyReason(.samePhase, members[0], members[1])])
    }

    static func proposal(
        _ groups: [ProposedBuddies], alone: [UnmatchedBuddy] = [], isForEverybody: Bool = false
    ) -> BuddyProposal {
        BuddyProposal(
            rule: BuddyRule(), isForEverybody: isForEverybody, groups: groups, unmatched: alone, engine: "test/1",
            points: 7)
    }

    static let everybody: [PersonID] = ["ann", "bob", "cai", "dee", "eve"]

    /// All five have opted in. Sequence 5.
    static let members = everybody.reduce(Network()) { network, id in
        network.after(
            OptInBuddy(wish: wish("canary-of-\(id)")).command, by: .teacher(id),
            delay: network.sequence == 0 ? start : 1_000)
    }

    /// `ann` and `bob` are b6-1, the other three b6-2. Sequence 6.
    static let proposed = members.after(
        ProposeBuddies(proposal: proposal([group("ann", "bob"), group("cai", "dee", "eve")])).command, by: .desk)

    /// `ann` has said yes. Sequence 7.
    static let half = proposed.after(AcceptBuddy(pair: "b6-1").command, by: .teacher("ann"))
    /// `ann` and `bob` are buddies. Sequence 9.
    static let made = half.after(AcceptBuddy(pair: "b6-1").command, by: .teacher("bob"))
    /// All are. Sequence 13.
    static let allMade = ["cai", "dee", "eve"].reduce(made) {
        $0.after(AcceptBuddy(pair: "b6-2").command, by: .teacher($1))
    }
}
