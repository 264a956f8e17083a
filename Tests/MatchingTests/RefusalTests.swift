// Knows that what cannot be satisfied is refused with the names and rules that clash.

import Matching
import Testing

@Suite struct RefusalTests {
    private static func people(_ count: Int) -> [Attendee] {
        (0..<count).map { Attendee(id: "p\($0)", name: "N\($0)", school: "S\($0)", isInRoom: $0 < 5) }
    }

    private static func refusal(_ count: Int, _ rules: Rules) -> MatchingRefusal? {
        do throws(MatchingRefusal) {
            _ = try Composer(Roster(people(count)), rules).compose(seed: 1, iterations: 20_000)
            return nil
        } catch { return error }
    }

    @Test("contradictions are named")
    func contradictions() {
        let four = GroupWish.size(4)
        let table: [(Rules, MatchingRefusal)] = [
            (
                Rules(wish: four, together: [["p0", "p1", "p2"], ["p2", "p3", "p4"]]),
                .togetherTooMany(names: ["N0", "N1", "N2", "N3", "N4"], most: 4)
            ),
            (
                Rules(wish: four, together: [["p0", "p1"], ["p1", "p2"]], apart: [["p0", "p2"]]),
                .togetherAndApart(one: "N0", other: "N2", chain: ["N0", "N1", "N2"])
            ),
            (
                Rules(wish: four, apart: [["p0", "p1", "p2", "p3"]]),
                .apartTooMany(names: ["N0", "N1", "N2", "N3"], groups: 3)
            ),
            (
                Rules(wish: four, modes: .separate, together: [["p4", "p5"]]),
                .togetherAcrossModes(names: ["N4", "N5"])
            ),
            (Rules(wish: four, modes: .mixed), .noBridge(inRoom: 5, remote: 7)),
            (
                Rules(wish: four, together: [["p0", "p1", "p2"], ["p3", "p4", "p5"], ["p6", "p7"], ["p8", "p9"]]),
                .blocksDoNotFit(
                    names: [["N0", "N1", "N2"], ["N3", "N4", "N5"], ["N6", "N7"], ["N8", "N9"]], groups: 3, least: 4,
                    most: 4)
            ),
        ]
        for (rules, expected) in table.dropLast() {
            #expect(Self.refusal(12, rules) == expected)
            #expect(!expected.description.isEmpty)
        }
        // The last fits: 3 + 1, 3 + 1, 2 + 2.
        #expect(table.last.map { Self.refusal(12, $0.0) } == .some(nil))
    }

    @Test("odd rosters get groups", arguments: [1, 2, 3, 5])
    func degenerate(_ count: Int) throws {
        let split = try Composer(Roster(Self.people(count)), Rules(wish: .size(2))).compose(seed: 1, iterations: 100)
        #expect(split.groups.joined().count == count)
        #expect(split.points.breaches == [])
    }

    @Test("nobody and somebody twice are refused")
    func rosters() {
        #expect(throws: MatchingRefusal.personTwice("N0")) { try Roster(Self.people(1) + Self.people(1)) }
        #expect(throws: MatchingRefusal.nobody) { try Composer(Roster([]), Rules(wish: .size(4))) }
    }

    @Test("a skill twice in one list changes nothing but the needs that count")
    func doubledSkill() throws {
        var people = Self.people(4)
        people[0].offers = ["SEND", "SEND"]
        people[1].needs = ["SEND"]
        people[2].needs = ["CAD", "CAD"]
        let split = try Composer(Roster(people), Rules(wish: .size(2))).compose(seed: 1, iterations: 100)
        #expect(split.groups.contains(["p0", "p1"]))
        #expect(split.points.terms[.need] == nil)
    }
}
