// Knows what another draw promises: others that are as good or nearly, each once, the best one first for every seed.

import Testing

@testable import Matching

@Suite struct AlternativesTests {
    @Test("all splits that are as good or nearly are gone through, each once, and no other", arguments: 0..<40)
    func bruteForce(_ seed: Int) throws {
        var random = SplitMix64(seed: UInt64(seed))
        let people = Samples.people(4 + seed % 5, &random)
        let rules = Samples.rules(people, &random, modes: seed % 2 == 0 ? .any : .mixed)
        let roster = try Roster(people)
        guard let composer = try? Composer(roster, rules), let first = try? composer.another(0, seed: 1) else { return }
        let sizes = rules.wish.sizes(people.count)
        let larger = people.count - sizes.count * sizes.least
        let scorer = Scorer(roster, rules)
        let all = ComposerTests.splits(
            Array(0..<people.count), (0..<sizes.count).map { sizes.least + ($0 < larger ? 1 : 0) })
        let good = all.map { $0.map { Set($0.map { roster.people[$0].id }) } }
            .filter { split in
                let points = scorer.score(split.map { $0.sorted() })
                return points.breaches.isEmpty && points.total <= first.split.points.total.withSlack
            }
        #expect(first.count == min(good.count, first.count > Alternatives.most ? Alternatives.most + 1 : good.count))
        var shown: Set<Set<Set<String>>> = []
        for turn in 0..<first.count {
            let another = try #require(try composer.another(turn, seed: 1))
            #expect(another.split.points.breaches.isEmpty && another.count == first.count)
            let groups = another.split.groups.map(Set.init)
            #expect(good.contains { Set($0) == Set(groups) })
            #expect(shown.insert(Set(groups)).inserted, "turn \(turn) was shown before")
        }
        // After the last one they begin again.
        #expect(try composer.another(first.count, seed: 1) == first)
    }

    @Test("the first one is the best, whatever the seed", arguments: 0..<30)
    func firstIsBest(_ seed: Int) throws {
        var random = SplitMix64(seed: UInt64(seed))
        let people = Samples.people(12, &random)
        let rules = Rules(wish: .size(3 + seed % 3))
        let composer = try Composer(Roster(people), rules)
        let best = try composer.compose(seed: 1, iterations: 0).points.total
        for draw in [1, 7, 99] as [UInt64] {
            let first = try #require(try composer.another(0, seed: draw))
            #expect(first.split.points.total == best)
            let next = try #require(try composer.another(1, seed: draw))
            #expect(next.split.points.total <= best.withSlack)
        }
    }

    @Test("twelve of whom nothing is known have sixty draws at hand, no two alike")
    func nothingKnown() throws {
        let people = (10..<22).map { Attendee(id: "p\($0)", school: "p\($0)") }
        let composer = try Composer(Roster(people), Rules(wish: .size(4)))
        let found = Alternatives(composer.pools[0], seed: 5).found
        let distinct = Set(found.map { Set(composer.ids(of: composer.pools[0], $0.places)) })
        #expect(found.count == Alternatives.most && distinct.count == found.count)
        #expect(try composer.another(1, seed: 5)?.split.groups != composer.another(0, seed: 5)?.split.groups)
    }

    @Test("where a rule leaves one way, there is one")
    func onlyOne() throws {
        let people = (0..<4).map { Attendee(id: "p\($0)", school: "S\($0)") }
        let rules = Rules(wish: .size(2), together: [["p0", "p1"]])
        let only = try #require(try Composer(Roster(people), rules).another(3, seed: 1))
        #expect(only.count == 1 && only.split.groups == [["p0", "p1"], ["p2", "p3"]])
    }

    @Test("room and call apart are gone through together")
    func pools() throws {
        let people = (0..<8).map { Attendee(id: "p\($0)", school: "p\($0)", isInRoom: $0 < 4) }
        let composer = try Composer(Roster(people), Rules(wish: .size(2), modes: .separate))
        // Three ways to split four into pairs, on either side.
        let first = try #require(try composer.another(0, seed: 1))
        #expect(first.count == 9)
        let all = try Set((0..<9).map { try composer.another($0, seed: 1)?.split.groups })
        #expect(all.count == 9)
    }

    @Test("of more people than can be looked at there is no list, and a proposal draws anew")
    func many() throws {
        var random = SplitMix64(seed: 3)
        let people = Samples.people(20, &random)
        #expect(try Composer(Roster(people), Rules(wish: .size(4))).another(1, seed: 1) == nil)
        let roster = try Roster(people)
        let one = try propose(roster, GroupWishes(wish: .size(4)), seed: 1, iterations: 60_000)
        let wishes = GroupWishes(wish: .size(4), current: one.groups)
        let other = try propose(roster, wishes, seed: 1, iterations: 60_000, turn: 1)
        #expect(one.alternatives == nil && one.groups != other.groups)
        // What was shown counts for the search alone: the account is the true one.
        let account = try Scorer(roster, wishes.rules(roster)).score(other.groups)
        #expect(account.total == other.points.total && other.points.total <= one.points.total + 24)
    }
}
