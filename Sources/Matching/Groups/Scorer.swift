// Knows the points of regret of pairs and groups, straight from the rules; the search has its own faster account,
// which a test holds against this one.

/// Scores splits of a roster.
public struct Scorer: Sendable {
    public let roster: Roster
    public let rules: Rules
    let countRules: CountRules
    /// Locked groups of which anybody is here.
    let lockedGroups: Set<Int>
    private let weights: PlainWeights
    private let profiles: [Profile]
    /// Points for having met, by `pairKey`.
    let met: [Int: Int]
    /// Distinct skills offered, by person.
    let offers: [Set<Int>]
    /// Skills needed in order, as far as they count and anybody else offers them, with points.
    let needs: [[(skill: Int, points: Int)]]

    /// What pairs compare, interned.
    private struct Profile: Sendable {
        var school, trust, subject, phase, band: Int
        var isCore, isDominant: Bool
    }

    public init(_ roster: Roster, _ rules: Rules) {
        self.roster = roster
        self.rules = rules
        countRules = CountRules(rules)
        lockedGroups = rules.locked.intersection(roster.people.compactMap { rules.pins[$0.id] })
        weights = rules.weights.plain
        var words: [String: Int] = [:]
        func number(_ word: String) -> Int {
            let next = words.count
            return words[word]
                ?? {
                    words[word] = next; return next
                }()
        }
        profiles = roster.people.map {
            Profile(
                school: number($0.school), trust: $0.trust.map { $0.isEmpty ? -1 : number($0) } ?? -1,
                subject: number($0.subject), phase: number($0.phase), band: $0.band, isCore: $0.isCore,
                isDominant: $0.talkClass == 1)
        }
        let offers = roster.people.map { Set($0.offers.map(number)) }
        var offerers: [Int: Int] = [:]
        for skill in offers.joined() { offerers[skill, default: 0] += 1 }
        needs = roster.people.indices.map { index in
            zip(roster.people[index].needs, rules.weights.need).compactMap { word, points in
                let skill = number(word)
                let others = (offerers[skill] ?? 0) - (offers[index].contains(skill) ? 1 : 0)
                return others > 0 && points != 0 ? (skill, points) : nil
            }
        }
        self.offers = offers
        var met: [Int: Int] = [:]
        for round in rules.history {
            let points = rules.weights.met(age: round.age)
            for group in round.groups where points != 0 {
                let here = roster.indices(of: group)
                for (place, one) in here.enumerated() {
                    for other in here[(place + 1)...] { met[one * roster.count + other, default: 0] += points }
                }
            }
        }
        self.met = met
    }

    func pairKey(_ one: Int, _ other: Int) -> Int { min(one, other) * roster.count + max(one, other) }

    /// Calls `add` with every term of two people in one group.
    @inline(__always)
    func pair(_ one: Int, _ other: Int, _ add: (Term, Int) -> Void) {
        let (a, b) = (profiles[one], profiles[other])
        if a.school == b.school {
            add(.sameSchool, weights.sameSchool)
        } else if a.trust >= 0 && a.trust == b.trust {
            add(.sameTrust, weights.sameTrust)
        }
        if a.subject == b.subject { add(.sameSubject, weights.sameSubject) }
        if a.phase == b.phase { add(.samePhase, weights.samePhase) }
        if a.band == b.band { add(.sameBand, weights.sameBand) }
        if a.isCore && b.isCore { add(.corePair, weights.corePair) }
        if a.isDominant && b.isDominant { add(.dominantPair, weights.dominantPair) }
    }

    /// The needs in `group` that nobody else there offers.
    func unmet(_ group: [Int]) -> [(person: Int, skill: Int, points: Int)] {
        var offering: [Int: Int] = [:]
        for skill in group.lazy.flatMap({ offers[$0] }) { offering[skill, default: 0] += 1 }
        return group.flatMap { person in
            needs[person].filter {
                (offering[$0.skill] ?? 0) - (offers[person].contains($0.skill) ? 1 : 0) == 0
            }.map { (person, $0.skill, $0.points) }
        }
    }

    /// The points of one group, without hard rules.
    func score(_ group: [Int], into points: inout Points) {
        guard !group.isEmpty else { return points.groups.append(0) }
        var own = Points()
        for (place, one) in group.enumerated() {
            for other in group[(place + 1)...] {
                pair(one, other) { own.add($0, $1) }
                own.add(.met, met[pairKey(one, other)] ?? 0)
            }
        }
        for need in unmet(group) { own.add(.need, need.points) }
        let counts = group.reduce(into: Counts()) { $0 &+= roster.people[$1].counts }
        counts.terms(countRules) { own.add($0, $1) }
        points.terms.merge(own.terms, uniquingKeysWith: +)
        points.groups.append(own.total)
    }
}
