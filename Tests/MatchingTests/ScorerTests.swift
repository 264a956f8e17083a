// Knows that the account of splits equals that of the reference scorer.

import Exchange
import Matching
import Testing

@Suite struct ScorerTests {
    @Test(
        "groups cost what the reference scorer says, term by term",
        arguments: [
            "groups-9", "groups-12-mixed", "groups-26-separate", "groups-70-mixed", "groups-70-tight", "rebalance-26",
        ])
    func groups(_ name: String) throws {
        let file = try Samples.file(name)
        let scorer = try Scorer(file.roster(), file.rules)
        for expected in try #require(Samples.expected()[name]) {
            let points = scorer.score(expected.groups, bounds: file.bounds)
            #expect(points.breaches.count == expected.key[0])
            let terms = Dictionary(uniqueKeysWithValues: points.terms.map { ($0.key.rawValue, $0.value) })
            #expect(terms == expected.terms?.filter { $0.key != "move" })
            #expect(points.groups == expected.per_group)
        }
    }

    @Test(
        "buddies are worth what the reference scorer says", arguments: ["buddies-10", "buddies-11", "buddies-70-far"])
    func buddies(_ name: String) throws {
        let book = try Samples.file(name).buddyBook()
        for expected in try #require(Samples.expected()[name]) {
            let account = book.account(of: expected.groups)
            #expect(account.breaches == expected.key[0])
            let key = account.key
            #expect([key.unmatched, key.trios, key.repeats, -key.value] == Array(expected.key[1...]))
        }
    }
}
