// Knows a room for every cell of the rights table in which the command would succeed if it were allowed.

@testable import Meetings

/// A cell of the rights table without its command.
struct RightsCell: Sendable, CustomStringConvertible {
    let role: Role
    let phase: Phase
    let relation: Relation

    var description: String { "\(role) \(phase) \(relation)" }

    static let all = Role.allCases.flatMap { role in
        Phase.allCases.flatMap { phase in
            Relation.allCases.map { RightsCell(role: role, phase: phase, relation: $0) }
        }
    }
}

/// A room, made of facts so that every role can be in every phase, and a command by `me`.
struct RightsScene {
    let room: Room
    let command: Command

    /// Nil where the cell cannot be: a command that names nobody has no relation to others.
    init?(_ kind: CommandKind, _ cell: RightsCell) {
        let target = cell.relation == .own ? "me" : kind.other
        let command = kind.inScene(target)
        guard cell.relation == .own || command.target != nil else { return nil }
        self.command = command
        room = Room().after(Self.facts(kind, cell, about: target), at: Given.start)
    }

    var outcome: Outcome { Outcome(room, command, by: "me", at: Given.start + 1_000) }

    private static func facts(_ kind: CommandKind, _ cell: RightsCell, about target: PersonID) -> [Event] {
        var facts: [Event] = [
            MeetingPlanned(title: "T", plannedStart: nil, zone: "Europe/London", options: Options()).event,
            SegmentAdded(segment: "s1", kind: .talk, title: "1", timeboxSeconds: 300, note: nil, index: 0).event,
            SegmentAdded(segment: "s2", kind: .handsOn, title: "2", timeboxSeconds: 300, note: nil, index: 1).event,
            SegmentAdded(segment: "s3", kind: .discussion, title: "3", timeboxSeconds: 300, note: nil, index: 2).event,
            Given.came("me", cell.role), Given.came("you"), Given.came("boss", .lead),
            TopicsSet(topics: [.sample]).event,
            DraftSaved(draft: "d1", title: nil, groups: [], texts: nil, draw: Draw(choice: .mix)).event,
        ]
        // A table's device sits where those do who share it.
        if cell.role == .table { facts += [Given.came("sat"), PersonSeated(person: "sat", table: "me").event] }
        if cell.relation == .scribed { facts.append(ScribeAppointed(person: "me").event) }
        guard cell.phase != .planned else { return facts + kind.before(target) }
        facts += [
            MeetingOpened().event, PresenceBegan(person: "me", mode: .remote).event,
            PresenceBegan(person: "you", mode: .remote).event,
            PersonWaited(person: "wil", mode: .remote, tier: .quotable, name: "Wil", school: nil).event,
            SegmentOpened(segment: "s1").event, SegmentEnded(segment: "s1").event,
            PulseOpened(pulse: "u1", segment: "s1").event,
            SegmentOpened(segment: "s2").event,
            MessagePosted(message: "m1", person: "me", name: "Me", text: "Mine", words: 1, re: nil).event,
            QuestionAsked(question: "q1", person: "you", name: "You", text: "Why?", words: 1).event,
            GroupsFormed(
                round: "r1", segment: "s2",
                groups: [
                    GroupSeats(group: "g1", members: ["me", "you", "sat"]), GroupSeats(group: "g2", members: ["boss"]),
                ], texts: nil, draw: Draw(choice: .mix)
            ).event,
            CardWritten(
                card: "k1", group: "g1", person: "me", name: "Me", text: "One", words: 1, re: nil, isReport: false
            ).event,
            CardWritten(
                card: "k2", group: "g1", person: "you", name: "You", text: "Two", words: 1, re: nil, isReport: false
            ).event,
        ]
        facts += kind.before(target)
        if cell.phase == .ended { facts.append(MeetingEnded().event) }
        return facts
    }
}
