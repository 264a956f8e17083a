// Whoever made a step that others feel takes it back within ten seconds, and all is on again that it ended; what an
// author took back they put back as long.

import Testing

@testable import Meetings

@Suite struct UndoTests {
    private static let late = Int64(Limits.undoMilliseconds) + 1

    /// What `lea` is told who takes back the command whose last entry has that number.
    private static func undo(_ room: Room, step: Int64?, after milliseconds: Int64 = 1_000) -> Outcome {
        var context = Context(actor: "lea", at: room.at + milliseconds)
        context.undoes = step
        do {
            return .events(try room.decide(Undo(step: "c1").command, context))
        } catch {
            return .refused(error)
        }
    }

    private static func undone(_ room: Room) -> Room {
        guard case .events(let events) = undo(room, step: room.sequence) else { return room }
        return room.after(events, at: room.at + 1_000)
    }

    private static let grouped = Given.talk.after(
        FormGroups(plan: Given.groups(["ann", "bob"])).command)

    /// What is compared: everything but the number and the time of the last entry.
    private static func shape(_ room: Room) -> Room {
        var room = room
        (room.sequence, room.at, room.lastStep) = (0, 0, nil)
        return room
    }

    @Test(
        "a step that is taken back leaves the room as it was",
        arguments: [
            ("next", grouped, OpenNext().command), ("back", grouped, OpenPrevious().command),
            ("another", grouped, OpenSegment(segment: "s5").command),
            ("skip", grouped, SkipSegment(segment: "s3", isConfirmed: false).command),
            ("leave out", grouped, SkipSegment(segment: "s5", isConfirmed: false).command),
            ("the end of groups", grouped, EndGroups().command),
            ("the first item", Given.open, OpenNext().command),
        ])
    func steps(_ name: String, _ room: Room, _ command: Command) {
        let stepped = room.after(command)
        #expect(Self.shape(stepped) != Self.shape(room))
        var back = Self.undone(stepped)
        #expect(back.sequence == stepped.sequence + 1, "one fact")
        // The quick question that the step opened stays in the log, closed.
        back.pulses.removeAll { $0.openedAt == stepped.at }
        #expect(Self.shape(back) == Self.shape(room))
    }

    @Test("a quick question that the step closed is open again, with its answers")
    func pulses() {
        let asked = Given.talk.after(OpenNext().command)
        let pulse = asked.pulses[0].id
        let answered = asked.after(AnswerPulse(pulse: pulse, answer: .gotIt).command, by: "ann")
        let back = Self.undone(answered.after(OpenNext().command))
        #expect(back.pulses == answered.pulses && back.pulses[0].closedAt == nil)
    }

    @Test("whoever spoke when the item ended has finished, and goes on when that is taken back, unless they are gone")
    func speaking() {
        let speaking = Given.talk.after(CallOn(person: "ann").command)
        let stepped = speaking.after(OpenNext().command)
        #expect(stepped.turn == nil && stepped.talk["ann"]?.milliseconds == 1_000)
        let back = Self.undone(stepped)
        #expect(back.turn?.person == "ann" && back.turn?.startedAt == back.at)
        let another = stepped.after(CallOn(person: "bob").command)
        guard case .events(let events) = Self.undo(another, step: stepped.sequence) else {
            Issue.record("refused")
            return
        }
        #expect(another.after(events, at: another.at).turn?.person == "bob")
    }

    @Test("whoever goes on in the next item has one turn, also when that step is taken back")
    func carried() {
        let speaking = Given.talk.after(CallOn(person: "ann").command)
        for carries in [true, false, nil] {
            let stepped = speaking.after(OpenSegment(segment: "s5", carriesTurn: carries).command)
            #expect(stepped.current == "s5")
            guard carries == true else {
                #expect(stepped.turn == nil && stepped.talk["ann"]?.turns == 1)
                continue
            }
            #expect(stepped.turn == speaking.turn && stepped.talk["ann"] == nil)
            let back = Self.undone(stepped)
            #expect(back.current == speaking.current && back.turn == speaking.turn)
            let over = stepped.after(EndTurn(person: "ann").command)
            #expect(over.talk["ann"]?.turns == 1 && over.talk["ann"]?.milliseconds == 2_000)
            guard case .events(let events) = Self.undo(over, step: stepped.sequence) else {
                Issue.record("refused")
                return
            }
            #expect(over.after(events, at: over.at).turn == nil, "who has finished since does not begin anew")
        }
        let silent = Given.talk.after(OpenSegment(segment: "s5", carriesTurn: true).command)
        #expect(silent.current == "s5" && silent.turn == nil)
    }

    @Test("who was seated without a group when the step came is late for nothing afterwards")
    func nobodyIsLate() {
        let ended = Self.grouped.after(EndGroups().command).joined("eve")
        guard case .events(let events) = Self.undo(ended, step: ended.lastStep?.last) else {
            Issue.record("refused")
            return
        }
        let back = ended.after(events, at: ended.at + 1)
        #expect(back.round?.group(of: "ann") != nil && !back.isLate("eve") && back.faultInGroups == nil)
    }

    @Test("a step is taken back once, in time, by whoever made it, and not from under what came after it")
    func refusals() {
        let stepped = Self.grouped.after(OpenNext().command)
        let step = stepped.sequence
        #expect(Self.undo(stepped, step: nil) == .refused(.outdated), "it is not theirs, or no step")
        #expect(Self.undo(stepped, step: step - 1) == .refused(.outdated))
        #expect(Self.undo(stepped, step: step, after: Self.late) == .refused(.closed))
        #expect(Self.undo(stepped, step: step, after: Self.late - 1).isDone)
        #expect(Self.undo(Self.undone(stepped), step: step) == .refused(.outdated), "a second time")
        #expect(Self.undo(stepped.after(OpenNext().command), step: step) == .refused(.outdated), "stepped on")
        let others = stepped.after(FormGroups(plan: Given.groups(["bob"], ["ann"])).command)
        #expect(Self.undo(others, step: step) == .refused(.outdated), "other groups run")
        #expect(Self.undo(Given.open, step: Given.open.sequence) == .refused(.outdated), "nothing was stepped to")
    }

    @Test("two steps of one moment are two")
    func oneMoment() {
        let first = Given.talk.after(OpenNext().command, delay: 0)
        let second = first.after(OpenNext().command, delay: 0)
        #expect(Self.undo(second, step: first.sequence) == .refused(.outdated))
        #expect(Self.undone(second).current == first.current)
    }

    @Test("a message and a note that were taken back are put back with their words, by their author, in time")
    func words() {
        let room = Self.grouped.after(PostMessage(text: "Hello there", re: nil).command, by: "ann")
            .after(WriteCard(group: nil, text: "A note", re: nil, isReport: false).command, by: "ann")
        let (message, card) = (room.messages[0].id, room.rounds[0].groups[0].cards[0].id)
        let gone = room.after(WithdrawMessage(message: message).command, by: "ann")
            .after(WithdrawCard(card: card).command, by: "ann")
        let restore = [
            RestoreMessage(message: message, text: "Hello there").command,
            RestoreCard(card: card, text: "A note").command,
        ]
        for command in restore {
            #expect(Outcome(gone, command, by: "ann", at: gone.at + 5_000).isDone)
            #expect(Outcome(gone, command, by: "ann", at: gone.at + Self.late + 1_000) == .refused(.closed))
            #expect(Outcome(gone, command, by: "bob", at: gone.at) == .refused(.notAllowed(needs: .lead)))
            #expect(Outcome(room, command, by: "ann", at: gone.at) == .refused(.alreadySo))
        }
        let back = gone.after(restore[0], by: "ann").after(restore[1], by: "ann")
        #expect(back.messages == room.messages && back.takenBack.isEmpty)
        #expect(back.rounds[0].groups[0].cards == room.rounds[0].groups[0].cards)
    }

    @Test("what a lead hid meanwhile is not put back")
    func hidden() {
        let room = Given.talk.after(PostMessage(text: "Hm", re: nil).command, by: "ann")
        let message = room.messages[0].id
        let hidden = room.after(HideMessage(message: message).command)
            .after([MessageWithdrawn(message: message).event], at: room.at)
        let restore = RestoreMessage(message: message, text: "Hm").command
        #expect(Outcome(hidden, restore, by: "ann", at: hidden.at) == .refused(.closed))
    }
}
