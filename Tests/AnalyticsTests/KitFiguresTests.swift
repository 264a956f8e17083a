// What is said of a kit counts once a person and hat, stays when a log goes, and has nobody's name.

import Foundation
import Testing

@testable import Analytics
@testable import Meetings

@Suite struct KitFiguresTests {
    private static func entry(
        _ sequence: Int64, _ person: String, fiddly: Int, kit: String? = "Sensor", isStudent: Bool = false,
        adaption: String? = nil
    ) throws -> Entry {
        var fields: [String: Any] = [
            "segment": "s1", "person": person, "isStudent": isStudent, "fiddly": fiddly, "frustrating": 2, "words": 0,
        ]
        fields["kit"] = kit
        fields["adaption"] = adaption
        let whole: [String: Any] = ["sequence": sequence, "at": sequence, "event": ["kitReviewed": fields]]
        return try JSONDecoder().decode(Entry.self, from: JSONSerialization.data(withJSONObject: whole))
    }

    private static let meeting = try? [
        entry(1, "p1", fiddly: 1), entry(2, "p2", fiddly: 5, adaption: "Tape"), entry(3, "p1", fiddly: 4),
        entry(4, "p1", fiddly: 2, isStudent: true, adaption: "Bigger"), entry(5, "counted", fiddly: 3),
        entry(6, "counted", fiddly: 3), entry(7, "p3", fiddly: 5, kit: nil),
    ]

    @Test("a later answer takes the place of an earlier one in the same hat; who counts only counts each time")
    func sums() throws {
        let kits = KitFigures(try #require(Self.meeting)).kits
        let sensor = try #require(kits["Sensor"])
        #expect(kits.count == 1 && sensor.meetings == 1)
        #expect((sensor.teacher.answers, sensor.teacher.fiddly, sensor.teacher.frustrating) == (4, 15, 8))
        #expect((sensor.student.answers, sensor.student.fiddly) == (1, 2))
        #expect(sensor.adaptions.map(\.text) == ["Tape", "Bigger"])
    }

    @Test("what was counted stays when the log of a meeting goes, without what anybody wrote")
    func kept() throws {
        let figures = KitFigures(try #require(Self.meeting))
        let report = MeetingReport(id: "m1", date: nil, participation: Participation(try #require(Self.meeting)))
        let json = try JSONEncoder().encode(report.anonymous)
        #expect(!String(decoding: json, as: UTF8.self).contains("Tape"))
        let kept = KitFigures.kept(try JSONDecoder().decode(ReportValue.self, from: json))
        #expect(kept["Sensor"]?.teacher == figures.kits["Sensor"]?.teacher)
        #expect(kept["Sensor"]?.student == figures.kits["Sensor"]?.student)
        #expect(kept["Sensor"]?.adaptions == [])
        let both = KitFigures.together([kept, figures.kits])
        #expect(both["Sensor"]?.meetings == 2 && both["Sensor"]?.teacher.answers == 8)
        #expect(KitFigures.kept(.null).isEmpty)
    }

    @Test("a meeting in which nobody said anything of a kit has no such figure")
    func none() throws {
        #expect(MeetingReport(id: "m1", date: nil, participation: Participation([])).value != .null)
        #expect(KitFigures([]).value == nil)
    }

    /// So many people with a kit, the first of whom joined with a second entry and used both.
    private static func used(by people: Int) -> MeetingMeasures {
        var facts = Facts([(.handsOn, 30)], bench: 1)
        facts.open(0, "s1")
        for place in 0...people { facts.join(0, "p\(place)") }
        for place in 0...people {
            facts.add(
                60,
                KitSet(
                    segment: Facts.segment("s1"), person: Facts.id("p\(place)"), step: 0,
                    state: place == 0 ? .opened : .working))
        }
        facts.add(90, PersonMerged(person: Facts.id("p0"), into: Facts.id("p1")))
        facts.end(1_800)
        return facts.measures
    }

    @Test("how far a kit came is told of people, each once, and of fewer than five not at all")
    func reached() throws {
        let enough = Self.used(by: 5)
        let working = try #require(enough.figure("kit_reached_working", "no_lead"))
        #expect((working.numerator, working.denominator, working.n) == (5, 5, 5))
        #expect(enough.figure("kit_reached_opened", "no_lead")?.numerator == 1)
        let few = Self.used(by: 4).all().filter { $0.scope == .kit }
        #expect(!few.isEmpty && few.allSatisfy(\.isSuppressed))
    }

    @Test("using a kit, helping and judging are acts")
    func acts() {
        let (ann, bob) = (PersonID(rawValue: "ann"), PersonID(rawValue: "bob"))
        let segment = SegmentID(rawValue: "s1")
        func fact(_ name: String, _ fields: String) -> Event? {
            try? JSONDecoder().decode(
                Event.self, from: Data("{\"\(name)\":{\"segment\":\"\(segment)\",\"person\":\"ann\",\(fields)}}".utf8))
        }
        #expect(fact("kitSet", #""step":0,"state":"opened""#)?.trace == .act(ann))
        #expect(fact("helpGiven", #""peer":"bob","step":0"#)?.trace == .act(bob))
        #expect(fact("helpDeclined", #""peer":"bob""#)?.trace == .sign(bob))
        #expect(fact("helpCalled", #""step":0"#)?.trace == .nothing)
    }
}
