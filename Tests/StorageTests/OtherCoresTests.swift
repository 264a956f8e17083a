// Knows that what other cores make comes out in the order in which it was handed over, all of it.

import Testing

@testable import Storage

@Suite struct OtherCoresTests {
    @Test("given many pieces, when they take long in turn, then none is lost and their order is kept")
    func order() {
        let cores = OtherCores<Int>()
        for number in 0..<500 {
            cores.hand {
                // Every seventh has more to do, so that later ones are done before it.
                let rounds = number % 7 == 0 ? 20_000 : 1
                var seen = number
                for round in 0..<rounds { seen = (seen &* 31 &+ round) & 0xFFFF }
                return seen < 0 ? -1 : number
            }
        }
        #expect(cores.outcomes() == Array(0..<500))
        #expect(OtherCores<Int>().outcomes().isEmpty)
    }
}
