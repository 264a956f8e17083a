// Knows how people are parted by phase, so that teachers of one phase are among themselves.

enum PhasePools {
    /// Fewer people of a phase join the nearest.
    static let fewest = 3
    /// From the youngest pupils to the oldest; other words come after these, in the order of letters.
    private static let order = ["primary", "secondary", "FE"]

    private struct Part {
        var ranks: ClosedRange<Int>
        var members: [Int]

        func gap(_ other: Part) -> Int {
            max(other.ranks.lowerBound - ranks.upperBound, ranks.lowerBound - other.ranks.upperBound)
        }
    }

    /// The parts of `pool`, from the youngest pupils to the oldest, each ascending.
    static func split(_ pool: [Int], _ people: [Attendee]) -> [[Int]] {
        let phases = Dictionary(grouping: pool) { people[$0].phase }
        let ranked = order + phases.keys.filter { !order.contains($0) }.sorted()
        var parts = ranked.enumerated().compactMap { rank, phase in
            phases[phase].map { Part(ranks: rank...rank, members: $0) }
        }
        while parts.count > 1, let small = parts.indices.min(by: { parts[$0].members.count < parts[$1].members.count }),
            parts[small].members.count < fewest
        {
            let beside = [small - 1, small + 1].filter(parts.indices.contains)
            // The nearest; of two, the larger.
            let into = beside.min {
                (parts[$0].gap(parts[small]), -parts[$0].members.count)
                    < (parts[$1].gap(parts[small]), -parts[$1].members.count)
            }
            guard let into else { break }
            let (low, high) = (min(small, into), max(small, into))
            parts[low] = Part(
                ranks: parts[low].ranks.lowerBound...parts[high].ranks.upperBound,
                members: (parts[low].members + parts[high].members).sorted())
            parts.remove(at: high)
        }
        return parts.map(\.members)
    }
}
