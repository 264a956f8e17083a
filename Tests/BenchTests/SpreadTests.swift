// Knows what is said of repeated measurements, by hand-made examples.

import Foundation
import Testing

@testable import StaffroomBench

@Suite struct SpreadTests {
    @Test("median, extremes and percentiles are those of the sorted values")
    func numbers() {
        let odd = Spread([3, 1, 2])
        #expect(odd.values == [3, 1, 2])
        #expect((odd.least, odd.median, odd.most) == (1, 2, 3))
        #expect(Spread([4, 1, 2, 3]).median == 2.5)
        let hundred = Spread((1...100).map(Double.init).shuffled())
        #expect(hundred.percentile(0.5) == 50)
        #expect(hundred.percentile(0.99) == 99)
        #expect(hundred.percentile(1) == 100)
        #expect(hundred.percentile(0) == 1)
        #expect(Spread([7]).percentile(0.99) == 7)
        #expect(Spread([]).median.isNaN)
        #expect(Spread([]).percentile(0.5).isNaN)
    }

    @Test("a figure is set against its floor by medians, and against nothing when there is none")
    func ratios() {
        #expect(Figure("a", "ms", [1, 9, 3], floor: [1.5, 1, 2]).ratio == 2)
        #expect(Figure("a", "ms", [1]).ratio == nil)
        #expect(Figure("a", "ms", [1], floor: [0]).ratio == nil)
        #expect(Figure("a", "ms", [], floor: [1]).ratio == nil)
    }

    @Test("a figure without measurements is still JSON")
    func emptyFigure() throws {
        let data = try JSONEncoder().encode(Figure("a", "ms", []))
        let object = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        #expect(object["name"] as? String == "a")
        #expect(object["median"] == nil)
    }

    @Test(
        "numbers are told with the digits that count",
        arguments: [
            (0, "0"), (0.0123456, "0.0123"), (0.5, "0.500"), (1.005, "1.00"), (1.23456, "1.23"), (12.345, "12.3"),
            (123.4, "123"), (12_345.6, "12346"), (-0.25, "-0.250"), (0.000_000_2, "0.000000200"), (.nan, "-"),
        ])
    func text(_ value: Double, _ text: String) { #expect(Table.text(value) == text) }

    @Test("columns stand under each other and no line ends with a space")
    func table() {
        var table = Table(head: ["what", "ms", "x"])
        table.rows = [["a message", "1.5", ""], ["b", "12.5", "3"]]
        #expect(table.lines == ["what         ms  x", "a message   1.5", "b          12.5  3"])
    }
}
