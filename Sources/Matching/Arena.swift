// Knows the state of the search: who is where, and every table that makes the cost of a move a matter of a few loads.

/// A split under search. Owns plain memory, because the search does nothing but read and write it.
final class Arena {
    let pool: Pool
    let n: Int
    let groups: Int
    let sizes: GroupSizes
    /// Pair points, `n` x `n`.
    let pairs: UnsafeMutablePointer<Int32>
    /// `near[g * n + v]`: the pair points of `v` with the members of `g`, and what being there costs `v` alone.
    let near: UnsafeMutablePointer<Int32>
    /// The group of each person.
    let place: UnsafeMutablePointer<Int32>
    let offers: UnsafeMutablePointer<UInt64>
    let needs: UnsafeMutablePointer<(skill: UInt8, points: Int32)>
    let needStart: UnsafeMutablePointer<Int32>
    let features: UnsafeMutablePointer<Counts>
    /// Skills that at least one, at least two in the group offer.
    let one: UnsafeMutablePointer<UInt64>
    let two: UnsafeMutablePointer<UInt64>
    /// Skills that somebody in the group wants, at a price.
    let wanted: UnsafeMutablePointer<UInt64>
    /// `offering[g * 64 + s]`, `want[g * 64 + s]`: how many offer a skill; points if nobody does.
    let offering: UnsafeMutablePointer<Int32>
    let want: UnsafeMutablePointer<Int32>
    let counts: UnsafeMutablePointer<Counts>
    /// Points of the group that are not of pairs.
    let own: UnsafeMutablePointer<Int32>
    let rules: CountRules
    /// All points of the split.
    private(set) var total = 0

    /// Nobody is placed yet. `alone` is what being in a group costs a person, group by group.
    init(_ pool: Pool, groups: Int, alone: [Int32] = []) {
        func memory<Element>(_ count: Int, _ value: Element) -> UnsafeMutablePointer<Element> {
            let pointer = UnsafeMutablePointer<Element>.allocate(capacity: max(1, count))
            pointer.initialize(repeating: value, count: max(1, count))
            return pointer
        }
        func copy<Element>(_ list: [Element]) -> UnsafeMutablePointer<Element> {
            let pointer = UnsafeMutablePointer<Element>.allocate(capacity: max(1, list.count))
            list.withUnsafeBufferPointer { from in
                if let base = from.baseAddress { pointer.initialize(from: base, count: list.count) }
            }
            return pointer
        }
        self.pool = pool
        self.groups = groups
        n = pool.count
        sizes = pool.sizes
        rules = pool.countRules
        pairs = copy(pool.pairs)
        near = alone.isEmpty ? memory(groups * n, 0) : copy(alone)
        place = memory(n, -1)
        offers = copy(pool.offers)
        needs = copy(pool.needs)
        needStart = copy(pool.needStart.map(Int32.init))
        features = copy(pool.counts)
        one = memory(groups, 0)
        two = memory(groups, 0)
        wanted = memory(groups, 0)
        offering = memory(groups * Pool.mostSkills, 0)
        want = memory(groups * Pool.mostSkills, 0)
        counts = memory(groups, Counts())
        own = memory(groups, 0)
    }

    // Nothing in these has a reference, so freeing is all there is to do.
    deinit {
        pairs.deallocate()
        near.deallocate()
        place.deallocate()
        offers.deallocate()
        needs.deallocate()
        needStart.deallocate()
        features.deallocate()
        one.deallocate()
        two.deallocate()
        wanted.deallocate()
        offering.deallocate()
        want.deallocate()
        counts.deallocate()
        own.deallocate()
    }

    /// Points that depend on counts, hard ones included.
    @inline(__always)
    func countPoints(_ counts: Counts) -> Int32 {
        var sum = counts.breaksMode(rules.modes) ? Int(Pool.hard) : 0
        counts.terms(rules) { sum &+= $1 }
        return Int32(truncatingIfNeeded: sum)
    }

    /// Points of needs that nobody in `group` meets, as it stands.
    func unmetPoints(_ group: Int) -> Int32 {
        var missing = wanted[group] & ~one[group]
        var sum: Int32 = 0
        while missing != 0 {
            sum &+= want[group * Pool.mostSkills + missing.trailingZeroBitCount]
            missing &= missing &- 1
        }
        return sum
    }

    /// Takes `person` out of their group and, unless `to` is -1, puts them into another.
    func move(_ person: Int, to: Int) {
        let from = Int(place[person])
        let row = pairs + person * n
        if from >= 0 {
            let table = near + from * n
            total &-= Int(table[person])
            for other in 0..<n { table[other] &-= row[other] }
            change(from, person, by: -1)
            refresh(from)
        }
        place[person] = Int32(to)
        if to >= 0 {
            let table = near + to * n
            total &+= Int(table[person])
            for other in 0..<n { table[other] &+= row[other] }
            change(to, person, by: 1)
            refresh(to)
        }
    }

    /// Exchanges two people of different groups.
    func swap(_ i: Int, _ j: Int, delta: Int) {
        let (x, y) = (Int(place[i]), Int(place[j]))
        let (first, second) = (near + x * n, near + y * n)
        let (rowI, rowJ) = (pairs + i * n, pairs + j * n)
        for other in 0..<n {
            let difference = rowJ[other] &- rowI[other]
            first[other] &+= difference
            second[other] &-= difference
        }
        place[i] = Int32(y)
        place[j] = Int32(x)
        let before = total
        change(x, i, by: -1)
        change(y, j, by: -1)
        change(x, j, by: 1)
        change(y, i, by: 1)
        refresh(x)
        refresh(y)
        total = before &+ delta
    }

    /// Brings the tables of `group` up to date after `person` came (1) or went (-1).
    private func change(_ group: Int, _ person: Int, by step: Int32) {
        let base = group * Pool.mostSkills
        var skills = offers[person]
        while skills != 0 {
            let skill = skills.trailingZeroBitCount
            let bit: UInt64 = 1 << UInt64(skill)
            let now = offering[base + skill] &+ step
            offering[base + skill] = now
            one[group] = now >= 1 ? one[group] | bit : one[group] & ~bit
            two[group] = now >= 2 ? two[group] | bit : two[group] & ~bit
            skills &= skills &- 1
        }
        for at in needStart[person]..<needStart[person + 1] {
            let need = needs[Int(at)]
            let now = want[base + Int(need.skill)] &+ step &* need.points
            let bit: UInt64 = 1 << UInt64(need.skill)
            want[base + Int(need.skill)] = now
            wanted[group] = now > 0 ? wanted[group] | bit : wanted[group] & ~bit
        }
        counts[group] = step > 0 ? counts[group] &+ features[person] : counts[group] &- features[person]
    }

    /// Counts the own points of `group` again.
    private func refresh(_ group: Int) {
        let now = countPoints(counts[group]) &+ unmetPoints(group)
        total &+= Int(now &- own[group])
        own[group] = now
    }

    /// Members by group, positions ascending.
    var members: [[Int]] {
        var list = [[Int]](repeating: [], count: groups)
        for person in 0..<n where place[person] >= 0 { list[Int(place[person])].append(person) }
        return list
    }

    var places: [Int] { (0..<n).map { Int(place[$0]) } }
}
