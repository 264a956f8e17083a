// Knows when acts are a candidate for an exchange: u, v, u again, each made and each answering the one before.

import Testing

@testable import Analytics
@testable import Meetings

@Suite struct ExchangeTests {
    private static func meeting(_ write: (inout Facts) -> Void) -> ParticipationRecord {
        var facts = Facts([(.discussion, 60)])
        facts.open(0, "s1")
        facts.join(0, "lea", role: .lead)
        for name in ["ann", "bob", "cai"] { facts.join(0, name) }
        write(&facts)
        facts.end(3_600)
        return facts.record
    }

    private static func pairs(_ record: ParticipationRecord) -> [[String]] {
        record.exchanges.map { [$0.u.rawValue, $0.v.rawValue] }
    }

    private typealias Said = (by: String, words: Int, re: Int?)

    /// Messages one after the other, each a reply to an earlier one or to none, and who then is in an exchange.
    private static let threads:
        [(name: String, said: [(by: String, words: Int, re: Int?)], pairs: [[String]], acts: Int)] = [
            ("to and fro and to", [("ann", 9, nil), ("bob", 9, 0), ("ann", 9, 1)], [["ann", "bob"]], 3),
            ("there is no third", [("ann", 9, nil), ("bob", 9, 0)], [], 0),
            ("a nod is none", [("ann", 9, nil), ("bob", 2, 0), ("ann", 9, 1)], [], 0),
            ("with oneself", [("ann", 9, nil), ("ann", 9, 0), ("ann", 9, 1)], [], 0),
            ("the third is somebody else", [("ann", 9, nil), ("bob", 9, 0), ("cai", 9, 1)], [], 0),
            ("no reply, only after it", [("ann", 9, nil), ("bob", 9, nil), ("ann", 9, nil)], [], 0),
            (
                "it goes on as one", [("ann", 9, nil), ("bob", 9, 0), ("ann", 9, 1), ("bob", 9, 2), ("ann", 9, 3)],
                [["ann", "bob"]], 5
            ),
            (
                "two answer her, she answers both",
                [("ann", 9, nil), ("bob", 9, 0), ("cai", 9, 0), ("ann", 9, 1), ("ann", 9, 2)],
                [["ann", "bob"], ["ann", "cai"]], 5
            ),
        ]

    @Test("replies", arguments: threads)
    func replies(
        _ line: (name: String, said: [(by: String, words: Int, re: Int?)], pairs: [[String]], acts: Int)
    ) {
        let record = Self.meeting { facts in
            for (index, said) in line.said.enumerated() {
                facts.say(
                    10 + Double(index) * 400, said.by, "m\(index)", words: said.words, re: said.re.map { "m\($0)" })
            }
        }
        #expect(Self.pairs(record) == line.pairs)
        #expect(record.acts.count { $0.mode == .exchanged } == line.acts)
    }

    @Test("turns close to each other are weak evidence, and those with a lead are counted apart")
    func turns() {
        let peers = Self.meeting { facts in
            for (index, name) in ["ann", "bob", "ann"].enumerated() {
                facts.speak(10 + Double(index) * 100, name, for: 30)
            }
        }
        #expect(peers.exchanges.map(\.basis) == [.turns] && peers.exchanges.map(\.includesLead) == [false])
        let chaired = Self.meeting { facts in
            for (index, name) in ["lea", "bob", "lea"].enumerated() {
                facts.speak(10 + Double(index) * 100, name, for: 30)
            }
        }
        #expect(chaired.exchanges.map(\.includesLead) == [true])
        #expect(chaired.sums.isEmpty)
        #expect(MeetingMeasures(chaired).figure("exchange_candidates", "no_lead")?.value == 0)
        let far = Self.meeting { facts in
            for (index, name) in ["ann", "bob", "ann"].enumerated() {
                facts.speak(10 + Double(index) * 151, name, for: 30)
            }
        }
        #expect(far.exchanges.isEmpty)
        let short = Self.meeting { facts in
            for (index, name) in ["ann", "bob", "ann"].enumerated() {
                facts.speak(10 + Double(index) * 20, name, for: index == 1 ? 9.9 : 10)
            }
        }
        #expect(short.exchanges.isEmpty)
    }

    @Test("somebody edits another's note soon, and the author edits again")
    func notes() {
        for (later, isOne) in [(599.0, true), (601.0, false)] {
            let record = Self.meeting { facts in
                let (card, group) = (CardID(rawValue: "k1"), GroupID(rawValue: "g1"))
                facts.add(
                    10,
                    CardWritten(
                        card: card, group: group, person: Facts.id("ann"), name: nil, text: nil, words: 3, re: nil,
                        isReport: false))
                facts.add(10 + later, CardEdited(card: card, group: group, text: nil, words: 5), by: "bob")
                facts.add(2_000, CardEdited(card: card, group: group, text: nil, words: 7), by: "ann")
            }
            #expect(Self.pairs(record) == (isOne ? [["ann", "bob"]] : []))
            #expect(record.acts.count { $0.group?.rawValue == "g1" } == 3)
        }
    }

    @Test("help with a kit is an exchange of both, whoever tapped it")
    func help() throws {
        let record = Self.meeting { facts in
            facts.add(
                100,
                HelpGiven(
                    segment: Facts.segment("s1"), person: Facts.id("ann"), peer: Facts.id("cai"), step: 0,
                    source: .leadTap))
            // It comes with the help, and is nobody's act.
            facts.add(
                100,
                KitSet(
                    segment: Facts.segment("s1"), person: Facts.id("ann"), step: 0, state: .building,
                    previousStep: 0, previousState: .stuck, source: .leadTap))
        }
        #expect(Self.pairs(record) == [["ann", "cai"]] && record.exchanges.first?.basis == .help)
        let modes = MeetingMeasures(record).modes.cells
        #expect(modes[Facts.id("ann")]?[Facts.segment("s1")]?.mode == .exchanged)
        #expect(modes[Facts.id("cai")]?[Facts.segment("s1")]?.mode == .exchanged)
        #expect(modes[Facts.id("bob")]?[Facts.segment("s1")]?.mode == .notOffered)
        #expect(record.acts.map(\.scope) == [.leadFor])
    }

    @Test("whom nobody can tell apart is in no exchange")
    func counted() {
        let record = Self.meeting { facts in
            for (index, name) in ["ann", PersonID.counted.rawValue, "ann"].enumerated() {
                facts.say(10 + Double(index), name, "m\(index)", words: 9, re: index > 0 ? "m\(index - 1)" : nil)
            }
        }
        #expect(record.exchanges.isEmpty)
    }
}
