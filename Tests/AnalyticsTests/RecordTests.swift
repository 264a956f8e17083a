// Knows what the participation record makes of a log: who was there and how, whose an act is, what was on.

import Testing

@testable import Analytics
@testable import Meetings

@Suite struct RecordTests {
    private static func seconds(_ record: ParticipationRecord, _ name: String) -> Double? {
        record.people[Facts.id(name)].map { Double($0.presence) / 1000 }
    }

    /// How somebody comes and goes, and how long they were there in the hour.
    private static let presences: [(name: String, events: [(Double, PresenceEnd?)], seconds: Double)] = [
        ("all the time", [(0, nil)], 3_600),
        ("a gap of a minute is none", [(0, nil), (1_000, .lost), (1_060, nil)], 3_600),
        ("a longer one is", [(0, nil), (1_000, .lost), (1_061, nil)], 3_539),
        ("who left early", [(100, nil), (1_600, .left)], 1_500),
        ("a second device adds nothing", [(0, nil), (500, nil), (900, .lost)], 900),
    ]

    @Test("presence is a union with short gaps closed", arguments: presences)
    func presence(_ line: (name: String, events: [(Double, PresenceEnd?)], seconds: Double)) {
        var facts = Facts()
        facts.join(0, "ann", here: false)
        for (at, reason) in line.events {
            if let reason { facts.go(at, "ann", reason) } else { facts.come(at, "ann") }
        }
        facts.end(3_600)
        #expect(Self.seconds(facts.record, "ann") == line.seconds)
    }

    @Test("the time between two sittings is nobody's presence")
    func sittings() {
        var facts = Facts()
        facts.join(0, "ann")
        facts.end(600)
        facts.add(4_000, MeetingReopened())
        facts.come(4_010, "ann")
        facts.end(4_600)
        let record = facts.record
        #expect(Self.seconds(record, "ann") == 1_190)
        #expect(record.length == 1_200_000 && record.elapsed(Facts.begin + 4_010_000) == 610_000)
    }

    @Test("a check-in is a presence without a device, until one of their own comes")
    func checkIns() throws {
        var facts = Facts()
        facts.join(0, "dai", .roomNoDevice, here: false)
        facts.checkIn(10, "dai")
        facts.add(1_000, ModeSet(person: Facts.id("dai"), mode: .roomDevice, source: .client))
        facts.come(1_000, "dai", .roomDevice)
        facts.end(2_000)
        let stays = try #require(facts.record.people[Facts.id("dai")]?.stays)
        #expect(stays.map(\.hasDevice) == [false, true])
        #expect(stays.map(\.source) == [.leadTap, .client])
        #expect(stays.map(\.mode) == [.roomNoDevice, .roomDevice])
        #expect(stays.map { $0.stretch.length } == [990_000, 1_000_000])
    }

    @Test("two entries that were joined are one person, with the time and the acts of both")
    func merged() {
        var facts = Facts()
        facts.join(0, "ann")
        facts.join(100, "ann2")
        facts.say(150, "ann2", "m1", words: 9)
        facts.go(500, "ann")
        facts.add(600, PersonMerged(person: Facts.id("ann2"), into: Facts.id("ann")))
        facts.say(700, "ann", "m2", words: 9, re: "m1")
        facts.end(1_000)
        let record = facts.record
        #expect(record.people.count == 1)
        #expect(Self.seconds(record, "ann") == 1_000)
        #expect(record.acts.map(\.person) == [Facts.id("ann"), Facts.id("ann")])
    }

    @Test("guests and tables are no people of figures, nor is whoever was put out; leads are their own")
    func whoCounts() {
        var facts = Facts()
        facts.join(0, "lea", role: .lead)
        facts.join(0, "gus", role: .guest)
        facts.join(0, "tab", .tableDevice, role: .table)
        facts.join(0, "odd")
        facts.join(0, "ann")
        facts.join(0, "col")
        facts.add(1, LeadAppointed(person: Facts.id("col")))
        facts.say(5, "tab", "m1", words: 12)
        facts.add(9, PersonRemoved(person: Facts.id("odd")))
        facts.end(600)
        let record = facts.record
        #expect(record.attended().map(\.id) == [Facts.id("ann")])
        #expect(record.attended(leads: true).map(\.id.rawValue) == ["ann", "col", "lea"])
        #expect(record.acts.map(\.scope) == [.table])
        #expect(facts.measures.figure("sum_made", "observable_with_leads")?.value == 0)
        #expect(facts.measures.figure("sum_made", "table")?.value == 1)
    }

    @Test("who is counted only is nobody, in the live log as after the end; their acts are there")
    func counted() {
        for name in ["ann", PersonID.counted.rawValue] {
            var facts = Facts([(.talk, 10)])
            facts.open(0, "s1")
            facts.join(0, name, tier: .countOnly)
            facts.pulse(5, "u1", in: "s1")
            facts.answer(6, name, "u1")
            facts.answer(8, name, "u1", previous: .gotIt)
            facts.say(9, name, "m1", words: 9)
            facts.end(600)
            let record = facts.record
            #expect(record.people.isEmpty && record.countedPeople == 1)
            #expect(record.acts.map(\.person) == [.counted, .counted])
            #expect(record.items.first?.countedAnswers == 1)
            let measures = MeetingMeasures(record)
            #expect(measures.figure("attended", "no_lead")?.value == 1)
            // Of one alone it would tell what they did.
            for (name, subset, value) in [("sum_made", "everybody", 1.0), ("sum_acts", "counted_only", 2)] {
                #expect(measures.figure(name, subset)?.isSuppressed == true)
                let told = measures.all(fewest: 1).first { $0.name == name && $0.subset == subset }
                #expect(told?.value == value)
            }
        }
    }

    @Test("what is planned is planned before the meeting; what is on again is on, and an undone step was not")
    func agenda() {
        var facts = Facts([(.talk, 10), (.handsOn, 20)])
        facts.open(0, "s1")
        facts.add(60, TimeboxSet(segment: Facts.segment("s1"), timeboxSeconds: 1_200))
        facts.close(100, "s1")
        facts.open(100, "s2")
        facts.add(
            104,
            StepUndone(
                segments: [
                    .init(segment: Facts.segment("s1"), state: .open),
                    .init(segment: Facts.segment("s2"), state: .upcoming),
                ], current: Facts.segment("s1"), round: nil, speaker: nil, reopened: [], closed: []))
        facts.close(500, "s1")
        facts.open(500, "s2")
        facts.end(900)
        let record = facts.record
        #expect(record.segments.map(\.plannedSeconds) == [600, 1_200])
        #expect(record.segments.map(\.length) == [500_000, 400_000])
        #expect(record.segments.map(\.n) == [1, 2])
    }

    @Test("an answer that is worded anew is one act, and a draft is none")
    func answers() {
        let prompt = PromptID(rawValue: "q1")
        func saved(_ words: Int, _ isHandedIn: Bool, _ wasHandedIn: Bool) -> ResponseSaved {
            ResponseSaved(
                prompt: prompt, person: Facts.id("ann"), words: words, isHandedIn: isHandedIn,
                wasHandedIn: wasHandedIn)
        }
        var facts = Facts([(.reflection, 10)])
        facts.open(0, "s1")
        facts.join(0, "ann")
        facts.add(
            1,
            PromptPrepared(
                prompt: prompt, segment: Facts.segment("s1"), kind: .open, text: nil, purpose: nil, choices: nil,
                isMultiple: false, circle: .named, seconds: nil, key: nil))
        facts.add(
            2,
            PromptOpened(
                prompt: prompt, segment: Facts.segment("s1"), kind: .open, isMultiple: false, circle: .named))
        facts.add(10, saved(3, false, false))
        facts.add(20, saved(5, true, false))
        facts.add(30, saved(9, true, true))
        facts.end(600)
        let acts = facts.record.acts
        #expect(acts.map(\.kind) == [.reflectSave])
        #expect(acts.first?.words == 9 && acts.first?.mode == .made)
        #expect(acts.first?.at == Facts.begin + 20_000)
    }

    @Test("an anonymous answer is a bit, in the item that asked, at no time")
    func anonymous() {
        var facts = Facts([(.reflection, 10)])
        let prompt = PromptID(rawValue: "q1")
        facts.open(0, "s1")
        for name in ["ann", "bob"] { facts.join(0, name) }
        facts.add(
            2,
            PromptOpened(
                prompt: prompt, segment: Facts.segment("s1"), kind: .open, isMultiple: false, circle: .anonymous))
        facts.add(60, PromptClosed(prompt: prompt))
        facts.add(60, AnswersSealed(prompt: prompt, people: [Facts.id("ann")], count: 1))
        facts.end(600)
        let measures = facts.measures
        #expect(measures.record.acts.isEmpty)
        #expect(measures.opportunities.filter(\.isTaken).map(\.person) == [Facts.id("ann")])
        let modes = measures.modes.cells.mapValues { $0.values.map(\.mode) }
        #expect(modes == [Facts.id("ann"): [.acted], Facts.id("bob"): [.received]])
        #expect(measures.minutes[Facts.id("ann")]?.active == 0)
    }

    @Test("who chooses later to be counted only keeps what they did, and lets no word be quoted any more")
    func countedLater() {
        var facts = Facts([(.talk, 10)])
        facts.open(0, "s1")
        facts.join(0, "ann", tier: .quotable)
        facts.say(10, "ann", "m1", words: 9)
        facts.add(20, TierSet(person: Facts.id("ann"), tier: .countOnly))
        facts.end(600)
        let record = facts.record
        #expect(record.acts.map(\.person) == [Facts.id("ann")])
        #expect(record.people[Facts.id("ann")]?.tier == .pseudonymous)
    }

    @Test("the order and the number of deliveries change nothing")
    func deliveries() {
        var facts = Facts([(.talk, 10)])
        facts.open(0, "s1")
        for name in ["ann", "bob"] { facts.join(3, name) }
        facts.say(10, "ann", "m1", words: 9)
        facts.say(20, "bob", "m2", words: 9, re: "m1")
        facts.end(600)
        let delivered = MeetingReading((facts.entries + facts.entries).shuffled(), actors: facts.actors)
        #expect(delivered.record == facts.record)
    }
}
