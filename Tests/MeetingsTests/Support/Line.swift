// Knows what a line of a table is: a room, a command, and its events or its rejection.

import Testing

@testable import Meetings

/// What came of a command.
enum Outcome: Equatable, Sendable {
    case events([Event])
    case refused(Rejection)
    /// It is granted, and stands in no log.
    case keptApart

    /// Whether something happened.
    var isDone: Bool {
        switch self {
        case .events(let events): !events.isEmpty
        case .keptApart: true
        case .refused: false
        }
    }

    /// What `room` makes of the command.
    init(_ room: Room, _ command: Command, by actor: Meetings.Actor, at instant: Instant) {
        do {
            var context = Context(actor: actor, at: instant)
            // As a host that finds the last step to be the actor's own.
            if command.undoes != nil { context.undoes = room.lastStep?.last }
            // As a host to whom the answers lie ready.
            context.sealed = []
            let events = try room.decide(command, context)
            self = command.isKeptApart && events.isEmpty ? .keptApart : .events(events)
        } catch {
            self = .refused(error)
        }
    }
}

/// Given a room, when a command comes, then these events or this rejection.
struct Line: Sendable, CustomTestStringConvertible {
    let name: String
    let room: Room
    let actor: Meetings.Actor
    let command: Command
    /// Milliseconds between the last entry of the room and the command.
    let delayMilliseconds: Int64
    let expected: Outcome

    init(
        _ name: String, _ room: Room, by actor: Meetings.Actor = "lea", _ command: Command,
        delay milliseconds: Int64 = 1_000, then events: Event...
    ) {
        self.init(name, room, actor, command, milliseconds, .events(events))
    }

    init(
        _ name: String, _ room: Room, by actor: Meetings.Actor = "lea", _ command: Command, refused: Rejection
    ) {
        self.init(name, room, actor, command, 1_000, .refused(refused))
    }

    private init(
        _ name: String, _ room: Room, _ actor: Meetings.Actor, _ command: Command, _ milliseconds: Int64,
        _ expected: Outcome
    ) {
        self.name = name
        self.room = room
        self.actor = actor
        self.command = command
        self.delayMilliseconds = milliseconds
        self.expected = expected
    }

    var testDescription: String { name }

    /// Runs the line. Deciding twice says the same, because it changes nothing.
    func check(sourceLocation: SourceLocation = #_sourceLocation) {
        let instant = room.at + delayMilliseconds
        let outcome = Outcome(room, command, by: actor, at: instant)
        #expect(outcome == expected, "\(name)", sourceLocation: sourceLocation)
        #expect(Outcome(room, command, by: actor, at: instant) == outcome, sourceLocation: sourceLocation)
    }
}

extension Command {
    /// Whether what it says comes into no log.
    var isKeptApart: Bool {
        guard case .prompts(.answerAnonymously) = self else { return false }
        return true
    }
}
