// Knows the rooms that the tables start from, and how to play them on.

import Testing

@testable import Meetings

extension Room {
    /// The room after a command, which has to be accepted; a refusal is reported and leaves the room as it was.
    func after(
        _ command: Command, by actor: Meetings.Actor = "lea", delay milliseconds: Int64 = 1_000,
        sourceLocation: SourceLocation = #_sourceLocation
    ) -> Room {
        let instant = at + milliseconds
        switch Outcome(self, command, by: actor, at: instant) {
        case .events(let events): return after(events, at: instant)
        case .keptApart: return self
        case .refused(let rejection):
            Issue.record("\(command.kind) was refused: \(rejection)", sourceLocation: sourceLocation)
            return self
        }
    }

    /// The room after facts, whether or not they could be decided.
    func after(_ events: Event...) -> Room { after(events, at: at + 1_000) }

    /// The room after facts of one moment.
    func after(_ events: [Event], at instant: Instant) -> Room {
        var room = self
        for event in events { room.apply(Entry(sequence: room.sequence + 1, at: instant, event: event)) }
        return room
    }

    /// The room after somebody joined and their connection began.
    func joined(
        _ id: PersonID, _ role: Role = .participant, mode: AttendanceMode = .remote, tier: Tier = .pseudonymous
    ) -> Room {
        after(Join(person: id, role: role, mode: mode, tier: tier, name: id.rawValue, school: nil).command, by: .system)
            .after(BeginPresence(person: id).command, by: .system)
    }
}

/// The rooms of the tables. People: `lea` leads, `cor` coordinates, `ann` and `bob` take part, `gus` is a guest.
enum Given {
    /// The moment at which the rooms begin.
    static let start: Instant = 1_000_000_000

    static let segments = [
        SegmentPlan(kind: .checkIn, title: "Welcome", timeboxSeconds: 300),
        SegmentPlan(kind: .talk, title: "Circuits", timeboxSeconds: 900, note: "Slides"),
        SegmentPlan(kind: .reflection, title: "Look back", timeboxSeconds: 600),
        SegmentPlan(kind: .handsOn, title: "Build", timeboxSeconds: 1_200),
    ]

    static let plan = Plan(
        title: "Micro:bits", plannedStart: start, zone: "Europe/London", options: Options(), segments: segments
    ).command

    /// The server's wish to let somebody in.
    static func join(
        _ id: PersonID, _ role: Role = .participant, name: String = "Siân", school: String? = "Ysgol Glan Môr"
    ) -> Command {
        Join(person: id, role: role, mode: .remote, tier: .pseudonymous, name: name, school: school).command
    }

    /// Groups of those people, one each.
    static func groups(_ members: [PersonID]...) -> RoundPlan {
        RoundPlan(groups: members.map { GroupPlan(members: $0) }, draw: Draw(choice: .byHand))
    }

    /// What becomes of `join`.
    static func came(
        _ id: PersonID, _ role: Role = .participant, name: String = "Siân", school: String? = "Ysgol Glan Môr"
    ) -> Event {
        PersonJoined(person: id, role: role, mode: .remote, tier: .pseudonymous, name: name, school: school).event
    }

    /// Planned, segments s2 to s5, with a lead and a coordinator who are not connected. Sequence 7.
    static let planned = Room()
        .after(plan, by: .system, delay: start)
        .after(
            Join(person: "lea", role: .lead, mode: .remote, tier: .quotable, name: "Lea", school: nil).command,
            by: .system
        )
        .after(
            Join(person: "cor", role: .coordinator, mode: .remote, tier: .quotable, name: "Cor", school: nil).command,
            by: .system)

    /// Open with everybody connected and no segment begun. Sequence 16.
    static let open =
        planned
        .after(OpenMeeting().command)
        .after(BeginPresence(person: "lea").command, by: .system)
        .after(BeginPresence(person: "cor").command, by: .system)
        .joined("ann").joined("bob").joined("gus", .guest)

    /// The check-in runs. Sequence 17.
    static let checkIn = open.after(OpenNext().command)
    /// The talk runs. Sequence 19.
    static let talk = checkIn.after(OpenNext().command)
    /// The reflection runs and the pulse of the talk, u21, is open. Sequence 22.
    static let reflection = talk.after(OpenNext().command)
    /// Over. Sequence 17.
    static let ended = open.after(EndMeeting().command)
    /// Nobody new comes in. Sequence 17.
    static let locked = open.after(LockRoom().command)
    /// The lobby is on and `wil` waits. Sequence 18.
    static let lobby = open.after(SetOptions(options: Options(lobby: true)).command).after(
        join("wil", name: "Wil"), by: .system)
    /// `ann` wrote m17. Sequence 17.
    static let chat = open.after(PostMessage(text: "Bore da", re: nil).command, by: "ann")
    /// `ann` asked q17. Sequence 17.
    static let wall = open.after(AskQuestion(text: "Why?").command, by: "ann")
    /// `bob` taps for others. Sequence 17.
    static let scribe = open.after(AppointScribe(person: "bob").command)
    /// `ann` holds the floor. Sequence 17.
    static let speaking = open.after(StartTurn(person: nil).command, by: "ann")
}
