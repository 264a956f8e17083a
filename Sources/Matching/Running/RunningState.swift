// Knows running groups while somebody is put here or there, and what that costs.

/// What a state costs: broken rules before points.
struct RunningCost: Comparable {
    var breaches: Int
    var points: Int

    static func < (one: RunningCost, other: RunningCost) -> Bool {
        (one.breaches, one.points) < (other.breaches, other.points)
    }
}

/// Groups with their account, group by group, so that a change touches two.
struct RunningState {
    let scorer: Scorer
    let bounds: GroupSizes
    let before: [Int]
    private(set) var groups: [[Int]]
    private(set) var place: [Int]
    private var costs: [RunningCost]
    private let firstGroups: Int
    private(set) var cost = RunningCost(breaches: 0, points: 0)
    private let together: [Set<Int>]
    private let apart: [Set<Int>]
    private(set) var anchors: Anchors
    /// Late-comers among strangers, where groups are by phase: it steers them, but is in no account.
    private static let strangerPoints = 100

    init(_ scorer: Scorer, _ bounds: GroupSizes, groups count: Int, before: [Int]) {
        self.scorer = scorer
        self.bounds = bounds
        self.before = before
        place = before
        firstGroups = count
        groups = [[Int]](repeating: [], count: count)
        for (person, group) in before.enumerated() where group >= 0 { groups[group].append(person) }
        costs = []
        let roster = scorer.roster
        var sets = [[Set<Int>]](repeating: [], count: 2)
        for (kind, lists) in [scorer.rules.together, scorer.rules.apart].enumerated() {
            sets[kind] = [Set<Int>](repeating: [], count: roster.count)
            for list in lists {
                let here = roster.indices(of: list)
                for person in here { sets[kind][person].formUnion(here.filter { $0 != person }) }
            }
        }
        together = sets[0]
        apart = sets[1]
        anchors = Anchors(scorer, before: before)
        costs = groups.indices.map(account)
        for own in costs { add(own, 1) }
    }

    /// From now on these groups give nobody up, unless they are broken.
    mutating func hold(_ frozen: Set<Int>) { anchors.held = frozen.filter { !isBroken($0) } }

    var breaches: Int { cost.breaches }

    /// A group that somebody of the core could join.
    var hasGroupWithoutCore: Bool {
        groups.contains { group in !group.isEmpty && !group.contains { scorer.roster.people[$0].isCore } }
            && groups.contains { group in group.count { scorer.roster.people[$0].isCore } > 1 }
    }

    /// Groups in which a rule is broken or nobody is of the core.
    var troubled: Set<Int> {
        Set(
            groups.indices.filter { at in
                costs[at].breaches > 0
                    || !groups[at].isEmpty && !groups[at].contains { scorer.roster.people[$0].isCore }
            })
    }

    func isBroken(_ group: Int) -> Bool { group < costs.count && costs[group].breaches > 0 }

    private mutating func add(_ own: RunningCost, _ sign: Int) {
        cost.breaches += sign * own.breaches
        cost.points += sign * own.points
    }

    private func account(_ group: Int) -> RunningCost {
        let members = groups[group]
        guard !members.isEmpty else { return RunningCost(breaches: 0, points: 0) }
        var points = Points()
        scorer.score(members, into: &points)
        let isLocked = scorer.lockedGroups.contains(group)
        var breaches = isLocked ? 0 : max(0, bounds.least - members.count) + max(0, members.count - bounds.most)
        let inside = Set(members)
        for person in members {
            // Each pair twice; only its sign matters.
            breaches += together[person].count { !inside.contains($0) && place[$0] >= 0 }
            breaches += apart[person].count { inside.contains($0) }
            breaches += anchors.forbids(person, in: group) ? 1 : 0
        }
        let counts = members.reduce(into: Counts()) { $0 &+= scorer.roster.people[$1].counts }
        if counts.breaksMode(scorer.rules.modes), !isLocked { breaches += 1 }
        let moved = members.count { before[$0] >= 0 && before[$0] != place[$0] }
        let steering = scorer.rules.phases == .separate ? strangers(members) * Self.strangerPoints : 0
        return RunningCost(breaches: breaches, points: points.total + moved * scorer.rules.weights.move + steering)
    }

    /// Late-comers who find nobody of their phase among those who were there.
    private func strangers(_ members: [Int]) -> Int {
        let people = scorer.roster.people
        let settled = Set(members.filter { before[$0] >= 0 }.map { people[$0].phase })
        return settled.isEmpty ? 0 : members.count { before[$0] < 0 && !settled.contains(people[$0].phase) }
    }

    /// Puts somebody into a group; the number of groups opens a new one.
    mutating func put(_ person: Int, _ group: Int) {
        let from = place[person]
        if group == groups.count { open() }
        if from >= 0 { groups[from].removeAll { $0 == person } }
        groups[group].append(person)
        place[person] = group
        // Those who have to be together with the person may stand in a third group.
        let touched = Set([from, group] + together[person].map { place[$0] }).filter { $0 >= 0 }
        for at in touched {
            add(costs[at], -1)
            costs[at] = account(at)
            add(costs[at], 1)
        }
    }

    /// One more group, empty.
    mutating func open() {
        groups.append([])
        costs.append(RunningCost(breaches: 0, points: 0))
    }

    mutating func exchange(_ one: Int, _ other: Int) {
        let (here, there) = (place[one], place[other])
        put(one, there)
        put(other, here)
    }

    /// Whether this group exists, or is the next to be opened while none is empty.
    func canOpen(_ group: Int) -> Bool { group < groups.count || !groups.contains(where: \.isEmpty) }

    /// Forgets new groups at the end that stayed empty; closed ones keep their position.
    mutating func tidy() {
        while groups.count > firstGroups, groups.last?.isEmpty == true {
            groups.removeLast()
            costs.removeLast()
        }
    }
}
