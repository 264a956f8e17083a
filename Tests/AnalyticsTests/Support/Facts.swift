// Facts of a meeting with their seconds and whoever caused them, and the record that is made of them.

@testable import Analytics
@testable import Meetings

/// A log that a test writes.
struct Facts {
    static let begin: Instant = 1_800_000_000_000
    private(set) var entries: [Entry] = []
    private(set) var actors: [Int64: PersonID] = [:]

    static func id(_ name: String) -> PersonID { PersonID(rawValue: name) }
    static func segment(_ name: String) -> SegmentID { SegmentID(rawValue: name) }

    mutating func add(_ seconds: Double, _ fact: some RoomFact, by actor: String? = nil) {
        let sequence = Int64(entries.count + 1)
        entries.append(Entry(sequence: sequence, at: Self.begin + Instant(seconds * 1000), event: fact.event))
        if let actor { actors[sequence] = Self.id(actor) }
    }

    /// An open meeting with an agenda: each item's kind and minutes.
    init(_ segments: [(SegmentKind, Int)] = [], bench: Int? = nil) {
        for (index, (kind, minutes)) in segments.enumerated() {
            add(
                0,
                SegmentAdded(
                    segment: Self.segment("s\(index + 1)"), kind: kind, title: nil, timeboxSeconds: minutes * 60,
                    note: nil, index: index, speaker: nil, leadNote: nil, breakout: nil,
                    bench: bench == index + 1 ? BenchPlan(steps: [BenchStep(text: "Build")]) : nil))
        }
        add(0, MeetingOpened())
    }

    mutating func join(
        _ seconds: Double, _ name: String, _ mode: AttendanceMode = .remote, role: Role = .participant,
        school: String? = nil, here: Bool = true, tier: Tier = .pseudonymous
    ) {
        add(
            seconds,
            PersonJoined(person: Self.id(name), role: role, mode: mode, tier: tier, name: name, school: school))
        if here { come(seconds, name, mode) }
    }

    mutating func come(_ seconds: Double, _ name: String, _ mode: AttendanceMode = .remote) {
        add(seconds, PresenceBegan(person: Self.id(name), mode: mode))
    }

    mutating func checkIn(_ seconds: Double, _ name: String, _ source: Source = .leadTap) {
        add(seconds, PersonCheckedIn(person: Self.id(name), source: source))
    }

    mutating func go(_ seconds: Double, _ name: String, _ reason: PresenceEnd = .lost) {
        add(seconds, PresenceEnded(person: Self.id(name), reason: reason))
    }

    mutating func open(_ seconds: Double, _ segment: String) {
        add(seconds, SegmentOpened(segment: Self.segment(segment)))
    }

    mutating func close(_ seconds: Double, _ segment: String) {
        add(seconds, SegmentEnded(segment: Self.segment(segment)))
    }

    mutating func say(
        _ seconds: Double, _ name: String, _ message: String, words: Int, re: String? = nil, group: String? = nil
    ) {
        add(
            seconds,
            MessagePosted(
                message: MessageID(rawValue: message), person: Self.id(name), words: words,
                re: re.map { MessageID(rawValue: $0) }, group: group.map { GroupID(rawValue: $0) }))
    }

    /// Somebody speaks for so long.
    mutating func speak(_ seconds: Double, _ name: String, for length: Double) {
        add(seconds, TurnStarted(person: Self.id(name), source: .leadTap))
        add(seconds + length, TurnEnded(person: Self.id(name), milliseconds: Int64(length * 1000)))
    }

    mutating func pulse(_ seconds: Double, _ pulse: String, in segment: String) {
        add(seconds, PulseOpened(pulse: PulseID(rawValue: pulse), segment: Self.segment(segment)))
    }

    mutating func answer(_ seconds: Double, _ name: String, _ pulse: String, previous: PulseAnswer? = nil) {
        add(
            seconds,
            PulseAnswered(
                pulse: PulseID(rawValue: pulse), person: Self.id(name), answer: .gotIt, previous: previous))
    }

    mutating func end(_ seconds: Double) { add(seconds, MeetingEnded()) }

    var record: ParticipationRecord { MeetingReading(entries, actors: actors).record }
    var measures: MeetingMeasures { MeetingMeasures(record) }
}

extension MeetingMeasures {
    /// One figure of all; nil if there is none.
    func figure(_ name: String, _ subset: String, _ id: String? = nil) -> Measure? {
        all().first { $0.name == name && $0.subset == subset && (id == nil || $0.scopeID == id) }
    }
}
