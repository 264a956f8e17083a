// Knows what a round of groups allows: forming, moving, helping, ending; a line is a wish and what comes of it.

import Meetings
import Testing

@Suite struct GroupsTests {
    /// Two groups run: ann and bob, lea alone.
    static let grouped = Given.open.after(.openNext).after(.formGroups(plan: Given.groups(["ann", "bob"], ["lea"])))
    private static let first = grouped.rounds[0].groups[0].id
    private static let second = grouped.rounds[0].groups[1].id

    private func refusal(_ room: Room, _ command: Command, by actor: Meetings.Actor = "lea") -> Rejection? {
        guard case .refused(let rejection) = Outcome(room, command, by: actor, at: room.at + 1_000) else { return nil }
        return rejection
    }

    static let clashes: [(String, RoundPlan, Rejection)] = [
        ("nobody at all", Given.groups([]), .notFound),
        ("no groups", RoundPlan(groups: [], draw: Draw(choice: .mix)), .notFound),
        ("somebody twice", Given.groups(["ann"], ["bob", "ann"]), .alreadySo),
        ("somebody who is not here", Given.groups(["ann", "zoe"]), .notFound),
        ("a guest", Given.groups(["ann", "gus"]), .notFound),
        (
            "a table of no number",
            RoundPlan(groups: [GroupPlan(members: ["ann"], table: 0)], draw: Draw(choice: .mix)),
            .outOfBounds(least: 1, most: 999)
        ),
        (
            "a reporter from elsewhere",
            RoundPlan(
                groups: [GroupPlan(members: ["ann"], roles: GroupRoles(reporter: "bob"))], draw: Draw(choice: .mix)),
            .notFound
        ),
        (
            "an address that is none",
            RoundPlan(
                groups: [GroupPlan(members: ["ann"], texts: GroupTexts(link: "javascript:alert(1)"))],
                draw: Draw(choice: .mix)), .badLink
        ),
        (
            "a seed that JSON cannot hold",
            RoundPlan(groups: [GroupPlan(members: ["ann"])], draw: Draw(choice: .mix, seed: .max)),
            .outOfBounds(least: 0, most: 9_007_199_254_740_991)
        ),
    ]

    @Test("a plan that cannot be is refused whole", arguments: clashes)
    func refusedPlans(_ name: String, _ plan: RoundPlan, _ expected: Rejection) {
        #expect(refusal(Given.open, .formGroups(plan: plan)) == expected, "\(name)")
        #expect(Given.open.rounds.isEmpty)
    }

    @Test("forming again ends the groups before in the same act")
    func formingAgain() {
        let room = Self.grouped.after(.formGroups(plan: Given.groups(["ann"], ["bob"])))
        #expect(room.rounds.count == 2)
        #expect(room.rounds[0].endedAt == room.rounds[1].formedAt)
        #expect(room.round?.id == room.rounds[1].id)
        #expect(Set(room.rounds.flatMap(\.groups).map(\.id)).count == 4)
    }

    @Test("several people move as one act, or nobody does")
    func moves() {
        let moved = Self.grouped.after(
            .movePeople(moves: [Move(person: "ann", to: Self.second), Move(person: "bob", to: Self.second)]))
        #expect(moved.rounds[0].groups[0].members.isEmpty)
        #expect(moved.rounds[0].groups[1].members == ["lea", "ann", "bob"])
        let half = Command.movePeople(moves: [
            Move(person: "ann", to: Self.second), Move(person: "zoe", to: Self.second),
        ])
        #expect(refusal(Self.grouped, half) == .notFound)
        let elsewhere = Command.movePeople(moves: [Move(person: "ann", to: "g0-9")])
        #expect(refusal(Self.grouped, elsewhere) == .notFound)
        #expect(refusal(Self.grouped, .movePeople(moves: [Move(person: "ann", to: Self.first)])) == .alreadySo)
        #expect(refusal(Given.open, .movePeople(moves: [Move(person: "ann", to: Self.first)])) == .noGroup)
    }

    @Test("two leads who move the same person: one order, the last counts, nobody sits twice")
    func twoLeads() {
        let room = Self.grouped
            .after(.movePeople(moves: [Move(person: "ann", to: Self.second)]), by: "lea")
            .after(.movePeople(moves: [Move(person: "ann", to: nil)]), by: "cor")
        #expect(room.seat(of: "ann") == nil)
        #expect(room.faultInGroups == nil)
    }

    @Test("who moves away keeps no part in the group they left")
    func partsStay() {
        let plan = RoundPlan(
            groups: [
                GroupPlan(
                    members: ["ann", "bob"], bridge: "ann", roles: GroupRoles(facilitator: "ann", scribe: "bob")),
                GroupPlan(members: ["lea"]),
            ], draw: Draw(choice: .bridged))
        let formed = Given.open.after(.formGroups(plan: plan))
        let target = formed.rounds[0].groups[1].id
        let group = formed.after(.movePeople(moves: [Move(person: "ann", to: target)])).rounds[0].groups[0]
        #expect(group.bridge == nil)
        #expect(group.roles == GroupRoles(scribe: "bob"))
    }

    @Test("everybody leaves a group: it stays, empty, and the round goes on")
    func everybodyLeaves() {
        let room = Self.grouped.after(.movePeople(moves: [Move(person: "lea", to: nil)]))
        #expect(room.round?.groups.count == 2)
        #expect(room.round?.groups[1].members == [])
    }

    @Test("somebody who is offline can be moved, and keeps the seat when they come back")
    func offline() {
        let room = Self.grouped
            .after(.endPresence(person: "ann", reason: .lost), by: .system)
            .after(.movePeople(moves: [Move(person: "ann", to: Self.second)]))
            .after(.beginPresence(person: "ann"), by: .system)
        #expect(room.seat(of: "ann") == Self.second)
    }

    @Test("people who share a device are in one group")
    func tables() {
        let table = Given.open
            .joined("tab", .table, mode: .tableDevice)
            .after(Given.came("una"), .personSeated(person: "una", table: "tab"))
            .after(Given.came("ned"), .personSeated(person: "ned", table: "tab"))
        #expect(refusal(table, .formGroups(plan: Given.groups(["una", "ann"], ["ned"]))) == .tableSplit)
        let formed = table.after(.formGroups(plan: Given.groups(["una", "ned"], ["ann"])))
        #expect(formed.seat(of: "tab") == formed.rounds[0].groups[0].id)
        // Moving one moves both: they cannot sit apart.
        let moved = formed.after(.movePeople(moves: [Move(person: "una", to: formed.rounds[0].groups[1].id)]))
        #expect(moved.rounds[0].groups[1].members == ["ann", "una", "ned"])
    }

    @Test("the end of the segment is the end of the groups, so is the end of the meeting")
    func ends() {
        #expect(Self.grouped.after(.openNext).round == nil)
        #expect(Self.grouped.after(.endMeeting).round == nil)
        #expect(Self.grouped.after(.endGroups).round == nil)
        #expect(refusal(Given.open, .endGroups) == .noGroup)
        #expect(refusal(Self.grouped.after(.endGroups), .signal(group: nil, signal: .help), by: "ann") == .noGroup)
    }

    @Test("a call for help lasts until a lead looks in")
    func help() {
        let calling = Self.grouped.after(.signal(group: nil, signal: .help), by: "ann")
        #expect(calling.rounds[0].groups[0].helpSince == calling.at)
        #expect(refusal(calling, .signal(group: nil, signal: .help), by: "bob") == .alreadySo)
        let visited = calling.after(.visitGroup(group: Self.first))
        #expect(visited.rounds[0].groups[0].helpSince == nil)
        #expect(visited.rounds[0].groups[0].visitors == ["lea"])
        let left = visited.after(.visitGroup(group: nil))
        #expect(left.rounds[0].groups[0].visitors.isEmpty)
        #expect(refusal(Self.grouped, .signal(group: Self.first, signal: .help), by: "lea") == nil)
        #expect(
            refusal(Self.grouped, .signal(group: Self.second, signal: .done), by: "ann") == .notAllowed(needs: .lead))
    }

    @Test("only what the group does is an act of the group")
    func lastAct() {
        let acted = Self.grouped.after(.signal(group: nil, signal: .moreTime), by: "bob", delay: 60_000)
        #expect(acted.rounds[0].groups[0].lastActAt == acted.at)
        let heard = acted.after(.signal(group: Self.first, signal: .timeHeard), delay: 60_000)
        #expect(heard.rounds[0].groups[0].lastActAt == acted.at)
        #expect(heard.rounds[0].groups[0].moreTimeSince == nil)
    }

    @Test("a seat is kept for somebody by their name")
    func expected() {
        let plan = RoundPlan(
            groups: [
                GroupPlan(members: ["ann"], texts: GroupTexts(expected: ["BOB", "Nia"])), GroupPlan(members: ["lea"]),
            ], draw: Draw(choice: .byHand))
        let formed = Given.open.after(.formGroups(plan: plan))
        #expect(formed.rounds[0].groups[0].members == ["ann", "bob"])
        #expect(formed.rounds[0].groups[0].texts.expected == ["Nia"])
        #expect(formed.groupExpecting("nia") == formed.rounds[0].groups[0].id)
        let came = formed.joined("Nia").after(
            .movePeople(moves: [Move(person: "Nia", to: formed.rounds[0].groups[0].id)]))
        #expect(came.rounds[0].groups[0].texts.expected == nil)
    }

    @Test("who is put out has no seat any more; who came back from the lobby has none either")
    func removed() {
        #expect(Self.grouped.after(.remove(person: "ann")).faultInGroups == nil)
        let waiting = Self.grouped.after(.moveToLobby(person: "ann"))
        #expect(waiting.faultInGroups == nil)
        #expect(waiting.after(.admit(person: "ann")).seat(of: "ann") == nil)
    }

    @Test("what a group says among itself")
    func chat() {
        let said = Self.grouped.after(.postMessage(text: "Hi", re: nil, group: Self.first), by: "ann")
        #expect(said.group(of: .messageHidden(message: said.messages[0].id)) == Self.first)
        #expect(
            refusal(said, .postMessage(text: "Hi", re: nil, group: Self.second), by: "ann") == .notAllowed(needs: .lead)
        )
        #expect(refusal(said, .postMessage(text: "Aha", re: said.messages[0].id), by: "ann") == .notFound)
        let closed = Self.grouped.after(.setOptions(options: Options(chat: false)))
        #expect(refusal(closed, .postMessage(text: "Hi", re: nil), by: "ann") == .chatClosed)
        #expect(refusal(closed, .postMessage(text: "Hi", re: nil, group: Self.first), by: "ann") == nil)
    }

    @Test("one, two, three people")
    func few() {
        #expect(Given.open.after(.formGroups(plan: Given.groups(["ann"]))).seat(of: "ann") != nil)
        #expect(Given.open.after(.formGroups(plan: Given.groups(["ann"], ["bob"]))).round?.groups.count == 2)
        #expect(Given.open.after(.formGroups(plan: Given.groups(["ann", "bob", "lea"]))).round?.groups.count == 1)
    }
}
