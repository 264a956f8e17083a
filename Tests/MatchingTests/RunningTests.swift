// Knows what running groups promise: late-comers move nobody, and a repair moves as few as possible.

import Exchange
import Testing

@testable import Matching

@Suite struct RunningTests {
    @Test("late-comers move nobody", arguments: 0..<40)
    func lateComers(_ seed: Int) throws {
        var random = SplitMix64(seed: UInt64(seed))
        let people = Samples.people(20, &random)
        let current = [Array(people[0..<4]), Array(people[4..<8]), Array(people[8..<12]), Array(people[12..<16])]
            .map { $0.map(\.id) }
        let split = try Running(
            Roster(people), Rules(wish: .size(4)), current: current,
            bounds: GroupSizes(count: 4, least: 3, most: 5)
        ).settle()
        for (before, after) in zip(current, split.groups) { #expect(Set(before).isSubset(of: after)) }
        #expect(split.groups.joined().count == 20)
        #expect(split.points.terms[.move] == nil)
    }

    @Test("a rump of one is repaired by one move, and the groups keep their position")
    func rump() throws {
        let people = (0..<9).map { Attendee(id: "p\($0)", name: "N\($0)", school: "S\($0)", isCore: true) }
        let current = [["p0", "gone", "left"], ["p1", "p2", "p3", "p4"], ["p5", "p6", "p7", "p8"]]
        let split = try Running(
            Roster(people), Rules(wish: .size(3)), current: current,
            bounds: GroupSizes(count: 3, least: 2, most: 5)
        ).settle()
        #expect(split.points.terms[.move] == 15)
        #expect(split.points.breaches == [])
    }

    @Test("a group that lost its only bridge is repaired")
    func bridge() throws {
        let people = (0..<8).map {
            Attendee(
                id: "p\($0)", name: "N\($0)", school: "S\($0)", isCore: true, isInRoom: $0 % 2 == 0, hasBridge: $0 > 3)
        }
        let split = try Running(
            Roster(people), Rules(wish: .size(4), modes: .mixed),
            current: [["p0", "p1", "p2", "p3", "gone"], ["p4", "p5", "p6", "p7"]],
            bounds: GroupSizes(count: 2, least: 3, most: 5)
        ).settle()
        #expect(split.points.breaches == [])
        #expect((split.points.terms[.move] ?? 0) <= 30)
    }

    @Test("a frozen group takes late-comers and gives nobody up, unless it is broken")
    func frozen() throws {
        var (settled, whole, joined) = (0, 0, 0)
        for seed in 0..<100 {
            var random = SplitMix64(seed: UInt64(seed))
            let people = Samples.people(16, &random).map { person in
                var person = person
                person.hasBridge = true
                return person
            }
            // Five who are frozen, four, one whom the others left, and a frozen group that may be too small.
            let current = [
                people[0..<5].map(\.id), people[5..<9].map(\.id), [people[9].id, "gone", "left", "away"],
                people[10..<12 + seed % 2].map(\.id),
            ]
            let rules = Rules(wish: .size(4), modes: seed % 3 == 0 ? .mixed : .any)
            let bounds = GroupSizes(count: 4, least: 3, most: 6)
            let running = try Running(Roster(people), rules, current: current, bounds: bounds, frozen: [0, 3])
            guard let split = try? running.settle() else { continue }
            settled += 1
            #expect(split.points.breaches == [])
            let inRoom = people[0..<5].count(where: \.isInRoom)
            guard rules.modes == .any || inRoom > 0 else { continue }
            whole += 1
            #expect(Set(current[0]).isSubset(of: split.groups[0]))
            joined += split.groups[0].count > 5 ? 1 : 0
        }
        #expect(settled > 90 && whole > 80 && joined > 10, "\(settled) \(whole) \(joined)")
    }

    @Test("who may not leave a frozen group is taken from another, or joins it")
    func frozenRump() throws {
        let people = (0..<9).map { Attendee(id: "p\($0)", name: "N\($0)", school: "S\($0 % 4)", isCore: true) }
        let current = [["p0", "gone", "left"], ["p1", "p2", "p3", "p4"], ["p5", "p6", "p7", "p8"]]
        let bounds = GroupSizes(count: 3, least: 2, most: 4)
        for frozen in [1, 2] {
            let split = try Running(
                Roster(people), Rules(wish: .size(3)), current: current, bounds: bounds, frozen: [frozen]
            ).settle()
            #expect(split.groups[frozen] == current[frozen])
            #expect(split.points.terms[.move] == 15)
        }
        // Nobody may come or go: no way is left.
        #expect(throws: MatchingRefusal.self) {
            try Running(Roster(people), Rules(wish: .size(3)), current: current, bounds: bounds, frozen: [1, 2])
                .settle()
        }
    }

    @Test("pins hold while groups run, and a pin to no group is refused")
    func pins() throws {
        let people = (0..<10).map { Attendee(id: "p\($0)", name: "N\($0)", school: "S\($0 % 4)", isCore: true) }
        let current = [["p0", "p1", "p2"], ["p3", "p4", "p5"], ["p6", "p7"]]
        let bounds = GroupSizes(count: 3, least: 2, most: 4)
        func settle(_ pins: [String: Int], locked: Set<Int> = []) throws -> Split {
            try Running(
                Roster(people), Rules(wish: .size(3), pins: pins, locked: locked), current: current, bounds: bounds
            ).settle()
        }
        #expect(
            try settle(["p8": 0, "p9": 1]).groups == [
                ["p0", "p1", "p2", "p8"], ["p3", "p4", "p5", "p9"], ["p6", "p7"],
            ])
        #expect(try settle(["p0": 2]).groups[2].contains("p0"))
        let locked = try settle(["p6": 2, "p7": 2], locked: [2])
        #expect(locked.groups[2] == ["p6", "p7"])
        #expect(throws: MatchingRefusal.pinOutside(name: "N8", group: 3, groups: 3)) { try settle(["p8": 3]) }
    }

    @Test("the sample, in which no few moves are enough, breaks no rule")
    func sample() throws {
        let file = try Samples.file("rebalance-26")
        let bounds = try #require(file.bounds)
        let split = try Running(file.roster(), file.rules, current: file.current, bounds: bounds).settle()
        #expect(split.points.breaches == [])
        #expect(split.points.total <= 360)
    }

    @Test(
        "rounds without anybody meeting twice",
        arguments: [(15, 3, 7), (20, 4, 5), (23, 4, 5), (28, 4, 5), (60, 5, 6)])
    func golfer(_ people: Int, _ size: Int, _ rounds: Int) throws {
        let golfer = try Golfer((0..<people).map { "p\($0)" }, wish: .size(size), rounds: rounds)
        let plan = golfer.plan(seed: 1, budget: .iterations(30_000_000))
        #expect(plan.points == 0)
        for round in plan.rounds { #expect(Set(round.joined()).count == people) }
        #expect(plan.rounds.count == rounds)
    }

    @Test("later rounds know the earlier ones")
    func rounds() throws {
        let file = try Samples.file("groups-12-mixed")
        let splits = try Rounds.compose(file.roster(), file.rules, rounds: 2, seed: 1, budget: .iterations(1000))
        let (first, second) = (splits[0].groups.map(Set.init), splits[1].groups.map(Set.init))
        let again = first.flatMap { one in second.map { one.intersection($0).count } }.count { $0 > 2 }
        #expect(again == 0)
    }
}
