// Knows who may be whose buddy and what a pair is worth: the hard rules and the points of a roster that opted in.

/// The pairs of a roster.
public struct BuddyBook: Sendable {
    public let roster: Roster
    public let rules: BuddyRules
    /// Metres between two people, row by row; -1 if unknown.
    let metres: [Int32]
    private let blocked: Set<Int>
    private let earlier: Set<Int>
    private let met: Set<Int>
    private let offers: [Set<String>]

    /// `roster` holds those who opted in; `metres` is in its order, empty if no distance is known.
    public init(_ roster: Roster, _ rules: BuddyRules, metres: [Int32] = []) {
        self.roster = roster
        self.rules = rules
        let count = roster.count
        self.metres = metres.count == count * count ? metres : [Int32](repeating: -1, count: count * count)
        func keys(_ sets: [[String]]) -> Set<Int> {
            var keys: Set<Int> = []
            for set in sets {
                let here = roster.indices(of: set)
                for (at, one) in here.enumerated() {
                    for other in here[(at + 1)...] { keys.insert(one * count + other) }
                }
            }
            return keys
        }
        blocked = keys(rules.blocks)
        earlier = keys(rules.earlier)
        met = keys(rules.history.flatMap(\.groups))
        offers = roster.people.map { Set($0.offers) }
    }

    var count: Int { roster.count }

    private func key(_ one: Int, _ other: Int) -> Int { min(one, other) * count + max(one, other) }

    /// Every hard rule of a pair.
    func isAllowed(_ one: Int, _ other: Int) -> Bool {
        !blocked.contains(key(one, other)) && isPossible(one, other)
    }

    /// Every hard rule that may be spoken of.
    func isPossible(_ one: Int, _ other: Int) -> Bool {
        let (a, b) = (roster.people[one], roster.people[other])
        return one != other && (a.school != b.school || rules.allowsSameSchool) && isWithinReach(one, other)
    }

    /// Within the smallest of three limits; without a known distance no limit holds.
    func isWithinReach(_ one: Int, _ other: Int) -> Bool {
        let limits = [rules.farthestMetres, roster.people[one].farthestMetres, roster.people[other].farthestMetres]
        guard let limit = limits.compactMap(\.self).min() else { return true }
        let distance = metres[one * count + other]
        return distance >= 0 && distance <= limit
    }

    func isRepeat(_ one: Int, _ other: Int) -> Bool { earlier.contains(key(one, other)) }
    func haveMet(_ one: Int, _ other: Int) -> Bool { met.contains(key(one, other)) }

    /// What `one` gets from what `other` offers.
    func gain(_ one: Int, from other: Int) -> Int {
        let sum = zip(roster.people[one].needs, rules.weights.need)
            .reduce(0) { $0 + (offers[other].contains($1.0) ? $1.1 : 0) }
        return min(sum, rules.weights.needCap)
    }

    /// The points of what both share, by reason.
    func common(_ one: Int, _ other: Int) -> Int {
        let (a, b, weights) = (roster.people[one], roster.people[other], rules.weights)
        var sum = 0
        if rules.subject != .any && (a.subject == b.subject) == (rules.subject == .same) { sum += weights.subject }
        if rules.phase != .any && (a.phase == b.phase) == (rules.phase == .same) { sum += weights.phase }
        let distance = Int(metres[one * count + other])
        if distance >= 0, let near = weights.near.first(where: { distance <= $0.metres }) { sum += near.points }
        if isMentoring(one, other) { sum += weights.earlyCareer }
        if haveMet(one, other) { sum += weights.met }
        return sum
    }

    /// One at the start of their career, one experienced.
    func isMentoring(_ one: Int, _ other: Int) -> Bool {
        let (a, b) = (roster.people[one], roster.people[other])
        return a.isEarlyCareer && b.isExperienced || b.isEarlyCareer && a.isExperienced
    }

    /// The value of a pair: what both get, less what the worse-off misses.
    func value(_ one: Int, _ other: Int) -> Int {
        let shared = common(one, other)
        let (a, b) = (gain(one, from: other) + shared, gain(other, from: one) + shared)
        return a + b - rules.weights.fairFactor * max(0, rules.weights.fairFloor - min(a, b))
    }
}

extension BuddyBook {
    /// What groups of ids are worth, and how many pairs of them may not be. Straight from the rules.
    public func account(of groups: [[String]]) -> (breaches: Int, key: BuddyKey) {
        var key = BuddyKey()
        var breaches = 0
        var matched: Set<Int> = []
        for group in groups {
            let members = roster.indices(of: group)
            var sum = 0
            for (at, one) in members.enumerated() {
                for other in members[(at + 1)...] {
                    breaches += isAllowed(one, other) ? 0 : 1
                    key.repeats += isRepeat(one, other) ? 1 : 0
                    sum += value(one, other)
                }
            }
            breaches += members.count { !matched.insert($0).inserted }
            breaches += members.count == group.count && (2...3).contains(members.count) ? 0 : 1
            key.trios += members.count == 3 ? 1 : 0
            key.value += members.count == 3 ? sum >> 1 : sum
        }
        key.unmatched = count - matched.count
        return (breaches, key)
    }
}
