// Knows spreads that can be computed by hand, among them those of the worked meeting in the method's text.

import Analytics
import Testing

@Suite struct DistributionTests {
    @Test("three and two of four people")
    func worked() throws {
        let spread = Distribution(["B": 3, "C": 2, "E": 0, "F": 0], isOfActs: true)
        #expect(spread.gini == 0.55)
        #expect(abs(try #require(spread.giniCorrected) - 0.733333) < 1e-6)
        #expect(abs(try #require(spread.giniChance) - 0.369141) < 1e-6)
        #expect(abs(try #require(spread.evennessAll) - 0.485475) < 1e-6)
        #expect(abs(try #require(spread.evennessActive) - 0.970951) < 1e-6)
        #expect(spread.topShare == 0.6)
        #expect(spread.topPeople == ["B"])
        #expect(spread.nHalf == 1)
        #expect((spread.sum, spread.n, spread.activeN) == (5, 4, 2))
    }

    @Test("nothing to share")
    func nothing() {
        let spread = Distribution(["A": 0, "B": 0], isOfActs: true)
        #expect(spread.gini == nil && spread.giniChance == nil && spread.topShare == nil && spread.nHalf == nil)
        #expect(spread.topPeople.isEmpty)
        #expect(Distribution([:], isOfActs: true).gini == nil)
    }

    @Test("one person has no equal and no unequal share")
    func alone() {
        let spread = Distribution(["A": 7], isOfActs: true)
        #expect(spread.gini == nil && spread.evennessAll == nil && spread.giniChance == nil)
        #expect(spread.topShare == 1)
    }

    @Test("all the same")
    func even() throws {
        let spread = Distribution(["A": 4, "B": 4, "C": 4], isOfActs: false)
        #expect(spread.gini == 0)
        #expect(abs(try #require(spread.evennessAll) - 1) < 1e-12)
        #expect(spread.topPeople == ["A", "B", "C"])
        #expect(spread.nHalf == 2)
        #expect(spread.giniChance == nil)
    }
}
