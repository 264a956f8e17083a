// Knows how to fit blocks into groups of given sizes, exactly: it finds a way if there is one.

/// Packs must-be-together blocks, the longest first.
struct Packing {
    /// Steps after which it gives up; blocks of a meeting need a few dozen.
    private static let mostSteps = 200_000
    private var steps = 0
    private let sizes: [Int]
    private let conflicts: Set<Pair>

    private struct Pair: Hashable { let one, other: Int }

    /// `sizes` are those of the blocks, descending; `conflicts` are pairs of blocks that may not share a group.
    init(_ sizes: [Int], conflicts: [(Int, Int)]) {
        self.sizes = sizes
        self.conflicts = Set(conflicts.map { Pair(one: min($0.0, $0.1), other: max($0.0, $0.1)) })
    }

    /// The group of each block, so that every room is respected; nil if there is no way or none was found.
    /// The search takes groups in the order of `order`.
    mutating func groups(rooms: [Int], order: [Int]) -> [Int]? {
        steps = 0
        var place = [Int](repeating: -1, count: sizes.count)
        var left = rooms
        return put(0, &place, &left, order) ? place : nil
    }

    private mutating func put(_ block: Int, _ place: inout [Int], _ left: inout [Int], _ order: [Int]) -> Bool {
        guard block < sizes.count else { return true }
        steps += 1
        guard steps < Self.mostSteps else { return false }
        var tried: Set<Int> = []
        for group in order where left[group] >= sizes[block] {
            let others = (0..<block).filter { place[$0] == group }
            guard !others.contains(where: { conflicts.contains(Pair(one: $0, other: block)) }) else { continue }
            // Empty groups of one size are alike.
            guard !others.isEmpty || tried.insert(left[group]).inserted else { continue }
            place[block] = group
            left[group] -= sizes[block]
            if put(block + 1, &place, &left, order) { return true }
            left[group] += sizes[block]
            place[block] = -1
        }
        return false
    }
}
