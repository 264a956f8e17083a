// Knows which counts of people would tell of few, and which others have to be held back with them so that nobody computes
// them from what is known of all together.

/// What is held back of counts whose sum is known.
enum Withholding {
    /// Whether a count tells of some, and of few.
    static func isOfFew(_ count: Int, _ fewest: Int) -> Bool { (1..<max(1, fewest)).contains(count) }

    /// Whether a part of so many tells of few, or leaves few.
    static func isOfFew(_ part: Int, of all: Int, _ fewest: Int) -> Bool {
        isOfFew(all, fewest) || isOfFew(part, fewest) || isOfFew(all - part, fewest)
    }

    /// Holds back more of them, the smallest first, until those that are held back are two at least and of enough people
    /// together.
    static func complete(_ hidden: Set<Int>, of counts: [Int], _ fewest: Int) -> Set<Int> {
        var hidden = hidden
        while !hidden.isEmpty, hidden.count < 2 || hidden.reduce(0, { $0 + counts[$1] }) < fewest {
            let rest = counts.indices.filter { !hidden.contains($0) && counts[$0] > 0 }
            guard let next = rest.min(by: { (counts[$0], $0) < (counts[$1], $1) }) else { break }
            hidden.insert(next)
        }
        return hidden
    }

    /// Which cells of a table of cohorts are held back, as places of a row and in it. The sum of the first cells of all
    /// rows, everybody, is known, and of each term how many came in it may be.
    ///
    /// - Parameter beside: rows of which the first cell is held back anyway.
    static func cells(_ rows: [[Int]], starts: [Int], beside: Set<Int> = [], _ fewest: Int) -> [Set<Int>] {
        var hidden = rows.indices.map { place in
            Set(
                rows[place].indices.filter {
                    beside.contains(place) || isOfFew(rows[place][$0], of: rows[place][0], fewest)
                })
        }
        while true {
            let before = hidden
            let sizes = complete(Set(rows.indices.filter { hidden[$0].contains(0) }), of: rows.map { $0[0] }, fewest)
            // A share of a size that is held back would give it away.
            for row in sizes { hidden[row] = Set(rows[row].indices) }
            for term in 0..<(zip(rows, starts).map { $0.count + $1 }.max() ?? 0) {
                let cells = rows.indices.filter { starts[$0] <= term && term - starts[$0] < rows[$0].count }
                let counts = cells.map { rows[$0][term - starts[$0]] }
                let own = Set(cells.indices.filter { hidden[cells[$0]].contains(term - starts[cells[$0]]) })
                for place in complete(own, of: counts, fewest) {
                    hidden[cells[place]].insert(term - starts[cells[place]])
                }
            }
            if hidden == before { return hidden }
        }
    }
}
