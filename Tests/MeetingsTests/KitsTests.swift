// Knows what is promised of kits: what is not known is not in the box, nobody is watched, whoever is stuck is offered
// somebody who got there.

import Testing

@testable import Meetings

@Suite struct KitsTests {
    private static let segment: SegmentID = "s5"

    /// The hands-on item is open, with two steps; `ann`, `bob` and `dee` are on the call, `cai` and `eve` in the room.
    static let bench: Room = {
        let plan = SegmentPlan(kind: .handsOn, title: "Build", timeboxSeconds: 1_200, bench: .sample)
        return Given.open.joined("cai", mode: .roomDevice).joined("dee").joined("eve", mode: .roomDevice)
            .after(EditSegment(segment: segment, plan: plan).command).after(OpenSegment(segment: segment).command)
    }()

    private static func set(
        _ room: Room, _ person: PersonID, _ step: Int, _ state: KitState, note: String? = nil
    ) -> Room {
        room.after(
            SetKit(segment: segment, step: step, state: state, note: note).command, by: .person(person))
    }

    private static func kits(_ room: Room) -> Bench { room.bench(segment) }

    private static func refusal(_ room: Room, _ command: Command, by person: PersonID = "ann") -> Rejection? {
        guard case .refused(let rejection) = Outcome(room, command, by: .person(person), at: room.at + 1) else {
            return nil
        }
        return rejection
    }

    @Test("of whom nothing was tapped nothing is counted; a change moves one")
    func counts() {
        #expect(Self.kits(Self.bench).counts.isEmpty)
        var room = Self.set(Self.set(Self.bench, "ann", 0, .inBox), "bob", 0, .opened)
        #expect(Self.kits(room).counts == ["0.in_box": 1, "0.opened": 1])
        room = Self.set(room, "ann", 1, .working, note: "It says 42")
        #expect(Self.kits(room).counts == ["1.working": 1, "0.opened": 1])
        #expect(Self.kits(room).places["ann"]?.note == "It says 42")
    }

    static let refused: [(Room, Command, Rejection)] = [
        (bench, SetKit(segment: segment, step: 2, state: .opened).command, .outOfBounds(least: 0, most: 1)),
        (bench, SetKit(segment: "s3", step: 0, state: .opened).command, .notFound),
        (bench, SetKit(segment: "none", step: 0, state: .opened).command, .notFound),
        (
            bench.after(OpenSegment(segment: "s2").command), SetKit(segment: segment, step: 0, state: .opened).command,
            .closed
        ),
        (
            set(bench, "ann", 0, .opened), SetKit(segment: segment, step: 0, state: .opened).command, .alreadySo
        ),
        (
            bench, ReviewKit(segment: segment, isStudent: false, fiddly: 6, frustrating: 1).command,
            .outOfBounds(least: 1, most: 5)
        ),
        (bench, GiveHelp(segment: segment, asker: "bob", helper: "ann").command, .notFound),
        (bench, DeclineHelp(segment: segment, asker: "bob").command, .notFound),
        (bench, ShowPhoto(photo: "f1", isShown: true).command, .notFound),
        (
            bench,
            EditSegment(
                segment: segment,
                plan: SegmentPlan(kind: .handsOn, title: "B", timeboxSeconds: 60, bench: BenchPlan(steps: []))
            ).command, .notAllowed(needs: .lead)
        ),
    ]

    @Test("what cannot be is refused", arguments: refused)
    func refuses(_ room: Room, _ command: Command, _ rejection: Rejection) {
        #expect(Self.refusal(room, command) == rejection)
    }

    @Test("a plan has steps with words, and links that are links")
    func plans() {
        func saved(_ plan: BenchPlan) -> Rejection? {
            let item = SegmentPlan(kind: .handsOn, title: "B", timeboxSeconds: 60, bench: plan)
            return Self.refusal(Self.bench, AddSegment(plan: item, index: 0).command, by: "lea")
        }
        #expect(saved(BenchPlan(steps: [])) == .outOfBounds(least: 1, most: 12))
        #expect(saved(BenchPlan(steps: [BenchStep(text: " ")])) == .textMissing)
        #expect(saved(BenchPlan(steps: [BenchStep(text: "A", link: "javascript:alert(1)")])) == .badLink)
        #expect(saved(.sample) == nil)
    }

    @Test("whoever is stuck is offered somebody who got that step to work: in the same place first, least asked first")
    func offers() {
        var room = Self.set(Self.bench, "ann", 0, .working)
        room = Self.set(Self.set(room, "cai", 0, .working), "eve", 0, .stuck)
        #expect(Self.kits(room).calls.map(\.peer) == ["cai"])
        // Who is busy is not asked twice; on the call it is somebody on the call.
        room = Self.set(room, "bob", 0, .stuck, note: "No light")
        #expect(Self.kits(room).calls.map(\.peer) == ["cai", "ann"])
        // Nobody is left; whoever gets there next is asked.
        room = Self.set(room, "lea", 0, .stuck)
        #expect(Self.kits(room).calls.map(\.peer) == ["cai", "ann", nil])
        room = Self.set(room, "dee", 1, .working)
        #expect(Self.kits(room).calls.map(\.peer) == ["cai", "ann", "dee"])
    }

    @Test("whoever says no is not asked again, and somebody else is; whoever is stuck goes to nobody")
    func declined() {
        var room = Self.set(Self.set(Self.bench, "ann", 0, .working), "cai", 0, .working)
        room = Self.set(room, "eve", 0, .stuck)
            .after(DeclineHelp(segment: Self.segment, asker: "eve").command, by: "cai")
        #expect(Self.kits(room).calls.map(\.peer) == ["ann"])
        room = Self.set(room, "ann", 1, .stuck)
        #expect(Self.kits(room).calls.map(\.peer) == [nil, nil])
        #expect(Self.kits(room).calls.map(\.declined) == [["cai"], []])
    }

    static let departures: [(Command, Meetings.Actor)] = [
        (TakeLeave(reason: .other).command, .person("cai")), (Remove(person: "cai").command, .person("lea")),
        (MoveToLobby(person: "cai").command, .person("lea")), (Erase(person: "cai").command, .system),
    ]

    @Test("whoever was asked and goes is replaced by somebody else", arguments: departures)
    func departs(_ command: Command, _ actor: Meetings.Actor) {
        var room = Self.set(Self.set(Self.bench, "ann", 0, .working), "cai", 0, .working)
        room = Self.set(Self.set(room, "eve", 0, .stuck), "bob", 0, .stuck)
        #expect(Self.kits(room).calls.map(\.peer) == ["cai", "ann"])
        // Nobody is left who could go there; whoever gets there next is asked.
        room = room.after(command, by: actor)
        #expect(Self.kits(room).calls.map(\.peer) == [nil, "ann"])
        room = Self.set(room, "dee", 0, .working)
        #expect(Self.kits(room).calls.map(\.peer) == ["dee", "ann"])
    }

    @Test("a lost connection is waited for until the next who taps; whoever is back by then is asked still")
    func loses() {
        let lose = EndPresence(person: "cai", reason: .lost).command
        var room = Self.set(Self.set(Self.bench, "ann", 0, .working), "cai", 0, .working)
        room = Self.set(room, "eve", 0, .stuck).after(lose, by: .system)
        #expect(Self.kits(room).calls.map(\.peer) == ["cai"])
        let back = room.after(BeginPresence(person: "cai").command, by: .system)
        #expect(Self.kits(Self.set(back, "bob", 0, .opened)).calls.map(\.peer) == ["cai"])
        room = Self.set(room, "bob", 0, .opened)
        #expect(Self.kits(room).calls.map(\.peer) == ["ann"])
    }

    @Test("help is in the log for both, and who was helped goes on; who goes on alone asks no more")
    func helped() {
        var room = Self.set(Self.set(Self.bench, "ann", 0, .working), "bob", 0, .stuck)
        let help = GiveHelp(segment: Self.segment, asker: "bob", helper: "ann").command
        #expect(Self.refusal(room, help, by: "dee") == .notAllowed(needs: .lead))
        #expect(
            Self.refusal(room, GiveHelp(segment: Self.segment, asker: "bob", helper: "dee").command, by: "dee")
                == .notAllowed(needs: .lead))
        for person in ["ann", "bob", "lea"] as [PersonID] { #expect(Self.refusal(room, help, by: person) == nil) }
        room = room.after(help, by: "bob")
        #expect(Self.kits(room).helps == [Help(person: "bob", peer: "ann", step: 0)])
        #expect(Self.kits(room).calls.isEmpty && Self.kits(room).places["bob"]?.state == .building)
        #expect(Self.kits(room).counts == ["0.working": 1, "0.building": 1])
        room = Self.set(Self.set(room, "dee", 0, .stuck), "dee", 1, .opened)
        #expect(Self.kits(room).calls.isEmpty && Self.kits(room).helps.count == 1)
    }

    @Test("how far somebody is, is told without who it is; who asks to be seen is seen by leads")
    func silence() {
        let set = KitSet(
            segment: "s1", person: "ann", step: 1, state: .working, previousStep: 0, previousState: .opened,
            note: "Canary"
        ).event
        for kind in [ViewerKind.lead, .participant, .wall] {
            let seen = KitSet(segment: "s1", step: 1, state: .working, previousStep: 0, previousState: .opened).event
            #expect(set.seen(by: Audience(kind: kind)) == seen)
        }
        let call = HelpCalled(segment: "s1", person: "ann", step: 1, note: "Canary").event
        let added = PhotoAdded(segment: "s1", photo: "f1", person: "ann", step: 1, width: 9, height: 9, jpeg: "Canary")
        #expect(added.event.seen(by: Audience(kind: .lead)) == PhotoAdded(segment: "s1", photo: "f1").event)
        #expect(call.seen(by: Audience(kind: .lead)) == call)
        for kind in [ViewerKind.participant, .guest, .wall, .waiting] {
            #expect(call.seen(by: Audience(kind: kind)) == nil)
        }
        for kind in [ViewerKind.guest, .waiting] { #expect(set.seen(by: Audience(kind: kind)) == nil) }
    }

    @Test("a kit is judged as a teacher and in the student's hat, each once, also when its item is over")
    func reviews() {
        func review(_ isStudent: Bool, _ fiddly: Int) -> Command {
            ReviewKit(segment: Self.segment, isStudent: isStudent, fiddly: fiddly, frustrating: 2, adaption: "Tape")
                .command
        }
        let room = Self.bench.after(review(false, 4), by: "ann").after(review(true, 1), by: "ann")
            .after(OpenSegment(segment: "s2").command).after(review(false, 5), by: "ann")
        #expect(Self.kits(room).reviews.map(\.fiddly) == [1, 5])
        #expect(Self.kits(room).reviews.map(\.isStudent) == [true, false])
        #expect(Self.refusal(room, review(false, 5)) == .alreadySo)
    }

    @Test("for somebody who has no device a lead or a scribe taps, for those at a table its device, and nobody else")
    func others() {
        let room = Self.bench.after(
            BringIn(person: "fay", by: "lea", mode: .roomNoDevice, tier: .pseudonymous, name: "Fay", school: nil)
                .command, by: .system)
        func tap(_ actor: PersonID, for subject: PersonID) -> Rejection? {
            let command = SetKit(segment: Self.segment, step: 0, state: .opened).command
            do {
                _ = try room.decide(command, Context(actor: .person(actor), for: subject, at: room.at + 1))
                return nil
            } catch {
                return error
            }
        }
        #expect(tap("lea", for: "fay") == nil)
        #expect(tap("ann", for: "fay") == .notAllowed(needs: .lead))
        #expect(tap("lea", for: "ann") == .notAllowed(needs: .lead))
    }
}
