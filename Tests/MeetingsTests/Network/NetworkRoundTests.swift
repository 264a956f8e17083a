// Knows what a round has to be: of those who look for somebody, each once, none forgotten, none with whom another does
// not want to be.

import Testing

@testable import Meetings

@Suite struct NetworkRoundTests {
    private static let blocked = Buddies.made.after(BlockBuddy(person: "bob").command, by: .teacher("ann"))
        .after(LeaveBuddies(pair: "b6-2").command, by: .teacher("cai"))

    static let wrong: [(String, Network, BuddyProposal)] = [
        ("somebody is forgotten", Buddies.members, Buddies.proposal([Buddies.group("ann", "bob")])),
        (
            "somebody is in two", Buddies.members,
            Buddies.proposal([Buddies.group("ann", "bob"), Buddies.group("bob", "cai"), Buddies.group("dee", "eve")])
        ),
        (
            "somebody takes no part", Buddies.members,
            Buddies.proposal([Buddies.group("ann", "zoe"), Buddies.group("bob", "cai"), Buddies.group("dee", "eve")])
        ),
        (
            "four are too many", Buddies.members,
            Buddies.proposal([Buddies.group("ann", "bob", "cai", "dee")], alone: [UnmatchedBuddy("eve", .allTaken)])
        ),
        ("they have somebody", Buddies.made, Buddies.proposal([Buddies.group("ann", "cai")])),
        (
            "one does not want the other", blocked,
            Buddies.proposal([Buddies.group("ann", "bob")], alone: [UnmatchedBuddy("cai", .allTaken)])
        ),
    ]

    @Test(arguments: wrong)
    func refused(_ name: String, _ network: Network, _ proposal: BuddyProposal) {
        #expect(
            network.outcome(ProposeBuddies(proposal: proposal).command, by: .desk) == .failure(.outdated), "\(name)")
    }

    @Test("a round for everybody ends what there is; one for those without leaves it")
    func rounds() {
        let everybody = Buddies.made.after(
            ProposeBuddies(
                proposal: Buddies.proposal(
                    [Buddies.group("ann", "cai"), Buddies.group("bob", "dee", "eve")], isForEverybody: true)
            ).command,
            by: .desk)
        #expect(everybody.pairs.map(\.state) == [.ended, .ended, .proposed, .proposed])
        #expect(everybody.pairs.prefix(2).map(\.end) == [.newRound, .newRound])
        #expect(Set(everybody.pairs.map(\.id)).count == 4)
        let without = Self.blocked.after(
            ProposeBuddies(
                proposal: Buddies.proposal([Buddies.group("ann", "cai")], alone: [UnmatchedBuddy("bob", .allTaken)])
            ).command,
            by: .desk)
        #expect(without.openPair(of: "dee")?.members == ["dee", "eve"])
        #expect(without.openPair(of: "ann")?.members == ["ann", "cai"])
        #expect(without.rounds.last?.unmatched == [UnmatchedBuddy("bob", .allTaken)])
    }

    @Test("whoever was erased takes part no more, and the rest goes on")
    func erased() {
        let kept = Buddies.members.after([
            BuddyOptedIn(
                person: "ann", phase: .primary, band: .more, farthestKilometres: nil, contact: nil, place: nil,
                subject: nil, offers: nil, needs: nil
            ).event
        ])
        #expect(kept.seeking(isForEverybody: true) == ["bob", "cai", "dee", "eve"])
        let gone = Buddies.made.after(RemoveMember(person: "ann").command, by: .system)
        #expect(gone.openPair(of: "bob") == nil)
        #expect(gone.members["ann"] == nil)
    }

    @Test("days of the calendar")
    func days() {
        #expect(Day("1970-01-01")?.number == 0)
        #expect(Day("2026-03-12")?.start == 1_773_273_600_000)
        #expect(Day("2024-02-29")?.number == 19_782)
        #expect(Day("2000-03-01")?.number == 11_017)
        for text in ["2026-02-29", "2026-13-01", "2026-00-10", "2026-1-01", "26-01-01", "+026-01-01", "2026-01-32", ""]
        {
            #expect(Day(text) == nil, "\(text)")
        }
        #expect(Day(of: 1_773_334_250_000) == Day("2026-03-12"))
        #expect(Day(of: -1).number == -1)
    }
}
