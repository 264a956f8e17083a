// Knows what figures make of what people say is wrong in their own record.

import Testing

@testable import Analytics
@testable import Meetings

@Suite struct CorrectionsTests {
    private static let ann = PersonID(rawValue: "ann")
    private static let first = SegmentID(rawValue: "s1")
    private static let second = SegmentID(rawValue: "s2")

    /// An hour with two items; Ann is on the call for the first half and writes in both.
    private static func reading(_ corrections: [RecordCorrected]) -> MeetingReading {
        let events: [(Int64, Event)] = [
            (0, MeetingOpened().event),
            (0, added(first, 1)), (0, added(second, 2)),
            (
                0,
                PersonJoined(
                    person: ann, role: .participant, mode: .remote, tier: .pseudonymous, name: "Ann", school: nil
                ).event
            ),
            (0, SegmentOpened(segment: first).event),
            (0, PresenceBegan(person: ann, mode: .remote).event),
            (5, MessagePosted(message: MessageID(rawValue: "m1"), person: ann, text: nil, words: 9).event),
            (6, SpeechNoted(person: ann, words: 30, characters: 150, source: .client).event),
            (30, SegmentEnded(segment: first).event), (30, SegmentOpened(segment: second).event),
            (31, MessagePosted(message: MessageID(rawValue: "m2"), person: ann, text: nil, words: 9).event),
            (32, PresenceEnded(person: ann, reason: .lost).event),
            (60, SegmentEnded(segment: second).event), (60, MeetingEnded().event),
        ]
        let all = events + corrections.map { (90, $0.event) }
        let entries = all.enumerated().map { index, one in
            Entry(sequence: Int64(index + 1), at: one.0 * 60_000, event: one.1)
        }
        return MeetingReading(entries)
    }

    private static func record(_ corrections: [RecordCorrected]) -> ParticipationRecord { reading(corrections).record }

    private static func added(_ id: SegmentID, _ index: Int) -> Event {
        SegmentAdded(segment: id, kind: .talk, title: "Item \(index)", timeboxSeconds: 1_800, index: index - 1).event
    }

    private static func said(_ claim: RecordClaim, _ segment: SegmentID? = nil) -> RecordCorrected {
        RecordCorrected(person: ann, claim: claim, segment: segment)
    }

    private static func acts(_ record: ParticipationRecord) -> [SegmentID?] { record.acts.map(\.segment) }
    private static func minutes(_ record: ParticipationRecord) -> [Instant] {
        (record.people[ann]?.stays ?? []).map { $0.stretch.length / 60_000 }
    }

    @Test("nothing was corrected")
    func asItIs() {
        let record = Self.record([])
        #expect(Self.acts(record) == [Self.first, Self.first, Self.second] && Self.minutes(record) == [32])
    }

    @Test("the older figures of a report know nothing either of what was not them")
    func olderFigures() throws {
        func own(_ corrections: [RecordCorrected]) -> Participation { Self.reading(corrections).participation }
        let whole = try #require(own([]).people[Self.ann])
        #expect((whole.messages, whole.words, whole.turns, whole.connects) == (2, 30, 1, 1))
        let item = own([Self.said(.notMe, Self.first)])
        let left = try #require(item.people[Self.ann])
        #expect((left.messages, left.words, left.turns, left.lines) == (1, 0, 0, 0))
        #expect((left.acts, left.connects) == (whole.acts - 2, 1))
        #expect(item.runs.isEmpty && item.items[Self.first] == ItemTalk())
        let none = own([Self.said(.notMe)])
        #expect(none.people[Self.ann] == nil && none.runs.isEmpty)
        // Taken back it is as it was.
        let again = own([Self.said(.notMe, Self.first), Self.said(.takenBack, Self.first)])
        #expect(again.people == own([]).people && again.runs == own([]).runs)
    }

    @Test("what was not them is nobody's: in one item, or in the whole meeting, where they were not there either")
    func notMe() {
        let item = Self.record([Self.said(.notMe, Self.first)])
        #expect(Self.acts(item) == [Self.second] && Self.minutes(item) == [32])
        let whole = Self.record([Self.said(.notMe)])
        #expect(Self.acts(whole).isEmpty && Self.minutes(whole).isEmpty)
    }

    /// In the first item Ann uses a kit; in the second she answers without a name and says how sure she is. A report of the
    /// call has a turn of hers in each.
    private static func busy(_ corrections: [RecordCorrected]) -> ParticipationRecord {
        var facts = Facts([(.handsOn, 30), (.reflection, 30)], bench: 1)
        facts.open(0, "s1")
        facts.join(0, "ann")
        facts.add(100, KitSet(segment: first, person: ann, step: 0, state: .working))
        facts.close(1_800, "s1")
        facts.open(1_800, "s2")
        for (name, kind, circle) in [("q1", PromptKind.open, Circle.anonymous), ("q2", .confidence, .named)] {
            let prompt = PromptID(rawValue: name)
            facts.add(
                1_800, PromptPrepared(prompt: prompt, segment: second, kind: kind, isMultiple: false, circle: circle))
            facts.add(
                1_800, PromptOpened(prompt: prompt, segment: second, kind: kind, isMultiple: false, circle: circle))
        }
        facts.add(1_900, AnswersSealed(prompt: PromptID(rawValue: "q1"), people: [ann], count: 1))
        facts.add(
            1_900,
            ResponseSaved(
                prompt: PromptID(rawValue: "q2"), person: ann, numbers: [4], isHandedIn: true, wasHandedIn: false))
        facts.end(3_600)
        let report = ImportID(rawValue: "i1")
        facts.add(3_700, ReportImported(report: report, form: .teamsTranscript, start: nil))
        facts.add(
            3_700,
            SpeechImported(
                report: report, person: ann,
                turns: [600, 2_400].map {
                    CallTurn(at: Facts.begin + $0 * 1_000, milliseconds: 12_000, words: 30)
                }))
        for one in corrections { facts.add(5_400, one) }
        return facts.record
    }

    @Test("what was not them is nobody's, however it is known: by a report, as a kit, as an answer without a name")
    func notMeAnyhow() {
        func told(_ record: ParticipationRecord) -> [Int] {
            [
                record.acts.count, record.kits.count, record.items.count { $0.sealed.contains(ann) },
                record.outcomes.count,
            ]
        }
        let ann = Self.ann
        #expect(told(Self.busy([])) == [4, 1, 1, 1])
        #expect(told(Self.busy([Self.said(.notMe, Self.first)])) == [2, 0, 1, 1])
        #expect(told(Self.busy([Self.said(.notMe, Self.second)])) == [2, 1, 0, 0])
        let whole = Self.busy([Self.said(.notMe)])
        #expect(told(whole) == [0, 0, 0, 0])
        #expect(whole.attended().isEmpty, "who was never there has not attended")
    }

    @Test("who was in the room without a device was there, besides when the log saw them")
    func wasHere() {
        let record = Self.record([Self.said(.wasHere, Self.second)])
        #expect(Self.minutes(record) == [32, 28])
        let last = record.people[Self.ann]?.stays.last
        #expect(last?.mode == .roomNoDevice && last?.source == .selfReport && last?.hasDevice == false)
        #expect(Self.minutes(Self.record([Self.said(.wasHere)])).reduce(0, +) == 60)
    }

    @Test("what was taken back does not hold")
    func takenBack() {
        let record = Self.record([Self.said(.notMe), Self.said(.takenBack)])
        #expect(Self.acts(record) == [Self.first, Self.first, Self.second] && Self.minutes(record) == [32])
    }
}
