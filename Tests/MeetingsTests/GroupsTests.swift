// Knows what a round of groups allows: forming, moving, helping, ending; a line is a wish and what comes of it.

import Testing

@testable import Meetings

@Suite struct GroupsTests {
    /// Two groups run: ann and bob, lea alone.
    static let grouped = Given.open.after(OpenNext().command).after(
        FormGroups(plan: Given.groups(["ann", "bob"], ["lea"])).command)
    private static let first = grouped.rounds[0].groups[0].id
    private static let second = grouped.rounds[0].groups[1].id

    private func refusal(_ room: Room, _ command: Command, by actor: Meetings.Actor = "lea") -> Rejection? {
        guard case .refused(let rejection) = Outcome(room, command, by: actor, at: room.at + 1_000) else { return nil }
        return rejection
    }

    @Test("what a wish leads to, or why it is refused whole", arguments: GroupCommand.lines)
    func lines(_ line: Line) { line.check() }

    @Test("forming again ends the groups before in the same act")
    func formingAgain() {
        let room = Self.grouped.after(FormGroups(plan: Given.groups(["ann"], ["bob"])).command)
        #expect(room.rounds.count == 2)
        #expect(room.rounds[0].endedAt == room.rounds[1].formedAt)
        #expect(room.round?.id == room.rounds[1].id)
        #expect(Set(room.rounds.flatMap(\.groups).map(\.id)).count == 4)
    }

    @Test("several people move as one act, or nobody does")
    func moves() {
        let moved = Self.grouped.after(
            MovePeople(moves: [Move(person: "ann", to: Self.second), Move(person: "bob", to: Self.second)]).command)
        #expect(moved.rounds[0].groups[0].members.isEmpty)
        #expect(moved.rounds[0].groups[1].members == ["lea", "ann", "bob"])
        let half = MovePeople(moves: [
            Move(person: "ann", to: Self.second), Move(person: "zoe", to: Self.second),
        ]).command
        #expect(refusal(Self.grouped, half) == .notFound)
        let elsewhere = MovePeople(moves: [Move(person: "ann", to: "g0-9")]).command
        #expect(refusal(Self.grouped, elsewhere) == .notFound)
        #expect(refusal(Self.grouped, MovePeople(moves: [Move(person: "ann", to: Self.first)]).command) == .alreadySo)
        #expect(refusal(Given.open, MovePeople(moves: [Move(person: "ann", to: Self.first)]).command) == .noGroup)
    }

    @Test("two leads who move the same person: one order, the last counts, nobody sits twice")
    func twoLeads() {
        let room = Self.grouped
            .after(MovePeople(moves: [Move(person: "ann", to: Self.second)]).command, by: "lea")
            .after(MovePeople(moves: [Move(person: "ann", to: nil)]).command, by: "cor")
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
        let formed = Given.open.after(FormGroups(plan: plan).command)
        let target = formed.rounds[0].groups[1].id
        let group = formed.after(MovePeople(moves: [Move(person: "ann", to: target)]).command).rounds[0].groups[0]
        #expect(group.bridge == nil)
        #expect(group.roles == GroupRoles(scribe: "bob"))
    }

    @Test("everybody leaves a group: it stays, empty, and the round goes on")
    func everybodyLeaves() {
        let room = Self.grouped.after(MovePeople(moves: [Move(person: "lea", to: nil)]).command)
        #expect(room.round?.groups.count == 2)
        #expect(room.round?.groups[1].members == [])
    }

    @Test("somebody who is offline can be moved, and keeps the seat when they come back")
    func offline() {
        let room = Self.grouped
            .after(EndPresence(person: "ann", reason: .lost).command, by: .system)
            .after(MovePeople(moves: [Move(person: "ann", to: Self.second)]).command)
            .after(BeginPresence(person: "ann").command, by: .system)
        #expect(room.seat(of: "ann") == Self.second)
    }

    @Test("people who share a device are in one group")
    func tables() {
        let table = Given.open
            .joined("tab", .table, mode: .tableDevice)
            .after(Given.came("una"), PersonSeated(person: "una", table: "tab").event)
            .after(Given.came("ned"), PersonSeated(person: "ned", table: "tab").event)
        #expect(refusal(table, FormGroups(plan: Given.groups(["una", "ann"], ["ned"])).command) == .tableSplit)
        let formed = table.after(FormGroups(plan: Given.groups(["una", "ned"], ["ann"])).command)
        #expect(formed.seat(of: "tab") == formed.rounds[0].groups[0].id)
        // Moving one moves both: they cannot sit apart.
        let moved = formed.after(MovePeople(moves: [Move(person: "una", to: formed.rounds[0].groups[1].id)]).command)
        #expect(moved.rounds[0].groups[1].members == ["ann", "una", "ned"])
    }

    @Test("the end of the segment is the end of the groups, so is the end of the meeting")
    func ends() {
        #expect(Self.grouped.after(OpenNext().command).round == nil)
        #expect(Self.grouped.after(EndMeeting().command).round == nil)
        #expect(Self.grouped.after(EndGroups().command).round == nil)
        #expect(refusal(Given.open, EndGroups().command) == .noGroup)
        #expect(
            refusal(Self.grouped.after(EndGroups().command), Signal(group: nil, signal: .help).command, by: "ann")
                == .noGroup)
    }

    @Test("a call for help lasts until a lead looks in")
    func help() {
        let calling = Self.grouped.after(Signal(group: nil, signal: .help).command, by: "ann")
        #expect(calling.rounds[0].groups[0].helpSince == calling.at)
        #expect(refusal(calling, Signal(group: nil, signal: .help).command, by: "bob") == .alreadySo)
        let visited = calling.after(VisitGroup(group: Self.first).command)
        #expect(visited.rounds[0].groups[0].helpSince == nil)
        #expect(visited.rounds[0].groups[0].visitors == ["lea"])
        let left = visited.after(VisitGroup(group: nil).command)
        #expect(left.rounds[0].groups[0].visitors.isEmpty)
        #expect(refusal(Self.grouped, Signal(group: Self.first, signal: .help).command, by: "lea") == nil)
        #expect(
            refusal(Self.grouped, Signal(group: Self.second, signal: .done).command, by: "ann")
                == .notAllowed(needs: .lead))
    }

    @Test("only what the group does is an act of the group")
    func lastAct() {
        let acted = Self.grouped.after(Signal(group: nil, signal: .moreTime).command, by: "bob", delay: 60_000)
        #expect(acted.rounds[0].groups[0].lastActAt == acted.at)
        let heard = acted.after(Signal(group: Self.first, signal: .timeHeard).command, delay: 60_000)
        #expect(heard.rounds[0].groups[0].lastActAt == acted.at)
        #expect(heard.rounds[0].groups[0].moreTimeSince == nil)
    }

    @Test("a seat is kept for somebody by their name")
    func expected() {
        let plan = RoundPlan(
            groups: [
                GroupPlan(members: ["ann"], texts: GroupTexts(expected: ["BOB", "Nia"])), GroupPlan(members: ["lea"]),
            ], draw: Draw(choice: .byHand))
        let formed = Given.open.after(FormGroups(plan: plan).command)
        #expect(formed.rounds[0].groups[0].members == ["ann", "bob"])
        #expect(formed.rounds[0].groups[0].texts.expected == ["Nia"])
        #expect(formed.groupExpecting("nia") == formed.rounds[0].groups[0].id)
        let came = formed.joined("Nia").after(
            MovePeople(moves: [Move(person: "Nia", to: formed.rounds[0].groups[0].id)]).command)
        #expect(came.rounds[0].groups[0].texts.expected == nil)
    }

    @Test(
        "a seat is found by the name however it is typed",
        arguments: [("Siân O'Neill", "SIA\u{302}N O’NEILL"), ("Nia", " nia\u{200C} "), ("Jean-Luc", "jean\u{2011}luc")])
    func expectedHowever(_ kept: String, _ typed: String) {
        let plan = RoundPlan(
            groups: [GroupPlan(members: ["ann"], texts: GroupTexts(expected: [kept])), GroupPlan(members: ["lea"])],
            draw: Draw(choice: .byHand))
        let formed = Given.open.after(FormGroups(plan: plan).command)
        #expect(formed.groupExpecting(typed) == formed.rounds[0].groups[0].id)
    }

    @Test("who is put out has no seat any more; who came back from the lobby has none either")
    func removed() {
        #expect(Self.grouped.after(Remove(person: "ann").command).faultInGroups == nil)
        let waiting = Self.grouped.after(MoveToLobby(person: "ann").command)
        #expect(waiting.faultInGroups == nil)
        #expect(waiting.after(Admit(person: "ann").command).seat(of: "ann") == nil)
    }

    @Test("what a group says among itself")
    func chat() {
        let said = Self.grouped.after(PostMessage(text: "Hi", re: nil, group: Self.first).command, by: "ann")
        #expect(said.group(of: MessageHidden(message: said.messages[0].id).event) == Self.first)
        #expect(
            refusal(said, PostMessage(text: "Hi", re: nil, group: Self.second).command, by: "ann")
                == .notAllowed(needs: .lead)
        )
        #expect(refusal(said, PostMessage(text: "Aha", re: said.messages[0].id).command, by: "ann") == .notFound)
        let closed = Self.grouped.after(SetOptions(options: Options(chat: false)).command)
        #expect(refusal(closed, PostMessage(text: "Hi", re: nil).command, by: "ann") == .chatClosed)
        #expect(refusal(closed, PostMessage(text: "Hi", re: nil, group: Self.first).command, by: "ann") == nil)
    }

    @Test("one, two, three people")
    func few() {
        #expect(Given.open.after(FormGroups(plan: Given.groups(["ann"])).command).seat(of: "ann") != nil)
        #expect(Given.open.after(FormGroups(plan: Given.groups(["ann"], ["bob"])).command).round?.groups.count == 2)
        #expect(
            Given.open.after(FormGroups(plan: Given.groups(["ann", "bob", "lea"])).command).round?.groups.count == 1)
    }
}
