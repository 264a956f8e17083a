// Knows when a goal is reached, by hand-made examples, and what is said of it.

import Foundation
import Testing

@testable import StaffroomBench

@Suite struct GoalTests {
    private static func goal(_ value: Double, isMoreBetter: Bool = true, of repeats: [Double] = []) -> Goal {
        Goal(
            "F1", "x", "x", value, must: isMoreBetter ? 0.5 : 3, aim: isMoreBetter ? 0.8 : 2,
            isMoreBetter: isMoreBetter, measuredBy: repeats)
    }

    @Test("what is better the more of it there is, and what is better the less")
    func reached() {
        #expect([0.4, 0.5, 0.79, 0.8].map { Self.goal($0).reached } == [.no, .must, .must, .aim])
        #expect([3.1, 3, 2.1, 2].map { Self.goal($0, isMoreBetter: false).reached } == [.no, .must, .must, .aim])
        #expect(Self.goal(.nan).reached == .no)
    }

    @Test("ratios are of medians, and which way round they go is said")
    func ratios() {
        #expect(Goal.floorOverOurs("F1", "x", ours: [4, 9, 5], floor: [2, 2.5, 3], must: 1, aim: 1).value == 0.5)
        #expect(Goal.oursOverFloor("R3", "x", ours: [4, 9, 5], floor: [2, 2.5, 3], must: 1, aim: 1).value == 2)
    }

    @Test("a floor that differs too much from repeat to repeat tells nothing")
    func noisy() {
        #expect(!Self.goal(1, of: [10, 11, 12]).isNoisy)
        #expect(Self.goal(1, of: [10, 11, 14]).isNoisy)
        #expect(Self.goal(1, of: [10, 11, 14]).cells.last?.contains("too noisy") == true)
        #expect(!Self.goal(1).isNoisy)
    }

    @Test("what was found can be compared with what was found before")
    func comparing() throws {
        var earlier = Findings("fanout")
        earlier.goals = [Self.goal(0.5)]
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("goals-\(UUID().uuidString).json")
        defer { try? FileManager.default.removeItem(at: file) }
        try JSONEncoder().encode(earlier).write(to: file)
        var now = Findings("all")
        now.goals = [Self.goal(0.6), Goal("F3", "y", "x", 1, must: 1, aim: 1, isMoreBetter: true)]
        try now.compare(with: file.path)
        #expect(now.goals.map(\.before) == [0.5, nil])
        #expect(now.goals[0].cells.contains("+20.0 %"))
        #expect(now.lines.contains { $0.contains("F1 x") && $0.contains("must") })
    }

    @Test("every part of all takes the words that it is given")
    func parts() throws { #expect(throws: Never.self) { try AllBench.checkParts() } }
}
