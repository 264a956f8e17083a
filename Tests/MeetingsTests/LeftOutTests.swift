// Knows who is left out of groups on purpose: given groups that run, when something happens, then who has no seat is
// late or is meant to have none. All of it comes from the log, so a restart changes nothing of it.

import Testing

@testable import Meetings

@Suite struct LeftOutTests {
    /// ann and lea sit together; bob is here and was left out.
    private static let given = Given.open.after(FormGroups(plan: Given.groups(["ann", "lea"])).command)
    private static let group = given.rounds[0].groups[0].id
    private static let back: [Event] = [
        PresenceEnded(person: "bob", reason: .lost).event, PresenceBegan(person: "bob", mode: .remote).event,
    ]

    static let cases: [(name: String, when: [Event], isLate: Bool, leftOut: Bool)] = [
        ("nothing", [], false, true),
        ("he comes back", back, false, true),
        ("a lead gives him a seat", [moved("bob", group)], false, false),
        ("a lead takes him out again", [moved("bob", group), moved("bob", nil)] + back, false, true),
        ("a group is opened for him", [opened("bob")], false, false),
        (
            "he had a seat and was sent to the door",
            [
                moved("bob", group), PersonReturnedToLobby(person: "bob").event, Given.came("bob"),
                PresenceBegan(person: "bob", mode: .remote).event,
            ], true, false
        ),
        (
            "all come together and groups are formed with him",
            [
                GroupsEnded(round: given.rounds[0].id).event,
                GroupsFormed(
                    round: "r2", segment: nil, groups: [GroupSeats(group: "g2", members: ["bob"])], texts: nil,
                    draw: Draw(choice: .mix)
                ).event,
            ], false, false
        ),
        ("the groups end", [GroupsEnded(round: given.rounds[0].id).event], false, false),
    ]

    private static func moved(_ person: PersonID, _ group: GroupID?) -> Event {
        PeopleMoved(round: given.rounds[0].id, moves: [Move(person: person, to: group)]).event
    }

    private static func opened(_ person: PersonID) -> Event {
        GroupOpened(
            round: given.rounds[0].id, groups: [GroupSeats(group: "g9", members: [person])], texts: nil, reason: nil
        ).event
    }

    @Test("given groups without bob, then he is late or left out", arguments: cases)
    func leftOut(_ line: (name: String, when: [Event], isLate: Bool, leftOut: Bool)) {
        let room = Self.given.after(line.when, at: Self.given.at + 1_000)
        #expect(room.isLate("bob") == line.isLate, "\(line.name)")
        #expect((room.rounds.last?.leftOut.contains("bob") == true) == line.leftOut, "\(line.name)")
    }

    @Test("who was not here when groups were formed is late")
    func lateComer() {
        let room = Self.given.after(Given.came("zoe"), PresenceBegan(person: "zoe", mode: .remote).event)
        #expect(room.isLate("zoe"))
        #expect(room.rounds[0].leftOut.contains("bob") && !room.rounds[0].leftOut.contains("ann"))
    }
}
