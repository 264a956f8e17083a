// Knows what is promised of two entries of one person: nobody becomes another by their name alone, and when somebody who
// may says so, what was the one's is the other's.

import Testing

@testable import Meetings

@Suite struct MergingTests {
    /// `ann` and `ann2` are called the same; `bob` is not.
    private static let twins = Given.open.joined("ann2")
        .after(Rename(person: nil, name: "Siân", school: "Ysgol Glan Môr").command, by: "ann")
        .after(Rename(person: nil, name: " siân", school: "ysgol glan mo\u{302}r").command, by: "ann2")
    private static let claimed = twins.after(ClaimEntry(other: "ann").command, by: "ann2")
    private static let merge = MergePerson(person: "ann2", into: "ann").command
    private static let merged = PersonMerged(person: "ann2", into: "ann").event

    @Test(arguments: [
        Line(
            "somebody says they are in already", twins, by: "ann2", ClaimEntry(other: "ann").command,
            then: EntryClaimed(person: "ann2", other: "ann").event),
        Line("twice", claimed, by: "ann2", ClaimEntry(other: "ann").command, refused: .alreadySo),
        Line("under another name", twins, by: "ann2", ClaimEntry(other: "bob").command, refused: .notFound),
        Line("to be a lead", twins, by: "ann2", ClaimEntry(other: "lea").command, refused: .notFound),
        Line("to be themselves", twins, by: "ann2", ClaimEntry(other: "ann2").command, refused: .notFound),
        Line("to be nobody", twins, by: "ann2", ClaimEntry(other: "zed").command, refused: .notFound),
        Line("a lead joins two entries", twins, merge, then: merged),
        Line("and after a claim", claimed, merge, then: merged),
        Line("whoever is claimed says yes", claimed, by: "ann", merge, then: merged),
        Line("but not unasked", twins, by: "ann", merge, refused: .notAllowed(needs: .lead)),
        Line("whoever claims cannot say yes", claimed, by: "ann2", merge, refused: .notAllowed(needs: .lead)),
        Line(
            "nor the other way round", claimed, by: "ann2", MergePerson(person: "ann", into: "ann2").command,
            refused: .notAllowed(needs: .lead)),
        Line("nor somebody else", claimed, by: "bob", merge, refused: .notAllowed(needs: .lead)),
        Line(
            "a lead is joined with nobody", twins, MergePerson(person: "ann", into: "cor").command,
            refused: .notFound),
        Line("nor a guest", twins, MergePerson(person: "gus", into: "ann").command, refused: .notFound),
        Line(
            "nor anybody with themselves", twins, MergePerson(person: "ann", into: "ann").command,
            refused: .notFound),
        Line("an entry that is gone", twins.after(merge), merge, refused: .notFound),
        Line(
            "the old device joins again: it is in", twins.after(merge), by: .system, Given.join("ann2"),
            refused: .alreadySo),
        Line(
            "of whoever was put out", twins.after(merge).after(Remove(person: "ann").command), by: .system,
            Given.join("ann2"), refused: .shutOut),
    ])
    func table(_ line: Line) { line.check() }

    @Test("seat, hand, turn, answer, words and presence go on as the kept one")
    func takesOver() throws {
        var room = Self.twins.after(OpenNext().command).after(OpenNext().command).after(OpenNext().command)
        let pulse = try #require(room.pulses.last?.id)
        room = room.after(AnswerPulse(pulse: pulse, answer: .nearly).command, by: "ann2")
            .after(RaiseHand(person: nil).command, by: "ann2")
            .after(EndPresence(person: "ann", reason: .lost).command, by: .system)
            .after(FormGroups(plan: Given.groups(["ann2", "bob"], ["lea"])).command)
        let group = try #require(room.seat(of: "ann2"))
        room = room.after(Self.merge)
        #expect(room.people["ann2"] == nil)
        #expect(room.people["ann"]?.isPresent == true)
        #expect(room.seat(of: "ann") == group)
        #expect(room.round?.groups.flatMap(\.members).sorted() == ["ann", "bob", "lea"])
        #expect(!room.isLate("ann"))
        #expect(room.queue.map(\.person) == ["ann"])
        #expect(room.pulses.last?.answers == ["ann": .nearly])
        #expect(room.identity(of: "ann2") == "ann")
    }

    @Test("who has both keeps their own: one seat, one hand, one answer")
    func keepsOwn() throws {
        var room = Self.twins.after(RaiseHand(person: nil).command, by: "ann")
            .after(RaiseHand(person: nil).command, by: "ann2")
            .after(FormGroups(plan: Given.groups(["ann", "bob"], ["ann2", "lea"])).command)
        let group = try #require(room.seat(of: "ann"))
        room = room.after(Self.merge)
        #expect(room.seat(of: "ann") == group)
        #expect(room.round?.groups.flatMap(\.members).sorted() == ["ann", "bob", "lea"])
        #expect(room.queue.map(\.person) == ["ann"])
    }

    @Test("the turn goes on, and ends as the kept one's")
    func turn() {
        let room = Self.twins.after(StartTurn(person: nil).command, by: "ann2").after(Self.merge)
        #expect(room.turn?.person == "ann")
        let after = room.after(EndTurn(person: nil).command, by: "ann")
        #expect(after.talk["ann"]?.turns == 1)
    }

    @Test("somebody without a device who comes with one has it")
    func ownDevice() {
        let room = Self.twins
            .after(EndPresence(person: "ann", reason: .lost).command, by: .system)
            .after(SetMode(person: "ann", mode: .roomNoDevice).command)
            .after(CheckIn(person: "ann").command)
            .after(Self.merge)
        #expect(room.people["ann"]?.isCheckedIn == false)
        #expect(room.people["ann"]?.mode == .remote)
    }

    @Test("what was written under the other entry is theirs to take back, and to be erased with them")
    func words() {
        let room = Self.twins.after(PostMessage(text: "Bore da", re: nil).command, by: "ann2").after(Self.merge)
        let message = room.messages[0].id
        #expect(Outcome(room, WithdrawMessage(message: message).command, by: "ann", at: room.at).isDone)
        #expect(
            Outcome(room, WithdrawMessage(message: message).command, by: "bob", at: room.at)
                == .refused(.notAllowed(needs: .lead)))
        let erased = Outcome(room, Erase(person: "ann").command, by: .system, at: room.at)
        guard case .events(let events) = erased else {
            Issue.record("\(erased)")
            return
        }
        #expect(events.suffix(2) == [PersonErased(person: "ann").event, PersonErased(person: "ann2").event])
    }

    @Test("three entries are one as well, whatever the order")
    func three() {
        let room = Self.twins.joined("ann3")
            .after(MergePerson(person: "ann3", into: "ann2").command).after(Self.merge)
        #expect(room.identity(of: "ann3") == "ann")
        #expect(room.formerEntries(of: "ann") == ["ann2", "ann3"])
    }

    @Test("whoever counts without a name counts once, and nothing of theirs comes to be somebody's")
    func counted() {
        let room = Given.open.joined("cai", tier: .countOnly).joined("dai")
            .after(StartTurn(person: nil).command, by: "cai").after(EndTurn(person: nil).command, by: "cai")
            .after(MergePerson(person: "cai", into: "dai").command)
        #expect(room.talk["dai"] == nil)
        let over = room.after(EndMeeting().command)
        #expect(over.countedPeople == 0)
        #expect(over.merged.isEmpty)
    }
}
