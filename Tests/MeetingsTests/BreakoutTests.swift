// Knows what is prepared for the groups of an item: given a meeting, when an item is planned with it, then it is kept
// for leads, and nobody else is told before the groups run.

import Testing

@testable import Meetings

@Suite struct BreakoutTests {
    private static func item(_ breakout: BreakoutPlan) -> SegmentPlan {
        SegmentPlan(kind: .breakout, title: "T", timeboxSeconds: 600, breakout: breakout)
    }

    private static let prepared = Given.planned.after(
        SaveDraft(draft: nil, title: "A", plan: Given.groups(["lea"])).command)
    private static let draft = prepared.drafts[0].id

    /// What is wished, and what is kept of it or why it is refused.
    static let cases: [(BreakoutPlan, BreakoutPlan?, Rejection?)] = [
        (BreakoutPlan(), BreakoutPlan(), nil),
        (
            BreakoutPlan(choice: .samePhase, size: 5, seconds: 600, task: " Build\r\nit ", resources: " "),
            BreakoutPlan(choice: .samePhase, size: 5, seconds: 600, task: "Build\nit"), nil
        ),
        (BreakoutPlan(count: 6, draft: draft), BreakoutPlan(count: 6, draft: draft), nil),
        (BreakoutPlan(size: 1), nil, .outOfBounds(least: 2, most: 60)),
        (BreakoutPlan(count: 301), nil, .outOfBounds(least: 1, most: 300)),
        (BreakoutPlan(size: 4, count: 6), nil, .outOfBounds(least: 0, most: 0)),
        (BreakoutPlan(seconds: 179), nil, .outOfBounds(least: 180, most: 3_600)),
        (BreakoutPlan(seconds: 3_601), nil, .outOfBounds(least: 180, most: 3_600)),
        (BreakoutPlan(draft: "d999"), nil, .notFound),
        (BreakoutPlan(task: String(repeating: "x", count: 601)), nil, .textTooLong(limit: 600)),
    ]

    @Test("an item is planned, added and changed with it", arguments: cases)
    func kept(_ line: (wish: BreakoutPlan, kept: BreakoutPlan?, refused: Rejection?)) {
        let add = AddSegment(plan: Self.item(line.wish), index: 0).command
        let edit = EditSegment(segment: "s2", plan: Self.item(line.wish)).command
        for command in [add, edit] {
            let outcome = Outcome(Self.prepared, command, by: "lea", at: Self.prepared.at)
            if let refused = line.refused {
                #expect(outcome == .refused(refused))
            } else {
                #expect(Self.prepared.after(command).agenda[0].breakout == line.kept)
            }
        }
    }

    @Test("only leads are told; an item that is changed without it has none any more")
    func told() {
        let room = Self.prepared.after(
            AddSegment(plan: Self.item(BreakoutPlan(size: 5, task: "canary")), index: 0).command)
        #expect(room.agenda[0].told.breakout == nil && room.agenda[0].breakout != nil)
        let added = SegmentAdded(
            segment: "s9", kind: .breakout, title: "T", timeboxSeconds: 60, note: nil, index: 0,
            breakout: BreakoutPlan(task: "canary"))
        for kind in [ViewerKind.participant, .guest, .wall] {
            guard case .part(let see) = SegmentAdded.told.sight(of: kind) else {
                Issue.record("\(kind) sees it whole")
                continue
            }
            #expect(see(added)?.breakout == nil)
        }
        let bare = room.after(
            EditSegment(
                segment: room.agenda[0].id, plan: SegmentPlan(kind: .breakout, title: "T", timeboxSeconds: 60)
            ).command)
        #expect(bare.agenda[0].breakout == nil)
    }

    @Test("a round remembers in which item it was, its time and its names; a wall is told the names and nothing else")
    func formed() throws {
        var plan = Given.groups(["ann"], ["bob"])
        (plan.timeboxSeconds, plan.task) = (900, "Talk")
        plan.groups[0].texts = GroupTexts(task: "canary", link: "https://canary.example", name: " Bridge  builders ")
        let room = Given.open.after(OpenNext().command).after(FormGroups(plan: plan).command)
        let round = try #require(room.round)
        #expect(round.segment == room.current && round.timeboxSeconds == 900)
        #expect(round.groups.map(\.name) == ["Bridge builders", nil])
        #expect(round.groups[0].texts.name == nil, "a name is the group's own")
        let fact = GroupsFormed(
            round: "r1", segment: nil, groups: [], texts: RoundTexts(task: "Talk", groups: plan.groups.map(\.texts)),
            draw: plan.draw, timeboxSeconds: 900)
        guard case .part(let see) = GroupsFormed.told.sight(of: .wall) else {
            Issue.record("a wall sees it whole")
            return
        }
        let seen = try #require(see(fact))
        #expect(seen.texts == RoundTexts(task: "Talk", groups: [GroupTexts(name: " Bridge  builders "), GroupTexts()]))
        #expect(seen.timeboxSeconds == 900)
    }
}
