// Knows what pins and locked groups promise: they stay where they are, the rest is as good as it can be, and what cannot
// be is refused with names.

import Testing

@testable import Matching

@Suite struct PinTests {
    private static func orders(_ groups: [[Int]]) -> [[[Int]]] {
        guard groups.count > 1 else { return [groups] }
        return groups.indices.flatMap { at in
            var rest = groups
            let first = rest.remove(at: at)
            return orders(rest).map { [first] + $0 }
        }
    }

    @Test("up to seven people, some of them pinned, get the best split there is, or a refusal", arguments: 0..<80)
    func bruteForce(_ seed: Int) throws {
        var random = SplitMix64(seed: UInt64(seed))
        let people = Samples.people(3 + seed % 5, &random)
        var rules = Samples.rules(people, &random, modes: seed % 2 == 0 ? .any : .mixed)
        rules.wish = .size(2 + seed % 2)
        let roster = try Roster(people)
        let sizes = rules.wish.sizes(people.count)
        for _ in 0..<(1 + seed % 3) { rules.pins["p\(random.below(people.count))"] = random.below(sizes.count) }
        let scorer = Scorer(roster, rules)
        let larger = people.count - sizes.count * sizes.least
        let all = ComposerTests.splits(
            Array(0..<people.count), (0..<sizes.count).map { sizes.least + ($0 < larger ? 1 : 0) })
        let accounts = all.flatMap(Self.orders).map { scorer.score($0.map { $0.map { roster.people[$0].id } }) }
        let best = accounts.filter(\.breaches.isEmpty).map(\.total).min()
        let found = try? Composer(roster, rules).compose(seed: 1, iterations: 10_000)
        #expect(found?.points.total == best)
        for (id, group) in rules.pins where found != nil { #expect(found?.groups[group].contains(id) == true) }
    }

    private static func people(_ count: Int) -> [Attendee] {
        (0..<count).map {
            Attendee(id: "p\($0)", name: "N\($0)", school: "S\($0 % 3)", isInRoom: $0 % 2 == 0, hasBridge: true)
        }
    }

    @Test("a pinned person stays, a locked group is untouched, and the others are shared out anew", arguments: 0..<30)
    func reshuffled(_ seed: Int) throws {
        let roster = try Roster(Self.people(23).shuffled())
        let first = try propose(roster, GroupWishes(wish: .size(4)), seed: UInt64(seed), iterations: 3_000)
        let pinned = try #require(first.groups[3].first)
        let wishes = GroupWishes(
            wish: .size(4), pins: [pinned: 3], locked: [1, 4], current: first.groups)
        let second = try propose(roster, wishes, seed: UInt64(seed) + 100, iterations: 3_000)
        #expect(second.groups.count == first.groups.count)
        #expect(second.groups[1] == first.groups[1])
        #expect(second.groups[4] == first.groups[4])
        #expect(second.groups[3].contains(pinned))
        #expect(Set(second.groups.joined()).count == 23)
        #expect(second.groups.allSatisfy { (4...5).contains($0.count) || $0.count == 3 })
        #expect(second == (try propose(roster, wishes, seed: UInt64(seed) + 100, iterations: 3_000)))
    }

    @Test("a locked group may be of any size and kind, and who left is not missed")
    func odd() throws {
        let people = Self.people(13)
        let current = [["p0", "p1", "gone"], ["p2", "p3", "p4", "p5", "p6", "p7"], ["p8", "p9"]]
        let wishes = GroupWishes(choice: .separate, wish: .size(3), locked: [0, 1], current: current)
        let proposal = try propose(Roster(people), wishes, seed: 1, iterations: 2_000)
        #expect(Set(proposal.groups[0]) == ["p0", "p1"])
        #expect(Set(proposal.groups[1]) == Set(current[1]))
        for group in proposal.groups[2...] {
            let modes = Set(group.compactMap { id in people.first { $0.id == id }?.isInRoom })
            #expect(modes.count == 1)
        }
        let all = GroupWishes(wish: .size(4), locked: [0, 1], current: [["p0", "p1"], ["p2", "p3"]])
        #expect(
            try propose(Roster(Self.people(4)), all, seed: 1, iterations: 1).groups == [["p0", "p1"], ["p2", "p3"]])
    }

    @Test("contradictions are named")
    func contradictions() throws {
        func refusal(_ rules: Rules) -> MatchingRefusal? {
            do throws(MatchingRefusal) {
                _ = try Composer(Roster(Self.people(12)), rules).compose(seed: 1, iterations: 2_000)
                return nil
            } catch { return error }
        }
        let four = GroupWish.size(4)
        let table: [(Rules, MatchingRefusal)] = [
            (Rules(wish: four, pins: ["p1": 3]), .pinOutside(name: "N1", group: 3, groups: 3)),
            (
                Rules(wish: four, apart: [["p1", "p2"]], pins: ["p1": 0, "p2": 0]),
                .pinnedAndApart(names: ["N1", "N2"], group: 0)
            ),
            (
                Rules(wish: four, together: [["p1", "p3"], ["p3", "p2"]], pins: ["p1": 0, "p2": 1]),
                .pinnedAndTogether(one: "N1", group: 0, other: "N2", otherGroup: 1)
            ),
            (
                Rules(wish: four, pins: ["p0": 2, "p1": 2, "p2": 2, "p3": 2, "p4": 2]),
                .pinnedTooMany(names: ["N0", "N1", "N2", "N3", "N4"], group: 2, most: 4)
            ),
            (
                Rules(wish: .count(2), modes: .separate, pins: ["p0": 0, "p2": 1, "p4": 3]),
                .pinnedGroupsTooMany(names: ["N0", "N2", "N4"], groups: 2)
            ),
            (
                Rules(wish: four, modes: .separate, pins: ["p0": 0, "p1": 0]),
                .pinnedAcrossModes(names: ["N0", "N1"], group: 0)
            ),
            (
                Rules(wish: four, together: [["p0", "p5"]], pins: ["p0": 0, "p1": 0], locked: [0]),
                .lockedAndTogether(names: ["N0", "N5"], group: 0)
            ),
            (
                Rules(wish: four, apart: [["p0", "p1"]], pins: ["p0": 0, "p1": 0], locked: [0]),
                .pinnedAndApart(names: ["N0", "N1"], group: 0)
            ),
        ]
        for (rules, expected) in table {
            #expect(refusal(rules) == expected)
            #expect(expected.description.contains("N"))
        }
        let outOfLock = GroupWishes(wish: four, pins: ["p0": 1], locked: [0], current: [["p0"], ["p1"]])
        #expect(throws: MatchingRefusal.pinnedOutOfLock(name: "N0", group: 1, locked: 0)) {
            try propose(Roster(Self.people(12)), outOfLock, seed: 1, iterations: 1)
        }
        #expect(throws: MatchingRefusal.lockOutside(group: 2, groups: 0)) {
            try propose(Roster(Self.people(12)), GroupWishes(wish: four, locked: [2]), seed: 1, iterations: 1)
        }
    }

    @Test("the account tells who is not where they are pinned, and who is in a locked group")
    func breaches() throws {
        let rules = Rules(wish: .size(2), pins: ["p0": 0, "p1": 0, "p2": 1], locked: [0])
        let points = try Scorer(Roster(Self.people(4)), rules).score([["p0", "p3"], ["p1", "p2"]])
        #expect(points.breaches.contains(.notPinned("N1", group: 0)))
        #expect(points.breaches.contains(.intoLocked("N3", group: 0)))
    }
}
