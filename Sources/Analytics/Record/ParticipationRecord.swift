// Knows the participation record of one meeting: who was there when and how, what was on, what was offered, who did what.
// It is a fold over the log, and everything that is said of a meeting afterwards is read from it.

import Meetings

/// The record of one meeting. Every list is in the order of time, people in the order of their identifiers.
public struct ParticipationRecord: Equatable, Sendable {
    public let thresholds: Thresholds
    /// What a replayed recording says of itself; nil for a meeting that was held here.
    public internal(set) var recording: Recording?
    public internal(set) var zone: String?
    public internal(set) var plannedStart: Instant?
    /// When it was open, once or again; a sitting that goes on ends where the log does.
    public internal(set) var sittings: [Stretch] = []
    /// Whether it goes on.
    public internal(set) var isRunning = false
    /// Everybody with an entry, leads, guests and tables too. Two entries that were joined are one.
    public internal(set) var people: [PersonID: Attender] = [:]
    /// How many chose to be counted only: nothing more is known of them than what they did together.
    public internal(set) var countedPeople = 0
    public internal(set) var segments: [SegmentSpan] = []
    public internal(set) var items: [OfferedItem] = []
    public internal(set) var acts: [Act] = []
    public internal(set) var exchanges: [ExchangeCandidate] = []
    public internal(set) var groups: [GroupSpan] = []
    public internal(set) var outcomes: [OutcomeAnswer] = []
    public internal(set) var kits: [KitTrack] = []
    /// Lines of speech of whom nobody knew.
    public internal(set) var unattributedLines = 0
    /// The number of the last entry that is in it.
    public internal(set) var lastSequence: Int64 = 0

    init(_ thresholds: Thresholds) { self.thresholds = thresholds }

    /// When it was opened first.
    public var openedAt: Instant? { sittings.first?.from }
    /// When it began: of a recording without a clock the day that it says of itself, as far as it does.
    public var began: Instant? { hasClock ? openedAt : recording?.date.flatMap { Day($0)?.start } }
    /// When it ended last; the end of what is known while it goes on.
    public var endedAt: Instant? { sittings.last?.to }
    /// Milliseconds it was open.
    public var length: Instant { sittings.length }
    /// Seconds of all items as they were planned; nil without an agenda, and of a recording.
    public var scheduledSeconds: Int? {
        segments.isEmpty || recording != nil ? nil : segments.reduce(0) { $0 + $1.plannedSeconds }
    }
    /// Whether times mean anything: a recording may only know an order.
    public var hasClock: Bool { recording?.hasClock != false }

    /// Whom figures of people are about, in order.
    ///
    /// - Parameter leads: whether those who led are among them.
    public func attended(leads: Bool = false) -> [Attender] {
        people.values.filter { isCounted($0) && (leads || !$0.isLead) }.sorted { $0.id < $1.id }
    }

    /// Of a recording everybody on its list attended.
    private func isCounted(_ person: Attender) -> Bool {
        person.isCounted || recording != nil && !person.isGuest && !person.isTable && !person.isRemoved
    }

    /// Whether what people did who are counted only would tell of fewer of them than that: nothing of it is shown then.
    /// Whoever chose it later did something without being one of `countedPeople`.
    public func isCountedOfFew(_ fewest: Int) -> Bool {
        guard countedPeople < fewest else { return false }
        return countedPeople > 0 || acts.contains { $0.person == .counted } || items.contains { $0.countedAnswers > 0 }
    }

    /// The item of the agenda with that identifier.
    public func segment(_ id: SegmentID) -> SegmentSpan? { segments.first { $0.id == id } }

    /// What of the agenda was on.
    public var held: [SegmentSpan] { segments.filter { !$0.spans.isEmpty } }

    /// Acts that count as participation of people whom figures are about: a table's and a guest's are nobody's own.
    public func participation(leads: Bool = false) -> [PersonID: [Act]] {
        let people = Set(attended(leads: leads).map(\.id))
        let own = acts.filter { $0.mode.map { $0 >= .acted } == true && people.contains($0.person) }
        return Dictionary(grouping: own, by: \.person)
    }
}
