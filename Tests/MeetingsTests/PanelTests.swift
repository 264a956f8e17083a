// Knows what leads see of who takes part while a meeting runs: counts by place, and who was not heard yet.

import Testing

@testable import Meetings

/// A room with of whom something was heard in it.
private struct Heard: Sendable {
    var room: Room
    var hearing = Hearing()

    /// After a command, which has to be accepted.
    func after(
        _ command: Command, by actor: Meetings.Actor = "lea", delay: Int64 = 1_000,
        sourceLocation: SourceLocation = #_sourceLocation
    ) -> Heard {
        guard case .events(let events) = Outcome(room, command, by: actor, at: room.at + delay) else {
            Issue.record("\(command.kind) was refused", sourceLocation: sourceLocation)
            return self
        }
        return after(events, by: actor, delay: delay)
    }

    /// After facts of one moment.
    func after(_ events: [Event], by actor: Meetings.Actor = .system, delay: Int64 = 1_000) -> Heard {
        var next = self
        var person: PersonID?
        if case .person(let id) = actor { person = id }
        let instant = room.at + delay
        for event in events {
            let entry = Entry(sequence: next.room.sequence + 1, at: instant, event: event)
            next.room.apply(entry)
            next.hearing.take(entry, by: person)
        }
        return next
    }

    /// Whoever has no device is checked in by a lead.
    func joined(_ id: PersonID, mode: AttendanceMode = .remote, tier: Tier = .pseudonymous) -> Heard {
        let join = Join(person: id, role: .participant, mode: mode, tier: tier, name: id.rawValue, school: nil)
        let inside = after(join.command, by: .system)
        return mode.needsOthers
            ? inside.after(CheckIn(person: id).command)
            : inside.after(BeginPresence(person: id).command, by: .system)
    }

    func gone(_ id: PersonID) -> Heard { after(EndPresence(person: id, reason: .lost).command, by: .system) }

    var panel: Panel? { room.panel(hearing) }
}

@Suite struct PanelTests {
    private static let open = Heard(room: Given.open)
    /// `ann` in the room, `bob` on the call, `nod` in the room without a device.
    private static let three = open.joined("nod", mode: .roomNoDevice)
        .after(SetMode(person: nil, mode: .roomDevice).command, by: "ann")

    private static func count(_ offered: Int, _ done: Int?, _ unseen: Int = 0) -> PanelCount {
        PanelCount(offered: offered, done: done, unseen: unseen)
    }

    private static func asked(_ circle: Circle, _ heard: Heard) -> (Heard, PromptID) {
        let plan = PromptPlan(kind: .open, text: "What will you try?", circle: circle)
        let prepared = heard.after(PreparePrompt(plan: plan, segment: nil).command)
        let id = prepared.room.prompts[0].id
        return (prepared.after(OpenPrompt(prompt: id).command), id)
    }

    private static func answer(_ id: PromptID, isHandedIn: Bool = true) -> Command {
        SaveResponse(
            prompt: id, answer: PromptAnswer(texts: ["Cress"]), narrowing: nil, isHandedIn: isHandedIn
        ).command
    }

    @Test("it is there while the meeting runs, and at no other time")
    func phases() {
        #expect(Heard(room: Given.planned).panel == nil)
        #expect(Self.open.panel != nil)
        #expect(Self.open.after(EndMeeting().command).panel == nil)
    }

    /// given: what somebody did; then: who was not heard yet.
    private static let acts: [(String, Heard, [PersonID])] = [
        ("nobody did anything", three, ["ann", "bob"]),
        ("a message", three.after(PostMessage(text: "Hello", re: nil).command, by: "ann"), ["bob"]),
        (
            "a hand that went down again",
            three.after(RaiseHand(person: nil).command, by: "bob")
                .after(LowerHand(person: nil).command, by: "bob"), ["ann"]
        ),
        (
            "what somebody looks at is no act", three.after(OpenView(person: nil, view: .queue).command, by: "bob"),
            ["ann", "bob"]
        ),
        ("a lead", three.after(PostMessage(text: "Hello", re: nil).command, by: "lea"), ["ann", "bob"]),
        (
            "it was taken back: it was an act all the same",
            three.after(PostMessage(text: "Hello", re: nil).command, by: "ann")
                .after([MessageWithdrawn(message: "m21").event], by: "ann"), ["bob"]
        ),
        ("whoever went is not waited for", three.gone("bob"), ["ann"]),
        (
            "without a device, and a scribe is there", three.after(AppointScribe(person: "ann").command),
            ["ann", "bob", "nod"]
        ),
        (
            "without a device, and somebody tapped for them", three.after(StartTurn(person: "nod").command),
            ["ann", "bob"]
        ),
        ("checked in, and no device came", open.gone("bob").after(CheckIn(person: "bob").command), ["ann"]),
        ("whoever counts only is not named", open.joined("cou", tier: .countOnly), ["ann", "bob"]),
        (
            "a fact that names nobody but its actor",
            three.after(
                [
                    CardEdited(card: "n1", group: "g1", text: "x", words: 1).event
                ], by: "bob"), ["ann"]
        ),
        ("who was erased", three.after([PersonErased(person: "bob").event]), ["ann"]),
        (
            "anonymous answers, once they lie together",
            three.after([
                AnswersSealed(prompt: "w1", people: ["ann", "bob"], count: nil).event
            ]), []
        ),
    ]

    @Test("anybody who did one thing was heard, however they did it", arguments: acts.indices)
    func heard(_ index: Int) {
        let (name, heard, quiet) = Self.acts[index]
        #expect(heard.panel?.quiet == quiet, "\(name)")
    }

    @Test("the meeting so far, in the room and on the call: leads and guests are not counted")
    func places() {
        let panel = Self.three.after(PostMessage(text: "Hello", re: nil).command, by: "ann").panel
        #expect(panel?.room == Self.count(2, 1, 1))
        #expect(panel?.call == Self.count(1, 0))
        #expect(panel?.items.isEmpty == true)
    }

    @Test("two entries that are one person were heard under either")
    func merged() {
        let two = Self.open.after(PostMessage(text: "Hello", re: nil).command, by: "bob")
            .after([PersonMerged(person: "bob", into: "ann").event])
        #expect(two.panel?.quiet == [])
        #expect(two.hearing.heard == ["ann"])
    }

    @Test("a prompt: offered, done, not observable; a draft is not done, and who came and went was offered it")
    func prompt() throws {
        let (asked, id) = Self.asked(.named, Self.three)
        let written = asked.after(Self.answer(id), by: "ann").after(Self.answer(id, isHandedIn: false), by: "bob")
        let item = try #require(written.panel?.items.first)
        #expect(
            item
                == PanelItem(kind: .prompt, id: id.rawValue, room: Self.count(2, 1, 1), call: Self.count(1, 0), done: 1)
        )
        let went = written.gone("bob").joined("eve").panel?.items.first
        #expect(went?.call == Self.count(2, 0), "bob was here while it was open, and eve is")
        let before = Self.asked(.named, Self.three.gone("bob")).0.panel?.items.first
        #expect(before?.call == Self.count(0, 0), "whoever went before was offered nothing")
        #expect(written.after(ClosePrompt(prompt: id).command).panel?.items.isEmpty == true)
    }

    @Test("nobody knows how many answered anonymously")
    func anonymous() {
        let (asked, _) = Self.asked(.anonymous, Self.three)
        let item = asked.panel?.items.first
        #expect(item?.done == nil && item?.room == Self.count(2, nil, 1) && item?.call == Self.count(1, nil))
    }

    @Test("a quick check is counted together where places are small, and heard with others once it is closed")
    func pulse() {
        let asked = Self.three.after(OpenNext().command).after(OpenPulse().command)
        let pulse = asked.room.pulses[0].id
        let answered = asked.after(AnswerPulse(pulse: pulse, answer: .lost).command, by: "ann")
        let item = answered.panel?.items.first
        #expect(item?.done == 1 && item?.room == Self.count(2, nil, 1) && item?.call == Self.count(1, nil))
        #expect(answered.panel?.quiet == ["ann", "bob"], "it would say what ann answered")
        let one = answered.after(ClosePulse(pulse: pulse).command)
        #expect(one.panel?.quiet == ["ann", "bob"], "one answer says whose it is")
        let two = answered.after(AnswerPulse(pulse: pulse, answer: .gotIt).command, by: "bob")
            .after(ClosePulse(pulse: pulse).command)
        #expect(two.panel?.quiet == [])
    }

    @Test("a quick check is counted by place where there are five in each")
    func widePulse() {
        var heard = Self.open
        for index in 1...3 { heard = heard.joined(PersonID(rawValue: "c\(index)")) }
        for index in 1...5 { heard = heard.joined(PersonID(rawValue: "r\(index)"), mode: .roomDevice) }
        let asked = heard.after(OpenNext().command).after(OpenPulse().command)
        let pulse = asked.room.pulses[0].id
        let item = asked.after(AnswerPulse(pulse: pulse, answer: .lost).command, by: "r1").panel?.items.first
        #expect(item?.room == Self.count(5, 1) && item?.call == Self.count(5, 0))
        let smaller = asked.after([PersonErased(person: "r2").event]).panel?.items.first
        #expect(smaller?.room == Self.count(4, nil) && smaller?.done == 0)
    }

    @Test("kits of the item that is open")
    func kit() throws {
        let plan = SegmentPlan(kind: .handsOn, title: "Build", timeboxSeconds: 1_200, bench: .sample)
        let added = Self.open.after(AddSegment(plan: plan, index: 0).command)
        let id = try #require(added.room.agenda.first?.id)
        #expect(added.panel?.items.isEmpty == true)
        let built = added.after(OpenSegment(segment: id).command)
            .after(SetKit(segment: id, step: 0, state: .opened).command, by: "ann")
        #expect(
            built.panel?.items == [
                PanelItem(kind: .kit, id: id.rawValue, room: Self.count(0, nil), call: Self.count(2, nil), done: 1)
            ])
        #expect(built.panel?.quiet == ["bob"])
    }
}
