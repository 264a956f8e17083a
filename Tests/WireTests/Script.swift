// A scripted meeting in which every kind of event happens at least once; nobody in it counts only.

import Meetings

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
    mutating func say(_ command: Command, by person: PersonID? = nil) throws {
        at += 7_000
        let actor: Actor = person.map { .person($0) } ?? .system
        for event in try room.decide(command, Context(actor: actor, at: at)) {
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
        try script.lead()
        return script
    }

    private mutating func prepare() throws {
        let segments = [
            SegmentPlan(kind: .talk, title: "Sensors", timeboxSeconds: 600, note: "Ten minutes"),
            SegmentPlan(kind: .handsOn, title: "Build", timeboxSeconds: 900),
            SegmentPlan(kind: .reflection, title: "Think", timeboxSeconds: 300),
        ]
        try say(
            .plan(
                title: "Term", plannedStart: nil, zone: "Europe/London", options: Options(leastHeardFirst: true),
                segments: segments))
        try say(
            .join(
                person: Self.lead, role: .coordinator, mode: .unknown, tier: .pseudonymous, name: "Carys",
                school: nil))
        try say(.retitle(title: "Spring term"), by: Self.lead)
        try say(.schedule(plannedStart: 1_773_334_800_000, zone: "Europe/London"), by: Self.lead)
        try say(.openMeeting, by: Self.lead)
        try say(.beginPresence(person: Self.lead))
    }

    /// A table of two, one of whom gets a device of their own; somebody with none, who goes home.
    private mutating func shareDevices() throws {
        let (table, una, ned, dai) = ("t1", "p7", "p8", "p9")
        try say(.setOptions(options: Options(leastHeardFirst: true)), by: Self.lead)
        try say(
            .join(
                person: PersonID(rawValue: table), role: .table, mode: .tableDevice, tier: .pseudonymous,
                name: "Table 1", school: nil))
        try say(.beginPresence(person: PersonID(rawValue: table)))
        for (id, host, mode) in [
            (una, table, AttendanceMode.tableDevice), (ned, table, .tableDevice),
            (dai, Self.lead.rawValue, .roomNoDevice),
        ] {
            try say(
                .bringIn(
                    person: PersonID(rawValue: id), by: PersonID(rawValue: host), mode: mode, tier: .pseudonymous,
                    name: "New", school: "Ysgol y Bryn"))
        }
        try say(.endPresence(person: PersonID(rawValue: table), reason: .lost))
        try say(.beginPresence(person: PersonID(rawValue: table)))
        try say(.beginPresence(person: PersonID(rawValue: ned)))
        try say(.checkOut(person: PersonID(rawValue: dai)), by: Self.lead)
        try say(.openView(person: PersonID(rawValue: una), view: .queue))
    }

    private mutating func comeIn() throws {
        for (id, name) in [(Self.siân, "Siân Huws"), (Self.ben, "Ben"), (PersonID(rawValue: "p3"), "Cai")] {
            try say(
                .join(
                    person: id, role: .participant, mode: .remote, tier: .pseudonymous, name: name,
                    school: "Ysgol Glan Môr"))
            try say(.beginPresence(person: id))
        }
        try say(
            .join(person: Self.guest, role: .guest, mode: .remote, tier: .pseudonymous, name: "Dr Owen", school: nil))
        try say(.beginPresence(person: Self.guest))
        try say(.setOptions(options: Options(lobby: true, leastHeardFirst: true)), by: Self.lead)
        for id in ["p4", "p5"].map(PersonID.init(rawValue:)) {
            try say(
                .join(
                    person: id, role: .participant, mode: .roomDevice, tier: .pseudonymous, name: "New", school: nil))
        }
        try say(.admit(person: PersonID(rawValue: "p4")), by: Self.lead)
        try say(.deny(person: PersonID(rawValue: "p5")), by: Self.lead)
        try say(.lockRoom, by: Self.lead)
        try say(.unlockRoom, by: Self.lead)
        try shareDevices()
        try say(.rename(person: Self.ben, name: "Benjamin", school: "Ashton High"), by: Self.lead)
        try say(.setMode(person: nil, mode: .roomDevice), by: Self.ben)
        try say(.setTier(tier: .quotable), by: Self.ben)
        try say(.moveToLobby(person: PersonID(rawValue: "p4")), by: Self.lead)
        try say(.admit(person: PersonID(rawValue: "p4")), by: Self.lead)
    }

    private mutating func talk() throws {
        try say(.openNext, by: Self.lead)
        try say(.raiseHand(person: nil), by: Self.siân)
        try say(.callOn(person: Self.siân), by: Self.lead)
        try say(.noteSpeech(person: Self.siân, words: 12, characters: 60), by: Self.lead)
        try say(.endTurn(person: nil), by: Self.siân)
        try say(.raiseHand(person: nil), by: Self.siân)
        try say(.raiseHand(person: Self.ben), by: Self.lead)
        try say(.lowerHand(person: nil), by: Self.siân)
        try say(.startTurn(person: nil), by: Self.ben)
        try say(.adjustTimebox(segment: room.current ?? SegmentID(rawValue: ""), seconds: 60), by: Self.lead)
        try say(.openNext, by: Self.lead)
        let pulse = room.pulses[0].id
        try say(.answerPulse(pulse: pulse, answer: .lost), by: Self.ben)
        try say(.answerPulse(pulse: pulse, answer: .gotIt), by: Self.ben)
        try say(.closePulse(pulse: pulse), by: Self.lead)
    }

    private mutating func chat() throws {
        try say(.postMessage(text: "Bore da", re: nil), by: Self.ben)
        let first = room.messages[0].id
        try say(.postMessage(text: "Shwmae", re: first), by: Self.siân)
        try say(.correctMessage(message: first, text: "Bore da bawb"), by: Self.ben)
        try say(.react(message: first, reaction: .thanks), by: Self.siân)
        try say(.react(message: first, reaction: .idea), by: Self.siân)
        try say(.unreact(message: first, reaction: .idea), by: Self.siân)
        try say(.withdrawMessage(message: room.messages[1].id), by: Self.siân)
        try say(.postMessage(text: "Hide me", re: nil), by: Self.ben)
        try say(.hideMessage(message: room.messages[2].id), by: Self.lead)
        try say(.askQuestion(text: "Which sensor?"), by: Self.siân)
        try say(.supportQuestion(question: room.questions[0].id), by: Self.ben)
        try say(.markAnswered(question: room.questions[0].id), by: Self.guest)
        try say(.askQuestion(text: "Hide this"), by: Self.ben)
        try say(.hideQuestion(question: room.questions[1].id), by: Self.lead)
    }

    private mutating func lead() throws {
        try say(.appointScribe(person: Self.ben), by: Self.lead)
        try say(.dismissScribe(person: Self.ben), by: Self.lead)
        try say(.appointLead(person: Self.ben), by: Self.lead)
        try say(.dismissLead(person: Self.ben), by: Self.lead)
        let plan = SegmentPlan(kind: .pause, title: "Tea", timeboxSeconds: 300)
        try say(.addSegment(plan: plan, index: 1), by: Self.lead)
        let tea = room.agenda[1].id
        try say(
            .editSegment(segment: tea, plan: SegmentPlan(kind: .pause, title: "Te", timeboxSeconds: 240)),
            by: Self.lead)
        try say(.moveSegment(segment: tea, index: 3), by: Self.lead)
        try say(.skipSegment(segment: room.agenda[2].id, isConfirmed: true), by: Self.lead)
        try say(.removeSegment(segment: tea), by: Self.lead)
        try say(.openPrevious, by: Self.lead)
        try say(.takeLeave(reason: .travel), by: PersonID(rawValue: "p3"))
        try say(.remove(person: PersonID(rawValue: "p3")), by: Self.lead)
        try say(.endPresence(person: Self.siân, reason: .lost))
    }
}
