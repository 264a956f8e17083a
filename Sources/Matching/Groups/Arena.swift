// Knows the state of the search: who is where, and every table that makes the cost of a move a matter of a few loads.

/// A split under search. Owns plain memory, because the search does nothing but read and write it.
final class Arena {
    let pool: Pool
    let n: Int
    let groups: Int
    let sizes: GroupSizes
    /// Pair points, `n` x `n`.
    let pairs: UnsafeMutablePointer<Int32>
    /// `near[g * n + v]`: the pair points of `v` with the members of `g`, what being there costs `v` alone, the needs of
    /// `v` that nobody there meets, less the needs there that only `v` would meet: what it costs that `v` comes, or what
    /// is saved at most when `v` goes.
    let near: UnsafeMutablePointer<Int32>
    /// The group of each person.
    let place: UnsafeMutablePointer<Int32>
    /// The members of `g`, in no order, from `seats[g * n]`, and where each person stands there.
    let seats: UnsafeMutablePointer<Int32>
    let seat: UnsafeMutablePointer<Int32>
    let offers: UnsafeMutablePointer<UInt64>
    let needs: UnsafeMutablePointer<(skill: UInt8, points: Int32)>
    let needStart: UnsafeMutablePointer<Int32>
    /// The skills that each needs, as a mask.
    let needMask: UnsafeMutablePointer<UInt64>
    /// Who offers, who needs skill `s`: those from `offererStart[s]`, `askerStart[s]` to the next.
    let offerers: UnsafeMutablePointer<Int32>
    let offererStart: UnsafeMutablePointer<Int32>
    let askers: UnsafeMutablePointer<(person: Int32, points: Int32)>
    let askerStart: UnsafeMutablePointer<Int32>
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
    /// Points of the group that depend on its counts.
    let counted: UnsafeMutablePointer<Int32>
    /// People with the same number have the same features.
    let kind: UnsafeMutablePointer<Int32>
    let rules: CountRules
    /// All points of the split.
    var total = 0

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
        seats = memory(groups * n, 0)
        seat = memory(n, 0)
        offers = copy(pool.offers)
        needs = copy(pool.needs)
        needStart = copy(pool.needStart.map(Int32.init))
        needMask = copy(pool.needMasks)
        offerers = copy(pool.offerers.joined().map(Int32.init))
        offererStart = copy(Pool.starts(pool.offerers.map(\.count)))
        askers = copy(pool.askers.joined().map { (Int32($0.person), $0.points) })
        askerStart = copy(Pool.starts(pool.askers.map(\.count)))
        features = copy(pool.counts)
        one = memory(groups, 0)
        two = memory(groups, 0)
        wanted = memory(groups, 0)
        offering = memory(groups * Pool.mostSkills, 0)
        want = memory(groups * Pool.mostSkills, 0)
        counts = memory(groups, Counts())
        counted = memory(groups, 0)
        kind = copy(pool.kinds)
        // Nobody meets any need in an empty group.
        for group in 0..<groups {
            for person in 0..<n {
                for at in pool.needStart[person]..<pool.needStart[person + 1] {
                    near[group * n + person] += pool.needs[at].points
                }
            }
        }
    }

    // Nothing in these has a reference, so freeing is all there is to do.
    deinit {
        pairs.deallocate()
        near.deallocate()
        place.deallocate()
        seats.deallocate()
        seat.deallocate()
        offers.deallocate()
        needs.deallocate()
        needStart.deallocate()
        needMask.deallocate()
        offerers.deallocate()
        offererStart.deallocate()
        askers.deallocate()
        askerStart.deallocate()
        features.deallocate()
        one.deallocate()
        two.deallocate()
        wanted.deallocate()
        offering.deallocate()
        want.deallocate()
        counts.deallocate()
        counted.deallocate()
        kind.deallocate()
    }

    /// Points that depend on counts, hard ones included.
    @inline(__always)
    func countPoints(_ counts: Counts) -> Int32 {
        var sum = counts.breaksMode(rules.modes) ? Int(Pool.hard) : 0
        counts.terms(rules) { sum &+= $1 }
        return Int32(truncatingIfNeeded: sum)
    }

    /// The members of a group, in no order.
    @inline(__always)
    func members(of group: Int) -> UnsafeMutableBufferPointer<Int32> {
        UnsafeMutableBufferPointer(start: seats + group * n, count: Int(counts[group].size))
    }

    /// Members by group, positions ascending.
    var members: [[Int]] {
        var list = [[Int]](repeating: [], count: groups)
        for person in 0..<n where place[person] >= 0 { list[Int(place[person])].append(person) }
        return list
    }

    var places: [Int] { (0..<n).map { Int(place[$0]) } }
}
