// A scripted meeting in which every kind of event happens at least once; nobody in it counts only.

@testable import Meetings

/// A meeting by its commands, and the entries it gives.
struct Script {
    private(set) var room = Room()
    private(set) var entries: [Entry] = []
    private var at: Instant = 1_773_334_000_000

    static let lead = PersonID(rawValue: "c1")
    static let siân = PersonID(rawValue: "p1")
    static let ben = PersonID(rawValue: "p2")
    static let guest = PersonID(rawValue: "g1")

    /// Carries out a command; a rejection is a fault of the script.
    mutating func say(_ command: Command, by person: PersonID? = nil, sealed: [PromptAnswer]? = nil) throws {
        at += 7_000
        let actor: Actor = person.map { .person($0) } ?? .system
        var context = Context(actor: actor, at: at)
        context.sealed = sealed
        if command.undoes != nil { context.undoes = room.lastStep?.last }
        for event in try room.decide(command, context) {
            let entry = Entry(sequence: room.sequence + 1, at: at, event: event)
            room.apply(entry)
            entries.append(entry)
        }
    }

    /// The whole meeting, up to and without its end.
    static func played() throws -> Script {
        var script = Script()
        try script.prepare()
        try script.comeIn()
        try script.talk()
        try script.chat()
        try script.groups()
        try script.bench()
        try script.prompts()
        try script.clusters()
        try script.anonymous()
        try script.lead()
        return script
    }

    private mutating func prepare() throws {
        let segments = [
            SegmentPlan(
                kind: .talk, title: "Sensors", timeboxSeconds: 600, note: "Ten minutes", speaker: "Gwen",
                leadNote: "Slow down"),
            SegmentPlan(kind: .handsOn, title: "Build", timeboxSeconds: 900),
            SegmentPlan(kind: .reflection, title: "Think", timeboxSeconds: 300),
        ]
        try say(
            Plan(
                title: "Term", plannedStart: nil, zone: "Europe/London", options: Options(leastHeardFirst: true),
                segments: segments
            ).command)
        try say(
            Join(
                person: Self.lead, role: .coordinator, mode: .unknown, tier: .pseudonymous, name: "Carys",
                school: nil
            ).command)
        try say(Retitle(title: "Spring term").command, by: Self.lead)
        try say(Schedule(plannedStart: 1_773_334_800_000, zone: "Europe/London").command, by: Self.lead)
        try say(SetVenue(place: "Hall", callLink: "https://call.example/1").command, by: Self.lead)
        try say(OpenMeeting().command, by: Self.lead)
        try say(BeginPresence(person: Self.lead).command)
    }

    /// A table of two, one of whom gets a device of their own; somebody with none, who goes home.
    private mutating func shareDevices() throws {
        let (table, una, ned, dai) = ("t1", "p7", "p8", "p9")
        try say(SetOptions(options: Options(leastHeardFirst: true)).command, by: Self.lead)
        try say(
            Join(
                person: PersonID(rawValue: table), role: .table, mode: .tableDevice, tier: .pseudonymous,
                name: "Table 1", school: nil
            ).command)
        try say(BeginPresence(person: PersonID(rawValue: table)).command)
        for (id, host, mode) in [
            (una, table, AttendanceMode.tableDevice), (ned, table, .tableDevice),
            (dai, Self.lead.rawValue, .roomNoDevice),
        ] {
            try say(
                BringIn(
                    person: PersonID(rawValue: id), by: PersonID(rawValue: host), mode: mode, tier: .pseudonymous,
                    name: "New", school: "Ysgol y Bryn"
                ).command)
        }
        try say(EndPresence(person: PersonID(rawValue: table), reason: .lost).command)
        try say(BeginPresence(person: PersonID(rawValue: table)).command)
        try say(BeginPresence(person: PersonID(rawValue: ned)).command)
        try say(CheckOut(person: PersonID(rawValue: dai)).command, by: Self.lead)
        try say(OpenView(person: PersonID(rawValue: una), view: .queue).command)
    }

    private mutating func comeIn() throws {
        for (id, name) in [(Self.siân, "Siân Huws"), (Self.ben, "Ben"), (PersonID(rawValue: "p3"), "Cai")] {
            try say(
                Join(
                    person: id, role: .participant, mode: .remote, tier: .pseudonymous, name: name,
                    school: "Ysgol Glan Môr"
                ).command)
            try say(BeginPresence(person: id).command)
        }
        try say(
            Join(person: Self.guest, role: .guest, mode: .remote, tier: .pseudonymous, name: "Dr Owen", school: nil)
                .command)
        try say(BeginPresence(person: Self.guest).command)
        try say(SetOptions(options: Options(lobby: true, leastHeardFirst: true)).command, by: Self.lead)
        for id in ["p4", "p5"].map(PersonID.init(rawValue:)) {
            try say(
                Join(
                    person: id, role: .participant, mode: .roomDevice, tier: .pseudonymous, name: "New", school: nil
                ).command)
        }
        try say(Admit(person: PersonID(rawValue: "p4")).command, by: Self.lead)
        try say(Deny(person: PersonID(rawValue: "p5")).command, by: Self.lead)
        try say(
            Join(
                person: PersonID(rawValue: "p6"), role: .participant, mode: .remote, tier: .pseudonymous, name: "Away",
                school: nil
            ).command)
        try say(EndWait(person: PersonID(rawValue: "p6")).command)
        try say(LockRoom().command, by: Self.lead)
        try say(UnlockRoom().command, by: Self.lead)
        try shareDevices()
        try say(Rename(person: Self.ben, name: "Benjamin", school: "Ashton High").command, by: Self.lead)
        try say(SetMode(person: nil, mode: .roomDevice).command, by: Self.ben)
        try say(SetTier(tier: .quotable).command, by: Self.ben)
        try say(MoveToLobby(person: PersonID(rawValue: "p4")).command, by: Self.lead)
        try say(Admit(person: PersonID(rawValue: "p4")).command, by: Self.lead)
        // The same person on another device.
        let (twin, first) = (PersonID(rawValue: "p12"), PersonID(rawValue: "p4"))
        try say(
            Join(person: twin, role: .participant, mode: .remote, tier: .pseudonymous, name: "new", school: nil)
                .command)
        try say(BeginPresence(person: twin).command)
        try say(ClaimEntry(other: first).command, by: twin)
        try say(MergePerson(person: twin, into: first).command, by: Self.lead)
    }

    private mutating func talk() throws {
        try say(OpenNext().command, by: Self.lead)
        try say(RaiseHand(person: nil).command, by: Self.siân)
        try say(CallOn(person: Self.siân).command, by: Self.lead)
        try say(NoteSpeech(person: Self.siân, words: 12, characters: 60).command, by: Self.lead)
        try say(EndTurn(person: nil).command, by: Self.siân)
        try say(RaiseHand(person: nil).command, by: Self.siân)
        try say(RaiseHand(person: Self.ben).command, by: Self.lead)
        try say(LowerHand(person: nil).command, by: Self.siân)
        try say(StartTurn(person: nil).command, by: Self.ben)
        try say(AdjustTimebox(segment: room.current ?? SegmentID(rawValue: ""), seconds: 60).command, by: Self.lead)
        try say(OpenNext().command, by: Self.lead)
        let pulse = room.pulses[0].id
        try say(AnswerPulse(pulse: pulse, answer: .lost).command, by: Self.ben)
        try say(AnswerPulse(pulse: pulse, answer: .gotIt).command, by: Self.ben)
        try say(ClosePulse(pulse: pulse).command, by: Self.lead)
    }

    private mutating func chat() throws {
        try say(PostMessage(text: "Bore da", re: nil).command, by: Self.ben)
        let first = room.messages[0].id
        try say(PostMessage(text: "Shwmae", re: first).command, by: Self.siân)
        try say(CorrectMessage(message: first, text: "Bore da bawb").command, by: Self.ben)
        try say(React(message: first, reaction: .thanks).command, by: Self.siân)
        try say(React(message: first, reaction: .idea).command, by: Self.siân)
        try say(Unreact(message: first, reaction: .idea).command, by: Self.siân)
        try say(WithdrawMessage(message: room.messages[1].id).command, by: Self.siân)
        try say(RestoreMessage(message: room.messages[1].id, text: "Shwmae").command, by: Self.siân)
        try say(WithdrawMessage(message: room.messages[1].id).command, by: Self.siân)
        try say(PostMessage(text: "Hide me", re: nil).command, by: Self.ben)
        try say(HideMessage(message: room.messages[2].id).command, by: Self.lead)
        try say(AskQuestion(text: "Which sensor?").command, by: Self.siân)
        try say(SupportQuestion(question: room.questions[0].id).command, by: Self.ben)
        try say(MarkAnswered(question: room.questions[0].id).command, by: Self.guest)
        try say(AskQuestion(text: "Hide this").command, by: Self.ben)
        try say(HideQuestion(question: room.questions[1].id).command, by: Self.lead)
    }

    private mutating func lead() throws {
        try say(AppointScribe(person: Self.ben).command, by: Self.lead)
        try say(DismissScribe(person: Self.ben).command, by: Self.lead)
        try say(AppointLead(person: Self.ben).command, by: Self.lead)
        try say(DismissLead(person: Self.ben).command, by: Self.lead)
        let plan = SegmentPlan(kind: .pause, title: "Tea", timeboxSeconds: 300)
        try say(AddSegment(plan: plan, index: 1).command, by: Self.lead)
        let tea = room.agenda[1].id
        try say(
            EditSegment(segment: tea, plan: SegmentPlan(kind: .pause, title: "Te", timeboxSeconds: 240)).command,
            by: Self.lead)
        try say(MoveSegment(segment: tea, index: 3).command, by: Self.lead)
        try say(SkipSegment(segment: room.agenda[2].id, isConfirmed: true).command, by: Self.lead)
        try say(RemoveSegment(segment: tea).command, by: Self.lead)
        try say(OpenPrevious().command, by: Self.lead)
        try say(Undo(step: "c9").command, by: Self.lead)
        try say(OpenPrevious().command, by: Self.lead)
        try say(TakeLeave(reason: .travel).command, by: PersonID(rawValue: "p3"))
        try say(Remove(person: PersonID(rawValue: "p3")).command, by: Self.lead)
        try say(EndPresence(person: Self.siân, reason: .lost).command)
    }
}
