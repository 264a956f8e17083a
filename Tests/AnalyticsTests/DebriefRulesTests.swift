// Knows what is said of meetings that can be counted by hand: a line is a meeting, and what is said of it.

import Analytics
import Testing

@Suite struct DebriefRulesTests {
    /// Twenty-four people, nine in the room and fifteen on the call, who kept to the plan; a line of a table changes it.
    private static func meeting(_ change: (inout Debrief) -> Void = { _ in }) -> Debrief {
        var debrief = Debrief()
        debrief.people.attended = 24
        (debrief.people.room, debrief.people.call) = (9, 15)
        (debrief.people.offered, debrief.people.acted) = (24, 21)
        debrief.items = [
            .init(kind: .talk, title: "Soil", planned: 600, spans: [[0, 600]]),
            .init(kind: .handsOn, title: "Kit", planned: 1800, spans: [[600, 2400]]),
            .init(kind: .discussion, title: "What now", planned: 600, spans: [[2400, 3000]]),
        ]
        debrief.seconds = 3000
        debrief.presence = [.init(place: .call, steps: [[0, 15]]), .init(place: .room, steps: [[0, 9]])]
        debrief.leaving = (0..<3).map { .init(item: $0, atRisk: 24, left: 0) }
        debrief.bands = (0..<3).map {
            .init(item: $0, made: 8, acted: 10, received: 6, notOffered: 0, notObservable: 0)
        }
        debrief.isTalkNoted = true
        change(&debrief)
        return debrief
    }

    /// The keys that are said, a paragraph a list.
    private static func said(_ debrief: Debrief) -> [[Saying.Key]] { DebriefRules(debrief).says.map { $0.map(\.key) } }

    struct Line: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var says: [[Saying.Key]]
        var change: @Sendable (inout Debrief) -> Void

        init(_ name: String, _ says: [[Saying.Key]], _ change: @escaping @Sendable (inout Debrief) -> Void) {
            (testDescription, self.says, self.change) = (name, says, change)
        }
    }

    private static let lines: [Line] = [
        Line("as planned", [[.everybodyOffered, .onTime], [.nobodyLeft]]) { _ in },
        Line("everybody acted", [[.everybodyActed, .onTime], [.nobodyLeft]]) { $0.people.acted = 24 },
        Line("four had nothing to do", [[.acted, .notOffered, .onTime], [.nobodyLeft]]) {
            ($0.people.offered, $0.people.notOffered) = (20, 4)
        },
        Line("four had nothing to do, all of them unseen", [[.acted, .onTime], [.nobodyLeft]]) {
            ($0.people.offered, $0.people.notObservable) = (20, 4)
        },
        Line("four people", [[.few, .onTime]]) {
            ($0.people.attended, $0.people.leftEarly) = (4, 3)
            $0.leaving[0].left = 3
            $0.bands[0].notObservable = 2
        },
        Line("five people", [[.everybodyActed, .onTime], [.nobodyLeft]]) {
            ($0.people.attended, $0.people.offered, $0.people.acted) = (5, 5, 5)
        },
        Line("five people, one of them counted only", [[.few, .onTime], [.counted]]) {
            ($0.people.attended, $0.people.counted) = (5, 1)
        },
        Line("three minutes over, and nobody paid", [[.everybodyOffered, .overran], [.nobodyLeft]]) {
            $0.items[0].spans = [[0, 780]]
        },
        Line("two minutes over are none", [[.everybodyOffered, .onTime], [.nobodyLeft]]) {
            $0.items[0].spans = [[0, 740]]
        },
        Line("seven over, the discussion four under", [[.everybodyOffered, .overranPaid], [.nobodyLeft]]) {
            $0.items[0].spans = [[0, 1020]]
            $0.items[2].spans = [[2400, 2760]]
        },
        Line("what is shorter before pays for nothing", [[.everybodyOffered, .overran], [.nobodyLeft]]) {
            $0.items[0].spans = [[0, 300]]
            $0.items[2].spans = [[2400, 3400]]
        },
        Line("only shorter is neither on time nor over", [[.everybodyOffered], [.nobodyLeft]]) {
            $0.items[0].spans = [[0, 200]]
        },
        Line("an item was left out", [[.everybodyOffered, .onTime, .leftOut], [.nobodyLeft]]) {
            $0.items.append(.init(kind: .reflection, title: nil, planned: 300, spans: []))
        },
        Line("three of twenty-four left in one item", [[.everybodyOffered, .onTime], [.left]]) {
            $0.leaving[1].left = 3
            $0.people.leftEarly = 3
        },
        Line("two left: no word of it, and none that nobody did", [[.everybodyOffered, .onTime]]) {
            $0.leaving[1].left = 2
            $0.people.leftEarly = 2
        },
        Line("from the last item all go home", [[.everybodyOffered, .onTime], [.nobodyLeft]]) {
            $0.leaving[2].left = 9
        },
        Line("three of forty are too few", [[.everybodyOffered, .onTime]]) {
            $0.leaving[1] = .init(item: 1, atRisk: 40, left: 3)
            $0.people.leftEarly = 3
        },
        Line("the kit, in both places", [[.everybodyOffered, .onTime], [.kit, .nobodyLeft]]) {
            $0.comparisons = [.init(.acted, room: .init(8, of: 9), call: .init(13, of: 15)), kit(7, 6)]
        },
        Line("four in the room are too few to compare", [[.everybodyOffered, .onTime], [.nobodyLeft]]) {
            $0.comparisons = [.init(.acted, room: .init(1, of: 4), call: .init(13, of: 15))]
        },
        Line("no kit", [[.everybodyOffered, .onTime], [.placesActed, .nobodyLeft]]) {
            $0.comparisons = [.init(.acted, room: .init(8, of: 9), call: .init(13, of: 15))]
        },
        Line("three could not be seen", [[.everybodyOffered, .onTime], [.nobodyLeft], [.cannotTell]]) {
            $0.bands[0].notObservable = 3
        },
        Line(
            "two counted only, and nobody noted who spoke",
            [
                [.everybodyOffered, .onTime], [.nobodyLeft], [.counted, .talkUnknown],
            ]
        ) {
            ($0.people.attended, $0.people.counted, $0.isTalkNoted) = (26, 2, false)
        },
    ]

    private static func kit(_ room: Int, _ call: Int) -> Debrief.Comparison {
        .init(.kit, room: .init(room, of: 9), call: .init(call, of: 15))
    }

    @Test("what is said, and what is not", arguments: lines)
    func says(_ line: Line) { #expect(Self.said(Self.meeting(line.change)) == line.says) }

    @Test("every sentence has its figure")
    func numbers() {
        let rules = DebriefRules(
            Self.meeting {
                $0.items[0].spans = [[0, 1020]]
                $0.items[2].spans = [[2400, 2760]]
                $0.leaving[1].left = 4
                $0.people.leftEarly = 4
                $0.comparisons = [Self.kit(7, 6)]
                $0.bands[2].notObservable = 3
            })
        let all = rules.says.flatMap { $0 }
        #expect(
            all.map(\.numbers) == [
                ["count": 21, "all": 24], ["minutes": 7, "otherMinutes": 4],
                ["room": 7, "roomAll": 9, "call": 6, "callAll": 15], ["count": 4, "all": 24], ["count": 3],
            ])
        #expect(all.map(\.items) == [[:], ["item": 0, "other": 2], [:], ["item": 1], ["item": 2]])
    }

    // MARK: Proposals

    private static func proposed(_ change: (inout Debrief) -> Void) -> [Advice.Key] {
        DebriefRules(meeting(change)).proposals.map(\.key)
    }

    @Test("a meeting in which nothing stands out has nothing to change; one of four people neither")
    func nothing() {
        #expect(Self.proposed { _ in }.isEmpty)
        #expect(
            Self.proposed {
                $0.people.attended = 4
                $0.items[0].spans = [[0, 1800]]
                $0.bands[0].notObservable = 4
            }.isEmpty)
    }

    @Test("each proposal has the figure that it comes from")
    func each() {
        func one(_ change: (inout Debrief) -> Void) -> Advice? { DebriefRules(Self.meeting(change)).proposals.first }
        let kit = one { $0.comparisons = [Self.kit(7, 6)] }
        #expect(kit?.key == .kitEarlier && kit?.numbers == ["room": 7, "roomAll": 9, "call": 6, "callAll": 15])
        let time = one { $0.comparisons = [Self.kit(3, 5)] }
        #expect(time?.key == .kitTime && time?.numbers == ["count": 8, "all": 24])
        let tablet = one { $0.bands[1].notObservable = 3 }
        #expect(tablet?.key == .tablet && tablet?.numbers == ["count": 3, "all": 27] && tablet?.items == ["item": 1])
        let next = one { $0.leaving[1].left = 4 }
        #expect(next?.key == .sayNext && next?.numbers == ["count": 4, "all": 24] && next?.items == ["item": 1])
        let longer = one { $0.items[0].spans = [[0, 1020]] }
        #expect(longer?.key == .planLonger && longer?.numbers == ["planned": 10, "actual": 17])
        let ask = one { $0.bands[1] = .init(item: 1, made: 1, acted: 0, received: 0, notOffered: 20, notObservable: 3) }
        #expect(ask?.key == .askInIt && ask?.numbers == ["count": 20, "all": 24, "minutes": 30])
        let call = one { $0.comparisons = [.init(.acted, room: .init(9, of: 9), call: .init(9, of: 15))] }
        #expect(call?.key == .callFirst && call?.numbers == ["room": 9, "roomAll": 9, "call": 9, "callAll": 15])
        let mix = one {
            var pairs = Debrief.Pairs()
            (pairs.all, pairs.schools, pairs.schoolsByChance) = (36, .init(10, of: 36), 28)
            $0.pairs = pairs
        }
        #expect(mix?.key == .mix && mix?.numbers == ["count": 10, "all": 36, "chance": 28])
        let round = one { $0.talk = .init(turns: 40, half: 2, people: 24, gini: 0.7, chance: 0.4) }
        #expect(round?.key == .goRound && round?.numbers == ["turns": 40, "count": 2, "all": 24])
    }

    @Test("what is within chance, short or seldom changes nothing")
    func within() {
        #expect(Self.proposed { $0.talk = .init(turns: 40, half: 6, people: 24, gini: 0.55, chance: 0.4) }.isEmpty)
        #expect(Self.proposed { $0.talk = .init(turns: 11, half: 1, people: 24, gini: 0.9, chance: 0.4) }.isEmpty)
        #expect(Self.proposed { $0.bands[1].notObservable = 1 }.isEmpty)
        #expect(Self.proposed { $0.comparisons = [Self.kit(7, 10)] }.isEmpty)
        #expect(
            Self.proposed {
                $0.bands[0] = .init(item: 0, made: 0, acted: 0, received: 0, notOffered: 24, notObservable: 0)
            }.isEmpty)
    }

    @Test("three at most, the one that concerns most people first")
    func atMostThree() {
        let proposed = Self.proposed {
            $0.comparisons = [Self.kit(7, 6)]
            $0.bands[1].notObservable = 3
            $0.leaving[1].left = 4
            $0.items[0].spans = [[0, 1020]]
        }
        #expect(proposed == [.kitEarlier, .sayNext, .planLonger])
    }
}
