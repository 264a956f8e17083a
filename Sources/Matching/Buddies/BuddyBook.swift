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
    private let profiles: [Profile]
    /// How far the buddy of each person may be, by the rule and their own wish.
    private let limits: [Int]

    /// What pairs compare, as numbers.
    private struct Profile: Sendable {
        var school, subject, phase: Int
        /// Skills as bits, 64 to a word.
        var offers: [UInt64]
        /// Those needs that count.
        var needs: [(skill: Int, points: Int)]
    }

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
        limits = roster.people.map { min(rules.farthestMetres ?? Int.max, $0.farthestMetres ?? Int.max) }
        profiles = Self.profiles(roster.people, rules.weights)
    }

    private static func profiles(_ people: [Attendee], _ weights: BuddyWeights) -> [Profile] {
        var words: [String: Int] = [:]
        func number(_ word: String) -> Int {
            let number = words[word] ?? words.count
            words[word] = number
            return number
        }
        var skills: [String: Int] = [:]
        for skill in people.flatMap(\.offers) where skills[skill] == nil { skills[skill] = skills.count }
        return people.map { person in
            var offers = [UInt64](repeating: 0, count: skills.count / 64 + 1)
            for skill in person.offers.compactMap({ skills[$0] }) { offers[skill / 64] |= 1 << UInt64(skill % 64) }
            return Profile(
                school: number(person.school), subject: number(person.subject), phase: number(person.phase),
                offers: offers,
                needs: zip(person.needs, weights.need).compactMap { need, points in skills[need].map { ($0, points) } })
        }
    }

    var count: Int { roster.count }

    private func key(_ one: Int, _ other: Int) -> Int { min(one, other) * count + max(one, other) }

    /// Every hard rule of a pair.
    func isAllowed(_ one: Int, _ other: Int) -> Bool {
        !blocked.contains(key(one, other)) && isPossible(one, other)
    }

    /// Every hard rule that may be spoken of.
    func isPossible(_ one: Int, _ other: Int) -> Bool {
        one != other && (rules.allowsSameSchool || profiles[one].school != profiles[other].school)
            && isWithinReach(one, other)
    }

    /// Within the smallest of three limits; without a known distance no limit holds.
    func isWithinReach(_ one: Int, _ other: Int) -> Bool {
        let limit = min(limits[one], limits[other])
        guard limit < Int.max else { return true }
        let distance = metres[one * count + other]
        return distance >= 0 && distance <= limit
    }

    func isRepeat(_ one: Int, _ other: Int) -> Bool { earlier.contains(key(one, other)) }
    func haveMet(_ one: Int, _ other: Int) -> Bool { met.contains(key(one, other)) }

    /// What `one` gets from what `other` offers.
    func gain(_ one: Int, from other: Int) -> Int {
        var sum = 0
        for need in profiles[one].needs
        where profiles[other].offers[need.skill / 64] & (1 << UInt64(need.skill % 64)) != 0 { sum += need.points }
        return min(sum, rules.weights.needCap)
    }

    /// The points of what both share, by reason.
    func common(_ one: Int, _ other: Int) -> Int {
        let isOneSubject = profiles[one].subject == profiles[other].subject
        let isOnePhase = profiles[one].phase == profiles[other].phase
        let weights = rules.weights
        var sum = 0
        if rules.subject != .any && isOneSubject == (rules.subject == .same) { sum += weights.subject }
        if rules.phase != .any && isOnePhase == (rules.phase == .same) { sum += weights.phase }
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
