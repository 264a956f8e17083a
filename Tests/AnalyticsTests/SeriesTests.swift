// Knows who stays over the meetings of a series, by rules that anybody can check by hand.

import Foundation
import Testing

@testable import Analytics
@testable import Meetings

@Suite struct SeriesTests {
    private static func attendance(_ meetings: [String]) -> Attendance {
        Attendance(meetings.map { Set($0.split(separator: " ").map { PersonID(rawValue: String($0)) }) })
    }

    private static let series = attendance(["ann bob cai", "ann bob dai", "ann dai", "ann bob", "ann eve"])

    @Test(
        "core is half of the meetings and three at least; who came first to the last one is new, not once",
        arguments: [
            ("ann", Regularity.core), ("bob", .core), ("cai", .oneOff), ("dai", .occasional), ("eve", .new),
        ] as [(String, Regularity)])
    func regularity(_ line: (String, Regularity)) {
        #expect(Self.series.regularity(of: Facts.id(line.0)) == line.1)
    }

    @Test("nothing is said of two meetings")
    func few() {
        #expect(Self.attendance(["ann", "ann"]).regularity(of: Facts.id("ann")) == nil)
    }

    @Test("who comes back, who is new, and over how many meetings people stay")
    func retention() {
        #expect(Self.series.retention.map(\.kept) == [2, 2, 1, 1])
        #expect(Self.series.retention.map(\.of) == [3, 3, 2, 2])
        #expect(
            Self.series.firstTimers.map { $0.map(\.rawValue).sorted() } == [
                ["ann", "bob", "cai"], ["dai"], [], [], ["eve"],
            ])
        // Cai goes after one, Dai after two, Bob after four; Ann and Eve are still there.
        let steps = Self.series.survival(intervalFrom: 10).steps
        #expect(steps.map(\.time) == [1, 2, 4] && steps.map(\.atRisk) == [5, 3, 2])
        #expect(steps.map(\.events) == [1, 1, 1])
    }

    @Test("cohorts by the term of the first meeting")
    func cohorts() throws {
        let terms = try ["2026-09-10", "2026-11-10", "2027-01-10", "2027-02-10", "2027-05-10"].map {
            SchoolTerm(of: try #require(Day($0)).start)
        }
        let own = Self.series.cohorts(terms)
        #expect(
            own == [
                .init(term: terms[0], people: 4, attending: [4, 3, 1]),
                .init(term: terms[4], people: 1, attending: [1]),
            ])
    }

    @Test("what tells of few is held back, with so much beside it that no sum gives it away")
    func withheld() {
        // A cohort of three: its size is known from everybody's unless that of another is held back too.
        #expect(Withholding.cells([[20, 12], [3]], starts: [0, 1], 5) == [[0, 1], [0]])
        // Six of twenty is a part of which neither side is of few. Four of twenty is of few, and could be worked out from who
        // came in that term: the smallest beside it goes too, and with its size another one.
        #expect(Withholding.cells([[20, 6], [9]], starts: [0, 1], 5) == [[], []])
        #expect(Withholding.cells([[20, 4], [9, 9], [12]], starts: [0, 1, 1], 5) == [[1], [0, 1], [0]])
        #expect(Withholding.cells([[20, 18], [30]], starts: [0, 1], 5) == [[0, 1], [0]])
        #expect(Withholding.cells([[20, 9], [9], [12]], starts: [0, 1, 2], beside: [2], 5) == [[1], [0], [0]])
        #expect(Withholding.complete([], of: [1, 2], 5).isEmpty)
        #expect(Withholding.complete([0], of: [2, 0, 9, 4], 5) == [0, 3])
        #expect(Withholding.complete([0], of: [2, 0, 9, 1], 5) == [0, 3, 2])
    }

    @Test(
        "terms begin in September, January and April",
        arguments: [
            ("2026-09-01", "2026/27-autumn"), ("2026-12-31", "2026/27-autumn"), ("2027-01-01", "2026/27-spring"),
            ("2027-03-31", "2026/27-spring"), ("2027-04-01", "2026/27-summer"), ("2027-08-31", "2026/27-summer"),
            ("2000-02-29", "1999/00-spring"),
        ])
    func terms(_ line: (String, String)) throws {
        #expect(SchoolTerm(of: try #require(Day(line.0)).start).text == line.1)
    }

    @Test("who came for the first time is held back with who came first in that term, and said where that is said")
    func firstTimers() throws {
        // In four terms: ten, then six more, then four, then twenty.
        let people = (0..<40).map { "p\($0)" }
        let rows = SeriesMeasures(
            [
                try Self.summary(0, [Array(people[0..<10])]), try Self.summary(200, [Array(people[0..<16])]),
                try Self.summary(400, [Array(people[5..<20])]), try Self.summary(600, [Array(people[10..<40])]),
            ], schools: [:]
        ).all()
        func values(_ name: String) -> [Double?] { rows.filter { $0.name == name }.map(\.numerator) }
        func sizes() -> [Double?] { rows.filter { $0.name == "cohort" }.map(\.value) }
        // Four are new at the third: few. With its term another one's size is held back, the smallest: the second's.
        #expect(values("first_timers") == [nil, nil, 20])
        #expect(sizes() == [10, nil, nil, 20])
        #expect(rows.filter { $0.name == "first_timers" }.map(\.isSuppressed) == [true, true, false])
    }

    /// Groups of an hour, in a meeting on that day of the series.
    private static func summary(_ day: Double, _ groups: [[String]]) throws -> MeetingSummary {
        var facts = Facts([(.breakout, 60)])
        facts.open(0, "s1")
        facts.join(0, "lea", role: .lead)
        for name in groups.flatMap({ $0 }) { facts.join(0, name, school: String(name.prefix(1))) }
        facts.add(
            10,
            GroupsFormed(
                round: RoundID(rawValue: "r1"), segment: nil,
                groups: groups.enumerated().map {
                    GroupSeats(group: GroupID(rawValue: "g\($0)"), members: $1.map(Facts.id))
                }, texts: nil, draw: Draw(choice: .byHand)))
        facts.end(3_600)
        var own = try #require(MeetingSummary(facts.measures, meeting: "m\(Int(day))"))
        own.openedAt += Instant(day * 86_400_000)
        return own
    }

    @Test("ties that were never there before, and how many pairs of schools have met; leads tie nobody")
    func ties() throws {
        let series = SeriesMeasures(
            [
                try Self.summary(7, [["a1", "a2"], ["b1", "c1"]]), try Self.summary(0, [["a1", "b1"], ["a2", "c1"]]),
                try Self.summary(14, [["a1", "b1", "lea"]]),
            ],
            schools: Dictionary(
                uniqueKeysWithValues: ["a1", "a2", "b1", "c1"].map { (Facts.id($0), String($0.prefix(1))) }))
        #expect(series.meetings.map(\.meeting) == ["m0", "m7", "m14"])
        #expect(series.ties.map(\.count) == [2, 2, 1])
        #expect(series.newTies.map(\.count) == [2, 2, 0])
        let rows = series.all(fewest: 0)
        func row(_ name: String, _ id: String? = nil) -> Measure? { rows.first { $0.name == name && $0.scopeID == id } }
        #expect(row("new_tie_share", "m14")?.value == 0 && row("new_tie_share", "m7")?.value == 1)
        // Of the six pairs of a1 a2 b1 c1 five are between schools; three of them have met.
        #expect(row("mixing_coverage")?.numerator == 3 && row("mixing_coverage")?.denominator == 5)
        #expect(row("ei")?.value == 0.5 && abs((row("ei")?.chance ?? 0) - 4.0 / 6) < 1e-9)
        #expect(row("core")?.value == 2 && row("occasional")?.value == 2 && row("one_off")?.value == 0)
    }

    @Test("a summary is read again as it was written")
    func kept() throws {
        let own = try Self.summary(0, [["a1", "b1"]])
        #expect(try Self.again(own) == own)
    }

    @Test("buddies have met when two say so; that they met once stays so")
    func buddies() {
        func pair(_ number: Int, _ said: [(String, BuddyOutcome)], isMade: Bool = true) -> BuddyPair {
            var pair = BuddyPair(
                ProposedBuddies(members: ["ann", "bob"].map(Facts.id), reasons: []),
                pair: PairID(rawValue: "p\(number)"), round: PairingID(rawValue: "r1"), at: 0)
            pair.madeAt = isMade ? 1 : nil
            pair.checkIns = said.map {
                BuddyCheckIn(person: Facts.id($0.0), occasion: .weekTwo, meeting: nil, outcome: $0.1, at: 2)
            }
            return pair
        }
        let own = BuddyFigures([
            pair(1, [("ann", .met), ("bob", .met), ("ann", .no)]), pair(2, [("ann", .met)]),
            pair(3, [("ann", .tried), ("bob", .no)]), pair(4, [("ann", .no)]), pair(5, []),
            pair(6, [], isMade: false),
        ])
        #expect(own.proposed == 6 && own.made == 5)
        #expect(own.met == 1 && own.tried == 2)
        #expect(own.no == 1 && own.unanswered == 1)
        #expect(own.pairs.map(\.u) == [Facts.id("ann")] && own.pairs.map(\.v) == [Facts.id("bob")])
    }
}

extension SeriesTests {
    private static func again(_ summary: MeetingSummary) throws -> MeetingSummary {
        try JSONDecoder().decode(MeetingSummary.self, from: try JSONEncoder().encode(summary))
    }
}
