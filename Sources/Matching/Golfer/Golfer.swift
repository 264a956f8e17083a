// Knows how to plan all rounds at once so that nobody meets anybody twice, as far as that is possible.

/// Mixes people over several rounds.
public struct Golfer {
    let ids: [String]
    let sizes: GroupSizes
    let rounds: Int

    /// Throws if somebody is named twice.
    public init(_ ids: [String], wish: GroupWish, rounds: Int) throws(MatchingRefusal) {
        self.ids = ids.sorted()
        for (one, other) in zip(self.ids, self.ids.dropFirst()) where one == other { throw .personTwice(one) }
        guard !ids.isEmpty else { throw .nobody }
        sizes = wish.sizes(ids.count)
        self.rounds = max(1, rounds)
    }

    /// The rounds and what they cost: the sum over all pairs of (times met - 1)^2.
    public func plan(seed: UInt64, budget: Budget) -> (rounds: [[[String]]], points: Int) {
        var best: (places: [[Int]], points: Int)?
        var done = 0
        var attempt = 0
        // Free rounds and turned ones in turn: with room to spare the first are found at once, without it the second.
        while best.map({ $0.points > 0 }) ?? true {
            let own = seed &+ UInt64(attempt) &* 0x5851_f42d_4c95_7f2d
            let length = min(400, 20 << (attempt / 2)) * Annealer.slice
            let table = attempt % 2 == 0 ? PairClasses.free(ids.count, rounds) : PairClasses.turned(ids.count, rounds)
            attempt += 1
            var search = GolferSearch(table, sizes: sizes, seed: own)
            search.run(length) { budget.progress(done + $0) >= 1000 }
            done += search.iterations
            let places = search.schedule
            let points = Self.points(places)
            if best.map({ points < $0.points }) ?? true { best = (places, points) }
            if budget.progress(done) >= 1000 { break }
        }
        let found = best ?? ([], 0)
        let named = found.places.map { places in
            var groups = [[String]](repeating: [], count: sizes.count)
            for (person, place) in places.enumerated() { groups[place].append(ids[person]) }
            return groups.sorted { ($0.first ?? "") < ($1.first ?? "") }
        }
        return (named, found.points)
    }

    /// Straight from the definition.
    static func points(_ rounds: [[Int]]) -> Int {
        guard let count = rounds.first?.count else { return 0 }
        var sum = 0
        for one in 0..<count {
            for other in (one + 1)..<max(count, one + 1) {
                let times = rounds.count { $0[one] == $0[other] }
                if times > 1 { sum += (times - 1) * (times - 1) }
            }
        }
        return sum
    }
}

/// Pairs that meet at the same time. Freely planned rounds have a class for every pair. Turned rounds are one round,
/// played again and again with everybody one place further on a few circles: pairs at the same distance are one class,
/// so there are very few numbers to get right. Kirkman's fifteen schoolgirls are two circles of seven and one in the
/// middle.
struct PairClasses {
    let people: Int
    /// Rounds that are searched.
    let rounds: Int
    /// Rounds that come out.
    let turns: Int
    /// The class of each pair, row by row.
    let classes: [Int32]
    /// Meetings that a class has before it begins: 1 for pairs that a turn would bring together again by itself.
    let start: [Int32]

    static func free(_ people: Int, _ rounds: Int) -> PairClasses {
        var classes = [Int32](repeating: 0, count: people * people)
        for one in 0..<people {
            for other in 0..<people {
                classes[one * people + other] = Int32(min(one, other) * people + max(one, other))
            }
        }
        return PairClasses(
            people: people, rounds: rounds, turns: 1, classes: classes,
            start: [Int32](repeating: 0, count: people * people))
    }

    static func turned(_ people: Int, _ rounds: Int) -> PairClasses {
        let circles = people / rounds
        func spot(_ person: Int) -> (circle: Int, at: Int) {
            person < circles * rounds ? (person / rounds, person % rounds) : (person - circles * rounds + circles, 0)
        }
        let kinds = people - circles * rounds + circles
        var classes = [Int32](repeating: 0, count: people * people)
        var start = [Int32](repeating: 0, count: kinds * kinds * rounds)
        for one in 0..<people {
            for other in 0..<people {
                var (a, b) = (spot(one), spot(other))
                if a.circle > b.circle { (a, b) = (b, a) }
                var distance = (b.at - a.at + rounds) % rounds
                if a.circle == b.circle { distance = min(distance, rounds - distance) }
                // In the middle there is no distance.
                if b.circle >= circles { distance = 0 }
                let number = (a.circle * kinds + b.circle) * rounds + distance
                classes[one * people + other] = Int32(number)
                let bothInTheMiddle = a.circle >= circles
                if bothInTheMiddle || a.circle == b.circle && 2 * distance == rounds { start[number] = 1 }
            }
        }
        return PairClasses(people: people, rounds: 1, turns: rounds, classes: classes, start: start)
    }

    /// Who takes the place of `person` after so many turns.
    func turned(_ person: Int, by turn: Int) -> Int {
        let circles = people / turns
        guard turns > 1, person < circles * turns else { return person }
        return person / turns * turns + (person + turn) % turns
    }
}
