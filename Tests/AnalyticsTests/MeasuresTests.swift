// Knows that figures say no more than the log can: the traps, each with the guard against it.

import Testing

@testable import Analytics
@testable import Meetings

@Suite struct MeasuresTests {
    /// A talk with a pulse at its end, then half an hour without anything.
    private static func meeting(_ write: (inout Facts) -> Void) -> MeetingMeasures {
        var facts = Facts([(.talk, 20), (.discussion, 30)])
        facts.open(0, "s1")
        facts.join(0, "lea", role: .lead)
        write(&facts)
        facts.close(1_200, "s1")
        facts.pulse(1_200, "u1", in: "s1")
        facts.open(1_200, "s2")
        facts.add(1_500, PulseClosed(pulse: PulseID(rawValue: "u1")))
        facts.end(3_000)
        return facts.measures
    }

    private static func mode(_ measures: MeetingMeasures, _ name: String, _ segment: String) -> SegmentMode? {
        measures.modes.cells[Facts.id(name)]?[Facts.segment(segment)]?.mode
    }

    @Test("who has no device is not observable, and never passive; where nothing is offered nobody is")
    func labels() {
        let measures = Self.meeting { facts in
            facts.join(0, "dai", .roomNoDevice, here: false)
            facts.checkIn(0, "dai")
            facts.join(0, "ann")
            facts.join(2_990, "eve")
        }
        #expect(
            Self.mode(measures, "dai", "s1") == .notObservable && Self.mode(measures, "dai", "s2") == .notObservable)
        // The pulse after a talk counts to the talk; in the discussion there was nothing.
        #expect(Self.mode(measures, "ann", "s1") == .received && Self.mode(measures, "ann", "s2") == .notOffered)
        #expect(Self.mode(measures, "eve", "s2") == .absent)
        #expect(measures.modes.minutes()[.notObservable] == 50)
        #expect(measures.figure("uptake", "observable_no_lead")?.denominator == 1)
        #expect(measures.figure("not_observable", "no_lead", "u1")?.value == 1)
        #expect(measures.figure("observable", "no_lead")?.numerator == 2)
    }

    @Test("what a lead taps for somebody without a device counts all the same")
    func tappedForOthers() {
        let measures = Self.meeting { facts in
            facts.join(0, "dai", .roomNoDevice, here: false)
            facts.checkIn(0, "dai")
            facts.speak(100, "dai", for: 20)
        }
        #expect(Self.mode(measures, "dai", "s1") == .made)
        #expect(measures.figure("sum_made", "observable_no_lead")?.n == 1)
    }

    @Test("a device for half of the time is enough, less is not")
    func halfObservable() {
        for (seconds, mode) in [(600.0, SegmentMode.received), (599.0, .notObservable)] {
            let measures = Self.meeting { facts in
                facts.join(0, "dai", .roomNoDevice, here: false)
                facts.checkIn(0, "dai")
                facts.come(1_200 - seconds, "dai", .roomDevice)
                facts.go(1_199.999, "dai")
                facts.come(1_200, "dai", .roomDevice)
            }
            // The last millisecond of the talk is a gap that counts as none.
            #expect(Self.mode(measures, "dai", "s1") == mode, "\(seconds)")
        }
    }

    @Test("too little is known where few could be seen")
    func tooLittle() {
        let measures = Self.meeting { facts in
            for place in 1...7 {
                facts.join(0, "d\(place)", .roomNoDevice, here: false)
                facts.checkIn(0, "d\(place)")
            }
            facts.join(0, "ann")
        }
        #expect(measures.figure("observable", "no_lead")?.note == .tooLittleToJudge)
    }

    @Test("clicking more changes nothing of active minutes; reactions are acts and are told apart by their kind")
    func clicks() {
        let measures = Self.meeting { facts in
            facts.join(0, "ann")
            facts.join(0, "bob")
            facts.say(100, "ann", "m1", words: 9)
            for place in 0..<30 {
                facts.add(
                    101 + Double(place) / 2,
                    ReactionAdded(message: MessageID(rawValue: "m1"), person: Facts.id("bob"), reaction: .thanks))
            }
        }
        #expect(measures.minutes[Facts.id("bob")] == measures.minutes[Facts.id("ann")])
        #expect(measures.minutes[Facts.id("bob")]?.active == 1 && measures.minutes[Facts.id("bob")]?.present == 50)
        #expect(measures.counts(.made)[Facts.id("bob")] == 0)
    }

    @Test("a share of few is withheld, and what is left without it too")
    func suppressed() throws {
        let measures = Self.meeting { facts in
            for place in 1...6 { facts.join(0, "r\(place)", .roomDevice) }
            facts.join(0, "ann")
            facts.speak(10, "ann", for: 30)
            facts.speak(50, "r1", for: 30)
        }
        for place in ["room", "remote"] {
            let row = try #require(measures.figure("represent_turns", place))
            #expect(row.isSuppressed && row.value == nil && row.n == nil && row.numerator == nil)
        }
        // One of seven spoke two times of three on the call: 2/3 over a seventh of the minutes.
        let own = measures.record.representation(of: [Facts.id("ann"): 2, Facts.id("r1"): 1], isOfSeen: true) {
            Figures.Place($0.attendance).rawValue
        }
        #expect(own.map(\.subgroup) == ["remote", "room"])
        #expect(abs((own[0].value ?? 0) - 2.0 / 3 * 7) < 1e-9)
        #expect(abs((own[1].value ?? 0) - 1.0 / 3 / (6.0 / 7)) < 1e-9)
    }

    @Test("one part of few withholds all: it would be what is left of the whole without the others")
    func suppressedTogether() {
        func subsets(_ write: (inout Facts) -> Void) -> [String: Set<Bool>] {
            let rows = Self.meeting { facts in
                for place in 1...6 { facts.join(0, "r\(place)", .roomDevice) }
                for place in 1...6 { facts.join(0, "c\(place)") }
                facts.speak(10, "r1", for: 30)
                write(&facts)
            }.all()
            let told = rows.filter {
                ["room", "remote", "unknown"].contains($0.subset) || $0.subset.hasPrefix("phase")
            }
            return Dictionary(grouping: told, by: \.name).mapValues { Set($0.map(\.isSuppressed)) }
        }
        func teach(_ facts: inout Facts, _ names: ClosedRange<Int>) {
            for place in names {
                facts.add(5, TeachingSet(person: Facts.id("c\(place)"), teaching: .primary), by: "c\(place)")
            }
        }
        #expect(subsets { _ in }.allSatisfy { $0.value == [false] })
        let unknown = subsets { facts in for place in 1...2 { facts.join(0, "u\(place)", .unknown) } }
        #expect(unknown["uptake"] == [true] && unknown["represent_turns"] == [true])
        #expect(subsets { teach(&$0, 1...6) }["represent_turns"] == [false])
        // Those who said no phase are a part as well: two of twelve.
        let few = subsets { facts in
            teach(&facts, 1...6)
            for place in 1...4 {
                facts.add(5, TeachingSet(person: Facts.id("r\(place)"), teaching: .primary), by: "r\(place)")
            }
        }
        #expect(few["represent_turns"] == [false, true] && few["uptake"] == [false])
    }

    @Test("people are counted among those of whom the figure is")
    func suppressedUnseen() {
        let measures = Self.meeting { facts in
            for place in 1...6 { facts.join(0, "c\(place)") }
            for place in 1...4 { facts.join(0, "r\(place)", .roomDevice) }
            for place in 5...6 {
                facts.join(0, "r\(place)", .roomNoDevice, here: false)
                facts.checkIn(0, "r\(place)")
            }
            facts.speak(10, "r6", for: 30)
        }
        for place in ["room", "remote"] {
            #expect(measures.figure("uptake", place)?.isSuppressed == true)
        }
    }

    @Test("speech is noted of whoever is there, with a device or without; what is made, of those who could be seen")
    func represented() {
        let measures = Self.meeting { facts in
            for place in 1...6 { facts.join(0, "c\(place)") }
            for place in 1...2 { facts.join(0, "r\(place)", .roomDevice) }
            for place in 3...6 {
                facts.join(0, "r\(place)", .roomNoDevice, here: false)
                facts.checkIn(0, "r\(place)")
            }
            for (at, name) in [(10, "c1"), (50, "r1"), (90, "r3"), (130, "r4")] {
                facts.speak(Double(at), name, for: 30)
            }
        }
        func room(_ name: String) -> Measure? {
            measures.all(fewest: 0).first { $0.name == name && $0.subset == "room" }
        }
        // Three of four turns by six of twelve; of what eight made whom the log would have seen, one of two by two.
        for (name, value, count, people) in [
            ("represent_turns", 1.5, 3.0, 6), ("represent_turn_seconds", 1.5, 90, 6), ("represent_made", 2, 1, 2),
        ] {
            #expect(room(name)?.value == value && room(name)?.numerator == count && room(name)?.n == people, "\(name)")
        }
    }

    @Test("a lost connection that did not come back is said apart; the lead's end sends nobody away")
    func leaving() {
        let measures = Self.meeting { facts in
            for name in ["ann", "bob", "cai", "dai"] { facts.join(0, name) }
            facts.join(1_300, "eve")
            facts.go(600, "ann", .left)
            facts.go(700, "bob", .lost)
        }
        #expect(measures.staying.early == 2 && measures.staying.lost == 1)
        #expect(
            measures.staying.dropOff == [
                .init(segment: Facts.segment("s1"), left: 2, atRisk: 4),
                .init(segment: Facts.segment("s2"), left: 0, atRisk: 2),
            ])
        #expect(measures.staying.survival.steps.map(\.atRisk) == [5, 4])
        // On the meeting's own clock she was not there yet to go.
        #expect(measures.staying.onClock.steps.map(\.atRisk) == [4, 3])
    }

    @Test("talk, planned and actual, and who spoke")
    func talk() {
        let measures = Self.meeting { facts in
            facts.join(0, "ann")
            facts.speak(10, "lea", for: 90)
            facts.speak(100, "ann", for: 30)
        }
        #expect(measures.figure("talk_planned", "all")?.value == 0.4)
        #expect(measures.figure("talk_actual", "all")?.value == 0.4)
        #expect(measures.figure("lead_turn_share", "lead")?.value == 0.75)
        let silent = Self.meeting { $0.join(0, "ann") }
        #expect(silent.figure("lead_turn_share", "lead")?.note == .notNoted)
        #expect(silent.figure("gini_made", "observable_no_lead")?.value == nil)
    }

    @Test("people in one group for five minutes while both are there have met")
    func groups() {
        for (seconds, ties) in [(300.0, 1), (299.0, 0)] {
            let measures = Self.meeting { facts in
                facts.join(0, "ann", school: "Ysgol A")
                facts.join(0, "bob", school: "ysgol a")
                facts.join(0, "cai", school: "B")
                let round = RoundID(rawValue: "r1")
                facts.add(
                    100,
                    GroupsFormed(
                        round: round, segment: nil,
                        groups: [GroupSeats(group: GroupID(rawValue: "g1"), members: ["ann", "cai"].map(Facts.id))],
                        texts: nil, draw: Draw(choice: .byHand)))
                facts.go(100 + seconds, "cai")
                facts.add(1_000, GroupsEnded(round: round))
            }
            #expect(measures.record.ties.count == ties)
            let mixing = measures.figure("ei", "no_lead")
            #expect(mixing?.value == (ties == 1 ? 1 : nil))
            // Of three possible pairs two are between schools.
            #expect(abs((mixing?.chance ?? 0) - 1.0 / 3) < 1e-9)
        }
    }

    @Test("every figure says of whom it is, by which definitions; none is a score and none of one person")
    func shape() {
        let all = Self.meeting { facts in
            for name in ["ann", "bob"] { facts.join(0, name) }
            facts.say(100, "ann", "m1", words: 9)
        }.all()
        #expect(Set(all.map(\.definitionsVersion)) == ["1"])
        #expect(!all.contains { $0.scope == .person })
        let keys = all.map { "\($0.name) \($0.scope) \($0.scopeID ?? "") \($0.subset)" }
        #expect(Set(keys).count == keys.count, "a row twice")
        for word in ["score", "rank", "engaged", "passive"] { #expect(!all.contains { $0.name.contains(word) }) }
    }
}
