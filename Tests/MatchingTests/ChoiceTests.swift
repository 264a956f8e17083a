// Knows what each one-tap choice promises, and that proposals can be repeated.

import Testing

@testable import Matching

@Suite struct ChoiceTests {
    private static func people(_ phases: [String]) -> [Attendee] {
        phases.enumerated().map { index, phase in
            Attendee(
                id: "p\(index)", name: "N\(index)", school: "S\(index)", phase: phase, offers: ["python"],
                needs: index == 0 ? ["python"] : [])
        }
    }

    @Test("choices are weights, pools and rules of attendance")
    func rules() throws {
        let roster = try Roster(Self.people(["primary", "primary", "FE"]))
        func rules(_ choice: Choice) throws -> Rules { try GroupWishes(choice: choice, wish: .size(3)).rules(roster) }
        let plain = GroupWeights()
        #expect(try rules(.mix) == Rules(wish: .size(3)))
        #expect(try rules(.keepLast) == Rules(wish: .size(3)))
        #expect(try rules(.expertise).weights.need == plain.need.map { 2 * $0 })
        #expect(try rules(.newPartners).weights.met == plain.met.map { 2 * $0 })
        #expect(try rules(.samePhase).phases == .separate)
        #expect(try rules(.separate).modes == .separate)
        #expect(try rules(.bridged).modes == .mixed)
    }

    @Test(
        "people in the room and remote: mixed over a bridge, else by themselves, but nobody alone",
        arguments: [
            (4, 3, true, ModeRule.mixed), (4, 3, false, .separate), (4, 1, false, .any), (4, 0, true, .any),
            (0, 4, true, .any),
        ])
    func modes(_ inRoom: Int, _ remote: Int, _ hasBridge: Bool, _ expected: ModeRule) throws {
        let people = (0..<inRoom + remote).map {
            Attendee(id: "p\($0)", school: "S", isInRoom: $0 < inRoom, hasBridge: hasBridge)
        }
        #expect(try GroupWishes(wish: .size(3)).rules(Roster(people)).modes == expected)
    }

    @Test("phases of a few people join the nearest; of two, the larger")
    func phases() {
        func parts(_ phases: [String]) -> [[Int]] {
            PhasePools.split(Array(phases.indices), Self.people(phases))
        }
        let (primary, secondary, further) = ("primary", "secondary", "FE")
        func many(_ phase: String, _ count: Int) -> [String] { Array(repeating: phase, count: count) }
        #expect(parts(many(primary, 3) + many(secondary, 4)) == [[0, 1, 2], [3, 4, 5, 6]])
        #expect(
            parts(many(primary, 5) + many(further, 2) + many(secondary, 3)) == [[0, 1, 2, 3, 4], [5, 6, 7, 8, 9]])
        #expect(
            parts(many(primary, 3) + many(secondary, 2) + many(further, 4)) == [[0, 1, 2], [3, 4, 5, 6, 7, 8]])
        #expect(parts(many(primary, 2) + many(further, 2)) == [[0, 1, 2, 3]])
        #expect(parts(many(primary, 1)) == [[0]])
        #expect(parts(many("", 3) + many(primary, 3)) == [[3, 4, 5], [0, 1, 2]])
    }

    @Test("same phase: no group holds teachers of two pools, and such a group is a breach")
    func samePhase() throws {
        let phases = (0..<20).map { $0 < 9 ? "primary" : $0 < 18 ? "secondary" : "FE" }
        let roster = try Roster(Self.people(phases))
        let wishes = GroupWishes(choice: .samePhase, wish: .size(4))
        let proposal = try propose(roster, wishes, seed: 4, iterations: 5_000)
        for group in proposal.groups {
            #expect(Set(group.compactMap { roster.person($0)?.phase == "primary" }).count == 1)
        }
        var swapped = proposal.groups
        let one = try #require(swapped.firstIndex { $0.contains("p0") })
        let other = try #require(swapped.firstIndex { $0.contains("p10") })
        swapped[one] = swapped[one].map { $0 == "p0" ? "p10" : $0 }
        swapped[other] = swapped[other].map { $0 == "p10" ? "p0" : $0 }
        let breaches = try Scorer(roster, wishes.rules(roster)).score(swapped).breaches
        let isTold = breaches.contains {
            if case .mixedPhases = $0 { return true }
            return false
        }
        #expect(isTold)
        #expect(throws: MatchingRefusal.togetherAcrossPhases(names: ["N0", "N10"])) {
            var both = wishes
            both.together = [["p0", "p10"]]
            return try propose(roster, both, seed: 1, iterations: 100)
        }
    }

    @Test("keep the last groups: nobody moves, who is new is put somewhere and told why, empty groups are left out")
    func keepLast() throws {
        let people = Self.people(Array(repeating: "primary", count: 11))
        let current = [["p1", "p2", "p3"], ["gone", "left"], ["p4", "p5", "p6", "away"], ["p7", "p8"]]
        let wishes = GroupWishes(choice: .keepLast, wish: .size(3), current: current)
        let proposal = try propose(Roster(people), wishes, seed: 1, iterations: 0)
        #expect(proposal.groups.count == 3)
        for kept in [current[0], ["p4", "p5", "p6"], current[3]] {
            #expect(proposal.groups.contains { Set(kept).isSubset(of: $0) })
        }
        #expect(Set(proposal.groups.joined()).count == 11)
        #expect(Set(proposal.joined.flatMap(\.people)).isSuperset(of: ["p0", "p9", "p10"]))
        #expect(proposal.joined.count == 3)
        #expect(proposal.facts.count == 3 && proposal.points.groups.count == 3)
        #expect(throws: MatchingRefusal.nothingToKeep) {
            try propose(Roster(people), GroupWishes(choice: .keepLast, wish: .size(3)), seed: 1, iterations: 0)
        }
        var locked = wishes
        locked.locked = [0]
        let still = try propose(Roster(people), locked, seed: 1, iterations: 0)
        #expect(still.groups[0] == current[0])
        #expect(still.groups.count == 4)
    }

    @Test("by expertise: a need is worth a school", arguments: [Choice.mix, .expertise])
    func expertise(_ choice: Choice) throws {
        // p0 wants what only p1 offers, who is of the same school: 12 points against 6, or against 12 and more.
        let people = (0..<4).map {
            Attendee(
                id: "p\($0)", school: $0 < 2 ? "S" : "T\($0)", phase: "\($0)", subject: "\($0)", years: 5 * $0 + 5,
                offers: $0 == 1 ? ["python", "CAD"] : [], needs: $0 == 0 ? ["python", "CAD"] : [], isCore: false)
        }
        let proposal = try propose(Roster(people), GroupWishes(choice: choice, wish: .size(2)), seed: 1, iterations: 10)
        #expect(proposal.groups.contains(["p0", "p1"]) == (choice == .expertise))
    }

    @Test(
        "the same people, wishes and seed give the same proposal, in whatever order they come",
        arguments: Choice.allCases)
    func repeated(_ choice: Choice) throws {
        var random = SplitMix64(seed: 8)
        let people = Samples.people(30, &random).map { person in
            var person = person
            person.hasBridge = true
            return person
        }
        let current = [people[0..<6].map(\.id), people[6..<12].map(\.id), people[12..<18].map(\.id)]
        let wishes = GroupWishes(choice: choice, wish: .size(5), current: current)
        let first = try propose(Roster(people), wishes, seed: 7, iterations: 20_000)
        let second = try propose(Roster(people.reversed()), wishes, seed: 7, iterations: 20_000)
        #expect(first == second)
        #expect(first.seed == 7 && first.iterations == 20_000 && first.engine == Composer.engine)
        #expect(first.points.breaches == [] && Set(first.groups.joined()).count == 30)
        #expect(first.facts.count == first.groups.count)
    }
}
