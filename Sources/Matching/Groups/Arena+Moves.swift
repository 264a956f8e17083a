// Knows what a move would cost before it is made, and gives up as soon as the answer is too much.

extension Arena {
    /// Too much to be taken.
    static let never = Int.max

    /// The difference in points if two people of different groups change places, or `never` if it is over `limit`.
    /// Most moves end after five loads: that sum leaves out only what makes it more, and what counts can save.
    @inline(__always)
    func swapDelta(_ i: Int, _ j: Int, limit: Int32) -> Int {
        let (x, y) = (Int(place[i]), Int(place[j]))
        var delta =
            near[y * n + i] &+ near[x * n + j] &- near[x * n + i] &- near[y * n + j] &- 2 &* pairs[i * n + j]
        let isAlike = kind[i] == kind[j]
        guard delta &- (isAlike ? 0 : counted[x] &+ counted[y]) <= limit else { return Self.never }
        delta &+= left(x, by: i, for: j) &+ left(y, by: j, for: i)
        if !isAlike {
            let difference = features[j] &- features[i]
            delta &+= countPoints(counts[x] &+ difference) &- counted[x]
            delta &+= countPoints(counts[y] &- difference) &- counted[y]
        }
        return delta <= limit ? Int(delta) : Self.never
    }

    /// The difference in points if one person goes to another group.
    @inline(__always)
    func moveDelta(_ i: Int, to y: Int, limit: Int32) -> Int {
        let x = Int(place[i])
        var delta = near[y * n + i] &- near[x * n + i]
        guard delta &- counted[x] &- counted[y] <= limit else { return Self.never }
        delta &+= missed(x, one[x] & ~two[x] & offers[i] & wanted[x])
        delta &+= countPoints(counts[x] &- features[i]) &- counted[x]
        delta &+= countPoints(counts[y] &+ features[i]) &- counted[y]
        return delta <= limit ? Int(delta) : Self.never
    }

    /// What an exchange costs beyond what `near` says of each alone: needs in `group` that only `out` met and `into` does
    /// not, needs of `into` that only `out` would have met, and needs of `out` that `into` gets no credit for.
    @inline(__always)
    private func left(_ group: Int, by out: Int, for into: Int) -> Int32 {
        let covered = one[group]
        let only = covered & ~two[group] & offers[out]
        let asked = (only & needMask[into]) | (needMask[out] & offers[into] & ~covered)
        var sum = missed(group, only & wanted[group] & ~offers[into])
        if asked != 0 { sum &+= points(of: into, in: only) &+ points(of: out, in: offers[into] & ~covered) }
        return sum
    }

    /// Points of needs in `group` for these skills.
    @inline(__always)
    private func missed(_ group: Int, _ skills: UInt64) -> Int32 {
        var sum: Int32 = 0
        var skills = skills
        while skills != 0 {
            sum &+= want[group * Pool.mostSkills + skills.trailingZeroBitCount]
            skills &= skills &- 1
        }
        return sum
    }

    /// Points of the needs of `person` for these skills.
    @inline(__always)
    func points(of person: Int, in skills: UInt64) -> Int32 {
        var sum: Int32 = 0
        var at = Int(needStart[person])
        let end = Int(needStart[person + 1])
        while at < end {
            let need = needs[at]
            if skills & (1 << UInt64(need.skill)) != 0 { sum &+= need.points }
            at += 1
        }
        return sum
    }
}
