// Knows how every table of the search follows when people move.

extension Arena {
    /// Takes `person` out of their group and, unless `to` is -1, puts them into another.
    func move(_ person: Int, to: Int) {
        let from = Int(place[person])
        if from >= 0 {
            leave(from, person)
            // What it would cost to come again.
            total &-= Int(near[from * n + person])
            recount(from)
        }
        place[person] = Int32(to)
        if to >= 0 {
            total &+= Int(near[to * n + person])
            join(to, person)
            recount(to)
        }
    }

    private func leave(_ group: Int, _ person: Int) {
        let (table, row) = (near + group * n, pairs + person * n)
        for other in 0..<n { table[other] &-= row[other] }
        let last = seats[group * n + Int(counts[group].size) - 1]
        seats[group * n + Int(seat[person])] = last
        seat[Int(last)] = seat[person]
        change(group, person, by: -1)
    }

    private func join(_ group: Int, _ person: Int) {
        let (table, row) = (near + group * n, pairs + person * n)
        for other in 0..<n { table[other] &+= row[other] }
        seat[person] = Int32(counts[group].size)
        seats[group * n + Int(counts[group].size)] = Int32(person)
        change(group, person, by: 1)
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
        (seat[i], seat[j]) = (seat[j], seat[i])
        seats[x * n + Int(seat[j])] = Int32(j)
        seats[y * n + Int(seat[i])] = Int32(i)
        change(x, i, by: -1)
        change(y, j, by: -1)
        change(x, j, by: 1)
        change(y, i, by: 1)
        if kind[i] != kind[j] {
            counted[x] = countPoints(counts[x])
            counted[y] = countPoints(counts[y])
        }
        total &+= delta
    }

    /// Brings skills and counts of `group` up to date after `person` came (1) or went (-1).
    private func change(_ group: Int, _ person: Int, by step: Int32) {
        let base = group * Pool.mostSkills
        var skills = offers[person]
        while skills != 0 {
            let skill = skills.trailingZeroBitCount
            let bit: UInt64 = 1 << UInt64(skill)
            let now = offering[base + skill] &+ step
            offering[base + skill] = now
            if step > 0 {
                if now == 1 { cover(group, skill, 1) } else if now == 2 { two[group] |= bit }
            } else {
                if now == 0 { cover(group, skill, -1) } else if now == 1 { two[group] &= ~bit }
            }
            skills &= skills &- 1
        }
        for at in Int(needStart[person])..<Int(needStart[person + 1]) {
            let need = needs[at]
            let skill = Int(need.skill)
            let bit: UInt64 = 1 << UInt64(skill)
            let points = step &* need.points
            let now = want[base + skill] &+ points
            want[base + skill] = now
            wanted[group] = now > 0 ? wanted[group] | bit : wanted[group] & ~bit
            if one[group] & bit == 0 { credit(group, skill, points) }
        }
        counts[group] = step > 0 ? counts[group] &+ features[person] : counts[group] &- features[person]
    }

    /// The first in `group` who offers a skill came (1), or the last went (-1).
    private func cover(_ group: Int, _ skill: Int, _ step: Int32) {
        let table = near + group * n
        for at in Int(askerStart[skill])..<Int(askerStart[skill + 1]) {
            table[Int(askers[at].person)] &-= step &* askers[at].points
        }
        credit(group, skill, 0 &- step &* want[group * Pool.mostSkills + skill])
        one[group] ^= 1 << UInt64(skill)
    }

    /// So many points more can be saved in `group` by somebody who offers a skill.
    private func credit(_ group: Int, _ skill: Int, _ points: Int32) {
        guard points != 0 else { return }
        let table = near + group * n
        for at in Int(offererStart[skill])..<Int(offererStart[skill + 1]) { table[Int(offerers[at])] &-= points }
    }

    /// Counts the points of `group` again that depend on counts.
    private func recount(_ group: Int) {
        let now = countPoints(counts[group])
        total &+= Int(now &- counted[group])
        counted[group] = now
    }
}
