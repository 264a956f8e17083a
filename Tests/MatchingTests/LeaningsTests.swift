// Knows what the three plain weights do: each scales its own terms, and what is ignored changes nothing.

import Testing

@testable import Matching

@Suite struct LeaningsTests {
    @Test(
        "each level scales the points of its own",
        arguments: [
            (Leaning.ignore, 0, 0, 0), (.little, 6, 3, 6), (.normal, 12, 6, 12), (.strong, 24, 12, 24),
        ])
    func levels(_ level: Leaning, _ met: Int, _ need: Int, _ school: Int) {
        let all = GroupWeights().leaning(Leanings(strangers: level, mix: level, needs: level))
        #expect(all.met.first == met && all.need.first == need && all.sameSchool == school)
        let one = GroupWeights().leaning(Leanings(strangers: level))
        #expect(one.met.first == met && one.need == GroupWeights().need && one.sameSchool == 12)
        #expect(all.noCore == GroupWeights().noCore && all.loneRemote == GroupWeights().loneRemote)
    }

    @Test("what is turned up is got rather: schools against acquaintance")
    func choice() throws {
        // Those of one school have not met; those who have met are of different schools.
        let people = (0..<4).map { Attendee(id: "p\($0)", school: $0 < 2 ? "S" : "T") }
        let history = [PastRound(age: 0, groups: [["p0", "p2"], ["p1", "p3"], ["p0", "p3"], ["p1", "p2"]])]
        func groups(_ leanings: Leanings) throws -> [[String]] {
            let wishes = GroupWishes(
                wish: .size(2), history: history, weights: GroupWeights().leaning(leanings))
            return try propose(Roster(people), wishes, seed: 1, iterations: 0).groups
        }
        #expect(try groups(Leanings(strangers: .strong)) == [["p0", "p1"], ["p2", "p3"]])
        #expect(try groups(Leanings(strangers: .little)) != [["p0", "p1"], ["p2", "p3"]])
        #expect(try groups(Leanings(strangers: .ignore)) != [["p0", "p1"], ["p2", "p3"]])
        #expect(try groups(Leanings(mix: .ignore)) == [["p0", "p1"], ["p2", "p3"]])
    }

    @Test(
        "six in fours are two threes; five, seven and three in twos are what they were",
        arguments: [
            (6, 4, 2), (5, 4, 1), (7, 4, 2), (9, 6, 2), (12, 8, 2), (3, 2, 1), (150, 4, 37), (2, 4, 1), (10, 4, 2),
        ])
    func sizes(_ people: Int, _ size: Int, _ count: Int) {
        #expect(GroupWish.size(size).sizes(people).count == count)
    }
}
