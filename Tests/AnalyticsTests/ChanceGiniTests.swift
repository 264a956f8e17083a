// Knows values of the chance Gini coefficient that were found by simulation elsewhere.

import Analytics
import Testing

@Suite struct ChanceGiniTests {
    @Test("people, units, and what a simulation gave", arguments: [(8, 20, 0.306), (12, 40, 0.279), (30, 100, 0.293)])
    func simulated(_ people: Int, _ units: Int, _ expected: Double) throws {
        #expect(abs(try #require(ChanceGini.expected(people: people, units: units)) - expected) < 0.0015)
    }

    @Test("small cases by hand")
    func byHand() throws {
        // One unit goes to one of n people: G = (n - 1)/n.
        for people in 2...9 {
            let got = try #require(ChanceGini.expected(people: people, units: 1))
            #expect(abs(got - Double(people - 1) / Double(people)) < 1e-12)
        }
        // Two people, two units: both to one (G 1/2) or one each (G 0), with equal chance.
        #expect(abs(try #require(ChanceGini.expected(people: 2, units: 2)) - 0.25) < 1e-12)
    }

    @Test(arguments: [(1, 5), (0, 5), (5, 0)])
    func undefined(_ people: Int, _ units: Int) {
        #expect(ChanceGini.expected(people: people, units: units) == nil)
    }
}
