// Knows a whole rehearsal: who takes part, when they come, and when it is over. It speaks the public protocol only.

import Foundation
import Meetings

/// What a rehearsal is asked for.
public struct Rehearsal: Sendable {
    /// A join code or a join link.
    public var meeting: String
    public var people: Int
    public var url: String
    /// Times as fast as people are.
    public var speed: Double
    public var seed: UInt64
    /// How long people wait for a meeting to be opened; nil: as long as it takes.
    public var patienceSeconds: Double?
    /// After this long they go, whether or not the meeting is over; nil: they stay.
    public var longestSeconds: Double?

    /// A rehearsal to be run.
    public init(
        meeting: String, people: Int, url: String, speed: Double, seed: UInt64, patienceSeconds: Double? = nil,
        longestSeconds: Double? = nil
    ) {
        (self.meeting, self.people, self.url, self.speed, self.seed) = (meeting, people, url, speed, seed)
        (self.patienceSeconds, self.longestSeconds) = (patienceSeconds, longestSeconds)
    }

    /// Runs until the meeting is over; `tell` hears how it goes, in sentences.
    ///
    /// - Throws: `RehearsalFailure`.
    public func run(tell: @escaping (String) -> Void) throws -> Outcome {
        let stage = Stage(
            endpoint: try Endpoint(url), key: DoorKey(meeting), speed: speed, seed: seed, people: people, tell: tell)
        return try stage.play(patienceSeconds, longestSeconds)
    }
}

/// What opens the door: a code or a link.
struct DoorKey: Encodable {
    var code: String?
    var link: String?

    /// From what was typed: `https://…/#l=TOKEN`, or a code.
    init(_ typed: String) {
        if let mark = typed.range(of: "#l=") {
            link = String(typed[mark.upperBound...])
        } else {
            code = typed
        }
    }
}

/// The rehearsal while it runs, on its one thread.
final class Stage {
    let endpoint: Endpoint
    let key: DoorKey
    let speed: Double
    let seed: UInt64
    let loop = Loop()
    var count = DeliveryCount()
    private let tell: (String) -> Void
    private let reader = NewsReader()
    private let size: Int
    private var teachers: [Teacher] = []
    private var waiting: [Teacher] = []
    private var atTheDoor = 0
    private var late: [Teacher] = []
    private var opened: Set<SegmentID> = []
    private var wishes = Outcome.Wishes()
    private var meeting = ""
    private var failure: RehearsalFailure?
    private var isOver = false
    private var hasBegun = false
    private var chance: Chance

    /// How many may be on their way in at once.
    private static let doorWidth = 16
    private static let knockSeconds = 1.0
    /// Everybody who does come on time comes within this many seconds of the meeting.
    private static let arrivalSeconds = 20.0
    /// What is under way when the meeting ends has this long to arrive.
    private static let graceSeconds = 3.0
    /// However fast a rehearsal is, people come through a door.
    private static let arrivalsPerSecond = 50.0
    private static let welcomeStart = Array("{\"welcome\":".utf8)
    private static let lookSeconds = 0.25

    init(
        endpoint: Endpoint, key: DoorKey, speed: Double, seed: UInt64, people: Int, tell: @escaping (String) -> Void
    ) {
        (self.endpoint, self.key, self.speed, self.seed, size) = (endpoint, key, speed, seed, people)
        self.tell = tell
        chance = Chance(seed: seed)
    }

    func play(_ patienceSeconds: Double?, _ longestSeconds: Double?) throws -> Outcome {
        if let patienceSeconds {
            loop.after(patienceSeconds) { [self] in
                if !hasBegun { failure = RehearsalFailure(description: "nobody opened the meeting") }
            }
        }
        if let longestSeconds { loop.after(longestSeconds) { [self] in isOver = true } }
        teachers = (0..<size).map { Teacher(number: $0, stage: self) }
        knock()
        loop.run { isOver || failure != nil }
        if let failure { throw failure }
        teachers.forEach { $0.finish() }
        return outcome()
    }

    private struct Card: Decodable {
        var meeting: String
        var phase: Phase
        var title: String
        var rehearsal: Bool?
    }

    /// Waits in front of the door until the meeting is open.
    private func knock(_ isFirst: Bool = true) {
        HTTPCall.post("/api/door", key, to: endpoint, on: loop) { [self] answer in
            guard let answer else {
                failure = RehearsalFailure(description: "nothing answers at \(endpoint.authority)")
                return
            }
            guard let card = answer.decoded(Card.self) else {
                failure = RehearsalFailure(description: "the door says \(answer.refusal)")
                return
            }
            guard card.rehearsal == true else {
                failure = RehearsalFailure(
                    description: "“\(card.title)” is a real meeting, in which simulated people would count; choose "
                        + "Rehearse beside it in the list of meetings, and use the code of the copy")
                return
            }
            meeting = card.meeting
            switch card.phase {
            case .ended: failure = RehearsalFailure(description: "“\(card.title)” is over")
            case .planned:
                if isFirst { tell("“\(card.title)” is not open yet; \(size) people wait for it.") }
                loop.after(Self.knockSeconds) { [self] in knock(false) }
            case .open: begin(card.title)
            }
        }
    }

    private func begin(_ title: String) {
        hasBegun = true
        tell("\(size) people come to “\(title)”.")
        let span = max(Self.arrivalSeconds / speed, Double(size) / Self.arrivalsPerSecond)
        for teacher in teachers {
            if teacher.persona.behaviour == .latecomer, size > 1 {
                late.append(teacher)
            } else {
                loop.after(.random(in: 0...span, using: &chance)) { [self] in seat(teacher) }
            }
        }
        look()
    }

    /// Brings somebody in when there is room at the door.
    func seat(_ teacher: Teacher) {
        waiting.append(teacher)
        admit()
    }

    private func admit() {
        while atTheDoor < Self.doorWidth, !waiting.isEmpty {
            atTheDoor += 1
            waiting.removeFirst().join { [self] in
                atTheDoor -= 1
                admit()
            }
        }
    }

    /// Looks now and then whether all is over.
    private func look() {
        let here = teachers.filter(\.isConnected)
        if !here.isEmpty, here.allSatisfy(\.hasSeenTheEnd) {
            return loop.after(Self.graceSeconds) { [self] in isOver = true }
        }
        let everybodyLeft = teachers.allSatisfy { one in one.isGone || late.contains { $0 === one } }
        if everybodyLeft { return isOver = true }
        loop.after(Self.lookSeconds) { [self] in look() }
    }

    func read(_ bytes: [UInt8], for teacher: Teacher) {
        // At its end everybody gets a room they have already, one large message each: it waits until all the facts
        // are looked at, or we would be what makes them late.
        if !teacher.awaitsWelcome, bytes.starts(with: Self.welcomeStart) {
            return loop.after(0) { [self] in take(bytes, for: teacher) }
        }
        take(bytes, for: teacher)
    }

    private func take(_ bytes: [UInt8], for teacher: Teacher) {
        if let news = reader.read(bytes) { teacher.hear(news) }
    }

    func news(of teacher: Teacher) {
        if teachers.count(where: \.isConnected) == size - late.count { tell("Everybody who is on time is in.") }
    }

    /// The second item of the agenda is when late-comers come.
    func segmentOpened(_ id: SegmentID) {
        guard opened.insert(id).inserted, opened.count == 2, !late.isEmpty else { return }
        tell("\(late.count) come late.")
        for teacher in late {
            loop.after(.random(in: 0...(Self.arrivalSeconds / speed), using: &chance)) { [self] in seat(teacher) }
        }
        late = []
    }

    func sent() { wishes.sent += 1 }

    func answered(after milliseconds: Int64) {
        wishes.slowestMilliseconds = max(wishes.slowestMilliseconds, milliseconds)
    }

    private func outcome() -> Outcome {
        let came = teachers.filter { $0.record.connected }
        wishes.unanswered = teachers.reduce(0) { $0 + $1.pending.count }
        wishes.refused = came.reduce(0) { $0 + $1.record.refused.values.reduce(0, +) }
        wishes.stored = wishes.sent - wishes.refused - wishes.unanswered
        let people = (came.filter { $0.persona.seats.isEmpty }.map(\.record) + came.flatMap(\.seats))
            .compactMap { one in one.person.map { ($0, one) } }
        let tables = came.filter { !$0.persona.seats.isEmpty }.compactMap { one in
            one.record.person.map { ($0, one.record) }
        }
        return Outcome(
            meeting: meeting, joined: came.count, hasEnded: came.contains(where: \.hasSeenTheEnd), wishes: wishes,
            delivery: count.result(came.map(\.inbox), isComplete: came.map { !$0.isGone }),
            people: Dictionary(people) { one, _ in one }, tables: Dictionary(tables) { one, _ in one },
            absent: teachers.filter { !$0.record.connected }.map(\.record))
    }
}
