// Knows turns in a group: given a group of some who are here, when anybody of it gives a turn or somebody goes, then it is
// this person's turn, or the turns are over.

import Testing

@testable import Meetings

@Suite struct TurnsTests {
    /// `ann`, `bob` and `cai` in one group, `lea` in another.
    private static let grouped = Given.open.joined("cai").after(OpenNext().command)
        .after(FormGroups(plan: Given.groups(["ann", "bob", "cai"], ["lea"])).command)
    private static let group = grouped.rounds[0].groups[0].id

    private static func give(_ person: PersonID? = nil, after: PersonID? = nil) -> Command {
        GiveGroupTurn(person: person, after: after).command
    }
    private static func given(_ person: PersonID) -> Event {
        GroupTurnGiven(group: group, person: person, seconds: 120).event
    }
    private static let anns = grouped.after(give(), by: "bob")
    private static let bobs = anns.after(give(after: "ann"), by: "cai")
    private static let cais = bobs.after(give(after: "bob"), by: "ann")

    static let lines: [Line] = [
        Line("anybody begins: whoever sits first", grouped, by: "bob", give(), then: given("ann")),
        Line("somebody else is named", grouped, by: "bob", give("cai"), then: given("cai")),
        Line("the next", anns, by: "cai", give(after: "ann"), then: given("bob")),
        Line(
            "the second who taps at the same time skips nobody", bobs, by: "ann", give(after: "ann"), refused: .outdated
        ),
        Line("they have it", bobs, by: "ann", give("bob", after: "bob"), refused: .alreadySo),
        Line("somebody of another group", bobs, by: "ann", give("lea", after: "bob"), refused: .notFound),
        Line("somebody a second time, by name", bobs, by: "ann", give("ann", after: "bob"), then: given("ann")),
        Line(
            "all have had theirs", cais, by: "bob", give(after: "cai"), then: GroupTurnsEnded(group: group).event),
        Line(
            "whoever is not here is left out",
            anns.after(EndPresence(person: "bob", reason: .lost).command, by: .system),
            by: "ann", give(after: "ann"), then: given("cai")),
        Line(
            "from the middle round to the beginning",
            grouped.after(give("bob"), by: "bob").after(
                give(after: "bob"), by: "bob"), by: "ann", give(after: "cai"), then: given("ann")),
        Line("a lead helps", bobs, GiveGroupTurn(group: group, after: "bob").command, then: given("cai")),
        Line(
            "somebody of another group cannot", bobs.joined("dai"), by: "dai",
            GiveGroupTurn(group: group, after: "bob").command, refused: .notAllowed(needs: .lead)),
        Line("without turns", bobs, by: "cai", EndGroupTurns().command, then: GroupTurnsEnded(group: group).event),
        Line("there are none", grouped, by: "cai", EndGroupTurns().command, refused: .alreadySo),
        Line("no groups run", Given.open, by: "ann", give(), refused: .noGroup),
    ]

    @Test("whose turn it is", arguments: lines)
    func turns(_ line: Line) { line.check() }

    @Test("whoever leaves the group in the middle of their turn leaves it to the next")
    func leaves() throws {
        let room = Self.bobs.after(TakeLeave(reason: nil).command, by: "bob")
        let turns = try #require(room.rounds[0].groups[0].turns)
        #expect(turns.person == nil && turns.had == ["ann"])
        Line("goes on", room, by: "ann", Self.give(), then: Self.given("cai")).check()
    }

    @Test("the end of the round ends the turns")
    func ends() {
        #expect(Self.bobs.rounds[0].groups[0].turns != nil)
        #expect(Self.bobs.after(EndGroups().command).rounds[0].groups[0].turns == nil)
    }

    @Test("turns are told in their group and to leads, and to nobody else")
    func told() throws {
        let fact = Self.given("ann")
        #expect(fact.seen(by: Audience(kind: .participant, group: Self.group), of: Self.group) == fact)
        #expect(fact.seen(by: Audience(kind: .participant, group: "other"), of: Self.group) == nil)
        #expect(fact.seen(by: Audience(kind: .lead), of: Self.group) == fact)
        for kind in [ViewerKind.guest, .wall, .waiting] { #expect(fact.seen(by: Audience(kind: kind)) == nil) }
        #expect(Self.anns.group(of: fact) == Self.group)
    }
}

/// A coffee: two and two, with a time, and nothing is kept of what they say.
@Suite struct CoffeeTests {
    private static let paired: Room = {
        var plan = Given.groups(["ann", "bob"], ["lea"])
        (plan.kind, plan.timeboxSeconds) = (.coffee, 600)
        return Given.open.after(OpenNext().command).after(FormGroups(plan: plan).command)
    }()
    private static let group = paired.rounds[0].groups[0].id

    static let lines: [Line] = [
        Line(
            "no notes", paired, by: "ann", WriteCard(group: nil, text: "Us", re: nil, isReport: true).command,
            refused: .closed),
        Line(
            "no chat of theirs", paired, by: "ann", PostMessage(text: "Us", re: nil, group: group).command,
            refused: .chatClosed),
        Line(
            "they call for help as anybody does", paired, by: "ann", Signal(group: nil, signal: .help).command,
            then: GroupSignalled(group: group, person: "ann", signal: .help).event),
    ]

    @Test("who with whom and how long is kept, and no more", arguments: lines)
    func quiet(_ line: Line) {
        line.check()
        let round = Self.paired.rounds[0]
        #expect(round.kind == .coffee && round.timeboxSeconds == 600 && round.groups[0].members == ["ann", "bob"])
    }
}
