// Knows several rounds after each other: each is split on its own, and knows who met in those before.

/// Plans rounds of breakouts of one meeting.
public enum Rounds {
    /// One split a round. `progress` of the budget is shared evenly.
    public static func compose(
        _ roster: Roster, _ rules: Rules, rounds: Int, seed: UInt64, budget: Budget
    ) throws(MatchingRefusal) -> [Split] {
        var rules = rules
        var splits: [Split] = []
        var done = 0
        for round in 0..<max(1, rounds) {
            let (from, before) = (1000 * round / max(1, rounds), done)
            let share = max(1, 1000 * (round + 1) / max(1, rounds) - from)
            let part = Budget { own in (budget.progress(before + own) - from) * 1000 / share }
            let split = try Composer(roster, rules).compose(seed: seed &+ UInt64(round) &* 0x1_0001, budget: part)
            done += split.iterations
            splits.append(split)
            rules.history.append(PastRound(age: 0, groups: split.groups))
        }
        return splits
    }
}
