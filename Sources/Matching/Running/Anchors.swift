// Knows who may not be put where while groups are running: pins, locked groups, frozen groups.

/// What holds people in running groups.
struct Anchors {
    /// The group that each person is pinned to; -1 for none.
    private let pins: [Int]
    private let before: [Int]
    /// Groups of those who are pinned to them, and nobody else.
    private let locked: Set<Int>
    /// Groups that take people but give nobody up.
    var held: Set<Int> = []

    init(_ scorer: Scorer, before: [Int]) {
        pins = scorer.roster.people.map { scorer.rules.pins[$0.id] ?? -1 }
        self.before = before
        locked = scorer.lockedGroups
    }

    func forbids(_ person: Int, in group: Int) -> Bool {
        if pins[person] >= 0 { return pins[person] != group }
        if locked.contains(group) { return true }
        return before[person] != group && held.contains(before[person])
    }
}
