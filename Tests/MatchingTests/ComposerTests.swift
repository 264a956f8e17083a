// Knows what forming groups promises: no hard breach, the optimum for a few, the same bytes for the same people.

import Exchange
import Testing

@testable import Matching

@Suite struct ComposerTests {
    /// Every split into groups of these sizes, by brute force.
    static func splits(_ people: [Int], _ sizes: [Int]) -> [[[Int]]] {
        guard let first = people.first else { return sizes.isEmpty ? [[]] : [] }
        var found: [[[Int]]] = []
        for size in Set(sizes) {
            var left = sizes
            left.remove(at: left.firstIndex(of: size) ?? 0)
            for rest in choose(size - 1, Array(people.dropFirst())) {
                let group = [first] + rest
                for others in splits(people.filter { !group.contains($0) }, left) { found.append([group] + others) }
            }
        }
        return found
    }

    private static func choose(_ count: Int, _ people: [Int]) -> [[Int]] {
        guard count > 0 else { return [[]] }
        return people.indices.flatMap { at in
            choose(count - 1, Array(people[(at + 1)...])).map { [people[at]] + $0 }
        }
    }

    @Test("up to nine people get the best split there is, or a refusal if there is none", arguments: 0..<60)
    func bruteForce(_ seed: Int) throws {
        var random = SplitMix64(seed: UInt64(seed))
        let people = Samples.people(2 + seed % 8, &random)
        let rules = Samples.rules(people, &random, modes: seed % 2 == 0 ? .any : .mixed)
        let roster = try Roster(people)
        let scorer = Scorer(roster, rules)
        let sizes = rules.wish.sizes(people.count)
        let larger = people.count - sizes.count * sizes.least
        let all = Self.splits(Array(0..<people.count), (0..<sizes.count).map { sizes.least + ($0 < larger ? 1 : 0) })
        let accounts = all.map { scorer.score($0.map { $0.map { roster.people[$0].id } }) }
        let best = accounts.filter(\.breaches.isEmpty).map(\.total).min()
        let found = try? Composer(roster, rules).compose(seed: 1, iterations: 10_000)
        #expect(found?.points.total == best)
        #expect(found?.isOptimal ?? true)
    }

    @Test("random rosters never break a hard rule")
    func randomRosters() throws {
        var (formed, refused) = (0, 0)
        for seed in 0..<10_000 {
            var random = SplitMix64(seed: UInt64(seed))
            let people = Samples.people(1 + seed % 17, &random)
            let modes = ModeRule.allCases[seed % 3]
            let rules = Samples.rules(people, &random, modes: modes)
            do {
                let split = try Composer(Roster(people), rules).compose(seed: UInt64(seed), iterations: 2_000)
                let breaches = try Scorer(Roster(people), rules).score(split.groups).breaches
                #expect(breaches == [], "seed \(seed)")
                formed += 1
            } catch { refused += 1 }
        }
        #expect(formed > 7_000, "\(refused) were refused")
    }

    @Test("every difference that the search adds up is that of a full account")
    func deltas() throws {
        let file = try Samples.file("groups-70-mixed")
        let roster = try file.roster()
        let scorer = Scorer(roster, file.rules)
        let people = Array(0..<roster.count)
        let sizes = file.rules.wish.sizes(people.count)
        let pool = try Pool(
            people, sizes: sizes, blocks: Blocks(people, of: roster, file.rules, sizes), scorer: scorer)
        let arena = try #require(Start.random(pool, seed: 5))
        var random = SplitMix64(seed: 9)
        for _ in 0..<10_000 {
            let (i, j) = (random.below(70), random.below(70))
            guard arena.place[i] != arena.place[j] else { continue }
            let before = arena.total
            let delta = arena.swapDelta(i, j, limit: Int32.max / 4)
            arena.swap(i, j, delta: delta)
            let fresh = Arena(pool, groups: arena.groups)
            for person in people { fresh.move(person, to: Int(arena.place[person])) }
            #expect(arena.total == before + delta)
            try #require(fresh.total == arena.total)
        }
        let account = scorer.score(arena.members.map { $0.map { roster.people[$0].id } })
        let apart = account.breaches.count {
            if case .notTogether = $0 { return false }
            return true
        }
        #expect(account.total + apart * Int(Pool.hard) == arena.total)
    }

    @Test(
        "the order of people, skills and rules changes nothing", arguments: ["groups-12-mixed", "groups-26-separate"])
    func shuffled(_ name: String) throws {
        let file = try Samples.file(name)
        let first = try Composer(file.roster(), file.rules).compose(seed: 3, iterations: 100_000)
        var rules = file.rules
        rules.together.reverse()
        rules.apart = rules.apart.reversed().map { $0.reversed() }
        rules.history.reverse()
        let people = file.people.map(\.attendee).reversed().map { person in
            var person = person
            person.offers.reverse()
            return person
        }
        let second = try Composer(Roster(people), rules).compose(seed: 3, iterations: 100_000)
        #expect(first.groups == second.groups)
    }

    @Test("samples get the points of the best known splits within a few percent")
    func quality() throws {
        for (name, best, most) in [("groups-9", 68, 68), ("groups-12-mixed", 121, 121), ("groups-70-mixed", 398, 418)] {
            let file = try Samples.file(name)
            let points = try Composer(file.roster(), file.rules).compose(seed: 1, iterations: 1_000_000).points
            #expect(points.breaches == [])
            #expect((best...most).contains(points.total) || points.total < best, "\(name): \(points.total)")
        }
    }
}
