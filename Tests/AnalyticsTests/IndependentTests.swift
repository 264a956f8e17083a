// Knows that spreads, chance, survival and paired change equal what independent libraries found
// (`Tests/Data/measures/vectors.py`).

import Foundation
import Testing

@testable import Analytics
@testable import Meetings

@Suite struct IndependentTests {
    private struct Vectors: Decodable {
        struct Spread: Decodable {
            var counts: [Int]
            var gini, entropy, evenness: Double?
        }
        struct Dealt: Decodable {
            var people, units: Int
            var gini, error: Double
        }
        struct Survival: Decodable {
            struct Step: Decodable {
                var time, survival: Double
                var atRisk: Int
                var low, high: Double?
            }
            var entry, exit: [Double]
            var gone: [Bool]
            var steps: [Step]
        }
        struct Paired: Decodable {
            var first, second: [Double]
            var mean, deviation, dz, dav, low, high, wilcoxon: Double
        }
        struct Share: Decodable {
            var taken, of: Int
            var low, high: Double
        }
        struct Quantile: Decodable {
            var degrees: Int
            var t: Double
        }
        var spreads: [Spread]
        var dealt: [Dealt]
        var survivals: [Survival]
        var pairs: [Paired]
        var wilsons: [Share]
        var quantiles: [Quantile]
    }

    private let vectors: Vectors

    init() throws {
        let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Data/measures/vectors.json")
        vectors = try JSONDecoder().decode(Vectors.self, from: Data(contentsOf: file))
    }

    private func isNear(_ found: Double?, _ wanted: Double?, _ places: Double = 1e-9) -> Bool {
        switch (found, wanted) {
        case (nil, nil): true
        case (let found?, let wanted?): abs(found - wanted) <= places
        case (nil, _?), (_?, nil): false
        }
    }

    private func byName(_ counts: [Int]) -> [String: Int] {
        Dictionary(uniqueKeysWithValues: counts.enumerated().map { ("p\($0)", $1) })
    }

    @Test("Gini, entropy and evenness")
    func spreads() {
        for vector in vectors.spreads {
            let own = Distribution(byName(vector.counts), isOfActs: true)
            #expect(isNear(own.gini, vector.gini), "\(vector.counts)")
            #expect(isNear(own.entropyNats, vector.entropy), "\(vector.counts)")
            #expect(isNear(own.evennessAll, vector.evenness), "\(vector.counts)")
        }
    }

    @Test("the Gini of chance is that of a simulation, within four of its standard errors")
    func chance() {
        for vector in vectors.dealt {
            let own = ChanceGini.expected(people: vector.people, units: vector.units)
            #expect(
                isNear(own, vector.gini, max(1e-9, 4 * vector.error)), "\(vector.people), \(vector.units): \(own ?? -1)"
            )
        }
    }

    @Test("Kaplan and Meier, with people who come late, and the log-log interval")
    func survival() {
        for vector in vectors.survivals {
            let watches = vector.exit.indices.map {
                KaplanMeier.Watch(entry: vector.entry[$0], exit: vector.exit[$0], isEvent: vector.gone[$0])
            }
            let own = KaplanMeier(watches)
            #expect(own.steps.count == vector.steps.count)
            for (step, wanted) in zip(own.steps, vector.steps) {
                #expect(step.time == wanted.time && step.atRisk == wanted.atRisk)
                #expect(isNear(step.survival, wanted.survival), "at \(step.time)")
                guard step.survival > 0 else { continue }
                #expect(isNear(step.low, wanted.low, 1e-7) && isNear(step.high, wanted.high, 1e-7), "at \(step.time)")
            }
        }
    }

    @Test("Greenwood's variance: S squared times the sum of d/(n(n-d))")
    func greenwood() {
        let own = KaplanMeier([
            .init(exit: 1, isEvent: true), .init(exit: 2, isEvent: false), .init(exit: 3, isEvent: true),
            .init(exit: 4, isEvent: false),
        ])
        // By hand: S = 3/4, then 3/4 * 1/2; the sums are 1/12 and 1/12 + 1/2.
        #expect(own.steps.map(\.survival) == [0.75, 0.375])
        #expect(isNear(own.steps[0].variance, 0.5625 / 12) && isNear(own.steps[1].variance, 0.140625 * 7 / 12))
        #expect(own.median == 3)
        #expect(KaplanMeier([.init(exit: 1, isEvent: true)], intervalFrom: 10).steps.first?.low == nil)
    }

    @Test("paired change: effect sizes, t interval, signed ranks")
    func pairs() {
        for vector in vectors.pairs {
            func byPerson(_ values: [Double]) -> [PersonID: Double] {
                Dictionary(
                    uniqueKeysWithValues: values.enumerated().map { (PersonID(rawValue: "p\($0)"), $1) })
            }
            let own = PairedChange(
                first: byPerson(vector.first), second: byPerson(vector.second), intervalFrom: 10)
            #expect(own.n == vector.first.count)
            #expect(isNear(own.mean, vector.mean) && isNear(own.deviation, vector.deviation))
            #expect(isNear(own.dz, vector.dz) && isNear(own.dav, vector.dav))
            #expect(isNear(own.low, vector.low) && isNear(own.high, vector.high))
            #expect(isNear(own.wilcoxon, vector.wilcoxon), "\(own.wilcoxon ?? -1), not \(vector.wilcoxon)")
        }
    }

    @Test("Wilson's interval and Student's quantiles")
    func intervals() {
        for vector in vectors.wilsons {
            let own = Wilson.interval(vector.taken, of: vector.of)
            #expect(isNear(own?.low, vector.low) && isNear(own?.high, vector.high), "\(vector.taken) of \(vector.of)")
        }
        #expect(Wilson.interval(0, of: 0) == nil)
        for vector in vectors.quantiles {
            #expect(isNear(StudentsT.quantile(outside: 0.05, degrees: vector.degrees), vector.t, 1e-8))
        }
    }

    @Test("the numbers that the specification works out")
    func worked() {
        func rounded(_ value: Double?, _ places: Double = 100) -> Double? {
            value.map { ($0 * places).rounded() / places }
        }
        #expect(rounded(Wilson.interval(5, of: 8)?.low) == 0.31 && rounded(Wilson.interval(5, of: 8)?.high) == 0.86)
        #expect(rounded(Wilson.interval(8, of: 12)?.low) == 0.39 && rounded(Wilson.interval(8, of: 12)?.high) == 0.86)
        #expect([8, 12, 20].map { rounded(PairedChange.hedges($0)) } == [0.89, 0.93, 0.96])
        let cases: [(sizes: [Int], expected: Double)] = [
            ([2, 2, 2, 2, 2, 2], 0.82), ([4, 2, 1, 1], 0.50), ([1, 1, 1, 1], 1.00), ([6, 6], 0.09),
        ]
        for (sizes, expected) in cases {
            var schools: [PersonID: String] = [:]
            for (school, size) in sizes.enumerated() {
                for place in 0..<size { schools[PersonID(rawValue: "p\(school)-\(place)")] = "\(school)" }
            }
            #expect(rounded(ExternalInternal([], schools: schools).expected) == expected, "\(sizes)")
        }
        let one = ExternalInternal([], schools: [PersonID(rawValue: "a"): "x", PersonID(rawValue: "b"): "x"])
        #expect(one.expected == nil && one.index == nil)
    }
}
