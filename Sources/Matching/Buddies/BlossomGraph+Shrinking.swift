// Knows how odd circles become blossoms, come apart again, and change their matching from within.

extension BlossomGraph {
    /// The blossom where the ways of two outer blossoms back to their roots meet, or nil if the roots differ.
    func meeting(_ one: Int, _ other: Int) -> Int? {
        var seen: Set<Int> = []
        var ways = [one, other]
        while ways[0] >= 0 || ways[1] >= 0 {
            for side in 0..<2 where ways[side] >= 0 {
                guard seen.insert(ways[side]).inserted else { return ways[side] }
                ways[side] = outerBefore(ways[side])
            }
        }
        return nil
    }

    /// The outer blossom two steps nearer to the root, or -1.
    func outerBefore(_ outer: Int) -> Int {
        let link = reached[outer]
        guard link.from >= 0 else { return -1 }
        return top[reached[top[link.from]].from]
    }

    /// Shrinks the circle that the edge closes between two outer blossoms of one tree. Returns the vertices that
    /// became outer.
    mutating func shrink(_ edge: Link, at meeting: Int) -> [Int] {
        guard let blossom = unused.popLast() else { return [] }
        /// Blossoms from `start` to the meeting, with the links that lead from each to the next.
        func way(from start: Int) -> (blossoms: [Int], links: [Link]) {
            var (blossoms, links): ([Int], [Link]) = ([], [])
            var at = start
            while at != meeting {
                blossoms.append(at)
                links.append(reached[at].reversed)
                at = top[reached[at].from]
            }
            return (blossoms, links)
        }
        let first = way(from: top[edge.from])
        let second = way(from: top[edge.to])
        // From the meeting down to the edge, over it, and back up.
        children[blossom] = [meeting] + first.blossoms.reversed() + second.blossoms
        links[blossom] = first.links.reversed().map(\.reversed) + [edge] + second.links
        base[blossom] = base[meeting]
        parent[blossom] = -1
        dual[blossom] = 0
        label[blossom] = .outer
        reached[blossom] = reached[meeting]
        var fresh: [Int] = []
        for child in children[blossom] {
            parent[child] = blossom
            if label[child] == .inner { fresh += leaves(child) }
        }
        raise(blossom)
        return fresh
    }

    /// Takes apart an inner blossom whose dual is zero: the even way from where it was reached to its base stays in the
    /// tree, the others become free. Returns the vertices that became outer.
    mutating func expand(_ blossom: Int) -> [Int] {
        let circle = children[blossom]
        let joints = links[blossom]
        for child in circle {
            parent[child] = -1
            raise(child)
            label[child] = .free
            reached[child] = .none
        }
        var fresh: [Int] = []
        let entry = reached[blossom]
        let count = circle.count
        let start = circle.firstIndex(of: top[entry.to]) ?? 0
        // An even number of steps to the base, which is the first: forward from an odd place, backward from an even one.
        let step = start % 2 == 1 ? 1 : -1
        var at = start
        var into = entry
        while true {
            label[circle[at]] = .inner
            reached[circle[at]] = into
            if at == 0 { break }
            for stride in 0..<2 {
                let next = (at + step + count) % count
                let link = step == 1 ? joints[at] : joints[next].reversed
                at = next
                into = link
                if stride == 0 {
                    label[circle[at]] = .outer
                    reached[circle[at]] = link
                    fresh += leaves(circle[at])
                }
            }
        }
        release(blossom)
        return fresh
    }

    /// Gives the id of a blossom back.
    mutating func release(_ blossom: Int) {
        children[blossom] = []
        links[blossom] = []
        base[blossom] = -1
        parent[blossom] = -1
        label[blossom] = .free
        reached[blossom] = .none
        dual[blossom] = 0
        unused.append(blossom)
    }

    /// Changes the matching within a blossom so that `vertex` becomes its base.
    mutating func rebase(_ blossom: Int, to vertex: Int) {
        guard blossom >= n else { return }
        var child = vertex
        while parent[child] != blossom { child = parent[child] }
        rebase(child, to: vertex)
        let circle = children[blossom]
        let joints = links[blossom]
        let count = circle.count
        let start = circle.firstIndex(of: child) ?? 0
        let step = start % 2 == 1 ? 1 : -1
        var at = start
        // Pairs on the even way from the new base to the old one change places.
        while at != 0 {
            at = (at + step + count) % count
            let next = (at + step + count) % count
            let link = step == 1 ? joints[at] : joints[next].reversed
            rebase(circle[at], to: link.from)
            rebase(circle[next], to: link.to)
            mate[link.from] = link.to
            mate[link.to] = link.from
            at = next
        }
        children[blossom] = Array(circle[start...] + circle[..<start])
        links[blossom] = Array(joints[start...] + joints[..<start])
        base[blossom] = vertex
    }
}
