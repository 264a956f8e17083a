// Knows how a random wish is made: of every kind, with identifiers that exist and with nonsense.

@testable import Meetings

extension SplitMix64 {
    /// A wish of that kind.
    mutating func command(_ kind: CommandKind, _ room: Room, _ people: [PersonID]) -> Command {
        switch kind {
        case .frame(let kind): return command(kind, room, people)
        case .door(let kind): return command(kind, room, people)
        case .roster(let kind): return command(kind, room, people)
        case .agenda(let kind): return command(kind, room, people)
        case .pulse(let kind): return command(kind, room, people)
        case .bench(let kind): return command(kind, room, people)
        case .prompts(let kind): return command(kind, room, people)
        case .chat(let kind): return command(kind, room, people)
        case .floor(let kind): return command(kind, room, people)
        case .questions(let kind): return command(kind, room, people)
        case .topics(let kind): return command(kind, room, people)
        case .drafts(let kind): return command(kind, room, people)
        case .groups(let kind): return command(kind, room, people)
        case .notes(let kind): return command(kind, room, people)
        case .turns(let kind): return command(kind, room, people)
        case .takeaway(let kind): return command(kind, room, people)
        case .imports(let kind): return command(kind, room, people)
        }
    }

    /// Mostly one of them.
    mutating func someone(_ people: [PersonID]) -> PersonID {
        once(in: 12) ? pick(["ghost", "", .counted]) : pick(people)
    }

    mutating func text() -> String { pick(["Siân", "Bore da bawb", "👩\u{200D}🏫", "a\nb\u{202E}", " ", "x"]) }

    mutating func options() -> Options {
        Options(lobby: once(in: 3), leastHeardFirst: once(in: 2), pulseAfterTalk: !once(in: 4), chat: !once(in: 4))
    }

    mutating func plan() -> SegmentPlan {
        SegmentPlan(
            kind: once(in: 2) ? .talk : pick(SegmentKind.allCases), title: text(), timeboxSeconds: pick([60, 900]))
    }

    /// Somebody in the lobby. Sorted, because the order of a dictionary differs from process to process.
    mutating func waiting(_ room: Room) -> PersonID? {
        room.waiting.isEmpty ? nil : pick(room.waiting.keys.sorted())
    }

    mutating func segment(_ room: Room) -> SegmentID {
        room.agenda.isEmpty || once(in: 12) ? "nonsense" : pick(room.agenda).id
    }

    mutating func pulse(_ room: Room) -> PulseID {
        room.pulses.isEmpty || once(in: 12) ? "nonsense" : pick(room.pulses).id
    }

    mutating func message(_ room: Room) -> MessageID {
        room.messages.isEmpty || once(in: 12) ? "nonsense" : pick(Array(room.messages)).id
    }

    mutating func question(_ room: Room) -> QuestionID {
        room.questions.isEmpty || once(in: 12) ? "nonsense" : pick(room.questions).id
    }
}
