// Knows what is kept of a meeting beside its log, so that what is said of a series never reads the logs again. No name is in
// it; of words only what was asked, and single ones that everybody saw. People stand in it by their identifiers. So it goes
// when the log goes, and when anything in it is erased.

import Meetings

/// A meeting, reduced to what figures over several meetings need.
public struct MeetingSummary: Codable, Equatable, Sendable {
    /// Somebody who attended.
    public struct Seen: Codable, Equatable, Sendable {
        public var isLead = false
        public var isObservable: Bool
        public var offered: Int
        public var taken: Int
    }

    /// Who sat together or was in an exchange.
    public struct Bond: Codable, Equatable, Sendable {
        public var pair: Pair
        public var sums: TieSums
    }

    /// What somebody answered to a sentence of a confidence, the first and the last time.
    public struct Answers: Codable, Equatable, Sendable {
        public var person: PersonID
        /// The key of the question and the place of the sentence, as in "voice.1".
        public var sentence: String
        public var first: Double?
        public var last: Double?
    }

    /// An item of the agenda, planned and actual.
    public struct Item: Codable, Equatable, Sendable {
        public var kind: SegmentKind
        public var plannedSeconds: Int
        public var seconds: Int
    }

    public var definitionsVersion: String
    /// The number of the last entry it knows of.
    public var sequence: Int64
    public var meeting: String
    /// When it began; of a recording without a clock its day.
    public var openedAt: Instant
    public var endedAt: Instant
    public var people: [PersonID: Seen]
    public var countedPeople: Int
    public var bonds: [Bond]
    public var confidence: [Answers]
    public var items: [Item]
    /// Its own figures, of all together.
    public var measures: [Measure]
    /// Whether times in it mean anything.
    public var hasClock: Bool
    /// What its page shows whoever does not coordinate the network: no title, and no part in one place of few people; counts
    /// of all together stay, however small (`Debrief.heldBack`). Missing without a clock.
    public var debrief: Debrief?
    /// What was asked and shown, in order. What was kept before there were any does not read, and is made anew.
    public var prompts: [PromptOutcome] = []

    /// Of a meeting that was opened.
    ///
    /// - Returns: nil for one that never was.
    public init?(_ measures: MeetingMeasures, meeting: String) {
        let record = measures.record
        guard let openedAt = record.openedAt, let endedAt = record.endedAt else { return nil }
        definitionsVersion = record.thresholds.definitionsVersion
        (sequence, self.meeting) = (record.lastSequence, meeting)
        (self.openedAt, self.endedAt, hasClock) = (record.began ?? openedAt, endedAt, record.hasClock)
        let own = Dictionary(grouping: measures.opportunities.filter(\.isOffered), by: \.person)
        people = Dictionary(
            uniqueKeysWithValues: record.attended(leads: true).map { person in
                let offered = own[person.id] ?? []
                return (
                    person.id,
                    Seen(
                        isLead: person.isLead, isObservable: measures.observable.contains(person.id),
                        offered: offered.count, taken: offered.count(where: \.isTaken))
                )
            })
        countedPeople = record.countedPeople
        bonds = record.sums.sorted { $0.key < $1.key }.map { Bond(pair: $0.key, sums: $0.value) }
        confidence = record.answersTwice
        items = record.segments.map {
            Item(kind: $0.kind, plannedSeconds: $0.plannedSeconds, seconds: Int($0.length / 1000))
        }
        self.measures = measures.all()
    }

    /// Of a whole log, read once; nil of a meeting that was never opened.
    public init?(_ reading: MeetingReading, meeting: String) {
        self.init(MeetingMeasures(reading.record), meeting: meeting)
        debrief = Debrief(reading)?.heldBack()
        prompts = reading.prompts.compactMap(PromptOutcome.init)
    }

    /// The ties of it.
    func ties(_ thresholds: Thresholds) -> Set<Pair> { Set(bonds.filter { $0.sums.isTie(thresholds) }.map(\.pair)) }

    /// Who attended, without leads.
    var attended: Set<PersonID> { Set(people.filter { !$0.value.isLead }.keys) }
}
