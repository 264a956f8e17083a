// Knows a pool of people compiled for the search: numbers only, in the order of the roster.

/// People who are split among themselves.
struct Pool {
    /// Points of a broken hard rule in the search's account.
    static let hard: Int32 = 100_000
    /// What it costs the search, and nobody else, to show two people together again.
    private static let shownAgain: Int32 = 1
    /// Skills that fit into a mask.
    static let mostSkills = 64

    /// Positions in the roster.
    let people: [Int]
    let sizes: GroupSizes
    /// Points of each pair, hard ones included, row by row.
    private(set) var pairs: [Int32]
    private(set) var offers: [UInt64]
    /// Needs of all, person by person; those of `v` are `needStart[v]..<needStart[v + 1]`.
    private(set) var needs: [(skill: UInt8, points: Int32)] = []
    private(set) var needStart: [Int] = [0]
    let counts: [Counts]
    let countRules: CountRules
    /// Blocks of positions in this pool; singles are blocks of one.
    let blocks: [[Int]]
    let apart: [(Int, Int)]

    var count: Int { people.count }

    init(_ people: [Int], sizes: GroupSizes, blocks: Blocks, scorer: Scorer) {
        self.people = people
        self.sizes = sizes
        let n = people.count
        let place = Dictionary(uniqueKeysWithValues: people.enumerated().map { ($1, $0) })
        self.blocks = blocks.blocks.map { $0.compactMap { place[$0] } }
        apart = blocks.apart.compactMap { pair in
            guard let one = place[pair.0], let other = place[pair.1] else { return nil }
            return (one, other)
        }
        var pairs = [Int32](repeating: 0, count: n * n)
        func add(_ one: Int, _ other: Int, _ points: Int32) {
            pairs[one * n + other] += points
            pairs[other * n + one] += points
        }
        for one in 0..<n {
            for other in (one + 1)..<max(n, one + 1) {
                var sum = 0
                scorer.pair(people[one], people[other]) { sum += $1 }
                pairs[one * n + other] = Int32(sum)
                pairs[other * n + one] = Int32(sum)
            }
        }
        for (key, points) in scorer.met {
            guard let one = place[key / scorer.roster.count], let other = place[key % scorer.roster.count] else {
                continue
            }
            add(one, other, Int32(points))
        }
        for (one, other) in apart { add(one, other, Self.hard) }
        for group in scorer.rules.shown {
            let here = scorer.roster.indices(of: group).compactMap { place[$0] }
            for (at, one) in here.enumerated() { for other in here[(at + 1)...] { add(one, other, Self.shownAgain) } }
        }
        self.pairs = pairs
        counts = people.map { scorer.roster.people[$0].counts }
        countRules = scorer.countRules
        offers = [UInt64](repeating: 0, count: n)
        compileSkills(scorer)
    }

    /// Skills as bits. A need for what one offers oneself becomes a skill of its own, "offered by somebody else", so that
    /// the search needs to know of no exception. Beyond 64 the search leaves out those that cost least; the account of
    /// the outcome counts all.
    private mutating func compileSkills(_ scorer: Scorer) {
        struct Skill: Hashable { let skill, except: Int }
        var weight: [Skill: Int] = [:]
        func wanted(_ person: Int, _ skill: Int) -> Skill {
            Skill(skill: skill, except: scorer.offers[person].contains(skill) ? person : -1)
        }
        for person in people {
            for need in scorer.needs[person] { weight[wanted(person, need.skill), default: 0] += need.points }
        }
        let kept = weight.sorted {
            ($1.value, $0.key.skill, $0.key.except) < ($0.value, $1.key.skill, $1.key.except)
        }.prefix(Self.mostSkills)
        var bits: [Skill: Int] = [:]
        for (bit, skill) in kept.enumerated() { bits[skill.key] = bit }
        for (place, person) in people.enumerated() {
            for (skill, bit) in bits where skill.except != person && scorer.offers[person].contains(skill.skill) {
                offers[place] |= 1 << UInt64(bit)
            }
            for need in scorer.needs[person] {
                guard let bit = bits[wanted(person, need.skill)] else { continue }
                needs.append((UInt8(bit), Int32(need.points)))
            }
            needStart.append(needs.count)
        }
        // What nobody in the pool offers costs the same wherever its people are.
        let offered = offers.reduce(0, |)
        needs = needs.map { offered & (1 << UInt64($0.skill)) == 0 ? ($0.skill, 0) : $0 }
    }

    var needMasks: [UInt64] {
        (0..<count).map { person in
            needs[needStart[person]..<needStart[person + 1]].reduce(0) { $0 | 1 << UInt64($1.skill) }
        }
    }

    /// People by skill they offer.
    var offerers: [[Int]] {
        (0..<Self.mostSkills).map { skill in (0..<count).filter { offers[$0] & (1 << UInt64(skill)) != 0 } }
    }

    /// People by skill they need, with the points.
    var askers: [[(person: Int, points: Int32)]] {
        var askers = [[(person: Int, points: Int32)]](repeating: [], count: Self.mostSkills)
        for person in 0..<count {
            for need in needs[needStart[person]..<needStart[person + 1]] where need.points != 0 {
                askers[Int(need.skill)].append((person, need.points))
            }
        }
        return askers
    }

    /// The same number for those who are alike in all that is counted.
    var kinds: [Int32] {
        var numbers: [Counts: Int32] = [:]
        return counts.map { one in
            let next = Int32(numbers.count)
            let number = numbers[one] ?? next
            numbers[one] = number
            return number
        }
    }

    /// Where each part of a joined list starts, and its end.
    static func starts(_ counts: [Int]) -> [Int32] {
        counts.reduce(into: [0]) { $0.append($0[$0.count - 1] + Int32($1)) }
    }
}
