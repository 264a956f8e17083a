// Knows what happens to running groups: late-comers join without moving anybody, and what a leaver breaks is repaired
// with as few moves as possible.

/// Running groups by position; an empty one is closed.
public struct Running {
    /// The most people that a repair may move.
    public static let mostMoves = 3

    let scorer: Scorer
    let bounds: GroupSizes
    /// The group of each person of the roster when all began; -1 for late-comers.
    let before: [Int]
    /// Groups that give nobody up unless they are broken.
    let frozen: Set<Int>

    /// `current` may name people who left: they are not in the roster.
    public init(
        _ roster: Roster, _ rules: Rules, current: [[String]], bounds: GroupSizes, frozen: Set<Int> = []
    ) throws(MatchingRefusal) {
        scorer = Scorer(roster, rules)
        self.bounds = bounds
        self.frozen = frozen
        var before = [Int](repeating: -1, count: roster.count)
        for (group, ids) in current.enumerated() {
            for id in ids {
                guard let person = roster.indices[id] else { continue }
                guard before[person] < 0 else { throw .personTwice(roster.people[person].name) }
                before[person] = group
            }
        }
        self.before = before
        for one in roster.people {
            if let pin = rules.pins[one.id], !current.indices.contains(pin) {
                throw .pinOutside(name: one.name, group: pin, groups: current.count)
            }
        }
        groups = current.count
        hasLeavers = current.joined().contains { roster.indices[$0] == nil }
    }

    private let groups: Int
    private let hasLeavers: Bool

    /// The outcome: late-comers placed, then as few moves as repair what is broken. A group that a leaver left without
    /// its core gets somebody from another only if `replacesCore`.
    public func settle(replacesCore: Bool = true) throws(MatchingRefusal) -> Split {
        var state = RunningState(scorer, bounds, groups: groups, before: before)
        insert(before.indices.filter { before[$0] < 0 }, into: &state)
        state.hold(frozen)
        // Late-comers move nobody; only a broken rule, or what a leaver left behind, is a reason to.
        if state.breaches > 0 || replacesCore && hasLeavers && state.hasGroupWithoutCore { state = repaired(state) }
        // What a few moves cannot repair, a search does that pays for every move.
        if state.breaches > 0 {
            let search = RunningSearch(scorer, bounds, groups: groups, before: before, anchors: state.anchors)
            if let places = try search.outcome() {
                var other = state
                while other.groups.count <= places.max() ?? 0 { other.open() }
                for (person, group) in places.enumerated() where other.place[person] != group {
                    other.put(person, group)
                }
                other.tidy()
                let isAllowed = places.enumerated().allSatisfy { !state.anchors.forbids($0, in: $1) }
                if isAllowed, other.cost < state.cost { state = other }
            }
        }
        let people = scorer.roster.people
        let groups = state.groups.map { $0.map { people[$0].id }.sorted() }
        var points = scorer.score(groups, bounds: bounds)
        let moved = before.indices.count { before[$0] >= 0 && state.place[$0] != before[$0] }
        points.add(.move, moved * scorer.rules.weights.move)
        guard points.breaches.isEmpty else { throw .unsatisfied(points.breaches) }
        return Split(groups: groups, points: points)
    }

    /// Each goes where regret is least; then those who came are looked at again until nothing helps.
    private func insert(_ late: [Int], into state: inout RunningState) {
        guard !late.isEmpty else { return }
        for person in late {
            var best: (group: Int, cost: RunningCost)?
            for group in 0...state.groups.count where state.canOpen(group) {
                state.put(person, group)
                if best.map({ state.cost < $0.cost }) ?? true { best = (group, state.cost) }
            }
            state.put(person, best?.group ?? 0)
        }
        var isBetter = true
        while isBetter {
            isBetter = false
            for person in late {
                let now = state.cost
                let home = state.place[person]
                for group in 0...state.groups.count where group != home && state.canOpen(group) {
                    state.put(person, group)
                    if state.cost < now { isBetter = true; break }
                    state.put(person, home)
                }
            }
            for (at, one) in late.enumerated() where !isBetter {
                for other in late[(at + 1)...] where state.place[one] != state.place[other] {
                    let now = state.cost
                    state.exchange(one, other)
                    if state.cost < now { isBetter = true } else { state.exchange(one, other) }
                }
            }
        }
        state.tidy()
    }

    /// Plans of one, two, three moves: the first number that repairs what is broken, and the best plan of that number.
    /// A group that lost its core gets somebody from one with two, if that is worth the moves.
    private func repaired(_ state: RunningState) -> RunningState {
        var state = state
        let wasBroken = state.breaches > 0
        var fallback: (plan: [RepairSearch.Step], cost: RunningCost)?
        for moves in 1...mostMoves {
            var search = RepairSearch(state: state)
            search.look(moves)
            guard let plan = search.best else { continue }
            if search.bestCost.breaches == 0 {
                for step in plan { state.put(step.person, step.group) }
                state.tidy()
                return state
            }
            if fallback.map({ search.bestCost < $0.cost }) ?? true { fallback = (plan, search.bestCost) }
        }
        if wasBroken, let fallback { for step in fallback.plan { state.put(step.person, step.group) } }
        state.tidy()
        return state
    }

    /// Chains are looked for where that takes no time to speak of.
    private var mostMoves: Int { before.count <= 12 ? Self.mostMoves : before.count <= 60 ? 2 : 1 }
}
