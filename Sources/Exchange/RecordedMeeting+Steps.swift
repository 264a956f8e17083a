// Knows how a recording becomes commands: who is let in when, and what each record means in a room.

import Meetings

/// Something to be done to a room at a time.
public struct ReplayStep: Equatable, Sendable {
    /// What is to be done.
    public enum Act: Equatable, Sendable {
        case command(Command)
        /// Opens the segment at this place of the agenda.
        case openSegment(index: Int)
    }

    public var at: Instant
    public var act: Act
}

extension RecordedMeeting {
    /// Agenda items of a recording have no planned length; this stands for it.
    private static let timeboxSeconds = 600
    /// Between the records of a recording without a clock.
    private static let stepMilliseconds: Int64 = 1_000

    /// The names of all its people, in the order of their first record; who acts without being on a list belongs to it.
    public var people: [(name: String, school: String?)] {
        var known: Set<String> = []
        var people: [(name: String, school: String?)] = []
        for timed in records {
            guard let name = timed.record.person, known.insert(name).inserted else { continue }
            if case .attendee(_, _, _, let school) = timed.record {
                people.append((name, school))
            } else {
                people.append((name, nil))
            }
        }
        return people
    }

    /// All that has to be said to a new room, in order.
    ///
    /// - Parameters:
    ///   - ids: the identifier of each name of `people`.
    ///   - begin: when the meeting opens, in milliseconds since 1970.
    public func steps(_ ids: [String: PersonID], begin: Instant) -> [ReplayStep] {
        let items = agenda
        let plan = Plan(
            title: recording.id, plannedStart: start, zone: "Etc/UTC", options: Options(pulseAfterTalk: false),
            segments: items.map {
                SegmentPlan(kind: .discussion, title: "\($0)", timeboxSeconds: Self.timeboxSeconds)
            }
        ).command
        var steps = [plan, BeginRecording(recording: recording).command, OpenMeeting().command].map {
            ReplayStep(at: begin, act: .command($0))
        }
        var room = Shadow(ids: ids, items: items)
        var at = begin
        for timed in records {
            at =
                timed.milliseconds.map { max(at, begin + $0) } ?? (recording.hasClock ? at : at + Self.stepMilliseconds)
            let now = at
            steps += room.acts(for: timed.record).map { ReplayStep(at: now, act: $0) }
        }
        return steps + [ReplayStep(at: at, act: .command(EndMeeting().command))]
    }

    /// The numbers of the agenda's items: their own, or their places where they have none.
    private var agenda: [Int] {
        var items: [Int] = []
        for timed in records {
            switch timed.record {
            case .agenda(let number): items.append(number ?? items.count + 1)
            case .utterance(let item?, _, _, _) where !items.contains(item): items.append(item)
            default: break
            }
        }
        return items
    }
}

extension Record {
    /// Whom the record is about.
    var person: String? {
        switch self {
        case .attendee(let person, _, _, _), .connect(let person), .handUp(let person), .handDown(let person),
            .queuePeek(let person), .chat(let person, _):
            person
        case .called(let person), .speech(let person, _, _), .utterance(_, let person, _, _): person
        case .agenda: nil
        }
    }
}

/// What has to be remembered of the room while its commands are written.
private struct Shadow {
    let ids: [String: PersonID]
    let items: [Int]
    var joined: Set<String> = []
    var connected: Set<String> = []
    var announced = 0
    var open: Int?

    init(ids: [String: PersonID], items: [Int]) { (self.ids, self.items) = (ids, items) }

    mutating func acts(for record: Record) -> [ReplayStep.Act] {
        switch record {
        case .agenda(nil):
            announced += 1
            return [.openSegment(index: announced - 1)]
        case .agenda: return []
        case .utterance(let item, _, _, _): return enter(item) + commands(for: record).map(ReplayStep.Act.command)
        default: return commands(for: record).map(ReplayStep.Act.command)
        }
    }

    private mutating func enter(_ item: Int?) -> [ReplayStep.Act] {
        guard let item, item != open, let index = items.firstIndex(of: item) else { return [] }
        open = item
        return [.openSegment(index: index)]
    }

    private mutating func commands(for record: Record) -> [Command] {
        guard let name = record.person else {
            switch record {
            case .speech(_, let words, let characters), .utterance(_, _, let words, let characters):
                return [NoteSpeech(person: nil, words: words, characters: characters).command]
            default: return []
            }
        }
        guard let id = ids[name] else { return [] }
        if case .attendee(_, let mode, let isListed, let school) = record {
            let coming = join(name, id, mode, school)
            return isListed == true && !coming.isEmpty ? coming + [CheckIn(person: id).command] : coming
        }
        return join(name, id) + commands(for: record, of: name, id)
    }

    private mutating func commands(for record: Record, of name: String, _ id: PersonID) -> [Command] {
        switch record {
        case .connect: connect(name, id)
        case .handUp: [RaiseHand(person: id).command]
        case .handDown: [LowerHand(person: id).command]
        case .called: [CallOn(person: id).command]
        case .queuePeek: [OpenView(person: id, view: .queue).command]
        case .speech(_, let words, let characters), .utterance(_, _, let words, let characters):
            [NoteSpeech(person: id, words: words, characters: characters).command]
        case .chat(_, let words): [NoteMessage(person: id, words: words).command]
        case .attendee, .agenda: []
        }
    }

    private mutating func join(
        _ name: String, _ id: PersonID, _ mode: AttendanceMode = .unknown, _ school: String? = nil
    ) -> [Command] {
        guard joined.insert(name).inserted else { return [] }
        return [
            Join(person: id, role: .participant, mode: mode, tier: .pseudonymous, name: name, school: school).command
        ]
    }

    /// Recordings do not say when a connection was lost, only that there is a new one.
    private mutating func connect(_ name: String, _ id: PersonID) -> [Command] {
        guard connected.insert(name).inserted else {
            return [EndPresence(person: id, reason: .lost).command, BeginPresence(person: id).command]
        }
        return [BeginPresence(person: id).command]
    }
}
