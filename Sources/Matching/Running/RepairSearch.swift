// Knows how to look for a plan of a few moves that repairs running groups.

/// All plans of a number of moves that touch troubled groups.
struct RepairSearch {
    struct Step: Equatable {
        var person: Int
        var group: Int
    }

    private var state: RunningState
    private(set) var bestCost: RunningCost
    private(set) var best: [Step]?

    init(state: RunningState) {
        self.state = state
        bestCost = state.cost
    }

    /// Tries every plan of exactly so many moves.
    mutating func look(_ moves: Int) {
        step(moves, plan: [])
    }

    private mutating func step(_ left: Int, plan: [Step]) {
        let troubled = state.troubled
        guard !troubled.isEmpty else { return }
        for person in state.before.indices where !plan.contains(where: { $0.person == person }) {
            let home = state.place[person]
            for group in 0...state.groups.count where group != home && state.canOpen(group) {
                guard !state.anchors.forbids(person, in: group) else { continue }
                guard troubled.contains(home) || troubled.contains(group) else { continue }
                state.put(person, group)
                let now = plan + [Step(person: person, group: group)]
                if left == 1 {
                    if state.cost < bestCost {
                        bestCost = state.cost
                        best = now
                    }
                } else {
                    step(left - 1, plan: now)
                }
                state.put(person, home)
            }
        }
    }
}
