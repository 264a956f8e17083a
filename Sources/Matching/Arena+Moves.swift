// Knows what a move would cost before it is made, and gives up as soon as the answer is too much.

extension Arena {
    /// Too much to be taken.
    static let never = Int.max

    /// The difference in points if two people of different groups change places, or `never` if it is over `limit`.
    /// Most moves end after the four loads of the pair part: the rest cannot take away more than it costs now.
    @inline(__always)
    func swapDelta(_ i: Int, _ j: Int, limit: Int32) -> Int {
        let (x, y) = (Int(place[i]), Int(place[j]))
        let pairPart =
            near[y * n + i] &+ near[x * n + j] &- near[x * n + i] &- near[y * n + j] &- 2 &* pairs[i * n + j]
        guard pairPart &- own[x] &- own[y] <= limit else { return Self.never }
        let delta = pairPart &+ changed(x, without: i, with: j) &+ changed(y, without: j, with: i)
        return delta <= limit ? Int(delta) : Self.never
    }

    /// The difference in points if one person goes to another group.
    @inline(__always)
    func moveDelta(_ i: Int, to y: Int, limit: Int32) -> Int {
        let x = Int(place[i])
        let pairPart = near[y * n + i] &- near[x * n + i]
        guard pairPart &- own[x] &- own[y] <= limit else { return Self.never }
        let delta = pairPart &+ changed(x, without: i, with: -1) &+ changed(y, without: -1, with: i)
        return delta <= limit ? Int(delta) : Self.never
    }

    /// How the own points of `group` change if one person leaves and another comes; -1 is nobody.
    @inline(__always)
    private func changed(_ group: Int, without out: Int, with into: Int) -> Int32 {
        let base = group * Pool.mostSkills
        var after = counts[group]
        let before = one[group]
        var covered = before
        if out >= 0 {
            after = after &- features[out]
            covered = two[group] | (before & ~offers[out])
        }
        if into >= 0 {
            after = after &+ features[into]
            covered |= offers[into]
        }
        var sum: Int32 = after == counts[group] ? 0 : countPoints(after) &- countPoints(counts[group])
        let wanted = wanted[group]
        var gained = covered & ~before & wanted
        while gained != 0 {
            sum &-= want[base + gained.trailingZeroBitCount]
            gained &= gained &- 1
        }
        var lost = before & ~covered & wanted
        while lost != 0 {
            sum &+= want[base + lost.trailingZeroBitCount]
            lost &= lost &- 1
        }
        if out >= 0 { sum &-= unmet(out, covered) }
        if into >= 0 { sum &+= unmet(into, covered) }
        return sum
    }

    /// Points of the needs of `person` that are not among `covered`.
    @inline(__always)
    private func unmet(_ person: Int, _ covered: UInt64) -> Int32 {
        var sum: Int32 = 0
        var at = Int(needStart[person])
        let end = Int(needStart[person + 1])
        while at < end {
            let need = needs[at]
            if covered & (1 << UInt64(need.skill)) == 0 { sum &+= need.points }
            at += 1
        }
        return sum
    }
}
