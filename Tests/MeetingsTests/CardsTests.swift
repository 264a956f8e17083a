// Knows what a group's notes allow: write, build on, change one's own, move, star.

import Testing

@testable import Meetings

@Suite struct CardsTests {
    /// ann wrote k-one, bob built on it.
    private static let written = GroupsTests.grouped
        .after(WriteCard(group: nil, text: "Start here", re: nil, isReport: false).command, by: "ann")
    private static let one = written.rounds[0].groups[0].cards[0].id
    private static let built =
        written
        .after(WriteCard(group: nil, text: "And then", re: one, isReport: true).command, by: "bob")
    private static let two = built.rounds[0].groups[0].cards[1].id

    private func refusal(_ room: Room, _ command: Command, by actor: Meetings.Actor) -> Rejection? {
        guard case .refused(let rejection) = Outcome(room, command, by: actor, at: room.at + 1_000) else { return nil }
        return rejection
    }

    private func cards(_ room: Room) -> [Card] { room.rounds[0].groups[0].cards }

    @Test("a card knows its author, what it builds on, and that it goes back to everybody")
    func write() {
        let card = cards(Self.built)[1]
        #expect(card.author == "bob" && card.re == Self.one && card.isReport && card.text == "And then")
    }

    @Test("own edits only")
    func edit() {
        #expect(
            cards(Self.built.after(EditCard(card: Self.one, text: "Or here").command, by: "ann"))[0].text == "Or here")
        #expect(
            refusal(Self.built, EditCard(card: Self.one, text: "Mine").command, by: "bob") == .notAllowed(needs: .lead))
        #expect(
            refusal(Self.built, EditCard(card: Self.one, text: "Mine").command, by: "lea") == .notAllowed(needs: .lead))
        #expect(refusal(Self.built, EditCard(card: Self.one, text: "Start here").command, by: "ann") == .alreadySo)
        #expect(refusal(Self.built, EditCard(card: Self.one, text: " \u{202E} ").command, by: "ann") == .textMissing)
    }

    @Test("what was taken back is gone and cannot be built on, starred or moved")
    func withdraw() {
        let room = Self.built.after(StarCard(card: Self.one).command, by: "bob").after(
            WithdrawCard(card: Self.one).command, by: "ann")
        #expect(cards(room)[0].text == nil && cards(room)[0].stars.isEmpty)
        #expect(refusal(room, StarCard(card: Self.one).command, by: "bob") == .closed)
        #expect(
            refusal(room, WriteCard(group: nil, text: "On", re: Self.one, isReport: false).command, by: "bob")
                == .notFound)
        #expect(refusal(room, WithdrawCard(card: Self.two).command, by: "ann") == .notAllowed(needs: .lead))
    }

    @Test("anybody of the group moves and stars, once")
    func moveAndStar() {
        let moved = Self.built.after(MoveCard(card: Self.two, index: 0).command, by: "ann")
        #expect(cards(moved).map(\.id) == [Self.two, Self.one])
        #expect(
            refusal(Self.built, MoveCard(card: Self.two, index: 2).command, by: "ann")
                == .outOfBounds(least: 0, most: 1))
        #expect(refusal(Self.built, MoveCard(card: Self.two, index: 1).command, by: "ann") == .alreadySo)
        let starred = Self.built.after(StarCard(card: Self.one).command, by: "bob")
        #expect(cards(starred)[0].stars == ["bob"])
        #expect(refusal(starred, StarCard(card: Self.one).command, by: "bob") == .alreadySo)
        #expect(cards(starred.after(UnstarCard(card: Self.one).command, by: "bob"))[0].stars.isEmpty)
    }

    @Test("a group's cards are its own while it runs, and nobody's to change afterwards")
    func elsewhere() {
        let lone = Given.open.after(FormGroups(plan: Given.groups(["ann"], ["bob"])).command)
            .after(WriteCard(group: nil, text: "Mine", re: nil, isReport: false).command, by: "ann")
        let card = lone.rounds[0].groups[0].cards[0].id
        #expect(refusal(lone, StarCard(card: card).command, by: "bob") == .notAllowed(needs: .lead))
        #expect(refusal(lone, StarCard(card: card).command, by: "lea") == nil)
        let over = lone.after(EndGroups().command)
        #expect(refusal(over, EditCard(card: card, text: "Later").command, by: "ann") == .closed)
        #expect(over.rounds[0].groups[0].cards[0].text == "Mine")
    }
}
