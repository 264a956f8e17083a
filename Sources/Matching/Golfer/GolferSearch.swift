// Knows the search for rounds in which no class of pairs meets twice: exchanges of two people in one round.

struct GolferSearch {
    private let table: PairClasses
    private let sizes: GroupSizes
    private var random: SplitMix64
    /// Meetings of each class.
    private var times: [Int32]
    /// People by round and group, and where everybody is.
    private var seats: [[Int]]
    private var starts: [Int]
    private var groupOf: [Int]
    private(set) var points = 0
    private(set) var iterations = 0
    /// From 0.75 to 0.15 points, with 16 fractional bits.
    private static let temperatures: [Int64] = (0..<64).map { 49_152 - Int64($0) * 624 }

    init(_ table: PairClasses, sizes: GroupSizes, seed: UInt64) {
        self.table = table
        self.sizes = sizes
        random = SplitMix64(seed: seed)
        times = table.start
        let larger = table.people - sizes.count * sizes.least
        starts = [0]
        groupOf = []
        for group in 0..<sizes.count {
            let size = sizes.least + (group < larger ? 1 : 0)
            starts.append((starts.last ?? 0) + size)
            groupOf += Array(repeating: group, count: size)
        }
        seats = []
        for _ in 0..<table.rounds {
            var order = Array(0..<table.people)
            random.shuffle(&order)
            seats.append(order)
        }
        for round in seats {
            for group in 0..<sizes.count {
                for at in starts[group]..<starts[group + 1] {
                    for other in (at + 1)..<max(starts[group + 1], at + 1) { meet(round[at], round[other]) }
                }
            }
        }
    }

    /// One more meeting of two people; what it costs is added.
    private mutating func meet(_ one: Int, _ other: Int) {
        let number = Int(table.classes[one * table.people + other])
        let before = Int(times[number])
        times[number] += 1
        points += before >= 1 ? 2 * before - 1 : 0
    }

    private mutating func part(_ one: Int, _ other: Int) {
        let number = Int(table.classes[one * table.people + other])
        let before = Int(times[number])
        times[number] -= 1
        points -= before >= 2 ? 2 * before - 3 : 0
    }

    /// Ends at the length, when `isOver` says so or when nothing is left to improve.
    mutating func run(_ length: Int, isOver: (Int) -> Bool) {
        guard sizes.count > 1 else { return }
        while iterations < length, points > 0, !isOver(iterations) {
            let step = min(63, 64 * iterations / length)
            for _ in 0..<Annealer.slice where points > 0 { exchange(Self.temperatures[step]) }
            iterations += Annealer.slice
        }
    }

    private mutating func exchange(_ temperature: Int64) {
        let draw = random.next()
        let round = random.below(seats.count)
        let (i, j) = (random.below(table.people), random.below(table.people))
        let (x, y) = (groupOf[i], groupOf[j])
        guard x != y else { return }
        // Somebody who meets nobody again has little reason to go.
        guard draw >> 60 == 0 || meetsAgain(round, i, x) else { return }
        let before = points
        swap(round, i, j, x, y)
        let limit = (temperature * Int64(Cooling.losses[Int(draw & 4095)])) >> 32
        if points - before > Int(limit) { swap(round, i, j, x, y) }
    }

    private func meetsAgain(_ round: Int, _ seat: Int, _ group: Int) -> Bool {
        let person = seats[round][seat]
        for at in starts[group]..<starts[group + 1] where at != seat {
            if times[Int(table.classes[person * table.people + seats[round][at]])] > 1 { return true }
        }
        return false
    }

    private mutating func swap(_ round: Int, _ i: Int, _ j: Int, _ x: Int, _ y: Int) {
        let (one, other) = (seats[round][i], seats[round][j])
        for at in starts[x]..<starts[x + 1] where at != i { part(one, seats[round][at]) }
        for at in starts[y]..<starts[y + 1] where at != j { part(other, seats[round][at]) }
        seats[round][i] = other
        seats[round][j] = one
        for at in starts[x]..<starts[x + 1] where at != i { meet(other, seats[round][at]) }
        for at in starts[y]..<starts[y + 1] where at != j { meet(one, seats[round][at]) }
    }

    /// The group of each person, by round, turned rounds told apart.
    var schedule: [[Int]] {
        seats.flatMap { round in
            (0..<table.turns).map { turn in
                var places = [Int](repeating: 0, count: table.people)
                for (seat, person) in round.enumerated() { places[table.turned(person, by: turn)] = groupOf[seat] }
                return places
            }
        }
    }
}
