// Knows what a pack says of people who chose to be counted only: together with enough others, or nothing.

import Analytics
import Testing

@testable import Exchange
@testable import Meetings

@Suite struct PackCountedTests {
    /// A lead and Ann; so many who are counted only, of whom one wrote, spoke and answered, and Ann replied.
    private static func rows(counted: Int) -> PackMeetingRows {
        let (first, reply) = (MessageID(rawValue: "m1"), MessageID(rawValue: "m2"))
        let (segment, pulse) = (SegmentID(rawValue: "s1"), PulseID(rawValue: "u1"))
        var events: [(Instant, Event)] = [
            (0, SegmentAdded(segment: segment, kind: .talk, title: nil, timeboxSeconds: 600, index: 0).event),
            (0, MeetingOpened().event), (0, SegmentOpened(segment: segment).event),
        ]
        func join(_ id: PersonID, _ role: Role, _ tier: Tier) {
            events.append((0, PersonJoined(person: id, role: role, mode: .remote, tier: tier).event))
            events.append((0, PresenceBegan(person: id, mode: .remote).event))
        }
        join("lea", .lead, .pseudonymous)
        join("ann", .participant, .pseudonymous)
        for _ in 0..<counted { join(.counted, .participant, .countOnly) }
        events += [
            (10, MessagePosted(message: first, person: .counted, words: 9).event),
            (20, MessagePosted(message: reply, person: "ann", words: 9, re: first).event),
            (30, TurnStarted(person: .counted, source: .leadTap).event),
            (50, TurnEnded(person: .counted, milliseconds: 20_000).event),
            (60, PulseOpened(pulse: pulse, segment: segment).event),
            (70, PulseAnswered(pulse: pulse, person: .counted, answer: .gotIt).event),
            (600, MeetingEnded().event),
        ]
        var fold = RecordFold()
        for (index, one) in events.enumerated() {
            fold.take(Entry(sequence: Int64(index + 1), at: one.0 * 1_000, event: one.1), by: nil)
        }
        return PackMeetingRows(
            PackMeeting(id: "m", series: nil, title: nil, zone: "Europe/London", record: fold.soFar, quoted: []),
            PackPseudonyms(key: "k") { $0.uppercased() })
    }

    private static func sum(_ rows: PackMeetingRows, _ name: String, _ subset: String) -> PackMetricRow? {
        PackMetricRow.all(of: rows).first { $0.metric == name && $0.subset == subset }
    }

    @Test(
        "of fewer than five neither acts nor sums are there, nor what is left without everybody else",
        arguments: [0, 1, 4])
    func few(_ counted: Int) {
        let rows = Self.rows(counted: counted)
        #expect(rows.events.map(\.person) == ["ANN"])
        #expect(rows.events.allSatisfy { $0.re == nil }, "an act that is not there is not pointed to")
        for subset in ["counted_only", "everybody"] {
            #expect(Self.sum(rows, "sum_acts", subset)?.isSuppressed == true, "\(subset)")
        }
        #expect(Self.sum(rows, "lead_turn_share", "lead")?.denominator == 0)
        let left = rows.missing.first { $0.reason == "few_counted_only_left_out" }
        #expect(left?.n == counted)
        #expect(rows.missing.filter { $0.reason == "answers_counted_only" }.map(\.n) == [nil])
    }

    @Test("of five what they did together is there, and of none that they did nothing")
    func enough() {
        let rows = Self.rows(counted: 5)
        #expect(rows.events.map(\.person) == [nil, "ANN", nil, nil])
        #expect(rows.events[1].re == rows.events[0].sequence)
        #expect(Self.sum(rows, "sum_acts", "counted_only")?.value == 3)
        #expect(Self.sum(rows, "sum_acts", "everybody")?.value == 4)
        #expect(Self.sum(rows, "lead_turn_share", "lead")?.denominator == 20)
        #expect(rows.missing.filter { $0.reason == "answers_counted_only" }.map(\.n) == [1])
        #expect(!rows.missing.contains { $0.reason == "few_counted_only_left_out" })
    }
}
