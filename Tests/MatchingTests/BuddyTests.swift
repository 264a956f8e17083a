// Knows what buddies promise: everybody who can be matched is, pairs are the best with a proof, and nothing private is
// told.

import Exchange
import Testing

@testable import Matching

@Suite struct BuddyTests {
    /// The best key by trying everything.
    private static func best(_ people: [Int], _ table: BuddyTable) -> BuddyKey {
        guard let first = people.first else { return BuddyKey() }
        let rest = Array(people.dropFirst())
        var best = BuddyKey(unmatched: 1) + Self.best(rest, table)
        for (at, second) in rest.enumerated() {
            if let key = table.key([first, second]) {
                best = min(best, key + Self.best(rest.filter { $0 != second }, table))
            }
            for third in rest[(at + 1)...] {
                if let key = table.key([first, second, third]) {
                    best = min(best, key + Self.best(rest.filter { $0 != second && $0 != third }, table))
                }
            }
        }
        return best
    }

    private static func book(_ count: Int, seed: Int) throws -> BuddyBook {
        var random = SplitMix64(seed: UInt64(seed))
        let people = Samples.people(count, &random)
        func pairs(_ number: Int) -> [[String]] {
            (0..<number).map { _ in ["p\(random.below(count))", "p\(random.below(count))"] }
        }
        let rules = BuddyRules(
            subject: Likeness.allCases[seed % 3], farthestMetres: seed % 2 == 0 ? 60_000 : nil, blocks: pairs(2),
            earlier: pairs(count))
        var metres = [Int32](repeating: 0, count: count * count)
        for one in 0..<count {
            for other in 0..<one {
                let distance = Int32(random.below(100_000))
                metres[one * count + other] = distance
                metres[other * count + one] = distance
            }
        }
        return try BuddyBook(Roster(people), rules, metres: metres)
    }

    @Test("up to nine people get the best buddies there are", arguments: 0..<120)
    func bruteForce(_ seed: Int) throws {
        let book = try Self.book(2 + seed % 8, seed: seed)
        let pairing = BuddyFinder(book).find()
        #expect(pairing.key == Self.best(Array(0..<book.count), BuddyTable(book)))
        #expect(book.account(of: pairing.groups) == (0, pairing.key))
    }

    @Test("pairs of all carry a proof that holds, and that no other matching passes", arguments: [20, 60, 150])
    func certificate(_ count: Int) throws {
        let finder = try BuddyFinder(Self.book(count, seed: 7))
        let table = finder.table
        let people = Array(0..<count)
        let weights = table.weights(people)
        let matching = PerfectMatching(count: count, weights: weights)
        #expect(matching.certificate.proves(matching.pairs) { weights[$0 * count + $1] })
        // Two pairs that exchange partners are another matching; it is as good at best, and then proved too.
        let (first, second) = (matching.pairs[0], matching.pairs[1])
        let other = [(first.0, second.0), (first.1, second.1)] + matching.pairs.dropFirst(2)
        let gain =
            other.reduce(Int64(0)) { $0 + weights[$1.0 * count + $1.1] }
            - matching.pairs.reduce(Int64(0)) { $0 + weights[$1.0 * count + $1.1] }
        #expect(gain <= 0)
        #expect(matching.certificate.proves(Array(other)) { weights[$0 * count + $1] } == (gain == 0))
        var wrong = matching.certificate
        wrong.duals[0] -= 2
        #expect(!wrong.proves(matching.pairs) { weights[$0 * count + $1] })
    }

    @Test("random weights: the same weight as by enumeration", arguments: 0..<200)
    func blossoms(_ seed: Int) {
        var random = SplitMix64(seed: UInt64(seed))
        let count = 4 + 2 * (seed % 4)
        var weights = [Int64](repeating: 0, count: count * count)
        for one in 0..<count {
            for other in 0..<one {
                let weight = random.below(3) == 0 ? 0 : Int64(random.below(12))
                weights[one * count + other] = weight
                weights[other * count + one] = weight
            }
        }
        func best(_ people: [Int]) -> Int64 {
            guard let first = people.first else { return 0 }
            return people.dropFirst().map { other in
                weights[first * count + other] + best(people.filter { $0 != first && $0 != other })
            }.max() ?? 0
        }
        let matching = PerfectMatching(count: count, weights: weights)
        #expect(matching.pairs.reduce(0) { $0 + weights[$1.0 * count + $1.1] } == best(Array(0..<count)))
        #expect(matching.certificate.proves(matching.pairs) { weights[$0 * count + $1] })
    }

    @Test("samples break no rule", arguments: ["buddies-10", "buddies-11", "buddies-70-far"])
    func samples(_ name: String) throws {
        let book = try Samples.file(name).buddyBook()
        let pairing = BuddyFinder(book).find()
        #expect(book.account(of: pairing.groups) == (0, pairing.key))
        #expect(pairing.unmatched.count == pairing.key.unmatched)
    }
}
