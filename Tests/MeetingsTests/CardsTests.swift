// Knows what a group's notes allow: write, build on, change one's own, move, star.

import Meetings
import Testing

@Suite struct CardsTests {
    /// ann wrote k-one, bob built on it.
    private static let written = GroupsTests.grouped
        .after(.writeCard(group: nil, text: "Start here", re: nil, isReport: false), by: "ann")
    private static let one = written.rounds[0].groups[0].cards[0].id
    private static let built =
        written
        .after(.writeCard(group: nil, text: "And then", re: one, isReport: true), by: "bob")
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
        #expect(cards(Self.built.after(.editCard(card: Self.one, text: "Or here"), by: "ann"))[0].text == "Or here")
        #expect(refusal(Self.built, .editCard(card: Self.one, text: "Mine"), by: "bob") == .notAllowed(needs: .lead))
        #expect(refusal(Self.built, .editCard(card: Self.one, text: "Mine"), by: "lea") == .notAllowed(needs: .lead))
        #expect(refusal(Self.built, .editCard(card: Self.one, text: "Start here"), by: "ann") == .alreadySo)
        #expect(refusal(Self.built, .editCard(card: Self.one, text: " \u{202E} "), by: "ann") == .textMissing)
    }

    @Test("what was taken back is gone and cannot be built on, starred or moved")
    func withdraw() {
        let room = Self.built.after(.starCard(card: Self.one), by: "bob").after(
            .withdrawCard(card: Self.one), by: "ann")
        #expect(cards(room)[0].text == nil && cards(room)[0].stars.isEmpty)
        #expect(refusal(room, .starCard(card: Self.one), by: "bob") == .closed)
        #expect(
            refusal(room, .writeCard(group: nil, text: "On", re: Self.one, isReport: false), by: "bob") == .notFound)
        #expect(refusal(room, .withdrawCard(card: Self.two), by: "ann") == .notAllowed(needs: .lead))
    }

    @Test("anybody of the group moves and stars, once")
    func moveAndStar() {
        let moved = Self.built.after(.moveCard(card: Self.two, index: 0), by: "ann")
        #expect(cards(moved).map(\.id) == [Self.two, Self.one])
        #expect(refusal(Self.built, .moveCard(card: Self.two, index: 2), by: "ann") == .outOfBounds(least: 0, most: 1))
        #expect(refusal(Self.built, .moveCard(card: Self.two, index: 1), by: "ann") == .alreadySo)
        let starred = Self.built.after(.starCard(card: Self.one), by: "bob")
        #expect(cards(starred)[0].stars == ["bob"])
        #expect(refusal(starred, .starCard(card: Self.one), by: "bob") == .alreadySo)
        #expect(cards(starred.after(.unstarCard(card: Self.one), by: "bob"))[0].stars.isEmpty)
    }

    @Test("a group's cards are its own while it runs, and nobody's to change afterwards")
    func elsewhere() {
        let lone = Given.open.after(.formGroups(plan: Given.groups(["ann"], ["bob"])))
            .after(.writeCard(group: nil, text: "Mine", re: nil, isReport: false), by: "ann")
        let card = lone.rounds[0].groups[0].cards[0].id
        #expect(refusal(lone, .starCard(card: card), by: "bob") == .notAllowed(needs: .lead))
        #expect(refusal(lone, .starCard(card: card), by: "lea") == nil)
        let over = lone.after(.endGroups)
        #expect(refusal(over, .editCard(card: card, text: "Later"), by: "ann") == .closed)
        #expect(over.rounds[0].groups[0].cards[0].text == "Mine")
    }
}
