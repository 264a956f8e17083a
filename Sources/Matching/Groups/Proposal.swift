// Knows the way from what a coordinator wishes to groups that can be shown with their reasons, and repeated.

/// Groups as they are proposed, with all there is to say about them.
public struct Proposal: Equatable, Sendable {
    /// Ids by position; empty places are groups that were left, kept only where positions are pinned.
    public var groups: [[String]]
    public var points: Points
    /// What there is to say about each group.
    public var facts: [[Finding]]
    /// Why those who joined groups that were kept are where they are.
    public var joined: [Finding]
    /// Needs that nobody present offers.
    public var gaps: [String]
    /// The rule of attendance that the choice came to.
    public var modes: ModeRule
    public var engine: String
    /// The moves that were asked for: with the seed they give the same groups again.
    public var iterations: Int
    public var seed: UInt64
    /// How many there are that are as good or nearly, this one included; nil where nobody can look at all.
    public var alternatives: Int?
}

/// Forms groups as wished. The first proposal is the best there is, or as good as the search finds; every further turn is
/// another of those that are as good or nearly. Throws what cannot be had, with names.
public func propose(
    _ roster: Roster, _ wishes: GroupWishes, seed: UInt64, iterations: Int, turn: Int = 0
) throws(MatchingRefusal) -> Proposal {
    let rules = try wishes.rules(roster)
    let scorer = Scorer(roster, rules)
    var split: Split
    var joined: [Finding] = []
    var alternatives: Int?
    if wishes.choice == .keepLast {
        split = try wishes.kept(roster, rules)
        var before = wishes.current
        // Nobody counts on a position if none is pinned.
        if rules.pins.isEmpty {
            let left = split.groups.indices.filter { !split.groups[$0].isEmpty }
            before = left.map { $0 < before.count ? before[$0] : [] }
            split.points.groups = left.map { split.points.groups[$0] }
            split.groups = left.map { split.groups[$0] }
        }
        joined = JoiningExplainer(scorer, before: before, after: split.groups).facts
    } else {
        let composer = try Composer(roster, rules)
        let another = try composer.another(turn, seed: seed)
        alternatives = another?.count
        if let another {
            split = another.split
        } else {
            split = try composer.search(turn, shown: wishes.current, seed: seed, iterations: iterations)
        }
    }
    let explainer = GroupExplainer(scorer)
    return Proposal(
        groups: split.groups, points: split.points, facts: split.groups.map(explainer.facts), joined: joined,
        gaps: explainer.gaps, modes: rules.modes, engine: Composer.engine, iterations: iterations, seed: seed,
        alternatives: alternatives)
}

extension GroupWishes {
    /// Fewer people are no group.
    private static let fewestKept = 2

    /// The groups there are, with everybody else put into them. Sizes may be what they are: only groups of one, and rules
    /// that are broken, move anybody.
    fileprivate func kept(_ roster: Roster, _ rules: Rules) throws(MatchingRefusal) -> Split {
        let sizes = current.map { $0.count { roster.person($0) != nil } }
        guard let largest = sizes.max(), largest > 0 else { throw .nothingToKeep }
        let bounds = GroupSizes(
            count: current.count, least: min(Self.fewestKept, roster.count),
            most: max(wish.sizes(roster.count).most + 1, largest))
        return try Running(roster, rules, current: current, bounds: bounds).settle(replacesCore: false)
    }
}
