// Knows what a page shows of a series: a row for each meeting, who stays, who comes. Nobody is in it by name or key,
// and what would tell of fewer than five people is held back together with what it could be worked out from.

import Meetings

/// The figures of a series as its page shows them.
public struct SeriesPage: Codable, Equatable, Sendable {
    /// One meeting.
    public struct Row: Codable, Equatable, Sendable {
        public var meeting: String
        public var start: Instant
        public var attended: Int
        /// People with an act in the record.
        public var acted: Int?
        public var notObservable: Int?
        public var notOffered: Int?
        /// Of turns, by people who did not lead; missing where nobody noted who spoke.
        public var gini: Double?
        public var chance: Double?
        /// Of those who attended, those who were at the meeting before, too.
        public var again: Debrief.Part?
        /// Who took part, of those who could be seen.
        public var room: Debrief.Part?
        public var call: Debrief.Part?
        /// Of the ties of this meeting those that are new in the series.
        public var newPairs: Debrief.Part?
    }

    /// How often people came.
    public struct Coming: Codable, Equatable, Sendable {
        public var core: Int
        public var occasional: Int
        public var once: Int
        public var fresh: Int
        /// At so many meetings somebody is core.
        public var least: Int
    }

    /// Who is still coming at a meeting, counted from their first one.
    public struct Stay: Codable, Equatable, Sendable {
        /// 1 for the first.
        public var meeting: Int
        public var share: Double
        public var low: Double?
        public var high: Double?
        public var risk: Int
    }

    public var meetings: [Row]
    public var people: Int
    /// Missing with too few meetings, and where one kind is of too few people.
    public var coming: Coming?
    public var isComingHeldBack = false
    /// Empty with too few meetings.
    public var staying: [Stay]

    /// - Parameters:
    ///   - meetings: of the series, in any order.
    ///   - fewest: a part of fewer people is not shown.
    public init(
        _ meetings: [MeetingSummary], fewest: Int = Debrief.leastShown, _ thresholds: Thresholds = .standard
    ) {
        let series = SeriesMeasures(meetings, schools: [:], thresholds)
        let debriefs = Dictionary(
            meetings.compactMap { own in own.debrief.map { (own.meeting, $0.heldBack(under: fewest)) } }
        ) { one, _ in one }
        let newTies = series.newTies
        people = series.attendance.everybody.count
        self.meetings = series.meetings.indices.map { place in
            let summary = series.meetings[place]
            var row = Row(
                meeting: summary.meeting, start: summary.openedAt,
                attended: series.attendance.meetings[place].count + summary.countedPeople)
            row.take(debriefs[summary.meeting])
            if place > 0 {
                let before = series.attendance.meetings[place - 1]
                let own = series.attendance.meetings[place]
                row.again = Self.shown(own.intersection(before).count, of: own.count, fewest)
            }
            let ties = series.ties[place]
            if !ties.isEmpty { row.newPairs = Debrief.Part(newTies[place].count, of: ties.count) }
            return row
        }
        staying = series.meetings.count < thresholds.fewestMeetings ? [] : Self.staying(series.attendance, thresholds)
        guard let kinds = series.regularity else { return }
        isComingHeldBack = kinds.values.contains { Withholding.isOfFew($0, fewest) }
        guard !isComingHeldBack else { return }
        coming = Coming(
            core: kinds[.core] ?? 0, occasional: kinds[.occasional] ?? 0, once: kinds[.oneOff] ?? 0,
            fresh: kinds[.new] ?? 0, least: max(3, (series.meetings.count + 1) / 2))
    }

    /// Nil where the part, or what is left without it, is of too few.
    private static func shown(_ count: Int, of all: Int, _ fewest: Int) -> Debrief.Part? {
        Withholding.isOfFew(count, of: all, fewest) ? nil : Debrief.Part(count, of: all)
    }

    private static func staying(_ attendance: Attendance, _ thresholds: Thresholds) -> [Stay] {
        let steps = attendance.survival(intervalFrom: thresholds.fewestForInterval).steps
        let spans = attendance.everybody.compactMap { person -> Int? in
            let places = attendance.places(of: person)
            return places.last.flatMap { last in places.first.map { last - $0 + 1 } }
        }
        return (1...attendance.meetings.count).map { meeting in
            // What happened up to the meeting before holds at this one.
            let step = steps.last { Int($0.time) < meeting }
            let risk = spans.count { $0 >= meeting }
            return Stay(meeting: meeting, share: step?.survival ?? 1, low: step?.low, high: step?.high, risk: risk)
        }
    }
}

extension SeriesPage.Row {
    fileprivate init(meeting: String, start: Instant, attended: Int) {
        (self.meeting, self.start, self.attended) = (meeting, start, attended)
    }

    fileprivate mutating func take(_ debrief: Debrief?) {
        guard let debrief else { return }
        (acted, notObservable, notOffered) = (
            debrief.people.acted, debrief.people.notObservable, debrief.people.notOffered
        )
        (gini, chance) = (debrief.talk?.gini, debrief.talk?.chance)
        guard let both = debrief.comparisons.first(where: { $0.deed == .acted }) else { return }
        (room, call) = (both.room, both.call)
    }
}
